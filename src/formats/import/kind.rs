//! What a file is, by what is in it.

use std::collections::BTreeMap;

use super::{Input, Place, Refusal, limits, shapes};

/// What there is to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `.tf`, `.tf.json`, `.tfvars`, `.tfvars.json`.
    Terraform,
    /// A `main.tf` of ours, whose head holds the design's link.
    OwnTerraform,
    /// A spec of ours.
    Spec,
    /// A state: what `terraform show -json` prints, or the file itself.
    State,
    /// A plan that `terraform show -json` prints.
    Plan,
    /// A CloudFormation template, or a file of its parameters.
    CloudFormation,
    /// The answer of an `aws rds describe-…`.
    Describe,
    /// CloudWatch's series.
    Metrics,
}

/// Whether there is nothing in a file.
pub(super) fn is_blank(input: &Input) -> bool {
    limits::bare(&input.bytes).iter().all(u8::is_ascii_whitespace)
}

/// What a file is.
///
/// # Errors
/// Where it is none of the kinds; says what it looks like and what to do.
pub(super) fn kind(input: &Input) -> Result<Kind, Refusal> {
    let bytes = limits::bare(&input.bytes);
    let refuse = |message: &str| Err(Refusal::at(Place::file(&input.name), message));
    if bytes.starts_with(b"PK\x03\x04") {
        // Terraform's plan is an archive, too.
        let is_plan = bytes.windows(6).take(4096).any(|it| it == b"tfplan");
        return refuse(if is_plan {
            BINARY_PLAN
        } else {
            "This is a zip archive. Unpack it and give the files in it."
        });
    }
    if bytes.starts_with(b"tfplan") {
        return refuse(BINARY_PLAN);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refuse("This is no text in UTF-8. Save it as UTF-8, or give another file.");
    };
    let trimmed = text.trim_start();
    if trimmed.starts_with(['{', '[']) {
        return json(input, text);
    }
    yaml_or_text(input, text)
}

const BINARY_PLAN: &str =
    "This is a plan in Terraform's binary form. Run terraform show -json FILE and give what it prints.";

/// Keys that a configuration in JSON has at its top.
const CONFIGURATION: [&str; 8] =
    ["resource", "variable", "module", "provider", "locals", "data", "output", "terraform"];

fn json(input: &Input, text: &str) -> Result<Kind, Refusal> {
    let top = limits::top(&input.name, text.as_bytes())?;
    let refuse = |message: String| Err(Refusal::at(Place::file(&input.name), message));
    if top.is_cut {
        return refuse("This JSON ends too early. Give the whole file, as it was printed.".to_owned());
    }
    let describes = top.keys.keys().any(|key| is_describe_word(key));
    // Pages of an answer may be appended to each other.
    if top.goes_on && !describes {
        return refuse(
            "This is JSON and then more. Give what one command prints; of a plan what terraform show -json FILE prints."
                .to_owned(),
        );
    }
    let has = |key: &str| top.keys.contains_key(key);
    let any = |keys: &[&str]| keys.iter().any(|key| has(key) || has(&camel(key)));
    let is_list = |key: &str| top.keys.get(key).is_some_and(|it| it.starts_with('['));
    if has("encrypted_data") {
        return refuse(
            "This state is encrypted. Run tofu show -json where its key is known, and give what it prints."
                .to_owned(),
        );
    }
    if has("ParameterKey") {
        return Ok(Kind::CloudFormation);
    }
    if any(&["MetricDataResults", "Datapoints"]) || any(&["Timestamps"]) && any(&["Values"]) {
        return Ok(Kind::Metrics);
    }
    if has("AWSTemplateFormatVersion") || has("Resources") {
        return Ok(Kind::CloudFormation);
    }
    if any(&["Parameters"]) {
        // Of a template they are a map, of a parameter group a list.
        let of_group = is_list("Parameters") || is_list("parameters");
        return Ok(if of_group { Kind::Describe } else { Kind::CloudFormation });
    }
    if describes {
        return Ok(Kind::Describe);
    }
    if let Some(kind) = terraform_json(input, &top.keys)? {
        return Ok(kind);
    }
    let name = input.name.to_ascii_lowercase();
    let is_named = name.ends_with(".tfvars.json") || name.ends_with(".tf.json");
    // A spec names its provider too.
    if !is_named && has("project_name") && has("resources") {
        return Ok(Kind::Spec);
    }
    if is_named || CONFIGURATION.iter().any(|key| has(key)) {
        return Ok(Kind::Terraform);
    }
    // Resources of a template without the keys around them.
    if text.contains("\"AWS::") {
        return Ok(Kind::CloudFormation);
    }
    refuse(unknown(text))
}

/// A state, a plan, or why it is neither that can be read; none where it is nothing of the kind.
fn terraform_json(input: &Input, keys: &BTreeMap<String, String>) -> Result<Option<Kind>, Refusal> {
    let has = |key: &str| keys.contains_key(key);
    let refuse = |message: String| Err(Refusal::at(Place::file(&input.name), message));
    let scalar = |key: &str| {
        let text = keys.get(key)?.trim_start_matches('"');
        let end = text.find(['"', ',', '}', ' ', '\n', '\r']).unwrap_or(text.len());
        text.get(..end)
    };
    let is_shown =
        has("planned_values") || has("resource_changes") || has("values") || has("terraform_version");
    if let Some(version) = scalar("format_version").filter(|_| is_shown) {
        if !version.starts_with("0.") && !version.starts_with("1.") && version != "1" {
            return refuse(format!(
                "This has format_version {}, which is not known here. Give what Terraform 1 prints with terraform show -json.",
                cut(version)
            ));
        }
        if has("planned_values") || has("resource_changes") {
            return Ok(Some(Kind::Plan));
        }
        if has("values") {
            return Ok(Some(Kind::State));
        }
        return refuse("This state is empty: there are no values in it.".to_owned());
    }
    let is_file = has("lineage") || has("serial") || has("modules") || has("terraform_version");
    if let Some(version) = scalar("version").filter(|_| is_file) {
        return match version {
            "4" => Ok(Some(Kind::State)),
            "1" | "2" | "3" => refuse(format!(
                "This is a state of version {version}, which only older Terraforms wrote. Run terraform show -json with a newer one and give what it prints."
            )),
            other => refuse(format!(
                "This is a state of version {}, which is not known here. Run terraform show -json and give what it prints.",
                cut(other)
            )),
        };
    }
    if has("backend") && !has("resource") {
        return refuse(
            "This only tells where the state is kept. Run terraform show -json or terraform state pull, and give what it prints."
                .to_owned(),
        );
    }
    Ok(None)
}

/// Keys that an answer of `aws rds describe-…` has, at its top or in a single object.
const DESCRIBE: [&str; 19] = [
    "DBCluster",
    "DBClusterEndpoints",
    "DBClusters",
    "DBInstance",
    "DBInstances",
    "DBProxies",
    "DBSubnetGroupName",
    "DBSubnetGroups",
    "TargetGroups",
    "Targets",
    "DBProxyEndpoints",
    "GlobalClusters",
    "DBClusterIdentifier",
    "DBInstanceIdentifier",
    "DBProxyName",
    "GlobalClusterIdentifier",
    "TrackedClusterId",
    "ParameterName",
    "RdsResourceId",
];

/// Whether a key is one of those in any case: SDKs print `dbClusters` or `dBClusters`.
fn is_describe_word(key: &str) -> bool {
    DESCRIBE.iter().any(|word| word.eq_ignore_ascii_case(key))
}

/// Whether a YAML text has one of those keys.
fn has_describe_word(text: &str) -> bool {
    let keys = text
        .lines()
        .filter_map(|line| line.trim_start_matches([' ', '-']).split_once(':'))
        .map(|(key, _)| key);
    keys.take(20_000).any(|key| is_describe_word(key.trim_matches(['"', '\''])))
}

/// `DBClusters` as `dbClusters`, `TargetGroups` as `targetGroups`: as some SDKs print them.
fn camel(word: &str) -> String {
    let rest = word.strip_prefix("DB").map(|rest| format!("db{rest}"));
    rest.unwrap_or_else(|| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
    })
}

fn yaml_or_text(input: &Input, text: &str) -> Result<Kind, Refusal> {
    let name = input.name.to_ascii_lowercase();
    let lines = || text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let has_line = |wanted: fn(&str) -> bool| lines().any(wanted);
    let refuse = |message: String| Err(Refusal::at(Place::file(&input.name), message));
    let lower = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    if lower.starts_with("<!doctype") || lower.starts_with("<html") || lower.starts_with("<?xml") {
        return refuse(
            "This is a page of HTML or XML, not what a command printed. Give the file itself.".to_owned(),
        );
    }
    if matches!(name.rsplit('.').next(), Some("tf" | "tfvars" | "hcl")) {
        return Ok(terraform_kind(text));
    }
    if has_line(|line| line.starts_with("AWSTemplateFormatVersion:") || line.starts_with("Resources:"))
        || text.contains("Type: AWS::")
        || text.contains("Type: 'AWS::")
        || text.contains("Type: \"AWS::")
        || text.contains("\"Type\": \"AWS::")
    {
        return Ok(Kind::CloudFormation);
    }
    if has_line(|line| line.starts_with("project_name:")) {
        return Ok(Kind::Spec);
    }
    if has_line(is_block_line) {
        return Ok(terraform_kind(text));
    }
    if text.contains("ParameterKey:") {
        return Ok(Kind::CloudFormation);
    }
    if has_line(|line| {
        line.starts_with("MetricDataResults:") || line.starts_with("Datapoints:") || line.starts_with("- Id:")
    }) {
        return Ok(Kind::Metrics);
    }
    if has_describe_word(text) {
        return Ok(Kind::Describe);
    }
    if is_csv(text) {
        return Ok(Kind::Metrics);
    }
    if lines().any(is_variable_line)
        && lines().filter(|line| is_variable_line(line)).count() * 4 > lines().count()
    {
        return Ok(Kind::Terraform);
    }
    refuse(unknown(text))
}

/// Whether it is a `main.tf` of ours: a link in its first comment.
fn terraform_kind(text: &str) -> Kind {
    let head = text.lines().take_while(|line| line.starts_with('#') || line.trim().is_empty());
    let mut head = head.peekable();
    let ours =
        head.any(|line| line.contains("Made by Aurora Designer")) && super::spec::link_of(text).is_some();
    if ours { Kind::OwnTerraform } else { Kind::Terraform }
}

/// `resource "aws_rds_cluster" "this" {`, `locals {`.
fn is_block_line(line: &str) -> bool {
    const WORDS: [&str; 9] =
        ["resource", "module", "variable", "locals", "provider", "data", "output", "terraform", "moved"];
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    WORDS.contains(&first) && line.ends_with('{') && words.next().is_some_and(|it| it.starts_with(['"', '{']))
}

/// `name = …`, as a file of variables has it.
fn is_variable_line(line: &str) -> bool {
    let Some((name, _)) = line.split_once('=') else { return false };
    let name = name.trim();
    !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-'))
}

/// Rows of which the second begins with a time.
fn is_csv(text: &str) -> bool {
    let mut rows = text.lines().filter(|line| !line.trim().is_empty()).take(8);
    rows.any(|row| {
        let Some((first, _)) = row.split_once(',') else { return false };
        let first = first.trim().trim_matches('"');
        first.len() >= 8
            && first.starts_with(|it: char| it.is_ascii_digit())
            && first
                .chars()
                .all(|it| it.is_ascii_digit() || matches!(it, '-' | '/' | ':' | ' ' | 'T' | 'Z' | '+' | '.'))
    })
}

/// Why a text is none of the kinds, with its first line where that is safe to show.
fn unknown(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let shown = if looks_secret(line) { String::new() } else { format!(" It begins with: {}", cut(line)) };
    format!(
        "This is none of the kinds that can be imported: Terraform, a state or plan as JSON, what aws rds describe-… prints, CloudFormation, CloudWatch's series, a spec.{shown}"
    )
}

/// Whether a line may hold a secret: it names one, or holds a long word of mixed letters and digits.
fn looks_secret(line: &str) -> bool {
    let long = |word: &str| {
        word.len() >= 12
            && word.bytes().any(|it| it.is_ascii_digit())
            && word.bytes().any(|it| it.is_ascii_alphabetic())
    };
    let words = line.split(|it: char| it.is_whitespace() || matches!(it, '=' | ':' | ',' | '"' | '\''));
    shapes::is_secret_name(line)
        || line.to_ascii_lowercase().contains("key")
        || line.contains("-----BEGIN")
        || line.contains('@')
        || words.into_iter().any(long)
        // A lone word may be a password.
        || !line.trim().contains(char::is_whitespace)
}

/// One line, cut.
pub(super) fn cut(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, text: &str) -> Result<Kind, String> {
        kind(&Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() }).map_err(|it| it.message)
    }

    #[test]
    fn a_kind_is_found_by_content() {
        for (text, kind) in [
            ("resource \"aws_rds_cluster\" \"this\" {\n}\n", Kind::Terraform),
            ("\u{feff}variable \"x\" {}\nlocals {\r\n}\r\n", Kind::Terraform),
            ("region = \"us-east-1\"\nsize = 2\n", Kind::Terraform),
            ("{\"resource\": {\"aws_rds_cluster\": {}}}", Kind::Terraform),
            ("{\"format_version\": \"1.0\", \"values\": {}}", Kind::State),
            ("{\"version\": 4, \"serial\": 1, \"lineage\": \"a\", \"resources\": []}", Kind::State),
            ("{\"format_version\": \"1.2\", \"planned_values\": {}}", Kind::Plan),
            ("{\"DBClusters\": []}", Kind::Describe),
            ("{\"dbClusterIdentifier\": \"a\", \"engine\": \"aurora-mysql\"}", Kind::Describe),
            ("[{\"DBInstanceIdentifier\": \"a\"}]", Kind::Describe),
            ("DBClusters:\n- DBClusterIdentifier: a\n", Kind::Describe),
            ("{\"Parameters\": [{\"ParameterName\": \"a\"}]}", Kind::Describe),
            ("{\"Resources\": {}}", Kind::CloudFormation),
            ("[{\"ParameterKey\": \"a\", \"ParameterValue\": \"b\"}]", Kind::CloudFormation),
            ("Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n", Kind::CloudFormation),
            ("  Db:\n    Type: AWS::RDS::DBCluster\n", Kind::CloudFormation),
            ("{\"MetricDataResults\": []}", Kind::Metrics),
            ("{\"Label\": \"x\", \"Datapoints\": []}", Kind::Metrics),
            ("Timestamp,a\n2026/11/01 00:00:00,1\n", Kind::Metrics),
            ("project_name: orders\nresources: []\n", Kind::Spec),
            ("{\"project_name\": \"orders\", \"provider\": \"aws\", \"resources\": []}", Kind::Spec),
        ] {
            assert_eq!(of("pasted", text), Ok(kind), "{text}");
        }
    }

    #[test]
    fn what_is_no_kind_is_refused_with_what_to_do() {
        for (text, words) in [
            ("<!DOCTYPE html>\n<html>", "HTML"),
            ("PK\u{3}\u{4}tfplan", "terraform show -json"),
            ("PK\u{3}\u{4}readme", "Unpack"),
            ("{\"version\": 3, \"serial\": 1}", "terraform show -json"),
            ("{\"encrypted_data\": \"x\"}", "tofu show -json"),
            ("{\"format_version\": \"2.0\", \"values\": {}}", "format_version 2.0"),
            ("{\"version\": 3, \"terraform_version\": \"1\", \"backend\": {}}", "state"),
            ("{\"backend\": {\"type\": \"s3\"}}", "terraform state pull"),
            ("{\"DBClusters\": [", "whole file"),
            ("{\"@level\":\"info\"}\n{\"@level\":\"info\"}", "terraform show -json"),
            ("{\"name\": \"app\", \"version\": \"1.0.0\"}", "none of the kinds"),
            ("Once upon a time.", "It begins with: Once upon a time."),
        ] {
            let message = of("pasted", text).unwrap_err();
            assert!(message.contains(words), "{message}");
        }
    }

    #[test]
    fn a_first_line_that_may_be_a_secret_is_not_shown() {
        for line in ["hunter2", "password is swordfish", "my token abc", "go 9fQ2xk1LmZ0pq now", "a@b c"] {
            let message = of("pasted", line).unwrap_err();
            assert!(!message.contains("begins with"), "{message}");
        }
    }
}
