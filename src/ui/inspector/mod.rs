//! The settings of the design in groups; the group of the selected part opens by itself.

mod groups;
mod instances;
mod prices;
mod regions;

pub use groups::group_body;

use leptos::prelude::*;

use crate::design::{Design, Field, Positions};

use super::browser::{El, Event, button, each, either, el, several, when};
use super::commands::reach;
use super::field::{field_id, setting_field};
use super::frame::use_frame;
use super::settings::{Group, Setting, every_setting, settings};
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

/// Settings whose label or name holds the words searched for; those with an editor of their own as ways to it.
pub fn hits(search: RwSignal<String>) -> El {
    let wanted = move || search.get().trim().to_ascii_lowercase();
    let found = move |design: &Design| {
        let (wanted, positions) = (wanted(), Positions::canonical(design));
        let all = Group::ALL.into_iter().flat_map(|group| settings(group, design));
        all.filter(|it| matches(it.label, &it.field, &wanted, &positions)).collect::<Vec<_>>()
    };
    let elsewhere = move |design: &Design| {
        let (wanted, positions) = (wanted(), Positions::canonical(design));
        let here = |group: Group, field: &Field| settings(group, design).iter().any(|it| it.field == *field);
        every_setting(design)
            .into_iter()
            .filter(|(group, label, field)| {
                matches(label, field, &wanted, &positions) && !here(*group, field)
            })
            .collect::<Vec<_>>()
    };
    let (state, frame) = (use_state(), use_frame());
    let way = move |(group, label, field): (Group, String, Field)| {
        let path = state.peek(|design| field.path(&Positions::canonical(design)));
        let id = field_id(&field);
        let words = el("span").set("class", "menu-words").child(label.as_str());
        button("menu-item")
            .on("click", move || reach(frame, group, id.clone()))
            .child(words.child(el("small").child(path.as_str())))
    };
    let key = |(_, _, field): &(Group, String, Field)| field_id(field);
    el("div")
        .set("class", "group-body")
        .set("role", "region")
        .set("aria-label", "Settings found")
        .child(when(
            move || state.with(found).is_empty() && state.with(elsewhere).is_empty(),
            || empty("No setting of that name."),
        ))
        .child(fields(found))
        .child(el("div").child(each(move || state.with(elsewhere), key, way)))
}

fn matches(label: &str, field: &Field, wanted: &str, positions: &Positions) -> bool {
    label.to_ascii_lowercase().contains(wanted) || field.path(positions).contains(wanted)
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
