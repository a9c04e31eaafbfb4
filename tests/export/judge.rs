//! The real Terraform as the judge, by the offline check of `tests/terraform`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use aurora_designer::design::Design;
use aurora_designer::formats::terraform::main_tf;
use serde_json::Value;

use super::spent::timed;
use super::{REFUSED, designs, named, root, spread};

/// The interpreter with the packages of `tests/terraform/requirements.txt`.
pub(crate) fn python() -> Option<OsString> {
    let own = root().join(".tools/venv/bin/python");
    env::var_os("AURORA_PYTHON").or_else(|| own.exists().then(|| own.into_os_string()))
}

/// Says loudly when Terraform is not asked; where the tests must prove something, that is a failure.
#[expect(clippy::print_stderr, reason = "a skip must be loud")]
pub(crate) fn skipped() -> bool {
    let skip = env::var_os("AURORA_SKIP_TERRAFORM").is_some_and(|value| value == "1");
    if skip {
        assert!(env::var_os("CI").is_none(), "AURORA_SKIP_TERRAFORM may not be set in CI");
        eprintln!("SKIPPED: AURORA_SKIP_TERRAFORM=1, so no export was shown to Terraform");
    }
    skip
}

/// What the check says of each export: its name, and every error as `step: message`. And the processor time that
/// Terraform used for all of them.
fn verdicts(
    name: &str,
    designs: &[(String, Design)],
    options: &[&str],
) -> (Vec<(String, Vec<String>)>, Duration) {
    let python = python().expect(
        "no Python with the packages of tests/terraform/requirements.txt: `make test` brings it, AURORA_PYTHON names one, \
         AURORA_SKIP_TERRAFORM=1 skips this",
    );
    let work = env::temp_dir().join(format!("aurora-designer-{name}-{}", std::process::id()));
    let folders: Vec<PathBuf> = designs.iter().map(|(name, _)| work.join(name)).collect();
    for (folder, (_, design)) in folders.iter().zip(designs) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("main.tf"), main_tf(design)).unwrap();
    }
    let check = root().join("tests/terraform/check.py");
    let done = Command::new(python).arg(check).arg("--json").args(options).args(&folders).output().unwrap();
    fs::remove_dir_all(&work).unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    let report: Value = serde_json::from_str(&said).unwrap_or_else(|_| {
        let error = String::from_utf8_lossy(&done.stderr);
        panic!("the check could not run; it needs `terraform` 1.11 or newer, which `make test` brings:\n{said}{error}")
    });
    let results = report["results"].as_array().unwrap().iter();
    let errors = |result: &Value| -> Vec<String> {
        let errors = result["errors"].as_array().unwrap().iter();
        errors
            .map(|it| format!("{}: {}", it["step"].as_str().unwrap(), it["message"].as_str().unwrap()))
            .collect()
    };
    let verdicts = results.zip(designs).map(|(result, (name, _))| (name.clone(), errors(result))).collect();
    (verdicts, Duration::from_secs_f64(report["processor_seconds"].as_f64().unwrap()))
}

/// Gives the processor time that Terraform used.
fn all_pass(name: &str, designs: &[(String, Design)], options: &[&str]) -> Duration {
    if skipped() {
        return Duration::ZERO;
    }
    let (mut failed, used) = verdicts(name, designs, options);
    failed.retain(|(_, errors)| !errors.is_empty());
    assert!(failed.is_empty(), "{failed:#?}");
    used
}

#[test]
fn terraform_takes_every_named_design() {
    let designs: Vec<_> =
        designs().into_iter().filter(|(name, _)| !REFUSED.contains(&name.as_str())).collect();
    all_pass("named", &designs, &[]);
}

/// The figure: two cores export and validate the matrix within a minute. What else they do meanwhile is not counted.
#[test]
fn terraform_takes_the_whole_matrix_in_time() {
    let (judged, exported) = timed(|| all_pass("matrix", &named::designs(), &[]));
    let used = judged + exported;
    assert!(used < 2 * Duration::from_mins(1), "{used:?}");
}

#[test]
fn terraform_applies_a_spread_of_the_matrix_and_then_has_nothing_to_do() {
    // Five is prime to the pace of every choice.
    let designs: Vec<_> = named::designs().into_iter().step_by(5).collect();
    all_pass("matrix-applied", &designs, &["--apply"]);
}

#[test]
fn terraform_takes_every_choice() {
    all_pass("spread", &spread::designs(), &[]);
}

#[test]
fn terraform_applies_a_spread_of_choices_and_then_has_nothing_to_do() {
    // Eleven is prime to the pace of every choice; `make test` applies the golden files as well.
    let designs: Vec<_> = spread::designs().into_iter().step_by(11).collect();
    all_pass("applied", &designs, &["--apply"]);
}

/// Nothing that was typed changes what the file says: Terraform reads it to the end, and refuses the values alone.
#[test]
fn terraform_reads_hostile_texts_as_texts() {
    if skipped() {
        return;
    }
    let designs: Vec<_> =
        designs().into_iter().filter(|(name, _)| REFUSED.contains(&name.as_str())).collect();
    for (name, errors) in verdicts("refused", &designs, &[]).0 {
        assert!(!errors.is_empty(), "{name} is legal");
        let value = |error: &String| error.starts_with("validate: expected ");
        assert!(errors.iter().all(value), "{name}: {errors:#?}");
    }
}
