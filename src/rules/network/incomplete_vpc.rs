//! `network/incomplete-vpc`

use crate::design::{Field, Vpc};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "network/incomplete-vpc",
    severity: Severity::Error,
    title: "An existing VPC is not fully named",
    why: "The export needs the id of the VPC and 2 to 20 subnets in different zones.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    facts: &["NET-15", "NET-02", "PRX-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.vpc = Vpc::Existing),
    good: || {
        cluster(|it| {
            it.network.vpc = Vpc::Existing;
            it.network.vpc_id = Some("vpc-0a1b2c3d4e5f60718".to_owned());
            it.network.subnet_ids =
                ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"].map(str::to_owned).into();
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in places(context.design).into_iter().filter(|it| it.network.vpc == Vpc::Existing) {
        let code = place.region.code;
        if place.network.vpc_id.is_none() {
            let message = format!("{code}: the VPC is an existing one, but vpc_id is missing.");
            findings.push(RULE.finding(Field::VpcId(place.member), message));
        }
        let count = place.network.subnet_ids.len();
        if !limits::SUBNETS.contains(&count) {
            let message = format!("{code}: {} named; 2 to 20 in different zones are needed.", subnets(count));
            findings.push(RULE.finding(Field::SubnetIds(place.member), message));
        }
    }
    findings
}

/// `1 subnet is`, `2 subnets are`.
fn subnets(count: usize) -> String {
    format!("{} {}", many(count, "subnet"), if count == 1 { "is" } else { "are" })
}
