//! Auto-pause: every blocker with every tier, for each instance of the primary and for secondaries.

use std::collections::BTreeSet;

use aurora_designer::design::{Design, Engine, GlobalCluster, Instance, Part, Proxy, Secondary};
use aurora_designer::estimate::{Awake, Condition, Month, Rest, Verdict, bill, needs, rests};
use aurora_designer::facts::regions::{EU_WEST_1, US_WEST_2};
use aurora_designer::facts::{Acu, FACTS_DATE};

/// What keeps an instance awake, whether it does so in tiers 2 to 15 as well, and how a design gets it.
type Blocker = (Awake, bool, fn(&mut Design));

const BLOCKERS: [Blocker; 5] = [
    (Awake::Minimum, true, |it| it.cluster.min_capacity = Acu::HALF),
    (Awake::Version, true, |it| {
        let old = if it.cluster.engine == Engine::AuroraMysql { "8.0.mysql_aurora.3.04.6" } else { "14.6" };
        it.cluster.engine_version = Some(old.to_owned());
    }),
    (Awake::Proxy, true, |it| it.proxy = Some(Proxy::default())),
    (Awake::GlobalDatabase, false, |it| {
        let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
        it.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    }),
    (Awake::Replication, false, |it| {
        let (name, value) = match it.cluster.engine {
            Engine::AuroraPostgresql => ("rds.logical_replication", "1"),
            Engine::AuroraMysql => ("binlog_format", "ROW"),
        };
        it.cluster.parameters.insert(name.to_owned(), value.to_owned());
    }),
];

fn sleeper(engine: Engine, tiers: &[u32]) -> Design {
    let mut design = Design::default();
    design.cluster.engine = engine;
    design.cluster.min_capacity = Acu::ZERO;
    design.cluster.readers = tiers.iter().map(|tier| Instance::in_tier(*tier)).collect();
    design
}

fn all(design: &Design) -> Vec<Rest> {
    rests(design, &bill(design, FACTS_DATE))
}

#[test]
fn every_blocker_and_every_tier_give_the_verdict_of_the_table() {
    let tiers: Vec<u32> = (0..=15).filter(|tier| *tier != 7).collect();
    for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
        for chosen in 0..1_u32 << BLOCKERS.len() {
            let here: Vec<_> = BLOCKERS
                .iter()
                .zip(0..)
                .filter(|(_, bit)| chosen >> bit & 1 == 1)
                .map(|(it, _)| *it)
                .collect();
            let mut design = sleeper(engine, &tiers);
            for (_, _, block) in &here {
                block(&mut design);
            }
            let rests = all(&design);
            let global = here.iter().any(|(reason, _, _)| *reason == Awake::GlobalDatabase);
            assert_eq!(rests.len(), 16 + usize::from(global));
            for (index, rest) in rests.iter().take(16).enumerate() {
                let tier = index.checked_sub(1).map(|reader| tiers[reader]);
                let follows = tier.is_none_or(|tier| tier <= 1);
                let reasons: Vec<Awake> = here
                    .iter()
                    .filter(|(_, everywhere, _)| *everywhere || follows)
                    .map(|(it, _, _)| *it)
                    .collect();
                let expected = match (reasons.is_empty(), tier) {
                    (false, _) => Verdict::Never(reasons),
                    (true, None) => Verdict::OnlyIf(300, Condition::EveryReaderIsIdle),
                    (true, Some(0 | 1)) => Verdict::OnlyIf(300, Condition::TheWriterPauses),
                    (true, Some(_)) => Verdict::Pauses(300),
                };
                assert_eq!(rest.verdict, expected, "{engine:?} {chosen:05b} {tier:?}");
                assert_eq!(rest.part, Part::Instance(index));
            }
            if let Some(secondary) = rests.get(16) {
                let own: BTreeSet<Awake> = here.iter().map(|(it, _, _)| *it).collect();
                let kept = [Awake::Minimum, Awake::Version, Awake::GlobalDatabase];
                let expected = kept.into_iter().filter(|it| own.contains(it)).collect();
                assert_eq!(secondary.verdict, Verdict::Never(expected), "{engine:?} {chosen:05b}");
            }
        }
    }
}

#[test]
fn a_lone_writer_asks_nobody() {
    let design = sleeper(Engine::AuroraPostgresql, &[]);
    assert_eq!(all(&design)[0].verdict, Verdict::Pauses(300));
    assert_eq!(all(&design)[0].says(&design), "will pause after 5 min idle");
}

#[test]
fn a_verdict_says_every_reason() {
    let says = |design: &Design| {
        all(design).iter().map(|it| format!("{} {}", it.name, it.says(design))).collect::<Vec<_>>()
    };
    let mut design = sleeper(Engine::AuroraPostgresql, &[1, 2]);
    design.cluster.seconds_until_auto_pause = Some(7200);
    assert_eq!(
        says(&design),
        [
            "Writer pauses only if every reader is idle too, after 2 h idle",
            "Reader 1 pauses only if the writer does, after 2 h idle",
            "Reader 2 will pause after 2 h idle",
        ]
    );
    for (_, _, block) in BLOCKERS {
        block(&mut design);
    }
    let all = "the minimum is 0.5 ACU, version 14.6 cannot go to 0 ACU";
    let tied = "keeps the writer and readers in tier 0 or 1 awake";
    assert_eq!(
        says(&design),
        [
            format!(
                "Writer never pauses, because {all}, RDS Proxy keeps a connection open, a Global Database {tied} and logical replication {tied}"
            ),
            format!(
                "Reader 1 never pauses, because {all}, RDS Proxy keeps a connection open, a Global Database {tied} and logical replication {tied}"
            ),
            format!("Reader 2 never pauses, because {all} and RDS Proxy keeps a connection open"),
            format!(
                "Instance in eu-west-1 never pauses, because {all} and secondaries of a Global Database never do"
            ),
        ]
    );
    let mut mysql = sleeper(Engine::AuroraMysql, &[]);
    BLOCKERS[4].2(&mut mysql);
    assert_eq!(says(&mysql), [format!("Writer never pauses, because the binary log {tied}")]);
}

#[test]
fn a_missed_pause_costs_what_the_bill_says_of_an_idle_month() {
    let mut design = sleeper(Engine::AuroraPostgresql, &[2]);
    let idle =
        |design: &Design| all(design).iter().map(|it| it.idle.unwrap().to_string()).collect::<Vec<_>>();
    assert_eq!(idle(&design), ["$0.00", "$0.00"]);
    // Half an ACU for 730 hours at $0.12, by hand.
    design.cluster.parameters.insert("rds.logical_replication".to_owned(), "1".to_owned());
    assert_eq!(idle(&design), ["$43.80", "$0.00"]);
    let secondary = |readers| Secondary {
        readers,
        min_capacity: Some(Acu::whole(4)),
        ..Secondary::in_region(&US_WEST_2)
    };
    let secondaries = vec![secondary(0), Secondary { region: &EU_WEST_1, ..secondary(2) }];
    design.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    let rests = all(&design);
    assert_eq!(rests.len(), 3, "a headless secondary has no instance");
    let bill = bill(&design, FACTS_DATE);
    let line = bill.lines.iter().find(|line| line.part == Part::Secondary(1)).unwrap();
    assert_eq!(rests[2].idle, line.monthly.map(|band| band.of(Month::Idle)));
    assert!(rests[2].says(&design).contains("the minimum is 4 ACU"));
    assert_eq!((rests[2].name.as_str(), rests[2].count), ("Each of 2 instances in eu-west-1", 2));
    design.region = &aurora_designer::facts::regions::CN_NORTH_1;
    assert_eq!(all(&design)[0].idle, None);
}

#[test]
fn clients_are_told_only_where_something_pauses() {
    let told = |design: &Design| needs(design, &all(design));
    assert_eq!(told(&Design::default()), [""; 0]);
    let mut design = sleeper(Engine::AuroraPostgresql, &[]);
    let plain = told(&design);
    assert!(plain[0].contains("15 s") && plain[0].contains("30 s") && plain[1].contains("over 15 s"));
    assert!(plain[2].starts_with("Jobs that the database schedules itself do not run"));
    design
        .cluster
        .parameters
        .insert("shared_preload_libraries".to_owned(), "pg_stat_statements, pg_cron".to_owned());
    assert!(told(&design)[2].starts_with("shared_preload_libraries schedules jobs"));
    let mut mysql = sleeper(Engine::AuroraMysql, &[]);
    mysql.cluster.parameters.insert("event_scheduler".to_owned(), "ON".to_owned());
    assert!(told(&mysql)[2].starts_with("event_scheduler schedules jobs"));
}
