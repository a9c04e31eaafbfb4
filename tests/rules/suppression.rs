//! A finding that is answered stays quiet, with a reason, until its day.

use aurora_designer::design::Suppression;
use aurora_designer::facts::{Acu, Day, FACTS_DATE};
use aurora_designer::rules::fixed;

use super::{findings_on, ids, seed};

#[test]
fn an_error_cannot_be_suppressed() {
    let suppress =
        |rule: &str| Suppression { rule: rule.to_owned(), reason: "known".to_owned(), until: None };
    let mut design = seed();
    design.suppress = ["engine/retired-version", "capacity/min-low-for-insights"].map(suppress).into();
    assert!(ids(&design).contains(&"engine/retired-version"));
    assert!(!ids(&design).contains(&"capacity/min-low-for-insights"));
}

#[test]
fn a_suppression_ends_after_its_day() {
    let rule = "capacity/connections-capped";
    let mut design = seed();
    let until = Some(Day::new(2027, 1, 31));
    design.suppress = vec![Suppression { rule: rule.to_owned(), reason: "known".to_owned(), until }];
    let found = |today| findings_on(&design, today).iter().any(|finding| finding.rule.id == rule);
    assert!(!found(Day::new(2027, 1, 31)));
    assert!(found(Day::new(2027, 2, 1)));
}

#[test]
fn a_suppressed_finding_is_not_fixed() {
    let mut design = seed();
    let rule = "capacity/min-low-for-insights".to_owned();
    design.suppress = vec![Suppression { rule, reason: "known".to_owned(), until: None }];
    assert_eq!(fixed(&design, None, FACTS_DATE).cluster.min_capacity, Acu::whole(1));
}
