//! `money/average-out-of-range`

use crate::design::Field;
use crate::facts::{Acu, Decimal};
use crate::rules::examples::design;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "money/average-out-of-range",
    severity: Severity::Note,
    title: "An average is outside the capacity range",
    why: "An instance never runs below its minimum or above its maximum, so the bill takes the nearest capacity inside.",
    source: OWN_ADVICE,
    facts: &["ACU-03", "ACU-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.usage.writer_acu = Some(Decimal::whole(20))),
    good: || design(|it| it.usage.writer_acu = Some(Decimal::whole(12))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (usage, readers) = (&context.design.usage, &context.design.cluster.readers);
    let mut findings = Vec::new();
    let members = ranges(context.design).into_iter().enumerate().filter(|(_, range)| !range.headless);
    for (index, range) in members {
        let averages = if index == 0 {
            let readers_acu = usage.readers_acu.filter(|_| !readers.is_empty());
            vec![
                (usage.writer_acu, "The writer's", Field::WriterAcu),
                (readers_acu, "The readers'", Field::ReadersAcu),
            ]
        } else {
            vec![(usage.secondaries_acu, "The", Field::SecondariesAcu)]
        };
        let (low, high) = (range.min.max(Acu::HALF).as_decimal(), range.max.as_decimal());
        for (average, of, field) in averages {
            if let Some(average) = average.filter(|it| low <= high && !(low..=high).contains(it)) {
                let message = format!(
                    "{}{of} average of {average} ACU is outside {low} to {high} ACU; the bill takes the nearest.",
                    range.whose
                );
                findings.push(RULE.finding(field, message));
            }
        }
    }
    findings
}
