//! `global/secondary-missing`

use crate::design::{Edit, Field};
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/secondary-missing",
    severity: Severity::Warning,
    title: "The Global Database has no secondary",
    why: "AWS and Terraform accept a Global Database of one member, but it copies nothing anywhere and brings the limits of one.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["GDB-01b", "GDB-01"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || global(|it| it.secondaries.clear()), good: || global(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.global.is_none() || !context.design.secondaries().is_empty() {
        return Vec::new();
    }
    let message = "The Global Database has no secondary Region; add one, or do without it.";
    let edit = Edit::set(Field::Global, "false");
    vec![RULE.finding(Field::Global, message).fix("Remove the Global Database", [edit])]
}
