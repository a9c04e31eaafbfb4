//! What the model is drawn from, and how far off it is.

mod moments;
mod sources;

pub use moments::{Judged, MOMENTS, Moment, Read, judged};
pub use sources::{SOURCES, Source};
