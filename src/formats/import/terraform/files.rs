//! Which input is what: folders of configuration, files of variables, and the folders that are roots.

use std::collections::{BTreeMap, BTreeSet};

use super::folder::{Folder, Target};
use super::modules;
use super::syntax::{
    Block, Body, Unread,
    crowded::{Budget, KEYS},
    hcl, json,
};
use super::work::Work;
use crate::formats::import::{Input, Notice, NoticeKind, Place};

/// All that was read.
#[derive(Default)]
pub(super) struct Files {
    /// Names by the numbers that spots hold.
    pub(super) names: Vec<String>,
    pub(super) folders: Vec<Folder>,
    /// How many of the folders are files of the input; well-known modules come after them.
    pub(super) read: usize,
    pub(super) variables: Vec<VariablesFile>,
    pub(super) notices: Vec<Notice>,
    /// What evaluation has taken, of all roots.
    pub(super) work: Work,
}

/// A `.tfvars`.
pub(super) struct VariablesFile {
    /// As the input is called.
    pub(super) name: String,
    pub(super) folder: String,
    pub(super) base: String,
    pub(super) body: Body,
}

#[derive(Default)]
struct Blocks {
    plain: Vec<Block>,
    overrides: Vec<Block>,
}

impl Files {
    /// Reads every file; one that does not parse gives its notice, and the others go on.
    pub(super) fn read(inputs: &[&Input]) -> Self {
        let mut sorted: Vec<(String, &Input)> =
            inputs.iter().map(|input| (tidy(&input.name), *input)).collect();
        sorted.retain(|(path, _)| !is_ignored(path));
        sorted.sort_by(|one, other| one.0.cmp(&other.0));
        let mut files = Self::default();
        let mut folders: BTreeMap<String, Blocks> = BTreeMap::new();
        let budget = Budget::of_all();
        for (path, input) in &sorted {
            let number = files.names.len();
            files.names.push(input.name.clone());
            let text = String::from_utf8_lossy(&input.bytes);
            let text = text.trim_start_matches('\u{feff}');
            let (folder, base) = path.rsplit_once('/').unwrap_or(("", path));
            let is_json = base.strip_suffix(".json").is_some() || text.trim_start().starts_with('{');
            let read =
                if is_json { json::read(text, number, &budget) } else { hcl::read(text, number, &budget) };
            let body = match read {
                Ok(body) => body,
                Err(error) => {
                    files.notices.push(unread(&input.name, &error));
                    continue;
                }
            };
            if is_variables(base, &body) {
                let (name, folder, base) = (input.name.clone(), folder.to_owned(), base.to_owned());
                files.variables.push(VariablesFile { name, folder, base, body });
                continue;
            }
            let blocks = folders.entry(folder.to_owned()).or_default();
            let is_override = base.strip_suffix(".json").unwrap_or(base).strip_suffix(".tf");
            let is_override =
                is_override.is_some_and(|stem| stem == "override" || stem.ends_with("_override"));
            if is_override { &mut blocks.overrides } else { &mut blocks.plain }.extend(body.blocks);
        }
        let folders = folders.into_iter();
        files.folders = folders.map(|(path, it)| Folder::of(path, it.plain, it.overrides)).collect();
        files.read = files.folders.len();
        files.link();
        files
    }

    /// Finds what every call of a module leads to, well-known modules being read as they are met.
    fn link(&mut self) {
        let by_path: BTreeMap<String, usize> =
            self.folders.iter().enumerate().map(|(number, folder)| (folder.path.clone(), number)).collect();
        let mut known = BTreeMap::new();
        let mut extra = Vec::new();
        let next = self.folders.len();
        for folder in &mut self.folders {
            for call in &mut folder.calls {
                let Some(source) = call.body.literal("source") else { continue };
                if is_path(source) {
                    let path = join(&folder.path, source);
                    let number = path.and_then(|path| by_path.get(&path));
                    call.target = number.map_or(Target::Missing, |number| Target::Folder(*number, None));
                    continue;
                }
                let Some(module) = modules::find(source, call.body.literal("version").map(|text| &**text))
                else {
                    continue;
                };
                let number = *known.entry(module.name).or_insert_with(|| {
                    extra.push(modules::folder(module.name, module.text, self.names.len()));
                    next + extra.len() - 1
                });
                call.target = Target::Folder(number, Some(module.major));
            }
        }
        self.folders.extend(extra);
        // Well-known modules have no file; their places are those of their calls.
        self.names.push(String::new());
    }

    /// The folders that no other one calls. Where all call each other in a circle, the first.
    pub(super) fn roots(&self) -> Vec<usize> {
        let read = self.folders.get(..self.read).unwrap_or_default();
        let called: BTreeSet<usize> = read
            .iter()
            .enumerate()
            .flat_map(|(number, folder)| folder.calls.iter().map(move |call| (number, call.target)))
            .filter_map(|(number, target)| match target {
                Target::Folder(other, _) if other != number => Some(other),
                _ => None,
            })
            .collect();
        let roots: Vec<usize> = (0..self.read).filter(|number| !called.contains(number)).collect();
        if roots.is_empty() && self.read > 0 { vec![0] } else { roots }
    }
}

fn unread(name: &str, why: &Unread) -> Notice {
    let (line, text) = match *why {
        Unread::Syntax { line, column } => (
            line,
            format!(
                "The file is not Terraform's syntax at line {line}, column {column}; nothing of it is read. Mend it, or leave it out."
            ),
        ),
        Unread::Nested { line } => (
            line,
            "What begins here lies deep in objects that are too large to be read so often; nothing of the file is read. Move it to a file of its own, or leave it out."
                .to_owned(),
        ),
        Unread::Crowded { line } => (
            line,
            format!(
                "The object that begins here takes this over the limit of {KEYS} keys in one object, and fewer where there are many such; nothing of the file is read. Move the object to a file of its own, or leave it out."
            ),
        ),
    };
    Notice::new(NoticeKind::NotUnderstood, Place::line(name, line), text)
}

/// What `terraform init` fetched, locks and tests are no configuration.
fn is_ignored(path: &str) -> bool {
    let base = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == ".terraform")
        || base.strip_suffix(".hcl").is_some_and(|stem| !stem.is_empty())
}

/// By its name; text without one by what stands in it: values alone.
fn is_variables(base: &str, body: &Body) -> bool {
    let stem = base.strip_suffix(".json").unwrap_or(base);
    let is_configuration = stem.strip_suffix(".tf").is_some();
    stem.strip_suffix(".tfvars").is_some()
        || (!is_configuration && body.blocks.is_empty() && !body.attributes.is_empty())
}

fn tidy(name: &str) -> String {
    let name = name.replace('\\', "/");
    let parts = name.split('/').filter(|part| !part.is_empty() && *part != ".");
    parts.collect::<Vec<_>>().join("/")
}

fn is_path(source: &str) -> bool {
    source.starts_with("./") || source.starts_with("../") || source == "." || source == ".."
}

/// The folder that a path leads to from another one; none above what was dropped.
fn join(folder: &str, source: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in source.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Files {
        let inputs: Vec<Input> = texts
            .iter()
            .map(|(name, text)| Input { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
            .collect();
        Files::read(&inputs.iter().collect::<Vec<_>>())
    }

    fn roots(texts: &[(&str, &str)]) -> Vec<String> {
        let files = files(texts);
        files.roots().into_iter().map(|number| files.folders[number].path.clone()).collect()
    }

    #[test]
    fn the_root_is_the_folder_that_no_other_one_calls() {
        let call = |source: &str| format!("module \"m\" {{\n source = \"{source}\"\n}}\n");
        assert_eq!(roots(&[("main.tf", &call("./modules/a")), ("modules/a/main.tf", "locals {}")]), [""]);
        assert_eq!(roots(&[("live/main.tf", &call("../a//")), ("a/main.tf", "locals {}")]), ["live"]);
        assert_eq!(
            roots(&[("main.tf", "locals {}"), ("examples/x/main.tf", &call("../.."))]),
            ["examples/x"]
        );
        assert_eq!(roots(&[("a/m.tf", &call("../b")), ("b/m.tf", &call("../a"))]), ["a"]);
        assert_eq!(roots(&[("m.tf", "locals {}"), (".terraform/modules/x/m.tf", "locals {}")]), [""]);
        assert_eq!(
            roots(&[("repo\\dev\\m.tf", &call("..\\\\m")), ("./repo/prod/m.tf", "locals {}")]).len(),
            2
        );
    }

    #[test]
    fn a_file_that_does_not_parse_is_named_and_the_others_go_on() {
        let files = files(&[("a.tf", "locals {\n  x = = 1\n}"), ("b.tf", "locals {\n y = 1\n}")]);
        assert_eq!(files.notices[0].place, Place::line("a.tf", 2));
        assert!(files.notices[0].text.contains("column 7"));
        assert_eq!(files.folders[0].locals.len(), 1);
    }

    #[test]
    fn text_without_a_name_is_told_by_what_stands_in_it() {
        let files = files(&[("-", "name = \"x\"\n"), ("pasted", "locals {\n y = 1\n}"), ("empty.tf", "")]);
        assert_eq!((files.variables.len(), files.folders[0].locals.len()), (1, 1));
    }
}
