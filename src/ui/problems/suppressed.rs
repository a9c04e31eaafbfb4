//! What has been suppressed: what each suppression keeps quiet, and which no longer do what they were written for.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::problems::{Does, Row, suppressed};
use crate::rules::find;
use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::{ShowIf, live};

/// The list below the findings, where anything is suppressed.
#[component]
pub(super) fn Suppressed() -> impl IntoView {
    let state = use_state();
    let rows = state.answer(move |design, bill, _| suppressed(design, bill, state.today));
    let items = move || rows.get().into_iter().enumerate().map(|(at, row)| item(at, row)).collect_view();
    view! {
        <ShowIf when=move || !rows.with(Vec::is_empty)>
            <section class="suppressed" aria-label="Suppressed">
                <h3>"Suppressed"</h3>
                <ul>{live(items)}</ul>
            </section>
        </ShowIf>
    }
}

fn item(index: usize, Row { suppression, does }: Row) -> impl IntoView {
    let state = use_state();
    let (word, says) = does.says();
    let id = suppression.rule;
    let quiets = matches!(does, Does::Quiets(_));
    let until = suppression.until.filter(|_| quiets).map(|day| format!(", until {day}"));
    let (label, what) = if quiets {
        (format!("List again: {id}"), "List again")
    } else {
        (format!("Remove: the suppression of {id}"), "Remove")
    };
    let renewed = find(&id).filter(|_| matches!(does, Does::Ended(_) | Does::NoReason)).map(|rule| {
        view! {
            <button
                type="button"
                class="button button--small"
                aria-label=format!("Suppress anew\u{2026} {}", rule.id)
                on:click=move |_| state.ask(Ask::Suppress { rule: rule.id, title: rule.title })
            >
                "Suppress anew\u{2026}"
            </button>
        }
        .into_any()
    });
    view! {
        <li>
            <p>
                <span class="chip" data-does=word>{word}</span>
                " "
                <code>{id}</code>
                " "
                {suppression.reason}
                {until}
                <small>{says}</small>
            </p>
            <span class="problem-acts">
                {renewed}
                <button
                    type="button"
                    class="button button--small"
                    aria-label=label
                    on:click=move |_| state.edit(Edit::Reset(Field::Suppress(index)))
                >
                    {what}
                </button>
            </span>
        </li>
    }
}
