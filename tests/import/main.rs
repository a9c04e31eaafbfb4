//! Imports: the given cases byte for byte, with every notice that must be given and no text that must never get out.

#![cfg(not(target_arch = "wasm32"))]

mod cases;
mod common;
