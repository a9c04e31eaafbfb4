//! `names/malformed-database-name`

use super::{is_word, word};
use crate::design::{Edit, Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-database-name",
    severity: Severity::Error,
    title: "The database's name is malformed or refused",
    why: "It starts with a letter and goes on with letters, digits and underscores, 63 characters on PostgreSQL, 64 on MySQL; admin is refused on PostgreSQL.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.CreateInstance.html",
    facts: &["NAM-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.database_name = "my-shop".into()),
    good: || cluster(|it| it.database_name = "my_shop".into()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (engine, name) = (context.design.cluster.engine, &context.design.cluster.database_name);
    let limit = if engine == Engine::AuroraMysql { 64 } else { 63 };
    let refused = engine == Engine::AuroraPostgresql && name.eq_ignore_ascii_case("admin");
    let message = if refused {
        format!("{name:?} is a reserved word on PostgreSQL.")
    } else if is_word(name, limit) {
        return Vec::new();
    } else {
        format!(
            "{name:?} is no name of a database; it starts with a letter, then letters, digits and underscores."
        )
    };
    let finding = RULE.finding(Field::DatabaseName, message);
    vec![match word(name, limit).filter(|_| !refused) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::DatabaseName, better)]),
        None => finding.fix("Use app", [Edit::Reset(Field::DatabaseName)]),
    }]
}
