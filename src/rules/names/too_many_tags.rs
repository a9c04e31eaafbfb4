//! `names/too-many-tags`

use crate::design::Field;
use crate::facts::limits;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/too-many-tags",
    severity: Severity::Error,
    title: "There are too many tags",
    why: "AWS takes 50 a resource, and the export adds up to four of its own.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html",
    facts: &["TAG-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.tags = tags(47)),
    good: || design(|it| it.tags = tags(46)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let count = context.design.tags.len();
    let Some(last) = context.design.tags.keys().last().filter(|_| count > limits::MAX_TAGS) else {
        return Vec::new();
    };
    let message = format!("There are {count} tags; 46 fit beside those that the export adds.");
    vec![RULE.finding(Field::Tag(last.clone()), message)]
}

fn tags(count: usize) -> std::collections::BTreeMap<String, String> {
    let mut tags = std::collections::BTreeMap::new();
    tags.extend((0..count).map(|number| (format!("key{number:02}"), String::new())));
    tags
}
