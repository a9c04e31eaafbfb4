//! The spec file: what it reads, what it refuses and where, and that an export comes back as it was.

#![cfg(not(target_arch = "wasm32"))]

mod common;

use aurora_designer::formats::yaml::{read, write};
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_export_comes_back_as_it_was(design in common::any_design()) {
        let text = write(&design);
        let spec = read(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&spec.design, &design.normalized(), "{}", text);
        prop_assert_eq!(write(&spec.design), text);
    }
}
