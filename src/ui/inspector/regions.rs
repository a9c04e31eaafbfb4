//! The secondaries of the Global Database, and the button that adds one.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::facts::regions::{REGIONS, Region};

use super::super::browser::{El, Event, each, el, live, several, when, words};
use super::super::field::option;
use super::super::glyphs::icon;
use super::super::settings::secondary;
use super::super::state::use_state;
use super::{empty, fields};

/// The fields of every secondary, then what adds one.
pub(super) fn secondaries() -> El {
    let count = use_state().memo(|design| design.secondaries().len());
    several()
        .child(when(
            move || count.get() == 0,
            || empty("One Region. A secondary Region makes this an Aurora Global Database."),
        ))
        .child(each(move || (0..count.get()).collect(), usize::to_string, secondary_fields))
        .child(another())
}

fn another() -> El {
    let state = use_state();
    let chosen = RwSignal::new(String::new());
    let free = state.memo(|design| {
        let taken = |code: &str| {
            code == design.region.code || design.secondaries().iter().any(|it| it.region.code == code)
        };
        REGIONS.iter().filter(|region| !taken(region.code)).map(|region| region.code).collect::<Vec<_>>()
    });
    // The first that is free until somebody chooses, and again once the chosen one is taken.
    let next = move || {
        let chosen = chosen.get();
        free.with(|free| free.iter().find(|code| **code == chosen).or(free.first()).copied())
    };
    let options = move || {
        let now = untrack(next);
        let options = free.get().into_iter().map(|code| option(code, code, Some(code) == now));
        several().child(options.collect::<Vec<_>>())
    };
    let add = move || {
        if let Some(region) = untrack(next).and_then(Region::find) {
            state.edit_and_tell(&[Edit::AddSecondary(region)], &format!("Added {}", region.code));
            chosen.set(String::new());
        }
    };
    let label = el("label").set("class", "visually-hidden").set("for", "add-region");
    let select = el("select")
        .set("class", "select")
        .set("id", "add-region")
        .child(live(options))
        .value(move || next().unwrap_or_default().to_owned())
        .hear("change", move |event: Event| chosen.set(event_target_value(&event)));
    el("div")
        .set("class", "buttons")
        .child(label.child("Region to add"))
        .child(select)
        .child(el("button").set("class", "button").on("click", add).child(icon("i-plus")).child("Region"))
}

fn secondary_fields(index: usize) -> El {
    let state = use_state();
    let title = state.memo(move |design| Field::SecondaryRegion(index).text(design));
    let remove = move || {
        let text = format!("Removed {}", title.get_untracked());
        state.edit_and_tell(&[Edit::RemoveSecondary(index)], &text);
    };
    el("fieldset")
        .set("class", "secondary")
        .child(el("legend").child(words(move || title.get())))
        .child(fields(move |design| secondary(index, design)))
        .child(
            el("button")
                .set("class", "button")
                .on("click", remove)
                .child(words(move || format!("Remove {}", title.get()))),
        )
}
