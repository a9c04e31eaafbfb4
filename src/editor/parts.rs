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

/// A kind of client as AWS writes it.
pub const fn client_name(client: Client) -> &'static str {
    match client {
        Client::Lambda => "Lambda",
        Client::Ecs => "ECS",
        Client::Eks => "EKS",
        Client::Ec2 => "EC2",
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
