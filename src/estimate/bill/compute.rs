//! Instances: what the ACUs of each cost.

use super::book::{Book, unconfirmed};
use super::costs::{Costs, HUNDRED, monthly, uncounted};
use super::load::{HOURS, Load};
use super::{Arithmetic, Charge, Line, LineId};
use crate::design::{Design, Part, StorageType};
use crate::estimate::{UnitPrice, Usd};
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

const PLAN: &str =
    "The savings plan commits to the typical average: it is billed in every hour, paused or not.";

/// Price of an ACU-hour under the design's storage type.
pub(super) fn acu_price(design: &Design, book: &Book<'_>) -> Charge {
    book.charge(match design.cluster.storage_type {
        StorageType::Aurora => PriceField::AcuHourStandard,
        StorageType::AuroraIopt1 => PriceField::AcuHourIoOptimized,
    })
}

/// What an ACU-hour of the primary costs at list price; `None` where its Region has no price.
pub fn acu_hour(design: &Design) -> Option<Decimal> {
    acu_price(design, &Book::of(design)).usd
}

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    let price = acu_price(design, &costs.book);
    for (instance, load) in costs.loads.iter().enumerate() {
        let id = if instance == 0 { LineId::WriterAcu } else { LineId::ReaderAcu };
        let part = Part::Instance(instance);
        lines.push(line(design, (id, part, costs.code()), price, load, 1));
    }
    for site in costs.sites.iter().filter(|site| site.secondary.readers > 0) {
        let price = acu_price(design, &site.book);
        let head = (LineId::SecondaryAcu, site.part, site.code());
        lines.push(line(design, head, price, &site.load, site.secondary.readers));
    }
}

fn line(
    design: &Design,
    (id, part, region): (LineId, Part, &'static str),
    price: Charge,
    load: &Load,
    count: u32,
) -> Line {
    let percent = design.usage.savings_plan_percent.min(HUNDRED);
    let planned = percent > Decimal::ZERO;
    let (hours, quantity) = if planned { (HOURS, load.committed()) } else { (load.hours, load.acu_hours()) };
    let quantity = quantity.map(|amount| amount.times(count));
    let listed = monthly(price.usd, quantity);
    let left = HUNDRED.minus(percent);
    let discounted = |usd: Usd| usd.times(left.as_micros(), HUNDRED.as_micros());
    Line {
        id,
        part,
        region,
        quantity: quantity.typical,
        unit_price: price
            .usd
            .map(|usd| if planned { UnitPrice::share(usd, left) } else { UnitPrice::from(usd) }),
        monthly: listed.map(|band| if planned { band.map(discounted) } else { band }),
        arithmetic: Arithmetic::Acus {
            each: (count > 1).then_some(count),
            acu: load.acu.typical,
            hours,
            price: Some(price),
            percent: planned.then_some(left),
            as_writer: load.follows,
        },
        note: uncounted(price.usd, listed).or(if planned { Some(PLAN) } else { unconfirmed(price) }),
        provenance: price.provenance,
    }
}
