//! How a design is written down: text out, and back where there is a way back.

mod aliases;
pub mod bill;
pub mod bundle;
pub mod changes;
pub mod charts;
pub mod commands;
pub mod diagram;
pub mod diff;
pub mod document;
pub mod escape;
pub mod findings;
pub mod hcl;
pub mod import;
pub mod json;
pub mod link;
pub mod page;
pub mod picture;
pub mod record;
pub mod series;
pub mod simulation;
pub mod svg;
pub mod terraform;
pub mod yaml;
pub mod zip;
