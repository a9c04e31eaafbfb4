//! The readers of what AWS prints, each by itself.

mod answers;
mod functions;
mod series;
mod templates;
