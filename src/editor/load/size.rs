//! Sizing, as the panel shows it: a few minimums at a time, so that whoever asks can stop in between.

use serde::{Deserialize, Serialize};

use super::{Given, Loaded, origin};
use crate::design::{Design, read};
use crate::estimate::{Usd, acu_hour};
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::{Acu, Decimal};
use crate::formats::document::{Block, Cell, Table};
use crate::formats::simulation::{hundredths, time};
use crate::simulate::measured::{Grade, Origin};
use crate::simulate::search::{self, Limits, Search};
use crate::simulate::sizing::{Demands, Floor, Hint, Sizing, Wish, aws_for_load, question, size};
use crate::simulate::{AwsFigures, Edges, Platform, Used, aws_for_class, aws_for_maximum, wake};

pub use crate::simulate::search::Progress;

/// Stretches of a load after which the worker says how far it is: about a twentieth of a second.
const STRETCHES: usize = 1_500_000;

/// What may be lost and what must be held, as typed; what is empty is not asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Limit {
    /// Unserved work in percent.
    pub unserved: String,
    /// The longest spell in seconds.
    pub spell: String,
    /// A working set in GiB.
    pub working_set: String,
    /// Connections at the peak.
    pub connections: String,
    /// Whether it may pause and a first query may wait.
    pub may_wait: bool,
}

/// A search on its way, or at its end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Sized {
    /// Ask again from here.
    Going(Box<Progress>),
    /// The advice, or why there is none.
    Done(Result<SizedSheet, String>),
}

/// The advice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SizedSheet {
    /// Our minimum and maximum.
    pub range: (Acu, Acu),
    /// The grade, and whether the maximum is "at least".
    pub headline: String,
    /// Everything that is to be said.
    pub page: Vec<Block>,
}

/// What is sized, with the words for it.
struct Subject {
    loaded: Loaded,
    highest: Acu,
    aws: AwsFigures,
    demands: Demands,
    limits: Limits,
    grade: Grade,
    reasons: Vec<String>,
    is_clipped: bool,
}

/// Searches on from where it was left, for a twentieth of a second or so.
pub(super) fn step(design: &Design, given: &Given, limit: &Limit, from: Option<&Progress>) -> Sized {
    let subject = match Subject::of(design, given, limit) {
        Ok(subject) => subject,
        Err(why) => return Sized::Done(Err(why)),
    };
    let wish = subject.wish(design);
    let mut search = Search::new(wish.load, &question(&wish));
    if let Some(from) = from {
        search.go_on(from);
    }
    loop {
        if !search.advance() {
            break;
        }
        if search.played >= STRETCHES {
            return Sized::Going(Box::new(search.progress()));
        }
    }
    Sized::Done(subject.sheet(design, &wish, &search.found()))
}

impl Subject {
    fn of(design: &Design, given: &Given, limit: &Limit) -> Result<Self, String> {
        let number = |text: &str, name: &str| -> Result<Option<Decimal>, String> {
            let text = text.trim();
            if text.is_empty() {
                return Ok(None);
            }
            read::decimal(text).map(Some).map_err(|error| format!("{name}: {error}"))
        };
        let whole = |text: &str, name: &str| -> Result<Option<u64>, String> {
            Ok(number(text, name)?.map(|it| it.as_micros() / 1_000_000))
        };
        let defaults = Limits::default();
        let limits = Limits {
            unserved_percent: number(&limit.unserved, "Unserved work")?.unwrap_or(defaults.unserved_percent),
            spell_s: whole(&limit.spell, "Longest spell")?.unwrap_or(defaults.spell_s),
        };
        let asked = whole(&limit.connections, "Connections")?.map(|it| u32::try_from(it).unwrap_or(u32::MAX));
        let loaded = Loaded::of(design, given)?;
        let mut demands = Demands::of(design, limit.may_wait);
        demands.working_set_gib = number(&limit.working_set, "Working set")?;
        demands.connections = asked.or(demands.connections);
        let Some((measured, origin)) = &loaded.measured else {
            let mut reasons = vec!["the load is made, not measured".to_owned()];
            reasons.extend(loaded.load.notes.iter().cloned());
            return Ok(Self {
                highest: loaded.load.highest(0),
                aws: aws_for_load(&loaded.load, demands.connections.unwrap_or(0)),
                demands,
                limits,
                grade: Grade::Provisional,
                reasons,
                is_clipped: false,
                loaded,
            });
        };
        demands.connections = demands.connections.or(measured.connections);
        let used = Used { connections: demands.connections.unwrap_or(0).into(), ..measured.used };
        let aws = match origin {
            Origin::Provisioned(class) => aws_for_class(*class, used),
            Origin::Serverless(max) => aws_for_maximum(*max, used),
            Origin::Unknown => aws_for_load(&measured.load, demands.connections.unwrap_or(0)),
        };
        let mut reasons = measured.reasons.clone();
        reasons.extend(measured.kept_in_memory.map(|kept| {
            format!("{kept} ACU of memory are in use at quiet times; caches fill whatever there is, so this is no floor")
        }));
        let (grade, is_clipped, highest) = (measured.grade, measured.is_clipped, measured.highest);
        Ok(Self { loaded, highest, aws, demands, limits, grade, reasons, is_clipped })
    }

    fn wish(&self, design: &Design) -> Wish<'_> {
        Wish {
            load: &self.loaded.load,
            highest: self.highest,
            aws: self.aws,
            demands: self.demands.clone(),
            limits: self.limits,
            platform: Platform::from(design.usage.platform_version),
        }
    }

    fn sheet(&self, design: &Design, wish: &Wish<'_>, found: &search::Found) -> Result<SizedSheet, String> {
        let sizing = size(wish, found).map_err(|why| why.to_string())?;
        let at_least = if self.is_clipped { "at least " } else { "" };
        let price = acu_hour(design);
        let month = |hours: &Edges<Decimal>| month(price, hours);
        let mut page = vec![Block::List(self.reasons.clone())];
        page.push(Block::Table(Table::new(
            "Ours and AWS' rule of thumb",
            &["Whose", "Minimum", "Maximum", "Cost of a month, one instance"],
            vec![
                row(
                    "Ours",
                    [
                        sizing.min.to_string(),
                        format!("{at_least}{}", sizing.max),
                        month(&sizing.acu_hours_month),
                    ],
                ),
                row(
                    "AWS' rule",
                    [
                        sizing.aws.min.to_string(),
                        format!("{at_least}{}", sizing.aws.max),
                        "not simulated".to_owned(),
                    ],
                ),
            ],
        )));
        page.push(Block::List(sizing.differences()));
        let because =
            |all: &[Floor]| all.iter().map(|it| format!("{} ACU: {}", it.acu, it.because)).collect();
        page.push(Block::Heading("What the minimum must hold".to_owned()));
        page.push(Block::List(because(&sizing.floors)));
        page.push(Block::Heading("What the maximum is drawn from".to_owned()));
        page.push(Block::List(because(&sizing.raised)));
        page.extend(sizing.hint.map(|it| hint(&it)));
        if !sizing.smaller.is_empty() {
            page.push(Block::Heading("What each smaller choice loses".to_owned()));
            page.push(smaller(&sizing, month));
        }
        page.extend(pause_line(design, self.demands.delay, wish.platform));
        page.retain(|block| !matches!(block, Block::List(lines) if lines.is_empty()));
        let headline = format!("{}: {} to {at_least}{} ACU", self.grade.word(), sizing.min, sizing.max);
        Ok(SizedSheet { range: (sizing.min, sizing.max), headline, page })
    }
}

fn hint(it: &Hint) -> Block {
    Block::Text(format!(
        "In the model {} to {} ACU is cheaper by {} ACU-hours a month. {}",
        it.min,
        it.max,
        it.saves_acu_hours_month,
        Hint::EVIDENCE
    ))
}

fn smaller(sizing: &Sizing, month: impl Fn(&Edges<Decimal>) -> String) -> Block {
    let rows = sizing.smaller.iter().map(|it| {
        row(
            &format!("{} to {}", it.min, it.max),
            [
                month(&it.acu_hours_month),
                format!("{} %", hundredths(it.unserved_percent)),
                time(it.short_seconds),
                time(it.longest_short_spell_s),
                it.days_touched.to_string(),
            ],
        )
    });
    let head =
        ["Range, ACU", "Cost of a month", "Unserved, at least", "Short", "Longest spell", "Days touched"];
    Block::Table(Table::new("What each smaller choice loses", &head, rows.collect()))
}

/// A month of so many ACU-hours, as a range.
fn month(price: Option<Decimal>, hours: &Edges<Decimal>) -> String {
    let Some(price) = price else { return "unknown".to_owned() };
    let (least, most) = hours.map(|it| Usd::product(price, &[*it])).span();
    if least == most { least.to_string() } else { format!("{least} to {most}") }
}

/// What a wake costs, and from which time between visits on a pause is worth it.
fn pause_line(design: &Design, delay: u32, platform: Platform) -> Vec<Block> {
    let Ok(wake) = wake(design.cluster.max_capacity, delay, platform) else { return Vec::new() };
    let minutes = |seconds: u64| seconds.div_ceil(60);
    let (least, most) = wake.map(|it| it.break_even_s()).span();
    let mut lines = vec![format!(
        "A wake for a visitor of a minute costs {} ACU-seconds here ({} to {}); 310 to 1,200 were measured.",
        wake.plan.acu_seconds(),
        wake.low.acu_seconds(),
        wake.high.acu_seconds()
    )];
    lines.push(format!(
        "Against never pausing at 0.5 ACU it is worth it from about {} minutes between visits on ({} to {}).",
        minutes(wake.plan.break_even_s()),
        minutes(least),
        minutes(most)
    ));
    let every = wake.map(|it| it.average_every(600));
    lines.push(match (every.low, every.plan, every.high) {
        (Some(low), Some(plan), Some(high)) => format!(
            "One connection every ten minutes, a monitor, a pool or a health check, keeps it near {plan} ACU ({low} to {high}): {} hours of a month at 0.5 ACU are {}.",
            HOURS_PER_MONTH,
            if plan > Decimal::from_micros(500_000) { "cheaper" } else { "dearer" }
        ),
        _ => "One connection every ten minutes, a monitor, a pool or a health check, keeps it awake for good."
            .to_owned(),
    });
    vec![Block::Heading("Whether a pause is worth it".to_owned()), Block::List(lines)]
}

/// AWS' figures alone, from what was typed.
pub(super) fn aws(typed: &[String; 5]) -> Result<Vec<Block>, String> {
    let [class, p95, max, average, connections] = typed;
    let percent = |text: &str, name: &str| -> Result<u64, String> {
        let figure = read::decimal(text).map_err(|error| format!("{name}: {error}"))?;
        if figure > Decimal::whole(100) {
            return Err(format!("{name}: {figure} is more than 100 %"));
        }
        Ok(figure.as_micros().div_ceil(10_000))
    };
    let used = Used {
        p95: percent(p95, "95th percentile")?,
        max: percent(max, "Maximum")?,
        average: if average.trim().is_empty() { None } else { Some(percent(average, "Average")?) },
        connections: connections.trim().parse().unwrap_or(0),
    };
    if used.max < used.p95 {
        return Err("the highest CPU lies below the 95th percentile".to_owned());
    }
    let figures = match origin(class)? {
        Origin::Provisioned(class) => aws_for_class(class, used),
        Origin::Serverless(max) => aws_for_maximum(max, used),
        Origin::Unknown => {
            return Err("say which class was measured, such as db.r6g.xlarge, or which maximum".to_owned());
        }
    };
    let rows = [
        ("Minimum", figures.min),
        ("Typical", figures.typical),
        ("Peak", figures.peak),
        ("Maximum", figures.max),
    ];
    let rows = rows.map(|(name, acu)| row(name, [acu.to_string()])).to_vec();
    let mut page = vec![Block::Table(Table::new("AWS' rule of thumb (ADV-03)", &["Figure", "ACU"], rows))];
    if figures.exceeds {
        page.push(Block::Text("The rule gives more than 256 ACU, the largest there is.".to_owned()));
    }
    Ok(page)
}

fn row<const N: usize>(name: &str, figures: [String; N]) -> Vec<Cell> {
    std::iter::once(Cell::from(name)).chain(figures.map(Cell::from)).collect()
}
