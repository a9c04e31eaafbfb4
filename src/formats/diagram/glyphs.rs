//! The neutral line icons as paths in a square of 16 px, stroked 1.5 px with round ends and never filled.

use crate::design::Client;
use crate::rules::Severity;

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Glyph {
    /// Lambda.
    Bolt,
    /// Containers.
    Box,
    /// Kubernetes.
    Helm,
    /// A machine.
    Machine,
    /// RDS Proxy.
    Gate,
    /// An endpoint.
    Endpoint,
    /// The writer.
    Pen,
    /// A reader.
    Book,
    /// A volume.
    Storage,
    /// A secret.
    Lock,
    /// A key.
    Key,
    /// Monitoring.
    Pulse,
    /// Backups.
    Archive,
    /// What scales together.
    Link,
    /// Other Regions.
    Globe,
}

impl Glyph {
    /// The path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Bolt => "M9 2 4 9h3.5L7 14l5-7H8.5z",
            Self::Box => "M8 2 13.5 5v6L8 14l-5.5-3V5zM2.7 5.1 8 8l5.3-2.9M8 8v6",
            Self::Helm => {
                "M8 2.5 13 5v6l-5 2.5L3 11V5zM6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0M8 2.5V6M8 10v3.5M3 5l3.2 2M13 5 9.8 7M3 11l3.2-2M13 11 9.8 9"
            }
            Self::Machine => "M2.5 3.5h11v7h-11zM5.5 13.5h5M8 10.5v3",
            Self::Gate => "M3 3v10M13 3v10M3 8h3m4 0h3M6 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
            Self::Endpoint => "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M5.5 8h5M8.5 6l2 2-2 2",
            Self::Pen => "M3 13l.7-2.9L10.8 3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9L5.9 12.3z",
            Self::Book => {
                "M8 4.5C6.5 3.4 4.5 3 2.5 3v9c2 0 4 .4 5.5 1.5C9.5 12.4 11.5 12 13.5 12V3c-2 0-4 .4-5.5 1.5zM8 4.5v9"
            }
            Self::Storage => {
                "M3 4.2C3 3 5.2 2 8 2s5 1 5 2.2v7.6C13 13 10.8 14 8 14s-5-1-5-2.2zM3 4.2c0 1.2 2.2 2.2 5 2.2s5-1 5-2.2M3 8c0 1.2 2.2 2.2 5 2.2s5-1 5-2.2"
            }
            Self::Lock => {
                "M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4A1.5 1.5 0 0 1 11.5 14h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7M5.5 7V5a2.5 2.5 0 0 1 5 0v2"
            }
            Self::Key => "M2.2 11a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0M7 9l6-6M10.5 5.5 12.5 7.5",
            Self::Pulse => "M2 9h2.5l1.8-5 3 9L11 9h3",
            Self::Archive => "M2.5 3.5h11v3h-11zM3.5 6.5v6h9v-6M6.5 9.5h3",
            Self::Link => {
                "M6.8 9.2a2.7 2.7 0 0 0 3.9 0l2.3-2.3a2.7 2.7 0 0 0-3.9-3.9L8 4.1M9.2 6.8a2.7 2.7 0 0 0-3.9 0L3 9.1A2.7 2.7 0 0 0 6.9 13L8 11.9"
            }
            Self::Globe => {
                "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M2.5 8h11M8 2.5c3.5 3.6 3.5 7.4 0 11-3.5-3.6-3.5-7.4 0-11z"
            }
        }
    }

    /// The icon of a client.
    pub const fn of_client(client: Client) -> Self {
        match client {
            Client::Lambda => Self::Bolt,
            Client::Ecs => Self::Box,
            Client::Eks => Self::Helm,
            Client::Ec2 => Self::Machine,
        }
    }
}

/// The filled shape of a severity in a square of 16 px: octagon, triangle, circle.
pub const fn badge_body(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z",
        Severity::Warning => {
            "M6.9 1.9a1.3 1.3 0 0 1 2.2 0l5.7 10.2a1.3 1.3 0 0 1-1.1 1.9H2.3a1.3 1.3 0 0 1-1.1-1.9z"
        }
        Severity::Note => "M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    }
}

/// The sign on it, stroked 1.75 px with round ends: cross, stroke and dot, dot and stroke.
pub const fn badge_sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4",
        Severity::Warning => "M8 5.8v3.3M8 11.6v.01",
        Severity::Note => "M8 7.5v3.7M8 4.8v.01",
    }
}
