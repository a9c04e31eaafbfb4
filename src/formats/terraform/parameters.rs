//! The cluster parameter group, and the log groups that must exist before the cluster.

use std::collections::BTreeMap;

use crate::design::{Design, Engine, LogExport};

use super::super::hcl::{Body, Expr};
use super::exception;
use super::site::Site;

/// Parameter group and log groups of a Region.
pub(super) fn parameters(design: &Design, site: &Site<'_>) -> Body {
    site.resource("aws_rds_cluster_parameter_group", "this", group(design)).with(logs(design, site))
}

fn group(design: &Design) -> Body {
    // The family follows the version's major (ENG-20, ENG-21).
    let family = match design.cluster.engine {
        Engine::AuroraPostgresql => "aurora-postgresql${split(\".\", var.engine_version)[0]}",
        Engine::AuroraMysql => "aurora-mysql${join(\".\", slice(split(\".\", var.engine_version), 0, 2))}",
    };
    let mut body = Body::new()
        .set("name_prefix", Expr::template("${var.project_name}-cluster-"))
        .set("description", Expr::template("Cluster parameters of ${var.project_name}"))
        .set("family", Expr::template(family));
    let own = own(design);
    for (name, value) in all(design, &own) {
        body = body.block("parameter", [], parameter(name, value, own.contains_key(name)));
    }
    body.block("lifecycle", [], Body::new().set("create_before_destroy", Expr::flag(true)))
}

fn parameter(name: &str, value: &str, own: bool) -> Body {
    let body = Body::new().set("name", Expr::typed(name)).set("value", Expr::typed(value));
    if own {
        return body;
    }
    // Whether it is static is not known, and AWS takes static parameters at a reboot only; a new cluster starts with them.
    body.set("apply_method", Expr::text("pending-reboot"))
}

/// The design's parameters: our own where the user says nothing else.
fn all<'a>(design: &'a Design, own: &BTreeMap<&'a str, &'a str>) -> BTreeMap<&'a str, &'a str> {
    let mut parameters = own.clone();
    parameters.extend(design.cluster.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    parameters
}

/// Names of the parameters that `main.tf` sets by itself and that AWS takes at once.
pub fn own_parameters(design: &Design) -> Vec<&'static str> {
    own(design).into_keys().collect()
}

/// What `main.tf` sets a parameter to: the design's own value, else ours; `None` where it leaves it to AWS.
pub fn set_parameter<'a>(design: &'a Design, name: &str) -> Option<&'a str> {
    let chosen = design.cluster.parameters.get(name).map(String::as_str);
    chosen.or_else(|| own(design).get(name).copied())
}

/// Forced TLS (TLS-02), and what makes the exported logs exist (LOG-03). All are dynamic parameters.
fn own(design: &Design) -> BTreeMap<&'static str, &'static str> {
    let exports = design.log_exports();
    let (engine, tls) = (design.cluster.engine, design.cluster.force_tls);
    let mut parameters = BTreeMap::new();
    match engine {
        Engine::AuroraPostgresql => {
            parameters.insert(engine.tls_parameter(), if tls { "1" } else { "0" });
            if exports.contains(LogExport::Postgresql) {
                parameters.insert("log_statement", "ddl");
                parameters.insert("log_min_duration_statement", "1000");
            }
        }
        Engine::AuroraMysql => {
            parameters.insert(engine.tls_parameter(), if tls { "ON" } else { "OFF" });
            if exports.contains(LogExport::Audit) {
                parameters.insert("server_audit_logging", "1");
                parameters.insert("server_audit_events", "CONNECT,QUERY_DCL,QUERY_DDL");
            }
            if exports.contains(LogExport::Slowquery) {
                parameters.insert("slow_query_log", "1");
            }
            if exports.contains(LogExport::General) {
                parameters.insert("general_log", "1");
            }
        }
    }
    parameters
}

/// Whether the parameters still log statements, for Checkov.
pub(super) fn logs_statements(design: &Design) -> bool {
    let all = all(design, &own(design));
    all.contains_key("log_statement") && all.contains_key("log_min_duration_statement")
}

fn logs(design: &Design, site: &Site<'_>) -> Body {
    if design.log_exports().is_empty() {
        return Body::new();
    }
    let each = Body::new().set("for_each", Expr::call("toset", [Expr::reference("local.log_types")])).gap();
    // A group whose log is no longer exported goes after the export has stopped: before, RDS would make it again at once.
    let after = Body::new().set("create_before_destroy", Expr::flag(true));
    let group = log_group(design, site, site.template("/aws/rds/cluster/{c}/${each.value}"), each).block(
        "lifecycle",
        [],
        after,
    );
    Body::new()
        .comment("Made before RDS would make them itself, without an end to their retention.")
        .with(site.resource("aws_cloudwatch_log_group", "cluster", group))
}

/// A log group with the design's retention and key; `head` comes first.
pub(super) fn log_group(design: &Design, site: &Site<'_>, name: Expr, head: Body) -> Body {
    let days = design.cluster.log_retention_days;
    let mut skips = Body::new();
    if (1..365).contains(&days) {
        skips = skips.comment(exception("CKV_AWS_338", &format!("The design keeps logs for {days} days")));
    }
    if site.key().is_none() {
        skips = skips.comment(exception("CKV_AWS_158", site.keyless_reason()));
    }
    skips
        .with(head)
        .set("name", name)
        .maybe("kms_key_id", site.key())
        .set("retention_in_days", Expr::reference("var.log_retention_days"))
}
