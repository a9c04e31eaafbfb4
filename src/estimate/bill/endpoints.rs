//! The interface endpoints of the VPCs that are made: each is paid for in every zone of its subnets (NET-18).

use super::book::Book;
use super::costs::{Costs, Metered};
use super::load::HOURS;
use super::{Arithmetic, Line, LineId};
use crate::design::{Member, Network, Part, Vpc};
use crate::estimate::{Band, Quantity};
use crate::facts::prices::PriceField;

const PASSES: &str = "Data that passes the endpoint is left out.";

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let mut put = |book: &Book<'_>, region: &'static str, part: Part, member: Member, network: &Network| {
        if network.vpc != Vpc::Create {
            return;
        }
        let zones = u32::try_from(costs.design.count_of_subnet_zones(member)).unwrap_or(u32::MAX);
        let price = book.charge(PriceField::InterfaceEndpointHourPerZone);
        lines.extend(network.interface_endpoints.iter().map(|service| {
            Metered {
                id: LineId::InterfaceEndpoint(service),
                part,
                region,
                quantity: Band::flat(Quantity::from(HOURS).times(zones)),
                price: Some(price),
                arithmetic: Arithmetic::Zones { zones, hours: HOURS, price },
                note: Some(PASSES),
            }
            .line()
        }));
    };
    put(&costs.book, costs.code(), Part::Vpc, Member::Primary, &costs.design.cluster.network);
    for (index, site) in costs.sites.iter().enumerate() {
        put(&site.book, site.code(), site.part, Member::Secondary(index), &site.secondary.network);
    }
}
