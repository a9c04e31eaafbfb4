//! The registry: ids, texts, sources and the examples of every rule.

use std::collections::BTreeSet;

use aurora_designer::design::{Part, Positions};
use aurora_designer::formats::{link, yaml};
use aurora_designer::rules::{ALL, EXAMPLES, Examples, OWN_ADVICE, Severity, find};

use super::{errors, findings, ids};

#[test]
fn ids_are_unique_and_shaped_topic_slash_name() {
    let mut seen = BTreeSet::new();
    for rule in ALL {
        assert!(seen.insert(rule.id), "{} stands twice", rule.id);
        let (topic, name) = rule.id.split_once('/').expect(rule.id);
        let plain = |part: &str| {
            let known = part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            known && part.starts_with(|it: char| it.is_ascii_lowercase()) && !part.ends_with('-')
        };
        assert!(plain(topic) && plain(name), "{}", rule.id);
        assert_eq!(rule.topic(), topic);
        assert_eq!(find(rule.id).map(|it| it.id), Some(rule.id));
    }
    assert!(find("no/such-rule").is_none() && Examples::of("no/such-rule").is_none());
}

#[test]
fn every_rule_has_its_own_examples() {
    let shown = EXAMPLES.iter().map(|it| it.rule.id);
    assert!(shown.eq(ALL.iter().map(|rule| rule.id)));
    assert!(ALL.iter().all(|rule| Examples::of(rule.id).is_some_and(|it| it.rule.id == rule.id)));
}

#[test]
fn rules_of_a_topic_stand_together() {
    let mut topics: Vec<&str> = ALL.iter().map(|rule| rule.topic()).collect();
    topics.dedup();
    let count = topics.len();
    assert_eq!(topics.into_iter().collect::<BTreeSet<_>>().len(), count);
}

#[test]
fn texts_are_plain_sentences() {
    for examples in EXAMPLES {
        let rule = examples.rule;
        assert!(!rule.title.ends_with('.') && !rule.title.contains('\n'), "{}", rule.id);
        assert!(rule.title.len() <= 80, "{}: {}", rule.id, rule.title.len());
        assert!(rule.why.ends_with('.'), "{}", rule.id);
        for finding in findings(&(examples.bad)()).into_iter().chain(examples.demonstrated()) {
            let message = &finding.message;
            assert!(
                message.ends_with('.') && !message.contains('\n') && !message.contains("  "),
                "{message}"
            );
            if let Some(fix) = &finding.fix {
                assert!(!fix.title.ends_with('.') && !fix.edits.is_empty(), "{}", fix.title);
            }
        }
    }
}

#[test]
fn the_source_is_a_page_of_aws_or_our_own_advice() {
    for rule in ALL {
        let page = ["https://docs.aws.amazon.com/", "https://aws.amazon.com/"];
        let known = page.iter().any(|start| rule.source.starts_with(start)) || rule.source == OWN_ADVICE;
        assert!(known, "{}: {}", rule.id, rule.source);
        assert!(
            !(rule.source == OWN_ADVICE && rule.facts.is_empty() && rule.severity == Severity::Error),
            "{}",
            rule.id
        );
    }
}

#[test]
fn the_bad_example_is_found() {
    for examples in EXAMPLES {
        let (rule, bad) = (examples.rule, (examples.bad)());
        let own = examples.demonstrated();
        assert!(!own.is_empty(), "{}: {:#?}", rule.id, findings(&bad));
        assert!(own.iter().all(|finding| finding.severity == rule.severity), "{}", rule.id);
        assert_eq!(bad, bad.clone().normalized(), "{}", rule.id);
    }
}

#[test]
fn the_good_example_is_silent() {
    for Examples { rule, bad, good } in EXAMPLES {
        assert!(!ids(&good()).contains(&rule.id), "{}", rule.id);
        assert_ne!(bad(), good(), "{}", rule.id);
    }
}

#[test]
fn a_good_example_has_no_error() {
    for Examples { rule, good, .. } in EXAMPLES {
        assert_eq!(errors(&good()), [""; 0], "{}", rule.id);
    }
}

#[test]
fn an_error_example_has_no_other_error() {
    for Examples { rule, bad, .. } in EXAMPLES.iter().filter(|it| it.rule.severity == Severity::Error) {
        let others: Vec<_> = errors(&bad()).into_iter().filter(|id| *id != rule.id).collect();
        // A minimum beyond every version can only stand with such a maximum.
        let expected: &[&str] =
            if rule.id == "capacity/min-above-version" { &["capacity/max-above-version"] } else { &[] };
        assert_eq!(others, expected, "{}", rule.id);
    }
}

#[test]
fn findings_name_a_place_that_the_design_has() {
    for Examples { bad, .. } in EXAMPLES {
        let bad = bad();
        for finding in findings(&bad) {
            assert!(!finding.field.path(&Positions::canonical(&bad)).is_empty());
            let Part::Instance(index) = finding.part() else { continue };
            assert!(index <= bad.cluster.readers.len(), "{}", finding.rule.id);
        }
    }
}

#[test]
fn every_example_is_a_spec_that_can_be_opened() {
    for Examples { rule, bad, good } in EXAMPLES {
        for example in [bad(), good()] {
            let text = yaml::write(&example);
            let read = yaml::read(&text).map(|spec| spec.design);
            assert_eq!(read, Ok(example.clone()), "{}", rule.id);
            assert_eq!(yaml::write(&example), text, "{}", rule.id);
            let (opened, notices) = link::decode(&link::encode(&example).expect(rule.id));
            assert_eq!((opened, notices.len()), (example, 0), "{}", rule.id);
        }
    }
}
