//! Every setting has a verdict in both directions, and what a comparison must hold for any two designs.

use std::collections::BTreeSet;

use aurora_designer::compare::{Change, Side, Verdict, compare, verdict_of, worst};
use aurora_designer::design::{
    Design, Edit, Field, InsightsMode, Member, Positions, Setting, Suppression, Zone,
};
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::{EU_WEST_1, Region};
use aurora_designer::formats::yaml;
use proptest::prelude::*;

use crate::common::{any_design, samples};

fn full() -> Design {
    let suppression =
        Suppression { rule: "pause/slow-resume".to_owned(), reason: "known".to_owned(), until: None };
    Design::default()
        .with_all(&[
            Edit::AddProxy,
            Edit::AddSecondary(&EU_WEST_1),
            Edit::AddReader { zone: Zone::parse("c").ok(), tier: 2 },
            Edit::set(Field::Tag("team".to_owned()), "payments"),
            Edit::set(Field::Parameter("work_mem".to_owned()), "64"),
            Edit::set(Field::Price(PriceField::KmsKeyMonth), "1.5"),
            Edit::Suppress(suppression),
        ])
        .unwrap()
}

fn changes(from: &Design, to: &Design) -> Vec<Change> {
    let (old, new) = (Positions::canonical(from), Positions::canonical(to));
    compare(Side { design: from, positions: &old }, Side { design: to, positions: &new })
}

fn with(design: &Design, field: Field, text: &str) -> Design {
    design.with(&Edit::set(field, text)).unwrap()
}

/// The design with another value for the setting, or without the part.
fn other(field: &Field, design: &Design) -> Design {
    match field {
        Field::Instances => return design.with(&Edit::RemoveReader(1)).unwrap(),
        Field::Global => return design.with(&Edit::RemoveSecondary(0)).unwrap(),
        Field::Suppress(_) => {
            let mut without = design.clone();
            without.suppress.clear();
            return without;
        }
        _ => (),
    }
    let before = field.text(design);
    let mut found = samples(field, design).into_iter().filter(|text| *text != before).filter_map(|text| {
        design.with(&Edit::set(field.clone(), &text)).ok().filter(|it| field.text(it) != before)
    });
    found.next().unwrap_or_else(|| panic!("{field:?} has no other value"))
}

/// The verdict of the one path, forwards.
fn verdict(from: &Design, to: &Design, field: &Field) -> Verdict {
    let path = field.path(&Positions::canonical(to));
    let all = changes(from, to);
    all.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no {path} in {all:?}")).verdict
}

#[test]
fn every_setting_has_a_verdict_in_both_directions() {
    let base = full();
    let mut met = 0;
    for setting in Setting::all() {
        let fields = setting.fields(&base);
        assert!(!fields.is_empty(), "{} is in no comparison", setting.key());
        for field in fields {
            let changed = other(&field, &base);
            for (from, to) in [(&base, &changed), (&changed, &base)] {
                let path = field.path(&Positions::canonical(if field.is_there(to) { to } else { from }));
                let all = changes(from, to);
                let is_part = field == Field::Instances;
                let about = |it: &&Change| it.path == path || is_part && it.path.starts_with(&path);
                let change = all.iter().find(about).unwrap_or_else(|| panic!("{path}: {all:?}"));
                assert_ne!(change.from, change.to, "{path}");
                assert!(change.why.ends_with('.') && change.source.starts_with("https://"), "{change:?}");
            }
        }
        met += 1;
    }
    assert_eq!(met, Setting::all().count());
}

#[test]
fn directions_differ_where_aws_makes_them_differ() {
    let base = Design::default();
    let ways: [(Field, &str, Verdict, Verdict); 9] = [
        (Field::AwsBackup, "true", Verdict::Live, Verdict::Refused),
        (Field::Dashboard, "true", Verdict::Live, Verdict::Resource),
        (Field::Proxy, "true", Verdict::Live, Verdict::Resource),
        (Field::AlarmsEnabled, "false", Verdict::Resource, Verdict::Live),
        (Field::NotifyEmail, "ops@example.com", Verdict::Live, Verdict::Resource),
        (Field::IamDatabaseAuthentication, "false", Verdict::Window, Verdict::Window),
        (Field::Encryption, "false", Verdict::DataLoss, Verdict::DataLoss),
        (Field::LogExports, "", Verdict::Resource, Verdict::Live),
        (Field::Port, "6543", Verdict::Outage, Verdict::Outage),
    ];
    for (field, text, there, back) in ways {
        let changed = with(&base, field.clone(), text);
        let path = field.path(&Positions::canonical(if field == Field::Proxy { &changed } else { &base }));
        let of = |from, to| changes(from, to).into_iter().find(|it| it.path == path).unwrap().verdict;
        assert_eq!((of(&base, &changed), of(&changed, &base)), (there, back), "{field:?}");
    }
}

#[test]
fn a_version_goes_up_in_the_window_and_never_down() {
    let lts = with(
        &with(&Design::default(), Field::EngineVersion, "16.8"),
        Field::AutoMinorVersionUpgrade,
        "false",
    );
    // A version that is no LTS is upgraded by AWS unless somebody says no.
    let held = |version: &str| {
        with(&with(&lts, Field::EngineVersion, version), Field::AutoMinorVersionUpgrade, "false")
    };
    let (next, major) = (held("16.9"), held("17.7"));
    let auto = with(&next, Field::AutoMinorVersionUpgrade, "true");
    let field = Field::EngineVersion;
    assert_eq!(verdict(&lts, &next, &field), Verdict::Window);
    assert_eq!(verdict(&next, &lts, &field), Verdict::Refused);
    assert_eq!(verdict(&lts, &major, &field), Verdict::Refused);
    assert_eq!(verdict(&lts, &auto, &field), Verdict::None);
}

#[test]
fn a_global_database_is_upgraded_during_the_apply() {
    let from = with(&full(), Field::EngineVersion, "16.8");
    let to = with(&from, Field::EngineVersion, "16.9");
    assert_eq!(verdict(&from, &to, &Field::EngineVersion), Verdict::Outage);
    assert_eq!(verdict(&to, &from, &Field::EngineVersion), Verdict::Refused);
}

#[test]
fn a_version_by_its_prefix_is_the_one_that_it_stands_for() {
    let prefix = with(&Design::default(), Field::EngineVersion, "16");
    let full = with(&prefix, Field::EngineVersion, prefix.resolved_version().unwrap().version);
    assert_eq!(changes(&prefix, &full), []);
}

#[test]
fn ranges_move_at_once_and_connections_at_a_reboot() {
    let base = Design::default();
    let low = with(&base, Field::MinCapacity, "0.5");
    assert_eq!(verdict(&base, &low, &Field::MinCapacity), Verdict::Reboot);
    assert_eq!(verdict(&low, &with(&low, Field::MinCapacity, "0"), &Field::MinCapacity), Verdict::Live);
    let small = with(&base, Field::MaxCapacity, "8");
    assert_eq!(verdict(&small, &with(&small, Field::MinCapacity, "0.5"), &Field::MinCapacity), Verdict::Live);
    let mysql = with(&base, Field::Engine, "aurora-mysql");
    assert_eq!(
        verdict(&mysql, &with(&mysql, Field::MaxCapacity, "32"), &Field::MaxCapacity),
        Verdict::Reboot
    );
    let wide = with(&mysql, Field::MaxCapacity, "192");
    assert_eq!(verdict(&wide, &with(&wide, Field::MaxCapacity, "256"), &Field::MaxCapacity), Verdict::Live);
    let set = with(&mysql, Field::Parameter("max_connections".to_owned()), "900");
    assert_eq!(verdict(&set, &with(&set, Field::MaxCapacity, "32"), &Field::MaxCapacity), Verdict::Live);
}

#[test]
fn insights_leave_the_advanced_mode_with_it_and_not_without() {
    let mut advanced = Design::default();
    advanced.cluster.performance_insights.mode = InsightsMode::Advanced;
    let off = with(&advanced, Field::InsightsEnabled, "false");
    assert_eq!(verdict(&advanced, &off, &Field::InsightsEnabled), Verdict::Refused);
    let standard = with(&off, Field::InsightsMode, "standard");
    assert_eq!(verdict(&advanced, &standard, &Field::InsightsEnabled), Verdict::Live);
}

#[test]
fn subnets_join_and_never_leave_and_a_proxy_does_not_take_them() {
    let vpc = with(&Design::default(), Field::Vpc(Member::Primary), "existing");
    let field = Field::SubnetIds(Member::Primary);
    let two = with(&with(&vpc, Field::VpcId(Member::Primary), "vpc-1"), field.clone(), "subnet-a,subnet-b");
    let three = with(&two, field.clone(), "subnet-a,subnet-b,subnet-c");
    assert_eq!(verdict(&two, &three, &field), Verdict::Live);
    assert_eq!(verdict(&three, &two, &field), Verdict::Refused);
    assert_eq!(changes(&two, &with(&two, field.clone(), "subnet-b,subnet-a")), []);
    let proxied = |design: &Design| with(design, Field::Proxy, "true");
    assert_eq!(verdict(&proxied(&two), &proxied(&three), &field), Verdict::Resource);
    assert_eq!(verdict(&vpc, &Design::default(), &Field::Vpc(Member::Primary)), Verdict::Refused);
}

#[test]
fn the_writer_fails_over_to_a_reader_that_stays() {
    let base = with(&Design::default(), Field::InstanceZone(1), "b");
    let moved = with(&base, Field::InstanceZone(0), "c");
    let why = |from: &Design, to: &Design| verdict_of(&Field::InstanceZone(0), from, to).unwrap();
    assert!(why(&base, &moved).why.contains("fails over"), "{:?}", why(&base, &moved));
    let alone = base.with(&Edit::RemoveReader(1)).unwrap();
    let change = why(&alone, &with(&alone, Field::InstanceZone(0), "c"));
    assert_eq!(change.verdict, Verdict::Outage);
    assert!(change.why.contains("nobody can connect"), "{change:?}");
}

#[test]
fn secondaries_are_told_by_their_region() {
    let base = full();
    let two = base.with(&Edit::AddSecondary(Region::find("eu-central-1").unwrap())).unwrap();
    let added = changes(&base, &two);
    assert_eq!(added.len(), 1, "{added:?}");
    assert!(added[0].path.ends_with("secondaries[1]") && added[0].verdict == Verdict::Live);
    let removed = changes(&two, &base);
    assert_eq!((removed.len(), removed[0].verdict), (1, Verdict::Refused), "{removed:?}");
    let mut open = two.clone();
    open.cluster.deletion_protection = false;
    let mut less = open.clone();
    less.global.as_mut().unwrap().secondaries.pop();
    assert_eq!(changes(&open, &less)[0].verdict, Verdict::Resource);
    // Told by its Region, a secondary that stands elsewhere is the same, but the ranges that go by position move.
    let mut turned = two.clone();
    turned.global.as_mut().unwrap().secondaries.reverse();
    let paths: BTreeSet<String> = changes(&two, &turned).into_iter().map(|it| it.path).collect();
    assert!(paths.iter().all(|path| path.ends_with(".network.cidr")), "{paths:?}");
}

#[test]
fn what_protects_and_what_is_global_is_said_where_data_is_lost() {
    let base = full();
    let renamed = with(&base, Field::DatabaseName, "other");
    let change = verdict_of(&Field::DatabaseName, &base, &renamed).unwrap();
    assert_eq!(change.verdict, Verdict::DataLoss);
    for said in ["Deletion protection", "half-way", "can't be undone"] {
        assert!(change.why.contains(said), "{}", change.why);
    }
}

#[test]
fn figures_that_only_follow_are_no_change() {
    let base = Design::default();
    let staging = with(&base, Field::Environment, "staging");
    let paths: Vec<String> = changes(&base, &staging).into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["environment"]);
    assert_eq!(worst(&changes(&base, &staging)), Verdict::Live);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_design_does_not_differ_from_itself_nor_from_its_file(design in any_design()) {
        let design = design.normalized();
        prop_assert_eq!(changes(&design, &design), []);
        if let Ok(spec) = yaml::read(&yaml::write(&design)) {
            prop_assert_eq!(changes(&design, &spec.design), []);
        }
    }

    #[test]
    fn any_two_designs_have_as_many_changes_back_as_there((from, to) in (any_design(), any_design())) {
        let (from, to) = (from.normalized(), to.normalized());
        let (there, back) = (changes(&from, &to), changes(&to, &from));
        prop_assert_eq!(there.len(), back.len());
        prop_assert_eq!(there.is_empty(), from == to);
        let paths: BTreeSet<&String> = there.iter().map(|it| &it.path).collect();
        // What is gone may stand at a place where something else is new.
        let listed = there.iter().filter(|it| it.from.is_some() && it.to.is_some()).count();
        prop_assert!(paths.len() >= listed);
        for change in there {
            prop_assert!(change.from != change.to && !change.why.is_empty());
        }
    }
}
