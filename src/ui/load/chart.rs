//! The picture with what moves it: zoom, place, instance, play head; and its files.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::editor::load::{LoadAnswer, LoadJob, Window, Zoom};
use crate::formats::document::Block;
use crate::formats::picture::{Label, Look};
use crate::ui::browser;
use crate::ui::signs::Document;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Disclosure, Icon, Options, Select, ShowIf};

use super::head::{Head, PlayHead};
use super::sheet::shown;

/// What the legend explains.
const LEGEND: [Look; 8] = [
    Look::Band,
    Look::Plan,
    Look::Wanted,
    Look::Measured,
    Look::Max,
    Look::Short,
    Look::Paused,
    Look::Resuming,
];

/// The picture.
#[component]
pub(super) fn Chart() -> impl IntoView {
    let state = use_state();
    let load = state.load;
    let why = Memo::new(move |_| {
        load.sheet.with(|sheet| sheet.as_ref().and_then(|sheet| sheet.as_ref().err().cloned()))
    });
    let is_here = Memo::new(move |_| load.sheet.with(|sheet| sheet.as_ref().is_some_and(Result::is_ok)));
    let waiting = move || match why.get() {
        Some(why) => {
            view! { <p class="load-refused" role="alert">{format!("No figures: {why}.")}</p> }.into_any()
        }
        None => view! { <p class="empty" role="status">"Loading\u{2026}"</p> }.into_any(),
    };
    view! {
        <ShowIf when=move || is_here.get() fallback=waiting>
            <Shown/>
        </ShowIf>
    }
}

#[component]
fn Shown() -> impl IntoView {
    let state = use_state();
    let title = shown(state, |sheet| sheet.title.clone());
    let twin = Memo::new(move |_| {
        state.load.sheet.with(|sheet| match sheet {
            Some(Ok(sheet)) => vec![sheet.twin.clone()],
            _ => Vec::<Block>::new(),
        })
    });
    let unfolded = RwSignal::new(false);
    view! {
        <figure class="load-chart">
            <figcaption>
                <strong>{title}</strong>
                <Tools/>
            </figcaption>
            <Drawing/>
            <Legend/>
            <PlayHead/>
            <div class="chart-foot">
                <Disclosure class="twin" open=unfolded summary=|| "The picture as a table">
                    <Document page=twin/>
                </Disclosure>
                <FileButton name="load.svg" mime="image/svg+xml" job=svg/>
                <FileButton name="load.csv" mime="text/csv" job=csv/>
                <PngButton/>
            </div>
        </figure>
    }
}

/// Zoom and place.
#[component]
fn Tools() -> impl IntoView {
    let state = use_state();
    let load = state.load;
    let zoom = move |it: Zoom| {
        let is_it = move || load.window.with(|window| window.zoom == it);
        view! {
            <button
                type="button"
                class="button button--small"
                aria-pressed=move || is_it().to_string()
                on:click=move |_| load.look(|window| window.zoom = it)
            >
                {it.word()}
            </button>
        }
        .into_any()
    };
    let place = shown(state, |sheet| sheet.place);
    let step = move || load.window.with(|window| window.zoom.seconds().unwrap_or(600) / 4);
    let instances = shown(state, |sheet| sheet.instances.clone());
    let named = Signal::derive(move || {
        instances.with(|all| {
            all.iter().enumerate().map(|(place, name)| (place.to_string(), name.clone())).collect::<Vec<_>>()
        })
    });
    let instance = Signal::derive(move || load.window.with(|window| window.instance.to_string()));
    view! {
        <span class="load-tools">
            <span role="group" aria-label="How much is shown">
                {Zoom::ALL.map(zoom).collect_view()}
            </span>
            <input
                type="range"
                class="load-place"
                aria-label="Where the picture begins"
                min="0"
                max=move || place.get().1.to_string()
                step=move || step().to_string()
                prop:value=move || place.get().0.to_string()
                disabled=move || place.get().1 == 0
                on:input:target=move |event| {
                    let from = event.target().value().parse().unwrap_or(0);
                    load.look(|window| window.from = from);
                }
            />
            <ShowIf when=move || instances.with(|all| all.len() > 1)>
                <Select
                    id="load-instance"
                    name="Instance"
                    value=instance
                    on_change=move |place: String| {
                        load.look(|window| window.instance = place.parse().unwrap_or(0));
                    }
                >
                    <Options options=named value=instance/>
                </Select>
            </ShowIf>
        </span>
    }
}

/// Id of the drawing.
const DRAWING: &str = "load-drawing";

#[component]
fn Drawing() -> impl IntoView {
    let state = use_state();
    let size = shown(state, |sheet| sheet.picture.size);
    let title = shown(state, |sheet| sheet.picture.title.clone());
    let paths = shown(state, |sheet| sheet.picture.paths.clone());
    let labels = shown(state, |sheet| sheet.picture.labels.clone());
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move || {
        if let Some(place) = place.get() {
            browser::watch_size(&place, move |(width, _)| {
                #[allow(clippy::cast_possible_truncation, reason = "a width on a screen")]
                let width = width as i32;
                // The browser may report once more after the place is gone.
                let before = state.load.window.try_get_untracked().map(|window| window.width);
                if before.is_some_and(|before| before != width) && width > 0 {
                    state.load.window.update(|window| window.width = width);
                }
            });
        }
    });
    view! {
        <div class="load-drawing" node_ref=place>
            <svg
                id=DRAWING
                viewBox=move || format!("0 0 {} {}", size.get().0, size.get().1)
                height=move || size.get().1
                role="img"
                aria-label=title
            >
                {move || paths.with(|paths| paths.iter().map(path).collect_view())}
                {move || labels.with(|labels| labels.iter().map(label).collect_view())}
                <Head/>
            </svg>
        </div>
    }
}

fn path((look, d): &(Look, String)) -> impl IntoView + use<> {
    view! { <path data-look=look.word() d=d.clone() stroke-dasharray=look.dashes()></path> }
}

fn label(it: &Label) -> impl IntoView + use<> {
    view! {
        <text x=it.x y=it.y text-anchor=it.anchor.clone()>
            {it.text.clone()}
        </text>
    }
}

#[component]
fn Legend() -> impl IntoView {
    let state = use_state();
    let drawn = shown(state, |sheet| sheet.picture.paths.iter().map(|(look, _)| *look).collect::<Vec<_>>());
    let entry = move |look: Look| {
        let is_drawn = move || drawn.with(|all| all.contains(&look));
        view! {
            <ShowIf when=is_drawn>
                <li>
                    <svg width="20" height="10" aria-hidden="true">
                        <path data-look=look.word() d="M0 2H20V8H0Z" stroke-dasharray=look.dashes()></path>
                    </svg>
                    {look.legend()}
                </li>
            </ShowIf>
        }
        .into_any()
    };
    view! { <ul class="load-legend">{LEGEND.map(entry).collect_view()}</ul> }
}

fn svg(state: State, design: Box<Design>) -> LoadJob {
    let window = Window { width: 960, ..state.load.window.get_untracked() };
    LoadJob::Svg(design, state.load.given.get_untracked(), window)
}

fn csv(state: State, design: Box<Design>) -> LoadJob {
    LoadJob::Csv(design, state.load.given.get_untracked())
}

#[component]
fn FileButton(
    name: &'static str,
    mime: &'static str,
    job: fn(State, Box<Design>) -> LoadJob,
) -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--small"
            aria-label=format!("Download {name}")
            on:click=move |_| ask_text(state, name, job, move |text| {
                told(state, name, browser::download(name, mime, &text));
            })
        >
            <Icon name="i-export"/>
            {name}
        </button>
    }
}

/// The picture as pixels.
#[component]
fn PngButton() -> impl IntoView {
    let state = use_state();
    let name = "load.png";
    let save = move |_| {
        ask_text(state, name, svg, move |text| {
            browser::download_png(name, text, 2, move |done| told(state, name, done));
        });
    };
    view! {
        <button
            type="button"
            class="button button--quiet button--small"
            aria-label=format!("Download {name}")
            on:click=save
        >
            <Icon name="i-export"/>
            {name}
        </button>
    }
}

fn ask_text(
    state: State,
    name: &'static str,
    job: fn(State, Box<Design>) -> LoadJob,
    done: impl FnOnce(String) + 'static,
) {
    let job = job(state, Box::new(state.peek(Clone::clone)));
    state.worker.ask(Job::Load(Box::new(job)), move |answer| match answer {
        Ok(Answer::Load(answer)) => match *answer {
            LoadAnswer::Text(Ok(text)) => done(text),
            LoadAnswer::Text(Err(why)) => state.tell(format!("{name} was not written: {why}."), false),
            _ => {}
        },
        Ok(_) => {}
        Err(lost) => state.tell_lost(name, lost),
    });
}

fn told(state: State, name: &str, done: bool) {
    if done {
        state.tell(format!("Downloaded {name}."), false);
    } else {
        state.tell("This browser refuses to download.", false);
    }
}
