//! `network/malformed-id`

use crate::design::{Field, Vpc};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/malformed-id",
    severity: Severity::Error,
    title: "An id of the network is malformed or repeated",
    why: "Ids are vpc-, subnet- or sg- and 8 or 17 hexadecimal digits, each once.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    facts: &["REF-06", "REF-07"],
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
            it.network.vpc_id = Some("my-vpc".to_owned());
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
    let mut findings = Vec::new();
    for place in places(context.design) {
        let (network, member) = (place.network, place.member);
        let existing = network.vpc == Vpc::Existing;
        let vpc: &[String] = network.vpc_id.as_slice();
        let lists: [(&[String], &str, Field); 3] = [
            (if existing { vpc } else { &[] }, "vpc", Field::VpcId(member)),
            (if existing { &network.subnet_ids } else { &[] }, "subnet", Field::SubnetIds(member)),
            (&network.client_security_group_ids, "sg", Field::ClientSecurityGroupIds(member)),
        ];
        for (ids, kind, field) in lists {
            for (index, id) in ids.iter().enumerate() {
                if !is_id(id, kind) {
                    let message = format!("{id:?} is no id; one looks like {kind}-0a1b2c3d4e5f60718.");
                    findings.push(RULE.finding(field.clone(), message));
                } else if ids.iter().take(index).any(|other| other == id) {
                    findings.push(RULE.finding(field.clone(), format!("{id} is named twice.")));
                }
            }
        }
    }
    findings
}

/// Whether a text is `kind-` and 8 or 17 lower-case hexadecimal digits.
fn is_id(text: &str, kind: &str) -> bool {
    let digits = text.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-'));
    digits.is_some_and(|digits| {
        let hex = digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        hex && matches!(digits.len(), 8 | 17)
    })
}
