//! The list of keys, and whether single ones mean anything.

use leptos::prelude::*;

use crate::ui::browser::{self, El, Event, button, el, several};
use crate::ui::use_state;

const KEY: &str = "aurora-designer.single-keys";

/// Every key, by where it works.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "Everywhere",
        &[
            ("Ctrl K", "Commands, settings, presets, rules"),
            ("Ctrl Enter in the list", "Show the place, change nothing"),
            ("Ctrl Z", "Undo"),
            ("Ctrl Shift Z, Ctrl Y", "Redo"),
            ("F8, Shift F8", "Next and previous problem"),
            ("[, ]", "Fold the outline, fold the settings"),
            ("?", "This list"),
            ("Escape", "Close a menu or a dialog, cancel a drag"),
        ],
    ),
    (
        "In the diagram",
        &[
            ("Arrows, Home, End", "Go to another part"),
            ("Enter", "Open its settings"),
            ("Alt Left, Alt Right", "Move an instance to another zone"),
            ("Alt Up, Alt Down", "Move a reader to another tier"),
            ("+, \u{2212}", "Next and previous maximum"),
            ("Delete", "Remove a reader, the proxy or a Region"),
            ("Shift 1, Ctrl 0", "Fit, 100 %"),
            ("Ctrl +, Ctrl \u{2212}", "Zoom in, zoom out"),
        ],
    ),
    (
        "Between panels",
        &[
            ("Arrows", "Move the edge by 16 pixels"),
            ("Home, End", "Smallest and largest"),
            ("Enter", "Fold the panel"),
        ],
    ),
];

/// Whether keys that are one letter or sign do something. Voice control types letters by mistake, so it can be off.
pub(super) fn single_keys() -> bool {
    browser::remembered(KEY).as_deref() != Some("off")
}

/// The list as it stands in its dialog.
pub fn shortcuts() -> El {
    let state = use_state();
    let keys = |text: &str| {
        let chord = |chord: &str| {
            let keys = chord.split(' ').map(|key| el("kbd").child(key));
            el("span").set("class", "chord").child(keys.collect::<Vec<_>>())
        };
        el("dt").child(text.split(", ").map(chord).collect::<Vec<_>>())
    };
    let section = |(title, rows): &(&str, &[(&str, &str)])| {
        let rows = rows.iter().map(|(text, what)| el("div").child(keys(text)).child(el("dd").child(*what)));
        el("section").child(el("h3").child(*title)).child(el("dl").child(rows.collect::<Vec<_>>()))
    };
    let single = el("input").set("type", "checkbox").checked(single_keys).hear("change", |event: Event| {
        browser::remember(KEY, if event_target_checked(&event) { "on" } else { "off" });
    });
    let close = button("button").on("click", move || state.asking.set(None)).child("Close");
    several()
        .child(el("h2").set("id", "dialog-title").child("Keyboard shortcuts"))
        .child(
            el("div")
                .set("class", "shortcuts")
                .set("tabindex", "0")
                .set("role", "group")
                .set("aria-label", "Keys")
                .child(KEYS.iter().map(section).collect::<Vec<_>>()),
        )
        .child(el("p").child("On a Mac, \u{2318} stands for Ctrl."))
        .child(
            el("label")
                .set("class", "check")
                .child(single)
                .child(el("span").child("Single keys such as ? and [ do something")),
        )
        .child(el("div").set("class", "acts").child(close))
}
