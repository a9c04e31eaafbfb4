//! What single choices of a design cost, as sentences.

use crate::design::{Design, instance_at_start};
use crate::estimate::budget::budget_fit;
use crate::estimate::marginal::{Change, blocked_pause, proxy_cost, tied_reader};
use crate::estimate::{Awake, Month, Usd};
use crate::facts::{Acu, Day};

/// What each tier, the proxy and a pause that never comes cost, and what fits the budget.
pub fn choices(design: &Design, today: Day) -> Vec<String> {
    let mut all = tied_sentences(design, today);
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

/// What readers of tier 0 and 1 tie up; those that tie up the same are told together.
fn tied_sentences(design: &Design, today: Day) -> Vec<String> {
    let mut groups: Vec<(Vec<usize>, String)> = Vec::new();
    for reader in 1..=design.cluster.readers.len() {
        let Some(tied) = tied_reader(design, reader, today).filter(|it| typical(it.tied_up) > Usd::ZERO)
        else {
            continue;
        };
        let amount = amount(tied.tied_up, Month::Typical);
        match groups.iter_mut().find(|(_, other)| *other == amount) {
            Some((readers, _)) => readers.push(reader),
            None => groups.push((vec![reader], amount)),
        }
    }
    let tier = |reader: usize| design.instances().nth(reader).map_or(0, |it| it.promotion_tier);
    let sentence = |(readers, amount): (Vec<usize>, String)| match readers.as_slice() {
        [one] => {
            let tier = tier(*one);
            let name = instance_at_start(*one);
            format!("{name} in tier {tier} ties up {amount} a month: it scales with the writer.")
        }
        many => {
            let names: Vec<String> = many.iter().map(usize::to_string).collect();
            let names = names.join(", ");
            format!(
                "Readers {names} in tier 0 or 1 tie up {amount} a month each: they scale with the writer."
            )
        }
    };
    groups.into_iter().map(sentence).collect()
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
        let far = if fit.ceiling.complete { "" } else { ", as far as prices are known" };
        format!("A ceiling month stays within the budget of {cap} with {}{far}.", ways.join(", or "))
    })
}

fn typical(change: Change) -> Usd {
    change.by.typical
}

fn amount(change: Change, month: Month) -> String {
    let usd = change.by.of(month);
    if change.complete { usd.to_string() } else { format!("at least {usd}") }
}
