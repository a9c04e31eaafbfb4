//! What a line of the bill rests on.

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::estimate::{Line, LineKey, assumptions, bill};
use crate::facts::Day;
use crate::formats::bill::page::{price_sentence, sources};

/// What a line assumes, and where its price comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct RestsOn {
    /// What it assumes about the use of the design, each with whether the user gave the figure.
    pub assumed: Vec<(bool, String)>,
    /// What one unit costs and how well that is known.
    pub price: String,
    /// The sources of the price, each with its title and date; empty for the user's own and for an unknown one.
    pub sources: Vec<String>,
}

/// What a line of the design's bill rests on; nothing where that day's bill has no such line.
pub fn rests_on(design: &Design, today: Day, line: LineKey) -> RestsOn {
    bill(design, today).line(line).map(|line| of(design, line)).unwrap_or_default()
}

fn of(design: &Design, line: &Line) -> RestsOn {
    RestsOn {
        assumed: assumptions(design, line).into_iter().map(|it| (it.given, it.text)).collect(),
        price: price_sentence(line),
        sources: line.provenance.map(sources).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field, Part};
    use crate::estimate::LineId;
    use crate::facts::prices::{PRICE_DATE, PriceField};

    fn of_storage(design: &Design) -> RestsOn {
        rests_on(design, PRICE_DATE, (LineId::Storage, Part::Storage))
    }

    #[test]
    fn a_list_price_names_its_sources_and_an_own_price_has_none() {
        let design = Design::default();
        let listed = of_storage(&design);
        assert!(!listed.sources.is_empty() && listed.price.contains(", as of "));
        assert!(listed.assumed.iter().any(|(given, text)| !given && text.contains("GB of data")));
        let own = design
            .with_all(&[
                Edit::set(Field::Price(PriceField::StorageGbMonthStandard), "0.2"),
                Edit::set(Field::StorageGb, "80"),
            ])
            .unwrap();
        let own = of_storage(&own);
        assert_eq!(own.sources, Vec::<String>::new());
        assert!(own.price.ends_with("your own price."));
        assert!(own.assumed.iter().any(|(given, text)| *given && text.contains("80 GB")));
    }
}
