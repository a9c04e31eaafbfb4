//! What this design costs in every Region, cheapest first; a click moves it there.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::RegionRow;
use crate::estimate::regions::moving;
use crate::facts::regions::Region;
use crate::formats::bill::page::moved;
use crate::ui::state::{State, use_state};

use super::answered::answered;
use super::table::FiguresTable;

/// Every Region side by side.
#[component]
pub(super) fn Regions() -> impl IntoView {
    let state = use_state();
    let job = move || Job::Regions(Box::new(state.get()), state.today);
    answered(state, job, move |answer| match answer {
        Answer::Regions(rows) => Some(table(state, rows)),
        _ => None,
    })
}

fn table(state: State, rows: &[RegionRow]) -> AnyView {
    let rows = rows.iter().map(|it| row(state, it)).collect_view();
    view! {
        <FiguresTable
            caption="The design in every Region, in USD a month"
            columns=&["Region", "Idle", "Typical", "Ceiling", "Against here"]
        >
            {rows}
        </FiguresTable>
        <p class="bill-note">
            "Sorted by the typical month; where a price is unknown, the month costs at least what is known. "
            "Choosing a Region moves the design there. Secondary Regions stay where they are."
        </p>
    }
    .into_any()
}

/// A Region.
fn row(state: State, row: &RegionRow) -> AnyView {
    let [idle, typical, ceiling] = row.months.clone();
    let name = view! { <code>{row.region.clone()}</code> " " {row.place.clone()} };
    let name = if row.own {
        view! { <strong>{name}</strong> " " <span class="chip">"this design"</span> }.into_any()
    } else {
        let to = row.region.clone();
        view! {
            <button
                type="button"
                class="bill-item"
                id=format!("move-{to}")
                on:click=move |_| move_to(state, &to)
            >
                {name}
            </button>
        }
        .into_any()
    };
    view! {
        <tr aria-current=row.own.then_some("true")>
            <th scope="row">
                <div class="bill-what">
                    {name}
                    {row.unknown.clone().map(|unknown| view! { <small>{unknown}</small> }.into_any())}
                </div>
            </th>
            <td class="side-figure">{idle}</td>
            <td>{typical}</td>
            <td class="side-figure">{ceiling}</td>
            <td>{row.against.clone()}</td>
        </tr>
    }
    .into_any()
}

fn move_to(state: State, code: &str) {
    let Some(to) = Region::find(code) else { return };
    let (edits, told) = state.peek(|design| (moving(design, to), moved(design, to)));
    state.edit_and_tell(&edits, &told);
}
