//! Light, dark, or as the system has it; this browser remembers which.

use leptos::prelude::*;

use super::browser;
use super::erase::{effect, view};
use super::glyphs::Icon;

const KEY: &str = "aurora-designer.theme";

/// The button that goes from system to light to dark.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let theme = RwSignal::new(match browser::remembered(KEY).as_deref() {
        Some("light") => "light",
        Some("dark") => "dark",
        _ => "system",
    });
    effect(move || browser::set_theme(Some(theme.get()).filter(|theme| *theme != "system")));
    let next = move |_| {
        theme.update(|theme| {
            *theme = match *theme {
                "system" => "light",
                "light" => "dark",
                _ => "system",
            };
        });
        browser::remember(KEY, theme.get_untracked());
    };
    let label = move || format!("Theme: {}", theme.get());
    view! {
        <button type="button" class="button button--quiet button--icon" title=label aria-label=label on:click=next>
            <Icon name="i-theme" />
        </button>
    }
}
