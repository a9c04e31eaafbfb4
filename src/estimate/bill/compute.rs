//! Instances: what each runs at in an idle, a typical and a ceiling month, and what its ACUs cost.

use std::fmt::Write as _;

use super::costs::{Book, Costs, HOURS, HUNDRED, Rate, monthly, unconfirmed, uncounted};
use super::text::{Count, Price};
use super::{Line, LineId};
use crate::design::{Design, Part, Secondary, StorageType};
use crate::estimate::quantity::exact;
use crate::estimate::{Band, Quantity, pause};
use crate::facts::limits::LAST_TIER;
use crate::facts::prices::PriceField;
use crate::facts::{Acu, Decimal};

const PLAN: &str =
    "The savings plan commits to the typical average: it is billed in every hour, paused or not.";

/// What a bill may suppose against the design, to say what one of its choices costs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::estimate) enum Supposed {
    /// Nothing: the bill as it is.
    Nothing,
    /// Nothing keeps an instance of the primary awake.
    EveryInstancePauses,
    /// The reader in this place scales alone, and nobody asks it for anything.
    NobodyReads(usize),
}

/// What one instance runs at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Load {
    /// ACUs while awake; in an idle month 0 where it pauses.
    pub(super) acu: Band<Decimal>,
    /// Hours awake in the typical month.
    pub(super) hours: Decimal,
    /// Whether it scales and pauses with the writer and runs at its figure (ACU-38).
    follows: bool,
}

impl Load {
    fn new(min: Acu, max: Acu, average: Decimal, awake: Option<Decimal>) -> Self {
        let low = min.max(Acu::HALF);
        let (low, high) = (low.as_decimal(), max.max(low).as_decimal());
        let idle = if awake.is_some() { Decimal::ZERO } else { low };
        let acu = Band { idle, typical: average.clamp(low, high), ceiling: high };
        Self { acu, hours: awake.unwrap_or(HOURS), follows: false }
    }

    /// A reader of tier 0 or 1: at least the writer's ACUs, for the writer's hours.
    fn behind(self, writer: &Self) -> Self {
        let acu = Band {
            idle: self.acu.idle.max(writer.acu.idle),
            typical: self.acu.typical.max(writer.acu.typical),
            ceiling: self.acu.ceiling.max(writer.acu.ceiling),
        };
        Self { acu, hours: writer.hours, follows: acu.typical == writer.acu.typical }
    }

    /// ACU-hours by month.
    pub(super) fn acu_hours(&self) -> Band<Quantity> {
        Band {
            idle: Quantity::product(self.acu.idle, HOURS),
            typical: Quantity::product(self.acu.typical, self.hours),
            ceiling: Quantity::product(self.acu.ceiling, HOURS),
        }
    }

    /// ACU-hours that are paid for under a savings plan: its commitment is the typical average of every hour.
    fn committed(&self) -> Band<Quantity> {
        let commitment = Quantity::product(self.acu.typical, HOURS);
        Band { ceiling: self.acu_hours().ceiling, ..Band::flat(commitment) }
    }
}

/// The load of each instance of the primary, writer first.
pub(super) fn loads(design: &Design, supposed: Supposed) -> Vec<Load> {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let active = design.active_hours_per_month().min(HOURS);
    // Whether an instance pauses depends on nothing but its being tied to the writer.
    let sleeps = supposed == Supposed::EveryInstancePauses;
    let awake = |instance: usize| (sleeps || pause(design, instance).pauses()).then_some(active);
    let (tied, average) = (awake(0), design.readers_acu());
    let free = design.cluster.readers.iter().position(|reader| reader.promotion_tier > 1);
    let free = free.and_then(|place| awake(place + 1));
    let writer = Load::new(min, max, design.writer_acu(), tied);
    let readers = design.cluster.readers.iter().map(|reader| {
        if reader.promotion_tier > 1 {
            Load::new(min, max, average, free)
        } else {
            Load::new(min, max, average, tied).behind(&writer)
        }
    });
    let mut loads: Vec<Load> = std::iter::once(writer).chain(readers).collect();
    if let Supposed::NobodyReads(instance) = supposed
        && let Some(load) = loads.get_mut(instance)
    {
        let mut alone = design.clone();
        if let Some(reader) = alone.cluster.readers.get_mut(instance.saturating_sub(1)) {
            reader.promotion_tier = LAST_TIER;
        }
        let asleep = pause(&alone, instance).pauses().then_some(Decimal::ZERO);
        *load = Load::new(min, max, Decimal::ZERO, asleep);
    }
    loads
}

/// The load of each instance of a secondary, which never pauses (ACU-17).
pub(super) fn secondary_load(design: &Design, secondary: &Secondary) -> Load {
    let (min, max) = (design.secondary_min(secondary), design.secondary_max(secondary));
    Load::new(min, max, design.secondary_acu(secondary), None)
}

/// Price of an ACU-hour under the design's storage type.
pub(super) fn acu_rate(design: &Design, book: &Book<'_>) -> Option<Rate> {
    book.rate(match design.cluster.storage_type {
        StorageType::Aurora => PriceField::AcuHourStandard,
        StorageType::AuroraIopt1 => PriceField::AcuHourIoOptimized,
    })
}

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    let rate = acu_rate(design, &costs.book);
    let mut before = None;
    for (instance, load) in costs.loads.iter().enumerate() {
        let (id, item) = if instance == 0 {
            (LineId::WriterAcu, "Writer".to_owned())
        } else {
            (LineId::ReaderAcu, format!("Reader {instance}"))
        };
        let head = Head { id, item, part: Part::Instance(instance) };
        // Most readers run like the one before; what was written for that one is not written again.
        let next = match lines.last().filter(|_| before == Some(load)) {
            Some(same) => again(same, head),
            None => line(design, rate, load, 1, head),
        };
        lines.push(next);
        before = Some(load);
    }
    for site in costs.sites.iter().filter(|site| site.secondary.readers > 0) {
        let rate = acu_rate(design, &site.book);
        let item = format!("Instances in {}", site.code());
        let head = Head { id: LineId::SecondaryAcu, item, part: site.part };
        lines.push(line(design, rate, &site.load, site.secondary.readers, head));
    }
}

struct Head {
    id: LineId,
    item: String,
    part: Part,
}

/// The same line for another instance.
fn again(line: &Line, Head { id, item, part }: Head) -> Line {
    Line {
        id,
        item,
        part,
        quantity: line.quantity.clone(),
        unit: line.unit,
        unit_price: line.unit_price.clone(),
        monthly: line.monthly,
        arithmetic: line.arithmetic.clone(),
        note: line.note,
        provenance: line.provenance,
    }
}

fn line(design: &Design, rate: Option<Rate>, load: &Load, count: u32, head: Head) -> Line {
    let percent = design.usage.savings_plan_percent.min(HUNDRED);
    let planned = percent > Decimal::ZERO;
    let (hours, quantity) = if planned { (HOURS, load.committed()) } else { (load.hours, load.acu_hours()) };
    let quantity = quantity.map(|amount| amount.times(count));
    let listed = monthly(rate, quantity);
    // Hundredths of millionths of the list price.
    let left = HUNDRED.minus(percent).as_micros();
    let mut arithmetic = if count > 1 { format!("{count} × ") } else { String::new() };
    let _ = write!(arithmetic, "{} ACU × {} h × {}", Count(load.acu.typical), Count(hours), Price(rate));
    if planned {
        let _ = write!(arithmetic, " × {}%", Count(HUNDRED.minus(percent)));
    }
    if load.follows {
        arithmetic.push_str(", as the writer");
    }
    Line {
        id: head.id,
        item: head.item,
        part: head.part,
        quantity: quantity.typical.to_string(),
        unit: "ACU-hour",
        unit_price: rate.map(|rate| {
            let price = rate.usd;
            if planned {
                exact(u128::from(price.as_micros()) * u128::from(left), 14)
            } else {
                price.to_string()
            }
        }),
        monthly: listed
            .map(|band| if planned { band.map(|usd| usd.times(left, HUNDRED.as_micros())) } else { band }),
        arithmetic,
        note: uncounted(rate, listed).or(if planned { Some(PLAN) } else { unconfirmed(rate) }),
        provenance: rate.and_then(|rate| rate.provenance),
    }
}
