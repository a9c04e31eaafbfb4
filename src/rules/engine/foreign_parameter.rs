//! `engine/foreign-parameter`

use crate::design::{Edit, Engine, Field};
use crate::facts::parameters::{is_mysql_only, is_postgresql_only};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/foreign-parameter",
    severity: Severity::Error,
    title: "A parameter is none of this engine",
    why: "AWS refuses the parameter group: it could not find a parameter with that name.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBClusterParameterGroup.html",
    facts: &["PAR-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.parameters.insert("slow_query_log".to_owned(), "1".to_owned());
        })
    },
    good: || {
        cluster(|it| {
            it.parameters.insert("log_min_duration_statement".to_owned(), "500".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (is_foreign, other): (fn(&str) -> bool, _) = match context.design.cluster.engine {
        Engine::AuroraPostgresql => (is_mysql_only, Engine::AuroraMysql),
        Engine::AuroraMysql => (is_postgresql_only, Engine::AuroraPostgresql),
    };
    let mut findings = Vec::new();
    for name in context.design.cluster.parameters.keys() {
        let (message, title) = if name.trim().is_empty() {
            ("A parameter has no name.".to_owned(), "Remove the parameter without a name".to_owned())
        } else if is_foreign(name) {
            let own = context.design.cluster.engine.label();
            let message = format!("{name} is a parameter of {}; {own} has none of that name.", other.label());
            (message, format!("Remove {name}"))
        } else {
            continue;
        };
        let field = Field::Parameter(name.clone());
        findings.push(RULE.finding(field.clone(), message).fix(title, [Edit::Reset(field)]));
    }
    findings
}
