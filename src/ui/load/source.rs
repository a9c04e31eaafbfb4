//! Which load is played: a preset, a day drawn by hand, or a file.

use leptos::prelude::*;

use crate::design::{Edit, Field, LoadPreset, Word as _};
use crate::editor::load::{Day, Given, own, shape_name};
use crate::ui::browser;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Icon, Options, Select, ShowIf, TextInput};

use super::convert::Convert;
use super::day::DrawnDay;

const DRAWN: &str = "drawn";
const FILE: &str = "file";
/// The most of a series that is loaded, as on the command line.
const MOST_BYTES: f64 = 67_108_864.0;
const TOO_LARGE: &str = "The file is larger than 64 MiB; cut it, or fetch a longer period.";

/// The choice and its fields.
#[component]
pub(super) fn Source() -> impl IntoView {
    let state = use_state();
    let load = state.load;
    let own_load = state.memo(own);
    let chosen = Signal::derive(move || {
        load.given.with(|given| match given {
            Given::Own => own_load.get().0.word().to_owned(),
            Given::Drawn(_) => DRAWN.to_owned(),
            Given::File(_) => FILE.to_owned(),
        })
    });
    let options = Signal::stored({
        let mut all: Vec<(String, String)> = LoadPreset::WORDS
            .iter()
            .map(|(word, shape)| ((*word).to_owned(), shape_name(*shape).to_owned()))
            .collect();
        all.push((DRAWN.to_owned(), "A day drawn by hand".to_owned()));
        all.push((FILE.to_owned(), "A file: CloudWatch or CSV".to_owned()));
        all
    });
    let choose = move |word: String| choose(state, &word);
    let platforms = Signal::stored(
        ["1", "2", "3", "4"].map(|it| (it.to_owned(), format!("platform version {it}"))).to_vec(),
    );
    let platform = state.memo(|design| design.usage.platform_version.to_string());
    view! {
        <section class="load-source" aria-label="What is played">
            <div class="field">
                <label for="load-shape">"Load"</label>
                <Select id="load-shape" value=chosen on_change=choose>
                    <Options options value=chosen/>
                </Select>
            </div>
            {move || load.given.with(|given| match given {
                Given::Own => view! { <Preset/> }.into_any(),
                Given::Drawn(_) => view! { <DrawnDay/> }.into_any(),
                Given::File(_) => view! { <File/> }.into_any(),
            })}
            <Refused/>
            <div class="field">
                <label for="load-platform">"Scales as"</label>
                <Select
                    id="load-platform"
                    value=platform
                    on_change=move |word: String| state.edit(Edit::set(Field::PlatformVersion, word))
                >
                    <Options options=platforms value=platform.into()/>
                </Select>
            </div>
            <button type="button" class="button button--small" id="use-month" on:click=move |_| use_month(state)>
                "Use this month in the bill"
            </button>
        </section>
    }
}

fn choose(state: State, word: &str) {
    match word {
        DRAWN => {
            let (_, base, peak) = state.peek(own);
            let day = state.load.drawn.get_untracked().unwrap_or_else(|| Day::between(base, peak));
            state.load.drawn.set(Some(day));
            state.load.take(Given::Drawn(day.hours));
        }
        FILE => pick(state),
        preset => {
            state.load.take(Given::Own);
            state.edit(Edit::set(Field::LoadPreset, preset));
        }
    }
}

fn pick(state: State) {
    browser::pick_file(".csv,.json,.txt", move |file| {
        let name = file.name();
        browser::read_file(&file, MOST_BYTES, TOO_LARGE, move |read| match read {
            Ok(text) => {
                state.load.file.set_value((name.clone(), text));
                state.load.read(state.worker);
            }
            Err(why) => state.load.refused.set(Some(why)),
        });
    });
}

/// Base and peak of a preset.
#[component]
fn Preset() -> impl IntoView {
    view! {
        <div class="load-ends">
            <End id="load-base" label="Base" field=Field::LoadBase/>
            <End id="load-peak" label="Peak" field=Field::LoadPeak/>
        </div>
        <Convert/>
    }
}

#[component]
fn End(id: &'static str, label: &'static str, field: Field) -> impl IntoView {
    let state = use_state();
    let is_peak = field == Field::LoadPeak;
    let field = StoredValue::new(field);
    let draft =
        Memo::new(move |_| state.drafts.with(|drafts| field.with_value(|field| drafts.get(field).cloned())));
    let now = state.memo(move |design| {
        let (_, base, peak) = own(design);
        if is_peak { peak } else { base }.to_string()
    });
    let value = Signal::derive(move || draft.get().map_or_else(|| now.get(), |draft| draft.text));
    let invalid = Signal::derive(move || draft.with(Option::is_some));
    let typed = move |text: String| {
        let is_unsaid = state.peek(|design| design.usage.load.preset.is_none());
        if is_unsaid {
            state.edit(Edit::set(Field::LoadPreset, LoadPreset::OfficeHours.word()));
        }
        field.with_value(|field| state.take_text(field, text.trim()));
        state.end_typing();
    };
    view! {
        <div class="field" data-invalid=invalid>
            <label for=id>{label}", wanted ACU"</label>
            <TextInput id value unit="ACU" decimal=true invalid on_change=typed/>
        </div>
    }
}

/// What the chosen file was measured on.
#[component]
fn File() -> impl IntoView {
    let state = use_state();
    let name = move || {
        state.load.given.with(|given| match given {
            Given::File(kept) => kept.name.clone(),
            Given::Own | Given::Drawn(_) => String::new(),
        })
    };
    view! {
        <p class="load-file">
            <Icon name="i-usage"/>
            <span>{name}</span>
        </p>
        <MeasuredOn/>
        <button type="button" class="button button--small" on:click=move |_| pick(state)>
            "Another file"
        </button>
    }
}

/// The maximum that CPU is in percent of.
#[component]
fn MeasuredOn() -> impl IntoView {
    let state = use_state();
    let typed = move |text: String| {
        state.load.measured_on.set(text);
        state.load.read(state.worker);
    };
    view! {
        <div class="field">
            <label for="load-measured-on">"Measured on, maximum or class"</label>
            <TextInput
                id="load-measured-on"
                value=state.load.measured_on
                placeholder="16, or db.r6g.xlarge"
                on_change=typed
            />
        </div>
    }
}

/// Why the chosen file is not played, and the field that most often helps.
#[component]
fn Refused() -> impl IntoView {
    let load = use_state().load;
    let is_file = move || load.given.with(|given| matches!(given, Given::File(_)));
    view! {
        <ShowIf when=move || load.refused.with(Option::is_some)>
            <p class="load-refused" role="alert">
                {move || load.refused.get().map(|why| format!("Not played: {why}."))}
            </p>
            <ShowIf when=move || !is_file()>
                <MeasuredOn/>
            </ShowIf>
        </ShowIf>
    }
}

/// Makes the typical month that of the load, as one edit.
fn use_month(state: State) {
    use crate::editor::jobs::{Answer, Job};
    use crate::editor::load::{LoadAnswer, LoadJob};
    let before = state.peek(Clone::clone);
    let job = LoadJob::Month(Box::new(before.clone()), state.load.given.get_untracked());
    state.worker.ask(Job::Load(Box::new(job)), move |answer| match answer {
        Ok(Answer::Load(answer)) => match *answer {
            // What was computed from another design is no answer to this one.
            LoadAnswer::Design(Ok(next)) if state.peek(|now| *now == before) => {
                state.apply_and_tell(*next, "The bill follows the load");
            }
            LoadAnswer::Design(Err(why)) => state.tell(format!("Nothing changed: {why}."), false),
            _ => {}
        },
        Ok(_) => {}
        Err(lost) => state.tell_lost("The month", lost),
    });
}
