//! `proxy/wrong-engine-family`

use crate::design::{Edit, EngineFamily, Field, Word as _};
use crate::rules::examples::proxy;
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/wrong-engine-family",
    severity: Severity::Error,
    title: "The proxy's engine family is not the cluster's",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "AWS refuses a proxy of the other family.",
    facts: &["PRX-01"],
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
