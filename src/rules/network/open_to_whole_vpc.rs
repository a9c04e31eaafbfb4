//! `network/open-to-whole-vpc`

use crate::design::{Design, Field, Vpc};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/open-to-whole-vpc",
    severity: Severity::Note,
    title: "Every IPv4 range of the VPC may reach the port",
    why: "A security group of the clients as the source lets in nothing else.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.RDSSecurityGroups.html",
    facts: &["NET-08", "NET-07", "ADV-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: Design::default,
    good: || {
        cluster(|it| {
            it.network.vpc = Vpc::Existing;
            it.network.vpc_id = Some("vpc-0a1b2c3d4e5f60718".to_owned());
            it.network.subnet_ids =
                ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"].map(str::to_owned).into();
            it.network.client_security_group_ids = vec!["sg-0a1b2c3d4e5f60718".to_owned()];
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let open =
        places(context.design).into_iter().filter(|it| it.network.client_security_group_ids.is_empty());
    open.map(|place| {
        let message = format!(
            "{}: no client security group is named, so every IPv4 range of the VPC may reach the port.",
            place.region.code
        );
        RULE.finding(Field::ClientSecurityGroupIds(place.member), message)
    })
    .collect()
}
