//! `network/unused-vpc-settings`

use crate::design::{Edit, Field, Vpc};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/unused-vpc-settings",
    severity: Severity::Warning,
    title: "Settings of the other kind of VPC have no effect",
    why: "An id or subnets count only for an existing VPC, a range only for one that is made.",
    source: OWN_ADVICE,
    facts: &["NET-16"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.vpc_id = Some("vpc-0a1b2c3d4e5f60718".to_owned())),
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
    for place in places(context.design) {
        let (network, member) = (place.network, place.member);
        let mut unused = |field: Field, name: &str, vpc: &str, edit: Edit| {
            let message = format!("{name} has no effect where the VPC is {vpc}.");
            findings.push(RULE.finding(field, message).fix(format!("Remove {name}"), [edit]));
        };
        if network.vpc == Vpc::Create && network.vpc_id.is_some() {
            let field = Field::VpcId(member);
            unused(field.clone(), "vpc_id", "made", Edit::set(field, ""));
        }
        if network.vpc == Vpc::Create && !network.subnet_ids.is_empty() {
            let field = Field::SubnetIds(member);
            unused(field.clone(), "subnet_ids", "made", Edit::set(field, ""));
        }
        if network.vpc == Vpc::Existing && network.cidr.is_some() {
            let field = Field::Cidr(member);
            unused(field.clone(), "cidr", "an existing one", Edit::Reset(field));
        }
        if network.vpc == Vpc::Existing && !network.interface_endpoints.is_empty() {
            let field = Field::InterfaceEndpoints(member);
            unused(field.clone(), "interface_endpoints", "an existing one", Edit::Reset(field));
        }
    }
    findings
}
