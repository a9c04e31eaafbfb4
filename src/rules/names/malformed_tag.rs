//! `names/malformed-tag`

use crate::design::Field;
use crate::facts::marks::is_letter_or_number;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-tag",
    severity: Severity::Error,
    title: "A tag is malformed",
    why: "Keys have 1 to 128 characters and values 256 at most, out of letters, digits, spaces and _ . : / = + - @; aws: and rds: are kept by AWS.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html",
    facts: &["TAG-02", "TAG-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        design(|it| {
            it.tags.insert("aws:team".to_owned(), "payments".to_owned());
        })
    },
    good: || {
        design(|it| {
            it.tags.insert("team".to_owned(), "payments".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, value) in &context.design.tags {
        let field = Field::Tag(key.clone());
        let of_key = if key.is_empty() { Some("is empty".to_owned()) } else { fault(key, 128) };
        if let Some(what) = of_key {
            findings.push(RULE.finding(field, format!("The tag key {key:?} {what}.")));
        } else if let Some(what) = fault(value, 256) {
            findings.push(RULE.finding(field, format!("The value of the tag {key:?} {what}.")));
        }
    }
    findings
}

/// What AWS dislikes about a key or value (TAG-02, TAG-03).
fn fault(text: &str, limit: usize) -> Option<String> {
    let space = |it: char| it.is_whitespace() && !it.is_control();
    let known = |it: char| is_letter_or_number(it) || space(it) || "_.:/=+-@".contains(it);
    let lower = text.to_ascii_lowercase();
    let length = text.chars().count();
    if lower.starts_with("aws:") || lower.starts_with("rds:") {
        Some("starts with aws: or rds:, which AWS keeps to itself".to_owned())
    } else if let Some(refused) = text.chars().find(|it| !known(*it)) {
        Some(format!("holds {refused:?}, which AWS refuses; use letters, digits, spaces and _ . : / = + - @"))
    } else if length > limit {
        Some(format!("has {length} characters; AWS takes {limit} at most"))
    } else {
        None
    }
}
