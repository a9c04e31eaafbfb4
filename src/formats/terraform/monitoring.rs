//! Alarms, as many as the bill counts, the topic they go to, and the dashboard.

use crate::design::Design;
use crate::estimate::{self, AlarmKind};
use crate::facts::Decimal;

use super::super::hcl::{Body, Code, Expr};
use super::site::Site;
use super::{ignored, resource, skip};

/// Topic, subscription and alarms of the primary.
pub(super) fn alarms(design: &Design, site: &Site<'_>) -> Body {
    let alarms = estimate::alarms(design);
    if alarms.is_empty() {
        return Body::new();
    }
    let mut kinds: Vec<AlarmKind> = alarms.iter().map(|alarm| alarm.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().fold(topic(site), |body, kind| {
        let instances: Vec<usize> =
            alarms.iter().filter(|alarm| alarm.kind == kind).map(|alarm| alarm.instance).collect();
        body.with(alarm(design, kind, &instances))
    })
}

const KEYLESS_TOPIC: &str =
    "CloudWatch can't publish to a topic under the key that AWS manages, and the design has no other";

fn topic(site: &Site<'_>) -> Body {
    let (above, skips) = if site.key().is_none() {
        (ignored("AVD-AWS-0095", KEYLESS_TOPIC), skip("CKV_AWS_26", KEYLESS_TOPIC))
    } else {
        (Body::new(), Body::new())
    };
    let topic = skips
        .set("name", Expr::template("${var.project_name}-alarms"))
        .maybe("kms_master_key_id", site.key());
    let address = Expr::reference("var.alarm_email");
    let subscription = Body::new()
        .set("count", address.clone().equals(Expr::null()).choose(Expr::number(0u32), Expr::number(1u32)))
        .gap()
        .set("topic_arn", Expr::reference("aws_sns_topic.alarms.arn"))
        .set("protocol", Expr::text("email"))
        .set("endpoint", address.clone());
    let assert = Body::new()
        .set("condition", address.differs(Expr::null()))
        .set("error_message", Expr::text("No alarm_email is set: alarms are raised and nobody is told."));
    above
        .with(resource("aws_sns_topic", "alarms", topic))
        .with(resource("aws_sns_topic_subscription", "email", subscription))
        .block("check", [Code::new("alarms_have_a_receiver")], Body::new().block("assert", [], assert))
}

/// One kind of alarm, for each of its instances.
fn alarm(design: &Design, kind: AlarmKind, instances: &[usize]) -> Body {
    let watch = watch(design, kind);
    // Whichever instance writes after a failover, deadlocks are the writer's (CW-02).
    let role = kind == AlarmKind::Deadlocks;
    let (name, each) = if role {
        ("${local.cluster_name}-{a}", Body::new())
    } else {
        ("${local.cluster_name}-${each.key}-{a}", Body::new().set("for_each", each(design, instances)).gap())
    };
    let dimensions = if role {
        Expr::object([
            ("DBClusterIdentifier", Expr::reference("local.cluster_name")),
            ("Role", Expr::text("WRITER")),
        ])
    } else {
        Expr::object([("DBInstanceIdentifier", Expr::template("${local.cluster_name}-${each.key}"))])
    };
    let body = each
        .set("alarm_name", Expr::template(Code::filled(name, &[("{a}", Code::new(watch.ending))])))
        .set("alarm_description", watch.description)
        .set("comparison_operator", Expr::text(watch.operator))
        .set("evaluation_periods", Expr::number(watch.minutes))
        .set("metric_name", Expr::text(watch.metric))
        .set("namespace", Expr::text("AWS/RDS"))
        .set("period", Expr::number(60u32))
        .set("statistic", Expr::text("Average"))
        .set("threshold", watch.threshold)
        // A paused instance sends nothing, and that is no alarm (CW-01).
        .set("treat_missing_data", Expr::text("notBreaching"))
        .gap()
        .set("alarm_actions", Expr::list([Expr::reference("aws_sns_topic.alarms.arn")]))
        .set("ok_actions", Expr::list([Expr::reference("aws_sns_topic.alarms.arn")]))
        .gap()
        .set("dimensions", dimensions);
    let comment = "max_connections follows max_acu: a change there needs another threshold here.";
    let follows = kind == AlarmKind::Connections && estimate::chosen_connections(design).is_none();
    Body::new().when(follows, |body| body.comment(comment)).with(resource(
        "aws_cloudwatch_metric_alarm",
        watch.name,
        body,
    ))
}

/// The instances of an alarm, as the file knows them.
fn each(design: &Design, instances: &[usize]) -> Expr {
    let keys: Vec<String> = instances.iter().map(|instance| Design::instance_key(*instance)).collect();
    let all = instances.len() == design.cluster.readers.len() + 1;
    let readers = instances.len() == design.cluster.readers.len() && !instances.contains(&0);
    if all && !design.cluster.readers.is_empty() {
        Expr::call("toset", [writer_and_readers()])
    } else if readers && !instances.is_empty() {
        Expr::call("toset", [reader_keys()])
    } else {
        Expr::call("toset", [Expr::texts(keys)])
    }
}

fn reader_keys() -> Expr {
    Expr::call("keys", [Expr::reference("local.readers")])
}

fn writer_and_readers() -> Expr {
    Expr::call("concat", [Expr::texts(["writer"]), reader_keys()])
}

/// What an alarm watches and when it is raised.
struct Watch {
    name: &'static str,
    ending: &'static str,
    metric: &'static str,
    operator: &'static str,
    minutes: u32,
    threshold: Expr,
    description: Expr,
}

const ABOVE: &str = "GreaterThanThreshold";
const AT_LEAST: &str = "GreaterThanOrEqualToThreshold";
const BELOW: &str = "LessThanThreshold";

fn watch(design: &Design, kind: AlarmKind) -> Watch {
    match kind {
        AlarmKind::AcuUtilization => Watch {
            name: "acu_utilization",
            ending: "acu-utilization",
            metric: "ACUUtilization",
            operator: AT_LEAST,
            minutes: 5,
            threshold: Expr::number(90u32),
            description: Expr::template("${each.key} uses 90 % of its ${var.max_acu} ACU or more"),
        },
        AlarmKind::Connections => {
            let most = most_connections(design);
            Watch {
                name: "connections",
                ending: "connections",
                metric: "DatabaseConnections",
                operator: ABOVE,
                minutes: 5,
                threshold: Expr::number(most * 9 / 10),
                description: Expr::text(format!(
                    "Over 90 % of the {most} connections that an instance takes"
                )),
            }
        }
        AlarmKind::FreeableMemory => Watch {
            name: "freeable_memory",
            ending: "freeable-memory",
            metric: "FreeableMemory",
            operator: BELOW,
            minutes: 15,
            threshold: Expr::call("floor", [five_percent_of_memory()]),
            description: Expr::template(
                "${each.key} has less than 5 % of the memory free that ${var.max_acu} ACU have",
            ),
        },
        AlarmKind::ReplicaLag => Watch {
            name: "replica_lag",
            ending: "replica-lag",
            metric: "AuroraReplicaLag",
            operator: ABOVE,
            minutes: 5,
            threshold: Expr::number(2000u32),
            description: Expr::template("${each.key} is more than 2 seconds behind the writer"),
        },
        AlarmKind::Deadlocks => Watch {
            name: "deadlocks",
            ending: "deadlocks",
            metric: "Deadlocks",
            operator: ABOVE,
            minutes: 5,
            threshold: Expr::decimal(Decimal::from_micros(100_000)),
            description: Expr::text("The writer sees more than one deadlock in 10 seconds"),
        },
    }
}

/// An ACU has 2 GiB (ACU-01).
fn five_percent_of_memory() -> Expr {
    let bytes = [2u32, 1024, 1024, 1024, 5].map(Expr::number);
    bytes.into_iter().fold(Expr::reference("var.max_acu"), Expr::times).over(Expr::number(100u32))
}

/// The connections an instance takes: the user's parameter, else what the capacities give; a low minimum caps both
/// (ACU-30, ACU-31).
fn most_connections(design: &Design) -> u64 {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let taken =
        estimate::connections_of(design, min, max).unwrap_or_else(|| estimate::max_connections(design));
    u64::from(taken.1)
}

/// The dashboard, if the design wants one.
pub(super) fn dashboard(design: &Design) -> Body {
    if !design.cluster.alarms.dashboard {
        return Body::new();
    }
    let mut widgets = vec![
        widget("Capacity (ACU)", 0, 0, "ServerlessDatabaseCapacity", design),
        widget("ACU utilization (%)", 12, 0, "ACUUtilization", design),
        widget("Connections", 0, 6, "DatabaseConnections", design),
        widget("Freeable memory (bytes)", 12, 6, "FreeableMemory", design),
        widget("CPU (%)", 0, 12, "CPUUtilization", design),
    ];
    if !design.cluster.readers.is_empty() {
        widgets.push(widget("Replica lag (ms)", 12, 12, "AuroraReplicaLag", design));
    }
    let body = Body::new()
        // Dashboards belong to the account, not to a Region.
        .set("dashboard_name", Expr::template("${local.cluster_name}-${var.region}"))
        .set("dashboard_body", Expr::call("jsonencode", [Expr::object([("widgets", Expr::list(widgets))])]));
    resource("aws_cloudwatch_dashboard", "this", body)
}

fn widget(title: &'static str, x: u32, y: u32, metric: &'static str, design: &Design) -> Expr {
    let instances =
        if design.cluster.readers.is_empty() { Expr::texts(["writer"]) } else { writer_and_readers() };
    let metric = [
        Expr::text("AWS/RDS"),
        Expr::text(metric),
        Expr::text("DBInstanceIdentifier"),
        Expr::template("${local.cluster_name}-${key}"),
    ];
    let metrics = Expr::for_each("key", instances, Expr::list(metric));
    let properties = Expr::object([
        ("title", Expr::text(title)),
        ("region", Expr::reference("var.region")),
        ("view", Expr::text("timeSeries")),
        ("stat", Expr::text("Average")),
        ("period", Expr::number(60u32)),
        ("metrics", metrics),
    ]);
    Expr::object([
        ("type", Expr::text("metric")),
        ("x", Expr::number(x)),
        ("y", Expr::number(y)),
        ("width", Expr::number(12u32)),
        ("height", Expr::number(6u32)),
        ("properties", properties),
    ])
}
