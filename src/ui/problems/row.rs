//! One finding: its words, its fix, and in place below it what the fix changes and how to answer it.

use leptos::prelude::*;

use crate::design::{Positions, Word as _};
use crate::formats::changes::{Change, changes};
use crate::rules::{Finding, Fix, Severity};

use super::super::erase::{Memo, memo, memo_after, view};
use super::Key;
use crate::ui::dialog::Ask;
use crate::ui::glyphs::{Icon, SeverityMark, severity_title};
use crate::ui::{State, use_state};

#[component]
pub(super) fn ProblemRow(key: Key) -> impl IntoView {
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
    let Some(rule) = finding.with_untracked(|it| it.as_ref().map(|it| it.rule)) else { return ().into_any() };
    let fix = memo(move || finding.with(|it| it.as_ref().and_then(|it| it.fix.clone())));
    view! {
        <li
            class="problem"
            data-severity=move || severity.get().word()
            data-open=move || open.get().to_string()
            on:pointerenter=move |_| state.lit.set(Some(part))
            on:pointerleave=move |_| state.lit.set(None)
        >
            {move || view! { <SeverityMark severity=severity.get() /> }}
            <div class="problem-text">
                <p class="problem-title">
                    <span class="word" data-severity=move || severity.get().word()>{move || severity_title(severity.get())}</span>
                    <button
                        type="button"
                        class="problem-name"
                        id=move || format!("problem-{}", place.get().unwrap_or_default())
                        on:click=move |_| state.selected.set(part)
                        on:focus=move |_| state.lit.set(Some(part))
                        on:blur=move |_| state.lit.set(None)
                    >
                        {rule.title}
                    </button>
                    <code>{rule.id}</code>
                </p>
                <p class="problem-why">
                    <span class="problem-message">
                        {move || finding.with(|it| it.as_ref().map(|it| it.message.clone()))} " " {rule.why}
                    </span>
                    <a href=rule.source target="_blank" rel="noopener">
                        "Source" <span class="visually-hidden">{format!(" of {}, opens in a new tab", rule.id)}</span>
                    </a>
                </p>
            </div>
            <div class="problem-acts">
                {move || match fix.get() {
                    Some(fix) => view! { <FixButton fix /> },
                    None => view! { <span class="none">"No safe fix"</span> },
                }}
                <button
                    type="button"
                    class="button button--quiet button--icon button--small"
                    aria-label=format!("More about {}", rule.id)
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon name="i-more" />
                </button>
            </div>
            {move || open.get().then(|| view! { <More finding /> })}
        </li>
    }
}

#[component]
fn FixButton(fix: Fix) -> impl IntoView {
    let state = use_state();
    let title = fix.title.clone();
    view! {
        <button
            type="button"
            class="button button--small"
            on:click=move |_| state.edit_and_tell(&fix.edits, &format!("Fixed: {}", lower_first(&fix.title)))
        >
            {format!("Fix: {}", lower_first(&title))}
        </button>
    }
}

/// What the fix would change, and the other answers to a finding.
#[component]
fn More(finding: Memo<Option<Finding>>) -> impl IntoView {
    let state = use_state();
    let part = move || finding.with(|it| it.as_ref().map(Finding::part));
    let preview = move || {
        let fix = finding.with(|it| it.as_ref().and_then(|it| it.fix.clone()))?;
        let rows = preview(state, &fix);
        (!rows.is_empty()).then(|| view! { <Preview rows /> })
    };
    let suppress = move || {
        let (rule, severity) = finding.with(|it| it.as_ref().map(|it| (it.rule, it.severity)))?;
        let ask = Ask::Suppress { rule: rule.id, title: rule.title };
        (severity != Severity::Error).then(|| {
            view! {
                <button
                    type="button"
                    class="button button--small"
                    aria-label=format!("Suppress {}", rule.id)
                    on:click=move |_| state.asking.set(Some(ask.clone()))
                >
                    "Suppress…"
                </button>
            }
        })
    };
    view! {
        <div class="problem-more">
            {preview}
            <div class="acts">
                <button
                    type="button"
                    class="button button--small"
                    on:click=move |_| if let Some(part) = part() { state.selected.set(part) }
                >
                    "Show its settings"
                </button>
                {suppress}
            </div>
        </div>
    }
}

fn preview(state: State, fix: &Fix) -> Vec<Change> {
    state.with(|before| {
        before
            .with_all(&fix.edits)
            .map(|after| changes(before, &after, &Positions::canonical(before)))
            .unwrap_or_default()
    })
}

#[component]
fn Preview(rows: Vec<Change>) -> impl IntoView {
    let value = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    view! {
        <table class="preview">
            <caption class="visually-hidden">"What the fix changes"</caption>
            <thead>
                <tr><th scope="col">"Setting"</th><th scope="col">"Before"</th><th scope="col">"After"</th></tr>
            </thead>
            <tbody>
                {rows
                    .into_iter()
                    .map(|row| {
                        view! {
                            <tr>
                                <th scope="row"><code>{row.path}</code></th>
                                <td>{value(row.from)}</td>
                                <td>{value(row.to)}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}

/// The sentence's first letter small: it follows a colon. Names such as RDS stay.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
