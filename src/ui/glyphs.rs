//! The icons: neutral line symbols that are drawn once and used everywhere, and the three severity shapes.

use crate::design::{Client, Part, Word as _};
use crate::rules::Severity;

use super::browser::{El, el, svg};

/// Every symbol, once on the page; icons refer to them by id.
pub fn symbols() -> El {
    // Our own file, so its markup needs no escaping.
    el("div").set("class", "symbols").set("aria-hidden", "true").markup(include_str!("symbols.svg"))
}

/// A 16 px icon beside a word; it says nothing on its own. `name` is the id of its symbol: `i-plus`.
pub fn icon(name: &'static str) -> El {
    place().child(svg("use").set("href", &format!("#{name}")))
}

/// An icon that changes.
pub fn live_icon(read: impl Fn() -> &'static str + 'static) -> El {
    place().child(svg("use").bind("href", move || format!("#{}", read())))
}

fn place() -> El {
    svg("svg").set("class", "icon").set("viewBox", "0 0 16 16").set("aria-hidden", "true")
}

/// The shape of a severity; its word stands beside it.
pub fn severity_mark(severity: Severity) -> El {
    let word = severity.word();
    svg("svg")
        .set("class", "sev")
        .set("data-severity", word)
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .child(svg("use").set("href", &format!("#s-{word}")))
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
