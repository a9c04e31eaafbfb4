//! `names/doubtful-database-name`

use crate::design::{Design, Edit, Engine, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/doubtful-database-name",
    severity: Severity::Warning,
    title: "The database's name is probably reserved",
    why: "AWS publishes no list; these names belong to the engine or are key words.",
    source: OWN_ADVICE,
    facts: &["NAM-08b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.database_name = "postgres".into()),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let name = &context.design.cluster.database_name;
    let system: &[&str] = match context.design.cluster.engine {
        Engine::AuroraPostgresql => &["postgres", "template0", "template1", "rdsadmin"],
        Engine::AuroraMysql => &["mysql", "sys", "information_schema", "performance_schema"],
    };
    let key_word =
        context.design.cluster.engine == Engine::AuroraPostgresql && limits::is_postgresql_key_word(name);
    if !key_word && !system.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return Vec::new();
    }
    let message = format!("Unconfirmed: {name:?} is reserved by {}.", context.design.cluster.engine.label());
    vec![RULE.finding(Field::DatabaseName, message).fix("Use app", [Edit::Reset(Field::DatabaseName)])]
}
