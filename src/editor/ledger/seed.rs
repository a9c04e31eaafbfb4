//! The seed's examples beside what they cost here. They follow no edit.

use super::page::{Deed, Page};
use crate::design::presets::SEED_EXAMPLES;
use crate::estimate::seed::beside;
use crate::facts::Day;
use crate::formats::document::{Block, Cell, Table};

const CAPTION: &str = "Four examples, in USD a month";

/// [`SEED_EXAMPLES`] in their order, each with its average and its volume, what the seed says, what instance and volume
/// cost here, what the whole bill is, and why they differ. An act opens one.
pub(super) fn examples(page: &mut Page, today: Day) -> Vec<Block> {
    let (mut rows, mut why) = (Vec::new(), Vec::new());
    for example in SEED_EXAMPLES {
        let it = beside(example, today);
        let told = format!("Opened the example {}.", example.name);
        let name = Cell {
            small: format!("{} ACU on average, {} GB", example.average_acu, example.storage_gb),
            act: Some(page.act(Deed::Open(Box::new(example.design()), told))),
            ..Cell::from(example.name)
        };
        let figures = [it.seed, it.ours, it.whole].map(|usd| Cell::from(usd.to_string()));
        rows.push(std::iter::once(name).chain(figures).collect());
        why.push((example.name.to_owned(), it.why.join(" ")));
    }
    let head = ["Example", "As quoted", "Instance and volume", "Whole bill"];
    vec![Block::Figures(Table::new(CAPTION, &head, rows)), Block::Named(why)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::estimate::{Month, bill};
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn an_examples_last_figure_is_the_bill_that_it_opens() {
        let mut page = Page::default();
        page.blocks = examples(&mut page, PRICE_DATE);
        let rows = &page.table(CAPTION).unwrap().rows;
        assert_eq!(rows.len(), 4);
        for row in rows {
            let opened = page.clone().done(row[0].act.as_ref().unwrap().place, &Design::default()).unwrap();
            assert!(opened.opens, "{opened:?}");
            assert_eq!(opened.told, format!("Opened the example {}.", row[0].text));
            let total = bill(&opened.design, PRICE_DATE).total(Month::Typical).usd;
            assert_eq!(row[3].text, total.to_string(), "{}", row[0].text);
        }
        let Block::Named(why) = &page.blocks[1] else { panic!("{:?}", page.blocks) };
        assert_eq!(why.len(), 4);
        assert!(why.iter().all(|(_, why)| why.contains("the quoted figure is")), "{why:?}");
    }
}
