//! What an editor does with a hand, a key and a step back: pure state machines and tables that the page only draws.
//!
//! Nothing here knows a browser, so all of it is tested natively.

pub mod fit;
pub mod history;
pub mod inspector;
pub mod pausing;
pub mod range;
pub mod settings;
pub mod versions;
pub mod view;
