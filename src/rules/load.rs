//! Loads that rules are shown under: what a rule needs to be found in its bad example and cannot read from a design.

use super::{Rule, pause};
use crate::facts::{Acu, Decimal};
use crate::simulate::{Asked, Edges, Naps};

/// The load under which a rule's examples are judged; `None` where the design says all.
pub(super) fn example(rule: &Rule) -> Option<Asked> {
    let needs_visits = [pause::costs_more_than_it_saves::RULE.id, pause::wakes_every_few_minutes::RULE.id]
        .contains(&rule.id);
    needs_visits.then(monitored)
}

/// A monitor that connects for a minute every ten, as the simulation of it has the figures.
fn monitored() -> Asked {
    let hundredths = |figure: u64| Decimal::from_micros(figure * 10_000);
    Asked {
        base: Acu::HALF,
        highest: Acu::HALF,
        is_clipped: false,
        over_max: None,
        connections: 0,
        naps: Some(Naps {
            wakes: 4320,
            usual_s: 600,
            pausing: Edges { low: hundredths(55), plan: hundredths(70), high: hundredths(104) },
            awake: Edges { low: hundredths(50), plan: hundredths(50), high: hundredths(50) },
        }),
    }
}
