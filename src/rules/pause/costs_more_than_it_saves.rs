//! `pause/costs-more-than-it-saves`

use crate::design::{Design, Edit, Field};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};
use crate::simulate::Naps;

pub(crate) static RULE: Rule = Rule {
    id: "pause/costs-more-than-it-saves",
    severity: Severity::Warning,
    title: "Pausing costs more than it saves",
    why: "A wake begins at 2 ACU, waits before it falls, and stays awake for the delay and more: 310 to 1,200 ACU-seconds were measured. Something that connects every few minutes, a monitor, a pool or a health check, makes that dearer than never pausing at 0.5 ACU.",
    source: OWN_ADVICE,
    facts: &["ACU-15", "ACU-22"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::ZERO), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let asked = context.asked();
    let Some(naps) = asked.and_then(|it| it.naps).filter(Naps::is_dearer) else { return Vec::new() };
    let design = context.design;
    if design.cluster.min_capacity > Acu::ZERO {
        return Vec::new();
    }
    let (least, most) = naps.pausing.span();
    let message = format!(
        "With pauses the cluster averages {} ACU ({least} to {most}) under this load, without them {} ACU at a minimum of 0.5: find what connects so often, or let it never pause.",
        naps.pausing.plan, naps.awake.plan
    );
    let mut edits = vec![Edit::set(Field::MinCapacity, "0.5")];
    // Left behind, the idle time would be refused (ACU-14).
    if design.cluster.seconds_until_auto_pause.is_some() {
        edits.push(Edit::set(Field::SecondsUntilAutoPause, ""));
    }
    let finding = RULE.finding(Field::MinCapacity, message);
    vec![finding.softened(context).other("Raise the minimum to 0.5 ACU, with no pause then", edits)]
}
