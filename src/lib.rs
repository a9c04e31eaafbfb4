//! Aurora Designer: design an Aurora Serverless v2 cluster, checked, priced and exported.

pub mod design;
pub mod estimate;
pub mod facts;
pub mod formats;
pub mod rules;
#[cfg(target_arch = "wasm32")]
pub mod ui;
