//! Every rule holds what it promises: its bad example is found, its good one is not, its fix mends.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};

use aurora_designer::design::{
    Client, Cluster, Design, Edit, Environment, Field, Instance, Positions, Proxy, Suppression,
};
use aurora_designer::estimate::bill;
use aurora_designer::facts::{Acu, Day, FACTS_DATE};
use aurora_designer::rules::{ALL, Finding, OWN_ADVICE, Severity, check, find, fixed};

fn findings_on(design: &Design, today: Day) -> Vec<Finding> {
    check(design, &bill(design, today), today)
}

fn findings(design: &Design) -> Vec<Finding> {
    findings_on(design, FACTS_DATE)
}

fn ids(design: &Design) -> Vec<&'static str> {
    findings(design).iter().map(|finding| finding.rule.id).collect()
}

/// Each error once for every time it is found, so that a second one of the same rule counts as new.
fn errors(design: &Design) -> Vec<&'static str> {
    let mut errors: Vec<_> = findings(design)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.rule.id)
        .collect();
    errors.sort_unstable();
    errors
}

/// Errors that are in `after` more often than in `before`.
fn new_errors(before: &Design, after: &Design) -> Vec<&'static str> {
    let mut known = errors(before);
    errors(after)
        .into_iter()
        .filter(|id| match known.iter().position(|other| other == id) {
            Some(place) => {
                known.remove(place);
                false
            }
            None => true,
        })
        .collect()
}

/// The example of the seed's document.
fn seed() -> Design {
    let cluster = Cluster {
        name: Some("my-db-cluster".to_owned()),
        engine_version: Some("15.4".to_owned()),
        min_capacity: Acu::HALF,
        max_capacity: Acu::whole(16),
        readers: vec![Instance::in_tier(1)],
        ..Cluster::default()
    };
    let proxy = Proxy { name: Some("my-db-proxy".to_owned()), ..Proxy::default() };
    Design { project_name: "my-aurora-db".to_owned(), cluster, proxy: Some(proxy), ..Design::default() }
        .normalized()
}

fn with(change: impl FnOnce(&mut Design)) -> Design {
    let mut design = Design::default();
    change(&mut design);
    design.normalized()
}

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
    assert!(find("no/such-rule").is_none());
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
    for rule in ALL {
        assert!(!rule.title.ends_with('.') && !rule.title.contains('\n'), "{}", rule.id);
        assert!(rule.title.len() <= 80, "{}: {}", rule.id, rule.title.len());
        assert!(rule.why.ends_with('.'), "{}", rule.id);
        for finding in findings(&(rule.bad)()) {
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

/// Every fact with its verdict: the severity of its finding, `None` where it has none.
fn facts() -> BTreeMap<&'static str, Option<Severity>> {
    let verdict = |word| match word {
        "ERR" => Some(Severity::Error),
        "WARN" => Some(Severity::Warning),
        "NOTE" => Some(Severity::Note),
        _ => None,
    };
    let rows = include_str!("data/fact-ids.txt").lines().filter_map(|row| row.split_once(' '));
    rows.map(|(id, word)| (id, verdict(word))).collect()
}

#[test]
fn a_rule_is_as_severe_as_the_facts_it_cites() {
    let facts = facts();
    for rule in ALL {
        let verdicts: Vec<_> = rule.facts.iter().map(|fact| *facts.get(fact).expect(fact)).collect();
        let own =
            verdicts.contains(&Some(rule.severity)) || rule.source == OWN_ADVICE || rule.facts.is_empty();
        assert!(own, "{} cites {:?}", rule.id, rule.facts);
    }
}

#[test]
fn every_fact_with_a_verdict_has_a_rule_or_a_reason() {
    let reasons = [
        ("ACU-02", "the reader refuses what is off the half step"),
        ("ENG-01", "the reader refuses other engines"),
        ("STO-01", "the reader refuses other storage types"),
        ("PRX-03", "the reader refuses other words"),
        ("ACU-12", "next: parameters that a small maximum does not hold"),
        ("ADV-08", "next: compare the two bills"),
    ];
    for (fact, verdict) in facts().into_iter().filter_map(|(fact, verdict)| Some((fact, verdict?))) {
        let cited = ALL.iter().any(|rule| rule.facts.contains(&fact));
        let reason = reasons.iter().any(|(known, _)| *known == fact);
        assert!(cited != reason, "{fact} {verdict:?}");
    }
}

#[test]
fn the_bad_example_is_found() {
    for rule in ALL {
        let bad = (rule.bad)();
        let found = findings(&bad);
        let own: Vec<_> = found.iter().filter(|finding| finding.rule.id == rule.id).collect();
        assert!(!own.is_empty(), "{}: {found:#?}", rule.id);
        assert!(own.iter().all(|finding| finding.severity == rule.severity), "{}", rule.id);
        assert_eq!(bad, bad.clone().normalized(), "{}", rule.id);
    }
}

#[test]
fn the_good_example_is_silent() {
    for rule in ALL {
        assert!(!ids(&(rule.good)()).contains(&rule.id), "{}", rule.id);
        assert_ne!((rule.bad)(), (rule.good)(), "{}", rule.id);
    }
}

#[test]
fn a_good_example_has_no_error() {
    for rule in ALL {
        assert_eq!(errors(&(rule.good)()), [""; 0], "{}", rule.id);
    }
}

#[test]
fn an_error_example_has_no_other_error() {
    for rule in ALL.iter().filter(|rule| rule.severity == Severity::Error) {
        let others: Vec<_> = errors(&(rule.bad)()).into_iter().filter(|id| *id != rule.id).collect();
        // A minimum beyond every version can only stand with such a maximum.
        let expected: &[&str] =
            if rule.id == "capacity/min-above-version" { &["capacity/max-above-version"] } else { &[] };
        assert_eq!(others, expected, "{}", rule.id);
    }
}

#[test]
fn a_fix_mends_and_raises_no_new_error() {
    for rule in ALL {
        for example in [rule.bad, rule.good] {
            let before = example();
            for finding in findings(&before) {
                let Some(fix) = &finding.fix else { continue };
                let after = before.with_all(&fix.edits).expect(rule.id);
                let same = |other: &Finding| {
                    other.rule.id == finding.rule.id
                        && other.field == finding.field
                        && other.message == finding.message
                };
                assert!(!findings(&after).iter().any(same), "{}: {}", finding.rule.id, fix.title);
                assert_eq!(new_errors(&before, &after), [""; 0], "{}: {}", finding.rule.id, fix.title);
                assert_eq!(after, after.clone().normalized(), "{}", finding.rule.id);
            }
        }
    }
}

#[test]
fn fixing_leaves_nothing_that_can_be_fixed() {
    for rule in ALL {
        let before = (rule.bad)();
        let after = fixed(&before, None, FACTS_DATE);
        let left: Vec<_> = findings(&after).into_iter().filter(|finding| finding.fix.is_some()).collect();
        assert_eq!(left, [], "{}", rule.id);
        assert_eq!(new_errors(&before, &after), [""; 0], "{}", rule.id);
        assert_eq!(fixed(&after, None, FACTS_DATE), after, "{}", rule.id);
    }
}

#[test]
fn fixing_one_rule_leaves_the_others_alone() {
    for rule in ALL {
        let before = (rule.bad)();
        let after = fixed(&before, Some(rule.id), FACTS_DATE);
        let fixable = |finding: &Finding| finding.rule.id == rule.id && finding.fix.is_some();
        assert!(!findings(&after).iter().any(fixable), "{}", rule.id);
        assert_eq!(rule.has_fix(), before != after, "{}", rule.id);
    }
    assert_eq!(fixed(&seed(), Some("no/such-rule"), FACTS_DATE), seed());
}

#[test]
fn findings_name_a_place_that_the_design_has() {
    for rule in ALL {
        let bad = (rule.bad)();
        for finding in findings(&bad) {
            assert!(!finding.field.path(&Positions::canonical(&bad)).is_empty());
            let aurora_designer::design::Part::Instance(index) = finding.part() else { continue };
            assert!(index <= bad.cluster.readers.len(), "{}", finding.rule.id);
        }
    }
}

#[test]
fn one_cause_gives_one_finding() {
    let pairs = [
        ("engine/retired-version", "engine/unknown-version"),
        ("backup/impossible-backtrack", "global/restricted-operations"),
        ("monitoring/odd-insights-retention", "monitoring/short-advanced-insights"),
        ("pause/proxy-keeps-awake", "pause/slow-resume"),
        ("network/public-in-private-vpc", "network/public-access"),
        ("names/reserved-master-username", "names/doubtful-master-username"),
        ("proxy/sha2-without-tls", "proxy/cleartext-clients"),
        ("storage/unused-key", "storage/aws-owned-key"),
    ];
    for (rule, silent) in pairs {
        let bad = (find(rule).expect(rule).bad)();
        assert!(find(silent).is_some() && !ids(&bad).contains(&silent), "{rule} and {silent}");
    }
}

#[test]
fn the_default_design_is_sound() {
    let expected =
        ["network/open-to-whole-vpc", "backup/backups-with-the-cluster-only", "monitoring/alarms-unheard"];
    assert_eq!(ids(&Design::default()), expected);
    assert!(findings(&Design::default()).iter().all(|finding| finding.severity == Severity::Note));
}

#[test]
fn the_seeds_example_has_exactly_these_findings() {
    let found = findings(&seed());
    let found: Vec<_> = found.iter().map(|it| (it.rule.id, it.severity, it.fix.is_some())).collect();
    let expected = [
        ("engine/retired-version", Severity::Error, true),
        ("capacity/min-low-for-insights", Severity::Warning, true),
        ("capacity/connections-capped", Severity::Note, true),
        ("network/open-to-whole-vpc", Severity::Note, false),
        ("backup/backups-with-the-cluster-only", Severity::Note, false),
        ("monitoring/alarms-unheard", Severity::Note, false),
    ];
    assert_eq!(found, expected);
    let message = |id: &str| findings(&seed()).into_iter().find(|it| it.rule.id == id).map(|it| it.message);
    assert_eq!(
        message("capacity/connections-capped").as_deref(),
        Some("3,360 connections at 16 ACU, capped at 2,000 because the minimum is 0.5.")
    );
    assert_eq!(message("engine/retired-version").as_deref(), Some("Version 15.4 can't be created any more."));
}

#[test]
fn the_seeds_example_can_be_fixed() {
    let design = fixed(&seed(), None, FACTS_DATE);
    assert_eq!(design.engine_version(), "15.10");
    assert_eq!(design.cluster.min_capacity, Acu::whole(2));
    assert!(findings(&design).iter().all(|finding| finding.severity == Severity::Note));
}

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

#[test]
fn a_warning_about_production_is_a_note_elsewhere() {
    let softened = [
        "nodes/single-instance",
        "nodes/single-zone",
        "backup/one-day-retention",
        "backup/unprotected-deletion",
        "backup/lost-at-destroy",
        "storage/aws-owned-key",
        "monitoring/alarms-off",
    ];
    let silenced = [
        "backup/backups-with-the-cluster-only",
        "credentials/passwords-only",
        "monitoring/endless-logs",
        "monitoring/unexported-logs",
    ];
    for rule in ALL {
        let mut design = (rule.bad)();
        design.environment = Environment::Development;
        let severity = findings(&design).into_iter().find(|it| it.rule.id == rule.id).map(|it| it.severity);
        let expected = if silenced.contains(&rule.id) {
            None
        } else if softened.contains(&rule.id) {
            Some(Severity::Note)
        } else {
            Some(rule.severity)
        };
        assert_eq!(severity, expected, "{}", rule.id);
    }
}

#[test]
fn what_is_unconfirmed_is_no_error_and_says_so() {
    let unconfirmed = [
        "engine/data-api-unconfirmed",
        "names/doubtful-database-name",
        "names/doubtful-master-username",
        "names/long-master-username",
        "storage/io-optimized-unconfirmed",
        "monitoring/long-advanced-insights",
        "proxy/unusual-idle-timeout",
    ];
    for id in unconfirmed {
        let rule = find(id).expect(id);
        assert_ne!(rule.severity, Severity::Error, "{id}");
        let found = findings(&(rule.bad)()).into_iter().find(|it| it.rule.id == id).expect(id);
        assert!(found.message.to_lowercase().contains("unconfirmed"), "{id}");
    }
}

#[test]
fn support_dates_follow_the_day_of_the_check() {
    let on = |version: &str, today| {
        let design = with(|it| it.cluster.engine_version = Some(version.to_owned()));
        let found = findings_on(&design, today);
        let ids = found.iter().filter(|it| it.rule.topic() == "engine").map(|it| it.rule.id);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(on("17.6", Day::new(2027, 1, 29)), [""; 0]);
    assert_eq!(on("17.6", Day::new(2027, 1, 30)), ["engine/expiring-version"]);
    assert_eq!(on("17.6", Day::new(2028, 1, 1)), ["engine/expiring-version"]);
    assert_eq!(on("17.7", Day::new(2030, 2, 28)), ["engine/expiring-version"]);
    assert_eq!(on("17.7", Day::new(2030, 3, 1)), ["engine/extended-support"]);
}

/// What the app says about a line of the seed's document: a design in which the advice is not followed and the rule
/// that is found there, or the setting by which the default design follows it already.
enum Answer {
    Found(&'static str, fn() -> Design),
    Default(Field, &'static str),
}

#[test]
#[allow(clippy::too_many_lines, reason = "one table, a row for each line of the seed")]
fn every_claim_of_the_seed_has_an_answer() {
    use Answer::{Default as ByDefault, Found};
    let claims: &[(&str, Answer)] = &[
        (
            "Set appropriate min/max ACU limits",
            Found("capacity/min-equals-max", || with(|it| it.cluster.max_capacity = Acu::whole(2))),
        ),
        (
            "Monitor ACU utilization",
            Found("monitoring/alarms-off", || with(|it| it.cluster.alarms.enabled = false)),
        ),
        (
            "Use read replicas for read-heavy workloads",
            Found("nodes/single-instance", || with(|it| it.cluster.readers.clear())),
        ),
        ("Consider I/O optimized storage for high throughput", ByDefault(Field::StorageType, "aurora")),
        (
            "Use RDS Proxy for Lambda",
            Found("proxy/lambda-without-pool", || with(|it| it.clients = [Client::Lambda].into())),
        ),
        (
            "Implement connection pooling",
            Found("capacity/peak-over-connections", || with(|it| it.usage.peak_connections = Some(9000))),
        ),
        (
            "Monitor connection counts",
            Found("monitoring/alarms-off", || with(|it| it.cluster.alarms.enabled = false)),
        ),
        (
            "Set appropriate timeouts",
            Found("proxy/long-borrow-timeout", || {
                with(|it| it.proxy = Some(Proxy { connection_borrow_timeout: 600, ..Proxy::default() }))
            }),
        ),
        (
            "Enable encryption at rest",
            Found("storage/aws-owned-key", || with(|it| it.cluster.encryption = false)),
        ),
        ("Use Secrets Manager for credentials", ByDefault(Field::Credentials, "managed")),
        (
            "Enable IAM authentication",
            Found("credentials/passwords-only", || with(|it| it.cluster.iam_database_authentication = false)),
        ),
        ("Use private subnets only", ByDefault(Field::PubliclyAccessible, "false")),
        (
            "Rotate credentials regularly",
            Found("credentials/useless-rotation", || with(|it| it.cluster.rotation_days = Some(30))),
        ),
        (
            "Min ACU too low",
            Found("capacity/min-low-for-insights", || with(|it| it.cluster.min_capacity = Acu::HALF)),
        ),
        ("No read replicas", Found("nodes/single-instance", || with(|it| it.cluster.readers.clear()))),
        (
            "Public access",
            Found("network/public-in-private-vpc", || with(|it| it.cluster.publicly_accessible = true)),
        ),
        ("No proxy", Found("proxy/lambda-without-pool", || with(|it| it.clients = [Client::Lambda].into()))),
        (
            "Wrong engine version",
            Found("engine/retired-version", || {
                with(|it| it.cluster.engine_version = Some("15.4".to_owned()))
            }),
        ),
    ];
    for (claim, answer) in claims {
        match answer {
            Found(id, design) => assert!(ids(&design()).contains(id), "{claim}"),
            ByDefault(field, value) => assert_eq!(field.text(&Design::default()), *value, "{claim}"),
        }
    }
}

#[test]
fn the_terraform_of_the_seed_adds_a_reserved_user() {
    let user = |design: &Design| design.with(&Edit::set(Field::MasterUsername, "admin")).expect("a name");
    assert!(ids(&user(&seed())).contains(&"names/reserved-master-username"));
    let mysql = Design::default().with(&Edit::set(Field::Engine, "aurora-mysql")).expect("an engine");
    assert!(!ids(&user(&mysql)).contains(&"names/reserved-master-username"));
}

/// A design in which several things are wrong at once: what each example changes, one after the other.
fn all_of(examples: &[Design]) -> Design {
    let default = Design::default();
    let mut design = default.clone();
    for example in examples {
        let mut edits = Vec::new();
        if example.proxy.is_some() {
            edits.push(Edit::AddProxy);
        }
        for secondary in example.secondaries() {
            edits.push(Edit::AddSecondary(secondary.region));
        }
        let member = aurora_designer::design::Member::Primary;
        let network = [
            Field::Vpc,
            Field::Cidr,
            Field::VpcId,
            Field::SubnetIds,
            Field::ClientSecurityGroupIds,
            Field::KmsKey,
        ];
        let settings = Field::settings().cloned().chain(network.map(|field| field(member)));
        for field in settings.filter(|field| field.text(example) != field.text(&default)) {
            edits.push(Edit::Set(field.clone(), field.text(example)));
        }
        for (name, value) in &example.cluster.parameters {
            edits.push(Edit::set(Field::Parameter(name.clone()), value));
        }
        for edit in &edits {
            design = design.with(edit).unwrap_or(design);
        }
        if example.cluster.readers != default.cluster.readers {
            design.cluster.readers.clone_from(&example.cluster.readers);
        }
        if let (Some(global), Some(other)) = (&mut design.global, &example.global) {
            global.secondaries.clone_from(&other.secondaries);
        }
        design = design.normalized();
    }
    design
}

#[test]
fn a_fix_holds_where_other_things_are_wrong_too() {
    for (place, one) in ALL.iter().enumerate() {
        // Every rule meets four others; all pairs together take a minute and hold as well.
        for step in [1, 17, 53, 101] {
            let other = ALL[(place + step) % ALL.len()];
            let before = all_of(&[(one.bad)(), (other.bad)()]);
            for finding in findings(&before) {
                let Some(fix) = &finding.fix else { continue };
                let after = before.with_all(&fix.edits).expect(one.id);
                let what = format!("{} with {}: {}", one.id, other.id, fix.title);
                assert!(!findings(&after).contains(&finding), "{what}");
                assert_eq!(new_errors(&before, &after), [""; 0], "{what}");
            }
            let left = findings(&fixed(&before, None, FACTS_DATE));
            assert!(left.iter().all(|finding| finding.fix.is_none()), "{} with {}", one.id, other.id);
        }
    }
}
