//! What each instance does while nobody works, why, what that costs, and what clients must know.

use leptos::prelude::*;

use crate::design::Field;
use crate::editor::inspector::field_id;
use crate::editor::pausing::{Pausing as Said, RestRow};
use crate::facts::Acu;
use crate::ui::signs::part_symbol;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, Sentences};

/// The panel: the sum first, then a row for each instance, then what clients and jobs need.
#[component]
pub fn Pausing() -> impl IntoView {
    let state = use_state();
    let said = state.answer(|design, bill, _| Said::of(design, bill));
    let needs = Memo::new(move |_| said.with(|said| said.needs.clone()));
    // What pausing saves is decided by the hours that somebody is connected.
    let awake = state.memo(|design| {
        let hours = design.active_hours_per_month();
        (design.cluster.min_capacity == Acu::ZERO).then(|| format!("Hours awake: {hours} a month"))
    });
    let reach = move |_| state.frame.reach(field_id(&Field::ActiveHoursPerMonth));
    view! {
        <p class="rest-sum">
            {move || said.with(|said| said.sum.clone())}
            " "
            <ShowLet some=move || awake.get() let:hours>
                <button type="button" class="link" on:click=reach>
                    {hours}
                </button>
            </ShowLet>
        </p>
        <ul class="rests">
            <ForRows each=move || said.with(|said| said.rows.clone()) key=Clone::clone let(row)>
                <InstanceRest row/>
            </ForRows>
        </ul>
        <section class="rest-needs" aria-label="Resuming">
            <h3>{move || said.with(|said| said.heading)}</h3>
            <Sentences lines=needs/>
        </section>
    }
}

/// An instance, or several alike.
#[component]
fn InstanceRest(row: RestRow) -> impl IntoView {
    let state = use_state();
    let part = row.part;
    let light = move || state.lit.set(Some(part));
    let darken = move || state.lit.set(None);
    view! {
        <li
            class="rest"
            data-verdict=row.word
            on:pointerenter=move |_| light()
            on:pointerleave=move |_| darken()
        >
            <Icon name=part_symbol(part)/>
            <span class="chip">{row.verdict}</span>
            <p>
                <button
                    type="button"
                    class="problem-name"
                    on:click=move |_| state.selected.set(part)
                    on:focus=move |_| light()
                    on:blur=move |_| darken()
                >
                    {row.name}
                </button>
                " " {row.says} "."
            </p>
            <p class="rest-cost">
                <strong>{row.price}</strong>
                <small>{row.price_of}</small>
            </p>
        </li>
    }
}
