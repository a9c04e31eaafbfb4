//! `capacity/min-far-below-average`

use crate::design::Design;
use crate::estimate::sleeps;
use crate::facts::{Acu, Decimal};
use crate::rules::examples::design;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-far-below-average",
    severity: Severity::Note,
    title: "The minimum is far below the stated average",
    why: "Scaling starts from a small capacity and climbs slowly from there, and an instance that falls to its minimum in every quiet spell loses what its buffers held.",
    source: OWN_ADVICE,
    facts: &["ADV-01", "ACU-36"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || averaging(Acu::HALF), good: || averaging(Acu::whole(3)) };

/// At how many times the minimum an average is far above it.
const FAR: u64 = 4;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    // One that may sleep is meant to fall that low.
    if sleeps(design) {
        return Vec::new();
    }
    let readers = design.usage.readers_acu.filter(|_| !design.cluster.readers.is_empty());
    let mut findings = Vec::new();
    for (index, range) in ranges(design).into_iter().enumerate().filter(|(_, range)| !range.headless) {
        let stated =
            if index == 0 { design.usage.writer_acu.max(readers) } else { design.usage.secondaries_acu };
        let low = range.min.max(Acu::HALF);
        let far = |average: &Decimal| average.as_micros() >= low.as_decimal().as_micros().saturating_mul(FAR);
        let (Some(average), Some(field)) = (stated.filter(far), range.own_min.clone()) else { continue };
        let average = average.min(range.max.as_decimal());
        let message = format!(
            "{}The minimum is {} ACU, far below the stated average of {average} ACU: scaling starts from a small capacity, and every quiet spell empties the buffers.",
            range.whose, range.min
        );
        let halves = u32::try_from(average.as_micros() / 1_000_000).unwrap_or(u32::MAX);
        let half_of_average = Acu::halves(halves);
        let finding = RULE.finding(field, message);
        findings.push(if half_of_average > low && half_of_average <= range.max && range.min > Acu::ZERO {
            finding.other(
                format!("Raise the minimum to {half_of_average} ACU"),
                [range.set_min(half_of_average)],
            )
        } else {
            finding
        });
    }
    findings
}

fn averaging(min: Acu) -> Design {
    design(|it| {
        it.cluster.min_capacity = min;
        it.usage.writer_acu = Some(Decimal::whole(6));
    })
}
