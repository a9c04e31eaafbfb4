//! Why a finding is fine here.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::design::Edit;
use crate::editor::suppress::suppression;
use crate::rules::Severity;
use crate::ui::signs::SeverityMark;
use crate::ui::state::use_state;
use crate::ui::widgets::live;

use super::parts::{Acts, Labelled};

/// The dialog's content, for a rule with its title.
#[component]
pub(super) fn Suppress(rule: &'static str, title: &'static str) -> impl IntoView {
    let state = use_state();
    let wrong = RwSignal::new(None::<&'static str>);
    let reason = NodeRef::<html::Input>::new();
    let until = NodeRef::<html::Input>::new();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(reason), Some(until)) = (reason.get_untracked(), until.get_untracked()) else { return };
        match suppression(rule, &reason.value(), &until.value()) {
            Ok(suppression) => {
                state.asking.set(None);
                state.edit_and_tell(&[Edit::Suppress(suppression)], &format!("Suppressed {rule}"));
            }
            Err(sentence) => wrong.set(Some(sentence)),
        }
    };
    let said = move || {
        wrong
            .get()
            .map(|text| view! { <SeverityMark severity=Severity::Error/><span>{text}</span> }.into_any())
    };
    view! {
        <form class="dialog-form" on:submit=keep>
            <h2 id="dialog-title">"Suppress this finding?"</h2>
            <p>
                <strong>{title}</strong>
                " "
                <code>{rule}</code>
            </p>
            <Labelled label="Reason">
                <input
                    type="text"
                    id="suppress-reason"
                    aria-describedby="suppress-wrong"
                    aria-invalid=move || wrong.get().is_some().to_string()
                    node_ref=reason
                />
            </Labelled>
            <Labelled label="Until, the last quiet day" hint="Empty: for good">
                <input type="date" node_ref=until/>
            </Labelled>
            <p class="message message--error" id="suppress-wrong" role="alert">
                {live(said)}
            </p>
            <Acts leave="Keep it listed">
                <button type="submit" class="button button--primary">
                    "Suppress"
                </button>
            </Acts>
        </form>
    }
}
