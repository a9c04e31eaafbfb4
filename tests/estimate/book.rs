//! The worked bills and the seed's cost table that come with the price book.

use aurora_designer::design::{Design, InsightsMode, Instance, Proxy};
use aurora_designer::estimate::{Bill, LineId, Usd, bill};
use aurora_designer::facts::Acu;
use aurora_designer::facts::regions::Region;
use serde_json::Value;

use super::{TODAY, decimal, design, some};

fn data() -> Value {
    serde_json::from_str(include_str!("../data/prices.json")).unwrap()
}

fn text(value: &Value) -> String {
    value.to_string()
}

/// A cluster whose usage is that of a worked bill.
fn cluster(inputs: &Value) -> Design {
    design(|d| {
        let figure = |key: &str| inputs.get(key).map(text);
        d.region = Region::find(inputs["region"].as_str().unwrap()).unwrap();
        assert_eq!(inputs["storage_type"], "standard");
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::HALF, Acu::whole(64));
        d.cluster.readers = readers(inputs);
        d.usage.writer_acu = some(&text(&inputs["writer_acu"]));
        d.usage.storage_gb = some(&text(&inputs["storage_gb"]));
        d.usage.io_requests_millions = some(&text(&inputs["io_million"]));
        d.usage.automated_backup_gb = decimal(&figure("automated_backup_gb").unwrap_or("0".into()));
        d.usage.manual_snapshot_gb = decimal(&figure("old_manual_snapshots_gb").unwrap_or("0".into()));
        d.proxy = inputs.get("proxies").map(|_| Proxy::default());
        if inputs.get("database_insights").is_some() {
            d.cluster.performance_insights.mode = InsightsMode::Advanced;
            d.cluster.performance_insights.retention_days = 465;
        }
        if let Some(average) = inputs.get("reader_acu") {
            d.usage.readers_acu = some(&text(&average[0]));
        }
    })
}

fn readers(inputs: &Value) -> Vec<Instance> {
    let count = inputs.get("reader_acu").map_or(0, |readers| readers.as_array().unwrap().len());
    vec![Instance::in_tier(1); count]
}

fn line_id(item: &str) -> LineId {
    match item {
        "writer ACU" => LineId::WriterAcu,
        "reader ACU" => LineId::ReaderAcu,
        "storage" | "storage (once per cluster)" => LineId::Storage,
        "I/O" => LineId::Io,
        "backup" => LineId::Backup,
        "proxy" => LineId::Proxy,
        "Database Insights Advanced" => LineId::Insights,
        _ => panic!("a worked bill has an item of another kind: {item}"),
    }
}

fn amounts(bill: &Bill, id: LineId) -> Usd {
    let lines = bill.lines.iter().filter(|line| line.id == id);
    lines.map(|line| line.monthly.unwrap().typical).sum()
}

#[test]
fn every_worked_bill_comes_out_to_the_cent() {
    let data = data();
    let bills = data["worked_bills"].as_array().unwrap();
    assert_eq!(bills.len(), 7);
    for worked in bills {
        let bill = bill(&cluster(&worked["inputs"]), TODAY);
        let mut sum = Usd::ZERO;
        for line in worked["lines"].as_array().unwrap() {
            let amount = amounts(&bill, line_id(line["item"].as_str().unwrap()));
            assert_eq!(
                amount,
                Usd::product(decimal(&text(&line["amount"])), &[]),
                "{}: {line}",
                worked["id"]
            );
            sum = sum.plus(amount);
        }
        let total = Usd::product(decimal(&text(&worked["total"])), &[]);
        assert_eq!(sum.cents(), total.cents(), "{}", worked["id"]);
    }
}

#[test]
fn the_costs_in_the_seed_are_what_the_book_says_they_are() {
    let data = data();
    let rows = data["seed_check"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let design = design(|d| {
            (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::HALF, Acu::whole(64));
            d.cluster.readers.clear();
            d.usage.writer_acu = some(&text(&row["avg_acu"]));
            d.usage.storage_gb = some(&text(&row["storage_gb"]));
        });
        let bill = bill(&design, TODAY);
        let (compute, storage) = (amounts(&bill, LineId::WriterAcu), amounts(&bill, LineId::Storage));
        let exact = |key: &str| Usd::product(decimal(&text(&row[key])), &[]);
        assert_eq!(compute, exact("compute"), "{row}");
        assert_eq!(storage, exact("storage"), "{row}");
        assert_eq!(compute.plus(storage), exact("total"), "{row}");
    }
}
