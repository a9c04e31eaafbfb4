//! What else the same month could be paid for with.

use super::page::{Deed, Page};
use super::seed::examples;
use crate::design::{Design, Edit, Field, Word as _};
use crate::estimate::Usd;
use crate::estimate::alternatives::{Class, Provisioned, provisioned, savings_plan, storage_types};
use crate::facts::Day;
use crate::formats::bill::choices;
use crate::formats::bill::page::{
    at_least, holds, other_storage, plan_sentences, serverless_below, serverless_sentence, storage_name,
    storage_sentence,
};
use crate::formats::charts::{self, NARROWEST};
use crate::formats::document::{Act, Block, Cell, Table};

const STORAGE: &str = "Standard or I/O-Optimized";
const INSTANCES: &str = "Provisioned instances instead";
const CLASSES: &str = "The same month on provisioned instances, in USD";
const PLAN: &str = "Database Savings Plan";

/// Every alternative to a design with the sentence of its crossover, at the prices of that day.
pub(super) fn page(design: &Design, today: Day) -> Page {
    let mut page = Page::default();
    let parts = [
        ("What single choices cost", Some(single(design, today))),
        (STORAGE, storage(&mut page, design, today)),
        (INSTANCES, instances(design, today)),
        (PLAN, plan(design, today)),
        ("Four examples, as quoted and as billed", Some(examples(&mut page, today))),
    ];
    let part = |(title, blocks): (&str, Option<Vec<Block>>)| {
        Block::Part(title.to_owned(), blocks.unwrap_or_else(unpriced))
    };
    page.blocks = parts.into_iter().map(part).collect();
    page
}

fn unpriced() -> Vec<Block> {
    let words = "A price that this needs is unknown. Enter it in Lines, and the comparison stands here.";
    vec![Block::Text(words.to_owned())]
}

/// What single choices cost or save, a sentence each.
fn single(design: &Design, today: Day) -> Vec<Block> {
    let all = choices(design, today);
    if all.is_empty() {
        let nothing = "No tier, proxy, pause or budget costs or saves anything by itself here.";
        return vec![Block::Text(nothing.to_owned())];
    }
    vec![Block::List(all)]
}

/// The storage types side by side, with an act where the other costs less; `None` where a price is unknown.
fn storage(page: &mut Page, design: &Design, today: Day) -> Option<Vec<Block>> {
    let types = storage_types(design, today)?;
    let own = design.cluster.storage_type;
    let (other, saved) = (other_storage(own), types.own.usd.minus(types.other));
    let use_it = (types.cheaper() != own).then(|| {
        let (name, edit) = (storage_name(other), Edit::set(Field::StorageType, other.word()));
        Block::Act(Act {
            words: format!("Use {name}, {saved} less"),
            id: "use-other-storage".to_owned(),
            ..page.act(Deed::Change(vec![edit], format!("Changed to {name}")))
        })
    });
    let verdict = Block::Verdict(sentence(charts::storage_types(&types, NARROWEST).title));
    Some([verdict, Block::Text(storage_sentence(&types, own))].into_iter().chain(use_it).collect())
}

/// Every class that would do, the cheapest first; `None` where an ACU-hour has no price.
fn instances(design: &Design, today: Day) -> Option<Vec<Block>> {
    let all = provisioned(design, today)?;
    if all.classes.is_empty() {
        let none = "No prices of provisioned instances are known for this Region.";
        return Some(vec![Block::Text(none.to_owned())]);
    }
    let head =
        ["Class", "Holds", "List price", "Reserved 1 year", "Savings plan", "Serverless costs less below"];
    Some(vec![
        Block::Verdict(sentence(charts::provisioned(&all, NARROWEST).title)),
        Block::Text(serverless_sentence(&all)),
        Block::Figures(Table::new(CLASSES, &head, all.classes.iter().map(|it| class(&all, it)).collect())),
    ])
}

fn class(all: &Provisioned, it: &Class) -> Vec<Cell> {
    let priced = |usd: Usd| Cell::from(at_least(usd, it.complete));
    vec![
        Cell {
            code: it.name.to_owned(),
            small: format!("{} vCPU, {} GiB", it.vcpu, it.memory_gib),
            ..Cell::default()
        },
        holds(it.fit).into(),
        priced(it.on_demand),
        it.reserved.map_or_else(|| "unknown".into(), priced),
        it.planned.map_or_else(|| "none".into(), priced),
        serverless_below(all, it).into(),
    ]
}

/// The design's plan, else the largest: from where on it costs less, what the month costs with and without it, and whose
/// discount that is; `None` where an ACU-hour has no price.
fn plan(design: &Design, today: Day) -> Option<Vec<Block>> {
    let plan = savings_plan(design, today)?;
    let [costs, whose] = plan_sentences(&plan);
    let verdict = sentence(charts::savings_plan(&plan, NARROWEST).title);
    Some(vec![Block::Verdict(verdict), Block::Text(costs), Block::Text(whose)])
}

/// A chart's title as a sentence.
fn sentence(title: String) -> String {
    title + "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::StorageType;
    use crate::facts::prices::PRICE_DATE;
    use crate::facts::regions::Region;

    /// The act that takes the other storage type.
    fn other(page: &Page) -> Option<&Act> {
        page.acts().into_iter().find(|act| act.id == "use-other-storage")
    }

    #[test]
    fn the_other_storage_is_offered_only_where_it_costs_less() {
        let with =
            |millions| Design::default().with(&Edit::set(Field::IoRequestsMillions, millions)).unwrap();
        assert_eq!(other(&page(&with("0"), PRICE_DATE)), None);
        let many = with("100000");
        let offered = page(&many, PRICE_DATE);
        let act = other(&offered).unwrap();
        assert!(
            act.words.starts_with("Use Aurora I/O-Optimized, $") && act.words.ends_with(" less"),
            "{act:?}"
        );
        let changed = offered.clone().done(act.place, &many).unwrap();
        assert_eq!(changed.told, "Changed to Aurora I/O-Optimized");
        assert_eq!(changed.design.cluster.storage_type, StorageType::AuroraIopt1);
        assert_eq!(other(&page(&changed.design, PRICE_DATE)), None);
        let few = Design { usage: with("0").usage, ..(*changed.design).clone() };
        let back = page(&few, PRICE_DATE);
        let back = back.clone().done(other(&back).unwrap().place, &few).unwrap();
        assert_eq!(*back.design, with("0"));
    }

    #[test]
    fn classes_are_told_with_figures_in_every_column() {
        let page = page(&Design::default(), PRICE_DATE);
        let rows = &page.table(CLASSES).unwrap().rows;
        assert!(!rows.is_empty());
        for row in rows {
            assert!(row[0].code.starts_with("db.") && row[0].small.contains(" vCPU, "), "{row:?}");
            assert!(row.len() == 6 && row.iter().skip(1).all(|it| !it.text.is_empty()), "{row:?}");
            assert!(row[5].text.ends_with(" ACU") || ["always", "never"].contains(&row[5].text.as_str()));
        }
    }

    #[test]
    fn a_plan_says_whose_discount_it_is() {
        let whose = |design: &Design| match plan(design, PRICE_DATE).unwrap().as_slice() {
            [Block::Verdict(_), Block::Text(_), Block::Text(whose)] => whose.clone(),
            other => panic!("{other:?}"),
        };
        let design = Design::default();
        assert!(whose(&design).starts_with("The design has none"));
        let chosen = design.with(&Edit::set(Field::SavingsPlanPercent, "20")).unwrap();
        assert_eq!(whose(&chosen), "The discount is your figure.");
    }

    #[test]
    fn an_unknown_price_is_no_alternative() {
        let beijing = Region::find("cn-north-1").unwrap();
        let page = page(&Design { region: beijing, ..Design::default() }, PRICE_DATE);
        assert_eq!(page.part(STORAGE).unwrap(), unpriced());
    }

    #[test]
    fn acts_stand_in_the_order_of_their_places() {
        let many = Design::default().with(&Edit::set(Field::IoRequestsMillions, "100000")).unwrap();
        let page = page(&many, PRICE_DATE);
        let places: Vec<usize> = page.acts().iter().map(|act| act.place).collect();
        assert_eq!(places, [0, 1, 2, 3, 4], "the storage, then four examples");
    }
}
