//! The charts of the bill, each with its table and its file.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::formats::charts::{Chart, Twin};
use crate::ui::state::{Made, State, use_state};
use crate::ui::widgets::{Disclosure, ForRows, Icon, ShowIf};

use super::drawing::Drawing;
use super::files::hand_out;
use super::page::shown;
use super::table::{FiguresPlace, followed};

/// Of a chart in its card, and on a phone, in pixels.
const WIDTH: i32 = 384;
const PHONE_WIDTH: i32 = 358;

type Named = (String, Chart);

/// Every chart of the design.
#[component]
pub(super) fn Charts() -> impl IntoView {
    let state = use_state();
    let made = state.worker.follow(move || {
        let width = if state.frame.phone.get() { PHONE_WIDTH } else { WIDTH };
        Job::ChartCards(Box::new(state.get()), state.today, width)
    });
    let all = Memo::new(move |_| {
        made.with(|made| match made {
            Made::Here(Answer::Charts(all)) => all.clone(),
            Made::Here(_) | Made::Coming | Made::Lost(_) => Vec::new(),
        })
    });
    let waiting = move || view! { <div class="ledger-parts">{shown(state, made, |_| None)}</div> }.into_any();
    view! {
        <ShowIf when=move || all.with(|all| !all.is_empty()) fallback=waiting>
            <div class="charts">
                <ForRows each=move || all.get() key=|(name, _)| name.clone() let(named)>
                    <Card all named/>
                </ForRows>
            </div>
        </ShowIf>
    }
}

#[component]
fn Card(all: Memo<Vec<Named>>, named: Named) -> impl IntoView {
    let state = use_state();
    let name = named.0.clone();
    let followed_name = name.clone();
    let named = followed(all, named, move |(other, _)| *other == followed_name);
    let chart = Memo::new(move |_| named.with(|(_, chart)| chart.clone()));
    let unfolded = RwSignal::new(false);
    view! {
        <figure class="chart-card">
            <div class="chart-place">
                <Drawing name=name.clone() chart/>
            </div>
            <div class="chart-foot">
                <Disclosure class="twin" open=unfolded summary=|| "Figures as a table">
                    <TwinTable chart/>
                </Disclosure>
                <button
                    type="button"
                    class="button button--quiet button--small"
                    aria-label=format!("Download {name}.svg")
                    on:click=move |_| save(state, &name)
                >
                    <Icon name="i-export"/>
                    "SVG"
                </button>
            </div>
        </figure>
    }
}

/// The figures of a chart as a table.
#[component]
fn TwinTable(chart: Memo<Chart>) -> impl IntoView {
    let twin = Memo::new(move |_| chart.with(|chart| chart.twin.clone()));
    let title = Memo::new(move |_| chart.with(|chart| chart.title.clone()));
    let head = move |twin: &Twin| {
        twin.head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }.into_any()).collect_view()
    };
    view! {
        <FiguresPlace label=title>
            <table class="bill">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>{move || twin.with(head)}</tr>
                </thead>
                <tbody>
                    <ForRows each=move || twin.with(|twin| twin.rows.clone()) key=Clone::clone let(cells)>
                        <TwinRow cells/>
                    </ForRows>
                </tbody>
            </table>
        </FiguresPlace>
    }
}

#[component]
fn TwinRow(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let what = cells.next();
    view! {
        <tr>
            <th scope="row">{what}</th>
            {cells.map(|figure| view! { <td>{figure}</td> }.into_any()).collect_view()}
        </tr>
    }
}

/// The chart as it is now, as a file.
fn save(state: State, name: &str) {
    let (file, design) = (format!("{name}.svg"), Box::new(state.peek(Clone::clone)));
    let job = Job::ChartFile(design, state.today, name.to_owned());
    state.with_text(job, file.clone(), move |svg| hand_out(state, &file, "image/svg+xml", &svg));
}
