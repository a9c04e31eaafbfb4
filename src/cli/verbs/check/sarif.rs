//! SARIF 2.1.0, as code scanning reads it: rules with help, results with their place and a stable fingerprint.

use aurora_designer::design::{Design, Positions, Word as _};
use aurora_designer::rules::{ALL, Finding, Rule};
use serde_json::{Value, json};

use crate::cli::files::Opened;

/// Where to read on about a rule that rests on no page of AWS'.
const ADVICE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.BestPractices.html";

/// The log of one run over one file.
pub(super) fn sarif(opened: &Opened, findings: &[Finding]) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": ADVICE,
                "rules": ALL.iter().map(|it| rule(it)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true }],
            "results": results(opened, findings, &uri(&opened.name)),
        }],
    })
}

fn rule(rule: &Rule) -> Value {
    let page = if rule.source.starts_with("https://") { rule.source } else { ADVICE };
    let name: String = rule.id.split(['/', '-']).map(capitalized).collect();
    json!({
        "id": rule.id,
        "name": name,
        "shortDescription": { "text": format!("{}.", rule.title) },
        "fullDescription": { "text": rule.why },
        "help": {
            "text": format!("{}.\n\n{}\n\nSource: {}\n", rule.title, rule.why, rule.source),
            "markdown": format!("**{}.**\n\n{}\n\nSource: {}\n", rule.title, rule.why, rule.source),
        },
        "helpUri": page,
        "defaultConfiguration": { "level": rule.severity.word() },
        "properties": { "tags": [rule.topic()], "precision": "very-high" },
    })
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}

/// Levels have the same three words as severities.
fn results(opened: &Opened, findings: &[Finding], uri: &str) -> Vec<Value> {
    let design = &opened.spec.design;
    let mut seen: Vec<String> = Vec::new();
    let mut results = Vec::new();
    for finding in findings {
        let path = finding.field.path(&opened.spec.positions);
        let (line, column) = opened.locate(&path);
        let cause = cause(design, finding);
        let earlier = seen.iter().filter(|it| **it == cause).count();
        let place = json!({
            "physicalLocation": {
                "artifactLocation": { "uri": uri },
                "region": { "startLine": line, "startColumn": column },
            },
            "logicalLocations": [{ "fullyQualifiedName": path }],
        });
        results.push(json!({
            "ruleId": finding.rule.id,
            "ruleIndex": ALL.iter().position(|rule| rule.id == finding.rule.id),
            "level": finding.severity.word(),
            "message": { "text": finding.message },
            "locations": [place],
            "partialFingerprints": { "ruleAndSetting/v1": format!("{:016x}:{}", hash(&cause), earlier + 1) },
        }));
        seen.push(cause);
    }
    results
}

/// What stays the same while lines, numbers and the order of resources change: the rule and the setting.
fn cause(design: &Design, finding: &Finding) -> String {
    format!("{} {}", finding.rule.id, finding.field.path(&Positions::canonical(design)))
}

/// FNV-1a, of which only that it never changes matters.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A file's name as a relative reference, or as a whole address where it is absolute.
fn uri(file: &str) -> String {
    let path: String = file.bytes().map(uri_byte).collect();
    if file.starts_with('/') { format!("file://{path}") } else { path }
}

fn uri_byte(byte: u8) -> String {
    let letter = char::from(byte);
    if letter.is_ascii_alphanumeric() || "-._~/".contains(letter) {
        letter.to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_published_one() {
        assert_eq!(
            [hash(""), hash("a"), hash("foobar")],
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }

    #[test]
    fn a_file_is_named_by_an_address() {
        assert_eq!(uri("infra/a b.yaml"), "infra/a%20b.yaml");
        assert_eq!(uri("/tmp/ä.yaml"), "file:///tmp/%C3%A4.yaml");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
