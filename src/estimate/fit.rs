//! Whether Aurora Serverless v2 is the right thing: each signal of the seed's "Detection Signals", a verdict, and what
//! else there is where it is not.

use crate::design::{Design, Engine, Environment, FirstQuery, Variability, Vpc};
use crate::facts::{Acu, Decimal};

use super::pause;

/// What a signal says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Answer {
    /// It speaks for Serverless v2.
    For,
    /// It speaks for something else.
    Against,
    /// It says neither, or nobody said.
    Open,
}

/// One of the seed's signals, answered.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Signal {
    /// As the seed names it.
    pub signal: &'static str,
    /// What it says.
    pub answer: Answer,
    /// Why, with the numbers of this design.
    pub because: String,
}

/// The verdict.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FitVerdict {
    /// It fits.
    Fits,
    /// Some signals speak against it, or too few were given.
    Perhaps,
    /// Something else fits better.
    FitsNot,
}

/// Whether it fits, why, and what else there is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fit {
    /// The verdict.
    pub verdict: FitVerdict,
    /// Every signal, in the seed's order.
    pub signals: Vec<Signal>,
    /// What would fit instead or is worth a look, the best first.
    pub instead: Vec<&'static str>,
}

/// Hours a day without load from which a pause pays more than anything else.
const LONG_IDLE: Decimal = Decimal::whole(8);
/// Average share of the maximum, in percent, above which a provisioned instance of equal memory costs less
/// (PRI-03: 27 to 29 on the R families in us-east-1).
const BREAK_EVEN_PERCENT: u64 = 29;

const PROVISIONED: &str = "Provisioned Aurora instances: for a steady load they cost less from an average of about 27 to 29 % of the ACUs of equal memory, and Reserved Instances, which never cover ACUs, lower that further.";
const RDS: &str = "RDS on a small instance: a small steady database needs no cluster.";
const DSQL: &str = "Aurora DSQL: it has no instances, so nothing has to resume; it speaks PostgreSQL with limits of its own, unconfirmed here: read them first.";
const EXPRESS: &str = "Aurora PostgreSQL's express configuration: a cluster without a VPC that takes IAM logins only; for a trial it needs nothing of this design.";
const HALF: &str = "A minimum of 0.5 ACU: the first query does not wait, and an idle hour costs half an ACU.";

/// Whether Aurora Serverless v2 fits what the design and its traits say.
pub fn fit(design: &Design) -> Fit {
    let signals = vec![
        variable(design),
        unpredictable(design),
        trial(design),
        cost(design),
        scaling(design),
        available(design),
    ];
    let traits = &design.traits;
    let steady = traits.variability == Some(Variability::Steady);
    let cheap = traits.cost_first == Some(true);
    let instant = traits.first_query == Some(FirstQuery::Instant);
    let idle = traits.idle_hours_per_day.is_some_and(|hours| hours >= LONG_IDLE);
    let production = design.environment == Environment::Production;
    let sleeps = pause(design, 0).pauses();
    let small = design.cluster.max_capacity <= Acu::whole(4);
    let postgresql = design.cluster.engine == Engine::AuroraPostgresql;

    let mut instead = Vec::new();
    let stays_busy = steady && !idle;
    if stays_busy && small && cheap {
        instead.push(RDS);
    }
    if stays_busy || overused(design) {
        instead.push(PROVISIONED);
    }
    if idle && instant && sleeps {
        instead.push(HALF);
    }
    if idle && instant && cheap && postgresql {
        instead.push(DSQL);
    }
    let plain =
        design.proxy.is_none() && design.global.is_none() && design.cluster.network.vpc == Vpc::Create;
    if !production && postgresql && plain {
        instead.push(EXPRESS);
    }
    let answers = |answer| signals.iter().filter(|signal| signal.answer == answer).count();
    let verdict = if (stays_busy && (production || cheap)) || (idle && instant && cheap) {
        FitVerdict::FitsNot
    } else if answers(Answer::Against) > 0 || traits.variability.is_none() {
        FitVerdict::Perhaps
    } else {
        FitVerdict::Fits
    };
    Fit { verdict, signals, instead }
}

impl FitVerdict {
    /// The verdict as a sentence.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Fits => "Aurora Serverless v2 fits.",
            Self::Perhaps => "Aurora Serverless v2 may fit; not every signal speaks for it.",
            Self::FitsNot => "Aurora Serverless v2 does not fit; something else serves this better.",
        }
    }

    /// One word: `yes`, `perhaps`, `no`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fits => "yes",
            Self::Perhaps => "perhaps",
            Self::FitsNot => "no",
        }
    }
}

impl Answer {
    /// One word: `for`, `against`, `open`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Open => "open",
        }
    }
}

/// Whether the average that the user gave is more than serverless pays for.
fn overused(design: &Design) -> bool {
    let max = u64::from(design.cluster.max_capacity.as_halves()) * 5000;
    let average = design.usage.writer_acu.map_or(0, Decimal::as_micros);
    // Millionths against ten-thousandths of the same: a hundredth.
    average > max.saturating_mul(BREAK_EVEN_PERCENT)
}

fn signal(signal: &'static str, answer: Answer, because: impl Into<String>) -> Signal {
    Signal { signal, answer, because: because.into() }
}

fn variable(design: &Design) -> Signal {
    let (answer, because) = match design.traits.variability {
        Some(Variability::Steady) => (Answer::Against, "The load is steady, so there is little to scale."),
        Some(Variability::Daily) => (Answer::For, "The load follows the day, and capacity follows the load."),
        Some(_) => (Answer::For, "The load varies, and capacity follows it."),
        None => (Answer::Open, "Nobody said how the load varies: traits.variability."),
    };
    signal("Variable database workloads", answer, because)
}

fn unpredictable(design: &Design) -> Signal {
    let (answer, because) = match design.traits.variability {
        Some(Variability::Spiky | Variability::Unpredictable) => {
            (Answer::For, "Peaks come unannounced; nothing has to be sized for them beforehand.")
        }
        Some(Variability::Daily) => {
            (Answer::Open, "The load is predictable, so a schedule could follow it too.")
        }
        Some(Variability::Steady) => (Answer::Against, "The load is steady, so the right size is known."),
        None => (Answer::Open, "Nobody said how the load varies: traits.variability."),
    };
    signal("Unpredictable traffic patterns", answer, because)
}

fn trial(design: &Design) -> Signal {
    let (answer, because) = match design.environment {
        Environment::Production => (Answer::Open, "It is for production, which speaks neither way."),
        _ => (Answer::For, "It is not for production: it rests at night and on weekends."),
    };
    signal("Development/staging environments", answer, because)
}

fn cost(design: &Design) -> Signal {
    let traits = &design.traits;
    let idle = traits.idle_hours_per_day.filter(|hours| *hours >= LONG_IDLE);
    let steady = traits.variability == Some(Variability::Steady);
    let (answer, because) = if overused(design) {
        let because = format!(
            "The writer averages {} of {} ACU; above about {BREAK_EVEN_PERCENT} % a provisioned instance of equal memory costs less.",
            design.writer_acu(),
            design.cluster.max_capacity
        );
        (Answer::Against, because)
    } else if let Some(hours) = idle {
        if pause(design, 0).pauses() {
            (Answer::For, format!("Up to {hours} idle hours a day cost no ACUs, because it pauses."))
        } else {
            (Answer::Against, format!("{hours} idle hours a day are paid for, because it never pauses."))
        }
    } else if traits.cost_first == Some(true) && steady {
        (
            Answer::Against,
            "Cost comes first and the load is steady: an ACU-hour costs more than its share of an instance."
                .to_owned(),
        )
    } else if traits.cost_first == Some(true) {
        (Answer::For, "Cost comes first, and only the capacity in use is paid for.".to_owned())
    } else {
        (
            Answer::Open,
            "Nobody said that cost comes first: traits.cost_first, traits.idle_hours_per_day.".to_owned(),
        )
    };
    signal("Cost optimization needed", answer, because)
}

fn scaling(design: &Design) -> Signal {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let twice = u64::from(min.max(Acu::HALF).as_halves()) * 2;
    let answer = if min >= max {
        Answer::Against
    } else if u64::from(max.as_halves()) >= twice {
        Answer::For
    } else {
        Answer::Open
    };
    signal("Auto-scaling databases required", answer, format!("The range is {min} to {max} ACU."))
}

fn available(design: &Design) -> Signal {
    let zones = design.zones();
    let apart = zones.iter().any(|zone| Some(zone) != zones.first());
    let follows = design.cluster.readers.iter().any(|reader| reader.promotion_tier <= 1);
    let (answer, because) = if apart && follows {
        (Answer::For, "A reader in another zone is as large as the writer and takes over in under a minute.")
    } else if apart {
        (Answer::Open, "A reader in another zone can take over, but none is kept as large as the writer.")
    } else {
        (Answer::Open, "Nothing stands in another zone to take over; a reader there would.")
    };
    signal("High availability essential", answer, because)
}
