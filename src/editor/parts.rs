//! The parts of a design as the page calls them.

use crate::design::{Client, Part, instance_name};

/// A part's name; instances and secondaries share one of their kind.
pub const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Design => "Design",
        Part::Clients => "Clients",
        Part::Vpc => "Network",
        Part::Cluster => "Cluster",
        Part::ReaderEndpoint => "Reader endpoint",
        Part::Proxy => "RDS Proxy",
        Part::Instance(0) => "Writer",
        Part::Instance(_) => "Reader",
        Part::Storage => "Storage",
        Part::Secret => "Secret",
        Part::Kms => "KMS key",
        Part::Monitoring => "CloudWatch",
        Part::Backups => "Backups",
        Part::Secondary(_) => "Region",
        Part::Usage => "Usage",
    }
}

/// A part apart from others of its kind: `Reader 2`, `Secondary Region 1`.
pub fn part_label(part: Part) -> String {
    match part {
        Part::Instance(index) => instance_name(index),
        Part::Secondary(index) => format!("Secondary Region {}", index + 1),
        _ => part_name(part).to_owned(),
    }
}

/// Id of the symbol of a part of the design.
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

/// Id of the symbol of a kind of client.
pub const fn client_symbol(client: Client) -> &'static str {
    match client {
        Client::Lambda => "i-bolt",
        Client::Ecs => "i-box",
        Client::Eks => "i-eks",
        Client::Ec2 => "i-server",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_one_kind_are_told_apart() {
        assert_eq!(part_label(Part::Instance(0)), "Writer");
        assert_eq!(part_label(Part::Instance(2)), "Reader 2");
        assert_eq!(part_label(Part::Secondary(0)), "Secondary Region 1");
        assert_eq!(part_label(Part::Kms), "KMS key");
    }
}
