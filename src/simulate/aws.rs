//! AWS' own rule of thumb (ADV-03), exact in integers: percentages come in hundredths, capacities in halves of an ACU,
//! and everything is rounded up to a half.

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::convert::connections_need;
use crate::facts::Acu;

/// The largest capacity, in halves (ACU-06).
const LARGEST: u64 = 512;

/// What the rule is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Used {
    /// 95th percentile of CPU, in hundredths of a percent.
    pub p95: u64,
    /// Highest CPU, in hundredths of a percent.
    pub max: u64,
    /// Mean of CPU, in hundredths of a percent; 0.6 of the 95th percentile where nobody knows.
    pub average: Option<u64>,
    /// Connections at the peak.
    pub connections: u64,
}

/// What it gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AwsFigures {
    /// The minimum.
    pub min: Acu,
    /// The usual capacity.
    pub typical: Acu,
    /// The capacity at the peak.
    pub peak: Acu,
    /// The maximum.
    pub max: Acu,
    /// The mean capacity, which the minimum takes in.
    pub average: Acu,
    /// What the connections need, which the minimum takes in.
    pub connections: Acu,
    /// Whether the peak wants more than the largest capacity, so that the maximum is less than the rule gives.
    pub exceeds: bool,
}

/// The rule for a provisioned class.
pub fn aws_for_class(class: Class, used: Used) -> AwsFigures {
    figures(class.advice_halves(), used)
}

/// The rule for a serverless instance, whose CPU is in percent of its maximum (MET-03).
pub fn aws_for_maximum(max: Acu, used: Used) -> AwsFigures {
    figures(u64::from(max.as_halves()), used)
}

fn figures(whole: u64, used: Used) -> AwsFigures {
    let of = |hundredths: u64, parts: u64| hundredths.saturating_mul(whole).div_ceil(parts);
    let typical = of(95 * used.p95 + 5 * used.max, 1_000_000).clamp(1, LARGEST);
    let peak = of(used.max, 10_000);
    let average = used.average.map_or_else(|| of(6 * used.p95, 100_000), |average| of(average, 10_000));
    let connections = connections_need(used.connections);
    let rule = (peak * 13).div_ceil(10).max((typical * 3).div_ceil(2));
    let max = rule.min(LARGEST);
    let min = average.max(connections).max(1).min(max);
    AwsFigures {
        min: halves(min),
        typical: halves(typical),
        peak: halves(peak),
        max: halves(max),
        average: halves(average),
        connections: halves(connections),
        exceeds: rule > LARGEST,
    }
}

fn halves(count: u64) -> Acu {
    Acu::halves(u32::try_from(count).unwrap_or(u32::MAX))
}
