//! Imports: the given cases byte for byte, with every notice that must be given and no text that must never get out; the
//! quirks of each source; what is refused; what would take long. Spoiled files are in tests/fuzz.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../common/files.rs"]
mod files;
#[path = "../common/mod.rs"]
mod shared;
#[path = "../common/spent.rs"]
mod spent;

mod bombs;
mod cases;
mod cloudformation;
mod common;
mod describe;
mod exported;
mod heavy;
mod metrics;
mod mixed;
mod plan;
mod readers;
mod refused;
mod safety;
mod shapes;
mod sizes;
mod state;
mod text;
