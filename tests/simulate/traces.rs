//! The published traces.
