//! A chart on the page: the same shapes as in its file, in the page's own colors.

use leptos::prelude::*;

use crate::formats::charts::{Bar, Chart, Mark, Stroke};
use crate::formats::diagram::{Rect, Text};

/// The drawing of a chart; its name makes the ids of what describes it.
#[component]
pub(super) fn Drawing(name: String, chart: Memo<Chart>) -> impl IntoView {
    let (title, about) = (format!("{name}-title"), format!("{name}-desc"));
    let (titled, described) = (title.clone(), about.clone());
    let size = Memo::new(move |_| chart.with(|chart| (chart.width, chart.height)));
    view! {
        <svg
            class="diagram chart"
            viewBox=move || format!("0 0 {} {}", size.get().0, size.get().1)
            width=move || size.get().0
            height=move || size.get().1
            role="img"
            aria-labelledby=titled
            aria-describedby=described
        >
            <title id=title>{move || chart.with(|chart| chart.title.clone())}</title>
            <desc id=about>{move || chart.with(|chart| chart.description.clone())}</desc>
            {move || chart.with(shapes)}
        </svg>
    }
}

/// From back to front.
fn shapes(chart: &Chart) -> impl IntoView + use<> {
    view! {
        {chart.bars.iter().map(bar).collect_view()}
        {chart.ground().map(|d| view! { <path class="chart-area" d=d></path> }.into_any())}
        {chart.grid.iter().map(|line| stroke("chart-grid", line)).collect_view()}
        {chart.lines.iter().map(|line| stroke("chart-line", line)).collect_view()}
        {chart.marks.iter().map(mark).collect_view()}
        {chart.texts.iter().map(text).collect_view()}
    }
}

fn bar(bar: &Bar) -> AnyView {
    let Rect { x, y, width, height } = bar.rect;
    view! { <rect data-ink=bar.ink.name() x=x y=y width=width height=height rx="3"></rect> }.into_any()
}

fn stroke(class: &'static str, line: &Stroke) -> AnyView {
    view! {
        <path class=class data-ink=line.ink.name() d=line.path() stroke-dasharray=line.pattern.dashes()></path>
    }
    .into_any()
}

fn mark(mark: &Mark) -> AnyView {
    let place = format!("translate({} {})", mark.at.x, mark.at.y);
    view! { <path class="chart-mark" data-ink=mark.ink.name() transform=place d=mark.shape.path()></path> }
        .into_any()
}

fn text(text: &Text) -> AnyView {
    view! {
        <text class=text.style.class() x=text.at.x y=text.at.y text-anchor=text.align.anchor()>
            {text.text.clone()}
        </text>
    }
    .into_any()
}
