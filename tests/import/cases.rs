//! The given cases: what is dropped, the spec it becomes, the notices that must be given, texts that must never get out.

use std::path::{Path, PathBuf};

use aurora_designer::formats::import::{Options, import};
use aurora_designer::formats::yaml;

use super::common::{folder, notices, says};

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases");
    let mut cases: Vec<_> = std::fs::read_dir(root).unwrap().map(|it| it.unwrap().path()).collect();
    cases.sort();
    cases
}

fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_case_becomes_its_spec_with_its_notices() {
    let mut wrong = Vec::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let options =
            Options { cluster: lines(&case.join("cluster.txt")).into_iter().next(), ..Options::default() };
        let import = match import(&folder(&case.join("input")), &options) {
            Ok(import) => import,
            Err(refusal) => {
                wrong.push(format!("{name}: refused: {refusal}"));
                continue;
            }
        };
        let (spec, expected) =
            (yaml::write(&import.design), std::fs::read_to_string(case.join("expected.yaml")).unwrap());
        if spec != expected {
            let diff = similar::TextDiff::from_lines(&expected, &spec);
            wrong.push(format!("{name}: another spec\n{}", diff.unified_diff()));
        }
        let missing: Vec<String> =
            lines(&case.join("notices.txt")).into_iter().filter(|line| !says(&import, line)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{name}: missing notices {missing:#?} among {:#?}", notices(&import)));
        }
        let out = format!("{spec}\n{}", notices(&import).join("\n"));
        for text in lines(&case.join("never.txt")) {
            if out.contains(&text) {
                wrong.push(format!("{name}: {text} got out"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
