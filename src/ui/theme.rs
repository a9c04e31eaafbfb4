//! Light, dark, or as the system has it; this browser remembers which.

use leptos::prelude::*;

use super::browser::{self, El, button};
use super::erase::effect;
use super::glyphs::icon;

const KEY: &str = "aurora-designer.theme";

/// The button that goes from system to light to dark.
pub fn theme_button() -> El {
    let theme = RwSignal::new(match browser::remembered(KEY).as_deref() {
        Some("light") => "light",
        Some("dark") => "dark",
        _ => "system",
    });
    effect(move || browser::set_theme(Some(theme.get()).filter(|theme| *theme != "system")));
    let next = move || {
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
    button("button button--quiet button--icon")
        .bind("title", label)
        .bind("aria-label", label)
        .on("click", next)
        .child(icon("i-theme"))
}
