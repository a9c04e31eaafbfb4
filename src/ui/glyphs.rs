//! The icons: neutral line symbols that are drawn once and used everywhere, and the three severity shapes.

use leptos::prelude::*;

use crate::design::{Client, Part, Word as _};
use crate::rules::Severity;

use super::erase::view;

/// Every symbol, once on the page; icons refer to them by id.
#[component]
pub fn Symbols() -> impl IntoView {
    // Our own file, so its markup needs no escaping.
    view! { <div class="symbols" aria-hidden="true" inner_html=include_str!("symbols.svg")></div> }
}

/// A 16 px icon beside a word; it says nothing on its own.
#[component]
pub fn Icon(
    /// Id of the symbol without `#`: `i-plus`.
    #[prop(into)]
    name: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <use_ href=move || format!("#{}", name.get())></use_>
        </svg>
    }
}

/// The shape of a severity; its word stands beside it.
#[component]
pub fn SeverityMark(
    /// How bad.
    severity: Severity,
) -> impl IntoView {
    let word = severity.word();
    view! {
        <svg class="sev" data-severity=word viewBox="0 0 16 16" aria-hidden="true">
            <use_ href=format!("#s-{word}")></use_>
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

/// The symbol of a part of the design.
pub const fn part_symbol(part: Part) -> &'static str {
    match part {
        Part::Design | Part::Secondary(_) => "i-globe",
        Part::Clients => "i-box",
        Part::Vpc => "i-vpc",
        Part::Cluster | Part::ReaderEndpoint => "i-endpoint",
        Part::Proxy => "i-gate",
        Part::Instance(0) => "i-writer",
        Part::Instance(_) => "i-reader",
        Part::Storage => "i-storage",
        Part::Secret => "i-secret",
        Part::Kms => "i-key",
        Part::Monitoring => "i-watch",
        Part::Backups => "i-backup",
        Part::Usage => "i-usage",
    }
}

/// The symbol of a kind of client.
pub const fn client_symbol(client: Client) -> &'static str {
    match client {
        Client::Lambda => "i-bolt",
        Client::Ecs => "i-box",
        Client::Eks => "i-eks",
        Client::Ec2 => "i-server",
    }
}

/// A kind of client as AWS writes it.
pub const fn client_name(client: Client) -> &'static str {
    match client {
        Client::Lambda => "Lambda",
        Client::Ecs => "ECS",
        Client::Eks => "EKS",
        Client::Ec2 => "EC2",
    }
}

/// The shape of a severity where a component would be too much.
pub fn severity_glyph(severity: Severity) -> impl IntoView {
    view! { <SeverityMark severity /> }
}

/// An icon where a component would be too much.
pub fn glyph(name: &'static str) -> impl IntoView {
    view! { <Icon name /> }
}
