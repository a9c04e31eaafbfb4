//! What a design costs in every Region, the cheapest first; each but its own is a button that moves it there.

use super::page::{Deed, Page};
use crate::design::Design;
use crate::estimate::Usd;
use crate::estimate::regions::{InRegion, in_every_region, moving};
use crate::facts::Day;
use crate::formats::bill::page::{against_here, moved, unknown_there};
use crate::formats::bill::total_text;
use crate::formats::document::{Act, Block, Cell, Table};

const CAPTION: &str = "The design in every Region, in USD a month";
const HEAD: [&str; 5] = ["Region", "Idle", "Typical", "Ceiling", "Against here"];

/// Every Region of the price book.
pub(super) fn page(design: &Design, today: Day) -> Page {
    let mut page = Page::default();
    let all = in_every_region(design, today);
    let here = all.iter().find(|it| it.own).map(|it| it.months.typical.usd);
    let rows = all.iter().map(|it| row(&mut page, design, it, here)).collect();
    let note = "Sorted by the typical month; where a price is unknown, the month costs at least what is known. \
                Choosing a Region moves the design there. Secondary Regions stay where they are.";
    page.blocks = vec![
        Block::Figures(Table { aside: vec![1, 3], ..Table::new(CAPTION, &HEAD, rows) }),
        Block::Note(note.to_owned()),
    ];
    page
}

fn row(page: &mut Page, design: &Design, it: &InRegion, here: Option<Usd>) -> Vec<Cell> {
    let act = (!it.own).then(|| Act {
        id: format!("move-{}", it.region.code),
        ..page.act(Deed::Change(moving(design, it.region), moved(design, it.region)))
    });
    let name = Cell {
        code: it.region.code.to_owned(),
        text: it.region.place().to_owned(),
        small: unknown_there(it).unwrap_or_default(),
        own: it.own,
        act,
        ..Cell::default()
    };
    let months = [it.months.idle, it.months.typical, it.months.ceiling].map(total_text);
    let against = here.filter(|_| !it.own).map(|here| against_here(it, here)).unwrap_or_default();
    std::iter::once(name).chain(months.into_iter().chain([against]).map(Cell::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::estimate::{Month, bill};
    use crate::facts::prices::{PRICE_DATE, PriceField};

    #[test]
    fn the_own_region_shows_the_bill_and_the_others_their_difference() {
        let design = Design::default();
        let page = page(&design, PRICE_DATE);
        let rows = &page.table(CAPTION).unwrap().rows;
        let own: Vec<&Vec<Cell>> = rows.iter().filter(|row| row[0].own).collect();
        assert_eq!(own.len(), 1);
        let typical = total_text(bill(&design, PRICE_DATE).total(Month::Typical));
        assert_eq!((own[0][0].code.as_str(), &own[0][2].text), (design.region.code, &typical));
        assert_eq!((own[0][4].text.as_str(), &own[0][0].act), ("", &None));
        for row in rows.iter().filter(|row| !row[0].own) {
            let (unknown, against) = (!row[0].small.is_empty(), &row[4].text);
            let least = if unknown { "at least " } else { "" };
            assert!(against.starts_with(least) && against.len() > least.len(), "{row:?}");
            assert_eq!(unknown, row[2].text.starts_with("at least"), "{row:?}");
        }
    }

    #[test]
    fn an_act_moves_the_design_to_the_region_of_its_row() {
        let price = Edit::set(Field::Price(PriceField::StorageGbMonthStandard), "0.2");
        let design = Design::default().with(&price).unwrap();
        let page = page(&design, PRICE_DATE);
        for row in &page.table(CAPTION).unwrap().rows {
            let Some(act) = &row[0].act else { continue };
            let moved = page.clone().done(act.place, &design).unwrap();
            assert_eq!((moved.design.region.code, moved.opens), (row[0].code.as_str(), false));
            assert_eq!(act.id, format!("move-{}", moved.design.region.code));
            assert!(
                moved.design.prices.is_empty(),
                "the user's own prices are those of the Region it leaves"
            );
            assert!(moved.told.starts_with(&format!("Moved the design to {}", row[0].code)));
        }
    }
}
