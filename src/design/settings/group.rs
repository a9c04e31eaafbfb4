//! The groups of the inspector: settings as engineers think of them.

use crate::design::Part;

/// A group of the inspector.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// Name, Region, environment, clients, tags.
    Design,
    /// Engine and version.
    Engine,
    /// ACU range and pausing.
    Capacity,
    /// Writer and readers.
    Instances,
    /// VPC, subnets, port.
    Network,
    /// Users, secrets, IAM, Data API.
    Access,
    /// RDS Proxy.
    Proxy,
    /// Encryption, backups, deletion.
    Protection,
    /// Logs, insights, alarms.
    Observability,
    /// Secondary Regions.
    Regions,
    /// What the bill assumes.
    Usage,
}

impl Group {
    /// All groups, in the inspector's order.
    pub const ALL: [Self; 11] = [
        Self::Design,
        Self::Engine,
        Self::Capacity,
        Self::Instances,
        Self::Network,
        Self::Access,
        Self::Proxy,
        Self::Protection,
        Self::Observability,
        Self::Regions,
        Self::Usage,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Design => "Design",
            Self::Engine => "Engine",
            Self::Capacity => "Capacity",
            Self::Instances => "Instances",
            Self::Network => "Network",
            Self::Access => "Access",
            Self::Proxy => "Proxy",
            Self::Protection => "Protection",
            Self::Observability => "Observability",
            Self::Regions => "Regions",
            Self::Usage => "Usage and prices",
        }
    }

    /// The group that holds a part's settings.
    pub const fn of_part(part: Part) -> Self {
        match part {
            Part::Design | Part::Clients => Self::Design,
            Part::Vpc => Self::Network,
            Part::Cluster => Self::Capacity,
            Part::ReaderEndpoint | Part::Instance(_) => Self::Instances,
            Part::Proxy => Self::Proxy,
            Part::Storage | Part::Usage => Self::Usage,
            Part::Secret => Self::Access,
            Part::Kms | Part::Backups => Self::Protection,
            Part::Monitoring => Self::Observability,
            Part::Secondary(_) => Self::Regions,
        }
    }
}
