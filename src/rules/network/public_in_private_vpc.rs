//! `network/public-in-private-vpc`

use super::public;
use crate::design::{Design, Edit, Field, Member, Vpc};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/public-in-private-vpc",
    severity: Severity::Error,
    title: "Public access in a VPC without an internet gateway",
    why: "The VPC that the export makes has no internet gateway, and then RDS returns an error.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    facts: &["NET-05"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.publicly_accessible = true), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let made = public(design).into_iter().find(|place| place.network.vpc == Vpc::Create);
    let Some(place) = made else { return Vec::new() };
    let whose = match place.member {
        Member::Primary => String::new(),
        Member::Secondary(_) => format!(" in {}", place.region.code),
    };
    let message = format!(
        "Public access is on, but the VPC{whose} is made without an internet gateway; AWS refuses the instances."
    );
    let edit = Edit::set(Field::PubliclyAccessible, "false");
    vec![RULE.finding(Field::PubliclyAccessible, message).fix("Turn public access off", [edit])]
}
