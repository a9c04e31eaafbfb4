//! Help, manual and completions: every verb is in all of them, and its example runs as it is printed.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::json;

use super::{FULL, REFUSED, folder, offer, out, run};

const VERBS: [&str; 18] = [
    "check",
    "cost",
    "diff",
    "simulate",
    "size",
    "terraform",
    "bundle",
    "yaml",
    "import",
    "fix",
    "link",
    "open",
    "diagram",
    "rules",
    "prices",
    "schema",
    "completions",
    "man",
];

#[test]
fn help_and_version_need_nothing() {
    let help = out(&["--help"]);
    let listed = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let listed: Vec<&str> = listed
        .lines()
        .filter(|line| !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(listed, VERBS);
    for verb in VERBS {
        let help = out(&[verb, "--help"]);
        assert!(help.contains(&format!("Usage: aurora-designer {verb}")), "{help}");
        assert!(help.contains("--today <YYYY-MM-DD>") && help.contains("--verbose"), "{help}");
    }
    assert_eq!(out(&["--version"]), concat!("aurora-designer ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn the_example_of_every_verb_runs() {
    let folder = folder("examples");
    for name in ["aurora.yaml", "new.yaml"] {
        std::fs::copy(FULL, folder.join(name)).unwrap();
    }
    std::fs::write(folder.join("old.yaml"), REFUSED).unwrap();
    let acu = json!({
        "databaseEngine": "Any", "regionCode": "us-east-1", "usagetype": "Aurora:ServerlessV2Usage",
    });
    let list = offer(&[("A", "ServerlessV2", acu, "ACU-Hr", "0.1200000000")]);
    std::fs::write(folder.join("offer.json"), list).unwrap();
    std::fs::write(folder.join("cpu.csv"), super::load::minutes(5000, |_| "20".to_owned())).unwrap();
    let binary = env!("CARGO_BIN_EXE_aurora-designer");
    let bin = std::path::Path::new(binary).parent().unwrap().to_str().unwrap();
    let path = format!("{bin}:{}", std::env::var("PATH").unwrap());
    for verb in VERBS {
        let help = out(&[verb, "--help"]);
        let example = help.split_once("\nExample:\n  ").unwrap().1.lines().next().unwrap();
        assert!(example.starts_with(&format!("aurora-designer {verb}")), "{example}");
        // Typed into a shell, as whoever reads it does.
        let output = Command::new("sh")
            .args(["-c", example])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        // The two specs differ, which is what `diff` says with its code; an import tells what it took.
        let code = i32::from(verb == "diff");
        let told = |line: &str| verb == "import" && line.contains(": notice: ");
        assert!(output.status.code() == Some(code) && err.lines().all(told), "{example}: {err}");
        let writes = example.contains(" --out ");
        assert_eq!(output.stdout.is_empty(), writes, "{example}");
    }
    assert!(folder.join("infra/main.tf").exists() && folder.join("orders.zip").exists());
}

#[test]
fn shells_complete_verbs_formats_and_rules() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = out(&["completions", shell]);
        for word in VERBS.into_iter().chain(["sarif", "markdown", "capacity/max-below-min"]) {
            // These two complete options and verbs alone.
            let skipped = ["elvish", "powershell"].contains(&shell) && !VERBS.contains(&word);
            assert!(skipped || text.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_program_and_one_for_each_verb() {
    let page = out(&["man"]);
    for verb in VERBS {
        assert!(page.contains(&format!("aurora\\-designer\\-{verb}(1)")), "{verb}: {page}");
        let own = out(&["man", verb]);
        assert!(own.contains(".SH SYNOPSIS") && own.contains("Example:"), "{verb}: {own}");
        // A catalogue of rules is no list of values for a manual.
        assert!(!own.contains("capacity/max\\-above\\-version"), "{own}");
    }
}

#[test]
fn the_readme_names_every_format_of_a_verb() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let mut told = BTreeMap::<&str, BTreeSet<&str>>::new();
    for line in readme.lines().filter_map(|line| line.strip_prefix("cargo run --release -- ")) {
        let verb = line.split(' ').next().unwrap();
        let words = |text: &'static str| line.split(text).skip(1);
        let formats = words("--format ").filter_map(|rest| rest.split([' ', '`', ';']).next());
        let also = words("also ").flat_map(|rest| rest.split(';').next().unwrap().split(", "));
        told.entry(verb).or_default().extend(formats.chain(also));
    }
    let named: Vec<&str> =
        told.iter().filter(|(_, formats)| !formats.is_empty()).map(|(verb, _)| *verb).collect();
    assert_eq!(named, ["check", "cost", "diff"]);
    for verb in named {
        let refused = run(&[verb, "--format", "nonsense"]).err;
        let possible = refused.split_once("[possible values: ").unwrap().1.split_once(']').unwrap().0;
        let mut possible: BTreeSet<&str> = possible.split(", ").collect();
        assert!(possible.remove("text"), "what a terminal gets by itself: {possible:?}");
        assert_eq!(told[verb], possible, "{verb}");
    }
}
