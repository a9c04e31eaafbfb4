//! One finding: its words, its fix, and in place below it what the fix changes and how to answer it.

use leptos::prelude::*;

use crate::design::{Positions, Word as _};
use crate::formats::changes::{Change, changes};
use crate::rules::{Finding, Fix, OWN_ADVICE, Rule, Severity};

use super::Key;
use crate::ui::browser::{El, button, either, el, live, maybe, nothing, when, words};
use crate::ui::dialog::Ask;
use crate::ui::erase::{Memo, memo, memo_after};
use crate::ui::glyphs::{icon, severity_mark, severity_title};
use crate::ui::{State, use_state};

type Found = Memo<Option<Finding>>;

pub(super) fn problem_row(key: Key) -> El {
    let state = use_state();
    let (id, field) = key;
    let part = field.part();
    let place = memo(move || {
        state.findings.with(|all| all.iter().position(|it| (it.rule.id, &it.field) == (id, &field)))
    });
    let finding = memo_after(move |before: Option<&Option<Finding>>| {
        let now = place.get().and_then(|at| state.findings.with(|all| all.get(at).cloned()));
        // A row about to go keeps its words for the moment it is still there.
        now.or_else(|| before.cloned().flatten())
    });
    let open = RwSignal::new(false);
    let severity = memo(move || finding.with(|it| it.as_ref().map_or(Severity::Note, |it| it.severity)));
    let Some(rule) = finding.with_untracked(|it| it.as_ref().map(|it| it.rule)) else { return nothing() };
    let name = button("problem-name")
        .bind("id", move || format!("problem-{}", place.get().unwrap_or_default()))
        .on("click", move || state.selected.set(part))
        .on("focus", move || state.lit.set(Some(part)))
        .on("blur", move || state.lit.set(None))
        .child(rule.title);
    let word = el("span")
        .set("class", "word")
        .bind("data-severity", move || severity.get().word())
        .child(words(move || severity_title(severity.get())));
    let title =
        el("p").set("class", "problem-title").child(word).child(name).child(el("code").child(rule.id));
    let why = el("p").set("class", "problem-why").child(message(rule, finding)).child(source(rule));
    let more_button = button("button button--quiet button--icon button--small")
        .set("aria-label", &format!("More about {}", rule.id))
        .bind("aria-expanded", move || open.get().to_string())
        .on("click", move || open.update(|open| *open = !*open))
        .child(icon("i-more"));
    el("li")
        .set("class", "problem")
        .bind("data-severity", move || severity.get().word())
        .bind("data-open", move || open.get().to_string())
        .on("pointerenter", move || state.lit.set(Some(part)))
        .on("pointerleave", move || state.lit.set(None))
        .child(live(move || severity_mark(severity.get())))
        .child(el("div").set("class", "problem-text").child(title).child(why))
        .child(el("div").set("class", "problem-acts").child(fix(finding)).child(more_button))
        .child(when(
            move || open.get(),
            move || state.panels.shown(move |panels| (panels.more)(rule, finding)),
        ))
}

fn message(rule: &'static Rule, finding: Found) -> El {
    let found = move || finding.with(|it| it.as_ref().map(|it| it.message.clone())).unwrap_or_default();
    let panels = use_state().panels;
    let why = move || panels.get().map_or("", |panels| (panels.why)(rule));
    el("span").set("class", "problem-message").child(words(found)).child(" ").child(words(why))
}

fn source(rule: &Rule) -> El {
    if rule.source == OWN_ADVICE {
        return el("span").child("Our own advice");
    }
    let of = format!(" of {}, opens in a new tab", rule.id);
    el("a")
        .set("href", rule.source)
        .set("target", "_blank")
        .set("rel", "noopener")
        .child("Source")
        .child(el("span").set("class", "visually-hidden").child(of))
}

/// The button that mends it, or that nothing does.
fn fix(finding: Found) -> El {
    let state = use_state();
    let fix = memo(move || finding.with(|it| it.as_ref().and_then(|it| it.fix.clone())));
    let mend = move || {
        if let Some(fix) = fix.get_untracked() {
            state.edit_and_tell(&fix.edits, &format!("Fixed: {}", lower_first(&fix.title)));
        }
    };
    let label = move || {
        let title = |fix: &Fix| format!("Fix: {}", lower_first(&fix.title));
        fix.with(|fix| fix.as_ref().map(title)).unwrap_or_default()
    };
    either(
        move || fix.with(Option::is_some),
        move || button("button button--small").on("click", mend).child(words(label)),
        || el("span").set("class", "none").child("No safe fix"),
    )
}

/// What the fix would change, and the other answers to a finding.
pub fn more(rule: &'static Rule, finding: Found) -> El {
    let state = use_state();
    let changed = move || {
        let fix = finding.with(|it| it.as_ref().and_then(|it| it.fix.clone()))?;
        let rows = preview(state, &fix);
        (!rows.is_empty()).then(|| change_table("What the fix changes", ["Before", "After"], rows))
    };
    let settings = move || {
        if let Some(part) = finding.with_untracked(|it| it.as_ref().map(Finding::part)) {
            state.selected.set(part);
        }
    };
    let no_error = move || finding.with(|it| it.as_ref().is_some_and(|it| it.severity != Severity::Error));
    let suppress = move || {
        let ask = Ask::Suppress { rule: rule.id, title: rule.title };
        button("button button--small")
            .set("aria-label", &format!("Suppress {}", rule.id))
            .on("click", move || state.ask(ask.clone()))
            .child("Suppress…")
    };
    let why = button("button button--small")
        .set("aria-label", &format!("Why {}", rule.id))
        .on("click", move || state.ask(Ask::Rules(Some(rule.id))))
        .child("Why");
    let acts = el("div")
        .set("class", "acts")
        .child(button("button button--small").on("click", settings).child("Show its settings"))
        .child(why)
        .child(when(no_error, suppress));
    el("div").set("class", "problem-more").child(maybe(changed)).child(acts)
}

fn preview(state: State, fix: &Fix) -> Vec<Change> {
    state.with(|before| {
        before
            .with_all(&fix.edits)
            .map(|after| changes(before, &after, &Positions::canonical(before)))
            .unwrap_or_default()
    })
}

/// Settings with what they were and what they become.
pub fn change_table(caption: &str, [before, after]: [&str; 2], rows: Vec<Change>) -> El {
    let heads = ["Setting", before, after].map(|text| el("th").set("scope", "col").child(text));
    let rows = wholes(rows);
    let value = |text: Option<String>| el("td").child(text.unwrap_or_else(|| "none".to_owned()));
    let row = |row: Change| {
        el("tr")
            .child(el("th").set("scope", "row").child(el("code").child(row.path)))
            .child(value(row.from))
            .child(value(row.to))
    };
    el("table")
        .set("class", "preview")
        .child(el("caption").set("class", "visually-hidden").child(caption))
        .child(el("thead").child(el("tr").child(Vec::from(heads))))
        .child(el("tbody").child(rows.into_iter().map(row).collect::<Vec<_>>()))
}

/// Without what lies within a part that comes or goes: of that the part alone is told.
fn wholes(rows: Vec<Change>) -> Vec<Change> {
    // A whole part is an entry of a list; whether it is there is its own setting.
    let whole = |row: &&Change| row.path.ends_with(']');
    let parts: Vec<String> = rows.iter().filter(whole).map(|row| format!("{}.", row.path)).collect();
    let said = |text: Option<String>| {
        text.map(|text| match text.as_str() {
            "true" => "present".to_owned(),
            "false" => "absent".to_owned(),
            _ => text,
        })
    };
    rows.into_iter()
        .filter(|row| !parts.iter().any(|part| row.path.starts_with(part.as_str())))
        .map(|row| {
            if row.path.ends_with(']') {
                Change { path: row.path, from: said(row.from), to: said(row.to) }
            } else {
                row
            }
        })
        .collect()
}

/// The sentence's first letter small: it follows a colon. Names such as RDS stay.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
