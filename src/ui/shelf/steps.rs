//! The steps of the design that is shown, newest first: looked at, and gone to.

use leptos::prelude::*;

use crate::design::Positions;
use crate::formats::changes::changes;
use crate::ui::signs::ChangeTable;
use crate::ui::state::use_state;
use crate::ui::widgets::{ShowIf, live};

/// So many steps are listed at first, and more at every demand.
const PAGE: usize = 100;

/// The list as it stands in its dialog.
#[component]
pub fn StepList() -> impl IntoView {
    let state = use_state();
    let looked = RwSignal::new(None::<u64>);
    let most = RwSignal::new(PAGE);
    let row = move |row: crate::ui::state::StepRow| {
        let number = row.number;
        view! {
            <li>
                <button
                    type="button"
                    class="shelf-name"
                    aria-current=move || if state.step_number() == number { "step" } else { "false" }
                    aria-pressed=move || (looked.get() == Some(number)).to_string()
                    on:click=move |_| looked.set(Some(number))
                >
                    <strong>{row.name}</strong>
                    <small>{state.when(row.made)}</small>
                </button>
            </li>
        }
        .into_any()
    };
    let rows = move || state.steps(state.newest_step(), most.get()).into_iter().map(row).collect_view();
    let more = move || state.steps(state.newest_step(), most.get() + 1).len() > most.get();
    let difference = move || {
        let number = looked.get().filter(|number| *number != state.step_number())?;
        let then = state.look(number)?;
        let rows = state.with(|now| changes(now, &then, &Positions::canonical(now)));
        let go = move |_| {
            looked.set(None);
            state.jump(number);
        };
        let with = move |_| {
            state.asking.set(None);
            state.compare_with_step(number);
        };
        Some(view! {
            <ChangeTable caption="What going there changes" heads=["Now", "There"] rows/>
            <div class="acts">
                <button type="button" class="button" on:click=with>"Compare with this step"</button>
                <button type="button" class="button button--primary" on:click=go>"Go to this step"</button>
            </div>
        }.into_any())
    };
    view! {
        <div class="shelf">
            <h2 id="dialog-title">"Steps"</h2>
            <p>"Choose one to see what going there changes. Nothing after it is lost until you edit there."</p>
            <div class="shelf-body" tabindex="0" role="group" aria-label="Steps, newest first">
                <ol class="shelf-list">{live(rows)}</ol>
                <ShowIf when=more>
                    <button type="button" class="button" on:click=move |_| most.update(|most| *most += PAGE)>
                        "Show older ones"
                    </button>
                </ShowIf>
            </div>
            {live(difference)}
            <div class="shelf-foot">
                <small></small>
                <button type="button" class="button" on:click=move |_| state.asking.set(None)>
                    "Close"
                </button>
            </div>
        </div>
    }
}
