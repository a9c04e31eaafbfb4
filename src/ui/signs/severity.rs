//! How bad a finding is, as a shape.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::rules::Severity;

/// The shape of a severity; its word stands beside it.
#[component]
pub fn SeverityMark(severity: Severity) -> impl IntoView {
    let word = severity.word();
    view! {
        <svg class="sev" data-severity=word viewBox="0 0 16 16" aria-hidden="true">
            <use href=format!("#s-{word}")></use>
        </svg>
    }
}
