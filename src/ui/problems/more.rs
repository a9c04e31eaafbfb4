//! What a fix would change, and the other answers to a finding.

use leptos::prelude::*;

use crate::design::Positions;
use crate::editor::inspector::field_id;
use crate::formats::changes::{Change, changes};
use crate::rules::{Finding, Rule, Severity};
use crate::ui::signs::ChangeTable;
use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::{ShowIf, live};

/// What stands below an open row.
#[component]
pub(super) fn More(rule: &'static Rule, finding: Memo<Option<Finding>>) -> impl IntoView {
    let state = use_state();
    let fix = Memo::new(move |_| finding.with(|it| it.as_ref().and_then(|it| it.fix.clone())));
    let rows = move || -> Option<Vec<Change>> {
        let fix = fix.get()?;
        let rows = state.with(|before| {
            let after = before.with_all(&fix.edits).ok()?;
            Some(changes(before, &after, &Positions::canonical(before)))
        })?;
        (!rows.is_empty()).then_some(rows)
    };
    let table = move || {
        rows().map(|rows| {
            view! { <ChangeTable caption="What the fix changes" heads=["Before", "After"] rows/> }.into_any()
        })
    };
    let no_error = move || finding.with(|it| it.as_ref().is_some_and(|it| it.severity != Severity::Error));
    let show_settings = move |_| {
        if let Some(finding) = finding.get_untracked() {
            state.selected.set(finding.part());
            state.frame.reach(field_id(&finding.field));
        }
    };
    view! {
        <div class="problem-more">
            {live(table)}
            <div class="acts">
                <button type="button" class="button button--small" on:click=show_settings>
                    "Show its settings"
                </button>
                <button
                    type="button"
                    class="button button--small"
                    aria-label=format!("Why {}", rule.id)
                    on:click=move |_| state.ask(Ask::Rules(Some(rule.id)))
                >
                    "Why"
                </button>
                <ShowIf when=no_error>
                    <button
                        type="button"
                        class="button button--small"
                        aria-label=format!("Suppress {}", rule.id)
                        on:click=move |_| state.ask(Ask::Suppress { rule: rule.id, title: rule.title })
                    >
                        "Suppress\u{2026}"
                    </button>
                </ShowIf>
            </div>
        </div>
    }
}
