//! `monitoring/silenced-log`

use crate::design::{Edit, Engine, Field, LogExport, Word as _};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/silenced-log",
    severity: Severity::Warning,
    title: "An exported log is turned off by a parameter",
    why: "The log group stays empty.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html",
    facts: &["LOG-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine = Engine::AuroraMysql;
            it.parameters.insert("slow_query_log".to_owned(), "0".to_owned());
        })
    },
    good: || cluster(|it| it.engine = Engine::AuroraMysql),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.engine != Engine::AuroraMysql {
        return Vec::new();
    }
    let exports = context.design.log_exports();
    let switches = [
        (LogExport::Audit, "server_audit_logging"),
        (LogExport::General, "general_log"),
        (LogExport::Slowquery, "slow_query_log"),
    ];
    let off = |name: &str| context.design.switch(name) == Some(false);
    let silenced = switches.iter().filter(|(log, name)| exports.contains(*log) && off(name));
    silenced
        .map(|(log, name)| {
            let field = Field::Parameter((*name).to_owned());
            let message = format!("{name} is off, so the exported log {} stays empty.", log.word());
            RULE.finding(field.clone(), message).fix(format!("Remove {name}"), [Edit::Reset(field)])
        })
        .collect()
}
