//! RDS Proxy: its ACU-hours with the floor, and the interface endpoint of its read-only endpoint.

use super::costs::{Costs, Metered};
use super::load::HOURS;
use super::{Arithmetic, Line, LineId};
use crate::design::{Design, Part, Vpc};
use crate::estimate::{Band, Month, Quantity};
use crate::facts::Decimal;
use crate::facts::limits::PROXY_FLOOR;
use crate::facts::prices::PriceField;

const FLOOR: &str = "The 8-ACU floor and its scope are unconfirmed.";
const ENDPOINT: &str = "Data that passes the endpoint is left out.";
/// A subnet group, and so the proxy, spans two zones at least (NET-15).
const FEWEST_ZONES: usize = 2;

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    if let Some(proxy) = &costs.design.proxy {
        lines.push(proxy_line(costs));
        if proxy.read_only_endpoint {
            lines.push(endpoint(costs));
        }
    }
}

fn proxy_line(costs: &Costs<'_>) -> Line {
    let floor = PROXY_FLOOR.as_decimal();
    let sum =
        |month: Month| costs.loads.iter().map(|load| load.acu.of(month)).fold(Decimal::ZERO, Decimal::plus);
    let hours = |month: Month| Quantity::product(sum(month).max(floor), HOURS);
    let price = costs.book.charge(PriceField::RdsProxyAcuHour);
    Metered {
        id: LineId::Proxy,
        part: Part::Proxy,
        region: costs.code(),
        quantity: Band::by(hours),
        price: Some(price),
        arithmetic: Arithmetic::AtLeast { floor, acu: sum(Month::Typical), hours: HOURS, price },
        note: Some(FLOOR),
    }
    .line()
}

/// Zones in which an endpoint of the proxy has an interface.
fn zones(design: &Design) -> usize {
    let network = &design.cluster.network;
    match network.vpc {
        Vpc::Create => design.subnet_zones().len(),
        Vpc::Existing => network.subnet_ids.len().max(FEWEST_ZONES),
    }
}

fn endpoint(costs: &Costs<'_>) -> Line {
    let zones = u32::try_from(zones(costs.design)).unwrap_or(u32::MAX);
    let price = costs.book.charge(PriceField::InterfaceEndpointHourPerZone);
    Metered {
        id: LineId::ProxyEndpoint,
        part: Part::Proxy,
        region: costs.code(),
        quantity: Band::flat(Quantity::from(HOURS).times(zones)),
        price: Some(price),
        arithmetic: Arithmetic::Zones { zones, hours: HOURS, price },
        note: Some(ENDPOINT),
    }
    .line()
}
