//! `nodes/single-instance`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/single-instance",
    severity: Severity::Warning,
    title: "A single instance carries the cluster",
    why: "Without a reader a failed writer is made anew in the same zone, which usually takes up to ten minutes, and all reads go to the writer.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
    facts: &["ADV-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.readers = Vec::new()), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !context.design.cluster.readers.is_empty() {
        return Vec::new();
    }
    let message =
        "There is no reader: when the writer fails it is made anew, which takes minutes instead of seconds.";
    let finding = RULE.finding(Field::Instances, message).softened(context);
    // A reader's identifier is longer than the writer's (NAM-11).
    let fits = context.design.instance_name(1).len() <= 63;
    if !context.production() || !fits {
        return vec![finding];
    }
    let edits = [Edit::AddReader { zone: None, tier: 1 }];
    let title = "Add a reader in another zone";
    vec![finding.fix(title, edits)]
}
