//! `backup/unprotected-deletion`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/unprotected-deletion",
    severity: Severity::Warning,
    title: "Deletion protection is off",
    why: "One command or one wrong plan deletes the cluster.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["BAK-05"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.deletion_protection = false), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.deletion_protection {
        return Vec::new();
    }
    let message = "Deletion protection is off: one command deletes the cluster.";
    let edit = Edit::set(Field::DeletionProtection, "true");
    vec![
        RULE.finding(Field::DeletionProtection, message)
            .softened(context)
            .fix("Turn deletion protection on", [edit]),
    ]
}
