//! `pause/replication-keeps-awake`

use super::kept_awake;
use crate::design::{Engine, Field};
use crate::estimate::Awake;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/replication-keeps-awake",
    severity: Severity::Warning,
    title: "Replication keeps the cluster awake",
    why: "With logical or binlog replication the writer and readers in tier 0 or 1 do not pause.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-18"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.min_capacity = Acu::ZERO;
            it.parameters.insert("rds.logical_replication".to_owned(), "1".to_owned());
        })
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !kept_awake(context.design, Awake::Replication) {
        return Vec::new();
    }
    let name = match context.design.cluster.engine {
        Engine::AuroraPostgresql => "rds.logical_replication",
        Engine::AuroraMysql => "binlog_format",
    };
    let message = format!(
        "The minimum is 0 ACU, but {name} keeps the writer and readers in tier 0 or 1 from ever pausing."
    );
    vec![RULE.finding(Field::Parameter(name.to_owned()), message)]
}
