//! What this design costs in every Region, cheapest first; a click moves it there.

use leptos::prelude::*;

use crate::editor::ledger::{RegionRow, regions};
use crate::estimate::regions::moving;
use crate::facts::regions::Region;
use crate::formats::bill::page::moved;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{ForRows, ShowIf};

use super::table::{FiguresTable, followed};

/// Every Region side by side.
#[component]
pub(super) fn Regions() -> impl IntoView {
    let state = use_state();
    let rows = state.memo(move |design| regions(design, state.today));
    view! {
        <FiguresTable
            caption="The design in every Region, in USD a month"
            columns=&["Region", "Idle", "Typical", "Ceiling", "Against here"]
        >
            <ForRows each=move || rows.get() key=|row| row.region.code let(row)>
                <RegionView rows row/>
            </ForRows>
        </FiguresTable>
        <p class="bill-note">
            "Sorted by the typical month; where a price is unknown, the month costs at least what is known. "
            "Choosing a Region moves the design there. Secondary Regions stay where they are."
        </p>
    }
}

/// A Region.
#[component]
fn RegionView(rows: Memo<Vec<RegionRow>>, row: RegionRow) -> impl IntoView {
    let to = row.region;
    let row = followed(rows, row, move |row| row.region.code == to.code);
    let unknown = Memo::new(move |_| row.with(|row| row.unknown.clone()));
    let own = move || row.with(|row| row.own);
    let name = move || view! { <code>{to.code}</code> " " {to.place()} };
    view! {
        <tr aria-current=move || own().then_some("true")>
            <th scope="row">
                <div class="bill-what">
                    <ShowIf when=own fallback=move || view! { <MoveButton to/> }>
                        <strong>{name()}</strong>
                        " "
                        <span class="chip">"this design"</span>
                    </ShowIf>
                    {move || unknown.get().map(|unknown| view! { <small>{unknown}</small> })}
                </div>
            </th>
            <td class="side-figure">{move || row.with(|row| row.months.idle.clone())}</td>
            <td>{move || row.with(|row| row.months.typical.clone())}</td>
            <td class="side-figure">{move || row.with(|row| row.months.ceiling.clone())}</td>
            <td>{move || row.with(|row| row.against.clone())}</td>
        </tr>
    }
}

#[component]
fn MoveButton(to: &'static Region) -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="bill-item"
            id=format!("move-{}", to.code)
            on:click=move |_| move_to(state, to)
        >
            <code>{to.code}</code>
            " "
            {to.place()}
        </button>
    }
}

fn move_to(state: State, to: &'static Region) {
    let (edits, told) = state.peek(|design| (moving(design, to), moved(design, to)));
    state.edit_and_tell(&edits, &told);
}
