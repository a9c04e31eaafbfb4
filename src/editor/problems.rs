//! The list of findings, counted.

use crate::design::Word as _;
use crate::rules::{Finding, Severity};

/// How many there are of each severity that there is, worst first.
pub fn tally(findings: &[Finding]) -> Vec<(Severity, usize)> {
    Severity::WORDS
        .iter()
        .map(|(_, severity)| (*severity, findings.iter().filter(|it| it.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}
