//! The presets: designs of their own, sound but for the seed's example.

#![cfg(not(target_arch = "wasm32"))]

use aurora_designer::design::Design;
use aurora_designer::design::presets::PRESETS;
use aurora_designer::estimate::bill;
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::rules::{Severity, check, fixed};

#[test]
fn every_preset_is_a_design_of_its_own() {
    let designs: Vec<Design> = PRESETS.iter().map(|preset| (preset.design)()).collect();
    for (place, design) in designs.iter().enumerate() {
        assert_ne!(*design, Design::default());
        assert!(!designs.iter().skip(place + 1).any(|other| other == design));
        assert_eq!(design.clone().normalized(), *design);
    }
}

#[test]
fn a_preset_holds_no_error_once_its_fixes_are_made() {
    for preset in PRESETS {
        let design = fixed(&(preset.design)(), None, FACTS_DATE);
        let bill = bill(&design, FACTS_DATE);
        let errors = check(&design, &bill, FACTS_DATE);
        assert!(errors.iter().all(|it| it.severity != Severity::Error), "{}: {errors:?}", preset.name);
    }
}

#[test]
fn only_the_seeds_example_opens_with_errors() {
    for preset in PRESETS.iter().filter(|preset| preset.name != "The seed's example") {
        let design = (preset.design)();
        let bill = bill(&design, FACTS_DATE);
        let errors = check(&design, &bill, FACTS_DATE);
        assert!(errors.iter().all(|it| it.severity != Severity::Error), "{}: {errors:?}", preset.name);
    }
}
