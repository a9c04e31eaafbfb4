//! The settings of the design in groups; the group of the selected part opens by itself.

mod groups;
mod instances;
mod prices;
mod regions;

pub use groups::group_body;

use leptos::prelude::*;

use crate::design::{Design, Positions};

use super::browser::{El, Event, each, either, el, several, when};
use super::field::{field_id, setting_field};
use super::settings::{Group, Setting, settings};
use super::state::use_state;

/// Every setting of the design.
pub fn inspector() -> El {
    let state = use_state();
    let search = RwSignal::new(String::new());
    let input = el("input")
        .set("id", "settings-search")
        .set("class", "search-input")
        .set("type", "search")
        .set("placeholder", "Search settings")
        .value(move || search.get())
        .hear("input", move |event: Event| search.set(event_target_value(&event)));
    let label = el("label").set("class", "visually-hidden").set("for", "settings-search");
    let body = either(
        move || search.with(|search| search.trim().is_empty()),
        || several().child(Group::ALL.map(groups::group_section).to_vec()),
        move || state.panels.shown(move |panels| (panels.hits)(search)),
    );
    several()
        .child(el("div").set("class", "inspector-search").child(label.child("Search settings")).child(input))
        .child(el("div").set("class", "inspector-body").child(body))
}

/// Settings whose label, name or value holds the words searched for.
pub fn hits(search: RwSignal<String>) -> El {
    let found = move |design: &Design| {
        let wanted = search.get().trim().to_lowercase();
        let positions = Positions::canonical(design);
        let all = Group::ALL.into_iter().flat_map(|group| settings(group, design));
        let matches = |setting: &Setting| {
            setting.label.to_lowercase().contains(&wanted) || setting.field.path(&positions).contains(&wanted)
        };
        all.filter(matches).collect::<Vec<_>>()
    };
    let state = use_state();
    el("div")
        .set("class", "group-body")
        .set("role", "region")
        .set("aria-label", "Settings found")
        .child(when(move || state.with(found).is_empty(), || empty("No setting of that name.")))
        .child(fields(found))
}

/// The fields of settings that depend on the design: they appear and vanish, and those that stay are left alone.
fn fields(list: impl Fn(&Design) -> Vec<Setting> + 'static) -> El {
    let state = use_state();
    each(move || state.with(&list), |setting| field_id(&setting.field), setting_field)
}

/// A quiet sentence where there is nothing to show.
fn empty(text: &str) -> El {
    el("p").set("class", "empty").child(text)
}
