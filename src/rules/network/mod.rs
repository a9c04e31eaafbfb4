//! Network: the VPC, who reaches the port, ids.

pub(super) mod awkward_range;
pub(super) mod incomplete_vpc;
pub(super) mod isolated_clients;
pub(super) mod malformed_id;
pub(super) mod malformed_range;
pub(super) mod open_to_whole_vpc;
pub(super) mod overlapping_ranges;
pub(super) mod port_out_of_range;
pub(super) mod public_access;
pub(super) mod public_in_private_vpc;
pub(super) mod range_too_small;
pub(super) mod reserved_range;
pub(super) mod too_many_zones;
pub(super) mod unreachable_client_group;
pub(super) mod unused_vpc_settings;

use super::members::{Place, places};
use crate::design::{Cidr, Design, Member};

/// A range written in a rule.
fn block(text: &str) -> Option<Cidr> {
    Cidr::parse(text).ok()
}

/// Whether any of the ranges holds all of the given one.
fn is_inside(range: Cidr, outer: &[&str]) -> bool {
    let (start, end) = range.range();
    let holds = |block: Cidr| block.range().0 <= start && end <= block.range().1;
    outer.iter().filter_map(|text| block(text)).any(holds)
}

/// Whether AWS refuses the range as reserved (NET-10).
fn is_reserved(range: Cidr) -> bool {
    is_inside(range, &["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"])
}

/// Whether the range is private by RFC 1918 (NET-13).
fn is_private(range: Cidr) -> bool {
    is_inside(range, &["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"])
}

/// Where instances are given public addresses: in every member that has any.
fn public(design: &Design) -> Vec<Place<'_>> {
    let mut places = places(design);
    places.retain(|place| match place.member {
        Member::Primary => true,
        Member::Secondary(index) => design.secondaries().get(index).is_some_and(|it| it.readers > 0),
    });
    if design.cluster.publicly_accessible { places } else { Vec::new() }
}

/// The bits that tell a member's subnets apart: two for four parts of the VPC, three for eight where there are more than
/// four zones (NET-12). Only the primary's instances can be in so many: a secondary's are spread over three.
fn subnet_bits(design: &Design, member: Member) -> u8 {
    if member == Member::Primary && design.subnet_zones().len() > 4 { 3 } else { 2 }
}

/// The prefix of the smallest VPC that has room for a member's subnets: each is a /28 at least (NET-11).
pub(super) fn smallest_prefix(design: &Design, member: Member) -> u8 {
    28 - subnet_bits(design, member)
}

/// The prefix of each subnet of the primary's created VPC: a /24, or the part of a VPC that is too small for that
/// (NET-12).
pub(super) fn subnet_prefix(design: &Design) -> u8 {
    design.cidr().prefix.saturating_add(subnet_bits(design, Member::Primary)).max(24)
}

/// The network of that prefix which holds a range's address.
fn network(range: Cidr, prefix: u8) -> Cidr {
    let network = Cidr { prefix, ..range };
    Cidr { address: network.range().0, ..network }
}
