//! A new design: three questions, each of which may be left out.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::design::{Client, Design, Word as _};
use crate::editor::start::{Answers, Hours, effects, regions};
use crate::facts::regions::Region;
use crate::formats::diagram::client_name;
use crate::ui::state::use_state;
use crate::ui::widgets::live;

/// The questions as they stand in their dialog. What each answer does is shown before the design is made, and after.
#[component]
pub fn NewDesign() -> impl IntoView {
    let state = use_state();
    let answers = RwSignal::new(Answers::default());
    let told = move || {
        let effects = answers.with(effects);
        effects.into_iter().map(|effect| view! { <li>{effect.told}</li> }.into_any()).collect_view()
    };
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        state.asking.set(None);
        let (steps, told) =
            answers.with_untracked(effects).into_iter().map(|it| (it.design, it.told)).unzip();
        state.begin(Design::default(), steps, told);
    };
    let client = move |(_, client): &(&'static str, Client)| {
        let client = *client;
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    on:change:target=move |event| {
                        answers.update(|answers| {
                            if event.target().checked() {
                                answers.clients.insert(client);
                            } else {
                                answers.clients.remove(client);
                            }
                        });
                    }
                />
                <span>{client_name(client)}</span>
            </label>
        }
        .into_any()
    };
    let place = |region: &'static Region| {
        view! { <option value=region.code>{format!("{} ({})", region.code, region.place())}</option> }
            .into_any()
    };
    let hours = |(place, hours): (usize, Hours)| {
        view! { <option value=place.to_string()>{hours.words()}</option> }.into_any()
    };
    view! {
        <form class="shelf-new dialog-form" on:submit=make>
            <h2 id="dialog-title">"New design"</h2>
            <p>"Answer what you know. Every answer can be changed later, and the design you leave stays on your shelf."</p>
            <fieldset>
                <legend>"What connects to it?"</legend>
                <div class="checks">{Client::WORDS.iter().map(client).collect_view()}</div>
            </fieldset>
            <label class="field">
                <span class="label">"Where does it run?"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        let region = Region::find(&event.target().value());
                        answers.update(|answers| answers.region = region);
                    }
                >
                    <option value="">"Not decided"</option>
                    {regions().into_iter().map(place).collect_view()}
                </select>
            </label>
            <label class="field">
                <span class="label">"Which hours does it work?"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        let place = event.target().value().parse::<usize>().ok();
                        let hours = place.and_then(|place| Hours::ALL.get(place).copied());
                        answers.update(|answers| answers.hours = hours);
                    }
                >
                    <option value="">"Not known"</option>
                    {Hours::ALL.into_iter().enumerate().map(hours).collect_view()}
                </select>
            </label>
            <ul class="shelf-told" aria-live="polite">
                {live(told)}
            </ul>
            <div class="acts">
                <button type="button" class="button" on:click=move |_| state.asking.set(None)>
                    "Keep to this design"
                </button>
                <button type="submit" class="button button--primary">"Make it"</button>
            </div>
        </form>
    }
}
