//! What a user typed, printed by the emitter and evaluated by the real Terraform: it gives exactly the text again.

use std::process::{Command, Output};
use std::{env, fs};

use aurora_designer::formats::hcl::{Body, Code, Expr};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::{common, judge, root};

/// What looks like the language's own signs, then any texts there are, the same in every run.
fn batch() -> Vec<String> {
    let own = [
        "${a}",
        "$${a}",
        "$$${a}",
        "${var.x}$${a}",
        "%{ if true }",
        "%%{b}$%{c}%$${d}",
        "$$",
        "%%",
        "$",
        "{",
        "EOT\n${x}\nEOT",
    ];
    let own = own.iter().chain(common::HOSTILE).map(|text| (*text).to_owned());
    let long = ["${x}\"\\\n".repeat(1280), "🦀".repeat(2560)];
    let mut runner = TestRunner::deterministic();
    let any = (0..400).map(|_| common::any_text().new_tree(&mut runner).unwrap().current());
    own.chain(long).chain(any.collect::<Vec<_>>()).collect()
}

fn terraform(folder: &std::path::Path, arguments: &[&str]) -> Output {
    let program = env::var_os("TERRAFORM").unwrap_or_else(|| "terraform".into());
    let own = root().join(".tools/bin");
    let path = format!("{}:{}", own.display(), env::var("PATH").unwrap());
    let settings = folder.join("terraform.rc");
    fs::write(&settings, "").unwrap();
    let done = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("PATH", path)
        .env("CHECKPOINT_DISABLE", "1")
        .env("TF_CLI_CONFIG_FILE", settings)
        .output()
        .expect("`make test` brings Terraform");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done
}

/// Terraform keeps every text in Unicode's composed form (NFC), whichever form a file has: that much is not "exactly".
const COMPARE: &str = "
import json, sys, unicodedata
typed, read = (json.load(open(path)) for path in sys.argv[1:])
composed = lambda text: unicodedata.normalize('NFC', text)
for kind in ('values', 'keys'):
    wanted = [composed(text) for text in typed] if kind == 'values' else sorted({composed(text) for text in typed})
    found = read[kind]['value'] if kind == 'values' else sorted(read[kind]['value'])
    assert len(wanted) == len(found), (kind, len(wanted), len(found))
    for one, other in zip(wanted, found):
        assert one == other, (kind, one, other)
";

#[test]
fn terraform_evaluates_every_text_to_itself() {
    if judge::skipped() {
        return;
    }
    let texts = batch();
    let output = |name, value| (Code::new(name), Body::new().set("value", value));
    // A map has each key once, also after Terraform has composed it: so a list of maps.
    let keys = texts.iter().map(|text| Expr::map([(text.as_str(), Expr::typed(text))]));
    let each = Expr::call("keys", [Expr::reference("map")]);
    let each = Expr::for_each("map", Expr::reference("local.maps"), each);
    let distinct = Expr::call("distinct", [Expr::call("flatten", [each])]);
    let all = [
        output("values", Expr::texts(texts.iter().cloned())),
        output("maps", Expr::list(keys)),
        output("keys", distinct),
    ];
    let [values, (_, maps), keys] = all;
    let body = Body::new().block("output", [values.0], values.1).block("output", [keys.0], keys.1);
    let maps = maps.print().replacen("value", "maps", 1);
    let folder = env::temp_dir().join(format!("aurora-designer-texts-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("main.tf"), format!("{}locals {{\n{maps}}}\n", body.print())).unwrap();
    fs::write(folder.join("typed.json"), json!(texts).to_string()).unwrap();
    terraform(&folder, &["init", "-input=false"]);
    terraform(&folder, &["apply", "-input=false", "-auto-approve"]);
    let said = terraform(&folder, &["output", "-json"]).stdout;
    assert!(serde_json::from_slice::<Value>(&said).is_ok());
    fs::write(folder.join("read.json"), said).unwrap();
    let python = judge::python().expect("`make test` brings Python");
    let done =
        Command::new(python).args(["-c", COMPARE, "typed.json", "read.json"]).current_dir(&folder).output();
    let done = done.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    fs::remove_dir_all(&folder).unwrap();
}
