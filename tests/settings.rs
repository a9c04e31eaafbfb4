//! The inspector's table against the spec's: no setting of the spec is without an editor.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

// The table names no browser, so it is read here as it stands; what only views use is unused.
#[path = "../src/ui/ranges.rs"]
#[allow(unreachable_pub, missing_docs, reason = "a module of the app, read by a test")]
mod ranges;
#[path = "../src/ui/settings.rs"]
#[allow(dead_code, unreachable_pub, missing_docs, reason = "a module of the app, read by a test")]
mod settings;

// Under the names that the table gives them.
use aurora_designer::{design, estimate, facts};

use design::fields::SETTINGS;
use design::{Design, Edit, Field, Positions};
use settings::{Control, Group, Setting, every_setting, secondary, settings as of_group};

/// A design in which every setting means something: with proxy, secondary and an existing VPC.
fn full() -> Design {
    Design::default()
        .with_all(&[
            Edit::AddProxy,
            Edit::AddSecondary(&facts::regions::EU_WEST_1),
            Edit::set(Field::Vpc(design::Member::Primary), "existing"),
        ])
        .unwrap()
}

fn tables(design: &Design) -> Vec<Setting> {
    let groups = Group::ALL.into_iter().flat_map(|group| of_group(group, design));
    groups.chain(secondary(0, design)).collect()
}

/// What has an editor of its own, and which: the list of versions beside the engine.
const EXCEPTIONS: &[Field] = &[Field::EngineVersion];

#[test]
fn every_setting_of_the_spec_has_an_editor() {
    let design = full();
    let listed: Vec<Field> = tables(&design).into_iter().map(|setting| setting.field).collect();
    for (field, _) in SETTINGS {
        let own = EXCEPTIONS.contains(field);
        assert!(own != listed.contains(field), "{field:?} has no editor, or two");
    }
}

#[test]
fn a_setting_stands_once_and_can_be_found() {
    let design = full();
    let found: Vec<Field> = every_setting(&design).into_iter().map(|(_, _, field)| field).collect();
    let positions = Positions::canonical(&design);
    for (place, field) in found.iter().enumerate() {
        let path = field.path(&positions);
        assert!(!found.iter().skip(place + 1).any(|other| other == field), "{path} stands twice");
    }
    for (field, _) in SETTINGS {
        assert!(found.contains(field), "{field:?} cannot be found");
    }
    for field in [Field::InstanceZone(1), Field::InstanceTier(0), Field::Proxy, Field::SecondaryRegion(0)] {
        assert!(found.contains(&field), "{field:?} cannot be found");
    }
}

#[test]
fn a_default_lies_in_the_range_that_is_shown() {
    let design = full();
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let mut judged = 0;
    for Setting { field, .. } in tables(&design) {
        let range = ranges::allowed(&field, &design);
        let Some((least, most)) = range.split_once(" to ") else { continue };
        let (Some(least), Some(most)) = (number(least), number(most)) else { continue };
        if let Some(value) = number(&field.text(&design)) {
            assert!((least..=most).contains(&value), "{field:?}: {value} is not {range}");
            judged += 1;
        }
    }
    assert!(judged > 12, "only {judged} settings have a range");
}

#[test]
fn a_list_offers_the_value_that_stands() {
    let design = full();
    for Setting { field, control, .. } in tables(&design) {
        if let Control::Choice(options) = control {
            let now = field.text(&design);
            assert!(options().iter().any(|(value, _)| *value == now), "{field:?} lacks {now:?}");
        }
    }
}
