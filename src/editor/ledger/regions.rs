//! What a design costs in every Region.

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::estimate::regions::{InRegion, in_every_region};
use crate::facts::Day;
use crate::formats::bill::page::{against_here, unknown_there};
use crate::formats::bill::total_text;

/// A Region as a row of figures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RegionRow {
    /// The code of the Region.
    pub region: String,
    /// Where it is: `N. Virginia`.
    pub place: String,
    /// Whether the design is in it.
    pub own: bool,
    /// The idle, the typical and the ceiling month: `at least $12.00` where a price is unknown.
    pub months: [String; 3],
    /// What is unknown there.
    pub unknown: Option<String>,
    /// How its typical month differs from the design's own; empty for the own Region.
    pub against: String,
}

/// Every Region of the price book, the cheapest first.
pub fn regions(design: &Design, today: Day) -> Vec<RegionRow> {
    let all = in_every_region(design, today);
    let here = all.iter().find(|it| it.own).map(|it| it.months.typical.usd);
    let row = |it: &InRegion| RegionRow {
        region: it.region.code.to_owned(),
        place: it.region.place().to_owned(),
        own: it.own,
        months: [it.months.idle, it.months.typical, it.months.ceiling].map(total_text),
        unknown: unknown_there(it),
        against: here.filter(|_| !it.own).map(|here| against_here(it, here)).unwrap_or_default(),
    };
    all.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Month, bill};
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn the_own_region_shows_the_bill_and_the_others_their_difference() {
        let design = Design::default();
        let rows = regions(&design, PRICE_DATE);
        let own: Vec<&RegionRow> = rows.iter().filter(|row| row.own).collect();
        assert_eq!(own.len(), 1);
        let typical = total_text(bill(&design, PRICE_DATE).total(Month::Typical));
        assert_eq!((own[0].region.as_str(), &own[0].months[1]), (design.region.code, &typical));
        assert_eq!(own[0].against, "");
        for row in rows.iter().filter(|row| !row.own) {
            let least = if row.unknown.is_some() { "at least " } else { "" };
            assert!(row.against.starts_with(least) && row.against.len() > least.len(), "{row:?}");
            assert_eq!(row.unknown.is_some(), row.months[1].starts_with("at least"), "{row:?}");
        }
    }
}
