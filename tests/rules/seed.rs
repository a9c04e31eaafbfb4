//! Every line of advice in the seed's document has its rule, its setting, its resource in the export or its panel.

use aurora_designer::design::{Client, Design, Edit, Field, Positions, Proxy, Variability, Word as _};
use aurora_designer::estimate::{LineId, Month, bill, fit, rests};
use aurora_designer::facts::regions::EU_WEST_1;
use aurora_designer::facts::{Acu, Decimal, FACTS_DATE};
use aurora_designer::formats::terraform;
use aurora_designer::formats::yaml;
use aurora_designer::rules::find;

use super::{ids, with};

/// The lines: detection signals, both resource tables, best practices, common mistakes.
const LINES: &str = include_str!("../data/seed-lines.txt");

/// What the app says about a line.
enum Answer {
    /// A rule, and a design in which the advice is not followed.
    Rule(&'static str, fn(&mut Design)),
    /// A setting by which the default design follows it already, its place in the spec and its text.
    Setting(Field, &'static str, &'static str),
    /// A resource of every export.
    Export(&'static str),
    /// A change that adds the resource, and the resource.
    Added(Edit, &'static str),
    /// A signal of the fit verdict, answered for it in a design.
    Fit(fn(&mut Design)),
}

fn answers() -> Vec<(&'static str, Answer)> {
    use Answer::{Added, Export, Fit, Rule, Setting};
    let no_reader: fn(&mut Design) = |it| it.cluster.readers.clear();
    let no_alarms: fn(&mut Design) = |it| it.cluster.alarms.enabled = false;
    let lambda: fn(&mut Design) = |it| it.clients = [Client::Lambda].into();
    let varies: fn(&mut Design) = |it| it.traits.variability = Some(Variability::Spiky);
    vec![
        ("- Variable database workloads", Fit(varies)),
        ("- Unpredictable traffic patterns", Fit(varies)),
        (
            "- Development/staging environments",
            Fit(|it| it.environment = aurora_designer::design::Environment::Staging),
        ),
        ("- Cost optimization needed", Fit(|it| it.traits.cost_first = Some(true))),
        ("- Auto-scaling databases required", Fit(|_| ())),
        ("- High availability essential", Fit(|_| ())),
        ("| Aurora Cluster | Database cluster | Serverless v2 |", Export("resource \"aws_rds_cluster\"")),
        (
            "| DB Instances | Compute | Writer + readers |",
            Export("resource \"aws_rds_cluster_instance\" \"reader\""),
        ),
        ("| Subnet Group | Networking | Private subnets |", Export("resource \"aws_db_subnet_group\"")),
        ("| Security Group | Access control | Application SG |", Rule("network/open-to-whole-vpc", |_| ())),
        (
            "| Secrets Manager | Credentials | Auto-rotation |",
            Setting(Field::Credentials, "resources[0].config.credentials", "managed"),
        ),
        (
            "| RDS Proxy | Connection pooling | Lambda workloads |",
            Added(Edit::AddProxy, "resource \"aws_db_proxy\""),
        ),
        ("| Read Replicas | Read scaling | Additional instances |", Rule("nodes/single-instance", no_reader)),
        (
            "| Global Database | Multi-region | Cross-region replication |",
            Added(Edit::AddSecondary(&EU_WEST_1), "resource \"aws_rds_global_cluster\""),
        ),
        (
            "| Performance Insights | Monitoring | Query analysis |",
            Setting(Field::InsightsEnabled, "resources[0].config.performance_insights.enabled", "true"),
        ),
        (
            "1. Set appropriate min/max ACU limits",
            Rule("capacity/min-equals-max", |it| it.cluster.max_capacity = Acu::whole(2)),
        ),
        ("2. Monitor ACU utilization", Rule("monitoring/alarms-off", no_alarms)),
        ("3. Use read replicas for read-heavy workloads", Rule("nodes/single-instance", no_reader)),
        (
            "4. Consider I/O optimized storage for high throughput",
            Rule("storage/io-optimized-is-cheaper", |it| {
                it.usage.io_requests_millions = Some(Decimal::whole(5000));
            }),
        ),
        ("1. Use RDS Proxy for Lambda", Rule("proxy/lambda-without-pool", lambda)),
        (
            "2. Implement connection pooling",
            Rule("capacity/peak-over-connections", |it| it.usage.peak_connections = Some(9000)),
        ),
        ("3. Monitor connection counts", Rule("monitoring/alarms-off", no_alarms)),
        (
            "4. Set appropriate timeouts",
            Rule("proxy/long-borrow-timeout", |it| {
                it.proxy = Some(Proxy { connection_borrow_timeout: 600, ..Proxy::default() });
            }),
        ),
        ("1. Enable encryption at rest", Rule("storage/aws-owned-key", |it| it.cluster.encryption = false)),
        (
            "2. Use Secrets Manager for credentials",
            Setting(Field::Credentials, "resources[0].config.credentials", "managed"),
        ),
        (
            "3. Enable IAM authentication",
            Rule("credentials/passwords-only", |it| it.cluster.iam_database_authentication = false),
        ),
        (
            "4. Use private subnets only",
            Setting(Field::PubliclyAccessible, "resources[0].config.publicly_accessible", "false"),
        ),
        (
            "5. Rotate credentials regularly",
            Rule("credentials/useless-rotation", |it| it.cluster.rotation_days = Some(30)),
        ),
        (
            "1. **Min ACU too low**: Slow cold starts",
            Rule("capacity/min-low-for-insights", |it| it.cluster.min_capacity = Acu::HALF),
        ),
        ("2. **No read replicas**: Writer overloaded", Rule("nodes/single-instance", no_reader)),
        (
            "3. **Public access**: Security vulnerability",
            Rule("network/public-in-private-vpc", |it| it.cluster.publicly_accessible = true),
        ),
        ("4. **No proxy**: Lambda connection exhaustion", Rule("proxy/lambda-without-pool", lambda)),
        (
            "5. **Wrong engine version**: Missing features",
            Rule("engine/retired-version", |it| it.cluster.engine_version = Some("15.4".to_owned())),
        ),
    ]
}

#[test]
fn the_answers_are_those_of_the_lines_in_their_order() {
    let lines: Vec<&str> = LINES.lines().collect();
    assert_eq!(answers().iter().map(|(line, _)| *line).collect::<Vec<_>>(), lines);
}

#[test]
fn every_line_of_the_seed_has_its_answer() {
    let default = Design::default();
    for (line, answer) in answers() {
        match answer {
            Answer::Rule(id, change) => {
                assert!(find(id).is_some() && ids(&with(change)).contains(&id), "{line}: {id}");
            }
            Answer::Setting(field, path, text) => {
                assert_eq!(field.path(&Positions::canonical(&default)), path, "{line}");
                assert_eq!(field.text(&default), text, "{line}");
            }
            Answer::Export(resource) => assert!(terraform::main_tf(&default).contains(resource), "{line}"),
            Answer::Added(edit, resource) => {
                let design = default.with(&edit).unwrap();
                assert!(terraform::main_tf(&design).contains(resource), "{line}");
                assert!(!terraform::main_tf(&default).contains(resource), "{line}");
                assert_eq!(yaml::read(&yaml::write(&design)).map(|spec| spec.design), Ok(design), "{line}");
            }
            Answer::Fit(change) => {
                let fit = fit(&with(change));
                let signal = fit.signals.iter().find(|it| line == format!("- {}", it.signal)).expect(line);
                assert_eq!(signal.answer.word(), "for", "{line}");
            }
        }
    }
}

#[test]
fn what_keeps_a_cluster_awake_is_a_panel_and_a_line_of_the_bill() {
    // The seed pairs its proxy with a low minimum; the panel and the bill say what that costs.
    let design = with(|it| {
        it.cluster.min_capacity = Acu::ZERO;
        it.proxy = Some(Proxy::default());
    });
    let bill = bill(&design, FACTS_DATE);
    let writer = &rests(&design, &bill)[0];
    let line = bill.lines.iter().find(|line| line.id == LineId::WriterAcu).unwrap();
    assert_eq!(writer.idle, line.monthly.map(|band| band.of(Month::Idle)));
    assert!(writer.says(&design).contains("RDS Proxy") && design.environment.word() == "production");
}
