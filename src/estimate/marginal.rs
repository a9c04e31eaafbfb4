//! What one choice costs by itself: a tier, a proxy, a pause that never comes.

use super::bill::{Supposed, supposing};
use super::{Awake, Band, Bill, Month, Pause, Usd, bill, pause};
use crate::design::{Design, Part};
use crate::facts::Day;

/// The first tier in which a reader scales on its own (ACU-38).
const ALONE: u32 = 2;

/// What one bill costs more than another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The difference in each month; below zero where it costs less.
    pub by: Band<Usd>,
    /// Whether every line of both bills is known.
    pub complete: bool,
}

impl Change {
    /// What `this` costs more than `other`.
    pub fn between(this: &Bill, other: &Bill) -> Self {
        let mut complete = true;
        let by = Band::by(|month| {
            let (one, two) = (this.total(month), other.total(month));
            complete &= one.complete && two.complete;
            one.usd.minus(two.usd)
        });
        Self { by, complete }
    }
}

/// What a reader in tier 0 or 1 costs because it scales with the writer (ACU-38).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TiedReader {
    /// Against tier 2, at the average that `usage` gives the readers.
    pub against_alone: Change,
    /// Against a reader that scales alone and that nobody asks: what the tier ties up.
    pub tied_up: Change,
}

/// What the tier of a reader costs, by its place among the instances; `None` where it scales on its own.
pub fn tied_reader(design: &Design, instance: usize, today: Day) -> Option<TiedReader> {
    let place = instance.checked_sub(1)?;
    let mut alone = design.clone();
    let reader = alone.cluster.readers.get_mut(place).filter(|reader| reader.promotion_tier < ALONE)?;
    reader.promotion_tier = ALONE;
    let now = bill(design, today);
    Some(TiedReader {
        against_alone: Change::between(&now, &bill(&alone, today)),
        tied_up: Change::between(&now, &supposing(design, today, Supposed::NobodyReads(instance))),
    })
}

/// What RDS Proxy costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProxyCost {
    /// The proxy and its endpoint.
    pub own: Change,
    /// The instances that pause without it and never with it (ACU-16).
    pub awake: Change,
}

/// What the proxy costs by itself and by keeping the cluster awake; `None` without a proxy.
pub fn proxy_cost(design: &Design, today: Day) -> Option<ProxyCost> {
    design.proxy.as_ref()?;
    let without = Design { proxy: None, ..design.clone() };
    let (now, without) = (bill(design, today), bill(&without, today));
    let all = Change::between(&now, &without);
    let own = Band::by(|month| now.of(Part::Proxy, month).usd);
    let awake = Band::by(|month| all.by.of(month).minus(own.of(month)));
    let known = now.of(Part::Proxy, Month::Typical).complete;
    // A proxy of an unknown price says nothing against what is known of the instances.
    let rest = now.lines.iter().filter(|line| line.part != Part::Proxy).chain(&without.lines);
    let complete = rest.into_iter().all(|line| line.monthly.is_some());
    Some(ProxyCost { own: Change { by: own, complete: known }, awake: Change { by: awake, complete } })
}

/// A pause that never comes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockedPause {
    /// Everything that keeps an instance of the primary awake.
    pub reasons: Vec<Awake>,
    /// What the hours cost in which nobody works: the design's bill against one in which every instance pauses.
    pub cost: Change,
}

/// What it costs that instances stay awake; `None` where each of them pauses.
pub fn blocked_pause(design: &Design, today: Day) -> Option<BlockedPause> {
    let mut reasons = Vec::new();
    for instance in 0..=design.cluster.readers.len() {
        if let Pause::Never(found) = pause(design, instance) {
            for reason in found {
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
    }
    if reasons.is_empty() {
        return None;
    }
    let asleep = supposing(design, today, Supposed::EveryInstancePauses);
    Some(BlockedPause { reasons, cost: Change::between(&bill(design, today), &asleep) })
}
