//! What an editor does with a hand, a key and a step back: pure state machines and tables that the page only draws.
//!
//! Nothing here knows a browser, so all of it is tested natively.

pub mod aim;
#[cfg(test)]
mod examples;
pub mod hand;
pub mod history;
pub mod jobs;
pub mod keys;
pub mod listing;
pub mod product;
pub mod queue;
pub mod targets;
pub mod view;
