//! `nodes/failover-to-small-reader`

use crate::design::{Design, Edit, Field, Instance};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/failover-to-small-reader",
    severity: Severity::Note,
    title: "No reader is kept as large as the writer",
    why: "Readers in tiers 2 to 15 scale on their own, so a failover may promote one that is too small for the load.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html",
    facts: &["ADV-05", "ACU-38"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.readers = vec![Instance::in_tier(2)]),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let readers = &context.design.cluster.readers;
    if readers.is_empty() || readers.iter().any(|reader| reader.promotion_tier <= 1) {
        return Vec::new();
    }
    let message =
        "No reader is in tier 0 or 1, so a failover goes to one that may be much smaller than the writer.";
    let edit = Edit::set(Field::InstanceTier(1), 1);
    let title = "Put reader 1 in tier 1, where it scales, and costs, with the writer";
    vec![RULE.finding(Field::InstanceTier(1), message).fix(title, [edit])]
}
