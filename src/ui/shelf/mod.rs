//! The dialogs of the shelf: every design this browser keeps, a new one, and the steps of the one that is shown.

mod list;
mod new;
mod steps;

pub use list::ShelfList;
pub use new::NewDesign;
pub use steps::StepList;
