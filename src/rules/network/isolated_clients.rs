//! `network/isolated-clients`

use crate::design::{AuthScheme, Client, Design, Edit, Field, IamAuth, InterfaceEndpoint, Member, Vpc, Word};
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/isolated-clients",
    severity: Severity::Note,
    title: "Clients in the VPC that is made do not reach what they need",
    why: "The VPC has no internet gateway, NAT or endpoint of its own, so what runs in it reaches neither Secrets Manager nor the Data API.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html",
    facts: &["NET-17", "NET-18"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.clients = [Client::Ecs].into()),
    good: || {
        design(|it| {
            it.clients = [Client::Ecs].into();
            it.cluster.network.interface_endpoints = [InterfaceEndpoint::Secretsmanager].into();
        })
    },
};

/// What clients of a design call besides the database itself.
fn called(design: &Design) -> Vec<(InterfaceEndpoint, &'static str)> {
    // A token is made without a call.
    let by_token = design
        .proxy
        .as_ref()
        .is_some_and(|proxy| proxy.auth_scheme == AuthScheme::IamAuth || proxy.iam_auth == IamAuth::Required);
    let mut called = Vec::new();
    if !by_token || design.cluster.data_api {
        called.push((InterfaceEndpoint::Secretsmanager, "Secrets Manager"));
    }
    if design.cluster.data_api {
        called.push((InterfaceEndpoint::RdsData, "the Data API"));
    }
    called
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let network = &design.cluster.network;
    if design.clients.is_empty() || network.vpc != Vpc::Create {
        return Vec::new();
    }
    let mut missing = called(design);
    missing.retain(|(endpoint, _)| !network.interface_endpoints.contains(*endpoint));
    if missing.is_empty() {
        return Vec::new();
    }
    let services = missing.iter().map(|(_, service)| *service).collect::<Vec<_>>().join(" and ");
    let message = format!(
        "The VPC that is made has no way out, so clients in it do not reach {services}; give it an interface endpoint for each, billed per zone, or run them in a VPC that has a way."
    );
    let endpoints: Vec<&str> = missing.iter().map(|(endpoint, _)| endpoint.word()).collect();
    let all = network.interface_endpoints.iter().map(Word::word).chain(endpoints.iter().copied());
    let all = all.collect::<Vec<_>>().join(",");
    let field = Field::InterfaceEndpoints(Member::Primary);
    let title = format!("Add an interface endpoint for {}", endpoints.join(" and "));
    vec![RULE.finding(field.clone(), message).other(title, [Edit::set(field, all)])]
}
