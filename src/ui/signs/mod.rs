//! The signs of the product: the symbols of parts and clients, the three shapes of severity, a table of changes.

mod changes;
mod severity;

pub use changes::ChangeTable;
pub use severity::{SeverityMark, counted, severity_title};

use crate::design::{Client, Part};

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
