//! What would lower the bill, each with a button.

use super::page::{Deed, Page};
use crate::design::Design;
use crate::facts::Day;
use crate::formats::bill::lower::saving;
use crate::formats::document::{Act, Block, Change};
use crate::rules::find;
use crate::rules::lower::{Lowering, lowered};

/// Every change that lowers that day's bill, what saves most first.
pub(super) fn page(design: &Design, today: Day) -> Page {
    let mut page = Page::default();
    let rows: Vec<Change> =
        lowered(design, today).into_iter().map(|it| change(&mut page, design, it)).collect();
    if rows.is_empty() {
        return Page::says("Nothing that this tool knows of would lower it.");
    }
    let alone = "Each is priced alone, at the load that the bill assumes; savings don\u{2019}t add up.";
    page.blocks = vec![Block::Text(alone.to_owned()), Block::Changes(rows)];
    page
}

fn change(page: &mut Page, design: &Design, it: Lowering) -> Change {
    let gain = format!("Saves {}", saving(&it));
    let warnings =
        it.raises.iter().filter_map(|id| find(id)).map(|rule| format!("Then a warning: {}.", rule.title));
    let gives_up = std::iter::once(it.gives_up).chain(warnings).collect();
    let can_be_said = !it.edits.is_empty() && design.with_all(&it.edits).is_ok();
    let act = can_be_said.then(|| Act {
        words: "Do it".to_owned(),
        label: format!("{}: do it", it.title),
        ..page.act(Deed::Change(it.edits, it.title.clone()))
    });
    Change { title: it.title, gain, gives_up, act }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn a_change_is_made_by_its_act_where_a_design_can_say_it() {
        let mut design = Design::default();
        design.usage.readers_acu = Some(crate::facts::Decimal::ONE);
        let page = page(&design, PRICE_DATE);
        let Block::Changes(rows) = &page.blocks[1] else { panic!("{:?}", page.blocks) };
        let row = rows.iter().find(|row| row.title == "Move reader 1 to tier 2").unwrap();
        let act = row.act.as_ref().unwrap();
        assert_eq!(act.label, "Move reader 1 to tier 2: do it");
        let after = page.clone().done(act.place, &design).unwrap();
        assert_eq!(after.design.cluster.readers[0].promotion_tier, 2);
        assert_eq!((after.told.as_str(), after.opens), ("Move reader 1 to tier 2", false));
        let class = rows.iter().find(|row| row.title.starts_with("Provisioned")).unwrap();
        assert_eq!(class.act, None);
        let alone = rows.iter().find(|row| row.title == "Remove reader 1").unwrap();
        assert!(alone.gain.starts_with("Saves $"), "{alone:?}");
        assert!(alone.gives_up[1].starts_with("Then a warning: "), "{alone:?}");
    }
}
