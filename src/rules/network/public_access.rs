//! `network/public-access`

use super::public;
use crate::design::{Edit, Field, Vpc};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/public-access",
    severity: Severity::Warning,
    title: "The database can be reached from the internet",
    why: "Anyone may try passwords against it; clients outside the VPC are better served by a VPN, a bastion or the Data API.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    facts: &["NET-05b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.network.vpc = Vpc::Existing;
            it.network.vpc_id = Some("vpc-0a1b2c3d4e5f60718".to_owned());
            it.network.subnet_ids =
                ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"].map(str::to_owned).into();
            it.publicly_accessible = true;
        })
    },
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
    let places = public(context.design);
    // A VPC that is made has no way to the internet: network/public-in-private-vpc.
    if places.is_empty() || places.iter().any(|place| place.network.vpc == Vpc::Create) {
        return Vec::new();
    }
    let message = "Public access is on: where the VPC has an internet gateway, the database can be reached from the internet.";
    let edit = Edit::set(Field::PubliclyAccessible, "false");
    vec![RULE.finding(Field::PubliclyAccessible, message).fix("Turn public access off", [edit])]
}
