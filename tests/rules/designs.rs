//! What is found in whole designs.

use aurora_designer::design::{AuthScheme, Design, Edit, Engine, Field, Proxy};
use aurora_designer::facts::{Acu, Day, FACTS_DATE};
use aurora_designer::formats::terraform;
use aurora_designer::rules::{Examples, Severity, find, fixed};

use super::{findings, findings_on, ids, seed, with};

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
        let bad = (Examples::of(rule).expect(rule).bad)();
        assert!(find(silent).is_some() && !ids(&bad).contains(&silent), "{rule} and {silent}");
    }
}

#[test]
fn a_proxy_that_logs_in_with_iam_asks_for_tls_once() {
    let design = with(|it| {
        it.cluster.engine = Engine::AuroraMysql;
        it.proxy = Some(Proxy { auth_scheme: AuthScheme::IamAuth, require_tls: false, ..Proxy::default() });
    });
    let asked = findings(&design).into_iter().filter(|it| it.field == Field::RequireTls);
    assert_eq!(asked.map(|it| it.rule.id).collect::<Vec<_>>(), ["proxy/iam-without-conditions"]);
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
    // What costs money is left to be asked for.
    assert_eq!(design.cluster.min_capacity, Acu::HALF);
    let left: Vec<_> = findings(&design).into_iter().filter(|it| it.severity != Severity::Note).collect();
    assert_eq!(left.iter().map(|it| it.rule.id).collect::<Vec<_>>(), ["capacity/min-low-for-insights"]);
    let asked = fixed(&design, Some("capacity/min-low-for-insights"), FACTS_DATE);
    assert_eq!(asked.cluster.min_capacity, Acu::whole(2));
    assert!(findings(&asked).iter().all(|finding| finding.severity == Severity::Note));
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
    assert_eq!(on("17.7", Day::new(2029, 9, 1)), ["engine/ending-major"]);
    assert_eq!(on("17.7", Day::new(2029, 8, 31)), [""; 0]);
    assert_eq!(on("17.7", Day::new(2030, 2, 28)), ["engine/ending-major"]);
    assert_eq!(on("17.7", Day::new(2030, 3, 1)), ["engine/extended-support"]);
}

#[test]
fn a_minor_that_ends_before_its_major_is_said_until_the_major_ends() {
    let design = with(|it| it.cluster.engine_version = Some("14.17".to_owned()));
    let on = |today| {
        let found = findings_on(&design, today).into_iter().filter(|it| it.rule.topic() == "engine");
        found.map(|it| format!("{}: {}", it.rule.id, it.message)).collect::<Vec<_>>()
    };
    // 5.5 ACU in two instances for 730 hours at $0.085: 682.55.
    let extended = "Extended Support then adds $682.55 a typical month.";
    assert_eq!(
        on(Day::new(2026, 11, 30)),
        [
            format!(
                "engine/ending-major: PostgreSQL 14 leaves standard support on 2027-02-28, in 90 days; {extended}"
            ),
            "engine/expiring-version: Standard support of 14.17 ends on 2026-11-30, today.".to_owned(),
        ]
    );
    assert_eq!(
        on(Day::new(2026, 12, 1))[1],
        "engine/expiring-version: Standard support of 14.17 ended on 2026-11-30; AWS may upgrade it."
    );
    assert_eq!(on(Day::new(2027, 2, 28)).len(), 2);
    assert_eq!(
        on(Day::new(2027, 3, 1)),
        [
            "engine/extended-support: PostgreSQL 14 left standard support on 2027-02-28; Extended Support adds $682.55 a typical month."
        ]
    );
    let without_prices = with(|it| {
        it.region = &aurora_designer::facts::regions::CN_NORTH_1;
        it.cluster.engine_version = Some("14.24".to_owned());
    });
    let found = findings_on(&without_prices, Day::new(2027, 3, 1));
    let said = found.iter().find(|it| it.rule.id == "engine/extended-support").map(|it| it.message.as_str());
    assert!(
        said.is_some_and(|it| it.ends_with("Extended Support adds an amount that is not known here.")),
        "{said:?}"
    );
}

#[test]
fn the_terraform_of_the_seed_adds_a_reserved_user() {
    let user = |design: &Design| design.with(&Edit::set(Field::MasterUsername, "admin")).expect("a name");
    assert!(ids(&user(&seed())).contains(&"names/reserved-master-username"));
    let mysql = Design::default().with(&Edit::set(Field::Engine, "aurora-mysql")).expect("an engine");
    assert!(!ids(&user(&mysql)).contains(&"names/reserved-master-username"));
}

#[test]
fn the_exported_alarms_do_not_fire_on_a_pause() {
    let design = with(|it| it.cluster.min_capacity = Acu::ZERO);
    assert!(ids(&design).contains(&"monitoring/silent-while-paused"));
    let text = terraform::main_tf(&design);
    let alarms = text.matches("resource \"aws_cloudwatch_metric_alarm\"").count();
    let treated: Vec<&str> = text.lines().filter(|line| line.contains("treat_missing_data")).collect();
    assert!(alarms > 0 && treated.len() == alarms, "{treated:?}");
    assert!(treated.iter().all(|line| line.ends_with("\"notBreaching\"")), "{treated:?}");
}
