//! A loss has an answer on every design there can be.

use aurora_designer::design::{Design, Zone};
use aurora_designer::facts::{Acu, find};
use aurora_designer::simulate::whatif::{InZone, Loss, Takeover, lost};
use proptest::prelude::*;

use crate::common::any_design;

fn any_loss() -> impl Strategy<Value = Loss> {
    prop_oneof![
        "[a-d]".prop_map(|letter| Loss::Zone(Zone::parse(&letter).unwrap())),
        (0usize..18).prop_map(Loss::Instance),
        Just(Loss::Region),
    ]
}

fn holds(design: &Design, loss: Loss) {
    let after = lost(design, loss);
    let instances = design.cluster.readers.len() + 1;
    let left = instances - after.lost.len();
    // Nobody takes over who is lost, and somebody does where a reader is left.
    if let Some(writer) = after.takeover.writer() {
        assert!(writer < instances && !after.lost.contains(&writer));
    } else if loss != Loss::Region {
        assert_eq!(left, 0, "{:?}", after.takeover);
    }
    assert_eq!(after.takeover != Takeover::Stays, after.lost.contains(&0));
    // The tier that takes over is the lowest left.
    if let Takeover::Reader { place, .. } = &after.takeover {
        let tier = |place: usize| design.cluster.readers[place - 1].promotion_tier;
        let others = (1..instances).filter(|it| !after.lost.contains(it));
        assert!(others.map(tier).all(|other| tier(*place) <= other));
    }
    let in_zones: usize = after.zones.values().map(|it| it.left).sum();
    assert_eq!(in_zones, left);
    let has = |of: fn(&InZone) -> Acu| {
        after.zones.values().fold(0u32, |all, it| all.saturating_add(of(it).as_halves()))
    };
    assert_eq!(has(|it| it.capacity), after.capacity.before.as_halves());
    assert_eq!(has(|it| it.capacity_left), after.capacity.after.as_halves());
    assert!(after.capacity.after <= after.capacity.before);
    assert!(after.capacity.most_after <= after.capacity.most_before);
    for endpoint in &after.endpoints {
        for part in &endpoint.after {
            let gone = matches!(part, aurora_designer::design::Part::Instance(it) if after.lost.contains(it));
            assert!(!gone, "{endpoint:?}");
        }
    }
    for hour in after.minutes.iter().flatten() {
        assert!(hour.short_s.0 <= hour.short_s.1 && hour.short_s.1 <= 3600);
        assert!(hour.unserved_percent.0 <= hour.unserved_percent.1);
    }
    if after.lost.is_empty() {
        assert!(after.remarks.is_empty());
    }
    for remark in &after.remarks {
        assert!(remark.words(design).ends_with('.'));
        assert!(remark.facts().iter().all(|it| find(it).is_some()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_design_has_an_aftermath(design in any_design(), loss in any_loss()) {
        holds(&design, loss);
        prop_assert_eq!(lost(&design, loss), lost(&design, loss));
    }
}
