//! The command line as a terminal or a CI job sees it: every verb, exit codes, standard error, pipes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod check;
mod diff;
mod help;
mod import;
mod load;
mod lower;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const FULL: &str = "tests/designs/full.yaml";

/// A spec that AWS refuses: its maximum is below its minimum.
const REFUSED: &str = "project_name: orders
provider: aws
architecture_type: rds_aurora
resources:
  - id: aurora-cluster
    type: aws_rds_aurora
    name: orders-cluster
    provider: aws
    config:
      engine: aurora-postgresql
      engine_version: \"17.7\"
      serverless_v2: { min_capacity: 8, max_capacity: 2 }
      encryption: true
      backup_retention: 7
";

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn run_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aurora-designer"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

/// The output of a command that must go well and quietly.
fn out(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&out(arguments)).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(folder: &str, name: &str, text: &str) -> String {
    let path = self::folder(folder).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Whether every line reads `FILE:LINE:COLUMN: message`.
fn placed(err: &str, file: &str) -> bool {
    let placed = |line: &str| {
        let rest = line.strip_prefix(file)?.strip_prefix(':')?;
        let (row, rest) = rest.split_once(':')?;
        let (column, message) = rest.split_once(": ")?;
        Some(row.parse::<u32>().ok()? > 0 && column.parse::<u32>().ok()? > 0 && !message.is_empty())
    };
    !err.is_empty() && err.lines().all(|line| placed(line) == Some(true))
}

#[test]
fn cost_is_the_same_in_every_format() {
    let bill = json(&["cost", FULL, "--format", "json"]);
    assert_eq!((&bill["currency"], &bill["complete"]), (&json!("USD"), &json!(true)));
    let typical = bill["typical"].to_string();
    assert_eq!(typical.split_once('.').unwrap().1.len(), 2, "{typical}");
    let lines = bill["lines"].as_array().unwrap();
    assert_eq!(lines[0]["id"], "writer_acu");
    assert_eq!(
        (lines[0]["quantity"].to_string().as_str(), lines[0]["monthly"].to_string().as_str()),
        ("2920", "350.40")
    );
    let csv = out(&["cost", FULL, "--format", "csv"]);
    assert_eq!(csv.lines().count(), 1 + lines.len() + 3);
    assert!(csv.contains(&format!("total_typical,Typical month,,,,{typical},\r\n")), "{csv}");
    let refused = run(&["cost", FULL, "--format", "?"]).err;
    let formats = refused.split_once("[possible values: ").unwrap().1.split_once(']').unwrap().0;
    for format in formats.split(", ") {
        let text = out(&["cost", FULL, "--format", format]);
        // For people the thousands stand apart.
        assert!(text.replace(',', "").contains(&typical), "{format}: {text}");
        let both = out(&["cost", FULL, "--format", format, "--compare", FULL]);
        assert_ne!(both, text, "{format}");
    }
}

#[test]
fn cost_compares_two_specs() {
    let path = file("compare", "small.yaml", &REFUSED.replace("max_capacity: 2", "max_capacity: 16"));
    let both = json(&["cost", FULL, "--compare", &path, "--format", "json"]);
    let cents = |value: &Value| value.to_string().replace('.', "").parse::<i64>().unwrap();
    assert_eq!(
        cents(&both["typical"]) - cents(&both["compare"]["typical"]),
        cents(&both["difference"]["typical"])
    );
    assert!(out(&["cost", FULL, "--compare", &path]).contains("Difference"));
    assert!(out(&["cost", FULL, "--compare", &path, "--format", "csv"]).contains("total_ceiling,"));
    let same = out(&["cost", FULL, "--compare", FULL, "--format", "csv"]);
    assert!(same.lines().skip(1).all(|line| line.ends_with(",0.00")), "{same}");
    assert_eq!(run_with(&["cost", "-", "--compare", "-"], REFUSED).code, 2);
}

#[test]
fn terraform_goes_to_standard_output_or_a_folder() {
    let text = out(&["terraform", FULL]);
    assert!(text.contains("resource \"aws_rds_cluster\""), "{text}");
    let folder = folder("terraform").join("new/deep");
    assert_eq!(out(&["terraform", FULL, "--out", folder.to_str().unwrap()]), "");
    assert_eq!(std::fs::read_to_string(folder.join("main.tf")).unwrap(), text);
}

#[test]
fn terraform_is_refused_while_there_are_errors_unless_forced() {
    let ran = run_with(&["terraform", "-"], REFUSED);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(placed(&ran.err, "<stdin>") && ran.err.contains("capacity/max-below-min"), "{}", ran.err);
    let ran = run_with(&["terraform", "-", "--force"], REFUSED);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!ran.out.is_empty());
    let zip = folder("refused").join("x.zip");
    let ran = run_with(&["bundle", "-", "--out", zip.to_str().unwrap()], REFUSED);
    assert!(ran.code == 1 && placed(&ran.err, "<stdin>") && !zip.exists());
}

#[test]
fn a_bundle_holds_the_same_bytes_as_the_single_commands() {
    let folder = folder("bundle");
    let [one, two] = ["one.zip", "two.zip"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    out(&["bundle", FULL, "--out", &one]);
    out(&["bundle", FULL, "--out", &two, "--today", "2031-01-01"]);
    let bytes = std::fs::read(&one).unwrap();
    assert_eq!(bytes, std::fs::read(&two).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut texts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        texts.insert(entry.name().to_owned(), text);
    }
    let names: Vec<&str> = texts.keys().map(String::as_str).collect();
    let charts = ["average", "composition", "provisioned", "savings-plan", "storage-types"];
    let charts = charts.map(|name| format!("bill-{name}.svg"));
    let files = ["README.md", "aurora.yaml", "cost.csv", "diagram.svg", "main.tf"];
    let mut expected: Vec<&str> = files.into_iter().chain(charts.iter().map(String::as_str)).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert_eq!(texts["main.tf"], out(&["terraform", FULL]));
    assert_eq!(texts["aurora.yaml"], out(&["yaml", FULL]));
    assert_eq!(texts["diagram.svg"], out(&["diagram", FULL]));
    assert_eq!(texts["cost.csv"], out(&["cost", FULL, "--format", "csv", "--today", "2026-10-10"]));
    let record = &texts["README.md"];
    assert!(record.contains(out(&["link", FULL]).trim()));
    for name in names.iter().filter(|name| **name != "README.md") {
        let told = if name.starts_with("bill-") { "bill-*.svg" } else { name };
        assert!(record.contains(&format!("| {told} |")), "the record does not name {name}");
    }
    assert_eq!(run(&["bundle", FULL]).code, 2);
}

#[test]
fn yaml_is_canonical_and_reads_from_standard_input() {
    let once = out(&["yaml", FULL]);
    let again = run_with(&["yaml", "-"], &once);
    assert_eq!((again.code, again.out), (0, once));
}

#[test]
fn fix_mends_what_check_finds() {
    let fixed = run_with(&["fix", "-"], REFUSED);
    assert_eq!((fixed.code, fixed.err.as_str()), (0, ""));
    assert_eq!(run_with(&["check", "-"], &fixed.out).code, 0, "{}", fixed.out);
    let one = run_with(&["fix", "-", "--rule", "capacity/max-below-min"], REFUSED);
    assert!(one.code == 0 && one.out.contains("max_capacity: 8"), "{}", one.out);
    let wrong = run_with(&["fix", "-", "--rule", "capacity/max-below-mim"], REFUSED);
    assert!(wrong.code == 2 && wrong.err.contains("exists: 'capacity/max-below-min'"), "{}", wrong.err);
    let told = run_with(&["fix", "-", "--verbose"], REFUSED);
    assert!(told.err.contains("resources[0].config.serverless_v2.max_capacity: 2 -> 8"), "{}", told.err);
}

#[test]
fn a_link_opens_the_spec_it_was_made_of() {
    let link = out(&["link", FULL]);
    let yaml = out(&["yaml", FULL]);
    assert_eq!(out(&["open", link.trim()]), yaml);
    assert_eq!(out(&["open", &format!("https://example.com/#{}", link.trim())]), yaml);
    let ran = run_with(&["open", "-"], &link);
    assert_eq!((ran.code, ran.out), (0, yaml));
    let cut = run(&["open", link.get(..30).unwrap()]);
    assert!(cut.code == 1 && placed(&cut.err, "link") && cut.out.contains("project_name"), "{}", cut.err);
    let long = format!("tags: {{ note: {} }}\n{REFUSED}", "x".repeat(9000));
    let ran = run_with(&["link", "-"], &long);
    assert!(ran.code == 1 && ran.out.is_empty() && placed(&ran.err, "<stdin>"), "{}", ran.err);
}

#[test]
fn a_diagram_is_an_svg() {
    assert!(out(&["diagram", FULL]).contains("<svg"));
}

/// A price list in AWS' own nesting, of SKUs with service family, attributes, unit and price.
fn offer(records: &[(&str, &str, Value, &str, &str)]) -> String {
    let (mut products, mut terms) = (json!({}), json!({}));
    for (sku, family, attributes, unit, usd) in records {
        products[sku] = json!({ "sku": sku, "productFamily": family, "attributes": attributes });
        let code = format!("{sku}.JRTCKXETXF");
        terms[sku][&code] = json!({
            "offerTermCode": "JRTCKXETXF", "sku": sku, "effectiveDate": "2026-10-01T00:00:00Z", "termAttributes": {},
            "priceDimensions": { format!("{code}.6YS6EN2CT7"): {
                "description": "", "beginRange": "0", "endRange": "Inf", "unit": unit,
                "pricePerUnit": { "USD": usd }, "appliesTo": [],
            } },
        });
    }
    json!({
        "formatVersion": "v1.0", "offerCode": "AmazonRDS", "version": "20261001", "products": products,
        "publicationDate": "2026-10-01T00:00:00Z", "terms": { "OnDemand": terms, "Reserved": {} },
    })
    .to_string()
}

#[test]
fn prices_reads_real_records_of_the_price_list() {
    let data: Value = serde_json::from_str(include_str!("../data/prices.json")).unwrap();
    let records = data["offer_sample"]["records"].as_array().unwrap();
    let text = |value: &'static str, record: &Value| record[value].as_str().unwrap().to_owned();
    let owned: Vec<_> = records
        .iter()
        .map(|record| {
            let price = &record["onDemand"][0];
            let usd = price["pricePerUnit"]["USD"].as_str().unwrap().to_owned();
            (
                text("sku", record),
                text("productFamily", record),
                record["attributes"].clone(),
                text("unit", price),
                usd,
            )
        })
        .collect();
    let records: Vec<_> = owned
        .iter()
        .map(|(sku, family, attributes, unit, usd)| {
            (sku.as_str(), family.as_str(), attributes.clone(), unit.as_str(), usd.as_str())
        })
        .collect();
    let ran = run_with(&["prices", "-"], &offer(&records));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let rows: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let fields: Vec<&str> = rows.iter().map(|row| row["field"].as_str().unwrap()).collect();
    assert_eq!(
        fields,
        ["acu_hour_standard", "storage_gb_month_standard", "io_per_million_standard", "backup_gb_month"]
    );
    for row in rows {
        assert_eq!((&row["usd"], &row["region"]), (&row["book"], &json!("us-east-1")), "{row}");
    }
}

#[test]
fn prices_skips_decoys_and_chooses_nothing_where_engines_differ() {
    let acu = |engine: &str, usage: &str| json!({ "databaseEngine": engine, "regionCode": "eu-west-1", "usagetype": usage });
    let records = [
        (
            "A",
            "ServerlessV2",
            acu("Aurora PostgreSQL", "EU-Aurora:ServerlessV2Usage"),
            "ACU-Hr",
            "0.1400000000",
        ),
        ("B", "ServerlessV2", acu("Aurora MySQL", "EU-Aurora:ServerlessV2Usage"), "ACU-Hr", "0.1500000000"),
        ("C", "Serverless", acu("Aurora MySQL", "EU-Aurora:ServerlessUsage"), "ACU-Hr", "0.0600000000"),
        ("D", "ServerlessV2", acu("Any", "EU-Aurora:ServerlessV2IOOptimizedUsage"), "ACU-Hr", "0.1900000000"),
    ];
    let ran = run_with(&["prices", "-"], &offer(&records));
    let rows: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 2, "{}", ran.out);
    assert_eq!((&rows[0]["usd"], rows[0]["differ"].as_object().unwrap().len()), (&Value::Null, 2));
    assert_eq!((rows[1]["usd"].to_string().as_str(), &rows[1]["skus"]), ("0.19", &json!(["D"])));
    let none = run_with(&["prices", "-"], &offer(&[]));
    assert!(none.code == 2 && placed(&none.err, "<stdin>"), "{}", none.err);
    let broken = run_with(&["prices", "-"], "{\n  \"products\": 1");
    assert!(broken.code == 2 && broken.err.starts_with("<stdin>:2:"), "{}", broken.err);
}

#[test]
fn the_day_never_changes_exported_bytes() {
    for verb in ["terraform", "yaml", "link", "diagram"] {
        let now = out(&[verb, FULL, "--today", "2026-11-25"]);
        assert_eq!(out(&[verb, FULL, "--today", "2026-10-10"]), now, "{verb}");
    }
    for day in ["today", "2026-02-30", "2026-1-1"] {
        let ran = run(&["check", FULL, "--today", day]);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(day), "{day}: {}", ran.err);
    }
}

#[test]
fn what_can_t_be_read_is_told_with_its_place() {
    let misspelt = file("bad", "misspelt.yaml", &REFUSED.replace("min_capacity", "min_capcity"));
    for verb in ["check", "cost", "terraform", "yaml", "fix", "link", "diagram"] {
        let ran = run(&[verb, &misspelt]);
        assert!(ran.code == 2 && ran.out.is_empty() && placed(&ran.err, &misspelt), "{verb}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("{misspelt}:12:")), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1);
        let missing = run(&[verb, "missing.yaml"]);
        assert!(missing.code == 2 && placed(&missing.err, "missing.yaml"), "{verb}: {}", missing.err);
    }
    let ran = run_with(&["check", "-"], &"[".repeat(1024 * 1024));
    assert!(ran.code == 2 && placed(&ran.err, "<stdin>"), "{}", ran.err);
    let latin = folder("latin").join("latin.yaml");
    std::fs::write(&latin, b"project_name: orders\nregion: \xe9\n").unwrap();
    let ran = run(&["check", latin.to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("latin.yaml:2:9: "), "{}", ran.err);
    let closed = run(&["terraform", FULL, "--out", "Cargo.toml/x"]);
    assert!(closed.code == 2 && placed(&closed.err, "Cargo.toml/x"), "{}", closed.err);
}

#[test]
fn arguments_that_mean_nothing_are_refused() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "Usage: aurora-designer [OPTIONS] <COMMAND>"),
        (&["chek", FULL], "'check'"),
        (&["check"], "<FILE>"),
        (&["check", FULL, "more"], "'more'"),
        (&["check", FULL, "--colour"], "'--colour'"),
        (&["check", FULL, "--format", "xml"], "[possible values: text, json, sarif]"),
        (&["check", FULL, "--format", "jsn"], "'json'"),
        (&["check", FULL, "--format"], "--format <FORMAT>"),
        (&["cost", FULL, "--format", "sarif"], "[possible values: text, json, csv, markdown]"),
        (&["rules", "--format", "csv"], "[possible values: text, json]"),
        (&["yaml", FULL, "--force"], "'--force'"),
        (&["bundle", FULL], "--out <X.zip>"),
        (&["completions", "cmd"], "bash"),
        (&["man", "chek"], "the nearest is check"),
    ];
    for (arguments, said) in cases {
        let ran = run(arguments);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn verbose_says_what_is_read() {
    let ran = run(&["yaml", FULL, "--verbose"]);
    assert!(ran.code == 0 && ran.err.contains("bytes read"), "{}", ran.err);
}

#[test]
fn a_broken_pipe_ends_it_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aurora-designer"))
        .args(["yaml", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It can't write before it has read, so the pipe is broken for certain.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(REFUSED.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}
