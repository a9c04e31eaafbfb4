//! `proxy/foreign-pinning-filter`

use crate::design::{Edit, Engine, Field, PinningFilter};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/foreign-pinning-filter",
    severity: Severity::Error,
    title: "The pinning filter is for MySQL",
    why: "EXCLUDE_VARIABLE_SETS is refused on PostgreSQL.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-pinning.html",
    facts: &["PRX-14"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.session_pinning_filters = [PinningFilter::ExcludeVariableSets].into()),
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    if context.design.cluster.engine == Engine::AuroraMysql || proxy.session_pinning_filters.is_empty() {
        return Vec::new();
    }
    let message = "EXCLUDE_VARIABLE_SETS works on MySQL only; AWS refuses it on PostgreSQL.";
    let edit = Edit::set(Field::SessionPinningFilters, "");
    vec![RULE.finding(Field::SessionPinningFilters, message).fix("Remove the filter", [edit])]
}
