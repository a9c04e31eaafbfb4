//! The seed's four examples: its figures beside ours, and why they differ.

use super::{LineId, Month, Usd, bill};
use crate::design::presets::SeedExample;
use crate::facts::Day;

/// An example of the seed, priced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beside {
    /// What the seed says.
    pub seed: Usd,
    /// The instance and the volume, which is what the seed's example names.
    pub ours: Usd,
    /// The whole bill of a typical month.
    pub whole: Usd,
    /// How far the seed is from ours, in tenths of a percent of ours; below zero where it is too low.
    pub off: i128,
    /// Why they differ, as sentences.
    pub why: Vec<String>,
}

/// The example's figures on a day.
pub fn beside(example: &SeedExample, today: Day) -> Beside {
    let bill = bill(&example.design(), today);
    let named = |id: LineId| matches!(id, LineId::WriterAcu | LineId::Storage);
    let mut arithmetic = Vec::new();
    let mut left_out = Vec::new();
    let (mut ours, mut rest) = (Usd::ZERO, Usd::ZERO);
    for line in &bill.lines {
        let Some(usd) = line.monthly.map(|band| band.typical) else { continue };
        if named(line.id) {
            ours = ours.plus(usd);
            arithmetic.push(format!("{} = {usd}", line.arithmetic));
        } else if usd > Usd::ZERO {
            rest = rest.plus(usd);
            left_out.push(line.item());
        }
    }
    let seed = Usd::product(example.seed_usd, &[]);
    let off = tenths(seed.minus(ours), ours);
    let direction = if off < 0 { "low" } else { "high" };
    let size = off.unsigned_abs();
    Beside {
        seed,
        ours,
        whole: bill.total(Month::Typical).usd,
        off,
        why: vec![
            format!(
                "{}: the quoted figure is {}.{} % too {direction}.",
                arithmetic.join(", "),
                size / 10,
                size % 10
            ),
            format!("It leaves out what every cluster has: {} for {rest}.", left_out.join(", ")),
        ],
    }
}

/// Tenths of a percent that a difference is of an amount, rounded half away from zero.
fn tenths(difference: Usd, of: Usd) -> i128 {
    let (difference, of) = (difference.cents() * 1000, of.cents().max(1));
    (difference.abs() + of / 2) / of * difference.signum()
}
