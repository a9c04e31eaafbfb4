//! What public reports and other tools caught, each with the right answer that its file says in its head.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use aurora_designer::design::{
    Credentials, Design, Edit, Engine, Field, InterfaceEndpoint, KmsKey, Member, Vpc,
};
use aurora_designer::estimate::{Month, bill};
use aurora_designer::facts::Day;
use aurora_designer::facts::regions::{EU_WEST_1, US_WEST_2};
use aurora_designer::formats::commands::script;
use aurora_designer::formats::{terraform, yaml};
use aurora_designer::rules::{Finding, Severity, check, find, fixed};

const TODAY: Day = Day::new(2026, 11, 28);

/// A design, and what is asked of it.
struct Case {
    design: Design,
    findings: Vec<Finding>,
    main_tf: String,
}

impl Case {
    fn new(design: Design) -> Self {
        let findings = check(&design, &bill(&design, TODAY), TODAY);
        let main_tf = terraform::main_tf(&design);
        Self { design, findings, main_tf }
    }

    fn of(&self, rule: &str) -> Vec<&Finding> {
        assert!(find(rule).is_some(), "no rule {rule}");
        self.findings.iter().filter(|it| it.rule.id == rule).collect()
    }

    /// The one finding of a rule.
    fn one(&self, rule: &str) -> &Finding {
        match self.of(rule).as_slice() {
            [one] => one,
            other => panic!("{rule}: {} of {:#?}", other.len(), self.said()),
        }
    }

    fn errors(&self) -> Vec<&str> {
        self.findings.iter().filter(|it| it.severity == Severity::Error).map(|it| it.rule.id).collect()
    }

    fn topic(&self, topic: &str) -> Vec<&Finding> {
        self.findings.iter().filter(|it| it.rule.topic() == topic).collect()
    }

    fn said(&self) -> Vec<(&str, &str)> {
        self.findings.iter().map(|it| (it.rule.id, it.message.as_str())).collect()
    }

    fn exports(&self, text: &str) {
        assert!(self.main_tf.contains(text), "no {text} in\n{}", self.main_tf);
    }

    fn exports_no(&self, text: &str) {
        assert!(!self.main_tf.contains(text), "{text} in\n{}", self.main_tf);
    }
}

fn says(finding: &Finding, words: &[&str]) {
    for word in words {
        assert!(finding.message.contains(word), "no {word:?} in {:?}", finding.message);
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mends")
}

fn design(name: &str) -> Design {
    let text = fs::read_to_string(folder().join(format!("{name}.yaml"))).unwrap();
    yaml::read(&text).unwrap_or_else(|error| panic!("{name}: {error}")).design
}

fn case(name: &str) -> Case {
    Case::new(design(name))
}

/// The file with something else written in one place.
fn variant(name: &str, from: &str, to: &str) -> Case {
    let text = fs::read_to_string(folder().join(format!("{name}.yaml"))).unwrap();
    let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
    assert!(text.contains(from), "{name} has no {from}");
    let read = yaml::read(&text.replacen(from, to, 1));
    Case::new(read.unwrap_or_else(|error| panic!("{name}, {to}: {error}")).design)
}

#[test]
fn every_file_has_its_test() {
    let source = include_str!("mends.rs");
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().replace('-', "_");
        assert!(source.contains(&format!("fn {name}()")), "{name}");
    }
}

#[test]
fn backup_opt_in() {
    let case = case("backup-opt-in");
    let note = case.one("backup/region-opt-in");
    assert_eq!((note.severity, &note.field), (Severity::Note, &Field::AwsBackup));
    says(note, &["eu-west-1", "opt-in", "protects nothing"]);
    assert!(script(&case.design).contains("aws backup describe-region-settings --region eu-west-1"));
    let without = variant("backup-opt-in", "aws_backup: true", "aws_backup: false");
    assert!(without.of("backup/region-opt-in").is_empty());
    assert!(!script(&without.design).contains("describe-region-settings"));
}

#[test]
fn bare_version() {
    let mysql = case("bare-version");
    says(mysql.one("engine/version-prefix"), &["AWS chooses", "8.0.mysql_aurora.3.10.3", "unconfirmed"]);
    mysql.exports("default     = \"8.0.mysql_aurora.3.10.3\"");
    for (prefix, version) in [("17", "17.7"), ("16", "16.11")] {
        let case = variant("major-upgrade", "\"17.7\"", &format!("{prefix:?}"));
        says(case.one("engine/version-prefix"), &["AWS chooses", version, "unconfirmed"]);
    }
    // Where no default is known it is not called one.
    let case = variant("major-upgrade", "\"17.7\"", "\"15\"");
    let note = case.one("engine/version-prefix");
    says(note, &["AWS chooses", "15.19"]);
    assert!(!note.message.contains("default"), "{}", note.message);
}

#[test]
fn cap_by_minimum() {
    let capped = case("cap-by-minimum");
    let warning = capped.one("capacity/peak-over-connections");
    assert_eq!(warning.severity, Severity::Warning);
    says(warning, &["2,500", "2,000", "because the minimum is 0 ACU"]);
    assert!(!warning.message.contains("at 64 ACU;"), "{}", warning.message);
    let fix = warning.fix.as_ref().unwrap();
    assert!(
        fix.title.contains("Raise the minimum to 1 ACU") && fix.title.contains("no pause"),
        "{}",
        fix.title
    );
    assert!(capped.of("capacity/connections-capped").is_empty());
    let mended = Case::new(capped.design.with_all(&fix.edits).unwrap());
    assert!(mended.of("capacity/peak-over-connections").is_empty());
    // Too many for the maximum as well: the minimum alone does not help.
    let more = variant("cap-by-minimum", "peak_connections: 2500", "peak_connections: 9000");
    let warning = more.one("capacity/peak-over-connections");
    says(warning, &["because the minimum is 0 ACU"]);
    assert_eq!(warning.fix, None);
}

#[test]
fn data_api_that_pauses() {
    let case = case("data-api-that-pauses");
    let note = case.one("pause/slow-resume");
    says(note, &["Data API", "DatabaseResumingException", "again", "no connect timeout"]);
    let without = variant("data-api-that-pauses", "data_api: true", "data_api: false");
    says(without.one("pause/slow-resume"), &["connect timeout of 30 seconds"]);
    assert!(!without.one("pause/slow-resume").message.contains("Data API"));
}

#[test]
fn dev_that_must_stay_cheap() {
    let case = case("dev-that-must-stay-cheap");
    let finding = case.one("capacity/min-low-for-insights");
    let cheap = finding.fix.as_ref().unwrap();
    assert_eq!(cheap.title, "Turn Performance Insights off");
    let [dear] = finding.others.as_slice() else { panic!("{finding:#?}") };
    assert!(dear.title.starts_with("Raise the minimum to 2 ACU (idle month +$"), "{}", dear.title);
    let idle = |design: &Design| bill(design, TODAY).total(Month::Idle).usd;
    let after = fixed(&case.design, None, TODAY);
    assert!(idle(&after) <= idle(&case.design));
    assert_eq!(after.cluster.readers, case.design.cluster.readers);
    assert_eq!(after.cluster.min_capacity, case.design.cluster.min_capacity);
    // What was chosen for insights goes with them, else it is another finding; advanced nobody leaves unasked.
    let insights = |chosen: &str| {
        let chosen = format!("backup_retention: 7\n      performance_insights: {{ {chosen} }}");
        let case = variant("dev-that-must-stay-cheap", "backup_retention: 7", &chosen);
        let found = case.one("capacity/min-low-for-insights");
        let all: Vec<_> = found.fix.iter().chain(&found.others).collect();
        let off = all.iter().find(|it| it.title.starts_with("Turn Performance Insights off")).unwrap();
        let after = Case::new(case.design.with_all(&off.edits).unwrap());
        let new: Vec<_> = after.said().into_iter().filter(|(rule, _)| case.of(rule).is_empty()).collect();
        assert_eq!(new, [], "{chosen}");
        (found.fix.is_some(), fixed(&case.design, None, TODAY).cluster.performance_insights.enabled)
    };
    assert_eq!(insights("retention_days: 31"), (true, false));
    assert_eq!(insights("mode: advanced, retention_days: 465"), (false, true));
    // In production the advice is to raise it, which nobody gets unasked.
    let production =
        variant("dev-that-must-stay-cheap", "environment: development", "environment: production");
    let finding = production.one("capacity/min-low-for-insights");
    assert!(finding.fix.as_ref().unwrap().title.starts_with("Raise the minimum to 2 ACU"));
    assert_eq!(finding.others[0].title, "Turn Performance Insights off");
    let after = fixed(&production.design, None, TODAY);
    assert_eq!(after.cluster.min_capacity, production.design.cluster.min_capacity);
    let asked = fixed(&production.design, Some("capacity/min-low-for-insights"), TODAY);
    assert_eq!(asked.cluster.min_capacity.to_string(), "2");
}

#[test]
fn global_name() {
    let wrong = case("global-name");
    let error = wrong.one("names/malformed-global-name");
    assert_eq!(error.severity, Severity::Error);
    assert_eq!(error.fix.as_ref().unwrap().title, "Use orders-global");
    for bad in ["Orders-global", "orders.global", "orders--global", "orders-", "9orders", &"a".repeat(64)] {
        let case = variant("global-name", "orders_global", bad);
        assert_eq!(case.errors(), ["names/malformed-global-name"], "{bad}");
    }
    for good in ["orders-global", "o", &"a".repeat(63)] {
        assert!(variant("global-name", "orders_global", good).errors().is_empty(), "{good}");
    }
}

#[test]
fn global_without_secondary() {
    let case = case("global-without-secondary");
    assert_eq!(case.one("global/secondary-missing").severity, Severity::Warning);
    assert_eq!(case.errors(), [""; 0]);
    case.exports("resource \"aws_rds_global_cluster\" \"this\"");
}

#[test]
fn hotfix_version() {
    let newer = case("hotfix-version");
    let [finding] = newer.topic("engine")[..] else { panic!("{:#?}", newer.said()) };
    assert_eq!((finding.rule.id, finding.severity), ("engine/unknown-version", Severity::Warning));
    let severity = |hotfix: &str| {
        let case = variant("hotfix-version", "8.0.mysql_aurora.3.13.0.1", hotfix);
        let found: Vec<_> = case.topic("engine").iter().map(|it| it.severity).collect();
        assert_eq!(found.len(), 1, "{hotfix}: {:#?}", case.said());
        found[0]
    };
    assert_eq!(severity("8.0.mysql_aurora.3.10.6.2"), Severity::Warning);
    assert_eq!(severity("8.4.mysql_aurora.8.4.8.1"), Severity::Warning);
    for gone in ["8.0.mysql_aurora.3.05.0.1", "8.0.mysql_aurora.3.10.9.1", "8.0.mysql_aurora.3.13.0.1.1"] {
        assert_eq!(severity(gone), Severity::Error, "{gone}");
    }
}

#[test]
fn isolated_vpc() {
    let alone = case("isolated-vpc");
    let note = alone.one("network/isolated-clients");
    says(note, &["no way out", "Secrets Manager", "interface endpoint"]);
    assert!(note.fix.is_none() && note.others.iter().any(|it| it.title.contains("secretsmanager")));
    alone.exports_no("to run clients in");
    let api = variant("isolated-vpc", "encryption: true", "encryption: true\n      data_api: true");
    says(api.one("network/isolated-clients"), &["Secrets Manager", "Data API"]);
    let reached = variant(
        "isolated-vpc",
        "encryption: true",
        "encryption: true\n      network: { interface_endpoints: [secretsmanager] }",
    );
    assert!(reached.of("network/isolated-clients").is_empty());
    reached.exports("for_each = toset([\"secretsmanager\"])");
    reached.exports("com.amazonaws.${var.region}.${each.value}");
    // Who stands in a VPC of their own has a way out of their own.
    assert!(case("low-floor").of("network/isolated-clients").is_empty());
}

#[test]
fn low_floor() {
    let low = case("low-floor");
    let finding = low.one("capacity/min-far-below-average");
    says(finding, &["0.5 ACU", "6 ACU"]);
    assert_eq!(finding.rule.source, aurora_designer::rules::OWN_ADVICE);
    let near = variant("low-floor", "min_capacity: 0.5", "min_capacity: 3");
    assert!(near.of("capacity/min-far-below-average").is_empty());
    // An average that nobody stated says nothing.
    let unsaid = variant("low-floor", "average_acu: { writer: 6, readers: 6 }, ", "");
    assert!(unsaid.of("capacity/min-far-below-average").is_empty());
}

#[test]
fn major_upgrade() {
    let pinned = case("major-upgrade");
    pinned.exports("variable \"allow_major_version_upgrade\"");
    pinned.exports("allow_major_version_upgrade");
    let version = pinned.main_tf.split("variable \"engine_version\"").nth(1).unwrap();
    let version = &version[..version.find("\n}").unwrap()];
    assert!(version.contains("allow_major_version_upgrade"), "{version}");
    // Where the version is left to AWS, the family of the parameters must not run ahead of it.
    let left = variant("major-upgrade", "\"17.7\"", "\"17.10\"");
    left.exports("ignore_changes = [engine_version]");
    left.exports("self.engine_version");
    pinned.exports_no("self.engine_version");
}

#[test]
fn parameter_of_other_engine() {
    let case = case("parameter-of-other-engine");
    let error = case.one("engine/foreign-parameter");
    assert_eq!(error.severity, Severity::Error);
    assert_eq!(error.field, Field::Parameter("rds.force_ssl".to_owned()));
    says(error, &["PostgreSQL"]);
    let of = |name: &str, parameter: &str| {
        let (file, from) = if name == "mysql" {
            ("parameter-of-other-engine", "{rds.force_ssl: \"1\"}")
        } else {
            ("major-upgrade", "backup_retention: 7")
        };
        let to = if name == "mysql" {
            format!("{{{parameter:?}: \"1\"}}")
        } else {
            format!("backup_retention: 7\n      parameters: {{ {parameter:?}: \"1\" }}")
        };
        variant(file, from, &to).errors().contains(&"engine/foreign-parameter")
    };
    for (mysql, parameter) in [
        (true, "slow_query_log"),
        (true, "max_connections"),
        (true, "innodb_lock_wait_timeout"),
        (true, "aurora_replica_read_consistency"),
        (false, "rds.logical_replication"),
        (false, "max_connections"),
        (false, "work_mem"),
        (false, "pg_stat_statements.track"),
        (false, "max_prepared_transactions"),
        (true, "validate_password.policy"),
        (true, "default_table_encryption"),
        (true, "aurora_enable_repl_bin_log_filtering"),
        (false, "wait_event_of_tomorrow"),
    ] {
        let (own, other) = if mysql { ("mysql", "postgresql") } else { ("postgresql", "mysql") };
        assert!(!of(own, parameter), "{own} {parameter}");
        let both = ["max_connections", "wait_event_of_tomorrow"].contains(&parameter);
        assert_eq!(of(other, parameter), !both, "{other} {parameter}");
    }
    for name in ["", " ", "\t"] {
        assert!(of("mysql", name) && of("postgresql", name), "a parameter without a name: {name:?}");
    }
}

#[test]
fn pause_for_secondary_only() {
    let secondary = case("pause-for-secondary-only");
    assert_eq!(secondary.errors(), [""; 0]);
    // The primary's own range sends none where its minimum is above 0.
    secondary.exports("seconds_until_auto_pause = var.min_acu == 0 ? var.seconds_until_auto_pause : null");
    let nobody =
        variant("pause-for-secondary-only", "region: eu-west-1, min_capacity: 0", "region: eu-west-1");
    assert_eq!(nobody.errors(), ["pause/seconds-without-pause"]);
    // It is sent for the secondary, so AWS' bounds hold.
    for (seconds, errors) in [
        (299, &["pause/seconds-out-of-range"][..]),
        (300, &[]),
        (86_400, &[]),
        (86_401, &["pause/seconds-out-of-range"]),
    ] {
        let of = format!("seconds_until_auto_pause: {seconds}");
        let case = variant("pause-for-secondary-only", "seconds_until_auto_pause: 600", &of);
        assert_eq!(case.errors(), errors, "{seconds}");
    }
}

#[test]
fn proxy_iam_without_tls() {
    let clear = case("proxy-iam-without-tls");
    let error = clear.one("proxy/iam-without-tls");
    assert_eq!((error.severity, &error.field), (Severity::Error, &Field::RequireTls));
    assert!(clear.of("proxy/cleartext-clients").is_empty());
    let end_to_end = variant("proxy-iam-without-tls", "iam_auth: REQUIRED", "auth_scheme: IAM_AUTH");
    assert_eq!(end_to_end.errors(), [""; 0]);
    let warning = end_to_end.one("proxy/iam-without-conditions");
    assert_eq!(warning.severity, Severity::Warning);
    says(warning, &["Unconfirmed"]);
}

#[test]
fn same_project_second_region() {
    let case = case("same-project-second-region");
    let text = &case.main_tf;
    for block in text.split("\nresource \"aws_iam_role\"").skip(1) {
        let body = &block[..block.find("\n}").unwrap()];
        assert!(body.contains("-${var.region}-"), "{body}");
    }
    assert!(text.contains("resource \"aws_iam_role\""));
    let head = &text[..text.find("\nterraform {").unwrap()];
    assert!(head.contains("Region in their names"), "{head}");
}

#[test]
fn secondary_range() {
    let case = case("secondary-range");
    case.exports("data.aws_vpc.this.cidr_block_associations");
    let note = case.one("network/open-to-whole-vpc");
    says(note, &["every IPv4 range of the VPC"]);
    assert!(!note.message.contains("whole VPC"));
}

#[test]
fn single_user_rotation() {
    let case = case("single-user-rotation");
    let note = case.one("credentials/rotation-gap");
    assert_eq!(note.severity, Severity::Note);
    says(note, &["read the secret again", "IAM", "two users"]);
    let without = variant("single-user-rotation", "rotation_days: 30", "port: 5433");
    assert!(without.of("credentials/rotation-gap").is_empty());
}

#[test]
fn tag_case_clash() {
    assert_eq!(case("tag-case-clash").errors(), ["names/ambiguous-tags"]);
    let own = variant("tag-case-clash", "{environment: prod}", "{team: a, Team: b}");
    assert_eq!(own.errors(), ["names/ambiguous-tags"]);
    // Without any role in the export both keys stand.
    let roleless = "enhanced_monitoring_seconds: 0, network: {vpc: existing, vpc_id: vpc-0a1b2c3d, subnet_ids: [subnet-0a1b2c3d, subnet-0a1b2c3e]}, backup_retention: 7";
    let case = variant("tag-case-clash", "backup_retention: 7", roleless);
    case.exports_no("aws_iam_role");
    assert_eq!(case.one("names/ambiguous-tags").severity, Severity::Note);
}

#[test]
fn tag_vowel_sign() {
    assert_eq!(case("tag-vowel-sign").errors(), ["names/malformed-tag"]);
    for (value, good) in [
        ("team", true),
        ("ทม", true),
        ("東京", true),
        ("Ⅷ ½ ٣", true),
        ("कि", false),
        ("e\u{301}", false),
        ("Ⓐ", false),
    ] {
        let case = variant("tag-vowel-sign", "ที", value);
        assert_eq!(case.errors().is_empty(), good, "{value}");
    }
}

#[test]
fn version_that_never_was() {
    let error = |case: &Case, version: &str| {
        let [finding] = case.topic("engine")[..] else { panic!("{version}: {:#?}", case.said()) };
        assert_eq!(finding.severity, Severity::Error, "{version}: {}", finding.message);
        assert!(finding.fix.is_some(), "{version}");
    };
    error(&case("version-that-never-was"), "17.8");
    for version in ["16.12", "18.1", "10.21", "8.0", "17.0", "9"] {
        error(&variant("version-that-never-was", "17.8", version), version);
    }
    for version in [
        "8.0.mysql_aurora.3.4.0",
        "8.0.mysql_aurora.3.04.5",
        "8.0.mysql_aurora.2.11.1",
        "8.4.mysql_aurora.8.4.6",
    ] {
        error(&variant("hotfix-version", "8.0.mysql_aurora.3.13.0.1", version), version);
    }
    // A later patch of a major that never runs on serverless instances is refused for that, not unknown.
    for (file, from, version) in [
        ("version-that-never-was", "17.8", "12.23"),
        ("version-that-never-was", "17.8", "11.99"),
        ("hotfix-version", "8.0.mysql_aurora.3.13.0.1", "5.7.mysql_aurora.2.13.0"),
        ("hotfix-version", "8.0.mysql_aurora.3.13.0.1", "5.7.mysql_aurora.2.12.6.1"),
    ] {
        let case = variant(file, from, version);
        error(&case, version);
        assert_eq!(case.errors(), ["engine/version-without-serverless"], "{version}");
    }
    for version in ["17.12", "18.7", "19.1", "19"] {
        let case = variant("version-that-never-was", "17.8", version);
        assert_eq!(case.one("engine/unknown-version").severity, Severity::Warning, "{version}");
        assert_eq!(case.topic("engine").len(), 1, "{version}");
    }
}

#[test]
fn window_as_aws_writes_it() {
    let case = case("window-as-aws-writes-it");
    assert_eq!(case.design.cluster.maintenance_window.to_string(), "sun:04:00-sun:05:00");
    case.exports("preferred_maintenance_window = \"sun:04:00-sun:05:00\"");
    let shouted = variant("window-as-aws-writes-it", "Sun:04:00-Sun:05:00", "MON:01:00-TUE:02:00");
    assert_eq!(shouted.design.cluster.maintenance_window.to_string(), "mon:01:00-tue:02:00");
    let zone =
        variant("window-as-aws-writes-it", "{type: reader}", "{type: reader, availability_zone: us-east-1c}");
    assert_eq!(zone.design.zones()[1].letter(), 'c');
    // The API answers nothing for Aurora Standard, and NONE where the proxy has no scheme by default.
    let standard =
        variant("window-as-aws-writes-it", "backup_retention: 7", "backup_retention: 7, storage_type: \"\"");
    assert_eq!(yaml::write(&standard.design), yaml::write(&case.design));
    let proxy = variant(
        "proxy-iam-without-tls",
        "require_tls: false, iam_auth: REQUIRED",
        "require_tls: true, auth_scheme: NONE",
    );
    assert!(!yaml::write(&proxy.design).contains("auth_scheme"), "{}", yaml::write(&proxy.design));
    assert_eq!(proxy.errors(), [""; 0]);
}

/// The block of a resource, without its last line.
fn block<'a>(text: &'a str, head: &str) -> &'a str {
    let start = text.find(head).unwrap_or_else(|| panic!("no {head} in\n{text}"));
    let rest = &text[start..];
    &rest[..rest.find("\n}").unwrap()]
}

fn resource<'a>(text: &'a str, kind: &str, name: &str) -> &'a str {
    block(text, &format!("resource \"{kind}\" \"{name}\" {{"))
}

/// Whether a block sets a name to a value.
fn sets(block: &str, name: &str, value: &str) -> bool {
    block.lines().any(|line| {
        line.split_once('=').is_some_and(|(left, right)| (left.trim(), right.trim()) == (name, value))
    })
}

fn with(change: impl FnOnce(&mut Design)) -> Case {
    let mut design = Design::default();
    change(&mut design);
    Case::new(design.normalized())
}

#[test]
fn what_hangs_on_a_proxy_is_made_anew_with_it() {
    let text = case("dev-that-must-stay-cheap").main_tf;
    for kind in ["aws_db_proxy_target", "aws_db_proxy_default_target_group"] {
        let body = resource(&text, kind, "this");
        assert!(body.contains("replace_triggered_by = [aws_db_proxy.this.id]"), "{body}");
    }
}

#[test]
fn a_key_that_was_made_stays_when_another_is_chosen() {
    let made = with(|_| ()).main_tf;
    assert!(made.contains("resource \"aws_kms_key\" \"this\"") && !made.contains("\nremoved {"));
    for kept in [with(|it| it.cluster.kms_key = KmsKey::AwsManaged), with(|it| it.cluster.encryption = false)]
    {
        let removed = block(&kept.main_tf, "\nremoved {");
        assert!(
            removed.contains("from = aws_kms_key.this") && removed.contains("destroy = false"),
            "{removed}"
        );
    }
}

#[test]
fn insights_that_are_off_leave_no_advanced_mode_behind() {
    let off = with(|it| it.cluster.performance_insights.enabled = false).main_tf;
    let cluster = resource(&off, "aws_rds_cluster", "this");
    assert!(sets(cluster, "database_insights_mode", "\"standard\""), "{cluster}");
    assert!(sets(cluster, "performance_insights_enabled", "false"), "{cluster}");
}

#[test]
fn an_export_of_logs_stops_before_its_group_goes() {
    let text = with(|_| ()).main_tf;
    assert!(resource(&text, "aws_cloudwatch_log_group", "cluster").contains("create_before_destroy = true"));
}

#[test]
fn an_own_secret_follows_its_cluster_and_its_port() {
    let on = |port| {
        with(|it| {
            it.cluster.credentials = Credentials::SecretsManager;
            it.cluster.port = Some(port);
        })
        .main_tf
    };
    let (usual, other) = (on(5432), on(6000));
    for (text, version) in
        [(&usual, "var.master_password_version"), (&other, "var.master_password_version + 6000000")]
    {
        let secret = resource(text, "aws_secretsmanager_secret_version", "master");
        assert!(sets(secret, "secret_string_wo_version", version), "{secret}");
        assert!(secret.contains("replace_triggered_by = [aws_rds_cluster.this.id]"), "{secret}");
        let cluster = resource(text, "aws_rds_cluster", "this");
        assert!(sets(cluster, "master_password_wo_version", version), "{cluster}");
    }
}

#[test]
fn what_makes_the_cluster_anew_draws_another_name_for_its_final_snapshot() {
    let keepers = |change: fn(&mut Design)| {
        let text = with(change).main_tf;
        resource(&text, "random_id", "final_snapshot").to_owned()
    };
    let before = keepers(|_| ());
    for change in [
        (|it| it.cluster.database_name = "orders".to_owned()) as fn(&mut Design),
        |it| it.cluster.master_username = Some("owner".to_owned()),
        |it| it.cluster.engine = Engine::AuroraMysql,
        |it| it.cluster.encryption = false,
        |it| it.cluster.kms_key = KmsKey::AwsManaged,
    ] {
        assert_ne!(keepers(change), before);
    }
    assert_eq!(keepers(|it| it.cluster.backup_retention = 30), before);
}

#[test]
fn the_ranges_of_secondaries_stay_when_one_before_them_goes() {
    let design = [&EU_WEST_1, &US_WEST_2]
        .into_iter()
        .fold(Design::default(), |design, region| design.with(&Edit::AddSecondary(region)).unwrap());
    let ranges = |design: &Design| -> Vec<String> {
        (0..design.secondaries().len()).map(|place| design.secondary_cidr(place).to_string()).collect()
    };
    assert_eq!(ranges(&design), ["10.1.0.0/16", "10.2.0.0/16"]);
    let first = design.with(&Edit::RemoveSecondary(0)).unwrap();
    assert_eq!(ranges(&first), ["10.2.0.0/16"]);
    let last = design.with(&Edit::RemoveSecondary(1)).unwrap();
    assert_eq!(last.secondaries()[0].network.cidr, None);
}

#[test]
fn interface_endpoints_are_billed_in_every_zone_and_made_where_the_vpc_is() {
    let endpoints = [InterfaceEndpoint::Secretsmanager, InterfaceEndpoint::RdsData];
    let made = with(|it| it.cluster.network.interface_endpoints = endpoints.into());
    let bill = bill(&made.design, TODAY);
    let lines: Vec<_> = bill.lines.iter().filter(|it| it.id.name() == "interface_endpoint").collect();
    let said: Vec<_> = lines.iter().map(|it| (it.item(), it.arithmetic.to_string())).collect();
    let each = "3 zones × 730 h × $0.01".to_owned();
    assert_eq!(
        said,
        [
            ("Interface endpoint secretsmanager".to_owned(), each.clone()),
            ("Interface endpoint rds-data".to_owned(), each)
        ]
    );
    assert_eq!(lines[0].monthly.unwrap().idle.to_string(), "$21.90");
    let group = resource(&made.main_tf, "aws_vpc_endpoint", "interface");
    assert!(group.contains("toset([\"secretsmanager\", \"rds-data\"])"), "{group}");

    let existing = with(|it| {
        it.cluster.network.vpc = Vpc::Existing;
        it.cluster.network.interface_endpoints = endpoints.into();
    });
    let warnings = existing.of("network/unused-vpc-settings");
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].field, Field::InterfaceEndpoints(Member::Primary));
    existing.exports_no("aws_vpc_endpoint");
    let bill = aurora_designer::estimate::bill(&existing.design, TODAY);
    assert!(bill.lines.iter().all(|it| it.id.name() != "interface_endpoint"));
}

/// The rotation of a secret brings an endpoint of its own, and AWS takes one private name once in a VPC.
#[test]
fn an_endpoint_that_rotation_makes_is_not_made_twice() {
    let case = with(|it| {
        it.cluster.credentials = Credentials::SecretsManager;
        it.cluster.rotation_days = Some(30);
        it.cluster.network.interface_endpoints = [InterfaceEndpoint::Secretsmanager].into();
    });
    assert_eq!(case.main_tf.matches("resource \"aws_vpc_endpoint\"").count(), 1);
    case.exports("resource \"aws_vpc_security_group_ingress_rule\" \"secrets_from_vpc\"");
}
