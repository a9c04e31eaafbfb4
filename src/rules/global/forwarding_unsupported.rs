//! `global/forwarding-unsupported`

use crate::design::{Edit, Engine, Field};
use crate::facts::limits;
use crate::rules::examples::secondary;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/forwarding-unsupported",
    severity: Severity::Error,
    title: "The version does not forward writes",
    why: "Write forwarding needs PostgreSQL 14.9, 15.4 or 16.1 and later; every serverless MySQL version has it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-write-forwarding-apg.html",
    facts: &["GDB-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = secondary(|it| it.write_forwarding = true);
        design.cluster.engine_version = Some("14.6".to_owned());
        design
    },
    good: || secondary(|it| it.write_forwarding = true),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let postgresql = design.cluster.engine == Engine::AuroraPostgresql;
    let version =
        running(design).filter(|version| postgresql && !limits::postgresql_forwards_writes(version.version));
    let Some(version) = version else { return Vec::new() };
    let forwarding = design.secondaries().iter().enumerate().filter(|(_, it)| it.write_forwarding);
    forwarding
        .map(|(index, _)| {
            let message = format!("Version {} does not forward writes.", version.version);
            let field = Field::WriteForwarding(index);
            let edit = Edit::set(field.clone(), "false");
            RULE.finding(field, message).fix("Turn write forwarding off", [edit])
        })
        .collect()
}
