//! The spec file: what it reads, what it refuses and where, and that an export comes back as it was.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;
#[path = "common/spent.rs"]
mod spent;

use std::fs;
use std::path::Path;
use std::time::Duration;

use aurora_designer::design::{Design, Edit, Field, Member};
use aurora_designer::formats::yaml::{SpecError, locate, read, write};
use proptest::prelude::*;
use spent::timed;

/// The shared specs by name.
fn designs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/designs");
    let mut designs: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| {
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap())
        })
        .collect();
    designs.sort();
    designs
}

fn design(text: &str) -> Design {
    read(text).unwrap_or_else(|error| panic!("{error}\n{text}")).design
}

/// A spec whose cluster has the given lines of config; they start on line 5.
fn cluster(config: &str) -> String {
    let lines: Vec<String> = config.lines().map(|line| format!("      {line}\n")).collect();
    format!("project_name: a\nresources:\n  - type: aws_rds_aurora\n    config:\n{}", lines.concat())
}

/// A spec with further lines at the end; they start on line 3.
fn also(lines: &str) -> String {
    format!("project_name: a\nresources: [{{ type: aws_rds_aurora }}]\n{lines}\n")
}

#[test]
fn named_designs_are_canonical() {
    let designs = designs();
    assert!(designs.len() >= 16, "{}", designs.len());
    for (name, text) in designs {
        let written = write(&design(&text));
        if name != "seed" && name != "full" {
            assert_eq!(written, text, "{name}");
        }
        assert_eq!(write(&design(&written)), written, "{name}");
        assert!(written.ends_with('\n') && !written.ends_with("\n\n"), "{name}");
    }
}

#[test]
fn the_seed_says_what_it_said() {
    let seed = design(include_str!("designs/seed.yaml"));
    let edits = [
        Edit::set(Field::ProjectName, "my-aurora-db"),
        Edit::set(Field::ClusterName, "my-db-cluster"),
        Edit::set(Field::EngineVersion, "15.4"),
        Edit::set(Field::MinCapacity, "0.5"),
        Edit::AddProxy,
        Edit::set(Field::ProxyName, "my-db-proxy"),
    ];
    assert_eq!(seed, Design::default().with_all(&edits).unwrap());
}

#[test]
fn the_default_design_is_the_shortest_spec() {
    assert_eq!(design("project_name: aurora\nresources: [{ type: aws_rds_aurora }]"), Design::default());
    assert_eq!(write(&Design::default()), include_str!("designs/default.yaml"));
}

#[test]
fn values_are_read_as_they_are_written() {
    let primary = Member::Primary;
    let cases: &[(&str, Field, &str)] = &[
        ("engine_version: 15.4", Field::EngineVersion, "15.4"),
        ("engine_version: 17.10", Field::EngineVersion, "17.10"),
        ("engine_version: 17", Field::EngineVersion, "17"),
        ("engine_version: nonsense", Field::EngineVersion, "nonsense"),
        ("serverless_v2: { min_capacity: .5 }", Field::MinCapacity, "0.5"),
        ("serverless_v2: { max_capacity: 16.0 }", Field::MaxCapacity, "16"),
        ("serverless_v2: { max_capacity: 1e1 }", Field::MaxCapacity, "10"),
        ("serverless_v2: { min_capacity: 64, max_capacity: 0.5 }", Field::MinCapacity, "64"),
        ("backup_retention: 36", Field::BackupRetention, "36"),
        ("port: 99999", Field::Port, "99999"),
        ("encryption: False", Field::Encryption, "false"),
        ("backup_window: 23:30-00:30", Field::BackupWindow, "23:30-00:30"),
        ("network: { cidr: 10.9.0.5/30 }", Field::Cidr(primary), "10.9.0.5/30"),
        ("network: { subnet_ids: [a, b] }", Field::SubnetIds(primary), "a,b"),
        ("network: { vpc: existing }", Field::VpcId(primary), ""),
        ("log_exports: []", Field::LogExports, ""),
        ("parameters: { a: 1.50 }", Field::Parameter("a".to_owned()), "1.50"),
        ("parameters: { a: on, b: true }", Field::Parameter("b".to_owned()), "true"),
        ("instances: [{ type: writer, promotion_tier: 16 }]", Field::InstanceTier(0), "16"),
        ("instances: [{ type: writer }]", Field::Instances, "1"),
        ("kms_key: arn:anything", Field::KmsKey(primary), "arn:anything"),
        ("storage_type: &a aurora-iopt1\nmaster_username: *a", Field::MasterUsername, "aurora-iopt1"),
    ];
    for (config, field, value) in cases {
        assert_eq!(field.text(&design(&cluster(config))), *value, "{config}");
    }
    let cases: &[(&str, Field, &str)] = &[
        ("spec_version: 1", Field::ProjectName, "a"),
        ("tags: { a: 1.0, b: ~x }", Field::Tag("a".to_owned()), "1.0"),
        ("tags: { 1: x }", Field::Tag("1".to_owned()), "x"),
        ("budget_monthly_usd: 0.1", Field::Budget, "0.1"),
        ("budget_monthly_usd: 1.50", Field::Budget, "1.5"),
        ("usage: { storage_gb: \"9999999999999.999999\" }", Field::StorageGb, "9999999999999.999999"),
        ("usage: { storage_gb: 1234567.000001 }", Field::StorageGb, "1234567.000001"),
        ("usage: { storage_gb: 9999999999999.999999 }", Field::StorageGb, "9999999999999.999999"),
        ("usage: { average_acu: { readers: 3.25 } }", Field::ReadersAcu, "3.25"),
        ("traits: { cost_first: true }", Field::CostFirst, "true"),
        ("suppress: [{ rule: a/b, reason: c, until: 2027-01-31 }]", Field::Suppress(0), "a/b"),
    ];
    for (lines, field, value) in cases {
        assert_eq!(field.text(&design(&also(lines))), *value, "{lines}");
    }
    assert_eq!(
        design("\u{feff}project_name: a\r\nresources: [{ type: aws_rds_aurora }]\r\n"),
        design(&also(""))
    );
}

#[test]
fn seventeen_readers_are_kept_and_a_hundred_and_one_instances_are_not() {
    let instances =
        |readers: usize| format!("instances:\n- type: writer\n{}", "- type: reader\n".repeat(readers));
    assert_eq!(design(&cluster(&instances(17))).cluster.readers.len(), 17);
    let error = read(&cluster(&instances(100))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "6:7: resources[0].config.instances: There are 101 instances. A spec holds at most 100."
    );
}

#[test]
fn findings_can_name_the_places_of_the_file() {
    let spec = read(concat!(
        "project_name: a\nresources:\n  - type: aws_db_proxy\n  - type: aws_rds_aurora\n    config:\n      instances:\n",
        "        - { type: reader, availability_zone: c }\n        - { type: writer, promotion_tier: 3 }\n",
        "        - { type: reader, promotion_tier: 2 }\n",
    ))
    .unwrap();
    let at = &spec.positions;
    assert_eq!(Field::Engine.path(at), "resources[1].config.engine");
    assert_eq!(Field::ProxyName.path(at), "resources[0].name");
    assert_eq!(Field::GlobalName.path(at), "resources[2].name");
    let tier = |index: usize| {
        let field = Field::InstanceTier(index);
        (field.path(at), field.text(&spec.design))
    };
    let path = |place: usize| format!("resources[1].config.instances[{place}].promotion_tier");
    assert_eq!(tier(0), (path(1), "3".to_owned()));
    assert_eq!(tier(1), (path(0), "1".to_owned()));
    assert_eq!(tier(2), (path(2), "2".to_owned()));
    let plain = read(include_str!("designs/seed.yaml")).unwrap();
    assert_eq!(plain.positions.instances, Vec::<usize>::new());
    assert_eq!(plain.positions.global, 2);
}

#[test]
fn what_is_no_spec_is_refused_with_its_place() {
    let cases: &[(&str, &str)] = &[
        ("", "1:1: The file is empty. A spec starts with project_name."),
        ("# only\n# words\n", "3:1: The file is empty."),
        ("# only words", "1:13: The file is empty."),
        ("just words", "1:1: Expected a map that starts with project_name, found \"just words\"."),
        ("- a\n- b\n", "1:1: Expected a map that starts with project_name, found a list."),
        ("PK\u{3}\u{4}", "1:3: The character U+0003 is not allowed in YAML."),
        ("a:\n\tb: 1\n", "2:1: a: This is not valid YAML: found character that cannot start any token"),
        (
            "project_name: [a\nresources: x",
            "2:10: project_name[1]: This is not valid YAML: did not find expected ',' or ']'",
        ),
        ("\"\"\"\"", "1:3: This is not valid YAML: did not find expected <document start>."),
        ("a: *b", "1:4: a: This is not valid YAML: unknown anchor."),
        ("a: &a [*a]", "1:4: a[0][0]"),
        ("a: !!int b", "1:4: a: This is not valid YAML: invalid value: string \"b\", expected an integer."),
        ("a: !b c", "1:4: a: A YAML tag such as !this means nothing in a spec."),
        ("? [a]\n: b\n", "1:3: A key is a name, not a list or a map."),
        ("project_name: a\n---\nb: 1\n", "3:1: The file holds a second document. Keep one spec in a file."),
        ("project_name: a\nproject_name: b\n", "2:1: project_name: The key stands here a second time."),
        (
            "# hello\nresources: []\n",
            "2:12: resources: No resource is of type aws_rds_aurora. Add the cluster.",
        ),
        ("# hello\nproject_name: a\n", "2:1: resources: resources is missing. Add it here."),
        ("resources: [{ type: aws_rds_aurora }]", "1:1: project_name: project_name is missing."),
        ("project_name: a\nresources:\n", "2:11: resources: Expected a list, found nothing."),
        ("project_name: 5", "1:15: project_name: Expected a text, in quotes, found 5."),
        ("project_name: [a]", "1:15: project_name: Expected a text, found a list."),
        ("spec_version: 2", "1:15: spec_version: This program reads spec_version 1, found 2."),
        ("spec_version: \"1\"", "1:15: spec_version: Expected 1, found \"1\". The nearest is 1."),
        ("spec_version: 0", "1:15: spec_version: Expected 1, found 0. The nearest is 1."),
        ("provider: gcp", "1:11: provider: Expected aws, found \"gcp\"."),
        ("architecture_type: eks", "1:20: architecture_type: Expected rds_aurora, found \"eks\"."),
    ];
    for (text, expected) in cases {
        refused(text, expected);
    }
}

#[test]
fn what_the_head_of_a_spec_may_not_say_is_refused_with_its_place() {
    let cases: &[(&str, &str)] = &[
        (
            "region: us-est-1",
            "3:9: region: Expected an AWS Region such as us-east-1, found \"us-est-1\". The nearest is us-east-1.",
        ),
        (
            "environment: prod",
            "3:14: environment: Expected development, staging or production, found \"prod\".",
        ),
        ("clients: lambda", "3:10: clients: Expected a list, found \"lambda\"."),
        (
            "clients: [ecs, lamda]",
            "3:16: clients[1]: Expected lambda, ecs, eks or ec2, found \"lamda\". The nearest is lambda.",
        ),
        ("clients: [\"ecs,eks\"]", "3:11: clients[0]: Expected one word an item, found \"ecs,eks\"."),
        ("tags: [a]", "3:7: tags: Expected a map of settings, found a list."),
        ("tags: { a: }", "3:12: tags.a: Expected a text, found nothing."),
        ("tags: { \"a\\nb\": [] }", "3:17: tags.a\\nb: Expected a text, found a list."),
        ("budget_monthly_usd: 0", "3:21: budget_monthly_usd: Expected an amount above 0 in USD, found 0."),
        (
            "budget_monthly_usd: \"900\"",
            "3:21: budget_monthly_usd: Expected a number, found \"900\". The nearest is 900.",
        ),
        (
            "traits: { cost_first: maybe }",
            "3:23: traits.cost_first: Expected true or false, found \"maybe\".",
        ),
        (
            "traits: { variability: \"\" }",
            "3:24: traits.variability: Expected steady, daily, spiky or unpredictable, found \"\".",
        ),
        (
            "prices: { acu_hour_standart: 1 }",
            "3:11: prices.acu_hour_standart: acu_hour_standart is not a setting. The nearest is acu_hour_standard.",
        ),
        (
            "prices: { acu_hour_standard: -1 }",
            "3:30: prices.acu_hour_standard: Expected a number of 0 or more",
        ),
        ("usage: { average_acu: 5 }", "3:23: usage.average_acu: Expected a map of settings, found 5."),
        (
            "usage: { storage_gb: 1.2345678 }",
            "3:22: usage.storage_gb: Expected a number of 0 or more, with at most six places, found 1.2345678.",
        ),
        (
            "usage: { storage_gb: .inf }",
            "3:22: usage.storage_gb: Expected a number of 0 or more, with at most six places, found .inf.",
        ),
        ("suppress: [{ rule: a }]", "3:12: suppress[0].reason: reason is missing."),
        (
            "suppress: [{ rule: a, reason: b, until: 2027-02-30 }]",
            "3:41: suppress[0].until: Expected a day such as 2027-01-31, found \"2027-02-30\".",
        ),
        (
            "suppress: [{ rule: a, reason: b, untill: 2027-02-28 }]",
            "3:34: suppress[0].untill: untill is not a setting. The nearest is until.",
        ),
        ("ressources: []", "3:1: ressources: ressources is not a setting. The nearest is resources."),
        ("<<: { a: b }", "3:1: <<: << is not a setting."),
    ];
    for (lines, expected) in cases {
        refused(&also(lines), expected);
    }
}

#[test]
fn what_resources_may_not_be_is_refused_with_its_place() {
    let cases: &[(&str, &str)] = &[
        ("- aws_rds_aurora", "3:3: resources[0]: Expected a map of settings, found \"aws_rds_aurora\"."),
        ("- id: a", "3:3: resources[0].type: type is missing. Add it here."),
        (
            "- type: aws_rds_arora",
            "3:9: resources[0].type: Expected aws_rds_aurora, aws_db_proxy or aws_rds_global_cluster, found \"aws_rds_arora\". The nearest is aws_rds_aurora.",
        ),
        (
            "- type: aws_s3_bucket",
            "3:9: resources[0].type: Expected aws_rds_aurora, aws_db_proxy or aws_rds_global_cluster, found \"aws_s3_bucket\".",
        ),
        (
            "- type: aws_rds_aurora\n- type: aws_rds_aurora",
            "4:9: resources[1].type: This is a second aws_rds_aurora. A spec has exactly one of them.",
        ),
        (
            "- type: aws_db_proxy\n- type: aws_rds_aurora\n- type: aws_db_proxy",
            "5:9: resources[2].type: This is a second aws_db_proxy. A spec has at most one of them.",
        ),
        (
            "- type: aws_rds_global_cluster\n- type: aws_rds_global_cluster",
            "4:9: resources[1].type: This is a second aws_rds_global_cluster.",
        ),
        ("- type: aws_db_proxy", "3:1: resources: No resource is of type aws_rds_aurora."),
        (
            "- { type: aws_rds_aurora, provider: azure }",
            "3:37: resources[0].provider: Expected aws, found \"azure\".",
        ),
        (
            "- type: aws_db_proxy\n  config: { engine_family: postgresql }",
            "4:28: resources[0].config.engine_family: Expected POSTGRESQL or MYSQL, found \"postgresql\". The nearest is POSTGRESQL.",
        ),
        (
            "- type: aws_db_proxy\n  config: { require_tsl: true }",
            "4:13: resources[0].config.require_tsl: require_tsl is not a setting. The nearest is require_tls.",
        ),
        (
            "- type: aws_rds_global_cluster\n  config: { secondaries: [{ readers: 1 }] }",
            "4:27: resources[0].config.secondaries[0].region: region is missing.",
        ),
        (
            "- type: aws_rds_global_cluster\n  config: { secondaries: [&s { region: eu-west-1, min_capacity: 0.3 }, *s] }",
            "4:65: resources[0].config.secondaries[0].min_capacity: Expected ACUs in steps of 0.5, found 0.3. The nearest is 0.5.",
        ),
        (
            "- type: aws_rds_global_cluster\n  config: { secondaries: [{ region: mars }] }",
            "4:37: resources[0].config.secondaries[0].region: Expected an AWS Region such as us-east-1, found \"mars\".",
        ),
    ];
    for (lines, expected) in cases {
        refused(&format!("project_name: a\nresources:\n{lines}\n"), expected);
    }
}

#[test]
fn what_a_cluster_may_not_say_is_refused_with_its_place() {
    let cases: &[(&str, &str)] = &[
        ("", "4:12: resources[0].config: Expected a map of settings, found nothing."),
        (
            "engine: aurora-postgres",
            "5:15: engine: Expected aurora-postgresql or aurora-mysql, found \"aurora-postgres\". The nearest is aurora-postgresql.",
        ),
        ("engine: 5", "5:15: engine: Expected aurora-postgresql or aurora-mysql, found 5."),
        ("engine_version: [17]", "5:23: engine_version: Expected a text, found a list."),
        (
            "serverless_v2:\n  min_capcity: 1",
            "6:9: serverless_v2.min_capcity: min_capcity is not a setting. The nearest is min_capacity.",
        ),
        (
            "serverless_v2: { min_capacity: 0.3 }",
            "5:38: serverless_v2.min_capacity: Expected ACUs in steps of 0.5, found 0.3. The nearest is 0.5.",
        ),
        (
            "serverless_v2: { min_capacity: lots }",
            "5:38: serverless_v2.min_capacity: Expected a number, found \"lots\".",
        ),
        (
            "serverless_v2: { min_capacity: \"2\" }",
            "5:38: serverless_v2.min_capacity: Expected a number, found \"2\". The nearest is 2.",
        ),
        (
            "serverless_v2: { min_capacity: 020 }",
            "5:38: serverless_v2.min_capacity: Expected a number, found \"020\". The nearest is 20.",
        ),
        (
            "serverless_v2: { min_capacity: -1 }",
            "5:38: serverless_v2.min_capacity: Expected ACUs in steps of 0.5, found -1.",
        ),
        ("backup_retention: 7.5", "5:25: backup_retention: Expected a whole number of 0 or more, found 7.5."),
        (
            "backup_retention: 99999999999",
            "5:25: backup_retention: Expected a whole number of at most 4294967295, found 99999999999.",
        ),
        ("encryption: yes", "5:19: encryption: Expected true or false, found \"yes\". The nearest is true."),
        ("encryption: 1", "5:19: encryption: Expected true or false, found 1."),
        ("database_name: 5", "5:22: database_name: Expected a text, in quotes, found 5."),
        (
            "backup_window: 3-4",
            "5:22: backup_window: Expected a window such as 03:00-04:00, in UTC, found \"3-4\".",
        ),
        (
            "maintenance_window: Sunday:04:00-Sunday:05:00",
            "5:27: maintenance_window: Expected a window such as sun:04:00-sun:05:00, in UTC",
        ),
        (
            "network: { cidr: 10.0.0.0 }",
            "5:24: network.cidr: Expected an IPv4 range such as 10.0.0.0/16, found \"10.0.0.0\".",
        ),
        (
            "network:\n  subnet_ids:\n    - a\n    - b,c",
            "8:13: network.subnet_ids[1]: Expected one word an item, found \"b,c\".",
        ),
        (
            "kms_key: aws_mangaed",
            "5:16: kms_key: Expected create, aws_managed or the ARN of a key, found \"aws_mangaed\". The nearest is aws_managed.",
        ),
        (
            "log_exports: [postgres]",
            "5:21: log_exports[0]: Expected audit, error, general, iam-db-auth-error, instance, postgresql or slowquery, found \"postgres\". The nearest is postgresql.",
        ),
        ("parameters: { a: [b] }", "5:24: parameters.a: Expected a text, found a list."),
        ("performance_insights: true", "5:29: performance_insights: Expected a map of settings, found true."),
        ("colour: red", "5:7: colour: colour is not a setting. Take it out."),
        ("instances: []", "5:18: instances: No instance is of type writer. A cluster has exactly one."),
        ("instances:\n  - type: reader", "6:9: instances: No instance is of type writer."),
        (
            "instances:\n  - type: writer\n  - type: writer",
            "7:17: instances[1].type: This is a second writer. A cluster has exactly one.",
        ),
        ("instances:\n  - promotion_tier: 1", "6:11: instances[0].type: type is missing. Add it here."),
        (
            "instances:\n  - type: writter",
            "6:17: instances[0].type: Expected writer or reader, found \"writter\". The nearest is writer.",
        ),
        (
            "instances:\n  - type: writer\n    availability_zone: eu-west-1a",
            "7:30: instances[0].availability_zone: Expected a zone letter such as a, found \"eu-west-1a\". The nearest is a.",
        ),
        (
            "instances:\n  - type: writer\n  - { type: reader, zone: b }",
            "7:27: instances[1].zone: zone is not a setting.",
        ),
    ];
    for (config, expected) in cases {
        let (place, rest) = expected.split_once(": ").unwrap();
        let prefix = if config.is_empty() { "" } else { "resources[0].config." };
        refused(&cluster(config), &format!("{place}: {prefix}{rest}"));
    }
}

fn refused(text: &str, expected: &str) {
    match read(text) {
        Ok(_) => panic!("read in spite of {expected}\n{text}"),
        Err(error) => assert!(error.to_string().starts_with(expected), "{error}\nis not\n{expected}\n{text}"),
    }
}

#[test]
fn bombs_are_refused_before_they_cost_anything() {
    let layers: Vec<String> = (1..40)
        .map(|layer| format!("x{layer}: &b{layer} [{}]\n", vec![format!("*b{}", layer - 1); 10].join(",")))
        .collect();
    let fill = |unit: &str| unit.repeat(256 * 1024 / unit.len());
    let cases: &[(&str, String, &str)] = &[
        (
            "1 MB of brackets",
            "[".repeat(1 << 20),
            "1:1: The file has 1048576 bytes. A spec has at most 262144 (256 KiB).",
        ),
        ("256 KiB of brackets", fill("["), "1:1001: Lists and maps are nested deeper than 32 levels."),
        ("256 KiB of pairs", fill("[]"), "1:3: This is not valid YAML"),
        ("256 KiB of dashes", fill("- "), "1:65: "),
        ("256 KiB of questions", fill("? "), "1:3: A key is a name, not a list or a map."),
        ("256 KiB of anchors", fill("&a "), "1:4: This is not valid YAML"),
        ("33 levels", format!("a: {}{}", "[".repeat(32), "]".repeat(32)), "1:35: "),
        ("a billion values", format!("x0: &b0 [x,x,x,x,x,x,x,x,x,x]\n{}", layers.concat()), "1:"),
        (
            "many aliases",
            format!("x: &a [1]\ny: [{}]", "*a,".repeat(60_000)),
            "1:4: y[49997]: The file expands to more than 100000 values.",
        ),
        ("many values", format!("x: [{}]", "1,".repeat(100_001)), "1:"),
    ];
    for (name, text, expected) in cases {
        let (error, took) = timed(|| read(text).unwrap_err());
        assert!(error.to_string().starts_with(expected), "{name}: {error}");
        let about_size = ["deeper than 32", "more than 100000", "valid YAML", "a name", "256 KiB"];
        assert!(about_size.iter().any(|part| error.message.contains(part)), "{name}: {error}");
        assert!(took < Duration::from_secs(5), "{name} took {took:?}");
    }
    let deep = format!("tags: {{ a: \"{}\" }}", "[".repeat(900));
    assert!(read(&also(&deep)).is_ok(), "brackets in a text are no lists");
}

proptest! {
    #[test]
    fn an_export_comes_back_as_it_was(design in common::any_design()) {
        let text = write(&design);
        let spec = read(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&spec.design, &design.normalized(), "{}", text);
        prop_assert_eq!(write(&spec.design), text);
    }

    #[test]
    fn any_text_is_a_spec_or_has_a_place(text in mutant()) {
        match read(&text) {
            Ok(spec) => {
                let written = write(&spec.design);
                prop_assert_eq!(read(&written).map(|again| again.design), Ok(spec.design));
            }
            Err(SpecError { line, column, message, .. }) => {
                let breaks = |letter: char| matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
                prop_assert!((1..=text.split(breaks).count()).contains(&line), "{line}:{column}: {message}\n{text}");
                prop_assert!((1..=text.chars().count() + 1).contains(&column), "{line}:{column}: {message}\n{text}");
                prop_assert!(!message.is_empty());
            }
        }
    }
}

/// A named spec with pieces cut out, doubled and put in, or no spec at all.
fn mutant() -> impl Strategy<Value = String> {
    let texts: Vec<String> = designs().into_iter().map(|(_, text)| text).collect();
    let piece = prop_oneof![
        common::any_text(),
        proptest::sample::select(
            &[
                "\n", "  ", "- ", ": ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "? ", "|\n", "'", "\"",
                "---\n"
            ][..]
        )
        .prop_map(str::to_owned),
    ];
    let cut = (any::<proptest::sample::Index>(), 0..40_usize, piece);
    let mutated =
        (proptest::sample::select(texts), proptest::collection::vec(cut, 1..4)).prop_map(|(text, cuts)| {
            let mut letters: Vec<char> = text.chars().collect();
            for (at, length, piece) in cuts {
                let from = at.index(letters.len() + 1);
                let to = (from + length).min(letters.len());
                letters.splice(from..to, piece.chars());
            }
            letters.into_iter().collect()
        });
    let noise = proptest::collection::vec(common::any_text(), 0..8).prop_map(|texts| texts.concat());
    prop_oneof![4 => mutated, 1 => noise]
}

#[test]
fn a_path_has_a_place_and_a_missing_key_that_of_its_parent() {
    let text = include_str!("designs/seed.yaml");
    let places = [
        ("project_name", (1, 15)),
        ("resources[0].config.engine_version", (12, 23)),
        ("resources[0].config.serverless_v2.seconds_until_auto_pause", (13, 7)),
        ("resources[0].config.instances[1].type", (18, 17)),
        ("resources[0].config.network.subnet_ids", (10, 5)),
        ("resources[1].config.require_tls", (28, 20)),
        ("usage.storage_gb", (1, 1)),
        ("", (1, 1)),
        ("a[b].[[[", (1, 1)),
    ];
    for (path, place) in places {
        assert_eq!(locate(text, path), place, "{path}");
    }
}

#[test]
fn the_longest_names_are_read_back() {
    for (letter, behind) in [("k", ""), ("ü", "\0"), ("データ", ""), ("😀", ""), ("\"", ""), ("\u{1}", "")]
    {
        let tagged = |count: usize| {
            let field = Field::Tag(format!("{}{behind}", letter.repeat(count)));
            Design::default().with(&Edit::set(field, "value"))
        };
        let longest = (1..=1000).rev().find_map(|count| tagged(count).ok()).unwrap();
        let again = read(&write(&longest)).unwrap();
        assert_eq!(again.design, longest, "{letter:?}");
    }
}
