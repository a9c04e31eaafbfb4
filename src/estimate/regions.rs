//! The same design in every Region of the price book, cheapest first.

use super::{Band, Line, Month, Total, bill};
use crate::design::{Design, Edit, Field};
use crate::facts::Day;
use crate::facts::prices::RegionPrices;
use crate::facts::regions::{REGIONS, Region};

/// What the design costs in a Region.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InRegion {
    /// The Region.
    pub region: &'static Region,
    /// The three months; "at least" where a price is unknown.
    pub months: Band<Total>,
    /// Items of the bill whose price is unknown there.
    pub unknown: Vec<String>,
    /// Whether it is the design's own Region.
    pub own: bool,
}

/// The design in every Region that the price book knows: those whose whole bill is known by their typical month, then
/// those with unknown prices by what is known of it. The user's own prices are for the design's Region and count there
/// alone; secondaries stay where they are.
pub fn in_every_region(design: &Design, today: Day) -> Vec<InRegion> {
    let known = REGIONS.iter().filter(|region| RegionPrices::find(region.code).is_some());
    let mut all: Vec<InRegion> = known.map(|region| in_region(design, region, today)).collect();
    all.sort_by_key(|it| {
        let Total { usd, complete } = it.months.typical;
        (!complete, usd, it.region.code)
    });
    all
}

/// The edits that move the design to another Region; the user's own prices are those of the Region that it leaves.
pub fn moving(design: &Design, to: &Region) -> Vec<Edit> {
    let own = design.prices.keys().map(|field| Edit::Reset(Field::Price(*field)));
    std::iter::once(Edit::set(Field::Region, to.code)).chain(own).collect()
}

fn in_region(design: &Design, region: &'static Region, today: Day) -> InRegion {
    let own = region.code == design.region.code;
    let mut moved = Design { region, ..design.clone() };
    if !own {
        moved.prices.clear();
    }
    let bill = bill(&moved, today);
    let lines = bill.lines.iter().filter(|line| line.monthly.is_none());
    let unknown = lines.map(Line::item).collect();
    InRegion { region, months: Band::by(|month: Month| bill.total(month)), unknown, own }
}
