//! The product's own signs, which several panels show: the shape of a severity, the symbol of a part.

use leptos::prelude::*;

use crate::design::{Client, Part, Word as _};
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
