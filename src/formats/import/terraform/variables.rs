//! Files of variables, and which of them count.

use std::collections::BTreeMap;

use super::files::{Files, VariablesFile};
use super::syntax::Attribute;
use crate::formats::import::{Choice, Notice, NoticeKind, Options, Place, Refusal};

/// The values of a root's variables: `terraform.tfvars`, its JSON, `*.auto.tfvars` by name, then the chosen files, or
/// the only other one. With them a refusal where several others could be meant, or a chosen file is not there.
pub(super) fn values<'a>(
    files: &'a Files,
    root: usize,
    roots: &[usize],
    options: &Options,
    notices: &mut Vec<Notice>,
) -> (BTreeMap<&'a str, &'a Attribute>, Option<Refusal>) {
    let mut refusal = None;
    let path = files.folders.get(root).map_or("", |folder| folder.path.as_str());
    let here = files.variables.iter().filter(|file| file.folder == path);
    let mut chosen: Vec<&VariablesFile> = here.filter(|file| rank(&file.base).is_some()).collect();
    chosen.sort_by_key(|file| (rank(&file.base), file.base.clone()));
    if options.var_files.is_empty() {
        let others: Vec<&VariablesFile> = files
            .variables
            .iter()
            .filter(|file| rank(&file.base).is_none() && belongs(files, file, root, roots))
            .collect();
        match others.as_slice() {
            [] => {}
            [only] => {
                let text = format!("{} is used for the variables, as the only file of its kind.", only.name);
                notices.push(Notice::new(NoticeKind::Taken, Place::file(only.name.clone()), text));
                chosen.push(only);
            }
            several => {
                let names: Vec<String> = several.iter().map(|file| file.name.clone()).collect();
                refusal = Some(Refusal {
                    place: None,
                    message: format!(
                        "Several files of variables could be meant: {}. Choose with --var-file.",
                        names.join(", ")
                    ),
                    choice: Some(Choice::VarFile(names)),
                });
            }
        }
    }
    for name in &options.var_files {
        match named(files, name) {
            Ok(file) => chosen.push(file),
            Err(missing) => refusal = Some(missing),
        }
    }
    let all = chosen.into_iter().flat_map(|file| &file.body.attributes);
    (all.map(|attribute| (&*attribute.name, attribute)).collect(), refusal)
}

/// The order of the files that Terraform takes by itself; none for others.
fn rank(base: &str) -> Option<u8> {
    match base {
        "terraform.tfvars" => Some(0),
        "terraform.tfvars.json" => Some(1),
        name if name.strip_suffix(".json").unwrap_or(name).ends_with(".auto.tfvars") => Some(2),
        _ => None,
    }
}

/// Whether a file is of this root: it lies in its folder, or in one without configuration below it, or there is but one
/// root and its folder has no configuration either.
fn belongs(files: &Files, file: &VariablesFile, root: usize, roots: &[usize]) -> bool {
    let read = files.folders.get(..files.read).unwrap_or_default();
    let owner = read
        .iter()
        .enumerate()
        .filter(|(_, folder)| is_in(&file.folder, &folder.path))
        .max_by_key(|(_, folder)| folder.path.len());
    // What lies in or below a folder that is called says nothing to its caller.
    owner.map_or(roots.len() == 1, |(number, _)| number == root)
}

fn is_in(folder: &str, above: &str) -> bool {
    above.is_empty()
        || folder == above
        || folder.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'))
}

/// The file of this name; a path may be longer than the name.
fn named<'a>(files: &'a Files, name: &str) -> Result<&'a VariablesFile, Refusal> {
    let wanted = name.replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let same = |file: &&VariablesFile| file.name.trim_start_matches("./") == wanted;
    let ends = |file: &&VariablesFile| wanted.ends_with(&format!("/{}", file.name)) || file.base == wanted;
    files.variables.iter().find(same).or_else(|| files.variables.iter().find(ends)).ok_or_else(|| {
        Refusal::whole(format!(
            "The file of variables {name} is not among these files, or could not be read; add it."
        ))
    })
}
