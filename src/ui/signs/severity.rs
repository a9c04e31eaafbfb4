//! How bad a finding is, as a shape and as words.

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

/// The severity as people read it: `Error`.
pub const fn severity_title(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// `1 warning`, `2 notes`.
pub fn counted(count: usize, severity: Severity) -> String {
    format!("{count} {}{}", severity.word(), if count == 1 { "" } else { "s" })
}
