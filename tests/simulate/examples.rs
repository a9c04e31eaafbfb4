//! X1 to X5: every figure, exactly.

use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::simulate::{Edge, Load, Outcome, Platform, Point, Setup, Start, simulate};
use serde_json::Value;

use super::{acu, decimal, json};

/// The load of an example.
fn load(input: &Value) -> Load {
    let wanted: Vec<Acu> = match &input["need_acu"] {
        Value::Array(each) => each.iter().map(acu).collect(),
        same => vec![acu(&same["acu"]); usize::try_from(same["points"].as_u64().unwrap()).unwrap()],
    };
    let alone = input["no_user_connection"].as_array();
    let points = wanted.iter().enumerate().map(|(place, wanted)| Point {
        connected: alone.is_none_or(|alone| !alone[place].as_bool().unwrap()),
        ..Point::wanting(*wanted)
    });
    let seconds = u32::try_from(input["point_s"].as_u64().unwrap()).unwrap();
    let mut load = Load::new(seconds, vec![points.collect()]).unwrap();
    if let Some(start) = input.get("start_acu") {
        load.start = Start::At(acu(start));
    }
    if let Some(asleep) = input.get("asleep_for_s") {
        load.start = Start::Asleep(u32::try_from(asleep.as_u64().unwrap()).unwrap());
    }
    load
}

fn compare(id: &str, expected: &Value, outcome: &Outcome, span: u64) {
    let changes: Vec<(u64, Acu)> = expected["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it[0].as_u64().unwrap(), acu(&it[1])))
        .collect();
    let found: Vec<(u64, Acu)> = outcome.changes.iter().map(|it| (it.second, it.acu)).collect();
    assert_eq!(found, changes, "{id}");
    let totals = &outcome.totals;
    for (name, found) in [
        ("acu_seconds", totals.acu_seconds()),
        ("short_seconds", Decimal::whole(totals.short_seconds)),
        ("longest_short_spell_s", Decimal::whole(totals.longest_short_spell_s)),
        ("work_acu_seconds", totals.work_acu_seconds()),
        ("unserved_acu_seconds", totals.unserved_acu_seconds()),
        ("wakes", Decimal::whole(totals.wakes.into())),
        ("waited_s", Decimal::whole(totals.waited_s)),
        ("paused_s", Decimal::whole(totals.paused_s)),
        ("usd", totals.usd_micros(Decimal::from_micros(120_000))),
    ] {
        assert_eq!(found, decimal(&expected[name]), "{id}: {name}");
    }
    for (second, expected) in expected["capacity_at_s"].as_object().into_iter().flatten() {
        assert_eq!(outcome.at(second.parse().unwrap()), acu(expected), "{id} at {second} s");
    }
    assert!(outcome.changes.iter().all(|it| it.second <= span), "{id}");
    let spells: u64 = outcome.spells.iter().map(|it| it.seconds).sum();
    assert_eq!(spells, totals.short_seconds, "{id}");
}

#[test]
fn the_worked_examples_come_out_exactly() {
    let examples = json("simulator-examples.json");
    let mut compared = 0;
    for example in examples["examples"].as_array().unwrap() {
        let (id, input) = (example["id"].as_str().unwrap(), &example["input"]);
        if id == "X6" {
            continue;
        }
        let platform = match input["platform"].as_str().unwrap() {
            "pv12" => Platform::V1To2,
            _ => Platform::V3To4,
        };
        let delay =
            input.get("seconds_until_auto_pause").map(|it| u32::try_from(it.as_u64().unwrap()).unwrap());
        let setup = Setup::single(acu(&input["min_acu"]), acu(&input["max_acu"]), delay).unwrap();
        let load = load(input);
        let simulated = simulate(&setup, &load, platform).unwrap();
        for edge in Edge::ALL {
            if let Some(expected) = example["expect"].get(edge.word()) {
                let id = format!("{id} {}", edge.word());
                compare(&id, expected, simulated[0].edges.of(edge), load.span());
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 11);
}
