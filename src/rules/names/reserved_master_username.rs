//! `names/reserved-master-username`

use super::is_refused;
use crate::design::{Edit, Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/reserved-master-username",
    severity: Severity::Error,
    title: "The master user's name is reserved",
    why: "AWS refuses names that the engine keeps to itself: rdsadmin everywhere; admin, user and pg_… on PostgreSQL.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.CreateInstance.html",
    facts: &["USR-02", "USR-03", "USR-04", "USR-05", "CLM-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.master_username = Some("admin".to_owned())),
    good: || {
        cluster(|it| {
            it.engine = Engine::AuroraMysql;
            it.master_username = Some("admin".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let name = context.design.master_username();
    if !is_refused(context.design.cluster.engine, name) {
        return Vec::new();
    }
    let message = format!("{name:?} is reserved on {}.", context.design.cluster.engine.label());
    let user = context.design.cluster.engine.default_master_username();
    let finding = RULE.finding(Field::MasterUsername, message);
    vec![finding.fix(format!("Use {user}"), [Edit::Reset(Field::MasterUsername)])]
}
