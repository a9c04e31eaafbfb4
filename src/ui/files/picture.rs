//! The picture to take along: as a PNG of a chosen size, by the clipboard, in either theme.

use leptos::prelude::*;

use crate::editor::jobs::Job;
use crate::ui::browser;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::MenuItem;

const SCALES: &[(&str, u32)] = &[("1\u{d7}", 1), ("2\u{d7}", 2), ("3\u{d7}", 3), ("4\u{d7}", 4)];
/// Whether it is drawn for a dark page.
const THEMES: &[(&str, bool)] = &[("Light", false), ("Dark", true)];

/// The export menu's entries for the picture.
#[component]
pub(super) fn Picture() -> impl IntoView {
    let state = use_state();
    let (scale, dark) = (RwSignal::new(2), RwSignal::new(false));
    let told = move |done: &'static str, instead: &'static str| {
        move |worked: bool| state.tell(if worked { done } else { instead }, false)
    };
    let download = move || {
        let refused = "This browser refuses to draw the picture. The SVG can be downloaded.";
        let scale = scale.get_untracked();
        drawn(state, dark.get_untracked(), move |svg| {
            browser::download_png("diagram.png", svg, scale, told("Downloaded diagram.png.", refused));
        });
    };
    let copy = move || {
        let refused = "The picture was not copied. It can be downloaded.";
        let (scale, dark) = (scale.get_untracked(), dark.get_untracked());
        browser::copy_png(move |done| drawn(state, dark, done), scale, told("Copied the picture.", refused));
    };
    let in_dark = move || {
        let refused = "This browser refuses to download. The text can be copied.";
        drawn(state, true, move |svg| {
            let worked = browser::download("diagram-dark.svg", "image/svg+xml", &svg);
            told("Downloaded diagram-dark.svg.", refused)(worked);
        });
    };
    view! {
        <ul aria-label="Picture">
            <li class="menu-choices">
                <OneOf label="Size" all=SCALES chosen=scale/>
                <OneOf label="Theme" all=THEMES chosen=dark/>
            </li>
            <li>
                <MenuItem label="Download diagram.png" icon="i-export" end="picture" choose=download/>
            </li>
            <li>
                <MenuItem label="Copy picture" icon="i-copy" end="PNG" choose=copy/>
            </li>
            <li>
                <MenuItem label="Download dark diagram.svg" icon="i-export" choose=in_dark/>
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
        .into_any()
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

/// Hands the picture as an SVG to `done`; says so where the worker is lost.
fn drawn(state: State, dark: bool, done: impl FnOnce(String) + 'static) {
    let asked = state.load.asked.get_untracked().map(Box::new);
    let job = Job::Picture(Box::new(state.peek(Clone::clone)), state.today, asked, dark);
    state.with_text(job, "The picture".to_owned(), done);
}
