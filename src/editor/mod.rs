//! What an editor does with a hand, a key and a step back: pure state machines and tables that the page only draws.
//!
//! Nothing here knows a browser, so all of it is tested natively.

pub mod history;
pub mod pausing;
pub mod range;
pub mod versions;
pub mod view;
