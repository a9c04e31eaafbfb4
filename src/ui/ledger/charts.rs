//! The charts of the bill, each with its table and its file.

use leptos::prelude::*;

use crate::formats::charts::{Chart, EXPORTED_WIDTH, Twin, chart_svg, charts};
use crate::formats::svg::Theme;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Disclosure, ForRows, Icon};

use super::drawing::Drawing;
use super::files::hand_out;
use super::table::{FiguresPlace, followed};

/// Of a chart in its card, and on a phone, in pixels.
const WIDTH: i32 = 384;
const PHONE_WIDTH: i32 = 358;

type Named = (&'static str, Chart);

/// Every chart of the design.
#[component]
pub(super) fn Charts() -> impl IntoView {
    let state = use_state();
    let all = Memo::new(move |_| {
        let width = if state.frame.phone.get() { PHONE_WIDTH } else { WIDTH };
        state.with(|design| state.bill.with(|bill| charts(design, bill, state.today, width)))
    });
    view! {
        <div class="charts">
            <ForRows each=move || all.get() key=|(name, _)| *name let(named)>
                <Card all named/>
            </ForRows>
        </div>
    }
}

#[component]
fn Card(all: Memo<Vec<Named>>, named: Named) -> impl IntoView {
    let state = use_state();
    let name = named.0;
    let named = followed(all, named, move |(other, _)| *other == name);
    let chart = Memo::new(move |_| named.with(|(_, chart)| chart.clone()));
    let unfolded = RwSignal::new(false);
    view! {
        <figure class="chart-card">
            <div class="chart-place">
                <Drawing name chart/>
            </div>
            <div class="chart-foot">
                <Disclosure class="twin" open=unfolded summary=|| "Figures as a table">
                    <TwinTable chart/>
                </Disclosure>
                <button
                    type="button"
                    class="button button--quiet button--small"
                    aria-label=format!("Download {name}.svg")
                    on:click=move |_| save(state, name)
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
        twin.head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }).collect_view()
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
            {cells.map(|figure| view! { <td>{figure}</td> }).collect_view()}
        </tr>
    }
}

/// The chart as it is now, as a file.
fn save(state: State, name: &'static str) {
    let all = state
        .peek(|design| state.bill.with_untracked(|bill| charts(design, bill, state.today, EXPORTED_WIDTH)));
    if let Some((_, chart)) = all.iter().find(|(other, _)| *other == name) {
        hand_out(state, &format!("{name}.svg"), "image/svg+xml", &chart_svg(chart, Theme::Light));
    }
}
