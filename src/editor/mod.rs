//! What an editor does with a hand, a key and a step back: pure state machines and tables that the page only draws.
//!
//! Nothing here knows a browser, so all of it is tested natively.

pub mod about;
pub mod aim;
pub mod commands;
pub mod compare;
pub mod edges;
#[cfg(test)]
mod examples;
pub mod fit;
pub mod hand;
pub mod history;
pub mod inspector;
pub mod jobs;
pub mod keys;
pub mod ledger;
pub mod listing;
pub mod load;
pub mod naming;
pub mod opening;
pub mod outline;
pub mod panels;
pub mod parts;
pub mod pausing;
pub mod plain;
pub mod problems;
pub mod product;
pub mod queue;
pub mod range;
pub mod rule_page;
pub mod rulebook;
pub mod selection;
pub mod settings;
pub mod shelf;
pub mod shortcuts;
pub mod start;
pub mod suppress;
pub mod targets;
pub mod typing;
pub mod versions;
pub mod view;
pub mod whatif;
pub mod writing;
