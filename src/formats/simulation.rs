//! A simulation and a sizing as files: JSON with exact figures, CSV of the capacity over time.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Number;

use crate::design::PlatformVersion;
use crate::facts::{Acu, Decimal};
use crate::simulate::measured::Grade;
use crate::simulate::sizing::{Floor, Sizing};
use crate::simulate::{AwsFigures, Change, Edge, Edges, Load, Outcome, Simulated};

use super::json::lines;

/// What is written of a simulation.
pub struct Played<'a> {
    /// The platform version that was simulated.
    pub platform: PlatformVersion,
    /// The load.
    pub load: &'a Load,
    /// The instances, writer first.
    pub instances: &'a [Simulated],
    /// The edges that are written.
    pub edges: &'a [Edge],
    /// The price of an ACU-hour in USD, where it is known.
    pub acu_hour: Option<Decimal>,
    /// What is to be said beside the figures.
    pub notes: &'a [String],
}

#[derive(Serialize)]
struct Page<'a> {
    platform: Number,
    point_seconds: u32,
    instances: Vec<Instance>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Instance {
    #[serde(rename = "instance")]
    place: usize,
    tier: u32,
    edges: EdgeMap,
}

#[derive(Serialize)]
struct EdgeMap {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Figures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Figures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Figures>,
}

#[derive(Serialize)]
struct Figures {
    changes: Vec<(u64, Number)>,
    acu_seconds: Number,
    short_seconds: u64,
    longest_short_spell_s: u64,
    work_acu_seconds: Number,
    unserved_acu_seconds: Number,
    wakes: u32,
    waited_s: u64,
    paused_s: u64,
    refused_connection_seconds: u64,
    usd: Option<Number>,
    usd_month: Option<Number>,
}

/// The simulation as JSON; a price that is not known is `null`.
pub fn json(played: &Played<'_>) -> String {
    let span = played.load.span();
    let figures = |outcome: &Outcome| {
        let totals = &outcome.totals;
        let change = |it: &Change| (it.second, exact(it.acu.as_decimal()));
        Figures {
            changes: outcome.changes.iter().map(change).collect(),
            acu_seconds: exact(totals.acu_seconds()),
            short_seconds: totals.short_seconds,
            longest_short_spell_s: totals.longest_short_spell_s,
            work_acu_seconds: exact(totals.work_acu_seconds()),
            unserved_acu_seconds: exact(totals.unserved_acu_seconds()),
            wakes: totals.wakes,
            waited_s: totals.waited_s,
            paused_s: totals.paused_s,
            refused_connection_seconds: totals.refused_connection_seconds,
            usd: played.acu_hour.map(|price| exact(totals.usd_micros(price))),
            usd_month: played.acu_hour.map(|price| exact(totals.usd_month(price, span))),
        }
    };
    let instance = |it: &Simulated| {
        let of = |edge: Edge| played.edges.contains(&edge).then(|| figures(it.edges.of(edge)));
        let edges = EdgeMap { low: of(Edge::Low), plan: of(Edge::Plan), high: of(Edge::High) };
        Instance { place: it.instance, tier: it.tier, edges }
    };
    lines(&Page {
        platform: played.platform.to_string().parse().unwrap_or_else(|_| Number::from(0)),
        point_seconds: played.load.point_seconds(),
        instances: played.instances.iter().map(instance).collect(),
        notes: played.notes,
    })
}

/// The capacity over time as CSV: a row where it changes, `instance,edge,second,acu`.
pub fn csv(played: &Played<'_>) -> String {
    let mut text = "instance,edge,second,acu\n".to_owned();
    for it in played.instances {
        for edge in played.edges {
            for change in &it.edges.of(*edge).changes {
                // Writing to a String can't fail.
                let _ = writeln!(text, "{},{},{},{}", it.instance, edge.word(), change.second, change.acu);
            }
        }
    }
    text
}

#[derive(Serialize)]
struct Refusal<'a> {
    grade: &'static str,
    reasons: &'a [String],
}

/// A refusal to size: no numbers at all.
pub fn refused_json(reasons: &[String]) -> String {
    lines(&Refusal { grade: "refused", reasons })
}

#[derive(Serialize)]
struct Aws {
    min: Number,
    typical: Number,
    peak: Number,
    max: Number,
}

impl From<&AwsFigures> for Aws {
    fn from(it: &AwsFigures) -> Self {
        Self { min: acu(it.min), typical: acu(it.typical), peak: acu(it.peak), max: acu(it.max) }
    }
}

#[derive(Serialize)]
struct AwsAlone {
    aws: Aws,
}

/// AWS' figures alone, under the key that they have in the advice.
pub fn aws_json(figures: &AwsFigures) -> String {
    lines(&AwsAlone { aws: Aws::from(figures) })
}

#[derive(Serialize)]
struct Advice<'a> {
    grade: &'static str,
    reasons: &'a [String],
    aws: Aws,
    ours: Ours,
    differences: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Hint>,
    smaller: Vec<Smaller>,
}

#[derive(Serialize)]
struct Ours {
    min: Number,
    max: Number,
    /// Whether more may be needed than the maximum says, because the measured one was reached.
    at_least: bool,
    floors: Vec<Because>,
    max_from: Vec<Because>,
    acu_hours_month: Band,
}

#[derive(Serialize)]
struct Because {
    acu: Number,
    because: String,
}

#[derive(Serialize)]
struct Band {
    low: Number,
    plan: Number,
    high: Number,
}

#[derive(Serialize)]
struct Hint {
    min: Number,
    max: Number,
    saves_acu_hours_month: Number,
    evidence: &'static str,
}

#[derive(Serialize)]
struct Smaller {
    min: Number,
    max: Number,
    acu_hours_month: Band,
    unserved_percent: Number,
    short_seconds: u64,
    longest_short_spell_s: u64,
    days_touched: u64,
}

/// The advice as JSON.
pub fn sizing_json(grade: Grade, reasons: &[String], is_clipped: bool, sizing: &Sizing) -> String {
    let because = |all: &[Floor]| -> Vec<Because> {
        all.iter().map(|it| Because { acu: acu(it.acu), because: it.because.clone() }).collect()
    };
    lines(&Advice {
        grade: grade.word(),
        reasons,
        aws: Aws::from(&sizing.aws),
        ours: Ours {
            min: acu(sizing.min),
            max: acu(sizing.max),
            at_least: is_clipped,
            floors: because(&sizing.floors),
            max_from: because(&sizing.raised),
            acu_hours_month: band(&sizing.acu_hours_month),
        },
        differences: sizing.differences(),
        hint: sizing.hint.map(|hint| Hint {
            min: acu(hint.min),
            max: acu(hint.max),
            saves_acu_hours_month: exact(hint.saves_acu_hours_month),
            evidence: crate::simulate::sizing::Hint::EVIDENCE,
        }),
        smaller: sizing
            .smaller
            .iter()
            .map(|it| Smaller {
                min: acu(it.min),
                max: acu(it.max),
                acu_hours_month: band(&it.acu_hours_month),
                unserved_percent: exact(it.unserved_percent),
                short_seconds: it.short_seconds,
                longest_short_spell_s: it.longest_short_spell_s,
                days_touched: it.days_touched,
            })
            .collect(),
    })
}

fn band(edges: &Edges<Decimal>) -> Band {
    Band { low: exact(edges.low), plan: exact(edges.plan), high: exact(edges.high) }
}

fn acu(capacity: Acu) -> Number {
    exact(capacity.as_decimal())
}

/// A decimal as a number of JSON, digit by digit.
fn exact(number: Decimal) -> Number {
    number.to_string().parse().unwrap_or_else(|_| Number::from(0))
}

/// A percentage with two places, rounded up so that something never looks like nothing.
pub fn hundredths(percent: Decimal) -> Decimal {
    Decimal::from_micros(percent.as_micros().div_ceil(10_000) * 10_000)
}

/// A time as people read it.
pub fn time(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, rest) {
        (0, 0, _) => format!("{rest} s"),
        (0, _, 0) => format!("{minutes} min"),
        (0, _, _) => format!("{minutes} min {rest} s"),
        (_, 0, _) => format!("{hours} h"),
        _ => format!("{hours} h {minutes} min"),
    }
}
