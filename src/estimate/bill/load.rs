//! What each instance runs at in an idle, a typical and a ceiling month.

use crate::design::{Design, Secondary};
use crate::estimate::{Band, Quantity, pause};
use crate::facts::limits::{HOURS_PER_MONTH, LAST_TIER};
use crate::facts::{Acu, Decimal};

/// The hours of a month.
pub(super) const HOURS: Decimal = Decimal::whole(HOURS_PER_MONTH);

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
    pub(super) follows: bool,
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
    pub(super) fn committed(&self) -> Band<Quantity> {
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
