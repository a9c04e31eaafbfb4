//! The fact tables are the data they were printed from: value by value, and nothing more.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by panicking"
)]

use aurora_designer::facts::engines::{AURORA_MYSQL, AURORA_POSTGRESQL, EngineVersion, Status};
use aurora_designer::facts::prices::{
    Confidence, EXTENDED_SUPPORT, FIELD_COUNT, FIELDS, PRICE_DATE, PRICES, PROVENANCES, PriceField, SOURCES,
    price,
};
use aurora_designer::facts::provisioned::{CLASSES, HOURLY, Hourly};
use aurora_designer::facts::regions::{REGIONS, Region};
use aurora_designer::facts::{Day, Decimal};
use serde_json::{Map, Value};

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn price_book() -> Value {
    read(include_str!("data/prices.json"))
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn words(value: &Value) -> Vec<&str> {
    list(value).iter().map(|word| word.as_str().unwrap()).collect()
}

/// A number of the data as an exact decimal; `null` and a missing key are unknown.
fn number(value: Option<&Value>) -> Option<Decimal> {
    let value = value.filter(|value| !value.is_null())?;
    Some(Decimal::parse(&value.to_string()).unwrap_or_else(|| panic!("no exact decimal: {value}")))
}

/// A day, or the last day of a month.
fn day(value: &Value) -> Option<Day> {
    let text = value.as_str()?;
    if text.len() == 10 {
        return Some(Day::parse(text).unwrap());
    }
    (28..=31).rev().find_map(|last| Day::parse(&format!("{text}-{last}")))
}

#[test]
fn regions_are_those_of_the_data() {
    let data = read(include_str!("data/regions.json"));
    let codes: Vec<_> = list(&data).iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!(REGIONS.iter().map(|region| region.code).collect::<Vec<_>>(), codes);
    for row in list(&data) {
        let region = Region::find(row["code"].as_str().unwrap()).unwrap();
        assert_eq!(region.name, row["name"]);
        assert_eq!(region.zones, words(&row["azs"]).concat());
        assert_eq!(region.partition.word(), row["partition"]);
        assert_eq!(region.serverless_v2, row["serverless_v2"], "{row}");
        assert_eq!(region.opt_in, row["opt_in"], "{row}");
        assert_eq!(region.rds_proxy, row["rds_proxy"], "{row}");
        assert_eq!(region.data_api, row["data_api"], "{row}");
        assert_eq!(region.backtrack, row["backtrack"], "{row}");
        assert!(!region.source.is_empty());
        assert_eq!(object(row).len(), 9, "a key that the table does not hold: {row}");
    }
}

#[test]
fn engine_versions_are_those_of_the_data() {
    let data = read(include_str!("data/engine-versions.json"));
    assert_eq!(object(&data).len(), 2);
    for (engine, table) in [("aurora-postgresql", AURORA_POSTGRESQL), ("aurora-mysql", AURORA_MYSQL)] {
        let rows = list(&data[engine]);
        assert_eq!(table.len(), rows.len(), "{engine}");
        for (version, row) in table.iter().zip(rows) {
            assert_version(version, row);
        }
    }
}

fn assert_version(version: &EngineVersion, row: &Value) {
    let status = match version.status {
        Status::Available => "available",
        Status::MinorPastEnd => "minor_past_end_of_standard_support",
        Status::ExtendedSupport => "extended_support",
        Status::Deprecated => "deprecated",
    };
    assert_eq!(version.version, row["version"]);
    assert_eq!(version.major, row["major"], "{row}");
    assert_eq!(status, row["status"], "{row}");
    assert_eq!(version.creatable, row["creatable"], "{row}");
    assert_eq!(version.serverless_v2, row["serverless_v2"], "{row}");
    assert_eq!(version.zero_acu, row["zero_acu"], "{row}");
    assert_eq!(version.max_acu_256, row["max_acu_256"], "{row}");
    assert_eq!(version.lts, row["lts"], "{row}");
    assert_eq!(version.end_of_standard_support, day(&row["end_of_standard_support"]), "{row}");
    assert_eq!(version.major_end_of_standard_support, day(&row["major_end_of_standard_support"]), "{row}");
    assert_eq!(version.max_storage_tib.map(u64::from), row["max_storage_tib"].as_u64(), "{row}");
    assert_eq!(version.io_optimized, row["io_optimized"].as_bool(), "{row}");
    assert_eq!(version.data_api, row["data_api"].as_bool(), "{row}");
    assert_eq!(version.parameter_group_family, row["parameter_group_family"].as_str(), "{row}");
    assert!(!version.source.is_empty());
    assert_eq!(object(row).len(), VERSION_KEYS, "a key that the table does not hold: {row}");
}

const VERSION_KEYS: usize = 14;

#[test]
fn price_fields_stand_in_the_order_of_the_data() {
    let book = price_book();
    let units = object(&book["field_units"]);
    assert_eq!(FIELDS.len(), FIELD_COUNT);
    assert_eq!(units.len(), FIELD_COUNT);
    assert_eq!(Some(PRICE_DATE), day(&book["as_of"]));
    for (place, (field, name, unit)) in FIELDS.iter().enumerate() {
        assert_eq!(*field as usize, place);
        assert_eq!(PriceField::find(name), Some(*field));
        assert_eq!((field.name(), field.unit()), (*name, *unit));
        assert_eq!(units[*name], *unit);
    }
    assert_eq!(
        names_in_order(include_str!("data/prices.json")),
        FIELDS.iter().map(|it| it.1).collect::<Vec<_>>()
    );
}

/// The keys of `field_units` as the file has them; the reader of JSON sorts them.
fn names_in_order(text: &str) -> Vec<&str> {
    let (_, rest) = text.split_once("\"field_units\"").unwrap();
    let (inside, _) = rest.split_once('}').unwrap();
    inside
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\":").map(|pair| pair.0))
        .collect()
}

#[test]
fn prices_are_those_of_the_data_with_their_provenance() {
    let book = price_book();
    let regions = object(&book["regions"]);
    assert_eq!(PRICES.len(), regions.len());
    for (code, row) in regions {
        let places = PRICES.iter().filter(|known| known.region == code).count();
        assert_eq!(places, 1, "{code}");
        for (field, name, _) in FIELDS {
            let known = price(code, *field);
            assert_eq!(known.map(|price| price.usd), number(row.get(*name)), "{code} {name}");
            let Some(known) = known else { continue };
            let own = row["provenance"].get(*name);
            let said = own.or(book["provenance_defaults"].get(*name)).unwrap();
            let confidence = match known.provenance.confidence {
                Confidence::Confirmed => "confirmed",
                Confidence::Derived => "derived",
                Confidence::Unconfirmed => "unconfirmed",
            };
            assert_eq!(confidence, said["confidence"], "{code} {name}");
            assert_eq!(Some(known.provenance.as_of), day(&said["as_of"]), "{code} {name}");
            assert_eq!(known.provenance.sources, words(&said["sources"]).join(" "), "{code} {name}");
        }
    }
}

/// Numbers of a Region's row are prices of the table, so that none is left behind.
#[test]
fn no_price_of_the_data_is_missing_from_the_fields() {
    let book = price_book();
    for (code, row) in object(&book["regions"]) {
        for (key, value) in object(row).iter().filter(|(_, value)| value.is_number()) {
            assert!(PriceField::find(key).is_some(), "{code} {key} {value}");
        }
    }
}

#[test]
fn every_source_that_is_named_is_known() {
    let book = price_book();
    let data = list(&book["sources"]);
    assert_eq!(SOURCES.len(), data.len());
    for (source, row) in SOURCES.iter().zip(data) {
        assert_eq!(source.id, row["id"]);
        assert_eq!(source.title, row["title"]);
        assert_eq!(source.date, row["date"]);
    }
    for provenance in PROVENANCES {
        assert!(!provenance.sources.is_empty());
        for id in provenance.sources.split(' ') {
            assert!(SOURCES.iter().any(|source| source.id == id), "{id}");
        }
    }
}

#[test]
fn every_region_of_the_table_has_prices_or_is_known_to_have_none() {
    let without: Vec<_> = REGIONS
        .iter()
        .map(|region| region.code)
        .filter(|code| price(code, PriceField::AcuHourStandard).is_none())
        .collect();
    assert_eq!(without, ["cn-north-1", "cn-northwest-1"]);
    for row in PRICES {
        assert!(Region::find(row.region).is_some(), "{}", row.region);
    }
}

#[test]
fn provisioned_classes_are_those_of_the_data() {
    let book = price_book();
    let data = &book["provisioned"];
    assert_eq!(words(&data["columns"]), ["standard", "io_optimized", "ri_1yr_no_upfront"]);
    let specs = object(&data["specs"]);
    assert_eq!(CLASSES.len(), specs.len());
    for (class, vcpu, memory) in CLASSES {
        assert_eq!(
            (&specs[*class]["vcpu"], &specs[*class]["memory_gib"]),
            (&(*vcpu).into(), &(*memory).into())
        );
    }
    let regions = object(&data["regions"]);
    assert_eq!(HOURLY.len(), regions.len());
    for (code, rows) in HOURLY {
        let said = object(&regions[*code]);
        assert_eq!(rows.len(), said.len(), "{code}");
        for row in *rows {
            assert_hourly(row, &said[row.0]);
            assert!(CLASSES.iter().any(|class| class.0 == row.0), "{}", row.0);
        }
    }
}

fn assert_hourly((class, standard, io_optimized, reserved): &Hourly, said: &Value) {
    let micros = |value: Option<u32>| value.map(|micros| Decimal::from_micros(micros.into()));
    assert_eq!(list(said).len(), 3);
    for (place, value) in [standard, io_optimized, reserved].into_iter().enumerate() {
        assert_eq!(micros(*value), number(said.get(place)), "{class}");
    }
}

#[test]
fn extended_support_has_the_dates_of_the_data() {
    let book = price_book();
    let rows = list(&book["extended_support"]["versions"]);
    assert_eq!(EXTENDED_SUPPORT.len(), rows.len());
    for (known, row) in EXTENDED_SUPPORT.iter().zip(rows) {
        // Aurora MySQL stands there as `3 (8.0)`.
        let version = row["version"].as_str().unwrap();
        let major = version.split_once(" (").map_or(version, |(_, inner)| inner.trim_end_matches(')'));
        assert_eq!((known.engine, known.major), (row["engine"].as_str().unwrap(), major));
        assert_eq!(Some(known.year_1), day(&row["year_1_starts"]), "{row}");
        assert_eq!(known.year_3, day(&row["year_3_starts"]), "{row}");
        let versions = if known.engine == "aurora-mysql" { AURORA_MYSQL } else { AURORA_POSTGRESQL };
        assert!(versions.iter().any(|version| version.major == known.major), "{row}");
    }
}
