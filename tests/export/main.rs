//! The Terraform export: what it says of each named design, that it reads back, and that the real Terraform takes it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "../common/mod.rs"]
mod common;
mod edits;
mod judge;
mod named;
mod seed;
#[path = "../common/spent.rs"]
mod spent;
mod spread;
mod texts;
mod tree;

use std::path::PathBuf;
use std::{env, fs};

use aurora_designer::design::Design;
use aurora_designer::estimate;
use aurora_designer::formats::terraform::{main_tf, main_tf_forced};
use aurora_designer::formats::yaml;
use aurora_designer::rules;
use hcl::expr::{Object, ObjectKey, TemplateExpr};
use hcl::{Block, Body, Expression};
use proptest::prelude::*;

/// Designs full of what AWS takes for no name: Terraform must read their export, and refuse its values.
const REFUSED: &[&str] = &["hostile"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every named design.
fn designs() -> Vec<(String, Design)> {
    let mut designs: Vec<(String, Design)> = fs::read_dir(root().join("tests/designs"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            (name, yaml::read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).design)
        })
        .collect();
    designs.sort_by(|(one, _), (other, _)| one.cmp(other));
    designs
}

#[test]
fn every_design_gives_its_golden_file() {
    let folder = root().join("tests/golden");
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut stale = Vec::new();
    for (name, design) in designs() {
        let refused = REFUSED.contains(&name.as_str());
        let folder = if refused { folder.join("refused") } else { folder.clone() };
        let path = folder.join(format!("{name}.tf"));
        let text = main_tf(&design);
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, text).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "UPDATE_GOLDEN=1 writes tests/golden anew; git diff shows what changed: {stale:?}"
    );
}

#[test]
fn every_golden_file_has_its_design() {
    let names: Vec<String> = designs().into_iter().map(|(name, _)| name).collect();
    for entry in fs::read_dir(root().join("tests/golden")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "tf") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(names.contains(&name), "{} has no design", path.display());
        }
    }
}

fn parsed(text: &str) -> Body {
    hcl::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn blocks<'a>(body: &'a Body, kind: &str, labels: &[&str]) -> Vec<&'a Block> {
    body.blocks()
        .filter(|block| block.identifier() == kind)
        .filter(|block| labels.iter().zip(block.labels()).all(|(wanted, label)| *wanted == label.as_str()))
        .collect()
}

fn attribute<'a>(body: &'a Body, name: &str) -> &'a Expression {
    let found = body.attributes().find(|attribute| attribute.key() == name);
    found.unwrap_or_else(|| panic!("no {name} in {body:?}")).expr()
}

/// The text of a literal, its template escapes undone as Terraform does. (`Evaluate` of hcl-rs takes `$$${` for a `$$` and
/// an interpolation where another escape stands before it.)
fn literal(expression: &Expression) -> String {
    match expression {
        Expression::String(text) => text.clone(),
        Expression::TemplateExpr(template) => match template.as_ref() {
            TemplateExpr::QuotedString(text) => text.replace("$${", "${").replace("%%{", "%{"),
            TemplateExpr::Heredoc(_) => panic!("a heredoc: {template:?}"),
        },
        other => panic!("no literal: {other:?}"),
    }
}

fn default_of(body: &Body, variable: &str) -> Expression {
    let found = blocks(body, "variable", &[variable]);
    attribute(found[0].body(), "default").clone()
}

fn entries(object: &Object<ObjectKey, Expression>) -> Vec<(String, String)> {
    let key = |key: &ObjectKey| match key {
        ObjectKey::Expression(expression) => literal(expression),
        ObjectKey::Identifier(name) => name.to_string(),
        other => panic!("no key: {other:?}"),
    };
    object.iter().map(|(name, value)| (key(name), literal(value))).collect()
}

#[test]
fn every_export_reads_back_to_its_design() {
    for (name, design) in designs() {
        let body = parsed(&main_tf(&design));
        let version = literal(&default_of(&body, "engine_version"));
        assert!(version.starts_with(design.engine_version()), "{name}: {version}");
        let readers = blocks(&body, "resource", &["aws_rds_cluster_instance", "reader"]).len();
        assert_eq!(readers, usize::from(!design.cluster.readers.is_empty()), "{name}");
        let secondaries = blocks(&body, "resource", &["aws_rds_cluster"]).len() - 1;
        assert_eq!(secondaries, design.secondaries().len(), "{name}");
        let proxy = !blocks(&body, "output", &["proxy_endpoint"]).is_empty();
        assert_eq!(proxy, design.proxy.is_some(), "{name}");
        for wanted in ["cluster_endpoint", "reader_endpoint", "secret_arn", "database_name"] {
            assert_eq!(blocks(&body, "output", &[wanted]).len(), 1, "{name}: {wanted}");
        }
    }
}

#[test]
fn the_export_makes_the_alarms_that_the_bill_counts() {
    for (name, design) in designs() {
        let text = main_tf(&design);
        let body = parsed(&text);
        let readers = design.cluster.readers.len();
        let made: usize = blocks(&body, "resource", &["aws_cloudwatch_metric_alarm"])
            .iter()
            .map(|alarm| {
                let each = alarm.body().attributes().find(|it| it.key() == "for_each");
                let each = each.map(|it| hcl::format::to_string(it.expr()).unwrap()).unwrap_or_default();
                match (each.contains("writer"), each.contains("local.readers")) {
                    (true, true) => readers + 1,
                    (false, true) => readers,
                    _ => 1,
                }
            })
            .sum();
        assert_eq!(made, estimate::alarms(&design).len(), "{name}");
    }
}

#[test]
fn a_prefix_is_written_as_the_version_it_stands_for() {
    let mut design = Design::default();
    design.cluster.engine_version = Some("16".to_owned());
    let full = design.prefixed_version().unwrap().version;
    assert!(main_tf(&design).contains(&format!("\"{full}\"")), "{full}");
}

#[test]
fn a_forced_export_lists_its_errors_in_comments() {
    let mut design = Design::default();
    design.cluster.max_capacity = aurora_designer::facts::Acu::HALF;
    let today = aurora_designer::facts::FACTS_DATE;
    let bill = estimate::bill(&design, today);
    let mut errors = rules::check(&design, &bill, today);
    assert!(!errors.is_empty());
    for error in &mut errors {
        error.message.push_str("\nresource \"aws_vpc\" \"injected\" {}\r\u{2028}\u{85}}");
    }
    let text = main_tf_forced(&design, &errors);
    assert!(blocks(&parsed(&text), "resource", &["aws_vpc", "injected"]).is_empty(), "{text}");
    assert!(text.contains(errors[0].rule.id), "{text}");
    let (forced, plain) = (text.lines(), main_tf(&design));
    assert_eq!(
        forced.filter(|line| !line.starts_with('#')).count(),
        plain.lines().filter(|line| !line.starts_with('#')).count()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_design_gives_an_export_that_says_what_the_user_typed(design in common::any_design()) {
        let text = main_tf(&design);
        prop_assert_eq!(&text, &main_tf(&design));
        let body = parsed(&text);
        prop_assert_eq!(literal(&default_of(&body, "project_name")), design.project_name.clone());
        let Expression::Object(tags) = default_of(&body, "tags") else { panic!("tags are no map") };
        let wanted: Vec<(String, String)> = design.tags.clone().into_iter().collect();
        prop_assert_eq!(entries(&tags), wanted);
        let cluster = blocks(&body, "resource", &["aws_rds_cluster", "this"]);
        prop_assert_eq!(literal(attribute(cluster[0].body(), "database_name")), design.cluster.database_name.clone());
        prop_assert_eq!(literal(attribute(cluster[0].body(), "master_username")), design.master_username());
    }
}
