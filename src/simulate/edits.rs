//! What a simulation or a sizing changes in a design, as edits: previewed, taken and taken back like any other.

use super::cluster::Simulated;
use super::platform::Edge;
use super::sizing::Sizing;
use crate::design::{Design, Edit, Field};
use crate::estimate::pause;
use crate::facts::Decimal;
use crate::facts::limits::HOURS_PER_MONTH;

/// "Use this month": the averages of the typical month as the plan edge has them, and the hours awake where it pauses.
/// `span` is the load's seconds.
pub fn month_edits(design: &Design, instances: &[Simulated], span: u64) -> Vec<Edit> {
    let average = |it: &Simulated| it.edges.of(Edge::Plan).totals.average_acu(span);
    let mut edits = Vec::new();
    if let Some(acu) = instances.first().and_then(average) {
        edits.push(Edit::set(Field::WriterAcu, acu.to_string()));
    }
    let readers: Vec<u64> = instances.iter().skip(1).filter_map(average).map(Decimal::as_micros).collect();
    if !readers.is_empty() {
        let count = readers.len() as u64;
        let hundredths = (readers.iter().sum::<u64>() / 10_000 * 2 + count) / (2 * count);
        let acu = Decimal::from_micros(hundredths * 10_000);
        edits.push(Edit::set(Field::ReadersAcu, acu.to_string()));
    }
    if let Some(writer) = instances.first().filter(|_| pause(design, 0).pauses()) {
        let awake = span.saturating_sub(writer.edges.of(Edge::Plan).totals.paused_s);
        let tenths = (awake * HOURS_PER_MONTH * 20 + span) / (2 * span.max(1));
        edits.push(Edit::set(Field::ActiveHoursPerMonth, Decimal::from_micros(tenths * 100_000).to_string()));
    }
    edits
}

impl Sizing {
    /// "Take min and max".
    pub fn edits(&self) -> Vec<Edit> {
        vec![
            Edit::set(Field::MinCapacity, self.min.to_string()),
            Edit::set(Field::MaxCapacity, self.max.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::LoadPreset;
    use crate::facts::Acu;
    use crate::simulate::load::preset;
    use crate::simulate::{Platform, Setup, simulate};

    #[test]
    fn the_typical_month_becomes_that_of_the_load() {
        let mut design = Design::default();
        design.cluster.min_capacity = Acu::ZERO;
        let load = preset(LoadPreset::SleepingDev, Acu::HALF, Acu::whole(2)).unwrap();
        let instances = simulate(&Setup::of(&design).unwrap(), &load, Platform::V3To4).unwrap();
        let edits = month_edits(&design, &instances, load.span());
        let after = design.with_all(&edits).unwrap();
        let totals = &instances[0].edges.plan.totals;
        assert_eq!(Some(after.writer_acu()), totals.average_acu(load.span()));
        assert_eq!(after.readers_acu(), after.writer_acu());
        // Six visits of 20 minutes on 22 weekdays, each with the delay and the tail behind it: 730 ÷ 720 of it.
        let hours = after.active_hours_per_month();
        assert!((Decimal::whole(50)..Decimal::whole(70)).contains(&hours), "{hours}");
    }
}
