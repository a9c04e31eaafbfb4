//! `engine/upgrade-leaves-lts`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/upgrade-leaves-lts",
    severity: Severity::Warning,
    title: "Automatic upgrades take the cluster off its long-term version",
    why: "With automatic minor upgrades on, AWS moves an LTS cluster to a newer minor version that is no LTS.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.Support.html",
    facts: &["ENG-09", "ENG-10"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.auto_minor_version_upgrade = Some(true)),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    // In a Global Database automatic upgrades have no effect: global/restricted-operations (GDB-08b).
    let upgraded = context.design.auto_minor_version_upgrade() && context.design.global.is_none();
    let lts = running(context.design).filter(|version| version.lts);
    let Some(version) = lts.filter(|_| upgraded) else {
        return Vec::new();
    };
    let message = format!("{} is a long-term version, but automatic minor upgrades are on.", version.version);
    let edit = Edit::set(Field::AutoMinorVersionUpgrade, "false");
    vec![
        RULE.finding(Field::AutoMinorVersionUpgrade, message)
            .fix("Turn automatic minor upgrades off", [edit]),
    ]
}
