//! `backup/region-opt-in`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/region-opt-in",
    severity: Severity::Note,
    title: "AWS Backup protects only what the Region has opted in",
    why: "While the opt-in for Aurora is off in a Region, a plan that names the cluster makes no copy, and nothing fails.",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/service-opt-in.html",
    facts: &["BAK-13"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.aws_backup = true), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !context.design.cluster.aws_backup {
        return Vec::new();
    }
    let message = format!(
        "Check that the opt-in of AWS Backup for Aurora is on in {}: while it is off the plan protects nothing, in silence.",
        context.design.region.code
    );
    vec![RULE.finding(Field::AwsBackup, message)]
}
