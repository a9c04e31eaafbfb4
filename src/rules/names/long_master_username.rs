//! `names/long-master-username`

use super::is_word;
use crate::design::{Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/long-master-username",
    severity: Severity::Warning,
    title: "The master user's name is longer than AWS' API text allows",
    why: "The API text says 16 characters for every cluster, the guide 63 for PostgreSQL; 16 satisfies both.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["USR-01b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.master_username = Some("administrator_of_orders".to_owned())),
    good: || cluster(|it| it.master_username = Some("orders_admin".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let name = context.design.master_username();
    let postgresql = context.design.cluster.engine == Engine::AuroraPostgresql;
    if !postgresql || name.len() <= 16 || !is_word(name, 63) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} has {} characters; AWS' pages disagree whether 16 or 63 is the limit (unconfirmed).",
        name.len()
    );
    vec![RULE.finding(Field::MasterUsername, message)]
}
