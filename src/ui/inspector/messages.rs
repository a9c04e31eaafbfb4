//! What is wrong with a setting, below its field.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::editor::typing::{doubtful, refused};
use crate::rules::{Finding, Severity};
use crate::ui::signs::SeverityMark;
use crate::ui::state::{Draft, use_state};
use crate::ui::widgets::{ForRows, live};

use super::answers::Answers;

/// Findings, each with its fix.
#[component]
pub(super) fn Findings(findings: RwSignal<Vec<Finding>>) -> impl IntoView {
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
            .into_any()
        });
        let fixes = fixes.collect_view();
        view! {
            <div class="message" data-severity=finding.severity.word()>
                <SeverityMark severity=finding.severity/>
                <span>{finding.message}</span>
                {fixes}
            </div>
        }
        .into_any()
    };
    view! {
        <ForRows each=move || 0..findings.with(Vec::len) key=|nth| *nth let(nth)>
            {live(move || findings.with(|findings| findings.get(nth).cloned()).map(message))}
        </ForRows>
    }
}

/// Why what was typed is not used, and the nearest value that would be; of a value that may not be meant, how it was read.
#[component]
pub(super) fn DraftMessage(answers: Answers) -> impl IntoView {
    let state = use_state();
    let refused = move |draft: &Draft| {
        state.peek(|design| {
            answers.field.with_value(|field| refused(field, &draft.text, &draft.error, design))
        })
    };
    let doubt = Memo::new(move |_| {
        let typed = answers.typed.with(|typed| typed.as_ref().map(|typed| typed.text.clone()))?;
        state.with(|design| answers.field.with_value(|field| doubtful(field, &typed, design)))
    });
    view! {
        <ShowLet some=move || answers.draft.get() let:draft>
            <div class="message message--error" data-severity="error">
                <SeverityMark severity=Severity::Error/>
                <span>{refused(&draft)}</span>
                {draft.error.nearest.map(|nearest| view! { <Offer answers nearest/> }.into_any())}
            </div>
        </ShowLet>
        <ShowLet some=move || doubt.get() let((said, other))>
            <div class="message" data-severity="note">
                <SeverityMark severity=Severity::Note/>
                <span>{said}</span>
                <Offer answers nearest=other/>
            </div>
        </ShowLet>
    }
}

/// The button that takes the value that may have been meant.
#[component]
fn Offer(answers: Answers, nearest: String) -> impl IntoView {
    let name = format!("Use {nearest}");
    let take = move |_| {
        answers.typed.set(None);
        answers.take(&nearest);
    };
    view! { <button type="button" class="button button--small" on:click=take>{name}</button> }
}
