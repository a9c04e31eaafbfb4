//! The picture to take along: as a PNG of a chosen size, by the clipboard, in either theme.

use leptos::prelude::*;

use crate::formats::svg::{Theme, size, svg};
use crate::ui::browser::{self, Drawing};
use crate::ui::state::{State, use_state};
use crate::ui::widgets::MenuItem;

use super::export::drawing;

const SCALES: &[(&str, u32)] = &[("1\u{d7}", 1), ("2\u{d7}", 2), ("3\u{d7}", 3), ("4\u{d7}", 4)];
const THEMES: &[(&str, Theme)] = &[("Light", Theme::Light), ("Dark", Theme::Dark)];

/// The export menu's entries for the picture.
#[component]
pub(super) fn Picture() -> impl IntoView {
    let state = use_state();
    let (scale, theme) = (RwSignal::new(2), RwSignal::new(Theme::Light));
    let told = move |done: &'static str, instead: &'static str| {
        move |worked: bool| state.tell(if worked { done } else { instead }, false)
    };
    let download = move || {
        let refused = "This browser refuses to draw the picture. The SVG can be downloaded.";
        let drawing = drawn(state, scale.get_untracked(), theme.get_untracked());
        browser::download_png("diagram.png", drawing, told("Downloaded diagram.png.", refused));
    };
    let copy = move || {
        let refused = "This browser refuses the clipboard. The picture can be downloaded.";
        let drawing = drawn(state, scale.get_untracked(), theme.get_untracked());
        browser::copy_png(drawing, told("Copied the picture.", refused));
    };
    let dark = move || {
        let refused = "This browser refuses to download. The text can be copied.";
        let text = svg(&drawing(state), Theme::Dark);
        let worked = browser::download("diagram-dark.svg", "image/svg+xml", &text);
        told("Downloaded diagram-dark.svg.", refused)(worked);
    };
    view! {
        <ul aria-label="Picture">
            <li class="menu-choices">
                <OneOf label="Size" all=SCALES chosen=scale/>
                <OneOf label="Theme" all=THEMES chosen=theme/>
            </li>
            <li>
                <MenuItem label="Download diagram.png" icon="i-export" end="picture" choose=download/>
            </li>
            <li>
                <MenuItem label="Copy picture" icon="i-copy" end="PNG" choose=copy/>
            </li>
            <li>
                <MenuItem label="Download dark diagram.svg" icon="i-export" choose=dark/>
            </li>
        </ul>
    }
}

/// A list of words, one of them chosen.
#[component]
fn OneOf<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    all: &'static [(&'static str, T)],
    chosen: RwSignal<T>,
) -> impl IntoView {
    let option = |(word, value): &(&'static str, T)| {
        let (word, value) = (*word, *value);
        view! {
            <option value=word prop:selected=move || chosen.get() == value>
                {word}
            </option>
        }
    };
    let change = move |picked: String| {
        if let Some((_, value)) = all.iter().find(|(word, _)| *word == picked) {
            chosen.set(*value);
        }
    };
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <select class="select" on:change:target=move |event| change(event.target().value())>
                {all.iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// The picture in a theme, to be drawn at a multiple of its size.
fn drawn(state: State, scale: u32, theme: Theme) -> Drawing {
    let diagram = drawing(state);
    let (width, height) = size(&diagram);
    let pixels = |length: i32| u32::try_from(length).unwrap_or(0) * scale;
    Drawing { svg: svg(&diagram, theme), width: pixels(width), height: pixels(height) }
}
