//! An editor for named values: tags and cluster parameters.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};

use super::browser::{El, Event, KeyboardEvent, each, el};
use super::field::field_id;
use super::glyphs::icon;
use super::state::use_state;

/// A list of keys with their values, and a row that adds one: the heading, what one of them is called, the keys there
/// are, and the setting of a key.
pub fn pairs(
    title: &'static str,
    noun: &'static str,
    keys: fn(&Design) -> Vec<String>,
    field: fn(String) -> Field,
) -> El {
    let list = use_state().memo(keys);
    el("fieldset")
        .set("class", "named")
        .child(el("legend").child(title))
        .child(each(move || list.get(), String::clone, move |name| pair(noun, &name, field(name.clone()))))
        .child(new_pair(noun, field))
}

fn pair(noun: &str, name: &str, field: Field) -> El {
    let state = use_state();
    let id = field_id(&field);
    let field = StoredValue::new(field);
    let text = state.memo(move |design| field.with_value(|field| field.text(design)));
    let input = el("input").set("id", &id).value(move || text.get()).hear("change", move |event: Event| {
        state.edit(Edit::set(field.get_value(), event_target_value(&event)));
    });
    let remove = el("button")
        .set("class", "button button--quiet button--icon")
        .set("aria-label", &format!("Remove {noun} {name}"))
        .on("click", move || state.edit(Edit::Reset(field.get_value())))
        .child(icon("i-minus"));
    el("div")
        .set("class", "named-row")
        .child(el("label").set("for", &id).child(name))
        .child(el("span").set("class", "input").child(input))
        .child(remove)
}

fn new_pair(noun: &str, field: fn(String) -> Field) -> El {
    let state = use_state();
    let key = RwSignal::new(String::new());
    let add = move || {
        let name = key.get_untracked().trim().to_owned();
        if !name.is_empty() {
            state.edit(Edit::set(field(name), ""));
            key.set(String::new());
        }
    };
    let id = format!("new-{noun}");
    let label = el("label").set("class", "visually-hidden").set("for", &id);
    let input = el("input")
        .set("id", &id)
        .set("placeholder", &format!("new {noun}"))
        .value(move || key.get())
        .hear("input", move |event: Event| key.set(event_target_value(&event)))
        .hear("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                add();
            }
        });
    el("div")
        .set("class", "named-row")
        .child(label.child(format!("Name of a new {noun}")))
        .child(el("span").set("class", "input").child(input))
        .child(el("button").set("class", "button").on("click", add).child("Add"))
}
