//! Where a setting belongs: a part of the diagram, a member of the Global Database, a place in the file.

use serde::{Deserialize, Serialize};

use super::Design;
use crate::facts::prices::PriceField;

/// A part of the diagram that can be selected.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Part {
    /// The design as a whole: the Region's frame.
    Design,
    /// What connects.
    Clients,
    /// The VPC.
    Vpc,
    /// The cluster: engine, capacity, cluster endpoint.
    Cluster,
    /// The reader endpoint.
    ReaderEndpoint,
    /// RDS Proxy and its endpoints.
    Proxy,
    /// An instance, writer first.
    Instance(usize),
    /// The volume.
    Storage,
    /// Master credentials.
    Secret,
    /// The KMS key.
    Kms,
    /// Logs, alarms, insights.
    Monitoring,
    /// Backups and snapshots.
    Backups,
    /// A secondary of the Global Database.
    Secondary(usize),
    /// What the bill assumes.
    Usage,
}

/// The member of a Global Database that a setting belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Member {
    /// The cluster itself.
    Primary,
    /// A secondary by its place.
    Secondary(usize),
}

/// Where resources and instances stand in the file a design was read from; findings name these places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Positions {
    /// Place of `aws_rds_aurora` in `resources`.
    pub cluster: usize,
    /// Place of `aws_db_proxy`, or where it would be.
    pub proxy: usize,
    /// Place of `aws_rds_global_cluster`, or where it would be.
    pub global: usize,
    /// Place of each instance in `instances`, writer first; empty where they stand in order.
    pub instances: Vec<usize>,
}

impl Positions {
    /// As the canonical file has them.
    pub fn canonical(design: &Design) -> Self {
        let proxy = usize::from(design.proxy.is_some());
        Self { cluster: 0, proxy: 1, global: 1 + proxy, instances: Vec::new() }
    }

    /// The place of an instance in the file, by its place in the design.
    pub(super) fn instance(&self, index: usize) -> usize {
        self.instances.get(index).copied().unwrap_or(index)
    }
}

/// Which one of the settings that share a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place<'a> {
    /// There is but one.
    Once,
    /// That of an instance, writer first.
    Instance(usize),
    /// That of a secondary.
    Secondary(usize),
    /// That of the primary or of a secondary.
    Member(Member),
    /// The one of that name: a tag, a parameter.
    Named(&'a str),
    /// The one of that price.
    Price(PriceField),
    /// The one at that place of a list: a suppression.
    Listed(usize),
}
