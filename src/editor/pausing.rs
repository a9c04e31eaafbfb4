//! What stands on the page about pausing: each instance with its price in an idle month, their sum, what clients need,
//! and why the writer stays awake.

use crate::design::{Design, Part};
use crate::estimate::{
    Awake, Bill, DEEP_RESUME_SECONDS, Pause, RESUME_SECONDS, Rest, Usd, Verdict, needs, pause, rests,
};

/// Everything the panel shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pausing {
    /// How many instances never pause, and what that costs.
    pub sum: String,
    /// An instance each.
    pub rows: Vec<RestRow>,
    /// Heading of what follows.
    pub heading: &'static str,
    /// What clients and jobs need, or that they need nothing.
    pub needs: Vec<String>,
}

/// An instance, or several alike.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct RestRow {
    /// Its part of the diagram.
    pub part: Part,
    /// `Writer`, `Reader 1`.
    pub name: String,
    /// The verdict as style sheets know it: `pauses`, `only-if`, `never`.
    pub word: &'static str,
    /// The verdict as people read it.
    pub verdict: &'static str,
    /// The rest of the sentence that begins with its name.
    pub says: String,
    /// What it costs in an idle month.
    pub price: String,
    /// What the price is of.
    pub price_of: &'static str,
}

impl Pausing {
    /// Of a design and its bill.
    pub fn of(design: &Design, bill: &Bill) -> Self {
        let rests = rests(design, bill);
        let needed = needs(design, &rests);
        let (heading, needs) = if needed.is_empty() {
            ("No client waits for a resume", vec![without_pause()])
        } else {
            ("What clients and jobs need", needed)
        };
        Self { sum: sum(&rests), rows: rests.iter().map(|rest| row(rest, design)).collect(), heading, needs }
    }
}

fn without_pause() -> String {
    format!(
        "Nothing here pauses. A paused instance takes about {RESUME_SECONDS} s to answer, after a day asleep {DEEP_RESUME_SECONDS} s or more."
    )
}

fn row(rest: &Rest, design: &Design) -> RestRow {
    let (word, verdict) = match rest.verdict {
        Verdict::Pauses(_) => ("pauses", "Pauses"),
        Verdict::OnlyIf(..) => ("only-if", "Only if"),
        Verdict::Never(_) => ("never", "Never"),
    };
    RestRow {
        part: rest.part,
        name: rest.name.clone(),
        word,
        verdict,
        says: rest.says(design),
        price: rest.idle.map_or_else(|| "unknown price".to_owned(), |usd| usd.to_string()),
        price_of: if rest.count > 1 { "idle month, together" } else { "idle month" },
    }
}

/// How many never pause and what that costs: `2 of 3 instances never pause: $175.20 in an idle month.`
fn sum(rests: &[Rest]) -> String {
    let never = |rest: &&Rest| matches!(rest.verdict, Verdict::Never(_));
    let all: u32 = rests.iter().map(|rest| rest.count.max(1)).sum();
    let awake: u32 = rests.iter().filter(never).map(|rest| rest.count.max(1)).sum();
    if awake == 0 {
        return "No missed pause costs anything: every instance can pause.".to_owned();
    }
    let missed = rests
        .iter()
        .filter(never)
        .try_fold(Usd::ZERO, |sum, rest| Some(sum.plus(rest.idle?)))
        .map_or_else(|| "an unknown price".to_owned(), |usd| usd.to_string());
    match (all, awake) {
        (1, _) => format!("The only instance never pauses: {missed} in an idle month."),
        _ if all == awake => format!("None of {all} instances ever pauses: {missed} in an idle month."),
        (_, 1) => format!("1 of {all} instances never pauses: {missed} in an idle month."),
        _ => format!("{awake} of {all} instances never pause: {missed} in an idle month."),
    }
}

/// Whether the writer pauses, and what follows or why not, a sentence each.
pub fn writer_pause(design: &Design) -> (String, Vec<String>) {
    match pause(design, 0) {
        Pause::After(seconds) => (
            format!("The writer pauses after {} min", seconds / 60),
            vec![
                "Clients need a connect timeout above 15 s, 30 s after a day of sleep. Jobs do not run meanwhile."
                    .to_owned(),
            ],
        ),
        Pause::Never(reasons) => (
            "Never pauses".to_owned(),
            reasons.into_iter().map(|awake| reason(awake).to_owned()).collect(),
        ),
    }
}

const fn reason(awake: Awake) -> &'static str {
    match awake {
        Awake::Minimum => "Pausing needs a minimum of 0 ACU.",
        Awake::Version => "This engine version cannot go to 0 ACU.",
        Awake::Proxy => "RDS Proxy keeps a connection open.",
        Awake::GlobalDatabase => "A Global Database keeps the writer and its tied readers awake.",
        Awake::Replication => "Replication keeps the writer and its tied readers awake.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::estimate::bill;
    use crate::facts::{Acu, FACTS_DATE};

    fn made(edits: &[Edit]) -> Pausing {
        let design = Design::default().with_all(edits).unwrap();
        Pausing::of(&design, &bill(&design, FACTS_DATE))
    }

    fn min(acu: u32) -> Edit {
        Edit::set(Field::MinCapacity, Acu::whole(acu))
    }

    const READER: Edit = Edit::AddReader { zone: None, tier: 2 };

    #[test]
    fn the_sum_counts_who_never_pauses() {
        let begins = |edits: &[Edit], start: &str| {
            let sum = made(edits).sum;
            assert!(sum.starts_with(start), "{sum}");
        };
        let all_pause = "No missed pause costs anything";
        begins(&[min(0)], all_pause);
        begins(&[min(0), READER], all_pause);
        begins(&[min(1), READER], "None of 3 instances ever pauses: $");
        begins(&[min(1), Edit::RemoveReader(1)], "The only instance never pauses: $");
    }

    #[test]
    fn clients_are_told_what_a_pause_asks_of_them() {
        let asleep = made(&[min(0)]);
        assert_eq!(asleep.heading, "What clients and jobs need");
        assert!(asleep.needs.len() > 1);
        let awake = made(&[min(1)]);
        assert_eq!(awake.heading, "No client waits for a resume");
        assert_eq!(awake.needs, [without_pause()]);
        assert!(awake.rows.iter().all(|row| row.word == "never" && row.price_of == "idle month"));
    }

    #[test]
    fn every_reason_to_stay_awake_is_told() {
        let told = |edits: &[Edit]| writer_pause(&Design::default().with_all(edits).unwrap());
        assert_eq!(told(&[min(1), Edit::AddProxy]).1, [reason(Awake::Minimum), reason(Awake::Proxy)]);
        assert_eq!(
            told(&[min(0), Edit::set(Field::SecondsUntilAutoPause, 600)]).0,
            "The writer pauses after 10 min"
        );
    }
}
