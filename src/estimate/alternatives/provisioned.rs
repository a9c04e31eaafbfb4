//! Provisioned instances in the place of the serverless ones: by list price, reserved for a year, under a savings plan.

use super::{Crossing, Curve, Point, curve_of};
use crate::design::{Design, StorageType};
use crate::estimate::bill::Shape;
use crate::estimate::{Quantity, Usd};
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::provisioned::{CLASSES, HOURLY};
use crate::facts::{Acu, Day, Decimal};

/// What a savings plan takes off the newer families, in percent; the older ones get none (PRI-04).
const PLAN_PERCENT: u64 = 20;
const PLANNED_FAMILIES: &[&str] = &["db.r7g", "db.r7i", "db.r8g"];
/// On I/O-Optimized a reservation buys 1.3 units (PRI-06): in tenths.
const UNITS: u64 = 13;

/// What a class is large enough for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// It holds the memory of the busiest instance in a typical month.
    Typical,
    /// It holds the memory of the maximum.
    Peak,
}

/// All instances of the primary as one provisioned class, everything else as the design has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Class {
    /// `db.r8g.large`.
    pub name: &'static str,
    /// vCPU of one.
    pub vcpu: u16,
    /// Memory of one, in GiB.
    pub memory_gib: u16,
    /// What it is large enough for.
    pub fit: Fit,
    /// The typical month by list price.
    pub on_demand: Usd,
    /// The month with instances reserved for a year without upfront; `None` where the price is not known.
    pub reserved: Option<Usd>,
    /// The month under a Database Savings Plan; `None` where none covers the family.
    pub planned: Option<Usd>,
    /// Up to so many ACU-hours serverless costs less than the list price.
    pub break_even: Option<Crossing>,
    /// Up to so many ACU-hours serverless costs less than a reservation.
    pub reserved_break_even: Option<Crossing>,
    /// Whether every price is known.
    pub complete: bool,
}

/// A typical month on serverless and on provisioned instances, against the ACU-hours of the primary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provisioned {
    /// Instances of the primary.
    pub instances: u32,
    /// Serverless.
    pub serverless: Curve,
    /// The design's own point.
    pub own: Point,
    /// The smallest class of each family that fits, cheapest first; empty where the Region has no prices of them.
    pub classes: Vec<Class>,
    /// Whether every price of the serverless month is known.
    pub complete: bool,
}

/// The design on provisioned classes; `None` where an ACU-hour has no price.
pub fn provisioned(design: &Design, today: Day) -> Option<Provisioned> {
    let shape = Shape::new(design, today)?;
    let serverless = curve_of(&shape);
    let alone = design.cluster.readers.is_empty();
    let busiest = if alone { design.writer_acu() } else { design.writer_acu().max(design.readers_acu()) };
    let low = design.cluster.min_capacity.max(Acu::HALF).as_decimal();
    let high = design.cluster.max_capacity.as_decimal().max(low);
    let mut classes = Vec::new();
    for (fit, acu) in [(Fit::Typical, busiest.clamp(low, high)), (Fit::Peak, high)] {
        for (name, vcpu, memory_gib) in smallest(acu) {
            let known = classes.iter_mut().find(|class: &&mut Class| class.name == name);
            if let Some(class) = known {
                class.fit = fit;
            } else {
                classes.extend(class(design, &shape, &serverless, (name, vcpu, memory_gib), fit));
            }
        }
    }
    classes.sort_by_key(|class| class.on_demand);
    let x = shape.hours.typical;
    let own = Point { x, usd: shape.at(x) };
    Some(Provisioned { instances: shape.instances, serverless, own, classes, complete: shape.complete })
}

/// The smallest class of each family that holds so many ACUs.
fn smallest(acu: Decimal) -> Vec<(&'static str, u16, u16)> {
    let mut found: Vec<(&str, u16, u16)> = Vec::new();
    for &(name, vcpu, memory) in CLASSES {
        // An ACU has 2 GiB (ACU-01).
        let fits = Decimal::whole(memory.into()) >= acu.plus(acu);
        // Classes of a family stand together, from small to large.
        if fits && !found.iter().any(|(other, _, _)| family(other) == family(name)) {
            found.push((name, vcpu, memory));
        }
    }
    found
}

fn family(class: &str) -> &str {
    class.rsplit_once('.').map_or(class, |(family, _)| family)
}

fn class(
    design: &Design,
    shape: &Shape,
    serverless: &Curve,
    (name, vcpu, memory_gib): (&'static str, u16, u16),
    fit: Fit,
) -> Option<Class> {
    let (_, rows) = HOURLY.iter().find(|(region, _)| *region == design.region.code)?;
    let (_, standard, optimized, reserved) = rows.iter().find(|(class, ..)| *class == name)?;
    let is_optimized = design.cluster.storage_type == StorageType::AuroraIopt1;
    let price = |micros: u32| Decimal::from_micros(micros.into());
    let list = price(if is_optimized { *optimized } else { *standard }?);
    let hours = Quantity::from(Decimal::whole(HOURS_PER_MONTH)).times(shape.instances);
    let (rest, complete) = shape.on_cpus(hours.times(vcpu.into()));
    let reserved = reserved.map(|micros| Usd::of(price(micros), hours));
    let reserved = reserved.map(|usd| if is_optimized { usd.times(UNITS, 10) } else { usd }.plus(rest));
    let instances = Usd::of(list, hours);
    let on_demand = instances.plus(rest);
    let planned = PLANNED_FAMILIES.contains(&family(name));
    let planned = planned.then(|| instances.times(100 - PLAN_PERCENT, 100).plus(rest));
    let end = serverless.points().last().map(|point| point.x).unwrap_or_default();
    let even = |usd: Usd| serverless.crossings(&Curve::level(usd, end)).into_iter().next_back();
    Some(Class {
        name,
        vcpu,
        memory_gib,
        fit,
        on_demand,
        reserved,
        planned,
        break_even: even(on_demand),
        reserved_break_even: reserved.and_then(even),
        complete,
    })
}
