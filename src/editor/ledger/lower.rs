//! What would lower the bill, as rows with a button each.

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::facts::Day;
use crate::formats::bill::lower::saving;
use crate::rules::find;
use crate::rules::lower::{Lowering, lowered};

/// Every change that lowers the bill of a design.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LowerSheet {
    /// The design they are made for.
    pub design: Box<Design>,
    /// The changes, what saves most first.
    pub rows: Vec<LowerRow>,
}

/// One change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LowerRow {
    /// What to do.
    pub title: String,
    /// What it saves of which month.
    pub saves: String,
    /// What is lost, and what it will be warned of.
    pub gives_up: Vec<String>,
    /// The design after it; `None` where a design can't say it.
    pub after: Option<Box<Design>>,
}

impl LowerSheet {
    /// What lowers that design's bill on that day.
    pub fn of(design: &Design, today: Day) -> Self {
        let rows = lowered(design, today).iter().map(|it| row(design, it)).collect();
        Self { design: Box::new(design.clone()), rows }
    }

    /// The design after a row's change, if it is still the one that the rows were made for.
    pub fn take(&self, row: usize, now: &Design) -> Option<(Design, String)> {
        let row = self.rows.get(row).filter(|_| *self.design == *now)?;
        Some((row.after.as_deref()?.clone(), row.title.clone()))
    }
}

fn row(design: &Design, it: &Lowering) -> LowerRow {
    let warnings =
        it.raises.iter().filter_map(|id| find(id)).map(|rule| format!("Then a warning: {}.", rule.title));
    LowerRow {
        title: it.title.clone(),
        saves: format!("Saves {}", saving(it)),
        gives_up: std::iter::once(it.gives_up.clone()).chain(warnings).collect(),
        after: (!it.edits.is_empty()).then(|| design.with_all(&it.edits).ok().map(Box::new)).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn a_row_is_taken_while_its_design_is_still_there() {
        let mut design = Design::default();
        design.usage.readers_acu = Some(crate::facts::Decimal::ONE);
        let sheet = LowerSheet::of(&design, PRICE_DATE);
        let place = sheet.rows.iter().position(|row| row.title == "Move reader 1 to tier 2").unwrap();
        let (after, title) = sheet.take(place, &design).unwrap();
        assert_eq!((after.cluster.readers[0].promotion_tier, title.as_str()), (2, "Move reader 1 to tier 2"));
        assert_eq!(sheet.take(place, &after), None, "the rows are of another design");
        let class = sheet.rows.iter().position(|row| row.title.starts_with("Provisioned")).unwrap();
        assert_eq!(sheet.take(class, &design), None);
        let alone = sheet.rows.iter().find(|row| row.title == "Remove reader 1").unwrap();
        assert!(alone.gives_up[1].starts_with("Then a warning: "), "{alone:?}");
    }
}
