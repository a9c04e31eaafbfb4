//! `nodes/too-many-readers`

use crate::design::{Edit, Field, Instance};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/too-many-readers",
    severity: Severity::Error,
    title: "The cluster has too many readers",
    why: "A cluster takes 15 readers; each secondary of a Global Database takes one of them away.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html",
    facts: &["LIM-01", "LIM-06", "GDB-11"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.readers = vec![Instance::in_tier(1); 17]),
    good: || cluster(|it| it.readers = vec![Instance::in_tier(1); 15]),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let readers = context.design.cluster.readers.len();
    // More secondaries than there can be are global/too-many-secondaries.
    let secondaries = context.design.secondaries().len().min(limits::MAX_SECONDARIES);
    let limit = limits::MAX_READERS.saturating_sub(secondaries);
    if readers <= limit {
        return Vec::new();
    }
    let because = match secondaries {
        0 => String::new(),
        _ => format!(" beside {}", many(secondaries, "secondary Region")),
    };
    let message = format!("There are {readers} readers; AWS takes {limit}{because}.");
    let removals: Vec<Edit> = (limit + 1..=readers).rev().map(Edit::RemoveReader).collect();
    vec![RULE.finding(Field::Instances, message).fix(format!("Remove readers down to {limit}"), removals)]
}
