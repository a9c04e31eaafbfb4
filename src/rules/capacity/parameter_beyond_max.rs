//! `capacity/parameter-beyond-max`

use crate::design::{Design, Engine, Field};
use crate::estimate::connections;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/parameter-beyond-max",
    severity: Severity::Warning,
    title: "A parameter needs more memory than the maximum has",
    why: "An instance whose parameters do not fit its maximum can end in incompatible-parameters, and PostgreSQL rolls a lower maximum back. AWS gives no exact limit; the memory of the maximum is where it cannot fit any more.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-12", "ACU-32"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || sized(Acu::whole(4)), good: || sized(Acu::whole(32)) };

/// What a connection takes at the least, in bytes: the divisor of PostgreSQL's own formula (ACU-32).
const CONNECTION: u64 = 9_531_392;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    // The parameters are the same everywhere, so the member that grows least takes least.
    let least =
        ranges(context.design).into_iter().filter(|range| !range.headless).min_by_key(|range| range.max);
    let Some(least) = least else { return Vec::new() };
    let memory = u64::from(least.max.as_halves()) << 30;
    let taken = connections(cluster.engine, least.min, least.max).1;
    let number = |name: &str| cluster.parameters.get(name).and_then(|value| value.parse::<u32>().ok());
    let postgresql = cluster.engine == Engine::AuroraPostgresql;
    let mut findings = Vec::new();
    for (name, unit, of_both) in [
        ("max_connections", CONNECTION, true),
        ("track_activity_query_size", u64::from(taken), false),
        ("min_dynamic_shared_memory", 1 << 20, false),
    ] {
        let Some(value) = number(name).filter(|_| of_both || postgresql) else { continue };
        if u64::from(value) * unit <= memory {
            continue;
        }
        let message = format!(
            "{}{name} is {value}, which does not fit the memory of {} ACU; raise the maximum or lower the parameter.",
            least.whose, least.max
        );
        findings.push(RULE.finding(Field::Parameter(name.to_owned()), message));
    }
    findings
}

fn sized(max: Acu) -> Design {
    cluster(|it| {
        it.max_capacity = max;
        it.parameters.insert("max_connections".to_owned(), "2000".to_owned());
    })
}
