//! The reading of whole configurations.
