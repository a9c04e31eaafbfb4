//! What a file is, by what is in it.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

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
    bare(&input.bytes).iter().all(u8::is_ascii_whitespace)
}

/// A text without the mark that some editors begin it with.
pub(super) fn bare(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes)
}

/// What a file is.
///
/// # Errors
/// Where it is none of the kinds; says what it looks like and what to do.
pub(super) fn kind(input: &Input) -> Result<Kind, Refusal> {
    let bytes = bare(&input.bytes);
    let refuse = |message: &str| Err(Refusal::at(Place::file(&input.name), message));
    if bytes.starts_with(b"PK\x03\x04") {
        // Terraform's plan is an archive, too.
        return match bytes.windows(6).take(4096).any(|it| it == b"tfplan") {
            true => refuse(BINARY_PLAN),
            false => refuse("This is a zip archive. Unpack it and give the files in it."),
        };
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

/// Members at the top of a JSON file that tell its kind; what is in them is skipped.
#[derive(Deserialize, Default)]
struct Members<'a> {
    #[serde(borrow)]
    format_version: Option<Cow<'a, str>>,
    planned_values: Option<IgnoredAny>,
    resource_changes: Option<IgnoredAny>,
    values: Option<IgnoredAny>,
    version: Option<serde_json::Number>,
    terraform_version: Option<IgnoredAny>,
    lineage: Option<IgnoredAny>,
    serial: Option<IgnoredAny>,
    modules: Option<IgnoredAny>,
    encrypted_data: Option<IgnoredAny>,
    backend: Option<IgnoredAny>,
    #[serde(rename = "Resources")]
    cfn_resources: Option<IgnoredAny>,
    #[serde(rename = "AWSTemplateFormatVersion")]
    template: Option<IgnoredAny>,
    #[serde(rename = "MetricDataResults", alias = "metricDataResults")]
    metric_data: Option<IgnoredAny>,
    #[serde(rename = "Datapoints", alias = "datapoints")]
    datapoints: Option<IgnoredAny>,
    resource: Option<IgnoredAny>,
    variable: Option<IgnoredAny>,
    module: Option<IgnoredAny>,
    provider: Option<IgnoredAny>,
    locals: Option<IgnoredAny>,
    data: Option<IgnoredAny>,
    output: Option<IgnoredAny>,
    terraform: Option<IgnoredAny>,
}

fn json(input: &Input, text: &str) -> Result<Kind, Refusal> {
    limits::check_json(input)?;
    let at = Place::file(&input.name);
    let name = input.name.to_ascii_lowercase();
    if text.trim_start().starts_with('[') {
        return Ok(list_kind(text));
    }
    let members: Members<'_> = match serde_json::from_str(text) {
        Ok(members) => members,
        Err(error) => {
            let message = format!(
                "This begins as JSON and is none: line {}, column {}. Give the whole file, as it was printed.",
                error.line(),
                error.column()
            );
            return Err(Refusal::at(at, message));
        }
    };
    let refuse = |message: String| Err(Refusal::at(at.clone(), message));
    if members.encrypted_data.is_some() {
        return refuse(
            "This state is encrypted. Run tofu show -json where its key is known, and give what it prints."
                .to_owned(),
        );
    }
    if let Some(version) = &members.format_version {
        if !version.starts_with("0.") && !version.starts_with("1.") && *version != "1" {
            return refuse(format!(
                "This has format_version {}, which is not known here. Give what Terraform 1 prints with terraform show -json.",
                super::kind::cut(version)
            ));
        }
        let plan = members.planned_values.is_some() || members.resource_changes.is_some();
        return match (plan, members.values.is_some()) {
            (true, _) => Ok(Kind::Plan),
            (false, true) => Ok(Kind::State),
            _ => refuse("This state is empty: there are no values in it.".to_owned()),
        };
    }
    if members.metric_data.is_some() || members.datapoints.is_some() {
        return Ok(Kind::Metrics);
    }
    let is_state = members.lineage.is_some() || members.serial.is_some() || members.modules.is_some();
    if let Some(version) = &members.version
        && (is_state || members.terraform_version.is_some())
    {
        return match version.to_string().as_str() {
            "4" => Ok(Kind::State),
            old @ ("1" | "2" | "3") => refuse(format!(
                "This is a state of version {old}, which Terraform wrote before 0.12. Run terraform show -json with a newer Terraform and give what it prints."
            )),
            other => refuse(format!(
                "This is a state of version {}, which is not known here. Run terraform show -json and give what it prints.",
                cut(other)
            )),
        };
    }
    if members.backend.is_some() && members.resource.is_none() {
        return refuse("This only tells where the state is kept. Run terraform show -json or terraform state pull, and give what it prints.".to_owned());
    }
    if members.template.is_some() || members.cfn_resources.is_some() {
        return Ok(Kind::CloudFormation);
    }
    if name.ends_with(".tfvars.json") || name.ends_with(".tf.json") {
        return Ok(Kind::Terraform);
    }
    if has_describe_word(text) {
        return Ok(Kind::Describe);
    }
    let configuration = [
        &members.resource,
        &members.variable,
        &members.module,
        &members.provider,
        &members.locals,
        &members.data,
        &members.output,
        &members.terraform,
    ];
    if configuration.iter().any(|it| it.is_some()) {
        return Ok(Kind::Terraform);
    }
    if text.contains("\"project_name\"") && text.contains("\"resources\"") {
        return Ok(Kind::Spec);
    }
    if text.contains("\"ParameterKey\"") || text.contains("\"Parameters\"") {
        return Ok(Kind::CloudFormation);
    }
    refuse(unknown(text))
}

/// A list: of parameters for a template, of points, or of what a `--query` left of an answer.
fn list_kind(text: &str) -> Kind {
    if text.contains("\"ParameterKey\"") {
        Kind::CloudFormation
    } else if text.contains("\"Timestamps\"") || text.contains("\"Datapoints\"") {
        Kind::Metrics
    } else {
        Kind::Describe
    }
}

/// Keys that an answer of `aws rds describe-…` has, at its top or in a single object, in either spelling.
const DESCRIBE: [&str; 14] = [
    "DBClusters",
    "DBInstances",
    "DBProxies",
    "TargetGroups",
    "Targets",
    "DBProxyEndpoints",
    "GlobalClusters",
    "DBClusterIdentifier",
    "DBInstanceIdentifier",
    "DBProxyName",
    "GlobalClusterIdentifier",
    "TrackedClusterId",
    "DBClusterParameterGroups",
    "ParameterName",
];

fn has_describe_word(text: &str) -> bool {
    // The kind stands early; the rest of a large file is not searched.
    let start = text.char_indices().nth(64 * 1024).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let is_key = |word: &str| {
        start.match_indices(word).any(|(at, _)| {
            let before = start.get(..at).and_then(|it| it.chars().next_back());
            let after = start.get(at + word.len()..).unwrap_or_default();
            let after = after.strip_prefix('"').unwrap_or(after).trim_start();
            !before.is_some_and(|it| it.is_alphanumeric()) && after.starts_with(':')
        })
    };
    DESCRIBE.iter().any(|word| is_key(word) || is_key(&camel(word)))
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
    if name.ends_with(".tf") || name.ends_with(".tfvars") || name.ends_with(".hcl") {
        return Ok(terraform_kind(text));
    }
    if has_line(|line| line.starts_with("AWSTemplateFormatVersion:") || line.starts_with("Resources:"))
        || text.contains("Type: AWS::")
        || text.contains("Type: 'AWS::")
        || text.contains("Type: \"AWS::")
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
    if lines().any(|line| is_variable_line(line))
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
            ("{\"DBClusters\": [", "whole file"),
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
