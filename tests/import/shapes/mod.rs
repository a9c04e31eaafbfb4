//! Every shape that was counted in 78 Terraform and 17 CloudFormation configurations that people wrote: what becomes of
//! it, one row and one case each. The tables of `tests/golden/import-shapes.md` are printed from the same rows, so that they
//! can't promise more.

mod arguments;
mod calls;
mod functions;
mod instances;
mod language;
mod parts;
mod quirks;
mod tables;
mod templates;

use aurora_designer::formats::import::{Choice, Import, NoticeKind};
use aurora_designer::formats::yaml;

use super::common::{notices, of, says, says_one};

/// What becomes of a shape.
enum Answer {
    /// It is understood: the spec has these lines, or lacks one that begins with `!` (a default is not written), and no
    /// notice says that something was not understood.
    Taken(&'static [&'static str]),
    /// It has no meaning for a design: spec and notices are those of the file without it.
    Passed,
    /// It is told: the spec has these lines, and a notice for each of these holds its words and its place.
    Told(&'static [&'static str], &'static [&'static str]),
    /// Several could be meant: these are offered.
    Asked(&'static [&'static str]),
    /// Nothing can be made of it: the sentence has these words.
    Refused(&'static str),
}

/// A shape, how often it was counted, and a case of it.
struct Row {
    shape: &'static str,
    /// As the count has it; empty where it was not counted, but must be read.
    seen: &'static str,
    files: Vec<(String, String)>,
    answer: Answer,
}

/// Rows of one kind.
struct Group {
    title: &'static str,
    /// What the counts are of.
    of: &'static str,
    /// Whether names say it all, and a list by answers is enough.
    is_list: bool,
    rows: Vec<Row>,
}

fn groups() -> Vec<Group> {
    vec![
        language::group(),
        functions::group(),
        arguments::group(),
        instances::group(),
        parts::group(),
        calls::group(),
        quirks::group(),
        templates::group(),
    ]
}

fn row(shape: &'static str, seen: &'static str, files: Vec<(String, String)>, answer: Answer) -> Row {
    Row { shape, seen, files, answer }
}

/// The arguments of the plain cluster, in their order.
const CLUSTER: [(&str, &str); 7] = [
    ("cluster_identifier", "\"orders\""),
    ("engine", "\"aurora-postgresql\""),
    ("engine_version", "\"16.4\""),
    ("database_name", "\"orders\""),
    ("master_username", "\"keeper\""),
    ("manage_master_user_password", "true"),
    ("storage_encrypted", "true"),
];
const RANGE: &str = "serverlessv2_scaling_configuration {\n    min_capacity = 0.5\n    max_capacity = 4\n  }";
const INSTANCE: [(&str, &str); 3] = [
    ("cluster_identifier", "aws_rds_cluster.db.id"),
    ("engine", "aws_rds_cluster.db.engine"),
    ("instance_class", "\"db.serverless\""),
];
const PROVIDER: &str = "provider \"aws\" {\n  region = \"eu-west-1\"\n}\n";

/// Arguments with some in place of others; an empty text takes one out.
fn arguments<'t>(plain: &[(&'t str, &'t str)], set: &[(&'t str, &'t str)]) -> String {
    let mut all = plain.to_vec();
    for (name, value) in set {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some(known) => known.1 = value,
            None => all.push((name, value)),
        }
    }
    let lines = all.into_iter().filter(|(_, value)| !value.is_empty());
    lines.flat_map(|(name, value)| ["  ", name, " = ", value, "\n"]).collect()
}

/// A whole configuration: the cluster from line 1 on, then its instance, the provider, and whatever else.
fn whole(cluster: &str, range: &str, instance: &str, provider: &str, more: &str) -> Vec<(String, String)> {
    let text = format!(
        "resource \"aws_rds_cluster\" \"db\" {{\n{cluster}  {range}\n}}\nresource \"aws_rds_cluster_instance\" \"db\" {{\n{instance}}}\n{provider}{more}\n"
    );
    vec![("main.tf".to_owned(), text)]
}

/// The plain cluster with these arguments, and more beside it.
fn cluster(set: &[(&str, &str)], more: &str) -> Vec<(String, String)> {
    whole(&arguments(&CLUSTER, set), RANGE, &arguments(&INSTANCE, &[]), PROVIDER, more)
}

/// The plain cluster with this argument.
fn set(name: &str, value: &str) -> Vec<(String, String)> {
    cluster(&[(name, value)], "")
}

/// The plain cluster with these arguments of its instance.
fn instance(set: &[(&str, &str)], more: &str) -> Vec<(String, String)> {
    whole(&arguments(&CLUSTER, &[]), RANGE, &arguments(&INSTANCE, set), PROVIDER, more)
}

/// The plain cluster with this in place of its range.
fn ranged(range: &str, more: &str) -> Vec<(String, String)> {
    whole(&arguments(&CLUSTER, &[]), range, &arguments(&INSTANCE, &[]), PROVIDER, more)
}

/// The plain cluster with this range.
fn range(minimum: &str, maximum: &str) -> Vec<(String, String)> {
    ranged(
        &format!(
            "serverlessv2_scaling_configuration {{\n    min_capacity = {minimum}\n    max_capacity = {maximum}\n  }}"
        ),
        "",
    )
}

/// The plain cluster with this in place of its provider, and more beside it.
fn provided(provider: &str, more: &str) -> Vec<(String, String)> {
    whole(&arguments(&CLUSTER, &[]), RANGE, &arguments(&INSTANCE, &[]), provider, more)
}

fn beside(mut files: Vec<(String, String)>, more: &[(&str, &str)]) -> Vec<(String, String)> {
    files.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    files
}

fn files(of: &[(&str, &str)]) -> Vec<(String, String)> {
    beside(Vec::new(), of)
}

fn read(files: &[(String, String)]) -> Result<Import, aurora_designer::formats::import::Refusal> {
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    of(&named)
}

/// What is wrong with a row; nothing where it holds.
fn wrong(row: &Row) -> Option<String> {
    let read = read(&row.files);
    let import = match (&row.answer, read) {
        (Answer::Refused(words), Err(refusal)) => {
            return (!refusal.to_string().contains(words)).then(|| format!("refused otherwise: {refusal}"));
        }
        (Answer::Asked(names), Err(refusal)) => {
            let Some(Choice::Cluster(offered) | Choice::VarFile(offered)) = &refusal.choice else {
                return Some(format!("refused: {refusal}"));
            };
            return (offered != names).then(|| format!("offers {offered:?}"));
        }
        (_, Err(refusal)) => return Some(format!("refused: {refusal}")),
        (_, Ok(import)) => import,
    };
    let spec = yaml::write(&import.design);
    let (lines, told): (&[&str], &[&str]) = match row.answer {
        Answer::Taken(lines) => (lines, &[]),
        Answer::Told(lines, told) => (lines, told),
        Answer::Passed => {
            let plain = of_plain();
            let same = import.design == plain.design && words(&import) == words(&plain);
            return (!same).then(|| format!("not the same: {:#?}\n{spec}", notices(&import)));
        }
        Answer::Asked(_) | Answer::Refused(_) => return Some(format!("is read:\n{spec}")),
    };
    let mut missing: Vec<&&str> = lines.iter().filter(|line| !holds(&spec, line)).collect();
    missing.extend(told.iter().filter(|words| !says(&import, words)));
    let lost = import.notices.iter().any(|it| it.kind == NoticeKind::NotUnderstood);
    let is_told = matches!(row.answer, Answer::Told(..));
    if missing.is_empty() && (is_told || !lost) {
        return None;
    }
    Some(format!("{missing:?} is missing, of\n{spec}{:#?}", notices(&import)))
}

/// Whether a spec has a line, or lacks one that begins with `!`.
fn holds(spec: &str, line: &str) -> bool {
    let has = |line: &str| spec.lines().any(|it| it.trim() == line);
    line.strip_prefix('!').map_or_else(|| has(line), |line| !has(line))
}

fn of_plain() -> Import {
    read(&cluster(&[], "")).unwrap()
}

/// Notices without their places.
fn words(import: &Import) -> Vec<&str> {
    let mut words: Vec<&str> = import.notices.iter().map(|it| it.text.as_str()).collect();
    words.sort_unstable();
    words
}

#[test]
fn every_shape_that_occurs_has_its_answer() {
    let groups = groups();
    let rows = groups.iter().flat_map(|group| &group.rows);
    let wrong: Vec<String> = rows.filter_map(|row| Some(format!("{}: {}", row.shape, wrong(row)?))).collect();
    assert!(wrong.is_empty(), "{} rows are wrong.\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn a_row_says_something_that_the_plain_cluster_does_not() {
    let spec = yaml::write(&of_plain().design);
    for row in groups().iter().flat_map(|group| &group.rows) {
        if let Answer::Taken(lines) = row.answer {
            let fresh = lines.iter().any(|line| !holds(&spec, line));
            assert!(fresh, "{} could not fail", row.shape);
        }
    }
}
