//! `capacity/peak-over-connections`

use std::fmt::Write as _;

use crate::design::{Edit, Engine, Field};
use crate::estimate::{connections_of, grouped};
use crate::facts::{Acu, limits};
use crate::rules::examples::design;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/peak-over-connections",
    severity: Severity::Warning,
    title: "The peak needs more connections than an instance takes",
    why: "What does not fit is refused at the busiest moment; raise the maximum, pool connections or add readers; on PostgreSQL a minimum of 0 or 0.5 ACU caps an instance at 2,000 whatever its maximum. max_connections is static: after a new maximum it follows only at a reboot.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-30", "ACU-31", "ACU-33", "ACU-43"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.usage.peak_connections = Some(4000)),
    good: || design(|it| it.usage.peak_connections = Some(3000)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let counted = context.asked.map(|asked| asked.connections).filter(|count| *count > 0);
    let Some(peak) = design.usage.peak_connections.max(counted) else { return Vec::new() };
    let max = design.cluster.max_capacity;
    let chosen = design.cluster.parameters.contains_key("max_connections");
    let Some(range) = ranges(design).into_iter().next() else { return Vec::new() };
    let Some((given, limit)) = connections_of(design, range.min, range.max) else {
        return Vec::new();
    };
    let share = design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent.min(100));
    let through_proxy = |connections: u32| u64::from(connections) * u64::from(share) / 100;
    let usable = through_proxy(limit);
    if u64::from(peak) <= usable {
        return Vec::new();
    }
    let mut message = format!(
        "The peak needs {}; an instance takes {}",
        many(grouped(&peak.to_string()), "connection"),
        grouped(&usable.to_string())
    );
    if share < 100 {
        // Writing to a String can't fail, here and below.
        let _ = write!(message, " through the proxy's {share} %");
    }
    let capped = limit < given;
    if capped {
        let uncapped = grouped(&through_proxy(given).to_string());
        let _ =
            write!(message, " because the minimum is {} ACU; from 1 ACU on it takes {uncapped}", range.min);
    } else if chosen {
        message.push_str(" by max_connections");
    } else {
        let _ = write!(message, " at {max} ACU");
        if design.cluster.engine == Engine::AuroraMysql && !limits::is_connection_row(max) {
            message.push_str(", unconfirmed between AWS' rows");
        }
        message.push_str("; after a new maximum it takes a reboot");
    }
    message.push('.');
    let finding = RULE.finding(Field::PeakConnections, message);
    let is_cause = capped && u64::from(peak) <= through_proxy(given) && range.max >= Acu::whole(1);
    if !is_cause {
        return vec![finding];
    }
    let mut edits = vec![range.set_min(Acu::whole(1))];
    // Left behind, the idle time would be refused (ACU-14).
    let pauses = range.min == Acu::ZERO;
    if pauses && design.cluster.seconds_until_auto_pause.is_some() {
        edits.push(Edit::set(Field::SecondsUntilAutoPause, ""));
    }
    let title =
        if pauses { "Raise the minimum to 1 ACU, with no pause then" } else { "Raise the minimum to 1 ACU" };
    vec![finding.fix(title, edits)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Proxy};
    use crate::facts::{Acu, FACTS_DATE};

    fn said(change: impl FnOnce(&mut Design)) -> Option<String> {
        let mut design = Design::default();
        change(&mut design);
        let bill = crate::estimate::bill(&design, FACTS_DATE);
        let context = Context { design: &design, bill: &bill, today: FACTS_DATE, asked: None };
        check(&context).pop().map(|finding| finding.message)
    }

    fn proxied(share: u32, peak: u32) -> Option<String> {
        said(|it| {
            it.proxy = Some(Proxy { max_connections_percent: share, ..Proxy::default() });
            it.usage.peak_connections = Some(peak);
        })
    }

    #[test]
    fn the_limit_is_the_table_s_the_parameter_s_or_the_proxy_s_share() {
        let peak = |peak| said(|it| it.usage.peak_connections = Some(peak));
        assert_eq!(peak(3360), None);
        assert_eq!(
            peak(3361).as_deref(),
            Some(
                "The peak needs 3,361 connections; an instance takes 3,360 at 16 ACU; after a new maximum it takes a reboot."
            )
        );
        assert_eq!(proxied(50, 1680), None);
        assert_eq!(
            proxied(50, 1681).as_deref(),
            Some(
                "The peak needs 1,681 connections; an instance takes 1,680 through the proxy's 50 % at 16 ACU; after a new maximum it takes a reboot."
            )
        );
        assert!(proxied(100, 3361).is_some_and(|it| !it.contains('%')));
        assert_eq!(proxied(900, 3360), None);
        let chosen = said(|it| {
            it.cluster.parameters.insert("max_connections".to_owned(), "500".to_owned());
            it.usage.peak_connections = Some(501);
        });
        assert_eq!(
            chosen.as_deref(),
            Some("The peak needs 501 connections; an instance takes 500 by max_connections.")
        );
    }

    #[test]
    fn what_mysql_takes_between_the_rows_is_unconfirmed() {
        let mysql = |engine, max| {
            said(|it| {
                it.cluster.engine = engine;
                it.cluster.max_capacity = Acu::whole(max);
                it.usage.peak_connections = Some(100_000);
            })
        };
        let unconfirmed = |engine, max| mysql(engine, max).is_some_and(|it| it.contains("unconfirmed"));
        assert!(unconfirmed(Engine::AuroraMysql, 24) && !unconfirmed(Engine::AuroraMysql, 32));
        assert!(!unconfirmed(Engine::AuroraPostgresql, 24));
    }
}
