//! What a change does to what runs: given cases, every setting in both directions, properties.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "../common/mod.rs"]
mod common;

mod cases;
mod settings;
