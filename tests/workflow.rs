//! The workflow and the hook of the README: YAML that reads, and commands that run in a repository as they stand there.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const BEFORE: &str = include_str!("compare/before.yaml");
const AFTER: &str = include_str!("compare/after.yaml");

/// The block of YAML behind a mark of the README.
fn block(mark: &str) -> Value {
    let readme = include_str!("../README.md");
    let text =
        readme.split_once(&format!("<!-- {mark} -->\n```yaml\n")).unwrap().1.split_once("```").unwrap().0;
    serde_yaml::from_str(text).unwrap()
}

/// A repository whose last commit has the first design, and whose file has the second.
fn repository(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("workflow").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("aurora.yaml"), BEFORE).unwrap();
    let commit = "git init -q . && git add . && git -c user.name=a -c user.email=a@example.com commit -qm base \
                  && git update-ref refs/remotes/origin/main HEAD";
    assert!(shell(&folder, commit).status.success());
    std::fs::write(folder.join("aurora.yaml"), AFTER).unwrap();
    folder
}

fn shell(folder: &Path, script: &str) -> Output {
    let bin = Path::new(env!("CARGO_BIN_EXE_aurora-designer")).parent().unwrap();
    Command::new("bash")
        .args(["-c", script])
        .current_dir(folder)
        .env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap()))
        .env("GITHUB_BASE_REF", "main")
        .env("GITHUB_ENV", "github.env")
        .output()
        .unwrap()
}

#[test]
fn the_workflow_s_own_steps_run() {
    let folder = repository("steps");
    let workflow = block("workflow");
    let steps = workflow["jobs"]["design"]["steps"].as_array().unwrap().clone();
    // The comment goes to GitHub; what it would say is in a file.
    let scripts = steps.iter().filter_map(|step| step["run"].as_str()).map(|script| {
        let local = script.lines().filter(|line| !line.trim_start().starts_with("gh "));
        local.collect::<Vec<_>>().join("\n").replace("/tmp/", "./")
    });
    let mut ran = 0;
    for script in scripts {
        let output = shell(&folder, &script);
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]), "{script}");
        ran += 1;
    }
    assert_eq!(ran, 4);
    let written = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let sarif: Value = serde_json::from_str(&written("aurora.sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let change = written("change.md");
    assert!(change.contains("Worst: **`outage`") && change.contains("| Difference |"), "{change}");
}

#[test]
fn the_hooks_run_and_stop_a_loss_of_data() {
    let folder = repository("hooks");
    let hooks = block("hooks")["repos"][0]["hooks"].as_array().unwrap().clone();
    let entry = |id: &str| {
        let hook = hooks.iter().find(|hook| hook["id"] == id).unwrap();
        hook["entry"].as_str().unwrap().to_owned()
    };
    assert_eq!(shell(&folder, &format!("{} aurora.yaml", entry("aurora-check"))).status.code(), Some(0));
    assert_eq!(shell(&folder, &entry("aurora-diff")).status.code(), Some(0));
    std::fs::write(folder.join("aurora.yaml"), AFTER.replace("encryption: true", "encryption: false"))
        .unwrap();
    assert_eq!(shell(&folder, &entry("aurora-diff")).status.code(), Some(1));
}
