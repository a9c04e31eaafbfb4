//! Every fact with a verdict is a rule, impossible by type, or left out for a reason that is proved.

use aurora_designer::design::{Design, Proxy};
use aurora_designer::facts::engines::AURORA_POSTGRESQL;
use aurora_designer::facts::{FACTS_DATE, Fact, Verdict, all, find};
use aurora_designer::formats::yaml;
use aurora_designer::rules::{ALL, EXAMPLES, OWN_ADVICE, Severity};

use super::{findings, ids, with};

/// The severity of a fact's finding; `None` where it has none.
fn severity(fact: &Fact) -> Option<Severity> {
    match fact.verdict {
        Verdict::Error => Some(Severity::Error),
        Verdict::Warning => Some(Severity::Warning),
        Verdict::Note => Some(Severity::Note),
        Verdict::Data => None,
    }
}

/// Errors that were read or corrected on 2026-11-28 and that no rule refuses yet.
const AHEAD_OF_THE_RULES: [&str; 0] = [];

/// Whether the reader refuses the default spec with one value changed, at that value.
fn refused(from: &str, to: &str, path: &str) -> bool {
    let spec = yaml::write(&Design { proxy: Some(Proxy::default()), ..Design::default() });
    assert!(spec.contains(from), "{spec}");
    yaml::read(&spec.replacen(from, to, 1)).is_err_and(|error| error.path == path)
}

/// Facts with a verdict that no rule cites: why, and the proof.
fn reasons() -> Vec<(&'static str, &'static str, bool)> {
    let capacity = |value: &str| {
        let path = "resources[0].config.serverless_v2.min_capacity";
        refused("min_capacity: 2", &format!("min_capacity: {value}"), path)
    };
    let proxy = |value: &str| {
        let key = "require_tls: true";
        refused(key, &format!("{key}\n      iam_auth: {value}"), "resources[1].config.iam_auth")
    };
    vec![
        (
            "ACU-02",
            "an ACU is a count of halves, and the reader refuses what is off the half step",
            ["0.7", "0.25", "-1", "two"].into_iter().all(capacity) && !capacity("1.5"),
        ),
        (
            "ENG-01",
            "an engine is one of two words",
            refused("engine: aurora-postgresql", "engine: postgres", "resources[0].config.engine"),
        ),
        (
            "STO-01",
            "a storage type is one of two words",
            refused(
                "encryption: true",
                "encryption: true\n      storage_type: gp3",
                "resources[0].config.storage_type",
            ),
        ),
        (
            "PRX-03",
            "ENABLED, which is for SQL Server, is no word of the spec",
            proxy("ENABLED") && !proxy("REQUIRED"),
        ),
    ]
}

#[test]
fn every_fact_with_a_verdict_has_a_rule_or_a_proved_reason() {
    let reasons = reasons();
    for (fact, reason, proof) in &reasons {
        assert!(proof, "{fact}: {reason}");
        assert!(find(fact).is_some(), "{fact}");
    }
    for fact in all().filter(|fact| severity(fact).is_some() && !AHEAD_OF_THE_RULES.contains(&fact.id)) {
        let cited = ALL.iter().any(|rule| rule.facts.contains(&fact.id));
        let reason = reasons.iter().any(|(known, _, _)| *known == fact.id);
        assert!(cited != reason, "{} {:?}", fact.id, fact.verdict);
    }
}

#[test]
fn a_fact_that_refuses_is_an_error_somewhere() {
    let left_out: Vec<_> = reasons().into_iter().map(|(fact, _, _)| fact).collect();
    for fact in all().filter(|fact| !left_out.contains(&fact.id)) {
        let Some(verdict) = severity(fact) else { continue };
        let as_severe = ALL.iter().any(|rule| rule.facts.contains(&fact.id) && rule.severity == verdict);
        // A row of BAK-09 is the same rule elsewhere than in production.
        let expected = !AHEAD_OF_THE_RULES.contains(&fact.id) && fact.id != "BAK-09c";
        assert_eq!(
            as_severe, expected,
            "{} is {verdict:?}: is there a rule as severe that cites it?",
            fact.id
        );
    }
}

#[test]
fn a_rule_is_as_severe_as_the_facts_it_cites() {
    for rule in ALL {
        let cites = |wanted| rule.cited().any(|fact| severity(fact) == Some(wanted));
        let founded = match rule.severity {
            Severity::Error => cites(Severity::Error),
            Severity::Warning => cites(Severity::Warning) || rule.source == OWN_ADVICE,
            Severity::Note => {
                !rule.facts.is_empty() || rule.source.starts_with("https://") || rule.source == OWN_ADVICE
            }
        };
        assert!(founded, "{} cites {:?}", rule.id, rule.facts);
    }
}

#[test]
fn what_is_unconfirmed_is_no_error_and_says_so() {
    for fact in all().filter(|fact| !fact.confirmed && severity(fact).is_some()) {
        for examples in EXAMPLES.iter().filter(|it| it.rule.facts.contains(&fact.id)) {
            let rule = examples.rule;
            assert_ne!(rule.severity, Severity::Error, "{}", rule.id);
            // Its unconfirmed dates are unknown here, so nothing is found for them: the test below.
            if fact.id == "ENG-14" {
                continue;
            }
            for finding in findings(&(examples.bad)()).iter().filter(|it| it.rule.id == rule.id) {
                assert!(finding.message.to_lowercase().contains("unconfirmed"), "{}", rule.id);
            }
        }
    }
}

#[test]
fn a_version_of_an_unconfirmed_date_does_not_expire() {
    let unknown = |it: &&aurora_designer::facts::engines::EngineVersion| {
        it.creatable && it.serverless_v2 && it.end_of_standard_support.is_none()
    };
    let versions: Vec<_> = AURORA_POSTGRESQL.iter().filter(unknown).collect();
    assert!(!versions.is_empty());
    for version in versions {
        let design = with(|it| it.cluster.engine_version = Some(version.version.to_owned()));
        assert!(!ids(&design).contains(&"engine/expiring-version"), "{} {FACTS_DATE}", version.version);
    }
}
