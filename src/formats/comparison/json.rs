//! A comparison for programs: the shape of the contract, amounts rounded to the cent.

use serde::Serialize;
use serde_json::Number;

use crate::compare::Change;
use crate::design::Word;
use crate::estimate::Usd;
use crate::formats::bill::plain;

use super::{Comparison, Found};

#[derive(Serialize)]
struct Page<'a> {
    worst: &'static str,
    changes: Vec<Entry<'a>>,
    cost: Cost,
    findings: Findings<'a>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    verdict: &'static str,
    why: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct Cost {
    idle: Number,
    typical: Number,
    ceiling: Number,
}

#[derive(Serialize)]
struct Findings<'a> {
    new: Vec<Finding<'a>>,
    gone: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'a str,
    path: &'a str,
    message: &'a str,
}

/// The comparison; `cost` is what the second design costs more.
pub fn json(it: &Comparison) -> String {
    let page = Page {
        worst: it.worst.word(),
        changes: it.changes.iter().map(|(_, change)| entry(change)).collect(),
        cost: Cost {
            idle: number(it.cost.idle),
            typical: number(it.cost.typical),
            ceiling: number(it.cost.ceiling),
        },
        findings: Findings { new: findings(&it.new), gone: findings(&it.gone) },
    };
    // Keys are texts here and numbers are finite, so there is nothing that could fail.
    let mut text = serde_json::to_string_pretty(&page).unwrap_or_default();
    text.push('\n');
    text
}

fn entry(it: &Change) -> Entry<'_> {
    Entry {
        path: &it.path,
        from: it.from.as_deref(),
        to: it.to.as_deref(),
        verdict: it.verdict.word(),
        why: &it.why,
        source: &it.source,
    }
}

fn findings(found: &[Found]) -> Vec<Finding<'_>> {
    found.iter().map(finding).collect()
}

fn finding(it: &Found) -> Finding<'_> {
    let Found { rule, severity, path, message } = it;
    Finding { rule, severity, path, message }
}

/// To the cent; every amount is one of JSON's numbers.
fn number(usd: Usd) -> Number {
    plain(usd).parse().unwrap_or_else(|_| Number::from(0))
}
