//! The cluster itself: `aws_rds_cluster` of the primary and of each secondary.

use crate::design::{Credentials, Design, Engine, InsightsMode, KmsKey, LogExport, Word};

use super::super::hcl::{Body, Expr};
use super::site::Site;
use super::{depends_on, exception, ignored, parameters, resource};

/// The primary's cluster and the suffix of its final snapshot.
pub(super) fn cluster(design: &Design, site: &Site<'_>) -> Body {
    let body = if design.cluster.final_snapshot { final_snapshot(design, site) } else { Body::new() };
    body.with(keyless(site)).with(resource("aws_rds_cluster", "this", primary(design, site)))
}

/// What Trivy says of a cluster without a customer managed key.
pub(super) fn keyless(site: &Site<'_>) -> Body {
    if site.key().is_some() { Body::new() } else { ignored("AVD-AWS-0079", site.keyless_reason()) }
}

/// A destroyed cluster leaves its final snapshot behind, so the next one's must have another name (BAK-06): what makes the
/// cluster anew draws another.
fn final_snapshot(design: &Design, site: &Site<'_>) -> Body {
    let cluster = &design.cluster;
    let key = match (cluster.encryption, &cluster.kms_key) {
        (false, _) => Expr::text("none"),
        (true, KmsKey::Arn(_)) => site.variable("kms_key_arn"),
        (true, named) => Expr::text(named.to_string()),
    };
    let keepers = Expr::object([
        ("cluster", Expr::reference("local.cluster_name")),
        ("project", Expr::reference("var.project_name")),
        ("region", Expr::reference("var.region")),
        ("engine", Expr::text(cluster.engine.word())),
        ("database", Expr::typed(&cluster.database_name)),
        ("user", Expr::typed(design.master_username())),
        ("key", key),
    ]);
    let suffix = Body::new().set("byte_length", Expr::number(4u32)).gap().set("keepers", keepers);
    Body::new()
        .comment("A destroyed cluster leaves its final snapshot behind: the next one's needs another name.")
        .with(resource("random_id", "final_snapshot", suffix))
}

fn primary(design: &Design, site: &Site<'_>) -> Body {
    let cluster = &design.cluster;
    let backtrack = (cluster.engine == Engine::AuroraMysql && cluster.backtrack_hours > 0)
        .then(|| Expr::number(u64::from(cluster.backtrack_hours) * 3600));
    let body = skips(design, site)
        .set("cluster_identifier", site.cluster_name())
        .maybe(
            "global_cluster_identifier",
            design.global.as_ref().map(|_| Expr::reference("aws_rds_global_cluster.this.id")),
        )
        .gap()
        .with(engine(design))
        .maybe(
            "allow_major_version_upgrade",
            design.global.is_none().then(|| Expr::reference("var.allow_major_version_upgrade")),
        )
        .gap()
        .with(credentials(design, site))
        .gap()
        .with(attached(site))
        .gap()
        .with(storage(design, site))
        .gap()
        .with(kept(design, backtrack))
        .gap()
        .set("deletion_protection", Expr::reference("var.deletion_protection"))
        .with(snapshot(design))
        .gap()
        .with(observed(design, site))
        .maybe("enable_http_endpoint", cluster.data_api.then(|| Expr::flag(true)))
        .with(scaling(design, site))
        .with(lifecycle(design, site));
    depends_on(body, logs(design, site))
}

/// A secondary's cluster: it inherits user, password and databases (USR-09, GDB-07).
pub(super) fn secondary(design: &Design, site: &Site<'_>) -> Body {
    let cluster = &design.cluster;
    let forwarding = site.secondary.is_some_and(|secondary| secondary.write_forwarding);
    let body = skips(design, site)
        .set("cluster_identifier", site.cluster_name())
        .set("global_cluster_identifier", Expr::reference("aws_rds_global_cluster.this.id"))
        .maybe("enable_global_write_forwarding", forwarding.then(|| Expr::flag(true)))
        .gap()
        .with(engine(design))
        .set("iam_database_authentication_enabled", Expr::flag(cluster.iam_database_authentication))
        .gap()
        .with(attached(site))
        .gap()
        .with(storage(design, site))
        .gap()
        .with(kept(design, None))
        .gap()
        .set("deletion_protection", Expr::reference("var.deletion_protection"))
        // The primary takes the final snapshot.
        .set("skip_final_snapshot", Expr::flag(true))
        .gap()
        .with(observed(design, site))
        .with(scaling(design, site))
        .with(lifecycle(design, site));
    let mut on = logs(design, site);
    on.push(Expr::reference("aws_rds_cluster_instance.writer"));
    depends_on(body, on)
}

/// Backups, and when AWS may work on the cluster.
fn kept(design: &Design, backtrack: Option<Expr>) -> Body {
    let cluster = &design.cluster;
    Body::new()
        .set("apply_immediately", Expr::flag(false))
        .set("backup_retention_period", Expr::reference("var.backup_retention_days"))
        .maybe("backtrack_window", backtrack)
        .set("copy_tags_to_snapshot", Expr::flag(true))
        .set("preferred_backup_window", Expr::text(cluster.backup_window.to_string()))
        .set("preferred_maintenance_window", Expr::text(cluster.maintenance_window.to_string()))
}

fn engine(design: &Design) -> Body {
    Body::new()
        .set("engine", Expr::text(design.cluster.engine.word()))
        .set("engine_mode", Expr::text("provisioned"))
        .set("engine_version", Expr::reference("var.engine_version"))
        .set("port", Expr::reference("local.port"))
}

fn credentials(design: &Design, site: &Site<'_>) -> Body {
    let body = Body::new()
        .set("database_name", Expr::typed(&design.cluster.database_name))
        .set("iam_database_authentication_enabled", Expr::flag(design.cluster.iam_database_authentication))
        .set("master_username", Expr::typed(design.master_username()));
    match design.cluster.credentials {
        Credentials::Managed => body
            .set("manage_master_user_password", Expr::flag(true))
            .maybe("master_user_secret_kms_key_id", site.key()),
        Credentials::SecretsManager => body
            .set("master_password_wo", Expr::reference("ephemeral.random_password.master.result"))
            .set("master_password_wo_version", super::secret::version(design)),
    }
}

fn attached(site: &Site<'_>) -> Body {
    Body::new()
        .set(
            "db_cluster_parameter_group_name",
            site.reference("aws_rds_cluster_parameter_group.this{s}.name"),
        )
        .set("db_subnet_group_name", site.reference("aws_db_subnet_group.this{s}.name"))
        .set("vpc_security_group_ids", Expr::list([site.reference("aws_security_group.cluster{s}.id")]))
}

fn storage(design: &Design, site: &Site<'_>) -> Body {
    let encrypted = design.cluster.encryption;
    let key = site.key().or_else(|| encrypted.then(|| site.reference("data.aws_kms_key.rds{s}.arn")));
    let copied = encrypted && site.secondary.is_some();
    Body::new()
        .maybe("kms_key_id", key)
        // RDS has the request for an encrypted copy signed for the Region that it copies.
        .maybe("source_region", copied.then(|| Expr::reference("var.region")))
        .set("storage_encrypted", Expr::flag(design.cluster.encryption))
        // Left out, the provider keeps the type there was, and a switch back to the standard one would not reach AWS. (RDS
        // names no type for `aurora`, which the provider does not take for a change.)
        .set("storage_type", Expr::text(design.cluster.storage_type.word()))
}

fn snapshot(design: &Design) -> Body {
    if !design.cluster.final_snapshot {
        return Body::new().set("skip_final_snapshot", Expr::flag(true));
    }
    Body::new()
        .set(
            "final_snapshot_identifier",
            Expr::template("${local.cluster_name}-final-${random_id.final_snapshot.hex}"),
        )
        .set("skip_final_snapshot", Expr::flag(false))
}

/// Logs and insights. Database Insights is set on the cluster alone (MON-02), Performance Insights there and on every
/// instance alike (MON-05): with a new mode the provider sends the cluster's own switch, and left out that would be off.
fn observed(design: &Design, site: &Site<'_>) -> Body {
    let insights = design.cluster.performance_insights;
    let logs = !design.log_exports().is_empty();
    let body = Body::new()
        .maybe("enabled_cloudwatch_logs_exports", logs.then(|| Expr::reference("local.log_types")));
    if !insights.enabled && insights.mode == InsightsMode::Standard {
        // Left out, the mode would stay what it was: advanced can't be without Performance Insights.
        return body
            .set("database_insights_mode", Expr::text(insights.mode.word()))
            .set("performance_insights_enabled", Expr::flag(false));
    }
    body.set("database_insights_mode", Expr::text(insights.mode.word()))
        .set("performance_insights_enabled", Expr::flag(insights.enabled))
        .maybe("performance_insights_kms_key_id", site.key())
        .set("performance_insights_retention_period", Expr::number(insights.retention_days))
}

fn scaling(design: &Design, site: &Site<'_>) -> Body {
    let (min, max) = site.capacity();
    let pause = design.seconds_until_auto_pause().map(|_| {
        let pauses = min.clone().equals(Expr::number(0u32));
        pauses.choose(Expr::reference("var.seconds_until_auto_pause"), Expr::null())
    });
    let scaling = Body::new()
        .set("max_capacity", max)
        .set("min_capacity", min)
        .maybe("seconds_until_auto_pause", pause);
    Body::new().block("serverlessv2_scaling_configuration", [], scaling)
}

/// AWS upgrades minors by itself, and a plan must not want to go back (ENG-10b). A Global Database is upgraded as a whole,
/// which a member's own version would contradict in the middle of the plan.
fn lifecycle(design: &Design, site: &Site<'_>) -> Body {
    let (comment, ignored) = if site.secondary.is_some() {
        (
            "The Global Database is upgraded as a whole, and RDS sets the source.",
            vec![Expr::reference("engine_version"), Expr::reference("replication_source_identifier")],
        )
    } else if design.global.is_some() {
        (
            "The Global Database is upgraded as a whole, and a switchover gives this cluster a source.",
            vec![Expr::reference("engine_version"), Expr::reference("replication_source_identifier")],
        )
    } else if design.auto_minor_version_upgrade() {
        (
            "AWS upgrades minor versions by itself; no plan shall want to go back.",
            vec![Expr::reference("engine_version")],
        )
    } else {
        return Body::new();
    };
    let ignore = Body::new().comment(comment).set("ignore_changes", Expr::list(ignored));
    let left_to_aws = design.global.is_none();
    Body::new().block("lifecycle", [], ignore.when(left_to_aws, |body| body.with(same_major(design))))
}

/// The family of the parameter group follows the variable, so it must not run ahead of a version that is left to AWS:
/// AWS refuses a group of another family.
fn same_major(design: &Design) -> Body {
    let major = |version: Expr| {
        let parts = Expr::call("split", [Expr::text("."), version]);
        match design.cluster.engine {
            Engine::AuroraPostgresql => parts.at(Expr::number(0u32)),
            Engine::AuroraMysql => {
                let two = Expr::call("slice", [parts, Expr::number(0u32), Expr::number(2u32)]);
                Expr::call("join", [Expr::text("."), two])
            }
        }
    };
    let runs = major(Expr::reference("self.engine_version"));
    let condition = Body::new()
        .set("condition", runs.equals(major(Expr::reference("var.engine_version"))))
        .set("error_message", Expr::text(OTHER_MAJOR));
    Body::new().block("postcondition", [], condition)
}

const OTHER_MAJOR: &str = "The cluster runs another major version than engine_version says, and its parameter group must not run ahead of it. For a major upgrade take engine_version out of ignore_changes, or switch automatic minor upgrades off in the design, and set allow_major_version_upgrade; after an upgrade by other means write the version that runs into engine_version.";

fn logs(design: &Design, site: &Site<'_>) -> Vec<Expr> {
    let logs = !design.log_exports().is_empty();
    logs.then(|| site.reference("aws_cloudwatch_log_group.cluster{s}")).into_iter().collect()
}

fn skips(design: &Design, site: &Site<'_>) -> Body {
    let cluster = &design.cluster;
    let exports = design.log_exports();
    let mysql = cluster.engine == Engine::AuroraMysql;
    let mut body = Body::new();
    let mut add = |holds: bool, check: &str, reason: &str| {
        if holds {
            body = std::mem::take(&mut body).comment(exception(check, reason));
        }
    };
    add(!cluster.encryption, "CKV_AWS_96", site.keyless_reason());
    add(site.key().is_none(), "CKV_AWS_327", site.keyless_reason());
    add(!cluster.deletion_protection, "CKV_AWS_139", "The design has no deletion protection");
    add(!cluster.iam_database_authentication, "CKV_AWS_162", "The design has no IAM database authentication");
    add(exports.is_empty(), "CKV_AWS_324", "The design exports no logs");
    add(
        mysql && !exports.contains(LogExport::Audit),
        "CKV_AWS_325",
        "The design does not export the audit log",
    );
    add(
        mysql && (cluster.backtrack_hours == 0 || site.secondary.is_some()),
        "CKV_AWS_326",
        "The design has no Backtrack",
    );
    add(
        !mysql && !parameters::logs_statements(design),
        "CKV2_AWS_27",
        "The design does not export the log that would hold the statements",
    );
    add(!cluster.aws_backup || site.secondary.is_some(), "CKV2_AWS_8", "The design has no AWS Backup here");
    body
}
