//! What is wrong with a setting, below its field.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::editor::inspector::not_used;
use crate::rules::{Finding, Severity};
use crate::ui::signs::SeverityMark;
use crate::ui::state::use_state;
use crate::ui::widgets::ForRows;

use super::answers::Answers;

/// Findings, each with its fix.
#[component]
pub(super) fn Findings(findings: Memo<Vec<Finding>>) -> impl IntoView {
    let state = use_state();
    let message = move |finding: Finding| {
        let fixes = finding.fix.into_iter().chain(finding.others).map(|fix| {
            let title = fix.title.clone();
            view! {
                <button
                    type="button"
                    class="button button--small"
                    on:click=move |_| state.edit_and_tell(&fix.edits, &fix.title)
                >
                    {title}
                </button>
            }
        });
        let fixes = fixes.collect_view();
        view! {
            <div class="message" data-severity=finding.severity.word()>
                <SeverityMark severity=finding.severity/>
                <span>{finding.message}</span>
                {fixes}
            </div>
        }
    };
    view! {
        <ForRows
            each=move || findings.get()
            key=|finding| format!("{}{}", finding.rule.id, finding.message)
            children=message
        />
    }
}

/// Why what was typed is not used, and the nearest value that would be.
#[component]
pub(super) fn DraftMessage(answers: Answers) -> impl IntoView {
    view! {
        <ShowLet some=move || answers.draft.get() let:draft>
            <div class="message message--error" data-severity="error">
                <SeverityMark severity=Severity::Error/>
                <span>{not_used(&draft.text, &draft.error, &answers.text.get_untracked())}</span>
                {draft.error.nearest.map(|nearest| {
                    let name = format!("Use {nearest}");
                    view! {
                        <button
                            type="button"
                            class="button button--small"
                            on:click=move |_| answers.take(&nearest)
                        >
                            {name}
                        </button>
                    }
                })}
            </div>
        </ShowLet>
    }
}
