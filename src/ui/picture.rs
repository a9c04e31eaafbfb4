//! The picture to take along: as a PNG of a chosen size, by the clipboard, in either theme.

use leptos::prelude::*;

use crate::formats::diagram::{Form, layout};
use crate::formats::svg::{self, Theme};

use super::browser::{self, Drawing, El, Event, el};
use super::menu::menu_item;
use super::{State, use_state};

const SCALES: [(&str, u32); 4] = [("1\u{d7}", 1), ("2\u{d7}", 2), ("3\u{d7}", 3), ("4\u{d7}", 4)];
const THEMES: [(&str, Theme); 2] = [("Light", Theme::Light), ("Dark", Theme::Dark)];

/// The export menu's entries for the picture.
pub fn entries() -> El {
    let state = use_state();
    let (scale, theme) = (RwSignal::new(2), RwSignal::new(Theme::Light));
    let now = move || (scale.get_untracked(), theme.get_untracked());
    let told = move |done: &'static str, instead: &'static str| {
        move |worked: bool| state.tell(if worked { done } else { instead }, false)
    };
    let download = move || {
        drawn(state, now(), move |drawing| {
            let refused = "This browser refuses to draw the picture. The SVG can be downloaded.";
            browser::download_png("diagram.png", drawing, told("Downloaded diagram.png.", refused));
        });
    };
    let copy = move || {
        drawn(state, now(), move |drawing| {
            let refused = "This browser refuses the clipboard. The picture can be downloaded.";
            browser::copy_png(drawing, told("Copied the picture.", refused));
        });
    };
    let dark = move || {
        drawn(state, (1, Theme::Dark), move |drawing| {
            let refused = "This browser refuses to download. The text can be copied.";
            let worked = browser::download("diagram-dark.svg", "image/svg+xml", &drawing.svg);
            told("Downloaded diagram-dark.svg.", refused)(worked);
        });
    };
    let choices = el("li")
        .set("class", "menu-choices")
        .child(choice("Size", &SCALES, scale))
        .child(choice("Theme", &THEMES, theme));
    let entry = |item: super::menu::Item| el("li").child(item.done());
    el("ul")
        .set("aria-label", "Picture")
        .child(choices)
        .child(entry(menu_item("Download diagram.png", "i-export", download).end("picture")))
        .child(entry(menu_item("Copy picture", "i-copy", copy).end("PNG")))
        .child(entry(menu_item("Download dark diagram.svg", "i-export", dark)))
}

fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    all: &'static [(&'static str, T)],
    chosen: RwSignal<T>,
) -> El {
    let option = |(word, _): &(&'static str, T)| el("option").set("value", word).child(*word);
    let word = move || all.iter().find(|(_, it)| *it == chosen.get()).map_or("", |(word, _)| *word);
    let change = move |event: Event| {
        let picked = event_target_value(&event);
        if let Some((_, it)) = all.iter().find(|(word, _)| *word == picked) {
            chosen.set(*it);
        }
    };
    let list = el("select")
        .set("class", "select")
        .child(all.iter().map(option).collect::<Vec<_>>())
        .value(move || word().to_owned())
        .hear("change", change);
    el("label").set("class", "field").child(el("span").set("class", "label").child(label)).child(list)
}

/// Hands the picture to `run`, as soon as what writes it is there.
fn drawn(state: State, (scale, theme): (u32, Theme), run: impl FnOnce(Drawing) + 'static) {
    let diagram = state.peek(|design| {
        state.bill.with_untracked(|bill| {
            state.findings.with_untracked(|findings| layout(design, bill, findings, Form::Wide))
        })
    });
    let pixels = |length: i32| u32::try_from(length).unwrap_or(0) * scale;
    let (width, height) = svg::size(&diagram);
    let (width, height) = (pixels(width), pixels(height));
    state.files.or_else(
        move |files| run(Drawing { svg: (files.svg)(&diagram, theme), width, height }),
        move || state.lost("diagram.png"),
    );
}
