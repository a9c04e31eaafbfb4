//! The published traces against the model. `tests/accuracy.rs` prints the table of them.

use aurora_designer::facts::Acu;
use aurora_designer::simulate::evidence::{Judged, Read, SOURCES, judged};
use aurora_designer::simulate::{Edge, Load, Platform, Point, Setup, Start, at_edge};
use serde_json::Value;

use super::{acu, json, same};

/// What was published for the plan edge, in the order of the moments.
const PLAN: [u64; 23] =
    [9, 6, 14, 6, 14, 3, 77, 127, 17, 67, 14, 17, 67, 107, 100, 100, 100, 300, 544, 208, 308, 100, 372];

fn traces() -> Vec<Value> {
    let file = json("traces.json");
    file.as_object().unwrap().values().find_map(|it| it.as_array().cloned()).unwrap()
}

fn trace(id: &str) -> Value {
    traces().into_iter().find(|it| it["id"] == id).unwrap()
}

#[test]
fn the_sources_are_those_of_the_file() {
    let file = traces();
    assert_eq!(SOURCES.len(), file.len());
    for (source, trace) in SOURCES.iter().zip(&file) {
        assert_eq!(
            (source.id, source.kind),
            (trace["id"].as_str().unwrap(), trace["kind"].as_str().unwrap())
        );
        let of = &trace["source"];
        assert_eq!((source.title, source.url), (of["title"].as_str().unwrap(), of["url"].as_str().unwrap()));
    }
}

#[test]
fn the_moments_are_those_of_the_traces() {
    for it in judged().unwrap() {
        let (moment, trace) = (it.moment, trace(it.moment.trace));
        assert_eq!((acu(&trace["min_acu"]), acu(&trace["max_acu"])), moment.range, "{}", moment.trace);
        let (way, level) = match moment.read {
            Read::Reaches(level) => ("up", level),
            Read::FallsTo(level) | Read::FallsBelow(level) => ("down", level),
        };
        let points = trace[way]["points"].as_array().unwrap();
        assert_eq!(acu(&points[0][1]), moment.from, "{}", moment.trace);
        let read = points.iter().find(|point| point[0].as_u64() == Some(moment.observed_s));
        let read = &read.unwrap_or_else(|| panic!("{moment:?} was not read"))[1];
        if !read.is_null() {
            let read = acu(read);
            let fits = match moment.read {
                Read::Reaches(_) => read == level,
                Read::FallsTo(_) => read <= level,
                Read::FallsBelow(_) => read < level,
            };
            assert!(fits, "{moment:?} against {read}");
        }
    }
}

#[test]
fn no_plan_figure_moves_by_more_than_a_second() {
    for (it, published) in judged().unwrap().iter().zip(PLAN) {
        let plan = it.model_s.plan.unwrap();
        assert!(plan.abs_diff(published) <= 1, "{:?}: {plan} s, published {published} s", it.moment);
    }
}

#[test]
fn the_band_holds_22_of_23_moments() {
    let judged = judged().unwrap();
    let missed: Vec<&Judged> = judged.iter().filter(|it| !it.is_held()).collect();
    assert_eq!((judged.len(), missed.len()), (23, 1));
    assert_eq!((missed[0].moment.trace, missed[0].moment.observed_s), ("K3", 2));
    assert_eq!((missed[0].model_s.high, missed[0].model_s.low), (Some(4), Some(9)));
}

/// The level that a trace falls to first on plan, and when.
fn falls(min: u32, max: u32, from: &str) -> Vec<(u64, String)> {
    let mut load = Load::new(1, vec![same("0", 3000)]).unwrap();
    load.start = Start::At(Acu::parse(from).unwrap());
    let setup = Setup::single(Acu::whole(min), Acu::whole(max), None).unwrap();
    let outcome = at_edge(&setup, &load, Platform::V1To2, Edge::Plan).unwrap().remove(0);
    outcome.changes.iter().skip(1).map(|it| (it.second, it.acu.to_string())).collect()
}

#[test]
fn levels_after_a_fall_are_as_published() {
    let first = |min, max, from| falls(min, max, from)[0].1.clone();
    assert_eq!([first(1, 4, "2.5"), first(1, 32, "10.5"), first(8, 32, "11")], ["1.5", "5.5", "8"]);
    assert_eq!(falls(1, 32, "10.5")[1].1, "3");
    assert_eq!(falls(4, 32, "10.5").last().unwrap().1, "4");
}

#[test]
fn other_authors_are_met_as_far_as_published() {
    // A2, the only clean test: minutes until 4 of 10, 0.5 of 10, 4 of 20.
    let seconds = |edge, min: &str, from: &str| {
        let mut load = Load::new(1, vec![same("0", 3000)]).unwrap();
        load.start = Start::At(Acu::parse(from).unwrap());
        let setup = Setup::single(Acu::parse(min).unwrap(), Acu::whole(20), None).unwrap();
        let outcome = at_edge(&setup, &load, Platform::V1To2, edge).unwrap().remove(0);
        outcome.changes.last().unwrap().second
    };
    let band = |min, from| Edge::ALL.map(|edge| seconds(edge, min, from));
    assert_eq!(band("4", "10"), [236, 292, 528]);
    assert_eq!(band("0.5", "10"), [597, 744, 1341]);
    // L1: one wake of a cluster that pauses, asked by one transaction that ends in the first second after the resume.
    let setup = Setup::single(Acu::ZERO, Acu::whole(2), Some(300)).unwrap();
    let series = [vec![Point::wanting(Acu::HALF); 16], vec![Point::NOTHING; 800]].concat();
    let mut load = Load::new(1, vec![series]).unwrap();
    load.start = Start::Asleep(3600);
    let spent = Edge::ALL.map(|edge| {
        let totals = at_edge(&setup, &load, Platform::V3To4, edge).unwrap()[0].totals;
        totals.acu_seconds().to_string()
    });
    assert_eq!(spent, ["308.5", "398.5", "599.5"]);
}
