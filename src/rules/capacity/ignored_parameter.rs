//! `capacity/ignored-parameter`

use crate::design::{Edit, Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/ignored-parameter",
    severity: Severity::Warning,
    title: "A parameter has no effect on serverless instances",
    why: "Aurora sizes these by the current capacity and ignores a value of your own.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-41b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.parameters.insert("shared_buffers".to_owned(), "65536".to_owned());
        })
    },
    good: || {
        cluster(|it| {
            it.parameters.insert("work_mem".to_owned(), "65536".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let ignored: &[&str] = match context.design.cluster.engine {
        Engine::AuroraPostgresql => &["shared_buffers"],
        Engine::AuroraMysql => {
            &["innodb_buffer_pool_size", "innodb_purge_threads", "table_definition_cache", "table_open_cache"]
        }
    };
    let set = context.design.cluster.parameters.keys().filter(|name| ignored.contains(&name.as_str()));
    set.map(|name| {
        let field = Field::Parameter(name.clone());
        let message = format!("{name} follows the capacity of the moment; the value given has no effect.");
        RULE.finding(field.clone(), message).fix(format!("Remove {name}"), [Edit::Reset(field)])
    })
    .collect()
}
