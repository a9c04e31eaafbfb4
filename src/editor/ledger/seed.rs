//! The seed's examples beside what they cost here.

use serde::{Deserialize, Serialize};

use crate::design::presets::SEED_EXAMPLES;
use crate::estimate::seed::beside;
use crate::facts::Day;

/// An example as a row of figures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExampleRow {
    /// Its name.
    pub name: String,
    /// Its average and its volume.
    pub about: String,
    /// What the seed says, what instance and volume cost here, and what the whole bill is.
    pub figures: [String; 3],
    /// Why they differ.
    pub why: String,
}

/// The rows of [`SEED_EXAMPLES`], in their order.
pub(super) fn examples(today: Day) -> Vec<ExampleRow> {
    let row = |example| {
        let it = beside(example, today);
        ExampleRow {
            name: example.name.to_owned(),
            about: format!("{} ACU on average, {} GB", example.average_acu, example.storage_gb),
            figures: [it.seed, it.ours, it.whole].map(|usd| usd.to_string()),
            why: it.why.join(" "),
        }
    };
    SEED_EXAMPLES.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Month, bill};
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn an_examples_last_figure_is_the_bill_that_it_opens() {
        let rows = examples(PRICE_DATE);
        assert_eq!(rows.len(), 4);
        for (example, row) in SEED_EXAMPLES.iter().zip(rows) {
            let total = bill(&example.design(), PRICE_DATE).total(Month::Typical).usd;
            assert_eq!(row.figures[2], total.to_string(), "{}", row.name);
            assert!(row.why.contains("the quoted figure is"), "{}", row.why);
        }
    }
}
