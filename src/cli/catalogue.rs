//! `rules`: the catalogue, and one rule's page.

use aurora_designer::design::Word;
use aurora_designer::design::values::nearest_word;
use aurora_designer::rules::{self, ALL, Rule};
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
            if json { lines(&entry(rule)) } else { page(rule) }
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

fn page(rule: &'static Rule) -> String {
    let fix = if rule.has_fix() { "It offers a fix.\n" } else { "" };
    format!(
        "{} ({})\n{}\n\n{}\n{fix}\nFacts: {}\nSource: {}\n",
        rule.id,
        rule.severity.word(),
        rule.title,
        rule.why,
        rule.facts.join(", "),
        rule.source
    )
}
