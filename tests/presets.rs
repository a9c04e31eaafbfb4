//! The presets: designs of their own, sound but for the seed's example.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use aurora_designer::design::Design;
use aurora_designer::design::presets::{PRESETS, SEED_EXAMPLES, SeedExample};
use aurora_designer::estimate::alternatives::storage_types;
use aurora_designer::estimate::seed::beside;
use aurora_designer::estimate::{Month, bill, pause};
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
    for preset in PRESETS.iter().filter(|preset| preset.name != "A spec with problems") {
        let design = (preset.design)();
        let bill = bill(&design, FACTS_DATE);
        let errors = check(&design, &bill, FACTS_DATE);
        assert!(errors.iter().all(|it| it.severity != Severity::Error), "{}: {errors:?}", preset.name);
    }
}

#[test]
fn every_intent_has_its_preset() {
    let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    for name in [
        "Dev that sleeps",
        "Small team",
        "Spiky production",
        "Steady production",
        "Reporting readers",
        "Lambda API",
        "Multi-region",
    ] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn a_preset_does_what_its_name_says() {
    let design = |name| (PRESETS.iter().find(|preset| preset.name == name).unwrap().design)();
    assert!(pause(&design("Dev that sleeps"), 0).pauses());
    assert!(design("Lambda API").proxy.is_some());
    assert_eq!(design("Multi-region").secondaries().len(), 1);
    let reporting = design("Reporting readers");
    assert!(reporting.cluster.readers.iter().filter(|reader| reader.promotion_tier > 1).count() >= 2);
    assert!(
        design("Steady production").cluster.min_capacity > design("Spiky production").cluster.min_capacity
    );
}

#[test]
fn presets_stand_by_their_price_and_have_the_cheaper_storage_type() {
    let intents: Vec<Design> =
        PRESETS.iter().filter(|it| it.name != "A spec with problems").map(|it| (it.design)()).collect();
    let month = |design: &Design| bill(design, FACTS_DATE).total(Month::Typical).usd;
    assert!(intents.is_sorted_by_key(month));
    for design in &intents {
        let types = storage_types(design, FACTS_DATE).unwrap();
        assert_eq!(types.cheaper(), design.cluster.storage_type, "{}", design.project_name);
    }
}

#[test]
fn the_seeds_figures_stand_beside_ours_and_the_difference_is_told() {
    let shown: Vec<String> = SEED_EXAMPLES
        .iter()
        .map(|example| {
            let it = beside(example, FACTS_DATE);
            format!("{}: {} {} {} {}", example.name, it.seed, it.ours, it.off, it.whole)
        })
        .collect();
    assert_eq!(
        shown,
        [
            // 0.5 × 730 × 0.12 + 20 × 0.10; the rest is 20 + 0.45 + 1 + 0.40 + 8.65 = 30.50
            "Dev: $50.00 $45.80 92 $76.30",
            "Small: $150.00 $180.20 -168 $210.70",
            "Medium: $600.00 $720.80 -168 $751.30",
            "Large: $2,500.00 $2,905.60 -140 $2,936.10",
        ]
    );
    for design in SEED_EXAMPLES.iter().map(SeedExample::design) {
        let bill = bill(&design, FACTS_DATE);
        assert!(check(&design, &bill, FACTS_DATE).iter().all(|it| it.severity != Severity::Error));
    }
    let why = beside(&SEED_EXAMPLES[1], FACTS_DATE).why;
    assert_eq!(
        why,
        [
            "2 ACU × 730 h × $0.12 = $175.20, 50 GB × $0.10 = $5.00: the quoted figure is 16.8 % too low.",
            "It leaves out what every cluster has: I/O, Secret, KMS key, Alarms, Logs for $30.50.",
        ]
    );
}
