//! Spoiled files: every reader takes whatever a kept file becomes when it is cut, doubled, overwritten and mixed with
//! another, and must end within a second, without a panic, without a secret in what it gives, and with a design whose YAML
//! is read back as the same.
//!
//! `make test` runs a few hundred a reader. More, in one reader, on stable Rust:
//!
//! ```sh
//! FUZZ_RUNS=1000000 FUZZ_SEED=7 cargo test --release --test fuzz -- --nocapture terraform
//! ```
//!
//! Most runs begin with a small file, and what a design is written as is looked at once for each design, so that millions
//! of runs take minutes: an idle core did 47,000 of the shelf a second, 30,000 of the spec, 15,000 of the link, 28,000 of a
//! state, 16,000 of a template, 12,000 of describe output, 14,000 of series and 10,000 of Terraform.
//!
//! What breaks is written to `target/tmp/fuzz/READER/`; once mended, it is kept in `tests/fuzz/corpus/READER/`, from where
//! every run begins. cargo-fuzz wants nightly; bolero's engine for stable makes bytes by chance, of which none is ever a
//! template, and can't begin from files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail loudly"
)]

#[path = "../common/files.rs"]
mod files;

mod imports;
mod kept;
mod runner;
mod secrets;
mod seeds;
mod seen;
mod spoil;
