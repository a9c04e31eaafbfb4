//! One rule's page: what it finds, why it matters, what to do, a bad and a good example, and where it is written.

use crate::design::{Positions, Word as _};
use crate::estimate::bill;
use crate::facts::FACTS_DATE;
use crate::formats::changes::changes;
use crate::rules::{Finding, Rule, check};

use super::super::State;
use super::super::browser::{El, button, el, live, several, when};
use super::super::erase::memo;
use super::super::glyphs::{severity_mark, severity_title};
use super::super::problems::change_table;
use super::examples::examples;
use super::{Search, acts};

pub(super) fn page(state: State, rule: &'static Rule, search: Search) -> El {
    let facts = rule.facts;
    let back = button("button button--small").on("click", move || search.back()).child("All rules");
    let severity = el("span")
        .set("class", "word")
        .set("data-severity", rule.severity.word())
        .child(severity_title(rule.severity));
    let about = el("p")
        .set("class", "rule-about")
        .child(severity_mark(rule.severity))
        .child(severity)
        .child(el("code").child(rule.id));
    let source = el("a")
        .set("href", rule.source)
        .set("target", "_blank")
        .set("rel", "noopener")
        .child(rule.source)
        .child(el("span").set("class", "visually-hidden").child(", opens in a new tab"));
    let source = if rule.source.starts_with("https://") {
        el("p").child(format!("As of {FACTS_DATE}: ")).child(source)
    } else {
        el("p").child(rule.source)
    };
    let facts =
        (!facts.is_empty()).then(|| el("p").child("Facts: ").child(el("code").child(facts.join(", "))));
    several()
        .child(el("div").set("class", "rule-back").child(back))
        .child(
            el("h2").set("id", "dialog-title").set("tabindex", "-1").set("autofocus", "").child(rule.title),
        )
        .child(about)
        .child(here(state, rule))
        .child(el("h3").child("Why"))
        .child(el("p").child(rule.why))
        .child(el("h3").child("What to do"))
        .child(what_to_do(rule))
        .child(examples(state, rule))
        .child(el("h3").child("Source"))
        .child(source)
        .child(facts)
        .child(acts(state))
}

/// What it says of the design on the page, where it says something.
fn here(state: State, rule: &'static Rule) -> El {
    let said = memo(move || {
        state.findings.with(|all| {
            let mine = all.iter().filter(|it| it.rule.id == rule.id);
            mine.map(|it| it.message.clone()).collect::<Vec<_>>()
        })
    });
    let items = move || {
        let item = |message: String| el("li").child(message);
        several().child(said.get().into_iter().map(item).collect::<Vec<_>>())
    };
    let section = move || {
        several()
            .child(el("h3").child("In this design"))
            .child(el("ul").set("class", "rule-said").child(live(items)))
    };
    when(move || said.with(|said| !said.is_empty()), section)
}

/// What the rule finds in its bad example.
pub(super) fn found(rule: &'static Rule) -> Vec<Finding> {
    let bad = (rule.bad)();
    let mut findings = check(&bad, &bill(&bad, FACTS_DATE), FACTS_DATE);
    findings.retain(|finding| finding.rule.id == rule.id);
    findings
}

/// The safe fix in the words of the bad example, and what parts it from the good one.
fn what_to_do(rule: &'static Rule) -> El {
    let fix = found(rule).into_iter().find_map(|finding| finding.fix);
    let (bad, good) = ((rule.bad)(), (rule.good)());
    let rows = changes(&bad, &good, &Positions::canonical(&bad));
    let advice = match fix {
        Some(fix) => format!("There is a safe fix; in the bad example: {}.", fix.title),
        None if rows.is_empty() => {
            "There is no safe fix: only you know what is right. The examples below show both.".to_owned()
        }
        None => "There is no safe fix: only you know what is right. The good example differs in:".to_owned(),
    };
    let table = (!rows.is_empty())
        .then(|| change_table("From the bad example to the good one", ["Bad", "Good"], rows));
    several().child(el("p").child(advice)).child(table)
}
