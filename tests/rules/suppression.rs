//! A finding that is answered stays quiet, with a reason, until its day.

use aurora_designer::design::{Design, Field, Suppression};
use aurora_designer::estimate::bill;
use aurora_designer::facts::{Acu, Day, FACTS_DATE};
use aurora_designer::formats::{link, yaml};
use aurora_designer::rules::{fixed, quieted};

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
    let asked = |design: &Design| fixed(design, Some("capacity/min-low-for-insights"), FACTS_DATE);
    assert_eq!(asked(&design).cluster.min_capacity, Acu::HALF);
    assert_eq!(asked(&seed()).cluster.min_capacity, Acu::whole(2));
}

#[test]
fn a_suppression_without_a_reason_suppresses_nothing() {
    let mut design = seed();
    let rule = "capacity/connections-capped";
    let answer = |reason: &str| Suppression { rule: rule.to_owned(), reason: reason.to_owned(), until: None };
    for reason in ["", " ", "\t\n"] {
        design.suppress = vec![answer(reason)];
        assert!(
            ids(&design).contains(&rule) && ids(&design).contains(&"suppress/without-reason"),
            "{reason:?}"
        );
    }
    design.suppress = vec![answer("known")];
    assert!(!ids(&design).contains(&rule) && !ids(&design).contains(&"suppress/without-reason"));
}

#[test]
fn an_ended_suppression_is_said_with_its_reason() {
    let mut design = seed();
    let rule = "capacity/connections-capped".to_owned();
    let until = Some(Day::new(2027, 1, 31));
    design.suppress = vec![Suppression { rule, reason: "Small for now.".to_owned(), until }];
    let said = |today| findings_on(&design, today).into_iter().find(|it| it.rule.id == "suppress/ended");
    assert_eq!(said(Day::new(2027, 1, 31)), None);
    assert_eq!(
        said(Day::new(2027, 2, 1)).map(|it| (it.message, it.field)),
        Some((
            "The suppression of capacity/connections-capped ended on 2027-01-31; its reason was: Small for now."
                .to_owned(),
            Field::Suppress(0)
        ))
    );
}

#[test]
fn what_is_quiet_is_listed_with_its_answer() {
    let mut design = seed();
    let answer = |rule: &str, reason: &str| Suppression {
        rule: rule.to_owned(),
        reason: reason.to_owned(),
        until: Some(Day::new(2027, 1, 31)),
    };
    design.suppress =
        vec![answer("capacity/connections-capped", "known"), answer("engine/retired-version", "no matter")];
    let quiet = |today| {
        let bill = bill(&design, today);
        let quiet = quieted(&design, &bill, today).into_iter();
        quiet.map(|(finding, answer)| (finding.rule.id, answer.reason.clone())).collect::<Vec<_>>()
    };
    assert_eq!(quiet(Day::new(2027, 1, 31)), [("capacity/connections-capped", "known".to_owned())]);
    assert_eq!(quiet(Day::new(2027, 2, 1)), []);
}

#[test]
fn of_two_answers_the_one_that_holds_is_listed() {
    let mut design = seed();
    let answer = |reason: &str, until| Suppression {
        rule: "capacity/connections-capped".to_owned(),
        reason: reason.to_owned(),
        until,
    };
    design.suppress = vec![answer("for a month", Some(Day::new(2027, 1, 31))), answer("for good", None)];
    let today = Day::new(2027, 2, 1);
    let bill = bill(&design, today);
    let reasons: Vec<_> = quieted(&design, &bill, today).iter().map(|(_, it)| it.reason.as_str()).collect();
    assert_eq!(reasons, ["for good"]);
}

#[test]
fn the_spec_and_the_link_carry_reason_and_day() {
    let until = Some(Day::new(2027, 1, 31));
    let answer = |reason: &str, until| Suppression {
        rule: "pause/proxy-keeps-awake".to_owned(),
        reason: reason.to_owned(),
        until,
    };
    let design = Design {
        suppress: vec![answer("it is worth it: 5 %, \"really\" & more", until), answer("for ever", None)],
        ..Design::default()
    };
    assert_eq!(yaml::read(&yaml::write(&design)).map(|spec| spec.design), Ok(design.clone()));
    let (read, notices) = link::decode(&link::encode(&design).unwrap());
    assert_eq!((read, notices.len()), (design.clone(), 0));
    let spec = yaml::write(&design);
    for key in ["rule", "reason"] {
        let stays = |line: &&str| !line.trim_start_matches(['-', ' ']).starts_with(&format!("{key}:"));
        let without = spec.lines().filter(stays).collect::<Vec<_>>().join("\n");
        assert!(yaml::read(&without).is_err(), "{key} is required: {without}");
    }
}

#[test]
fn an_end_without_a_reason_is_told_by_the_reason_that_lacks() {
    let mut design = Design::default();
    let until = Some(Day::new(2026, 1, 31));
    design.suppress =
        vec![Suppression { rule: "monitoring/alarms-unheard".to_owned(), reason: " . ".to_owned(), until }];
    assert!(!ids(&design).contains(&"suppress/ended"));
    design.suppress[0].reason = " ".to_owned();
    let told: Vec<_> = ids(&design).into_iter().filter(|id| id.starts_with("suppress/")).collect();
    assert_eq!(told, ["suppress/without-reason"]);
}
