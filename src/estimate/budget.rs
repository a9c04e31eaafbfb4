//! What fits a budget: the largest maximum that stays below it even when every instance runs at its maximum.

use super::{Month, Total, Usd, bill};
use crate::design::{Design, Edit, Field};
use crate::facts::engines::EngineVersion;
use crate::facts::{Acu, Day, Decimal};

/// The smallest maximum that AWS takes, and the largest where the version does not say less (ACU-04).
const SMALLEST: Acu = Acu::whole(1);
const LARGEST: Acu = Acu::whole(256);

/// A cluster that fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fits {
    /// Its readers.
    pub readers: usize,
    /// The largest maximum with which the ceiling month stays within the budget.
    pub max_capacity: Acu,
    /// The ceiling month with it; never above the budget.
    pub ceiling: Usd,
}

impl Fits {
    /// The changes that make the design fit.
    pub fn edits(&self, design: &Design) -> Vec<Edit> {
        let gone = self.readers + 1..=design.cluster.readers.len();
        let max = Edit::set(Field::MaxCapacity, self.max_capacity);
        gone.rev().map(Edit::RemoveReader).chain([max]).collect()
    }
}

/// A budget held against the design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BudgetFit {
    /// The budget.
    pub cap: Usd,
    /// The ceiling month as the design is.
    pub ceiling: Total,
    /// The typical month as the design is.
    pub typical: Total,
    /// What would fit, from all readers down to none; only the counts with which something does.
    pub fits: Vec<Fits>,
}

/// What would fit the design's budget; `None` without one.
pub fn budget_fit(design: &Design, today: Day) -> Option<BudgetFit> {
    let cap = design.budget_monthly_usd?;
    let now = bill(design, today);
    Some(BudgetFit {
        cap: Usd::product(cap, &[]),
        ceiling: now.total(Month::Ceiling),
        typical: now.total(Month::Typical),
        fits: fits(design, cap, today),
    })
}

/// What of the design fits a budget, by the number of its readers. Readers go from the end, as the last in the list.
/// An unknown price counts as nothing, so that a fit is as sure as the bill is complete.
pub fn fits(design: &Design, cap: Decimal, today: Day) -> Vec<Fits> {
    let cap = Usd::product(cap, &[]);
    let readers = design.cluster.readers.len();
    (0..=readers).rev().filter_map(|readers| fit(design, readers, cap, today)).collect()
}

/// The largest maximum with so many readers. A higher one never costs less, so halving the range finds it.
fn fit(design: &Design, readers: usize, cap: Usd, today: Day) -> Option<Fits> {
    let version = design.resolved_version();
    let largest = version.map_or(LARGEST, EngineVersion::max_acu).as_halves();
    let smallest = design.cluster.min_capacity.max(SMALLEST).as_halves();
    let mut design = design.clone();
    design.cluster.readers.truncate(readers);
    let mut ceiling = |max: u32| {
        design.cluster.max_capacity = Acu::halves(max);
        bill(&design, today).total(Month::Ceiling).usd
    };
    let least = ceiling(smallest);
    if least > cap || smallest > largest {
        return None;
    }
    let (mut fits, mut too_large) = ((smallest, least), largest.saturating_add(1));
    while too_large - fits.0 > 1 {
        let middle = fits.0 + (too_large - fits.0) / 2;
        let usd = ceiling(middle);
        if usd <= cap {
            fits = (middle, usd);
        } else {
            too_large = middle;
        }
    }
    let (max, ceiling) = fits;
    Some(Fits { readers, max_capacity: Acu::halves(max), ceiling })
}
