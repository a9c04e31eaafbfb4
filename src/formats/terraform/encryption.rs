//! The customer managed key and what may use it.

use crate::design::Design;

use super::super::hcl::{Body, Expr};
use super::policy;
use super::site::Site;

/// The key of a Region: one of its own, or RDS' by its name (BAK-09).
pub(super) fn encryption(design: &Design, site: &Site<'_>) -> Body {
    if !site.creates_key() {
        return outlives(site).with(rds_key(design, site));
    }
    let purpose = match site.secondary {
        None => "Encrypts storage, master secret, insights, logs and alarms of ${var.project_name}",
        Some(_) => "Encrypts storage, insights and logs of ${var.project_name}",
    };
    let key = Body::new()
        .set("description", Expr::template(purpose))
        .set("deletion_window_in_days", Expr::number(30u32))
        .set("enable_key_rotation", Expr::flag(true))
        .gap()
        .set("policy", policy::document(statements(design, site)))
        // In another Region it is made anew, and a log group that goes with it waits for the new cluster: the key waits for both.
        .block("lifecycle", [], Body::new().set("create_before_destroy", Expr::flag(true)));
    let alias = Body::new()
        .set("name", Expr::template("alias/${var.project_name}-aurora"))
        .set("target_key_id", site.reference("aws_kms_key.this{s}.key_id"));
    let outlived = design.cluster.final_snapshot && site.secondary.is_none();
    Body::new()
        .when(outlived, |body| body.comment(OUTLIVED))
        .with(site.resource("aws_kms_key", "this", key))
        .with(site.resource("aws_kms_alias", "this", alias))
}

const OUTLIVED: &str = "A destroy deletes the key 30 days later, and then nobody can read the final snapshot: copy it under another key before.";

/// A key that an earlier file of this design made is needed as long as a snapshot is encrypted with it, so leaving it out
/// must not delete it.
fn outlives(site: &Site<'_>) -> Body {
    let kept = Body::new().set("destroy", Expr::flag(false));
    let removed = Body::new().set("from", site.reference("aws_kms_key.this{s}")).block("lifecycle", [], kept);
    Body::new()
        .comment("A key that this file made before stays: its snapshots can't be read without it. Delete it by hand when they are gone.")
        .block("removed", [], removed)
}

/// RDS' own key, where no other is chosen. An encrypted secondary must name its key (GDB-07); a cluster that only left it
/// out would keep the one it had, which is deleted with the design that made it.
fn rds_key(design: &Design, site: &Site<'_>) -> Body {
    if !design.cluster.encryption || site.key().is_some() {
        return Body::new();
    }
    site.data("aws_kms_key", "rds", Body::new().set("key_id", Expr::text("alias/aws/rds")))
}

fn statements(design: &Design, site: &Site<'_>) -> Vec<Expr> {
    let account = "data.aws_caller_identity.current.account_id";
    let root = Expr::template(
        "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root",
    );
    let mut statements =
        vec![statement("AccountAdministration", Expr::text("kms:*"), Expr::object([("AWS", root)]), None)];
    if logs(design, site) {
        let groups = site.template("arn:${data.aws_partition.current.partition}:logs:{r}:${data.aws_caller_identity.current.account_id}:log-group:*");
        let actions =
            ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
        statements.push(statement(
            "Logs",
            Expr::texts(actions),
            Expr::object([("Service", site.template("logs.{r}.${data.aws_partition.current.dns_suffix}"))]),
            Some(Expr::object([("ArnLike", Expr::object([("kms:EncryptionContext:aws:logs:arn", groups)]))])),
        ));
    }
    if design.cluster.alarms.enabled && site.secondary.is_none() {
        statements.push(statement(
            "Alarms",
            Expr::texts(["kms:Decrypt", "kms:GenerateDataKey*"]),
            Expr::object([("Service", Expr::text("cloudwatch.amazonaws.com"))]),
            Some(Expr::object([(
                "StringEquals",
                Expr::object([("aws:SourceAccount", Expr::reference(account))]),
            )])),
        ));
    }
    statements
}

fn statement(id: &'static str, action: Expr, principal: Expr, condition: Option<Expr>) -> Expr {
    let entries = [
        ("Sid", Expr::text(id)),
        ("Effect", Expr::text("Allow")),
        ("Action", action),
        ("Resource", Expr::text("*")),
        ("Principal", principal),
    ];
    Expr::object(entries.into_iter().chain(condition.map(|condition| ("Condition", condition))))
}

/// Whether the Region has log groups at all.
fn logs(design: &Design, site: &Site<'_>) -> bool {
    let proxy = design.proxy.is_some() && site.secondary.is_none();
    site.creates_vpc() || proxy || !design.log_exports().is_empty()
}
