//! Every fact with a verdict is a rule, impossible by type, or left out for a reason that is proved.

use std::collections::BTreeMap;

use aurora_designer::design::{Design, Proxy};
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::facts::engines::AURORA_POSTGRESQL;
use aurora_designer::formats::yaml;
use aurora_designer::rules::{ALL, OWN_ADVICE, Severity};

use super::{findings, ids, with};

/// What a fact says of itself.
struct Fact {
    /// The severity of its finding; `None` where it has none.
    verdict: Option<Severity>,
    /// Whether no primary source confirms it.
    unconfirmed: bool,
}

/// Every fact.
fn facts() -> BTreeMap<&'static str, Fact> {
    let verdict = |word| match word {
        "ERR" => Some(Severity::Error),
        "WARN" => Some(Severity::Warning),
        "NOTE" => Some(Severity::Note),
        "DATA" => None,
        _ => unreachable!("{word} is no verdict"),
    };
    let row = |row: &'static str| {
        let mut words = row.split(' ');
        let (id, word) = (words.next()?, words.next()?);
        Some((id, Fact { verdict: verdict(word), unconfirmed: words.next() == Some("UNCONFIRMED") }))
    };
    include_str!("../data/fact-ids.txt").lines().filter_map(row).collect()
}

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
        assert!(facts().contains_key(fact), "{fact}");
    }
    let judged = facts().into_iter().filter_map(|(id, fact)| Some((id, fact.verdict?)));
    for (fact, verdict) in judged {
        let cited = ALL.iter().any(|rule| rule.facts.contains(&fact));
        let reason = reasons.iter().any(|(known, _, _)| *known == fact);
        assert!(cited != reason, "{fact} {verdict:?}");
    }
}

#[test]
fn a_fact_that_refuses_is_an_error_somewhere() {
    let left_out: Vec<_> = reasons().into_iter().map(|(fact, _, _)| fact).collect();
    for (id, fact) in facts() {
        let Some(verdict) = fact.verdict.filter(|_| !left_out.contains(&id)) else { continue };
        let as_severe = ALL.iter().any(|rule| rule.facts.contains(&id) && rule.severity == verdict);
        // A row of BAK-09 is the same rule elsewhere than in production.
        assert!(as_severe || id == "BAK-09c", "{id} is {verdict:?}, and no rule that cites it is");
    }
}

#[test]
fn a_rule_is_as_severe_as_the_facts_it_cites() {
    let facts = facts();
    for rule in ALL {
        let cites = |severity| rule.facts.iter().any(|id| facts.get(id).expect(id).verdict == Some(severity));
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
    for (id, fact) in facts() {
        let Some(verdict) = fact.verdict.filter(|_| fact.unconfirmed) else { continue };
        assert_ne!(verdict, Severity::Error, "{id}");
        for rule in ALL.iter().filter(|rule| rule.facts.contains(&id)) {
            assert_ne!(rule.severity, Severity::Error, "{}", rule.id);
            // Its unconfirmed dates are unknown here, so nothing is found for them: the test below.
            if id == "ENG-14" {
                continue;
            }
            for finding in findings(&(rule.bad)()).iter().filter(|it| it.rule.id == rule.id) {
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
