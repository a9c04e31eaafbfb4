//! What else the same month could be paid for with.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Edit, Field, Word as _};
use crate::estimate::Usd;
use crate::estimate::alternatives::{self, Class, Provisioned, provisioned, savings_plan, storage_types};
use crate::facts::Day;
use crate::formats::bill::choices;
use crate::formats::bill::page::{
    at_least, holds, other_storage, plan_sentences, serverless_below, serverless_sentence, storage_name,
    storage_sentence,
};
use crate::formats::charts::{self, NARROWEST};

use super::seed::{ExampleRow, examples};

/// Every alternative to what the design is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Alternatives {
    /// What single choices cost or save, a sentence each.
    pub choices: Vec<String>,
    /// The storage types side by side; `None` where a price is unknown.
    pub storage: Option<Storage>,
    /// Provisioned instances instead; `None` where an ACU-hour has no price.
    pub instances: Option<Instances>,
    /// A Database Savings Plan; `None` where an ACU-hour has no price.
    pub plan: Option<Plan>,
    /// The seed's examples, in their order.
    pub examples: Vec<ExampleRow>,
}

impl Alternatives {
    /// The alternatives to a design, at the prices of that day.
    pub fn of(design: &Design, today: Day) -> Self {
        Self {
            choices: choices(design, today),
            storage: storage(design, today),
            instances: instances(design, today),
            plan: plan(design, today),
            examples: examples(today),
        }
    }
}

/// The design on its storage type and on the other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Storage {
    /// Which is cheaper and from where on.
    pub verdict: String,
    /// What both cost.
    pub figures: String,
    /// The other, where it costs less.
    pub other: Option<OtherStorage>,
}

/// A storage type that costs less than the design's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OtherStorage {
    /// What it is called: `Aurora I/O-Optimized`.
    pub name: String,
    /// How much less a typical month costs.
    pub saved: String,
}

/// The storage types side by side; `None` where a price is unknown.
fn storage(design: &Design, today: Day) -> Option<Storage> {
    let types = storage_types(design, today)?;
    let own = design.cluster.storage_type;
    let other = (types.cheaper() != own).then(|| OtherStorage {
        name: storage_name(other_storage(own)).to_owned(),
        saved: types.own.usd.minus(types.other).to_string(),
    });
    Some(Storage {
        verdict: sentence(charts::storage_types(&types, NARROWEST).title),
        figures: storage_sentence(&types, own),
        other,
    })
}

/// The change to the storage type that the design does not have.
pub fn use_other_storage(design: &Design) -> Edit {
    Edit::set(Field::StorageType, other_storage(design.cluster.storage_type).word())
}

/// The design on provisioned instances.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Instances {
    /// Up to where serverless costs less.
    pub verdict: String,
    /// What serverless costs.
    pub figures: String,
    /// The classes, the cheapest first; empty where the Region has no prices of them.
    pub classes: Vec<ClassRow>,
}

/// A class as a row of figures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClassRow {
    /// `db.r8g.large`.
    pub name: String,
    /// `2 vCPU, 16 GiB`.
    pub size: String,
    /// What it holds, its list price, reserved for a year, under a plan, and below which average serverless costs less.
    pub figures: [String; 5],
}

/// Every class that would do; `None` where an ACU-hour has no price.
fn instances(design: &Design, today: Day) -> Option<Instances> {
    let all = provisioned(design, today)?;
    Some(Instances {
        verdict: sentence(charts::provisioned(&all, NARROWEST).title),
        figures: serverless_sentence(&all),
        classes: all.classes.iter().map(|it| class_row(&all, it)).collect(),
    })
}

fn class_row(all: &Provisioned, it: &Class) -> ClassRow {
    let priced = |usd: Usd| at_least(usd, it.complete);
    ClassRow {
        name: it.name.to_owned(),
        size: format!("{} vCPU, {} GiB", it.vcpu, it.memory_gib),
        figures: [
            holds(it.fit).to_owned(),
            priced(it.on_demand),
            it.reserved.map_or_else(|| "unknown".to_owned(), priced),
            it.planned.map_or_else(|| "none".to_owned(), priced),
            serverless_below(all, it),
        ],
    }
}

/// The design under a Database Savings Plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Plan {
    /// From where on it costs less.
    pub verdict: String,
    /// What the month costs with and without it, and whose discount that is.
    pub sentences: [String; 2],
}

/// The design's plan, else the largest; `None` where an ACU-hour has no price.
fn plan(design: &Design, today: Day) -> Option<Plan> {
    let plan: alternatives::SavingsPlan = savings_plan(design, today)?;
    Some(Plan {
        verdict: sentence(charts::savings_plan(&plan, NARROWEST).title),
        sentences: plan_sentences(&plan),
    })
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

    #[test]
    fn the_other_storage_is_offered_only_where_it_costs_less() {
        let few = Design::default().with(&Edit::set(Field::IoRequestsMillions, "0")).unwrap();
        assert_eq!(storage(&few, PRICE_DATE).unwrap().other, None);
        let many = Design::default().with(&Edit::set(Field::IoRequestsMillions, "100000")).unwrap();
        let other = storage(&many, PRICE_DATE).unwrap().other.unwrap();
        assert_eq!(other.name, "Aurora I/O-Optimized");
        let changed = many.with(&use_other_storage(&many)).unwrap();
        assert_eq!(changed.cluster.storage_type, StorageType::AuroraIopt1);
        assert_eq!(storage(&changed, PRICE_DATE).unwrap().other, None);
        assert_eq!(changed.with(&use_other_storage(&changed)).unwrap(), many);
    }

    #[test]
    fn classes_are_told_with_figures_in_every_column() {
        let all = instances(&Design::default(), PRICE_DATE).unwrap();
        assert!(!all.classes.is_empty());
        for row in &all.classes {
            assert!(row.figures.iter().all(|it| !it.is_empty()), "{row:?}");
            assert!(
                row.figures[4].ends_with(" ACU") || ["always", "never"].contains(&row.figures[4].as_str())
            );
        }
    }

    #[test]
    fn a_plan_says_whose_discount_it_is() {
        let design = Design::default();
        let [_, supposed] = plan(&design, PRICE_DATE).unwrap().sentences;
        assert!(supposed.starts_with("The design has none"));
        let chosen = design.with(&Edit::set(Field::SavingsPlanPercent, "20")).unwrap();
        assert_eq!(plan(&chosen, PRICE_DATE).unwrap().sentences[1], "The discount is your figure.");
    }

    #[test]
    fn an_unknown_price_is_no_alternative() {
        let beijing = Region::find("cn-north-1").unwrap();
        let design = Design { region: beijing, ..Design::default() };
        assert_eq!(storage(&design, PRICE_DATE), None);
    }
}
