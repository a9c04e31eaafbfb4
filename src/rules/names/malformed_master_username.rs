//! `names/malformed-master-username`

use super::is_word;
use crate::design::{Edit, Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-master-username",
    severity: Severity::Error,
    title: "The master user's name is malformed",
    why: "It starts with a letter and goes on with letters and digits, 16 characters on MySQL, 63 on PostgreSQL.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.CreateInstance.html",
    facts: &["USR-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.master_username = Some("1st-user".to_owned())),
    good: || cluster(|it| it.master_username = Some("clusteradmin".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let name = context.design.master_username();
    let limit = if context.design.cluster.engine == Engine::AuroraMysql { 16 } else { 63 };
    if is_word(name, limit) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} is no user name; it starts with a letter, then letters and digits, {limit} at most."
    );
    let user = context.design.cluster.engine.default_master_username();
    let finding = RULE.finding(Field::MasterUsername, message);
    vec![finding.fix(format!("Use {user}"), [Edit::Reset(Field::MasterUsername)])]
}
