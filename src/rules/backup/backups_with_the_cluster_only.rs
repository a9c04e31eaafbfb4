//! `backup/backups-with-the-cluster-only`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/backups-with-the-cluster-only",
    severity: Severity::Note,
    title: "There is no copy outside the cluster's own backups",
    why: "When the cluster is deleted only manual and final snapshots stay; AWS Backup keeps copies in a vault that can be locked.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html",
    facts: &["BAK-12"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: Design::default, good: || cluster(|it| it.aws_backup = true) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.aws_backup || !context.production() {
        return Vec::new();
    }
    let message = "AWS Backup is off: there is no copy outside the cluster's own backups.";
    vec![RULE.finding(Field::AwsBackup, message)]
}
