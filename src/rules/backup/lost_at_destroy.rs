//! `backup/lost-at-destroy`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/lost-at-destroy",
    severity: Severity::Warning,
    title: "No snapshot is taken when the cluster is destroyed",
    why: "The automated backups go with the cluster, so terraform destroy loses the data.",
    source: OWN_ADVICE,
    facts: &["BAK-06b"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.final_snapshot = false), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.final_snapshot {
        return Vec::new();
    }
    let message = "There is no final snapshot: terraform destroy loses the data.";
    let edit = Edit::set(Field::FinalSnapshot, "true");
    vec![RULE.finding(Field::FinalSnapshot, message).softened(context).fix("Take a final snapshot", [edit])]
}
