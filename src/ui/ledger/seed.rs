//! The seed's four examples, beside what they cost here.

use crate::design::presets::{SEED_EXAMPLES, SeedExample};
use crate::estimate::seed::beside;

use super::super::browser::{El, button, el, several};
use super::super::state::{State, use_state};
use super::table::{figure, row, table};

/// The examples as a table, and why the figures differ.
pub(super) fn examples() -> El {
    let state = use_state();
    let rows = SEED_EXAMPLES.iter().map(|example| compared(state, example)).collect();
    let why = SEED_EXAMPLES.iter().map(|example| {
        let sentences = beside(example, state.today).why.join(" ");
        el("li").child(el("strong").child(example.name)).child(" ").child(sentences)
    });
    let columns = ["Example", "The seed says", "Instance and volume", "Whole bill"];
    several()
        .child(table("The seed's examples beside this bill, in USD a month", &columns, rows))
        .child(el("ul").set("class", "reasons").child(why.collect::<Vec<_>>()))
}

fn compared(state: State, example: &'static SeedExample) -> El {
    let it = beside(example, state.today);
    let open = move || {
        state.replace(example.design(), Vec::new());
        state.tell(&format!("Opened the example {}.", example.name), true);
    };
    let about = format!("{} ACU on average, {} GB", example.average_acu, example.storage_gb);
    let head = el("div")
        .set("class", "bill-what")
        .child(button("bill-item").on("click", open).child(example.name))
        .child(el("small").child(about));
    row(head, [it.seed, it.ours, it.whole].map(|usd| figure(usd.to_string())))
}
