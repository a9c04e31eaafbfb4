//! A new design from three questions, each of which may be left out: what connects, where it runs, which hours it works.
//! Every answer is a step of its own, with a sentence on what it did.

use enumset::EnumSet;

use crate::design::{Client, Design, Edit, Field};
use crate::estimate::{Pause, pause, span};
use crate::facts::regions::{REGIONS, Region};
use crate::formats::diagram::client_name;

/// Which hours a design works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hours {
    /// Around the clock.
    Always,
    /// On working days.
    Weekdays,
    /// Now and then.
    Rarely,
}

impl Hours {
    /// Every answer, the busiest first.
    pub const ALL: [Self; 3] = [Self::Always, Self::Weekdays, Self::Rarely];

    /// As people say it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Always => "Around the clock",
            Self::Weekdays => "On working days, about 10 hours",
            Self::Rarely => "Now and then, about 2 hours a day",
        }
    }

    /// Hours of a month it is awake, and hours of a day without load; nothing where it never sleeps.
    const fn awake(self) -> Option<(u32, u32)> {
        match self {
            Self::Always => None,
            Self::Weekdays => Some((220, 14)),
            Self::Rarely => Some((60, 22)),
        }
    }
}

/// What somebody answered; what is empty was left out.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Answers {
    /// What connects.
    pub clients: EnumSet<Client>,
    /// Where it runs.
    pub region: Option<&'static Region>,
    /// Which hours it works.
    pub hours: Option<Hours>,
}

/// What an answer did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    /// The design with it.
    pub design: Design,
    /// What it did, in a sentence.
    pub told: String,
}

/// Regions to run in: those of the default Region's partition that have Aurora Serverless v2.
pub fn regions() -> Vec<&'static Region> {
    let home = Design::default().region.partition;
    REGIONS.iter().copied().filter(|region| region.serverless_v2 && region.partition == home).collect()
}

/// The default design with one answer after the other. Nothing where every question was left out.
pub fn effects(answers: &Answers) -> Vec<Effect> {
    let mut effects: Vec<Effect> = Vec::new();
    let mut make = |edits: &[Edit], told: &dyn Fn(&Design) -> String| {
        let before = effects.last().map_or_else(Design::default, |effect| effect.design.clone());
        // Every edit below can be made in every design that the ones before it give; a test goes through all.
        if let Ok(design) = before.with_all(edits) {
            let told = told(&design);
            effects.push(Effect { design, told });
        }
    };
    if let Some(region) = answers.region {
        make(&[Edit::set(Field::Region, region.code)], &|_| {
            format!(
                "It runs in {} ({}), and the bill has the prices of that Region.",
                region.code,
                region.place()
            )
        });
    }
    if let Some(hours) = answers.hours {
        let edits = match hours.awake() {
            None => vec![Edit::set(Field::IdleHoursPerDay, 0)],
            Some((month, idle)) => vec![
                Edit::set(Field::MinCapacity, 0),
                Edit::set(Field::ActiveHoursPerMonth, month),
                Edit::set(Field::IdleHoursPerDay, idle),
            ],
        };
        make(&edits, &|design| hours_told(hours, design));
    }
    if !answers.clients.is_empty() {
        let sleeps = answers.hours.is_some_and(|hours| hours.awake().is_some());
        let lambda = answers.clients.contains(Client::Lambda);
        let mut edits: Vec<Edit> = answers.clients.iter().map(Edit::ToggleClient).collect();
        if lambda && !sleeps {
            edits.push(Edit::AddProxy);
        }
        let names: Vec<&str> = answers.clients.iter().map(client_name).collect();
        let pool = match (lambda, sleeps) {
            (false, _) => "",
            (true, false) => {
                " RDS Proxy stands between, because every concurrent function opens a connection."
            }
            (true, true) => {
                " There is no RDS Proxy, which would keep the cluster awake; a note among the problems says what else pools connections."
            }
        };
        let verb = if names.len() == 1 { "connects" } else { "connect" };
        make(&edits, &|_| format!("{} {verb}.{pool}", names.join(", ")));
    }
    effects
}

fn hours_told(hours: Hours, design: &Design) -> String {
    match (hours.awake(), pause(design, 0)) {
        (Some((month, _)), Pause::After(seconds)) => format!(
            "The minimum is 0 ACU: it pauses after {} without a connection, and the bill counts {month} hours awake a month instead of 730.",
            span(seconds)
        ),
        (Some((month, _)), Pause::Never(_)) => {
            format!(
                "The minimum is 0 ACU and the bill counts {month} hours awake a month, but something keeps it awake."
            )
        }
        (None, _) => format!(
            "The minimum stays {} ACU, so it never pauses and answers at once.",
            design.cluster.min_capacity
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Word as _;
    use crate::estimate::bill;
    use crate::facts::FACTS_DATE;
    use crate::rules::{Severity, check};

    /// Every set of answers, with a Region near and one far.
    fn all() -> Vec<Answers> {
        let mut all = Vec::new();
        for clients in 0..16_usize {
            let of = |(place, (_, client)): (usize, &(&str, Client))| {
                (clients >> place & 1 == 1).then_some(*client)
            };
            let clients: EnumSet<Client> = Client::WORDS.iter().enumerate().filter_map(of).collect();
            for region in [None, Region::find("eu-central-1")] {
                for hours in Hours::ALL.map(Some).into_iter().chain([None]) {
                    all.push(Answers { clients, region, hours });
                }
            }
        }
        all
    }

    #[test]
    fn every_answer_does_something_and_says_it() {
        for answers in all() {
            let effects = effects(&answers);
            let given = usize::from(!answers.clients.is_empty())
                + usize::from(answers.region.is_some())
                + usize::from(answers.hours.is_some());
            assert_eq!(effects.len(), given, "{answers:?}");
            assert!(effects.iter().all(|effect| effect.told.ends_with('.')));
            let Some(last) = effects.last() else { continue };
            assert_eq!(last.design.clients, answers.clients);
            assert_eq!(last.design.region.code, answers.region.unwrap_or(Design::default().region).code);
        }
    }

    #[test]
    fn what_comes_out_is_sound_and_sleeps_where_it_was_said_to() {
        for answers in all() {
            let Some(Effect { design, .. }) = effects(&answers).pop() else { continue };
            let findings = check(&design, &bill(&design, FACTS_DATE), FACTS_DATE);
            let errors: Vec<_> = findings.iter().filter(|it| it.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{answers:?}: {errors:?}");
            let sleeps = answers.hours.is_some_and(|hours| hours != Hours::Always);
            assert_eq!(pause(&design, 0).pauses(), sleeps, "{answers:?}");
            let pooled = answers.clients.contains(Client::Lambda) && !sleeps;
            assert_eq!(design.proxy.is_some(), pooled, "{answers:?}");
        }
    }

    #[test]
    fn all_questions_left_out_give_the_default_design() {
        assert_eq!(effects(&Answers::default()), []);
        assert!(regions().len() > 20 && regions().iter().any(|region| region.code == "eu-west-1"));
    }
}
