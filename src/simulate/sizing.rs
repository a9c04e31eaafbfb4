//! Which minimum and maximum to choose: AWS' rule and the simulation side by side, the floors with their reasons, and what
//! each smaller choice loses.

use super::aws::{AwsFigures, Used, aws_for_maximum};
use super::capacity::{Pace, Range};
use super::cluster::{Setup, at_edge};
use super::convert;
use super::course::Course;
use super::load::{Load, MAX_WANTED, Start};
use super::measured::nearest_rank;
use super::outcome::{Outcome, Totals, WORK_OF_HALF};
use super::platform::{Constants, Edge, Edges, Platform};
use super::refused::Refused;
use super::search::{Broken, Candidate, Found, Limits, Question};
use crate::design::{Design, Engine};
use crate::estimate::connections;
use crate::facts::limits::{AUTO_PAUSE_SECONDS, POSTGRESQL_LOW_MINIMUM_CONNECTIONS};
use crate::facts::{Acu, Decimal};

/// The largest capacity (ACU-06).
const LARGEST: Acu = Acu::whole(256);
/// Most rows of smaller choices.
const MOST_SMALLER: usize = 8;

/// What the minimum must hold besides the load.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Demands {
    /// The least minimum that is wanted: 0 where it may pause and a first query may wait, else 0.5 or more.
    pub floor: Acu,
    /// Data that shall stay in memory, in GiB.
    pub working_set_gib: Option<Decimal>,
    /// Connections at the peak.
    pub connections: Option<u32>,
    /// Whether insights are on.
    pub insights: bool,
    /// Whether it is the primary of a Global Database.
    pub global: bool,
    /// The engine, which decides how many connections a maximum takes.
    pub engine: Engine,
    /// Seconds without a connection before a pause.
    pub delay: u32,
}

impl Default for Demands {
    fn default() -> Self {
        Self {
            floor: Acu::HALF,
            working_set_gib: None,
            connections: None,
            insights: false,
            global: false,
            engine: Engine::AuroraPostgresql,
            delay: *AUTO_PAUSE_SECONDS.start(),
        }
    }
}

impl Demands {
    /// What the design asks for; `may_wait` lets the minimum be 0 where nothing else forbids it.
    pub fn of(design: &Design, may_wait: bool) -> Self {
        let mut sleeper = design.clone();
        sleeper.cluster.min_capacity = Acu::ZERO;
        let pauses = may_wait && crate::estimate::pause(&sleeper, 0).pauses();
        Self {
            floor: if pauses { Acu::ZERO } else { Acu::HALF },
            working_set_gib: None,
            connections: design.usage.peak_connections,
            insights: design.cluster.performance_insights.enabled,
            global: design.global.is_some(),
            engine: design.cluster.engine,
            delay: sleeper.seconds_until_auto_pause().unwrap_or(*AUTO_PAUSE_SECONDS.start()),
        }
    }

    /// Every floor with its reason, the wish first.
    pub fn floors(&self) -> Vec<Floor> {
        let wish = if self.floor == Acu::ZERO {
            "it may pause, and the first query may wait".to_owned()
        } else if self.floor == Acu::HALF {
            "the smallest capacity of an instance that never pauses (ACU-03)".to_owned()
        } else {
            "the floor that was asked for".to_owned()
        };
        let mut floors = vec![Floor { acu: self.floor, because: wish }];
        let mut add = |acu: Acu, because: String| floors.push(Floor { acu, because });
        if let Some(gib) = self.working_set_gib {
            add(convert::of_working_set(gib), format!("a working set of {gib} GiB at 2 GiB an ACU (ACU-01)"));
        }
        if let Some(count) = self.connections {
            add(convert::of_connections(count), format!("{count} connections at 10 MiB each (ADV-03)"));
            if self.engine == Engine::AuroraPostgresql && count > POSTGRESQL_LOW_MINIMUM_CONNECTIONS {
                add(
                    Acu::whole(1),
                    format!(
                        "Aurora PostgreSQL takes {POSTGRESQL_LOW_MINIMUM_CONNECTIONS} connections at most below it (ACU-31)"
                    ),
                );
            }
        }
        if self.insights {
            add(Acu::whole(2), "Performance Insights is on (ACU-34)".to_owned());
        }
        if self.global {
            add(Acu::whole(8), "the primary of a Global Database (ACU-35)".to_owned());
        }
        floors
    }
}

/// A capacity that is not to be passed, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Floor {
    /// The capacity.
    pub acu: Acu,
    /// Why.
    pub because: String,
}

/// What is to be sized.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish<'a> {
    /// The load of one instance.
    pub load: &'a Load,
    /// The most that its `Maximum` series wants, at least its own highest.
    pub highest: Acu,
    /// AWS' figures for it.
    pub aws: AwsFigures,
    /// What else the minimum must hold.
    pub demands: Demands,
    /// What may be lost.
    pub limits: Limits,
    /// The platform that is simulated.
    pub platform: Platform,
}

/// The advice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sizing {
    /// AWS' figures.
    pub aws: AwsFigures,
    /// Our minimum: the least that carries the load.
    pub min: Acu,
    /// Our maximum: what carries the load with it, raised to what `raised` names.
    pub max: Acu,
    /// What the minimum must hold.
    pub floors: Vec<Floor>,
    /// What the maximum was raised to, and why; the largest wins.
    pub raised: Vec<Floor>,
    /// ACU-hours of a month with our range.
    pub acu_hours_month: Edges<Decimal>,
    /// A larger minimum that is cheaper in the model, with the hours of a month it saves.
    pub hint: Option<Hint>,
    /// Smaller choices, and what each loses.
    pub smaller: Vec<Smaller>,
}

impl Sizing {
    /// Why ours and AWS' figures differ, where they do by more than a half.
    pub fn differences(&self) -> Vec<String> {
        let far = |one: Acu, other: Acu| one.as_halves().abs_diff(other.as_halves()) > 1;
        let mut all = Vec::new();
        if far(self.min, self.aws.min) {
            let (ours, aws) = (self.min, self.aws.min);
            all.push(format!(
                "AWS' minimum of {aws} ACU is the mean load, or what the connections need; ours of {ours} ACU is the least \
                 from which the model serves the load and which holds what is named. A low minimum still means a cold \
                 cache after a climb."
            ));
        }
        if far(self.max, self.aws.max) {
            let winner = self.raised.iter().max_by_key(|floor| floor.acu);
            let because = winner.map(|floor| floor.because.as_str()).unwrap_or_default();
            all.push(format!(
                "Our maximum of {} ACU is {because}; AWS' rule gives {} ACU.",
                self.max, self.aws.max
            ));
        }
        all
    }
}

/// A larger minimum that is cheaper in the model. It rests on the shorter wait of two published traces, K6 against K4.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hint {
    /// The minimum.
    pub min: Acu,
    /// The least maximum with it.
    pub max: Acu,
    /// ACU-hours of a month that it saves, at the plan edge.
    pub saves_acu_hours_month: Decimal,
}

impl Hint {
    /// What it rests on, for whoever shows it.
    pub const EVIDENCE: &'static str = "It rests on the shorter wait after a smaller rise: 90 s in K6 against about \
         300 s in K4, two traces of one study.";
}

/// A smaller choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Smaller {
    /// The minimum.
    pub min: Acu,
    /// The maximum.
    pub max: Acu,
    /// ACU-hours of a month at each edge.
    pub acu_hours_month: Edges<Decimal>,
    /// Unserved work in percent, on plan; at least that, as clients wait and come again.
    pub unserved_percent: Decimal,
    /// Seconds with less than was wanted, on plan.
    pub short_seconds: u64,
    /// The most of them in a row, on plan.
    pub longest_short_spell_s: u64,
    /// Days with such a second, on plan.
    pub days_touched: u64,
}

/// CPU as AWS' rule takes it, of a load that was made and not measured: in percent of 100 ACU.
pub fn used_by(load: &Load, connections: u32) -> Used {
    let all: Vec<u64> = sorted(load).into_iter().map(|wanted| u64::from(wanted) * WORK_OF_HALF).collect();
    let count = all.len().max(1) as u64;
    let mean = (all.iter().sum::<u64>() * 2 + count) / (2 * count);
    Used {
        p95: nearest_rank(&all, 950),
        max: all.last().copied().unwrap_or(0),
        average: Some(mean),
        connections: connections.into(),
    }
}

/// What the writer's points want, from the least on. They are counted, not compared: few figures, many points.
fn sorted(load: &Load) -> Vec<u16> {
    let mut points_at = vec![0; usize::try_from(load.highest(0).as_halves()).unwrap_or(0) + 1];
    for point in load.series(0).unwrap_or_default() {
        if let Some(points) = points_at.get_mut(usize::from(point.wanted)) {
            *points += 1;
        }
    }
    (0..).zip(points_at).flat_map(|(wanted, points)| std::iter::repeat_n(wanted, points)).collect()
}

/// AWS' figures for a load that was made.
pub fn aws_for_load(load: &Load, connections: u32) -> AwsFigures {
    aws_for_maximum(Acu::whole(100), used_by(load, connections))
}

/// What a search for the wish asks.
pub fn question(wish: &Wish<'_>) -> Question {
    let floor = wish.demands.floors().iter().map(|floor| floor.acu).max().unwrap_or(Acu::HALF);
    Question {
        platform: wish.platform,
        edge: Edge::Plan,
        limits: wish.limits,
        floor: floor.min(LARGEST),
        delay: wish.demands.delay,
    }
}

/// The advice, after a search with [`question`].
///
/// # Errors
/// Where no range carries the load within the limits.
pub fn size(wish: &Wish<'_>, found: &Found) -> Result<Sizing, Refused> {
    let (cheapest, least) = match found {
        Found::Ranges { cheapest, least } => (cheapest, least),
        Found::Nothing(broken) => return Err(nothing(wish, *broken)),
    };
    let span = wish.load.span();
    let ranges = Ranges::of(wish);
    let raised = raised(wish, least);
    let max = raised.iter().map(|floor| floor.acu).max().unwrap_or(least.max).max(least.max).min(LARGEST);
    let ours = ranges.play(least.min, max)?;
    Ok(Sizing {
        aws: wish.aws,
        min: least.min,
        max,
        floors: wish.demands.floors(),
        acu_hours_month: ours.totals.map(|it| it.acu_hours_month(span)),
        hint: (cheapest.min > least.min).then(|| {
            let hours = |it: &Candidate| it.totals.acu_hours_month(span);
            let saves_acu_hours_month = hours(least).minus(hours(cheapest));
            Hint { min: cheapest.min, max: cheapest.max, saves_acu_hours_month }
        }),
        smaller: smaller(&ranges, least.min, max)?,
        raised,
    })
}

fn nothing(wish: &Wish<'_>, broken: Broken) -> Refused {
    let at_most = match broken {
        Broken::Spell => format!("a spell of {} s at most", wish.limits.spell_s),
        Broken::Unserved | Broken::Cost => format!("{} % unserved at most", wish.limits.unserved_percent),
    };
    Refused::Data(format!(
        "no range of Aurora carries this load with {at_most}: up to {} ACU are wanted, and {LARGEST} ACU is the \
         largest instance; allow more, or share the load among instances",
        wish.highest
    ))
}

/// What the maximum is raised to: it costs nothing in the time that was seen, and is room for what was not.
fn raised(wish: &Wish<'_>, least: &Candidate) -> Vec<Floor> {
    let mut raised = vec![
        Floor { acu: least.max, because: "the least that carries the load within the limits".to_owned() },
        Floor { acu: wish.highest.min(LARGEST), because: "the highest that was wanted".to_owned() },
        Floor {
            acu: wish.aws.max,
            because: "AWS' rule: 1.3 times the peak or 1.5 times the usual (ADV-03)".to_owned(),
        },
    ];
    if let Some(count) = wish.demands.connections {
        let takes = |max: Acu| connections(wish.demands.engine, least.min, max).1 >= count;
        let enough = (2..=LARGEST.as_halves()).map(Acu::halves).find(|max| takes(*max));
        let because = format!("the least that takes {count} connections by default (ACU-30)");
        raised.extend(enough.map(|acu| Floor { acu, because }));
    }
    raised
}

/// What is sized, for as many ranges as there are to be compared.
struct Ranges<'a> {
    wish: &'a Wish<'a>,
    course: Course,
    paces: Edges<Pace>,
}

/// What a range does.
struct Played {
    totals: Edges<Totals>,
    /// Days with a short second, on plan.
    days_touched: u64,
}

impl<'a> Ranges<'a> {
    fn of(wish: &'a Wish<'a>) -> Self {
        let paces = Edges::by(|edge| Pace::of(Constants::of(wish.platform, edge)));
        Self { wish, course: Course::of(wish.load), paces }
    }

    /// One instance with a range, at every edge.
    fn play(&self, min: Acu, max: Acu) -> Result<Played, Refused> {
        let wish = self.wish;
        let delay = (min == Acu::ZERO).then_some(wish.demands.delay);
        let setup = Setup::single(min, max, delay)?;
        if delay.is_none() && wish.load.start == Start::AtMinimum {
            // Nothing is drawn of it, so its sums will do.
            let of = self.paces.map(|pace| self.course.sums(Range::new(min, max), pace));
            return Ok(Played { totals: of.map(|(totals, _)| *totals), days_touched: of.plan.1 });
        }
        let run = |edge| -> Result<Outcome, Refused> {
            Ok(at_edge(&setup, wish.load, wish.platform, edge)?.into_iter().next().unwrap_or_default())
        };
        let of = Edges { low: run(Edge::Low)?, plan: run(Edge::Plan)?, high: run(Edge::High)? };
        Ok(Played { totals: of.map(|it| it.totals), days_touched: of.plan.days_touched() })
    }
}

fn smaller(ranges: &Ranges<'_>, min: Acu, max: Acu) -> Result<Vec<Smaller>, Refused> {
    let wish = ranges.wish;
    let wanted = sorted(wish.load);
    let least = min.max(Acu::whole(1));
    let of_max =
        |per_mille| Acu::halves(u32::from(nearest_rank(&wanted, per_mille))).max(least).min(MAX_WANTED);
    let mut pairs: Vec<(Acu, Acu)> = [999, 990, 950].map(|it| (min, of_max(it))).into();
    pairs.dedup();
    pairs.retain(|(_, other)| *other < max);
    let floor = question(wish).floor.as_halves();
    let below = (floor..min.as_halves()).rev().take(MOST_SMALLER - pairs.len());
    pairs.extend(below.map(|halves| (Acu::halves(halves), max)));
    let span = wish.load.span();
    let row = |(min, max)| {
        let played = ranges.play(min, max)?;
        let plan = &played.totals.plan;
        Ok(Smaller {
            min,
            max,
            acu_hours_month: played.totals.map(|it| it.acu_hours_month(span)),
            unserved_percent: plan.unserved_percent(),
            short_seconds: plan.short_seconds,
            longest_short_spell_s: plan.longest_short_spell_s,
            days_touched: played.days_touched,
        })
    };
    pairs.into_iter().map(row).collect()
}
