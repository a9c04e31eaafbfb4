//! `network/port-out-of-range`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/port-out-of-range",
    severity: Severity::Error,
    title: "The port is out of range",
    why: "AWS takes 1150 to 65535.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["NET-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.port = Some(1000)),
    good: || cluster(|it| it.port = Some(6432)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let port = context.design.port();
    if limits::PORTS.contains(&port) {
        return Vec::new();
    }
    let default = context.design.cluster.engine.default_port();
    let message = format!("Port {port} is not possible; AWS takes 1150 to 65535.");
    let edit = Edit::Reset(Field::Port);
    vec![RULE.finding(Field::Port, message).fix(format!("Use port {default}"), [edit])]
}
