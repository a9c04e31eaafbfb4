//! What the model is drawn from, and how far off it is.

mod constants;
mod moments;
mod sources;

pub use constants::{CONSTANTS, ConstantRow, PROMISES, Promise};
pub use moments::{Judged, MOMENTS, Moment, Read, judged};
pub use sources::{SOURCES, Source};
