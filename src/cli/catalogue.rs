//! `rules`: the catalogue, and one rule's page.

use std::fmt::Write as _;

use aurora_designer::design::Word;
use aurora_designer::design::values::nearest_word;
use aurora_designer::estimate::bill;
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::formats::yaml;
use aurora_designer::rules::{self, ALL, Finding, Rule};
use serde::Serialize;

use super::args::Request;
use super::findings::lines;
use super::table::table;
use super::{Answer, Failure};

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    severity: &'static str,
    title: &'static str,
    why: &'static str,
    source: &'static str,
    has_fix: bool,
}

/// One rule's page: its entry, and what the list leaves out.
#[derive(Serialize)]
struct Page {
    #[serde(flatten)]
    entry: Entry,
    facts: &'static [&'static str],
    bad: String,
    good: String,
}

fn entry(rule: &'static Rule) -> Entry {
    Entry {
        id: rule.id,
        severity: rule.severity.word(),
        title: rule.title,
        why: rule.why,
        source: rule.source,
        has_fix: rule.has_fix(),
    }
}

/// The rule of that id, or what the user may have meant.
pub(super) fn find(id: &str) -> Result<&'static Rule, Failure> {
    rules::find(id).ok_or_else(|| {
        let nearest = nearest_word(id, ALL.iter().map(|rule| rule.id));
        let nearest = nearest.map(|nearest| format!("; the nearest is {nearest}")).unwrap_or_default();
        Failure::arguments(format!("{id} is no rule{nearest}"))
    })
}

/// Prints all rules, or one.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let json = request.format.as_deref() == Some("json");
    let text = match &request.operand {
        Some(id) => {
            let rule = find(&id.to_string_lossy())?;
            if json {
                let (bad, good) = examples(rule);
                lines(&Page { entry: entry(rule), facts: rule.facts, bad, good })
            } else {
                page(rule)
            }
        }
        None if json => lines(&ALL.iter().copied().map(entry).collect::<Vec<_>>()),
        None => {
            let row = |rule: &&Rule| {
                vec![rule.severity.word().to_owned(), rule.id.to_owned(), rule.title.to_owned()]
            };
            table(&ALL.iter().map(row).collect::<Vec<_>>(), &[])
        }
    };
    Ok(Answer::text(text))
}

/// What, why, what to do, a bad and a good example, and where it is written.
fn page(rule: &'static Rule) -> String {
    let mut text = format!("{} ({})\n{}.\n\n{}\n", rule.id, rule.severity.word(), rule.title, rule.why);
    let (bad, good) = examples(rule);
    // Writing to a String can't fail, here and below.
    let _ = writeln!(text, "\nWhat is said of the bad example");
    for finding in found(rule) {
        let _ = writeln!(text, "  {}", finding.message);
        if let Some(fix) = &finding.fix {
            let _ = writeln!(text, "  fix: {}", fix.title);
        }
    }
    let _ = writeln!(text, "\nSource, as of {FACTS_DATE}: {}", rule.source);
    if !rule.facts.is_empty() {
        text.push_str("\nFacts\n");
    }
    for fact in rule.cited() {
        let unconfirmed = if fact.confirmed { "" } else { " (unconfirmed)" };
        let _ = writeln!(text, "  {}{unconfirmed}: {}", fact.id, fact.sentence);
        for source in fact.sources {
            let _ = writeln!(text, "    As of {}: {source}", fact.date);
        }
    }
    let _ = write!(text, "\n# Bad example\n{bad}\n# Good example\n{good}");
    text
}

/// The bad and the good example, as specs.
fn examples(rule: &'static Rule) -> (String, String) {
    (yaml::write(&(rule.bad)()), yaml::write(&(rule.good)()))
}

/// What the rule finds in its bad example.
fn found(rule: &'static Rule) -> Vec<Finding> {
    let bad = (rule.bad)();
    let mut findings = rules::check(&bad, &bill(&bad, FACTS_DATE), FACTS_DATE);
    findings.retain(|finding| finding.rule.id == rule.id);
    findings
}
