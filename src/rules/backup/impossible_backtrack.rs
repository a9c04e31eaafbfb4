//! `backup/impossible-backtrack`

use crate::design::{Edit, Engine, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/impossible-backtrack",
    severity: Severity::Error,
    title: "Backtrack is not possible here",
    why: "Backtrack is for Aurora MySQL outside a Global Database, up to 72 hours, and not in every Region.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html",
    facts: &["BAK-10", "GDB-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.backtrack_hours = 24),
    good: || {
        cluster(|it| {
            it.engine = Engine::AuroraMysql;
            it.backtrack_hours = 24;
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let hours = design.cluster.backtrack_hours;
    if hours == 0 {
        return Vec::new();
    }
    let (message, possible) = if design.cluster.engine != Engine::AuroraMysql {
        ("Backtrack is for Aurora MySQL only.".to_owned(), 0)
    } else if design.global.is_some() {
        ("Backtrack is not possible in a Global Database.".to_owned(), 0)
    } else if !design.region.backtrack {
        (format!("{} does not offer Backtrack.", design.region.code), 0)
    } else if hours > limits::BACKTRACK_HOURS {
        (format!("Backtrack reaches back {hours} hours; AWS takes 72 at most."), limits::BACKTRACK_HOURS)
    } else {
        return Vec::new();
    };
    let title = if possible == 0 { "Turn Backtrack off" } else { "Backtrack 72 hours" };
    let edit = Edit::set(Field::BacktrackHours, possible);
    vec![RULE.finding(Field::BacktrackHours, message).fix(title, [edit])]
}
