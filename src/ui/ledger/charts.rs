//! The charts of the bill in the page's own colors, each with its table.

use std::fmt::Write as _;

use leptos::prelude::*;

use crate::formats::charts::{Chart, EXPORTED_WIDTH, Ink, Stroke, chart_svg, charts as drawn};
use crate::formats::svg::{Theme, escaped};

use super::super::browser::{El, button, el, live};
use super::super::canvas::diagram_text;
use super::super::frame::use_frame;
use super::super::glyphs::icon;
use super::super::state::{State, use_state};
use super::files;

/// Of a chart in its card, and on a phone, in pixels.
const WIDTH: i32 = 384;
const PHONE_WIDTH: i32 = 358;

/// Adds to markup. Writing to a String cannot fail.
macro_rules! add {
    ($out:expr, $($piece:tt)*) => {
        let _ = write!($out, $($piece)*);
    };
}

/// Every chart of the design.
pub(super) fn charts() -> El {
    let state = use_state();
    let frame = use_frame();
    live(move || {
        let width = if frame.phone.get() { PHONE_WIDTH } else { WIDTH };
        let all = state.with(|design| state.bill.with(|bill| drawn(design, bill, state.today, width)));
        let cards = all.into_iter().map(|(name, chart)| card(state, name, &chart));
        el("div").set("class", "charts").child(cards.collect::<Vec<_>>())
    })
}

fn card(state: State, name: &'static str, chart: &Chart) -> El {
    let save = button("button button--quiet button--small")
        .set("aria-label", &format!("Download {name}.svg"))
        .on("click", move || save(state, name))
        .child(icon("i-export"))
        .child("SVG");
    let table = el("details")
        .set("class", "twin")
        .child(el("summary").set("id", &format!("{name}-figures")).child("Figures as a table"))
        .child(twin(chart));
    el("figure")
        .set("class", "chart-card")
        .child(el("div").set("class", "chart-place").markup(&markup(name, chart)))
        .child(el("div").set("class", "chart-foot").child(table).child(save))
}

fn twin(chart: &Chart) -> El {
    let head = chart.twin.head.iter().map(|name| el("th").set("scope", "col").child(name.as_str()));
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().enumerate().map(|(place, text)| {
            let cell = if place == 0 { el("th").set("scope", "row") } else { el("td") };
            cell.child(text.as_str())
        });
        el("tr").child(cells.collect::<Vec<_>>())
    };
    let table = el("table")
        .set("class", "bill")
        .child(el("caption").set("class", "visually-hidden").child(chart.title.as_str()))
        .child(el("thead").child(el("tr").child(head.collect::<Vec<_>>())))
        .child(el("tbody").child(chart.twin.rows.iter().map(row).collect::<Vec<_>>()));
    el("div")
        .set("class", "figures-place")
        .set("role", "region")
        .set("aria-label", &chart.title)
        .set("tabindex", "0")
        .child(table)
}

/// The chart as it is now, as a file.
fn save(state: State, name: &'static str) {
    let all = state
        .peek(|design| state.bill.with_untracked(|bill| drawn(design, bill, state.today, EXPORTED_WIDTH)));
    if let Some((_, chart)) = all.into_iter().find(|(other, _)| *other == name) {
        files::hand_out(state, &format!("{name}.svg"), "image/svg+xml", &chart_svg(&chart, Theme::Light));
    }
}

fn markup(name: &str, chart: &Chart) -> String {
    let (width, height) = (chart.width, chart.height);
    let mut out = String::new();
    add!(
        out,
        r#"<svg class="diagram chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc"><title id="{name}-title">{}</title><desc id="{name}-desc">{}</desc>"#,
        escaped(&chart.title),
        escaped(&chart.description)
    );
    for bar in &chart.bars {
        let rect = bar.rect;
        add!(
            out,
            r#"<rect data-ink="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>"#,
            ink(bar.ink),
            rect.x,
            rect.y,
            rect.width,
            rect.height
        );
    }
    area(&mut out, chart);
    for line in &chart.grid {
        stroke(&mut out, "chart-grid", line);
    }
    for line in &chart.lines {
        stroke(&mut out, "chart-line", line);
    }
    for mark in &chart.marks {
        let (at, shape) = (mark.at, mark.shape.path());
        add!(
            out,
            r#"<path class="chart-mark" data-ink="{}" transform="translate({} {})" d="{shape}"/>"#,
            ink(mark.ink),
            at.x,
            at.y
        );
    }
    for text in &chart.texts {
        diagram_text(&mut out, text);
    }
    out.push_str("</svg>");
    out
}

/// The ground below the design's own line, down to the axis.
fn area(out: &mut String, chart: &Chart) {
    let (Some(line), Some(axis)) = (chart.lines.first(), chart.grid.first()) else { return };
    let ends = [line.points.last(), line.points.first()].into_iter().flatten();
    let (Some(foot), false) = (axis.points.first().map(|point| point.y), line.points.is_empty()) else {
        return;
    };
    out.push_str(r#"<path class="chart-area" d=""#);
    way(out, line);
    for end in ends {
        add!(out, "L{} {foot}", end.x);
    }
    out.push_str(r#"z"/>"#);
}

fn stroke(out: &mut String, class: &str, line: &Stroke) {
    add!(out, r#"<path class="{class}" data-ink="{}" d=""#, ink(line.ink));
    way(out, line);
    out.push('"');
    if let Some(dashes) = line.pattern.dashes() {
        add!(out, r#" stroke-dasharray="{dashes}""#);
    }
    out.push_str("/>");
}

fn way(out: &mut String, line: &Stroke) {
    for (place, point) in line.points.iter().enumerate() {
        add!(out, "{}{} {}", if place == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
}

/// The color's name in the style sheet.
const fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::First => "first",
        Ink::Second => "second",
        Ink::Third => "third",
        Ink::Fourth => "fourth",
        Ink::Faint => "faint",
    }
}
