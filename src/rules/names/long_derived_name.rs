//! `names/long-derived-name`

use super::{identifier, is_identifier};
use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/long-derived-name",
    severity: Severity::Error,
    title: "A name is too long for those made from it",
    why: "Instances and the proxy's endpoint add to it, and AWS ends at 63 characters.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxyEndpoint.html",
    facts: &["NAM-11", "NAM-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.name = Some("a".repeat(55))),
    good: || cluster(|it| it.name = Some("a".repeat(54))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let readers = design.cluster.readers.len();
    let longest = (0..=readers).map(Design::instance_key).map(|key| key.len()).max().unwrap_or_default();
    let endpoint = design.proxy.as_ref().is_some_and(|proxy| proxy.read_only_endpoint);
    let proxy = if endpoint { 63 - "-read-only".len() } else { 63 };
    let proxy_name = design.proxy.as_ref().and_then(|proxy| proxy.name.as_ref());
    let names = [
        (
            design.cluster.name.as_ref(),
            63usize.saturating_sub(longest + 1),
            Field::ClusterName,
            "the names of its instances leave",
        ),
        (proxy_name, proxy, Field::ProxyName, "the name of its read-only endpoint leaves"),
    ];
    let mut findings = Vec::new();
    for (name, limit, field, what) in names {
        // A name over 63 is malformed by itself.
        let Some(name) = name.filter(|name| is_identifier(name, 63) && name.len() > limit) else { continue };
        let message = format!("{name:?} has {} characters; {what} room for {limit}.", name.len());
        let finding = RULE.finding(field.clone(), message);
        findings.push(match identifier(name, limit) {
            Some(better) => finding.fix(format!("Shorten it to {better}"), [Edit::set(field, better)]),
            None => finding,
        });
    }
    findings
}
