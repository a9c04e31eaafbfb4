//! How a design is written down: text out, and back where there is a way back.

pub mod bill;
pub mod changes;
pub mod charts;
pub mod diagram;
pub mod hcl;
pub mod link;
pub mod svg;
pub mod terraform;
pub mod yaml;
