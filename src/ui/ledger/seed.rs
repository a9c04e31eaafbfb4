//! The seed's four examples, beside what they cost here. They follow no edit.

use leptos::prelude::*;

use crate::design::presets::{SEED_EXAMPLES, SeedExample};
use crate::editor::ledger::ExampleRow;
use crate::ui::state::{State, use_state};

use super::table::FiguresTable;

/// The examples as a table, and why the figures differ.
#[component]
pub(super) fn Examples(
    /// The rows of [`SEED_EXAMPLES`], in their order.
    rows: Vec<ExampleRow>,
) -> impl IntoView {
    let state = use_state();
    let why = |row: &ExampleRow| {
        view! { <li><strong>{row.name.clone()}</strong> " " {row.why.clone()}</li> }.into_any()
    };
    let why = rows.iter().map(why).collect_view();
    let row = |(example, ExampleRow { name, about, figures, .. }): (&'static SeedExample, ExampleRow)| {
        view! {
            <tr>
                <th scope="row">
                    <div class="bill-what">
                        <button type="button" class="bill-item" on:click=move |_| open(state, example)>
                            {name}
                        </button>
                        <small>{about}</small>
                    </div>
                </th>
                {figures.map(|figure| view! { <td>{figure}</td> }.into_any()).collect_view()}
            </tr>
        }
        .into_any()
    };
    let rows = SEED_EXAMPLES.iter().zip(rows).map(row).collect_view();
    view! {
        <FiguresTable
            caption="Four examples, in USD a month"
            columns=&["Example", "As quoted", "Instance and volume", "Whole bill"]
        >
            {rows}
        </FiguresTable>
        <ul class="reasons">{why}</ul>
    }
}

fn open(state: State, example: &SeedExample) {
    state.replace(example.design(), Vec::new());
    state.tell(format!("Opened the example {}.", example.name), true);
}
