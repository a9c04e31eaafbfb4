//! X2, X4 and X5 as a hand computes them.

use aurora_designer::facts::Acu;
use aurora_designer::simulate::{Edge, Load, Outcome, Platform, Point, Setup, Start, at_edge};

use super::same;

fn acu(text: &str) -> Acu {
    Acu::parse(text).unwrap()
}

fn plan(setup: &Setup, load: &Load, platform: Platform) -> Outcome {
    at_edge(setup, load, platform, Edge::Plan).unwrap().remove(0)
}

fn changes(outcome: &Outcome) -> Vec<(u64, String)> {
    outcome.changes.iter().map(|it| (it.second, it.acu.to_string())).collect()
}

fn told(changes: &[(u64, &str)]) -> Vec<(u64, String)> {
    changes.iter().map(|(second, acu)| (*second, (*acu).to_owned())).collect()
}

#[test]
fn x2_waits_and_falls_to_half() {
    let mut load = Load::new(1, vec![same("0", 900)]).unwrap();
    load.start = Start::At(acu("10.5"));
    let outcome = plan(&Setup::single(acu("1"), acu("32"), None).unwrap(), &load, Platform::V1To2);
    // 9.5 too much: 32 × 9.5 = 304 s, at most 300: half of 10.5, up, is 5.5. Then 4.5 too much: 144 s. 2 too much: 64 s,
    // at least 100. 0.5 too much: 100 s.
    let times = [1, 300, 300 + 144, 444 + 100, 544 + 100];
    assert_eq!(
        changes(&outcome),
        told(&[(times[0], "10.5"), (times[1], "5.5"), (times[2], "3"), (times[3], "1.5"), (times[4], "1")])
    );
    // In halves: 21 for 299 s, 11 for 144 s, 6 and 3 for 100 s each, 2 for the rest.
    let halves = 21 * 299 + 11 * 144 + 6 * 100 + 3 * 100 + 2 * 257;
    assert_eq!((outcome.totals.half_seconds(), halves), (2 * 4638 + 1, 9277));
}

#[test]
fn x4_wakes_for_one_query() {
    let idle = Point::NOTHING;
    let series = std::iter::once(Point::wanting(Acu::HALF)).chain(std::iter::repeat_n(idle, 11)).collect();
    let mut load = Load::new(60, vec![series]).unwrap();
    load.start = Start::Asleep(3600);
    let outcome = plan(&Setup::single(acu("0"), acu("2"), Some(300)).unwrap(), &load, Platform::V1To2);
    // 15 s of resume; at 2 from second 16. 1.5 too much: 48 s, at least 100. Idle from second 61: the 300th of the delay
    // and the 100th of the tail is second 460.
    assert_eq!(
        changes(&outcome),
        told(&[(1, "0"), (16, "2"), (16 + 99, "1"), (115 + 100, "0.5"), (60 + 400, "0")])
    );
    assert_eq!(outcome.totals.half_seconds(), 4 * 99 + 2 * 100 + 245);
    assert_eq!((outcome.totals.waited_s, outcome.totals.paused_s), (15, 720 - 459));
    // 15 of 60 seconds of 0.39 ACU are not served.
    assert_eq!(outcome.totals.unserved_acu_seconds().to_string(), "5.85");
    assert_eq!(outcome.wakes, [1]);
}

#[test]
fn x5_runs_into_its_ceiling() {
    let series = [same("8", 100), same("0", 200)].concat();
    let load = Load::new(1, vec![series]).unwrap();
    let outcome = plan(&Setup::single(acu("1"), acu("4"), None).unwrap(), &load, Platform::V3To4);
    // 3 too much: 96 s, at least 100; half of 4 is 2. 1 too much: 100 s.
    assert_eq!(changes(&outcome), told(&[(1, "4"), (200, "2"), (300, "1")]));
    assert_eq!(outcome.totals.half_seconds(), 8 * 199 + 4 * 100 + 2);
    // 8 wanted is 6.24 of work, 2.24 above 4.
    assert_eq!(outcome.totals.unserved_acu_seconds().to_string(), "224");
    assert_eq!(outcome.totals.work_acu_seconds().to_string(), "624");
    assert_eq!(outcome.totals.longest_short_spell_s, 100);
}

#[test]
fn a_sleep_of_more_than_a_day_takes_longer_to_end() {
    let setup = Setup::single(acu("0"), acu("2"), Some(300)).unwrap();
    let waited = |slept| {
        let mut load = Load::new(60, vec![same("0.5", 2)]).unwrap();
        load.start = Start::Asleep(slept);
        plan(&setup, &load, Platform::V3To4).totals.waited_s
    };
    assert_eq!([86_399, 86_400, 86_401].map(waited), [15, 15, 30]);
}

/// The default design, which pauses, with a follower and a reader that scales alone.
fn three() -> aurora_designer::design::Design {
    use aurora_designer::design::{Design, Instance};
    let mut design = Design::default();
    design.cluster.min_capacity = Acu::ZERO;
    design.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(2)];
    design
}

fn cluster(design: &aurora_designer::design::Design, load: &Load) -> Vec<Outcome> {
    at_edge(&Setup::of(design).unwrap(), load, Platform::V3To4, Edge::Plan).unwrap()
}

#[test]
fn a_follower_is_as_large_as_the_writer_and_a_reader_of_tier_2_is_not() {
    let load = Load::new(1, vec![same("8", 60), same("2", 60), same("2", 60)]).unwrap();
    let outcomes = cluster(&three(), &load);
    assert_eq!([0, 1, 2].map(|it| outcomes[it].at(30).to_string()), ["8", "8", "2"]);
    // What the follower pays is what it is given.
    assert_eq!(outcomes[1].totals.half_seconds(), outcomes[0].totals.half_seconds());
}

#[test]
fn a_group_pauses_when_nobody_is_connected_and_no_other_reader_is_awake() {
    // The reader of tier 2 has a connection for a minute, then nobody has one.
    let reader: Vec<Point> =
        std::iter::once(Point::wanting(Acu::HALF)).chain(vec![Point::NOTHING; 20]).collect();
    let quiet = vec![Point::NOTHING; 21];
    let load = Load::new(60, vec![quiet.clone(), quiet, reader]).unwrap();
    let outcomes = cluster(&three(), &load);
    // The reader is idle from second 61 and pauses in second 460; only from then on do the others count: to second 859.
    assert_eq!(changes(&outcomes[2]).last(), Some(&(460, "0".to_owned())));
    assert_eq!(changes(&outcomes[0]).last(), Some(&(859, "0".to_owned())));
    assert_eq!(changes(&outcomes[1]), changes(&outcomes[0]));
}

#[test]
fn a_reader_that_wakes_wakes_the_writer_and_not_the_other_way_round() {
    let once: Vec<Point> = vec![Point::NOTHING, Point::wanting(Acu::HALF), Point::NOTHING];
    let quiet = vec![Point::NOTHING; 3];
    let played = |series: Vec<Vec<Point>>| {
        let mut load = Load::new(60, series).unwrap();
        load.start = Start::Asleep(100);
        cluster(&three(), &load).into_iter().map(|it| it.wakes).collect::<Vec<_>>()
    };
    assert_eq!(played(vec![quiet.clone(), quiet.clone(), once.clone()]), [vec![61], vec![61], vec![61]]);
    assert_eq!(played(vec![quiet.clone(), once.clone()]), [vec![61], vec![61], vec![]]);
    assert_eq!(played(vec![once]), [vec![61], vec![61], vec![]]);
}

#[test]
fn a_proxy_keeps_all_awake_and_a_global_database_the_writer_and_its_followers() {
    use aurora_designer::design::{GlobalCluster, Proxy};
    let load = Load::new(60, vec![vec![Point::NOTHING; 30]]).unwrap();
    let mut design = three();
    design.proxy = Some(Proxy::default());
    assert!(cluster(&design, &load).iter().all(|it| it.totals.paused_s == 0 && it.at(1800) == Acu::HALF));
    design.proxy = None;
    design.global = Some(GlobalCluster::default());
    let paused: Vec<bool> = cluster(&design, &load).iter().map(|it| it.totals.paused_s > 0).collect();
    assert_eq!(paused, [false, false, true]);
}

#[test]
fn connections_above_the_maximums_are_refused_and_want_nothing() {
    let mut design = three();
    design.cluster.max_capacity = Acu::whole(16);
    let asked = Point { connections: 2010, ..Point::wanting(Acu::HALF) };
    let load = Load::new(60, vec![vec![asked; 2]]).unwrap();
    // 3,360 at 16 ACU, capped at 2,000 below 1 ACU (ACU-31).
    let writer = cluster(&design, &load).remove(0);
    assert_eq!(writer.totals.refused_connection_seconds, 10 * 120);
    assert_eq!(writer.at(120), Acu::HALF);
}

#[test]
fn what_cannot_be_played_is_refused() {
    let refused = |min: &str, max: &str| Setup::single(acu(min), acu(max), None).unwrap_err().to_string();
    assert_eq!(refused("4", "2"), "the maximum of 2 ACU lies below the minimum of 4 ACU");
    assert_eq!(refused("0", "0.5"), "the maximum of 0.5 ACU lies outside 1 to 256 ACU");
    assert_eq!(Load::new(60, vec![Vec::new()]).unwrap_err().to_string(), "the load has no points");
    let million = Load::new(1, vec![same("1", 1_000_000)]).unwrap_err().to_string();
    assert!(million.contains("525600 are the most"), "{million}");
    let uneven = Load::new(1, vec![same("1", 2), same("1", 3)]).unwrap_err().to_string();
    assert!(uneven.starts_with("the series of instance 1 has 3 points"), "{uneven}");
    let load = Load::new(1, vec![same("1", 2), same("1", 2)]).unwrap();
    let two = at_edge(&Setup::single(acu("1"), acu("4"), None).unwrap(), &load, Platform::V3To4, Edge::Plan);
    assert_eq!(two.unwrap_err().to_string(), "the load has 2 instances and the design 1");
}
