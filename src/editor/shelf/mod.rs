//! The shelf: every design this browser keeps, each with its history. Here is what a record of it says, how it is
//! written and read again, what a page that opens does with it, and what is told about saving. Where the records lie is
//! the browser's matter.
//!
//! A design lies there as [`crate::formats::link::keep`] writes it: the link's form, without its limit of length. It is
//! the one form that is frozen, versioned, read without ever failing, and already in the page.

mod arrival;
mod list;
mod record;
mod saving;

pub use arrival::{Arrival, Beside, Mirror, Plan, older_prices, plan};
pub use list::{Entry, copy_name, facts, found, part_name, when};
pub use record::{Head, StepRecord, Unread, step_key, steps_from};
pub use saving::{Fate, Saving, Trouble, fate};
