//! `proxy/lambda-without-pool`

use crate::design::{Client, Edit, Field, InterfaceEndpoint, Vpc};
use crate::facts::Acu;
use crate::rules::examples::{design, proxy};
use crate::rules::monitoring::log_retention_fits;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/lambda-without-pool",
    severity: Severity::Note,
    title: "Lambda connects without a pool",
    why: "Every concurrent function opens a connection of its own, until the instance takes no more.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html",
    facts: &["ADV-07"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.clients = [Client::Lambda].into()),
    good: || {
        let mut design = proxy(|_| ());
        design.clients = [Client::Lambda].into();
        design
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let pooled = design.proxy.is_some() || design.cluster.data_api;
    if !design.clients.contains(Client::Lambda) || pooled {
        return Vec::new();
    }
    let network = &design.cluster.network;
    let reaches =
        network.vpc == Vpc::Existing || network.interface_endpoints.contains(InterfaceEndpoint::RdsData);
    let message = if reaches {
        "Lambda opens a connection for every concurrent call; use RDS Proxy or the Data API."
    } else {
        "Lambda opens a connection for every concurrent call; use RDS Proxy, or the Data API with the interface endpoint rds-data, without which it is out of reach from the VPC that is made."
    };
    let finding = RULE.finding(Field::Clients, message);
    // A proxy would end the pausing of a cluster that can go to 0 ACU (ACU-16), and has a log of its own (LOG-02).
    let unfit = design.cluster.min_capacity == Acu::ZERO || !log_retention_fits(design);
    if !design.region.rds_proxy || unfit {
        return vec![finding];
    }
    let edits = [Edit::AddProxy];
    vec![finding.fix("Add RDS Proxy", edits)]
}
