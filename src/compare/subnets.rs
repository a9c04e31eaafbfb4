//! What a change of the instances' zones does to the subnets of a VPC that `main.tf` makes.
//!
//! A subnet takes its range from its zone's place among all zones in use, and goes when its zone is no longer one of them.

use super::change::Change;
use super::pairs::zone_of;
use super::sources as at;
use super::verdict::{Row, Verdict};
use crate::design::{Credentials, Design, Vpc, Zone};

/// Where each zone's subnet lies: how many bits tell them apart (NET-12), and its place among them.
fn ranges(design: &Design) -> Vec<(Zone, (u8, usize))> {
    let zones = design.subnet_zones();
    let least = if zones.len() > 4 { 3 } else { 2 };
    let bits = 24u8.saturating_sub(design.cidr().prefix).max(least);
    zones.into_iter().enumerate().map(|(place, zone)| (zone, (bits, place))).collect()
}

/// Whether an interface endpoint stands in every subnet, before and after.
fn keeps_endpoints(a: &Design, b: &Design) -> bool {
    let rotates = |design: &Design| {
        design.cluster.credentials == Credentials::SecretsManager && design.cluster.rotation_days.is_some()
    };
    let [old, new] = [a, b].map(|design| design.cluster.network.interface_endpoints);
    rotates(a) && rotates(b) || old.iter().any(|endpoint| new.contains(endpoint))
}

/// Whether an instance brings the first use of a zone or takes the last one away, and with it a subnet of the proxy's, which
/// can't change them.
pub(super) fn remakes_proxy(change: &Change<'_>) -> bool {
    let (a, b) = (change.a, change.b);
    let made = [a, b].iter().all(|design| design.cluster.network.vpc == Vpc::Create);
    let (old, new) = (a.subnet_zones(), b.subnet_zones());
    let turns = |text: &str| zone_of(text).is_some_and(|zone| old.contains(&zone) != new.contains(&zone));
    change.keeps_proxy() && made && (turns(change.from) || turns(change.to))
}

/// What stops an instance that comes, goes or moves: a subnet that can't be deleted or made anew, since something that stays
/// is in it.
pub(super) fn blocked(a: &Design, b: &Design) -> Option<Row> {
    if [a, b].iter().any(|design| design.cluster.network.vpc != Vpc::Create) || a.cidr() != b.cidr() {
        return None;
    }
    let (old, new) = (ranges(a), ranges(b));
    let refused = |why: &str| Some(Row::new(Verdict::Refused, why, at::TRIAL));
    let stays =
        |zone: &Zone| a.zones().iter().zip(b.zones()).any(|(before, after)| before == zone && after == *zone);
    let moved = old.iter().filter(|(zone, range)| new.iter().any(|(it, now)| it == zone && now != range));
    if moved.map(|(zone, _)| zone).any(stays) {
        return refused(
            "Subnets are counted by their zones in order, so another zone moves the range of a subnet that holds an instance, and that one can't be made anew. Take a zone behind those in use, or empty the later zones first.",
        );
    }
    let left = old.iter().any(|(zone, _)| !new.iter().any(|(it, _)| it == zone));
    if left && keeps_endpoints(a, b) {
        return refused(
            "The subnet of the zone that nothing uses any more is deleted first, and the interface endpoints are still in it. Take the endpoints out in an apply of their own, and add them again after it.",
        );
    }
    None
}
