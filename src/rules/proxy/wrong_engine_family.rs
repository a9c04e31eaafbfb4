//! `proxy/wrong-engine-family`

use crate::design::{Edit, EngineFamily, Field, Word as _};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/wrong-engine-family",
    severity: Severity::Error,
    title: "The proxy's engine family is not the cluster's",
    why: "AWS refuses a proxy of the other family.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    facts: &["PRX-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.engine_family = Some(EngineFamily::Mysql)),
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let family = context.design.engine_family();
    let own = context.design.cluster.engine.family();
    if context.design.proxy.is_none() || family == own {
        return Vec::new();
    }
    let message = format!(
        "The proxy is for {}, the cluster is {}.",
        family.word(),
        context.design.cluster.engine.word()
    );
    let edit = Edit::Reset(Field::EngineFamily);
    vec![RULE.finding(Field::EngineFamily, message).fix(format!("Use {}", own.word()), [edit])]
}
