//! What holds under every load.

use aurora_designer::design::{Design, Instance};
use aurora_designer::facts::Acu;
use aurora_designer::simulate::{
    Edge, Edges, Load, Outcome, Platform, Point, Setup, Start, at_edge, second_by_second, simulate,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn platform() -> impl Strategy<Value = Platform> {
    prop_oneof![Just(Platform::V1To2), Just(Platform::V3To4)]
}

fn edge() -> impl Strategy<Value = Edge> {
    prop_oneof![Just(Edge::Low), Just(Edge::Plan), Just(Edge::High)]
}

/// Points with stretches of nobody, some of them repeated.
fn series(points: usize) -> impl Strategy<Value = Vec<Point>> {
    let point = (0u16..60, 0u8..3, 0u32..3000).prop_map(|(wanted, gone, connections)| match gone {
        0 => Point::NOTHING,
        _ => Point { wanted, connected: true, connections },
    });
    vec((point, 1usize..12), points).prop_map(move |runs| {
        let each = runs.into_iter().flat_map(|(point, times)| vec![point; times]);
        let mut all: Vec<Point> = each.take(points).collect();
        all.resize(points, Point::NOTHING);
        all
    })
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        Just(Start::AtMinimum),
        (1u32..40).prop_map(|it| Start::At(Acu::halves(it))),
        prop_oneof![0u32..10_000, 86_390u32..86_410].prop_map(Start::Asleep),
    ]
}

fn design(min: u32, max: u32, tiers: &[u32]) -> Design {
    let mut design = Design::default();
    design.cluster.min_capacity = Acu::halves(min.min(max));
    design.cluster.max_capacity = Acu::halves(max);
    design.cluster.readers = tiers.iter().map(|tier| Instance::in_tier(*tier)).collect();
    design
}

fn played(load: &Load, (min, max): (u32, u32), platform: Platform) -> Edges<Outcome> {
    let setup = Setup::single(Acu::halves(min), Acu::halves(max), None).unwrap();
    simulate(&setup, load, platform).unwrap().remove(0).edges
}

/// Seconds of a change in which the edges are not in order.
fn crossings(edges: &Edges<Outcome>) -> Vec<u64> {
    let moments = edges.all().into_iter().flat_map(|it| it.changes.iter().map(|change| change.second));
    let crossed = |second: &u64| {
        let given = edges.map(|it| it.at(*second));
        given.low > given.plan || given.plan > given.high
    };
    moments.filter(crossed).collect()
}

/// The edges may cross even without a pause: the longer wait of the plan hides the small peak that the low edge, which
/// has fallen before, still waits for. So the band is always the least and the largest of the three.
#[test]
fn the_edges_cross_where_a_small_peak_falls_into_the_longer_wait() {
    let wanted = [(11, 0), (1, 29), (3, 0), (1, 11), (2, 9), (10, 0)];
    let points = wanted.iter().flat_map(|(times, wanted)| vec![Point::wanting(Acu::halves(*wanted)); *times]);
    let load = Load::new(72, vec![points.collect()]).unwrap();
    let edges = played(&load, (1, 31), Platform::V3To4);
    assert_eq!(crossings(&edges), [1252]);
    assert_eq!(edges.map(|it| it.at(1252).as_halves()), Edges { low: 11, plan: 9, high: 29 });
    assert_eq!(edges.map(|it| it.at(1252)).span(), (Acu::halves(9), Acu::halves(29)));
}

fn at(load: &Load, (min, max): (u32, u32), delay: Option<u32>, platform: Platform, edge: Edge) -> Outcome {
    let setup = Setup::single(Acu::halves(min), Acu::halves(max), delay).unwrap();
    at_edge(&setup, load, platform, edge).unwrap().remove(0)
}

/// The same happens between two maximums, so that the search's halving is no theorem.
#[test]
fn a_higher_maximum_may_give_less_for_a_while() {
    let wanted = [(4, 0), (1, 7), (2, 22), (5, 7), (3, 0)];
    let points = wanted.iter().flat_map(|(times, wanted)| vec![Point::wanting(Acu::halves(*wanted)); *times]);
    let load = Load::new(46, vec![points.collect()]).unwrap();
    let given = |max| at(&load, (4, max), None, Platform::V1To2, Edge::Plan).at(674).as_halves();
    assert!(given(21) > given(22), "{} and {}", given(21), given(22));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn strides_are_the_seconds_they_stand_for(
        (load, tiers) in (1usize..4).prop_flat_map(|instances| (
            (vec(series(40), instances), 1u32..200, start()).prop_map(|(series, seconds, start)| {
                let mut load = Load::new(seconds, series).unwrap();
                load.start = start;
                load
            }),
            vec(0u32..4, instances - 1..=3),
        )),
        min in 0u32..6,
        max in 2u32..50,
        platform in platform(),
        edge in edge(),
    ) {
        let setup = Setup::of(&design(min, max, &tiers)).unwrap();
        let strides = at_edge(&setup, &load, platform, edge).unwrap();
        prop_assert_eq!(strides, second_by_second(&setup, &load, platform, edge).unwrap());
    }

    /// Above 45 ACU the tokens that come back grow with the capacity, within the rise to a single half.
    #[test]
    fn strides_are_the_seconds_they_stand_for_up_to_the_largest_instance(
        wanted in vec((0u16..620, 1usize..4), 1..30),
        seconds in 1u32..200,
        min in 1u32..500,
        max in 2u32..=512,
        platform in platform(),
        edge in edge(),
    ) {
        let points = wanted.into_iter().flat_map(|(wanted, times)| vec![Point::wanting(Acu::halves(wanted.into())); times]);
        let load = Load::new(seconds, vec![points.collect()]).unwrap();
        let setup = Setup::single(Acu::halves(min.min(max)), Acu::halves(max), None).unwrap();
        let strides = at_edge(&setup, &load, platform, edge).unwrap();
        prop_assert_eq!(strides, second_by_second(&setup, &load, platform, edge).unwrap());
    }

    #[test]
    fn under_one_rise_and_fall_low_is_below_plan_and_plan_below_high(
        wanted in 1u16..120, up in 1u32..2000, min in 1u32..8, max in 8u32..80, platform in platform(),
    ) {
        let points = vec![Point { wanted, connected: true, connections: 0 }, Point { wanted: 0, connected: true, connections: 0 }];
        let load = Load::with_seconds(vec![up, 4000], up, vec![points]).unwrap();
        let edges = played(&load, (min, max), platform);
        prop_assert_eq!(crossings(&edges), Vec::<u64>::new());
    }

    #[test]
    fn under_one_rise_and_fall_a_higher_maximum_never_gives_less(
        wanted in 1u16..120, up in 1u32..2000, min in 0u32..8, max in 8u32..40, more in 1u32..40,
        platform in platform(), edge in edge(), pauses in any::<bool>(),
    ) {
        let points = vec![Point { wanted, connected: true, connections: 0 }, Point { connected: !pauses, ..Point::NOTHING }];
        let load = Load::with_seconds(vec![up, 4000], up, vec![points]).unwrap();
        let delay = pauses.then_some(300);
        let min = if pauses { 0 } else { min };
        let (less, more) = (at(&load, (min, max), delay, platform, edge), at(&load, (min, max + more), delay, platform, edge));
        for change in less.changes.iter().chain(&more.changes) {
            prop_assert!(less.at(change.second) <= more.at(change.second), "{}", change.second);
        }
        prop_assert!(less.totals.unserved_acu_seconds() >= more.totals.unserved_acu_seconds());
        prop_assert!(less.totals.longest_short_spell_s >= more.totals.longest_short_spell_s);
    }
}
