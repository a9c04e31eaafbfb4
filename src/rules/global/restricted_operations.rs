//! `global/restricted-operations`

use crate::design::{Design, Field};
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/restricted-operations",
    severity: Severity::Note,
    title: "A Global Database restricts its members",
    why: "Members cannot be stopped or renamed, secondaries have no Aurora Auto Scaling, and automatic minor upgrades have no effect.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["GDB-08b"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || global(|_| ()), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.global.is_none() {
        return Vec::new();
    }
    let message = "Members of a Global Database can't be stopped or renamed, and automatic minor upgrades have no effect.";
    vec![RULE.finding(Field::Global, message)]
}
