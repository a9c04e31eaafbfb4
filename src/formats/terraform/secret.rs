//! The master password where RDS does not keep it: random, written to cluster and secret in one run, never in the state.

use crate::design::{Credentials, Design};

use super::super::hcl::{Body, Code, Expr};
use super::site::Site;
use super::{resource, skip};

/// The random password, where the design has a secret of its own.
pub(super) fn password(design: &Design) -> Body {
    if design.cluster.credentials == Credentials::Managed {
        return Body::new();
    }
    let password = Body::new().set("length", Expr::number(40u32)).set("special", Expr::flag(false));
    Body::new()
        .comment("Another one in every run, and used only in the run that writes it: see var.master_password_version.")
        .block("ephemeral", [Code::new("random_password"), Code::new("master")], password)
}

/// The secret and its content.
pub(super) fn secret(design: &Design, site: &Site<'_>) -> Body {
    if design.cluster.credentials == Credentials::Managed {
        return Body::new();
    }
    let mut head = Body::new();
    if site.key().is_none() {
        head = head.with(skip("CKV_AWS_149", site.keyless_reason()));
    }
    if design.cluster.rotation_days.is_none() {
        head = head.with(skip(
            "CKV2_AWS_57",
            "The design has no rotation; var.master_password_version sets a new password",
        ));
    }
    let secret = head
        .set("name_prefix", Expr::template("${var.project_name}-master-"))
        .set("description", Expr::template("Master user of ${local.cluster_name}"))
        .maybe("kms_key_id", site.key());
    let content = Expr::object([
        ("engine", Expr::text(secret_engine(design))),
        ("host", Expr::reference("aws_rds_cluster.this.endpoint")),
        ("port", Expr::reference("local.port")),
        ("dbname", Expr::typed(&design.cluster.database_name)),
        ("username", Expr::typed(design.master_username())),
        ("password", Expr::reference("ephemeral.random_password.master.result")),
        ("dbClusterIdentifier", Expr::reference("local.cluster_name")),
    ]);
    // A cluster that is made anew has the random password of that run.
    let follows =
        Body::new().set("replace_triggered_by", Expr::list([Expr::reference("aws_rds_cluster.this.id")]));
    let version = Body::new()
        .set("secret_id", Expr::reference("aws_secretsmanager_secret.master.id"))
        .set("secret_string_wo_version", version(design))
        .set("secret_string_wo", Expr::call("jsonencode", [content]))
        .block("lifecycle", [], follows);
    resource("aws_secretsmanager_secret", "master", secret).with(resource(
        "aws_secretsmanager_secret_version",
        "master",
        version,
    ))
}

/// What the password in the cluster and the content of the secret are written anew with: with each new port too, which the
/// secret holds. Write-only values are compared by this number alone.
pub(super) fn version(design: &Design) -> Expr {
    let raised = Expr::reference("var.master_password_version");
    if design.port() == design.cluster.engine.default_port() {
        return raised;
    }
    raised.plus(Expr::number(u64::from(design.port()) * 1000))
}

/// The engine as AWS' rotation templates call it.
const fn secret_engine(design: &Design) -> &'static str {
    match design.cluster.engine {
        crate::design::Engine::AuroraPostgresql => "postgres",
        crate::design::Engine::AuroraMysql => "mysql",
    }
}

/// The secret that holds the master password.
pub(super) fn arn(design: &Design) -> Expr {
    match design.cluster.credentials {
        Credentials::Managed => Expr::reference("aws_rds_cluster.this.master_user_secret")
            .at(Expr::number(0u32))
            .attribute("secret_arn"),
        Credentials::SecretsManager => Expr::reference("aws_secretsmanager_secret.master.arn"),
    }
}
