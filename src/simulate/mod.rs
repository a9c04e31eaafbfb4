//! What a cluster does under a load: capacity second by second, in a band of three edges, because nobody has measured
//! enough for one line; what that costs; and which minimum and maximum carry the load for the least.
//!
//! The model, its constants and its errors are those of [`evidence`]; every integer of it can be redone by hand. A load is
//! one wanted capacity a point. What is not simulated: a cold cache after a climb or a resume, locks, limits of I/O,
//! replica lag, failover, wake-ups by maintenance, and features that keep capacity above the minimum (ACU-37).

mod asked;
mod aws;
mod band;
mod capacity;
mod class;
mod cluster;
pub mod convert;
mod course;
mod edits;
pub mod evidence;
pub mod load;
pub mod measured;
mod notes;
mod outcome;
mod pausing;
mod platform;
mod refused;
pub mod search;
pub mod sizing;
mod sleep;
pub mod whatif;

pub use asked::{Asked, Naps, Over};
pub use aws::{AwsFigures, Used, aws_for_class, aws_for_maximum};
pub use band::{Column, columns};
pub use class::Class;
pub use cluster::{Setup, Simulated, at_edge, second_by_second, simulate};
pub use edits::month_edits;
pub use load::{Load, Point, Start};
pub use notes::{NOT_SIMULATED, notes};
pub use outcome::{Change, Outcome, Spell, Totals, usd_month};
pub use pausing::{Wake, wake};
pub use platform::{Constants, DEEP_SLEEP_SECONDS, Edge, Edges, Platform, WAKE_ACU_SECONDS, WORK_PERCENT};
pub use refused::Refused;
