//! What single choices of a design cost, as sentences.

use crate::design::Design;
use crate::estimate::budget::budget_fit;
use crate::estimate::marginal::{Change, blocked_pause, proxy_cost, tied_reader};
use crate::estimate::{Awake, Month, Usd};
use crate::facts::{Acu, Day};

/// What each tier, the proxy and a pause that never comes cost, and what fits the budget.
pub fn choices(design: &Design, today: Day) -> Vec<String> {
    let mut all = Vec::new();
    for (reader, tier) in (1..).zip(design.cluster.readers.iter().map(|reader| reader.promotion_tier)) {
        if let Some(tied) = tied_reader(design, reader, today).filter(|it| typical(it.tied_up) > Usd::ZERO) {
            let amount = amount(tied.tied_up, Month::Typical);
            all.push(format!(
                "Reader {reader} in tier {tier} ties up {amount} a month: it scales with the writer."
            ));
        }
    }
    if let Some(cost) = proxy_cost(design, today) {
        let own = amount(cost.own, Month::Typical);
        let awake = match cost.awake.by.idle {
            Usd::ZERO => String::new(),
            idle => format!(", and {idle} in an idle month because it keeps the cluster awake"),
        };
        all.push(format!("RDS Proxy costs {own} a month{awake}."));
    }
    all.extend(pause_sentence(design, today));
    all.extend(budget_sentence(design, today));
    all
}

/// Said where the minimum asks for a pause that something else prevents.
fn pause_sentence(design: &Design, today: Day) -> Option<String> {
    let blocked = blocked_pause(design, today)?;
    if design.cluster.min_capacity > Acu::ZERO {
        return None;
    }
    let reasons: Vec<&str> = blocked.reasons.iter().map(|reason| words(*reason)).collect();
    let idle = amount(blocked.cost, Month::Idle);
    Some(format!(
        "The pause that never comes costs {idle} in an idle month: {} prevents it.",
        reasons.join(" and ")
    ))
}

const fn words(reason: Awake) -> &'static str {
    match reason {
        Awake::Minimum => "the minimum",
        Awake::Version => "the version",
        Awake::Proxy => "RDS Proxy",
        Awake::GlobalDatabase => "the Global Database",
        Awake::Replication => "replication",
    }
}

fn budget_sentence(design: &Design, today: Day) -> Option<String> {
    let fit = budget_fit(design, today)?;
    let cap = fit.cap;
    if fit.ceiling.usd <= cap {
        let least = if fit.ceiling.complete { "" } else { "what is known of " };
        return Some(format!("Even {least}a ceiling month stays within the budget of {cap}."));
    }
    let readers = design.cluster.readers.len();
    let ways: Vec<String> = fit
        .fits
        .iter()
        .map(|it| {
            let gone = readers - it.readers.min(readers);
            let with = match gone {
                0 => String::new(),
                1 => " with 1 reader less".to_owned(),
                more => format!(" with {more} readers less"),
            };
            format!("a maximum of {} ACU{with}", it.max_capacity)
        })
        .collect();
    Some(if ways.is_empty() {
        format!("Nothing keeps a ceiling month within the budget of {cap} at this minimum.")
    } else {
        format!("A ceiling month stays within the budget of {cap} with {}.", ways.join(", or "))
    })
}

fn typical(change: Change) -> Usd {
    change.by.typical
}

fn amount(change: Change, month: Month) -> String {
    let usd = change.by.of(month);
    if change.complete { usd.to_string() } else { format!("at least {usd}") }
}
