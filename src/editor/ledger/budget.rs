//! A budget: what the months are against it, and which cluster would fit.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Edit};
use crate::estimate::budget::{BudgetFit, Fits, budget_fit};
use crate::estimate::{Total, Usd};
use crate::facts::Day;
use crate::formats::bill::page::{against_budget, readers_words, tenths_of_percent};
use crate::formats::bill::total_text;

/// A month as a bar against the budget; lengths in percent of the longest, with one place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Against {
    /// The month.
    pub name: String,
    /// What it costs.
    pub total: String,
    /// What is left, or how much it is over.
    pub verdict: String,
    /// Whether it is over.
    pub over: bool,
    /// All of it.
    pub whole: String,
    /// What of it the budget pays.
    pub paid: String,
    /// Where the budget ends.
    pub cap: String,
}

/// A cluster that fits.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FitRow {
    /// What it is.
    pub fits: Fits,
    /// `Writer alone`, `2 readers`.
    pub readers: String,
    /// Its largest maximum: `16 ACU`.
    pub max: String,
    /// The ceiling month with it.
    pub ceiling: String,
    /// What is left of the budget then.
    pub left: String,
    /// Whether the design is that already.
    pub own: bool,
}

impl FitRow {
    /// What the button that makes the design fit is called.
    pub fn use_it(&self) -> String {
        format!("Use {} with {}", self.max, self.readers.to_ascii_lowercase())
    }

    /// What is said once the design fits.
    pub fn told(&self) -> String {
        format!("Fitted the budget with a maximum of {}", self.max)
    }

    /// The changes that make the design fit.
    pub fn edits(&self, design: &Design) -> Vec<Edit> {
        self.fits.edits(design)
    }
}

/// What a budget means for a design.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BudgetSheet {
    /// The typical and the ceiling month.
    pub against: [Against; 2],
    /// What would fit, from all readers down to none.
    pub fits: Vec<FitRow>,
    /// Whether every price of the ceiling month is known.
    pub complete: bool,
}

/// The design against its budget; `None` without one.
pub fn budget(design: &Design, today: Day) -> Option<BudgetSheet> {
    let fit = budget_fit(design, today)?;
    Some(BudgetSheet {
        against: against(&fit),
        fits: fit.fits.iter().map(|it| fit_row(design, *it, fit.cap)).collect(),
        complete: fit.ceiling.complete,
    })
}

/// The months as bars, both on one scale.
fn against(fit: &BudgetFit) -> [Against; 2] {
    let most = fit.cap.max(fit.typical.usd).max(fit.ceiling.usd);
    let share = |part: Usd| percent(tenths_of_percent(part, most));
    let bar = |name: &str, total: Total| Against {
        name: name.to_owned(),
        total: total_text(total),
        verdict: against_budget(total, fit.cap),
        over: total.usd.minus(fit.cap).cents() > 0,
        whole: share(total.usd),
        paid: share(total.usd.min(fit.cap)),
        cap: share(fit.cap),
    };
    [bar("Typical month", fit.typical), bar("Ceiling month", fit.ceiling)]
}

fn percent(tenths: i128) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn fit_row(design: &Design, fits: Fits, cap: Usd) -> FitRow {
    let cluster = &design.cluster;
    FitRow {
        fits,
        readers: readers_words(fits),
        max: format!("{} ACU", fits.max_capacity),
        ceiling: fits.ceiling.to_string(),
        left: cap.minus(fits.ceiling).to_string(),
        own: cluster.readers.len() == fits.readers && cluster.max_capacity == fits.max_capacity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Field;
    use crate::estimate::{Month, bill};
    use crate::facts::prices::PRICE_DATE;

    fn with_budget(usd: &str) -> Design {
        Design::default().with(&Edit::set(Field::Budget, usd)).unwrap()
    }

    #[test]
    fn without_a_budget_there_is_nothing_to_say() {
        assert_eq!(budget(&Design::default(), PRICE_DATE), None);
    }

    #[test]
    fn the_longest_bar_fills_its_place() {
        let tight = budget(&with_budget("300"), PRICE_DATE).unwrap();
        let [typical, ceiling] = tight.against;
        assert_eq!((ceiling.over, ceiling.whole.as_str()), (true, "100.0%"));
        assert_eq!(ceiling.paid, ceiling.cap);
        assert!(ceiling.verdict.ends_with(" over the budget"));
        assert_eq!(typical.cap, ceiling.cap);
        let wide = budget(&with_budget("1000000"), PRICE_DATE).unwrap();
        assert!(wide.against.iter().all(|it| !it.over && it.whole == it.paid && it.cap == "100.0%"));
    }

    #[test]
    fn what_fits_stays_within_the_budget_and_is_the_design_once_it_is_used() {
        let design = with_budget("1500");
        let sheet = budget(&design, PRICE_DATE).unwrap();
        assert!(!sheet.fits.is_empty());
        for row in &sheet.fits {
            let fitted = design.with_all(&row.edits(&design)).unwrap();
            assert_eq!(bill(&fitted, PRICE_DATE).total(Month::Ceiling).usd.to_string(), row.ceiling);
            let again = budget(&fitted, PRICE_DATE).unwrap().fits;
            assert!(again.iter().any(|it| it.own && it.max == row.max), "{again:?}");
            assert!(row.use_it().starts_with("Use ") && row.told().ends_with(" ACU"));
        }
    }
}
