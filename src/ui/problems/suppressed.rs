//! What has been suppressed: what each suppression keeps quiet, and which no longer do what they were written for.

use crate::design::{Design, Edit, Field, Suppression};
use crate::estimate::Bill;
use crate::facts::Day;
use crate::rules::{Severity, find, quieted};

use crate::ui::browser::{El, button, el, live, several, when};
use crate::ui::dialog::Ask;
use crate::ui::erase::memo;
use crate::ui::use_state;

/// A suppression and what it does.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    suppression: Suppression,
    does: Does,
}

#[derive(Clone, PartialEq, Eq)]
enum Does {
    /// It keeps these findings quiet.
    Quiets(Vec<String>),
    /// Its last day is over: the finding is back.
    Ended(Day),
    /// It names no rule.
    NoRule,
    /// Errors stay.
    Error,
    /// It has no reason, so it holds nothing back.
    NoReason,
    /// Its rule finds nothing here.
    Unused,
}

/// The list below the findings.
pub fn suppressed() -> El {
    let state = use_state();
    let rows = memo(move || state.bill.with(|bill| state.with(|design| rows(design, bill, state.today))));
    let items = move || {
        let items: Vec<El> = rows.get().iter().enumerate().map(|(index, it)| item(index, it)).collect();
        several().child(items)
    };
    let section = move || {
        el("section")
            .set("class", "suppressed")
            .set("aria-label", "Suppressed")
            .child(el("h3").child("Suppressed"))
            .child(el("ul").child(live(items)))
    };
    when(move || rows.with(|rows| !rows.is_empty()), section)
}

fn rows(design: &Design, bill: &Bill, today: Day) -> Vec<Row> {
    let quiet = quieted(design, bill, today);
    let does = |it: &Suppression| {
        let held: Vec<String> = quiet
            .iter()
            .filter(|(_, by)| std::ptr::eq(*by, it))
            .map(|(finding, _)| finding.message.clone())
            .collect();
        let rule = find(&it.rule);
        match it.until {
            _ if !held.is_empty() => Does::Quiets(held),
            _ if rule.is_none() => Does::NoRule,
            _ if rule.is_some_and(|rule| rule.severity == Severity::Error) => Does::Error,
            _ if it.reason.trim().is_empty() => Does::NoReason,
            Some(day) if today > day => Does::Ended(day),
            _ => Does::Unused,
        }
    };
    design.suppress.iter().map(|it| Row { suppression: it.clone(), does: does(it) }).collect()
}

impl Does {
    /// One word for the chip, and the sentence beside it.
    fn says(&self) -> (&'static str, String) {
        match self {
            Self::Quiets(held) => ("quiet", held.join(" ")),
            Self::Ended(day) => ("ended", format!("Its last day was {day}, so the finding is back.")),
            Self::NoRule => ("unused", "No rule has this name, so it suppresses nothing.".to_owned()),
            Self::Error => ("unused", "Errors stay, whatever anybody writes.".to_owned()),
            Self::NoReason => ("unused", "It has no reason, so it suppresses nothing.".to_owned()),
            Self::Unused => ("unused", "Its rule finds nothing here, so it can go.".to_owned()),
        }
    }
}

fn item(index: usize, Row { suppression, does }: &Row) -> El {
    let state = use_state();
    let (word, says) = does.says();
    let id = suppression.rule.as_str();
    let quiets = matches!(does, Does::Quiets(_));
    let until = suppression.until.filter(|_| quiets).map(|day| format!(", until {day}"));
    let words = el("p")
        .child(el("span").set("class", "chip").set("data-does", word).child(word))
        .child(" ")
        .child(el("code").child(id))
        .child(" ")
        .child(suppression.reason.as_str())
        .child(until)
        .child(el("small").child(says));
    let (label, what) = if quiets {
        (format!("List {id} again"), "List again")
    } else {
        (format!("Remove the suppression of {id}"), "Remove")
    };
    let again = button("button button--small")
        .set("aria-label", &label)
        .on("click", move || state.edit(Edit::Reset(Field::Suppress(index))))
        .child(what);
    let renew = find(id).filter(|_| matches!(does, Does::Ended(_) | Does::NoReason)).map(|rule| {
        let ask = Ask::Suppress { rule: rule.id, title: rule.title };
        button("button button--small")
            .set("aria-label", &format!("Suppress {id} anew"))
            .on("click", move || state.ask(ask.clone()))
            .child("Suppress anew…")
    });
    el("li").child(words).child(el("span").set("class", "problem-acts").child(renew).child(again))
}
