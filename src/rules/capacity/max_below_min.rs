//! `capacity/max-below-min`

use crate::design::{Cluster, Design, Edit, Field};
use crate::facts::Acu;
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/max-below-min",
    severity: Severity::Error,
    title: "Maximum capacity is below the minimum",
    why: "AWS refuses the cluster: the range is empty.",
    facts: &["ACU-05"],
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    check,
    bad: || with(Acu::whole(8), Acu::whole(2)),
    good: || with(Acu::whole(2), Acu::whole(2)),
};

fn with(min_capacity: Acu, max_capacity: Acu) -> Design {
    Design { cluster: Cluster { min_capacity, max_capacity, ..Cluster::default() }, ..Design::default() }
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (min, max) = (context.design.cluster.min_capacity, context.design.cluster.max_capacity);
    if max >= min {
        return Vec::new();
    }
    let message = format!("The maximum of {max} ACU is below the minimum of {min} ACU.");
    let edit = Edit::set(Field::MaxCapacity, min);
    vec![RULE.finding(Field::MaxCapacity, message).fix(format!("Raise the maximum to {min} ACU"), [edit])]
}
