//! What a line of the bill rests on.

use super::page::Page;
use crate::design::Design;
use crate::estimate::{Line, LineKey, assumptions, bill};
use crate::facts::Day;
use crate::formats::bill::page::{price_sentence, sources};
use crate::formats::document::Block;

/// What a line of the design's bill rests on; nothing where that day's bill has no such line.
pub(super) fn page(design: &Design, today: Day, line: LineKey) -> Page {
    let mut page = Page::default();
    if let Some(line) = bill(design, today).line(line) {
        page.blocks = blocks(design, line);
    }
    page
}

/// What it assumes about the use of the design, what one unit costs and how well that is known, and the sources of that
/// price, each with its title and date; without any for the user's own and for an unknown one.
fn blocks(design: &Design, line: &Line) -> Vec<Block> {
    let assumed = assumptions(design, line).into_iter().map(|it| {
        let mark = if it.given { "given" } else { "default" };
        (mark.to_owned(), it.text)
    });
    let assumed: Vec<_> = assumed.collect();
    let sources = line.provenance.map(sources).unwrap_or_default();
    let assumed = (!assumed.is_empty()).then_some(Block::Marked(assumed));
    let sources = (!sources.is_empty()).then_some(Block::List(sources));
    assumed.into_iter().chain([Block::Text(price_sentence(line))]).chain(sources).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field, Part};
    use crate::estimate::LineId;
    use crate::facts::prices::{PRICE_DATE, PriceField};

    fn of_storage(design: &Design) -> Vec<Block> {
        page(design, PRICE_DATE, (LineId::Storage, Part::Storage)).blocks
    }

    #[test]
    fn a_list_price_names_its_sources_and_an_own_price_has_none() {
        let design = Design::default();
        let listed = of_storage(&design);
        let [Block::Marked(assumed), Block::Text(price), Block::List(sources)] = listed.as_slice() else {
            panic!("{listed:?}")
        };
        assert!(!sources.is_empty() && price.contains(", as of "));
        assert!(assumed.iter().any(|(mark, text)| mark == "default" && text.contains("GB of data")));
        let own = design
            .with_all(&[
                Edit::set(Field::Price(PriceField::StorageGbMonthStandard), "0.2"),
                Edit::set(Field::StorageGb, "80"),
            ])
            .unwrap();
        let own = of_storage(&own);
        let [Block::Marked(assumed), Block::Text(price)] = own.as_slice() else { panic!("{own:?}") };
        assert!(price.ends_with("your own price."));
        assert!(assumed.iter().any(|(mark, text)| mark == "given" && text.contains("80 GB")));
    }

    #[test]
    fn a_line_that_the_bill_has_not_rests_on_nothing() {
        let page = page(&Design::default(), PRICE_DATE, (LineId::Storage, Part::Instance(9)));
        assert_eq!(page, Page::default());
    }
}
