//! `monitoring/foreign-log`

use crate::design::{Edit, Field, LogExport, Word};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/foreign-log",
    severity: Severity::Error,
    title: "A log belongs to the other engine",
    why: "AWS refuses the export of a log that the engine does not write.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["LOG-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.log_exports = Some([LogExport::Slowquery].into())),
    good: || cluster(|it| it.log_exports = Some([LogExport::Instance].into())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let engine = context.design.cluster.engine;
    let exports = context.design.log_exports();
    let foreign: Vec<&str> = exports.iter().filter(|log| !engine.writes(*log)).map(Word::word).collect();
    if foreign.is_empty() {
        return Vec::new();
    }
    let own: Vec<&str> = exports.iter().filter(|log| engine.writes(*log)).map(Word::word).collect();
    let message = format!("{} does not write: {}.", engine.word(), foreign.join(", "));
    let edit = Edit::set(Field::LogExports, own.join(","));
    vec![RULE.finding(Field::LogExports, message).fix(format!("Remove {}", foreign.join(", ")), [edit])]
}
