//! Every design there can be lies on the shelf and comes back as it was, with its history; any bytes at all are read or
//! refused.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod common;

use aurora_designer::design::{Design, Edit, Field, Instance};
use aurora_designer::editor::history::{History, MOST};
use aurora_designer::editor::naming::name;
use aurora_designer::editor::shelf::{Head, StepRecord, steps_from};
use aurora_designer::formats::link::{LONGEST, encode, keep, kept};
use proptest::collection::vec;
use proptest::prelude::*;

/// A head as the page writes it.
fn head_of(design: &Design, history: &History) -> Head {
    let numbers = history.numbers();
    Head {
        id: "0190".to_owned(),
        name: None,
        project: design.project_name.clone(),
        revision: 1,
        made: 1,
        edited: 2,
        deleted: None,
        first: numbers.start,
        at: history.number(),
        last: numbers.end - 1,
        text: keep(design),
        opened: keep(&Design::default()),
    }
}

/// Writes a history and reads it again, as a store does.
fn kept_history(history: &mut History) -> History {
    let batch = history.batch();
    let records: Vec<StepRecord> = batch.steps.iter().map(|step| StepRecord::of("0190", step)).collect();
    let steps = steps_from(records.iter().map(|record| record.bytes.as_slice()), batch.at).unwrap();
    History::restore(steps, batch.at).unwrap()
}

#[test]
fn a_design_too_long_for_a_link_is_kept() {
    let mut design = Design::default();
    for tag in 0..48 {
        let field = Field::Tag(format!("tag-{tag}"));
        design = design.with(&Edit::set(field, "a long value, and then some ".repeat(8))).unwrap();
    }
    assert!(encode(&design).is_err() && keep(&design).len() > LONGEST);
    assert_eq!(kept(&keep(&design)), (design, Vec::new()));
    let mut crowd = Design::default();
    crowd.cluster.readers = vec![Instance::in_tier(2); 200];
    assert!(encode(&crowd).is_err());
    assert_eq!(kept(&keep(&crowd)), (crowd.normalized(), Vec::new()));
}

#[test]
fn a_thousand_steps_survive_a_reload() {
    let mut design = Design::default();
    let mut history = History::new(design.clone(), 0);
    for gigabytes in 1..=1_200 {
        design = design.with(&Edit::set(Field::StorageGb, gigabytes)).unwrap();
        history.step(design.clone(), gigabytes);
    }
    let mut back = kept_history(&mut history);
    assert_eq!(back.shown(), design);
    let mut undone = 0;
    while let (true, now) = (back.can_undo(), back.shown()) {
        let before = back.undo().unwrap();
        assert!(name(&before, &now).contains(&format!("to {}", 1_200 - undone)), "{}", name(&before, &now));
        undone += 1;
    }
    assert_eq!(undone, MOST);
}

proptest! {
    #[test]
    fn any_design_lies_on_the_shelf_as_it_was(design in common::any_design()) {
        let design = design.normalized();
        let history = History::new(design.clone(), 3);
        let head = head_of(&design, &history);
        let read = Head::from_bytes(&head.to_bytes()).unwrap();
        prop_assert_eq!(&read, &head);
        let (back, notices) = kept(&read.text);
        prop_assert_eq!(&notices, &[], "{}", &read.text);
        prop_assert_eq!(&back, &design);
        prop_assert_eq!(keep(&back), head.text);
    }

    #[test]
    fn any_history_comes_back_as_it_was(designs in vec(common::any_design(), 1..6), back in 0_usize..6) {
        let designs: Vec<Design> = designs.into_iter().map(Design::normalized).collect();
        let mut history = History::new(designs[0].clone(), 0);
        for design in &designs[1..] {
            history.step(design.clone(), 1);
        }
        for _ in 0..back {
            history.undo();
        }
        let mut read = kept_history(&mut history);
        prop_assert_eq!(read.shown(), history.shown());
        prop_assert_eq!(read.numbers(), history.numbers());
        while history.redo().is_some() {
            prop_assert_eq!(read.redo(), Some(history.shown()));
        }
        for design in designs.iter().rev().skip(1) {
            prop_assert_eq!(read.undo(), Some(design.clone()));
        }
    }

    #[test]
    fn any_change_has_a_name_of_one_line(before in common::any_design(), after in common::any_design()) {
        let (before, after) = (before.normalized(), after.normalized());
        let said = name(&before, &after);
        prop_assert!(!said.is_empty() && !said.contains(char::is_control) && said.chars().count() < 400, "{}", said);
        prop_assert_eq!(name(&before, &before), "No change");
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200), at in any::<u64>()) {
        let _ = Head::from_bytes(&bytes);
        let _ = steps_from([bytes.as_slice()], at);
        let versioned = [&[1_u8][..], &bytes].concat();
        let _ = Head::from_bytes(&versioned);
        let _ = steps_from([versioned.as_slice()], at);
    }
}
