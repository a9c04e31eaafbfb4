//! What a change does: two designs setting by setting, each with its verdict; their bills and findings apart.
//!
//! The design that runs is A, the one that is wanted is B: what Terraform plans and AWS does when the `main.tf` of B is
//! applied to what that of A made and nobody touched by hand. Instances are paired by their place, secondaries by their
//! Region, as `main.tf` names them.

mod around;
mod change;
mod cluster;
mod found;
mod marks;
mod pairs;
mod sources;
mod subnets;
mod table;
mod verdict;
mod written;

pub use marks::{Drawings, drawings};
pub use verdict::Verdict;
pub use written::{json, markdown, text};

use crate::design::{Design, Field, Positions};
use crate::estimate::{Band, Bill, Month, Usd, bill};
use crate::facts::Day;
use crate::formats::bill::{Compared, compared};
use crate::rules::Finding;

use found::{apart, found};
use pairs::Pair;
use verdict::Row;

/// One of the two designs, with the places that its file gives its parts.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The design.
    pub design: &'a Design,
    /// Where its parts stand.
    pub positions: &'a Positions,
}

/// A setting, or a part, that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The setting, as B has it, else as A does.
    pub field: Field,
    /// Its place in the spec of B; of what only A has, in that of A.
    pub path: String,
    /// The effective value that runs; `None` where there is none.
    pub from: Option<String>,
    /// The effective value that is wanted; `None` where there is none.
    pub to: Option<String>,
    /// What the change does by itself, or what blocks it.
    pub verdict: Verdict,
    /// A sentence for who reviews it; it says where there is no way back.
    pub why: String,
    /// The page, issue or trial that says so.
    pub source: &'static str,
}

/// Everything that differs.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// Settings and parts, in the order of the spec.
    pub changes: Vec<Change>,
    /// What B costs more than A in each month, in USD; below zero where it costs less.
    pub cost: Band<Usd>,
    /// Whether every price of both bills is known; else the cost leaves out the lines that are not.
    pub complete: bool,
    /// The lines of the bills whose amounts differ, or may: an unknown one has no difference.
    pub lines: Vec<Compared>,
    /// Findings that B has and A has not.
    pub new: Vec<(Finding, String)>,
    /// Findings that A has and B has not.
    pub gone: Vec<(Finding, String)>,
}

impl Comparison {
    /// The worst verdict; `None` where nothing differs.
    pub fn worst(&self) -> Option<Verdict> {
        self.changes.iter().map(|change| change.verdict).max()
    }
}

/// What differs between the design that runs and the one that is wanted.
pub fn compare(a: Side<'_>, b: Side<'_>, today: Day) -> Comparison {
    let (bill_a, bill_b) = (bill(a.design, today), bill(b.design, today));
    let total = |bill: &Bill, month| bill.total(month).usd;
    let [gone, new] = apart((a.design, found(a, &bill_a, today)), (b.design, found(b, &bill_b, today)));
    let changes = changes(a, b);
    // Of designs that are the same an unknown amount is the same, too.
    let differs =
        |line: &Compared| !changes.is_empty() && line.difference().is_none_or(|usd| usd != Usd::ZERO);
    Comparison {
        cost: Band::by(|month| total(&bill_b, month).minus(total(&bill_a, month))),
        complete: [&bill_a, &bill_b].iter().all(|bill| bill.total(Month::Typical).complete),
        lines: compared(&bill_b, &bill_a).into_iter().filter(differs).collect(),
        changes,
        new,
        gone,
    }
}

/// Every setting that differs, with its verdict.
pub fn changes(a: Side<'_>, b: Side<'_>) -> Vec<Change> {
    pairs::differing(a, b).into_iter().map(|pair| judged(a.design, b.design, pair)).collect()
}

fn judged(a: &Design, b: &Design, pair: Pair) -> Change {
    let Pair { field, path, from, to } = pair;
    let change = change::Change {
        a,
        b,
        from: from.as_deref().unwrap_or_default(),
        to: to.as_deref().unwrap_or_default(),
    };
    let Row { verdict, mut why, source, is_final } = table::row(&field, &change);
    if verdict == Verdict::DataLoss {
        if a.cluster.deletion_protection {
            why.push_str(" Deletion protection stops it only after the instances are gone: all are down, the data is still there.");
        }
        if a.global.is_some() && b.global.is_some() {
            why.push_str(" In a Global Database it stops half-way with a primary without instances.");
        }
    }
    if is_final {
        why.push_str(" It can't be undone.");
    }
    Change { field, path, from, to, verdict, why, source }
}
