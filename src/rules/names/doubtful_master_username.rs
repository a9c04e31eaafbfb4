//! `names/doubtful-master-username`

use super::is_refused;
use crate::design::{Edit, Engine, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/doubtful-master-username",
    severity: Severity::Warning,
    title: "The master user's name is probably reserved",
    why: "AWS publishes no list; these names belong to RDS or are key words of PostgreSQL.",
    source: OWN_ADVICE,
    facts: &["USR-07", "PRX-27"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.master_username = Some("rdsrepladmin".to_owned())),
    good: || cluster(|it| it.master_username = Some("dbadmin".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (engine, name) = (context.design.cluster.engine, context.design.master_username());
    let own =
        ["rdsrepladmin", "rdsproxyadmin", "rds_superuser"].iter().any(|it| it.eq_ignore_ascii_case(name));
    let doubtful = engine == Engine::AuroraPostgresql && (own || limits::is_postgresql_key_word(name));
    if !doubtful || is_refused(engine, name) {
        return Vec::new();
    }
    let message = format!("Unconfirmed: {name:?} is reserved on PostgreSQL.");
    let user = context.design.cluster.engine.default_master_username();
    let finding = RULE.finding(Field::MasterUsername, message);
    vec![finding.fix(format!("Use {user}"), [Edit::Reset(Field::MasterUsername)])]
}
