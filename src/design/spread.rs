//! Zones of instances: who goes where when nobody said.

use super::{Design, Instance, Zone};

/// The zone of each instance: chosen ones as they are; the others take, in order, the zone used least so far among the
/// Region's first three, chosen ones counted first, ties by letter.
pub fn spread(zones: &str, chosen: &[Option<Zone>]) -> Vec<Zone> {
    let said = |zone: Zone| chosen.iter().flatten().filter(|other| **other == zone).count();
    let mut used: Vec<(usize, Zone)> = Zone::all(zones).take(3).map(|zone| (said(zone), zone)).collect();
    chosen
        .iter()
        .map(|zone| {
            zone.unwrap_or_else(|| {
                let Some(least) = used.iter_mut().min() else { return Zone::A };
                least.0 += 1;
                least.1
            })
        })
        .collect()
}

impl Design {
    /// Writer first, then the readers.
    pub fn instances(&self) -> impl Iterator<Item = &Instance> {
        std::iter::once(&self.cluster.writer).chain(&self.cluster.readers)
    }

    /// How many instances there are, those of the secondaries too.
    pub fn count_of_instances(&self) -> u64 {
        let own = u64::try_from(self.cluster.readers.len()).unwrap_or(u64::MAX).saturating_add(1);
        let secondaries = self.secondaries().iter().map(|secondary| u64::from(secondary.readers));
        secondaries.fold(own, u64::saturating_add)
    }

    /// The zone of each instance, writer first.
    pub fn zones(&self) -> Vec<Zone> {
        let chosen: Vec<_> = self.instances().map(|instance| instance.availability_zone).collect();
        spread(self.region.zones, &chosen)
    }

    /// Writes every zone out, so that a later change moves none of them.
    pub(super) fn pin_zones(&mut self) {
        let zones = self.zones();
        for (instance, zone) in self.instances_mut().zip(zones) {
            instance.availability_zone = Some(zone);
        }
    }

    /// Keeps only the zones that would come out differently without being said.
    pub(super) fn unpin_zones(&mut self) {
        let zones = self.zones();
        let mut chosen: Vec<Option<Zone>> = zones.iter().copied().map(Some).collect();
        for index in 0..chosen.len() {
            let kept = chosen.get_mut(index).and_then(Option::take);
            if spread(self.region.zones, &chosen) != zones
                && let Some(place) = chosen.get_mut(index)
            {
                *place = kept;
            }
        }
        for (instance, zone) in self.instances_mut().zip(chosen) {
            instance.availability_zone = zone;
        }
    }

    pub(super) fn instances_mut(&mut self) -> impl Iterator<Item = &mut Instance> {
        std::iter::once(&mut self.cluster.writer).chain(&mut self.cluster.readers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(zones: &str, chosen: &str) -> String {
        let chosen: Vec<_> = chosen.chars().map(|letter| Zone::parse(&letter.to_string()).ok()).collect();
        spread(zones, &chosen).into_iter().map(Zone::letter).collect()
    }

    #[test]
    fn instances_take_the_zone_used_least() {
        assert_eq!(letters("abcdef", "...."), "abca");
        assert_eq!(letters("abc", ".b.."), "abca");
        assert_eq!(letters("abc", "..aa"), "bcaa");
        assert_eq!(letters("acd", "..."), "acd");
        assert_eq!(letters("ac", "..."), "aca");
    }

    #[test]
    fn unpinning_keeps_every_instance_where_it_is() {
        for chosen in ["abca", "bbb", "cab", "aab", "zzz", "b", "abcabcabcabcabca"] {
            let mut design = Design::default();
            let zones: Vec<_> = chosen.chars().map(|letter| Zone::parse(&letter.to_string()).ok()).collect();
            design.cluster.readers = vec![Instance::in_tier(1); zones.len() - 1];
            for (instance, zone) in design.instances_mut().zip(&zones) {
                instance.availability_zone = *zone;
            }
            let before = design.zones();
            design.unpin_zones();
            assert_eq!(design.zones(), before, "{chosen}");
        }
    }
}
