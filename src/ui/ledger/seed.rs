//! The seed's four examples, beside what they cost here. They follow no edit.

use leptos::prelude::*;

use crate::design::presets::SeedExample;
use crate::editor::ledger::{ExampleRow, examples};
use crate::ui::state::{State, use_state};

use super::table::FiguresTable;

/// The examples as a table, and why the figures differ.
#[component]
pub(super) fn Examples() -> impl IntoView {
    let state = use_state();
    let (rows, why): (Vec<_>, Vec<_>) = examples(state.today)
        .map(|(example, ExampleRow { name, about, figures, why })| {
            let row = view! {
                <tr>
                    <th scope="row">
                        <div class="bill-what">
                            <button type="button" class="bill-item" on:click=move |_| open(state, example)>
                                {name}
                            </button>
                            <small>{about}</small>
                        </div>
                    </th>
                    {figures.map(|figure| view! { <td>{figure}</td> }).collect_view()}
                </tr>
            };
            (row, view! { <li><strong>{name}</strong> " " {why}</li> })
        })
        .unzip();
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
