//! Imports: the given cases byte for byte, with every notice that must be given and no text that must never get out; the
//! quirks of each source; what is refused; mutations of the cases.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

mod cases;
mod chance;
mod cloudformation;
mod common;
mod describe;
mod exported;
mod metrics;
mod mixed;
mod mutations;
mod plan;
mod readers;
mod refused;
mod safety;
mod sizes;
mod state;
mod text;
