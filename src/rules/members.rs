//! What several rules look at: each member of the design with its range and its network.

use crate::design::{Cidr, Design, Edit, Field, KmsKey, Member, Network, Vpc};
use crate::facts::Acu;
use crate::facts::engines::EngineVersion;
use crate::facts::regions::Region;

/// The capacity range of a member that has one of its own.
pub(super) struct Range {
    pub(super) min: Acu,
    pub(super) max: Acu,
    /// `None` where it follows the primary's.
    pub(super) own_min: Option<Field>,
    /// `None` where it follows the primary's.
    pub(super) own_max: Option<Field>,
    min_field: Field,
    max_field: Field,
    /// Whether no instance has it (GDB-06).
    pub(super) headless: bool,
    /// Starts a message: empty for the primary, else `eu-west-1: `.
    pub(super) whose: String,
}

impl Range {
    pub(super) fn set_min(&self, min: Acu) -> Edit {
        Edit::set(self.min_field.clone(), min)
    }

    pub(super) fn set_max(&self, max: Acu) -> Edit {
        Edit::set(self.max_field.clone(), max)
    }
}

/// The primary's range, then every secondary's.
pub(super) fn ranges(design: &Design) -> Vec<Range> {
    let primary = Range {
        min: design.cluster.min_capacity,
        max: design.cluster.max_capacity,
        own_min: Some(Field::MinCapacity),
        own_max: Some(Field::MaxCapacity),
        min_field: Field::MinCapacity,
        max_field: Field::MaxCapacity,
        headless: false,
        whose: String::new(),
    };
    let secondaries = design.secondaries().iter().enumerate().map(|(index, secondary)| Range {
        min: design.secondary_min(secondary),
        max: design.secondary_max(secondary),
        own_min: secondary.min_capacity.map(|_| Field::SecondaryMinCapacity(index)),
        own_max: secondary.max_capacity.map(|_| Field::SecondaryMaxCapacity(index)),
        min_field: Field::SecondaryMinCapacity(index),
        max_field: Field::SecondaryMaxCapacity(index),
        headless: secondary.readers == 0,
        whose: format!("{}: ", secondary.region.code),
    });
    std::iter::once(primary).chain(secondaries).collect()
}

/// A member of the design and where it lives.
pub(super) struct Place<'a> {
    pub(super) member: Member,
    pub(super) region: &'static Region,
    pub(super) network: &'a Network,
    pub(super) kms_key: &'a KmsKey,
    /// The range of the VPC, where the export makes one.
    pub(super) cidr: Option<Cidr>,
}

/// The primary, then every secondary.
pub(super) fn places(design: &Design) -> Vec<Place<'_>> {
    let made = |network: &Network, cidr: Cidr| (network.vpc == Vpc::Create).then_some(cidr);
    let network = &design.cluster.network;
    let primary = Place {
        member: Member::Primary,
        region: design.region,
        network,
        kms_key: &design.cluster.kms_key,
        cidr: made(network, design.cidr()),
    };
    let secondaries = design.secondaries().iter().enumerate().map(|(index, secondary)| Place {
        member: Member::Secondary(index),
        region: secondary.region,
        network: &secondary.network,
        kms_key: &secondary.kms_key,
        cidr: made(&secondary.network, design.secondary_cidr(index)),
    });
    std::iter::once(primary).chain(secondaries).collect()
}

/// What is known of the version that will run; a prefix stands for the newest it fits (ENG-19). `None` also for one
/// that can't run: what it lacks is no second finding.
pub(super) fn running(design: &Design) -> Option<&'static EngineVersion> {
    let known = design.resolved_version();
    known.filter(|version| version.creatable && version.serverless_v2)
}

/// The largest capacity the version takes; the largest there is where the version is not known (ACU-06).
pub(super) fn largest(design: &Design) -> Acu {
    running(design).map_or(Acu::whole(256), EngineVersion::max_acu)
}
