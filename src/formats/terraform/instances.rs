//! The instances: the writer first, the readers behind it, and the role that Enhanced Monitoring needs.

use crate::design::Design;

use super::super::hcl::{Body, Expr};
use super::locals::placed;
use super::site::Site;
use super::{depends_on, exception, ignored, policy, resource};

/// Role, writer and readers of the primary.
pub(super) fn instances(design: &Design, site: &Site<'_>) -> Body {
    let monitored = design.cluster.enhanced_monitoring_seconds > 0;
    let body = if monitored { role() } else { Body::new() };
    let writer = skips(design, site).with(common(
        design,
        site,
        Expr::template("${local.cluster_name}-writer"),
        writer_place(site),
    ));
    let on = monitored.then(|| Expr::reference("aws_iam_role_policy_attachment.monitoring"));
    let body = body
        .comment("The first instance of a cluster becomes its writer, so the readers wait for it.")
        .with(exposed(design))
        .with(resource("aws_rds_cluster_instance", "writer", depends_on(writer, on.into_iter().collect())));
    if site.instances.len() < 2 {
        return body;
    }
    let reader = skips(design, site).set("for_each", Expr::reference("local.readers")).gap().with(common(
        design,
        site,
        Expr::template("${local.cluster_name}-${each.key}"),
        each_place(),
    ));
    let reader = depends_on(reader, vec![Expr::reference("aws_rds_cluster_instance.writer")]);
    body.with(exposed(design)).with(resource("aws_rds_cluster_instance", "reader", reader))
}

/// The instances of a secondary; none where it is headless (GDB-06).
pub(super) fn nodes(design: &Design, site: &Site<'_>) -> Body {
    if site.instances.is_empty() {
        return Body::new();
    }
    let nodes: Vec<(String, Expr)> = site
        .instances
        .iter()
        .enumerate()
        .map(|(index, instance)| (format!("node-{}", index + 1), placed(site, *instance)))
        .collect();
    let nodes = Expr::map(nodes);
    let body = skips(design, site).set("for_each", nodes).gap().with(common(
        design,
        site,
        site.template("{c}-${each.key}"),
        each_place(),
    ));
    let monitored = design.cluster.enhanced_monitoring_seconds > 0;
    let on = monitored.then(|| Expr::reference("aws_iam_role_policy_attachment.monitoring"));
    exposed(design).with(site.resource(
        "aws_rds_cluster_instance",
        "node",
        depends_on(body, on.into_iter().collect()),
    ))
}

fn writer_place(site: &Site<'_>) -> (Expr, Expr) {
    site.instances.first().map_or_else(each_place, |(zone, tier)| (site.zone(*zone), Expr::number(*tier)))
}

fn each_place() -> (Expr, Expr) {
    (Expr::reference("each.value.zone"), Expr::reference("each.value.promotion_tier"))
}

/// What all instances share: they take version and subnet group from the cluster (ENG-22, NET-04), and the same insights
/// (MON-05). The tier is written out, because Terraform's default is not AWS' (ACU-40).
fn common(design: &Design, site: &Site<'_>, identifier: Expr, (zone, tier): (Expr, Expr)) -> Body {
    let cluster = &design.cluster;
    let insights = cluster.performance_insights;
    let monitored = cluster.enhanced_monitoring_seconds > 0;
    let key = site.key().filter(|_| insights.enabled);
    Body::new()
        .set("identifier", identifier)
        .set("cluster_identifier", site.reference("aws_rds_cluster.this{s}.id"))
        .set("instance_class", Expr::text("db.serverless"))
        .set("engine", site.reference("aws_rds_cluster.this{s}.engine"))
        .set("engine_version", site.reference("aws_rds_cluster.this{s}.engine_version"))
        .gap()
        .set("availability_zone", zone)
        .set("db_subnet_group_name", site.reference("aws_db_subnet_group.this{s}.name"))
        .set("promotion_tier", tier)
        .set("publicly_accessible", Expr::flag(cluster.publicly_accessible))
        .gap()
        .set("auto_minor_version_upgrade", Expr::flag(design.auto_minor_version_upgrade()))
        .set("ca_cert_identifier", Expr::text("rds-ca-rsa2048-g1"))
        .set("copy_tags_to_snapshot", Expr::flag(true))
        .gap()
        .set("monitoring_interval", Expr::number(cluster.enhanced_monitoring_seconds))
        .maybe("monitoring_role_arn", monitored.then(|| Expr::reference("aws_iam_role.monitoring.arn")))
        .set("performance_insights_enabled", Expr::flag(insights.enabled))
        .maybe("performance_insights_kms_key_id", key)
        .maybe(
            "performance_insights_retention_period",
            insights.enabled.then(|| Expr::number(insights.retention_days)),
        )
}

const EXPOSED: &str = "The design is publicly accessible";

/// What Trivy says of an instance that the internet may reach.
fn exposed(design: &Design) -> Body {
    if design.cluster.publicly_accessible { ignored("AVD-AWS-0180", EXPOSED) } else { Body::new() }
}

fn skips(design: &Design, site: &Site<'_>) -> Body {
    let cluster = &design.cluster;
    let insights = cluster.performance_insights.enabled;
    let upgraded = design.auto_minor_version_upgrade();
    let lts = !upgraded && design.resolved_version().is_some_and(|version| version.lts);
    let reason = if lts {
        "An LTS version stays LTS only without automatic minor upgrades"
    } else {
        "The design has no automatic minor upgrades"
    };
    [
        (!upgraded, "CKV_AWS_226", reason),
        (cluster.publicly_accessible, "CKV_AWS_17", EXPOSED),
        (cluster.enhanced_monitoring_seconds == 0, "CKV_AWS_118", "The design has no Enhanced Monitoring"),
        (!insights, "CKV_AWS_353", "The design has no Performance Insights"),
        (insights && site.key().is_none(), "CKV_AWS_354", site.keyless_reason()),
    ]
    .into_iter()
    .filter(|(holds, ..)| *holds)
    .fold(Body::new(), |body, (_, check, reason)| body.comment(exception(check, reason)))
}

fn role() -> Body {
    let role = policy::role("${var.project_name}-${var.region}-monitor", "monitoring.rds.amazonaws.com");
    let attachment = policy::attachment("aws_iam_role.monitoring.name", "AmazonRDSEnhancedMonitoringRole");
    resource("aws_iam_role", "monitoring", role).with(resource(
        "aws_iam_role_policy_attachment",
        "monitoring",
        attachment,
    ))
}
