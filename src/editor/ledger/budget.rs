//! A budget: what the months are against it, and which cluster would fit.

use super::page::{Deed, Page};
use crate::design::Design;
use crate::estimate::budget::{BudgetFit, Fits, budget_fit};
use crate::estimate::{Total, Usd};
use crate::facts::Day;
use crate::formats::bill::page::{against_budget, readers_words, tenths_of_percent};
use crate::formats::bill::total_text;
use crate::formats::document::{Act, Bar, Block, Cell, Table};

const CAPTION: &str = "What stays within the budget even at the ceiling";

/// The design against its budget: the typical and the ceiling month, and what would fit, from all readers down to none.
pub(super) fn page(design: &Design, today: Day) -> Page {
    let Some(fit) = budget_fit(design, today) else {
        return Page::says(
            "No budget is set. With one, a warning says when a ceiling month would pass it, and here stands which \
             cluster would fit.",
        );
    };
    let mut page = Page::default();
    let fitting = fitting(&mut page, design, &fit);
    page.blocks = vec![Block::Bars(bars(&fit).into()), Block::Part("What fits".to_owned(), fitting)];
    page
}

/// The months as bars, both on one scale.
fn bars(fit: &BudgetFit) -> [Bar; 2] {
    let most = fit.cap.max(fit.typical.usd).max(fit.ceiling.usd);
    let share = |part: Usd| percent(tenths_of_percent(part, most));
    let bar = |name: &str, total: Total| Bar {
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

fn fitting(page: &mut Page, design: &Design, fit: &BudgetFit) -> Vec<Block> {
    if fit.fits.is_empty() {
        let nothing =
            "Nothing keeps a ceiling month within the budget at this minimum, not even the writer alone.";
        return vec![Block::Text(nothing.to_owned())];
    }
    let rows = fit.fits.iter().map(|it| row(page, design, *it, fit.cap)).collect();
    let head = ["Readers", "Largest maximum", "Ceiling month", "Left of the budget", "Apply"];
    let unsure = "Unknown prices count as nothing here: enter them in Lines to be sure.";
    let unsure = (!fit.ceiling.complete).then(|| Block::Note(unsure.to_owned()));
    std::iter::once(Block::Figures(Table::new(CAPTION, &head, rows))).chain(unsure).collect()
}

/// A cluster that fits; its act makes the design that.
fn row(page: &mut Page, design: &Design, fits: Fits, cap: Usd) -> Vec<Cell> {
    let cluster = &design.cluster;
    let own = cluster.readers.len() == fits.readers && cluster.max_capacity == fits.max_capacity;
    let (readers, max) = (readers_words(fits), format!("{} ACU", fits.max_capacity));
    let act = (!own).then(|| Act {
        words: "Use".to_owned(),
        label: format!("Use {max} with {}", readers.to_ascii_lowercase()),
        ..page.act(Deed::Change(fits.edits(design), format!("Fitted the budget with a maximum of {max}")))
    });
    vec![
        readers.into(),
        max.into(),
        fits.ceiling.to_string().into(),
        cap.minus(fits.ceiling).to_string().into(),
        Cell { own, act, ..Cell::default() },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::estimate::{Month, bill};
    use crate::facts::prices::PRICE_DATE;

    fn with_budget(usd: &str) -> Design {
        Design::default().with(&Edit::set(Field::Budget, usd)).unwrap()
    }

    fn bars_of(design: &Design) -> [Bar; 2] {
        let Block::Bars(bars) = page(design, PRICE_DATE).blocks.remove(0) else { panic!() };
        bars.try_into().unwrap()
    }

    #[test]
    fn without_a_budget_there_is_nothing_to_say() {
        let page = page(&Design::default(), PRICE_DATE);
        assert!(
            matches!(page.blocks.as_slice(), [Block::Text(words)] if words.starts_with("No budget is set."))
        );
    }

    #[test]
    fn the_longest_bar_fills_its_place() {
        let [typical, ceiling] = bars_of(&with_budget("300"));
        assert_eq!((ceiling.over, ceiling.whole.as_str()), (true, "100.0%"));
        assert_eq!(ceiling.paid, ceiling.cap);
        assert!(ceiling.verdict.ends_with(" over the budget"));
        assert_eq!(typical.cap, ceiling.cap);
        let wide = bars_of(&with_budget("1000000"));
        assert!(wide.iter().all(|it| !it.over && it.whole == it.paid && it.cap == "100.0%"));
    }

    #[test]
    fn what_fits_stays_within_the_budget_and_is_the_design_once_it_is_used() {
        let design = with_budget("1500");
        let sheet = page(&design, PRICE_DATE);
        let rows = &sheet.table(CAPTION).unwrap().rows;
        assert!(!rows.is_empty());
        for row in rows {
            let act = row[4].act.as_ref().unwrap();
            assert!(act.words == "Use" && act.label.starts_with(&format!("Use {} with ", row[1].text)));
            let fitted = sheet.clone().done(act.place, &design).unwrap();
            assert!(fitted.told.ends_with(" ACU") && !fitted.opens, "{}", fitted.told);
            let ceiling = bill(&fitted.design, PRICE_DATE).total(Month::Ceiling).usd;
            assert_eq!(ceiling.to_string(), row[2].text);
            let again = page(&fitted.design, PRICE_DATE);
            let own = |it: &&Vec<Cell>| it[4].own && it[4].act.is_none() && it[1].text == row[1].text;
            assert!(again.table(CAPTION).unwrap().rows.iter().any(|it| own(&it)), "{again:?}");
        }
    }

    #[test]
    fn where_nothing_fits_it_is_said() {
        let page = page(&with_budget("1"), PRICE_DATE);
        let part = page.part("What fits").unwrap();
        assert!(matches!(part, [Block::Text(words)] if words.starts_with("Nothing keeps ")), "{part:?}");
    }
}
