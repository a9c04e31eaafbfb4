//! Each statement of an aftermath, where it holds and where it does not.

use super::*;
use crate::design::{
    Credentials, Engine, GlobalCluster, Instance, LoadPreset, Part, Proxy, Secondary, UsageLoad,
};
use crate::facts::regions::{EU_WEST_1, US_WEST_2};
use crate::facts::{Decimal, find};

/// A cluster whose readers are in these tiers and zones; the writer is in zone a.
fn cluster(readers: &[(u32, char)]) -> Design {
    let zone = |letter: char| Zone::parse(&letter.to_string()).ok();
    let mut design = Design::default();
    design.cluster.writer.availability_zone = zone('a');
    design.cluster.readers = readers
        .iter()
        .map(|(tier, letter)| Instance { availability_zone: zone(*letter), promotion_tier: *tier })
        .collect();
    design.usage.writer_acu = Some(Decimal::whole(8));
    design.usage.readers_acu = Some(Decimal::whole(1));
    design.cluster.min_capacity = Acu::HALF;
    design
}

fn with(mut design: Design, change: impl FnOnce(&mut Design)) -> Design {
    change(&mut design);
    design
}

fn global(secondaries: Vec<Secondary>) -> Design {
    with(cluster(&[(1, 'b')]), |it| {
        it.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    })
}

fn secondary(change: impl FnOnce(&mut Secondary)) -> Secondary {
    let mut secondary = Secondary::in_region(&EU_WEST_1);
    secondary.readers = 1;
    change(&mut secondary);
    secondary
}

const WRITER: Loss = Loss::Instance(0);
const ZONE_A: Loss = Loss::Zone(Zone::A);

fn has(after: &Aftermath, is: impl Fn(&Remark) -> bool) -> bool {
    after.remarks.iter().any(is)
}

fn endpoint(after: &Aftermath, address: Address) -> &Endpoint {
    after.endpoints.iter().find(|it| it.address == address).unwrap()
}

fn of(place: usize) -> Vec<Part> {
    vec![Part::Instance(place)]
}

#[test]
fn the_lowest_tier_takes_over_and_within_it_the_largest() {
    let takes = |readers: &[(u32, char)]| lost(&cluster(readers), WRITER).takeover;
    assert_eq!(takes(&[(15, 'b'), (3, 'c')]), Takeover::Reader { place: 2, or: vec![] });
    assert_eq!(takes(&[(1, 'b'), (0, 'c')]), Takeover::Reader { place: 2, or: vec![] });
    // Equal in tier and size: AWS promotes any of them.
    let even = lost(&cluster(&[(1, 'b'), (1, 'c'), (2, 'b')]), WRITER);
    assert_eq!(even.takeover, Takeover::Reader { place: 1, or: vec![2] });
    assert!(even.remarks.contains(&Remark::Undecided { among: vec![1, 2] }));
    assert!(!has(&lost(&cluster(&[(1, 'b')]), WRITER), |it| matches!(it, Remark::Undecided { .. })));
}

#[test]
fn a_reader_in_the_lost_zone_takes_over_nothing() {
    let readers = [(0, 'a'), (2, 'b')];
    assert_eq!(lost(&cluster(&readers), WRITER).takeover, Takeover::Reader { place: 1, or: vec![] });
    let after = lost(&cluster(&readers), ZONE_A);
    assert_eq!(after.takeover, Takeover::Reader { place: 2, or: vec![] });
    assert_eq!(after.lost, [0, 1]);
    // No rule sees it, as there is a reader in tier 0.
    assert!(after.remarks.contains(&Remark::OwnTier { reader: 2, tier: 2 }));
    let zones: Vec<_> = after.zones.values().map(|it| (it.instances, it.left)).collect();
    assert_eq!(zones, [(2, 0), (1, 1)]);
    // The reader of tier 0 is as large as the writer, the other as its own reads need.
    let capacity: Vec<_> = after.zones.values().map(|it| (it.capacity, it.capacity_left)).collect();
    assert_eq!(capacity, [(Acu::whole(16), Acu::ZERO), (Acu::whole(1), Acu::whole(1))]);
}

#[test]
fn without_a_reader_the_writer_is_made_again_or_somebody_must_act() {
    let alone = cluster(&[]);
    let instance = lost(&alone, WRITER);
    assert_eq!(instance.takeover, Takeover::MadeAgain);
    assert!(instance.recovery.rto.words.contains("10 minutes"));
    assert_eq!(instance.remarks, [Remark::NobodyTakesOver { by_hand: false }]);
    let zone = lost(&alone, ZONE_A);
    assert_eq!(zone.takeover, Takeover::ByHand);
    assert_eq!(zone.remarks, [Remark::NobodyTakesOver { by_hand: true }]);
    let same = lost(&cluster(&[(1, 'a')]), ZONE_A);
    assert_eq!((same.takeover, same.capacity.writer_after), (Takeover::ByHand, None));
    // With a reader elsewhere it is a failover.
    let apart = lost(&cluster(&[(1, 'b')]), ZONE_A);
    assert!(apart.recovery.rto.words.contains("60 seconds"));
    assert!(!has(&apart, |it| matches!(it, Remark::NobodyTakesOver { .. })));
}

#[test]
fn a_loss_that_meets_nothing_changes_nothing() {
    let design = cluster(&[(1, 'b')]);
    for loss in [Loss::Zone(Zone::parse("f").unwrap()), Loss::Instance(7)] {
        let after = lost(&design, loss);
        assert_eq!((after.lost.len(), &after.takeover), (0, &Takeover::Stays));
        assert_eq!((after.remarks, after.minutes), (vec![], Ok(vec![])));
        assert_eq!(after.capacity.before, after.capacity.after);
        assert!(after.endpoints.iter().all(|it| it.before == it.after));
    }
}

#[test]
fn a_reader_of_tier_0_or_1_has_what_the_writer_had() {
    let tied = lost(&cluster(&[(1, 'b')]), WRITER);
    assert_eq!(tied.capacity.writer_after, Some(Acu::whole(8)));
    assert_eq!((tied.capacity.before, tied.capacity.after), (Acu::whole(16), Acu::whole(8)));
    assert_eq!((tied.capacity.most_before, tied.capacity.most_after), (Acu::whole(32), Acu::whole(16)));
    let own = lost(&cluster(&[(2, 'b')]), WRITER);
    assert_eq!(own.capacity.writer_after, Some(Acu::whole(1)));
    assert_eq!(own.capacity.writer_before, Acu::whole(8));
}

#[test]
fn a_small_reader_is_short_until_it_has_grown() {
    let spare = |tier| cluster(&[(tier, 'b'), (tier.max(2), 'c')]);
    let small =
        lost(&with(spare(2), |it| it.usage.platform_version = crate::design::PlatformVersion::V1), WRITER);
    let Takeover::Reader { place, .. } = small.takeover else { panic!() };
    let hour = small.minutes.as_ref().unwrap()[0];
    assert_eq!((hour.part, hour.from, hour.wanted), (Part::Instance(place), Acu::whole(1), Acu::whole(8)));
    // From 1 to 8 ACU on the old platform: minutes, as K4 saw.
    let (soonest, latest) = (hour.grown_s.0.unwrap(), hour.grown_s.1.unwrap());
    assert!(soonest > 20 && latest > soonest, "{soonest} {latest}");
    assert_eq!(hour.short_s, (soonest, latest));
    assert!(hour.unserved_percent.1 > Decimal::ZERO);
    let (from, wanted, short_s) = (Acu::whole(1), Acu::whole(8), (soonest, latest));
    let remark = Remark::Small { part: hour.part, from, wanted, short_s };
    assert!(small.remarks.contains(&remark));
    assert!(remark.words(&spare(2)).contains(&format!("short of that for {soonest} to {latest} s")));
    // A new platform adds as much within a second, says AWS.
    let new = lost(&spare(2), WRITER);
    let remark = new.remarks.iter().find(|it| matches!(it, Remark::Small { .. })).unwrap();
    assert!(remark.words(&spare(2)).contains("within a second, if AWS"));

    let ready = lost(&spare(1), WRITER);
    let hour = ready.minutes.as_ref().unwrap()[0];
    assert_eq!((hour.from, hour.wanted), (Acu::whole(8), Acu::whole(8)));
    assert_eq!((hour.short_s, hour.grown_s), ((0, 0), (Some(0), Some(0))));
    assert!(!has(&ready, |it| matches!(it, Remark::Small { .. } | Remark::OwnTier { .. })));
}

#[test]
fn the_reads_come_to_the_writer_where_no_reader_is_left() {
    for loss in [WRITER, Loss::Instance(1)] {
        let after = lost(&cluster(&[(1, 'b')]), loss);
        let writer = after.takeover.writer().unwrap();
        assert_eq!(endpoint(&after, Address::Cluster).after, of(writer));
        assert_eq!(endpoint(&after, Address::Reader).after, of(writer));
        assert!(after.remarks.contains(&Remark::ReadsOnWriter), "{loss:?}");
        assert_eq!(after.minutes.as_ref().unwrap()[0].wanted, Acu::whole(9));
    }
    let after = lost(&cluster(&[(1, 'b'), (1, 'c')]), WRITER);
    assert_eq!(endpoint(&after, Address::Reader).after, of(2));
    assert!(!after.remarks.contains(&Remark::ReadsOnWriter));
    // Both readers' reads come to the one that is left.
    let hours = after.minutes.unwrap();
    assert_eq!(
        hours.iter().map(|it| (it.part, it.wanted)).collect::<Vec<_>>(),
        [(Part::Instance(1), Acu::whole(8)), (Part::Instance(2), Acu::whole(2)),]
    );
}

#[test]
fn an_instance_s_own_endpoint_is_dead_with_it() {
    let after = lost(&cluster(&[(1, 'b')]), Loss::Instance(1));
    assert!(endpoint(&after, Address::Instance(1)).is_dead());
    assert!(!endpoint(&after, Address::Cluster).is_dead());
    assert!(after.recovery.rto.words.contains("Writes go on"));
    let alone = lost(&cluster(&[]), WRITER);
    assert!(endpoint(&alone, Address::Cluster).is_dead() && endpoint(&alone, Address::Reader).is_dead());
}

#[test]
fn the_proxy_s_read_only_endpoint_leads_nowhere_without_a_reader() {
    let proxied = |readers: &[(u32, char)]| {
        with(cluster(readers), |it| {
            it.proxy =
                Some(Proxy { read_only_endpoint: true, connection_borrow_timeout: 45, ..Proxy::default() });
        })
    };
    let after = lost(&proxied(&[(1, 'b')]), WRITER);
    assert!(endpoint(&after, Address::ProxyReadOnly).is_dead());
    assert_eq!(endpoint(&after, Address::Proxy).after, of(1));
    assert!(after.remarks.contains(&Remark::ReadOnlyNowhere { waits_s: 45 }));
    assert!(after.recovery.rto.words.contains("66 %"));
    let two = lost(&proxied(&[(1, 'b'), (1, 'c')]), WRITER);
    assert!(!endpoint(&two, Address::ProxyReadOnly).is_dead());
    assert!(!has(&two, |it| matches!(it, Remark::ReadOnlyNowhere { .. })));
    let plain = lost(&cluster(&[(1, 'b')]), WRITER);
    assert!(plain.endpoints.iter().all(|it| it.address != Address::ProxyReadOnly));
    assert!(!plain.recovery.rto.words.contains("66 %"));
}

#[test]
fn connections_that_fitted_before_are_counted() {
    // At 16 ACU an instance of PostgreSQL takes 3,360, with a minimum of half an ACU 2,000.
    let peak = |count| with(cluster(&[(1, 'b')]), |it| it.usage.peak_connections = Some(count));
    let beyond = |design: &Design| lost(design, WRITER).connections.unwrap().beyond();
    assert_eq!(beyond(&peak(2000)), 0);
    assert_eq!(beyond(&peak(2001)), 1);
    // Those that never fitted are no news.
    assert_eq!(beyond(&peak(9000)), 2000);
    assert!(lost(&peak(2001), WRITER).remarks.contains(&Remark::Connections { part: None, beyond: 1 }));
    assert!(!has(&lost(&peak(2000), WRITER), |it| matches!(it, Remark::Connections { .. })));
    let half = with(peak(2001), |it| {
        it.proxy = Some(Proxy { max_connections_percent: 50, ..Proxy::default() });
    });
    assert_eq!(beyond(&half), 1000);
    let formula = with(peak(9000), |it| {
        it.cluster.parameters.insert("max_connections".to_owned(), "{DBInstanceClassMemory/9}".to_owned());
    });
    assert_eq!(lost(&formula, WRITER).connections, None);
}

#[test]
fn connections_between_the_rows_of_aws_are_unconfirmed_on_mysql() {
    let interpolated = |engine, max| {
        let design = with(cluster(&[(1, 'b')]), |it| {
            it.cluster.engine = engine;
            it.cluster.max_capacity = Acu::whole(max);
        });
        lost(&design, WRITER).connections.unwrap().interpolated
    };
    assert!(interpolated(Engine::AuroraMysql, 12));
    assert!(!interpolated(Engine::AuroraMysql, 16));
    assert!(!interpolated(Engine::AuroraPostgresql, 12));
    let chosen = with(cluster(&[(1, 'b')]), |it| {
        it.cluster.engine = Engine::AuroraMysql;
        it.cluster.max_capacity = Acu::whole(12);
        it.cluster.parameters.insert("max_connections".to_owned(), "700".to_owned());
    });
    assert!(!lost(&chosen, WRITER).connections.unwrap().interpolated);
}

#[test]
fn a_load_that_nobody_left_can_carry_is_named() {
    let busy = |writer| {
        with(cluster(&[(1, 'b')]), |it| {
            it.usage.writer_acu = Some(Decimal::whole(writer));
            it.usage.readers_acu = Some(Decimal::whole(4));
        })
    };
    let over = lost(&busy(14), Loss::Instance(1));
    let (part, wanted, max) = (Part::Instance(0), Acu::whole(18), Acu::whole(16));
    assert!(over.remarks.contains(&Remark::BeyondMaximum { part, wanted, max }));
    assert_eq!(over.minutes.unwrap()[0].grown_s, (None, None));
    assert!(!has(&lost(&busy(12), Loss::Instance(1)), |it| matches!(it, Remark::BeyondMaximum { .. })));
    // The range never carried 20: that is no news of the loss.
    assert!(!has(&lost(&busy(20), Loss::Instance(1)), |it| matches!(it, Remark::BeyondMaximum { .. })));
}

#[test]
fn what_is_left_is_said_where_the_next_loss_would_end_it() {
    let one = lost(&cluster(&[(1, 'b')]), WRITER);
    assert!(one.remarks.contains(&Remark::OneInstanceLeft { place: 1 }));
    let b = Zone::parse("b").unwrap();
    let zone = lost(&cluster(&[(1, 'b'), (1, 'b')]), ZONE_A);
    assert!(zone.remarks.contains(&Remark::OneZoneLeft { zone: b }));
    let spread = lost(&cluster(&[(1, 'b'), (1, 'c')]), ZONE_A);
    assert!(!has(&spread, |it| matches!(it, Remark::OneInstanceLeft { .. } | Remark::OneZoneLeft { .. })));
}

#[test]
fn a_reader_that_pauses_alone_may_be_asleep() {
    let sleepy = |tier| with(cluster(&[(tier, 'b')]), |it| it.cluster.min_capacity = Acu::ZERO);
    assert!(lost(&sleepy(2), WRITER).remarks.contains(&Remark::Asleep { reader: 1 }));
    assert!(!has(&lost(&sleepy(1), WRITER), |it| matches!(it, Remark::Asleep { .. })));
    assert!(!has(&lost(&cluster(&[(2, 'b')]), WRITER), |it| matches!(it, Remark::Asleep { .. })));
}

#[test]
fn the_moment_is_the_busiest_minute_of_the_load() {
    let design = with(cluster(&[(1, 'b')]), |it| {
        it.usage.load = UsageLoad {
            preset: Some(LoadPreset::SleepingDev),
            base_acu: Some(Acu::HALF),
            peak_acu: Some(Acu::whole(10)),
        };
    });
    let after = lost(&design, WRITER);
    assert_eq!(after.capacity.writer_before, Acu::whole(10));
    assert_eq!(after.minutes.unwrap()[0].wanted, Acu::whole(11));
    // A shape that is none leaves the averages.
    let wrong = with(design, |it| it.usage.load.base_acu = Some(Acu::whole(12)));
    assert_eq!(lost(&wrong, WRITER).capacity.writer_before, Acu::whole(8));
}

#[test]
fn a_range_that_is_none_is_refused_and_all_else_is_said() {
    let design = with(cluster(&[(1, 'b')]), |it| it.cluster.max_capacity = Acu::HALF);
    let after = lost(&design, WRITER);
    assert!(matches!(after.minutes, Err(Refused::BadRange { .. })));
    assert_eq!(after.takeover, Takeover::Reader { place: 1, or: vec![] });
}

#[test]
fn a_region_without_a_copy_elsewhere_is_all_there_was() {
    let after = lost(&cluster(&[(1, 'b')]), Loss::Region);
    assert_eq!((after.takeover, after.lost.len()), (Takeover::Nowhere, 2));
    assert_eq!(after.remarks, [Remark::NoOtherRegion]);
    assert!(after.endpoints.iter().all(Endpoint::is_dead));
    assert!(after.recovery.rpo.words.starts_with("Everything") && after.promotion_means.is_empty());
    let empty = lost(&global(Vec::new()), Loss::Region);
    assert_eq!(empty.takeover, Takeover::Nowhere);
}

#[test]
fn a_promotion_is_by_hand_and_says_what_the_secondary_lacks() {
    let two = global(vec![
        secondary(|it| it.max_capacity = Some(Acu::whole(4))),
        Secondary { readers: 0, ..Secondary::in_region(&US_WEST_2) },
    ]);
    let after = lost(&two, Loss::Region);
    assert_eq!(after.takeover, Takeover::Secondary);
    assert!(after.recovery.rpo.words.starts_with("Seconds"));
    assert!(after.recovery.rto.words.starts_with("Minutes"));
    assert!(after.promotion_means.iter().any(|it| it.words.contains("Switchover")));
    let (max, primary_max) = (Acu::whole(4), Acu::whole(16));
    assert!(after.remarks.contains(&Remark::SmallerMaximum { secondary: 0, max, primary_max }));
    assert!(after.remarks.contains(&Remark::Headless { secondary: 1 }));
    assert!(!after.remarks.contains(&Remark::NobodyToPromote));
    let part = Part::Secondary(0);
    // 8 of the writer, 1 of its reader and what the secondary itself reads.
    assert!(has(&after, |it| matches!(it, Remark::BeyondMaximum { part: of, .. } if *of == part)));
    assert_eq!(after.promotions[1].minutes, None);
    assert!(endpoint(&after, Address::GlobalWriter).is_dead());
    assert!(!endpoint(&after, Address::SecondaryReader(0)).is_dead());

    let equal = lost(&global(vec![secondary(|it| it.readers = 2)]), Loss::Region);
    assert!(!has(&equal, |it| {
        matches!(it, Remark::SmallerMaximum { .. } | Remark::Headless { .. } | Remark::BeyondMaximum { .. })
    }));
    let bare = lost(&global(vec![secondary(|it| it.readers = 0)]), Loss::Region);
    assert!(bare.remarks.contains(&Remark::NobodyToPromote));
    // Other secondaries are rebuilt, where there are others.
    let rebuilt = |after: &Aftermath| after.promotion_means.iter().any(|it| it.words.contains("rebuilds"));
    assert!(rebuilt(&after) && !rebuilt(&equal));
    // A zone promotes nothing.
    assert!(lost(&two, ZONE_A).promotions.is_empty());
}

#[test]
fn what_stands_in_the_lost_region_is_named() {
    let design = with(global(vec![secondary(|_| {})]), |it| {
        it.proxy = Some(Proxy::default());
        it.cluster.credentials = Credentials::SecretsManager;
        it.usage.peak_connections = Some(2500);
    });
    let after = lost(&design, Loss::Region);
    for remark in [
        Remark::ProxyIsLost,
        Remark::SecretIsLost,
        Remark::Connections { part: Some(Part::Secondary(0)), beyond: 500 },
    ] {
        assert!(after.remarks.contains(&remark), "{remark:?}");
    }
    let bare = lost(&global(vec![secondary(|_| {})]), Loss::Region);
    assert!(!has(&bare, |it| {
        matches!(it, Remark::ProxyIsLost | Remark::SecretIsLost | Remark::Connections { .. })
    }));
    assert!(!has(&lost(&design, WRITER), |it| matches!(it, Remark::ProxyIsLost | Remark::SecretIsLost)));
}

#[test]
fn every_statement_names_facts_that_exist() {
    let mut designs = vec![global(vec![secondary(|it| it.readers = 0)]), cluster(&[]), cluster(&[(2, 'a')])];
    designs.push(with(cluster(&[(1, 'b')]), |it| {
        it.cluster.engine = Engine::AuroraMysql;
        it.proxy = Some(Proxy { read_only_endpoint: true, ..Proxy::default() });
    }));
    for design in designs {
        for loss in [WRITER, Loss::Instance(1), ZONE_A, Loss::Region] {
            let after = lost(&design, loss);
            let said = after.promotion_means.iter().chain([&after.recovery.rpo, &after.recovery.rto]);
            let facts = said.flat_map(|it| it.facts).chain(after.endpoints.iter().flat_map(|it| it.facts));
            let remarked = after.remarks.iter().flat_map(|it| it.facts().iter());
            for fact in facts.chain(remarked) {
                assert!(find(fact).is_some(), "{fact}");
            }
            for remark in &after.remarks {
                let words = remark.words(&design);
                assert!(words.ends_with('.') && !words.contains("  "), "{words}");
            }
        }
    }
}
