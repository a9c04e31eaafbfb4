//! Verdicts on what stands around the cluster: network, proxy, Global Database and its secondaries.

use std::collections::BTreeSet;

use super::change::Change;
use super::sources as at;
use super::verdict::{Row, Verdict};
use crate::design::read::list;
use crate::design::{Design, Field, Member, Vpc};

const OTHER_VPC: &str = "A cluster can't move to another VPC: clone or restore it there. Parts of the old network may be gone by then.";

fn set(text: &str) -> BTreeSet<String> {
    BTreeSet::from_iter(list(text))
}

/// Whether a network is made, in both designs; its member is told by its place in the second.
fn makes(field: &Field, change: &Change<'_>) -> [bool; 2] {
    let (Field::VpcId(member)
    | Field::SubnetIds(member)
    | Field::Cidr(member)
    | Field::InterfaceEndpoints(member)) = field
    else {
        return [true, false];
    };
    let region = |index: usize| change.b.secondaries().get(index).map(|it| it.region.code);
    let network = |design: &Design| match member {
        Member::Primary => Some(design.cluster.network.vpc),
        Member::Secondary(index) => {
            let twin = design.secondaries().iter().find(|it| Some(it.region.code) == region(*index));
            twin.map(|it| it.network.vpc)
        }
    };
    [change.a, change.b].map(|design| network(design) == Some(Vpc::Create))
}

pub(super) fn network(field: &Field, change: &Change<'_>) -> Row {
    let (from, to) = (set(change.from), set(change.to));
    let made = makes(field, change);
    match field {
        Field::VpcId(_) | Field::SubnetIds(_) if made == [true, true] => {
            Row::new(Verdict::None, "A VPC that is made has subnets of its own.", at::TRIAL)
        }
        Field::Cidr(_) | Field::InterfaceEndpoints(_) if made == [false, false] => {
            Row::new(Verdict::None, "Nothing of it is exported beside a VPC that exists.", at::TRIAL)
        }
        Field::Cidr(_) if !change.from.is_empty() && !change.to.is_empty() => Row::new(
            Verdict::Refused,
            "The range of a VPC in use can't change; the apply hangs and stops at the subnets.",
            at::TRIAL,
        ),
        Field::SubnetIds(_) if from.is_empty() || to.is_empty() => {
            Row::new(Verdict::Refused, OTHER_VPC, at::OTHER_VPC)
        }
        Field::SubnetIds(_) if !to.is_superset(&from) => Row::new(
            Verdict::Refused,
            "A subnet that holds an instance can't leave the group; the plan can't know which do.",
            at::MODIFY_SUBNET_GROUP,
        ),
        Field::SubnetIds(Member::Primary) if change.keeps_proxy() => Row::new(
            Verdict::Resource,
            "The proxy is deleted and made again with its target; its host may change.",
            at::PROXY_SUBNETS,
        ),
        Field::SubnetIds(_) => {
            Row::new(Verdict::Live, "Only instances made later use it.", at::PROVIDER_SUBNETS)
        }
        Field::ClientSecurityGroupIds(_) if from.is_empty() || to.is_empty() => Row::new(
            Verdict::Resource,
            "For seconds nobody, later only the named groups (or the whole VPC), may connect.",
            at::TRIAL,
        ),
        Field::ClientSecurityGroupIds(_) if !to.is_superset(&from) => Row::new(
            Verdict::Resource,
            "The clients of a group that goes can't open new connections.",
            at::TRIAL,
        ),
        Field::ClientSecurityGroupIds(_) => {
            Row::new(Verdict::Live, "The new groups may connect at once.", at::TRIAL)
        }
        Field::InterfaceEndpoints(_) if to.is_superset(&from) => {
            Row::new(Verdict::Live, "The endpoint is added.", at::ENDPOINTS)
        }
        Field::InterfaceEndpoints(_) => {
            Row::new(Verdict::Resource, "What runs in the VPC no longer reaches that service.", at::ENDPOINTS)
        }
        _ => Row::new(Verdict::Refused, OTHER_VPC, at::OTHER_VPC),
    }
}

pub(super) fn proxy(field: &Field, change: &Change<'_>) -> Row {
    match field {
        Field::Proxy if change.on() => Row::new(
            Verdict::Live,
            "Clients must change to its host; from then on the cluster no longer pauses.",
            at::PROXY,
        ),
        Field::Proxy => Row::new(
            Verdict::Resource,
            "Connections through it drop: move the clients to the cluster's endpoint first.",
            at::TRIAL,
        ),
        Field::ProxyName => Row::new(
            Verdict::Resource,
            "The old host is gone at once; for minutes the proxy has no target.",
            at::PROXY_MODIFYING,
        ),
        Field::EngineFamily => Row::new(
            Verdict::Resource,
            "It comes only with another engine, and the proxy is made anew.",
            at::PROVIDER_PROXY,
        ),
        Field::ClientPasswordAuthType | Field::IamAuth if !change.has_proxy_secret() => {
            Row::new(Verdict::None, "A proxy that logs in with IAM has no secret to say it of.", at::TRIAL)
        }
        Field::ClientPasswordAuthType if change.to.is_empty() => Row::new(
            Verdict::None,
            "Taken out, the old type stays: write the type you want.",
            at::PROVIDER_PROXY,
        ),
        Field::ReadOnlyEndpoint if !change.on() => {
            Row::new(Verdict::Resource, "Its clients lose their host.", at::PROVIDER_ENDPOINT)
        }
        Field::ReadOnlyEndpoint => Row::new(Verdict::Live, "The endpoint is added.", at::PROVIDER_ENDPOINT),
        Field::ConnectionBorrowTimeout
        | Field::MaxConnectionsPercent
        | Field::MaxIdleConnectionsPercent
        | Field::SessionPinningFilters => Row::new(Verdict::Live, "Works at once.", at::PROVIDER_POOL),
        _ => Row::new(
            Verdict::Live,
            "Clients that don't meet the new rule fail at their next connection.",
            at::PROXY_MODIFYING,
        ),
    }
}

const NOT_EMPTY: &str =
    "Detach the secondaries, then the primary, by hand; then drop the Global Database from the state.";

pub(super) fn global(field: &Field, change: &Change<'_>) -> Row {
    if *field == Field::Global && change.on() {
        return Row::new(
            Verdict::Refused,
            "The provider lets no running cluster join; it says so after it made the Global Database and changed the password. Make the Global Database from the cluster by hand and import it.",
            at::JOINING,
        );
    }
    let source = if *field == Field::Global { at::DETACHING } else { at::PROVIDER_GLOBAL };
    Row::new(Verdict::Refused, NOT_EMPTY, source)
}

/// A secondary that goes, by what protects it in the design that runs.
pub(super) fn removed(change: &Change<'_>) -> Row {
    if change.a.cluster.deletion_protection {
        Row::new(
            Verdict::Refused,
            "It stops half-way: a cluster without instances stays alone. Switch protection off in an apply of its own.",
            at::DELETING,
        )
    } else {
        Row::new(
            Verdict::Resource,
            "Its clients lose their Region; the data stays in the primary.",
            at::TRIAL,
        )
        .forever()
    }
}

pub(super) fn secondary(field: &Field, change: &Change<'_>) -> Row {
    match field {
        Field::SecondaryRegion(_) if change.from.is_empty() => Row::new(
            Verdict::Live,
            "Copies all data to the other Region, which costs transfer.",
            at::ATTACHING,
        ),
        Field::SecondaryRegion(_) => removed(change),
        Field::SecondaryReaders(_) if change.grows() => {
            Row::new(Verdict::Live, "An instance is added there.", at::TRIAL)
        }
        Field::SecondaryReaders(_) => Row::new(
            Verdict::Instance,
            "Instances there go; none at all leaves no reading there and a slower takeover.",
            at::TRIAL,
        ),
        Field::WriteForwarding(_) => {
            Row::new(Verdict::Live, "No interruption; it takes a while.", at::FORWARDING)
        }
        _ if !change.a.cluster.encryption && !change.b.cluster.encryption => {
            Row::new(Verdict::None, "Nothing uses the key.", at::TRIAL)
        }
        _ => {
            let row = removed(change);
            Row {
                why: format!("The copy there is made anew from the primary. {}", row.why),
                source: at::PROVIDER_CLUSTER,
                ..row
            }
        }
    }
}
