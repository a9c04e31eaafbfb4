//! Any design there can be has findings, each at a place of its own.

use aurora_designer::design::{Part, Positions};
use aurora_designer::facts::{Day, FACTS_DATE};
use aurora_designer::formats::yaml;
use aurora_designer::rules::{ALL, Severity, fixed};
use proptest::prelude::*;

use super::common::any_design;
use super::{errors, findings, findings_on, gives_nothing_up, new_errors};

fn any_day() -> impl Strategy<Value = Day> {
    (2024..=2040_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Day::new(year, month, day))
}

/// Whether a text says `1 days`.
pub(super) fn counts_badly(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', ';', '.'])).collect();
    words.windows(2).any(|pair| pair[0] == "1" && pair[1].len() > 2 && pair[1].ends_with('s'))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_design_is_checked_and_every_finding_has_its_place(design in any_design().boxed(), today in any_day()) {
        let design = design.normalized();
        let positions = Positions::canonical(&design);
        let text = yaml::write(&design);
        for finding in findings_on(&design, today) {
            prop_assert!(ALL.iter().any(|rule| rule.id == finding.rule.id));
            prop_assert!(!finding.message.is_empty());
            prop_assert!(!counts_badly(&finding.message), "{}", finding.message);
            prop_assert!(finding.severity >= finding.rule.severity, "{}", finding.rule.id);
            match finding.part() {
                Part::Instance(index) => prop_assert!(index <= design.cluster.readers.len(), "{}", finding.rule.id),
                Part::Secondary(index) => prop_assert!(index < design.secondaries().len(), "{}", finding.rule.id),
                _ => {}
            }
            let path = finding.field.path(&positions);
            let (line, column) = yaml::locate(&text, &path);
            prop_assert!(line >= 1 && column >= 1 && line <= text.lines().count() + 1, "{path}");
        }
    }

    #[test]
    fn a_fix_in_any_design_mends_and_raises_no_new_error(design in any_design().boxed()) {
        let design = design.normalized();
        for finding in findings(&design) {
            let Some(fix) = &finding.fix else { continue };
            let after = design.with_all(&fix.edits);
            prop_assert!(after.is_ok(), "{}: {:?}", finding.rule.id, after.err());
            let after = after.unwrap();
            // Where a part is removed, the next takes its place, and there the same may be wrong.
            let of_rule = |design| findings(design).iter().filter(|it| it.rule.id == finding.rule.id).count();
            let mended = !findings(&after).contains(&finding) || of_rule(&after) < of_rule(&design);
            prop_assert!(mended, "{}: {}", finding.rule.id, fix.title);
            let new = new_errors(&design, &after);
            prop_assert!(new.is_empty(), "{}: {} raises {new:?}", finding.rule.id, fix.title);
        }
    }

    #[test]
    fn fixing_costs_nothing_but_what_an_error_must(design in any_design().boxed()) {
        let mut design = design.normalized();
        // Errors first, one after the other, whatever they cost.
        for _ in 0..200 {
            let fixes = findings(&design).into_iter().filter(|it| it.severity == Severity::Error);
            let next = fixes.filter_map(|it| design.with_all(&it.fix?.edits).ok()).find(|it| *it != design);
            match next {
                Some(next) => design = next,
                None => break,
            }
        }
        let after = fixed(&design, None, FACTS_DATE);
        prop_assert!(gives_nothing_up(&design, &after), "{:#?}", (findings(&design), findings(&after)));
    }

    #[test]
    fn fixing_any_design_ends_and_leaves_no_more_errors(design in any_design().boxed()) {
        let design = design.normalized();
        let after = fixed(&design, None, FACTS_DATE);
        prop_assert!(errors(&after).len() <= errors(&design).len());
        prop_assert_eq!(fixed(&after, None, FACTS_DATE), after);
    }
}
