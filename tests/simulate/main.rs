//! The simulation against worked examples, published traces and its own laws.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;

mod by_hand;
mod examples;
mod laws;
mod searches;
mod sizes;
mod traces;
mod whatif;

use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::simulate::load::Point;
use serde_json::Value;

/// A file of `tests/simulate/`.
fn json(name: &str) -> Value {
    let path = format!("{}/tests/simulate/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// An exact number of a file.
fn decimal(value: &Value) -> Decimal {
    Decimal::parse(&value.to_string()).unwrap_or_else(|| panic!("{value} is no decimal"))
}

/// A capacity of a file.
fn acu(value: &Value) -> Acu {
    Acu::parse(&value.to_string()).unwrap_or_else(|| panic!("{value} is no capacity"))
}

/// So many points that want the same, of somebody who is connected.
fn same(acu: &str, points: usize) -> Vec<Point> {
    vec![Point::wanting(Acu::parse(acu).unwrap()); points]
}
