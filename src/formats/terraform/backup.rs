//! A daily copy in an AWS Backup vault, outside the cluster's own backups (BAK-12).

use crate::design::Design;

use super::super::hcl::{Body, Expr};
use super::site::Site;
use super::{policy, resource, skip};

/// Vault, plan, role and selection; nothing where the design has none.
pub(super) fn backup(design: &Design, site: &Site<'_>) -> Body {
    if !design.cluster.aws_backup {
        return Body::new();
    }
    let skips = if site.key().is_none() { skip("CKV_AWS_166", site.keyless_reason()) } else { Body::new() };
    let vault =
        skips.set("name", Expr::template("${var.project_name}-backup")).maybe("kms_key_arn", site.key());
    let rule = Body::new()
        .set("rule_name", Expr::text("daily"))
        .set("target_vault_name", Expr::reference("aws_backup_vault.this.name"))
        .set("schedule", Expr::text("cron(0 5 * * ? *)"))
        .block("lifecycle", [], Body::new().set("delete_after", Expr::number(35u32)));
    let plan = Body::new().set("name", Expr::template("${var.project_name}-backup")).block("rule", [], rule);
    let assumed = policy::role("${var.project_name}-${var.region}-backup", "backup.amazonaws.com");
    let attachment = policy::attachment("aws_iam_role.backup.name", "AWSBackupServiceRolePolicyForBackup");
    let selection = Body::new()
        .set("name", Expr::template("${var.project_name}-backup"))
        .set("iam_role_arn", Expr::reference("aws_iam_role.backup.arn"))
        .set("plan_id", Expr::reference("aws_backup_plan.this.id"))
        .set("resources", Expr::list([Expr::reference("aws_rds_cluster.this.arn")]));
    resource("aws_backup_vault", "this", vault)
        .with(resource("aws_backup_plan", "this", plan))
        .with(resource("aws_iam_role", "backup", assumed))
        .with(resource("aws_iam_role_policy_attachment", "backup", attachment))
        .with(resource("aws_backup_selection", "this", selection))
}
