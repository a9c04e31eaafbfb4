//! The spec file: what it reads, what it refuses and where, and that an export comes back as it was.

#![cfg(not(target_arch = "wasm32"))]

mod common;

use aurora_designer::formats::yaml::{locate, read, write};
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

#[test]
fn a_path_has_a_place_and_a_missing_key_that_of_its_parent() {
    let text = include_str!("designs/seed.yaml");
    let places = [
        ("project_name", (1, 15)),
        ("resources[0].config.engine_version", (12, 23)),
        ("resources[0].config.serverless_v2.seconds_until_auto_pause", (13, 7)),
        ("resources[0].config.instances[1].type", (18, 17)),
        ("resources[0].config.network.subnet_ids", (10, 5)),
        ("resources[1].config.require_tls", (28, 20)),
        ("usage.storage_gb", (1, 1)),
        ("", (1, 1)),
        ("a[b].[[[", (1, 1)),
    ];
    for (path, place) in places {
        assert_eq!(locate(text, path), place, "{path}");
    }
}
