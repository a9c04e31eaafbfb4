//! From a figure that people know to the capacity it wants, beside the fields that take one.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::jobs::{Answer, Job};
use crate::editor::load::{LoadAnswer, LoadJob, Unit};
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Disclosure, Options, Select, ShowIf, TextInput};

/// A figure, its unit and what it comes to.
#[component]
pub(super) fn Convert() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Disclosure class="load-convert" open summary=|| "What is a wanted ACU?">
            <Converter/>
        </Disclosure>
    }
}

#[component]
fn Converter() -> impl IntoView {
    let state = use_state();
    let (figure, unit) = (RwSignal::new(String::new()), RwSignal::new(Unit::Vcpu));
    let came_to = RwSignal::new(None::<Result<String, String>>);
    let ask = move || ask(state, unit.get_untracked(), figure.get_untracked(), came_to);
    let units = Signal::stored(Unit::ALL.map(|it| (it.name().to_owned(), it.name().to_owned())).to_vec());
    let chosen = Signal::derive(move || unit.get().name().to_owned());
    let words = move || {
        match came_to.get() {
        Some(Ok(acu)) => format!("wants {acu} ACU"),
        Some(Err(why)) => why,
        None => "The capacity at which Aurora settles under it: what ServerlessDatabaseCapacity shows on a plateau."
            .to_owned(),
    }
    };
    let acu = move || came_to.with(|it| it.as_ref().and_then(|it| it.as_ref().ok().cloned()));
    let take = move |field: Field| {
        if let Some(acu) = came_to.get_untracked().and_then(Result::ok) {
            state.edit_all(&[Edit::set(Field::LoadPreset, state.peek(shape)), Edit::set(field, acu)]);
        }
    };
    view! {
        <div class="load-converter">
            <TextInput
                id="load-figure"
                value=figure
                decimal=true
                on_change=move |text: String| {
                    figure.set(text);
                    ask();
                }
            />
            <Select
                id="load-unit"
                name="Unit"
                value=chosen
                on_change=move |name: String| {
                    if let Some(it) = Unit::ALL.into_iter().find(|it| it.name() == name) {
                        unit.set(it);
                        ask();
                    }
                }
            >
                <Options options=units value=chosen/>
            </Select>
            <p role="status">{words}</p>
            <ShowIf when=move || acu().is_some()>
                <button type="button" class="button button--small" on:click=move |_| take(Field::LoadBase)>
                    "Use as base"
                </button>
                <button type="button" class="button button--small" on:click=move |_| take(Field::LoadPeak)>
                    "Use as peak"
                </button>
            </ShowIf>
        </div>
    }
}

fn shape(design: &crate::design::Design) -> &'static str {
    use crate::design::Word as _;
    crate::editor::load::own(design).0.word()
}

fn ask(state: State, unit: Unit, figure: String, came_to: RwSignal<Option<Result<String, String>>>) {
    if figure.trim().is_empty() {
        came_to.set(None);
        return;
    }
    let job = LoadJob::Convert(unit, figure, Box::new(state.peek(Clone::clone)));
    state.worker.ask(Job::Load(Box::new(job)), move |answer| {
        if let Ok(Answer::Load(answer)) = answer
            && let LoadAnswer::Text(text) = *answer
        {
            // The fields may be gone.
            let _gone = came_to.try_set(Some(text));
        }
    });
}
