//! The page's dialogs: the few questions that do not fit in place.

use leptos::prelude::*;

use crate::design::{Edit, Suppression, Word as _};
use crate::facts::Day;
use crate::rules::{Finding, Severity};

use super::State;
use super::browser::{
    self, El, HtmlDialogElement, HtmlInputElement, SubmitEvent, button, el, live, maybe, several,
};
use super::commands::{palette, shortcuts};
use super::erase::effect;
use super::frame::use_frame;
use super::glyphs::severity_mark;
use super::problems::fix_all;
use super::rulebook::rulebook;

/// What a dialog is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// The clipboard was refused: here is the link to copy by hand.
    Link(String),
    /// The file of that name is not handed out while errors stand.
    Refused(&'static str),
    /// The list of all rules, or the page of one.
    Rules(Option<&'static str>),
    /// Whether to make every safe fix.
    FixAll,
    /// Why a finding of that rule is fine here.
    Suppress {
        /// Rule id.
        rule: &'static str,
        /// Its title.
        title: &'static str,
    },
    /// Which command to run.
    Commands,
    /// Nothing: it lists the keys.
    Shortcuts,
}

/// Shows whatever is being asked; Escape and the first button leave everything as it is.
pub fn dialogs() -> El {
    let state = super::use_state();
    let asked = move || {
        let ask = state.asking.get()?;
        Some(state.panels.shown(move |panels| (panels.question)(ask.clone())))
    };
    let dialog =
        el("dialog").set("class", "dialog").set("aria-labelledby", "dialog-title").child(maybe(asked));
    let element: HtmlDialogElement = dialog.dom();
    let closed = element.clone();
    let dialog = dialog.on("close", move || {
        // The browser tells late; the next question may stand there by then.
        if !closed.open() {
            state.asking.set(None);
        }
    });
    effect(move || {
        if state.asking.with(Option::is_some) {
            if !element.open() {
                // Refused only where it is open already.
                drop(element.show_modal());
            }
        } else if element.open() {
            element.close();
        }
    });
    dialog
}

/// What a dialog asks, and its answers.
pub fn question(ask: Ask) -> El {
    let state = super::use_state();
    match ask {
        Ask::Link(link) => link_dialog(state, link),
        Ask::Refused(name) => refused(state, name),
        Ask::Rules(first) => rulebook(first),
        Ask::FixAll => fix_all(),
        Ask::Suppress { rule, title } => suppress(state, rule, title),
        Ask::Commands => palette(),
        Ask::Shortcuts => shortcuts(),
    }
}

fn heading(text: &str) -> El {
    el("h2").set("id", "dialog-title").child(text)
}

/// The row of buttons; the first leaves everything as it is.
fn acts(state: State, leave: &str) -> El {
    let leave = button("button").on("click", move || state.asking.set(None)).child(leave);
    el("div").set("class", "acts").child(leave)
}

fn labelled(label: &str, field: El) -> El {
    el("label")
        .set("class", "field")
        .child(el("span").set("class", "label").child(label))
        .child(el("span").set("class", "input").child(field))
}

fn link_dialog(state: State, link: String) -> El {
    let field = el("input").set("type", "text").set("readonly", "").value(move || link.clone());
    browser::focus_field(&field);
    several()
        .child(heading("Copy this link by hand?"))
        .child(
            el("p")
                .child("This browser does not let the page use the clipboard. The link is selected below."),
        )
        .child(labelled("Link", field))
        .child(acts(state, "Close"))
}

fn refused(state: State, name: &'static str) -> El {
    let frame = use_frame();
    let show = move || {
        state.asking.set(None);
        frame.bring(super::Tab::Problems);
        request_animation_frame(|| browser::focus("problem-0"));
    };
    let errors = move || {
        let error = |finding: &&Finding| finding.severity == Severity::Error;
        let item = |finding: &Finding| {
            let words = el("span")
                .child(el("strong").child(finding.rule.title))
                .child(" ")
                .child(finding.message.as_str());
            el("li").child(severity_mark(finding.severity)).child(words)
        };
        let items: Vec<El> = state.findings.with(|all| all.iter().filter(error).map(item).collect());
        several().child(items)
    };
    several()
        .child(heading(&format!("Mend the errors before {name}?")))
        .child(el("p").child("AWS or Terraform refuses this design, so no file was written. It has:"))
        .child(el("ul").set("class", "dialog-list").child(live(errors)))
        .child(
            acts(state, "Close")
                .child(button("button button--primary").on("click", show).child("Show problems")),
        )
}

fn suppress(state: State, rule: &'static str, title: &'static str) -> El {
    let wrong = RwSignal::new(None::<&'static str>);
    let reason = el("input")
        .set("type", "text")
        .set("id", "suppress-reason")
        .set("aria-describedby", "suppress-wrong")
        .bind("aria-invalid", move || wrong.get().is_some().to_string());
    let until = el("input").set("type", "date");
    let (typed, picked): (HtmlInputElement, HtmlInputElement) = (reason.dom(), until.dom());
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let (reason, until) = (typed.value().trim().to_owned(), picked.value());
        let day = Day::parse(&until);
        if reason.is_empty() {
            wrong.set(Some("A reason is needed. It is kept in the spec for whoever reads it next."));
        } else if !until.is_empty() && day.is_none() {
            wrong.set(Some("The day is not a date such as 2027-01-31."));
        } else {
            state.asking.set(None);
            let suppression = Suppression { rule: rule.to_owned(), reason, until: day };
            state.edit_and_tell(&[Edit::Suppress(suppression)], &format!("Suppressed {rule}"));
        }
    };
    let said = move || {
        let text = wrong.get()?;
        Some(several().child(severity_mark(Severity::Error)).child(el("span").child(text)))
    };
    el("form")
        .set("class", "dialog-form")
        .hear("submit", keep)
        .child(heading("Suppress this finding?"))
        .child(el("p").child(el("strong").child(title)).child(" ").child(el("code").child(rule)))
        .child(labelled("Reason", reason))
        .child(
            labelled("Until, the last quiet day", until)
                .child(el("span").set("class", "aws").child("Empty: for good")),
        )
        .child(
            el("p")
                .set("class", "message message--error")
                .set("id", "suppress-wrong")
                .set("role", "alert")
                .child(maybe(said)),
        )
        .child(acts(state, "Keep it listed").child(
            el("button").set("type", "submit").set("class", "button button--primary").child("Suppress"),
        ))
}

/// The words for how many there are of each severity, worst first: `1 error, 2 notes`.
pub fn tally(findings: &[Finding]) -> Vec<(Severity, usize)> {
    Severity::WORDS
        .iter()
        .map(|(_, severity)| (*severity, findings.iter().filter(|it| it.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}
