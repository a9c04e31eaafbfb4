//! An editor for named values: tags and cluster parameters.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};

use super::erase::{For, view};
use super::field::field_id;
use super::glyphs::Icon;
use super::state::use_state;

/// A list of keys with their values, and a row that adds one.
#[component]
pub fn Pairs(
    /// Heading.
    title: &'static str,
    /// What one of them is called.
    noun: &'static str,
    /// The keys there are.
    keys: fn(&Design) -> Vec<String>,
    /// The setting of a key.
    field: fn(String) -> Field,
) -> impl IntoView {
    let state = use_state();
    let list = state.memo(keys);
    let key = RwSignal::new(String::new());
    let add = move || {
        let name = key.get_untracked().trim().to_owned();
        if !name.is_empty() {
            state.edit(Edit::set(field(name), ""));
            key.set(String::new());
        }
    };
    let id = format!("new-{noun}");
    view! {
        <fieldset class="named">
            <legend>{title}</legend>
            <For each=move || list.get() key=String::clone let:name>
                {
                    let own = field(name.clone());
                    let id = field_id(&own);
                    let shown = own.clone();
                    let text = state.memo(move |design| shown.text(design));
                    let (typed, removed) = (own.clone(), own);
                    view! {
                        <div class="named-row">
                            <label for=id.clone()>{name.clone()}</label>
                            <span class="input">
                                <input
                                    id=id
                                    prop:value=move || text.get()
                                    on:change=move |event| state.edit(Edit::set(typed.clone(), event_target_value(&event)))
                                />
                            </span>
                            <button
                                class="button button--quiet button--icon"
                                aria-label=format!("Remove {noun} {name}")
                                on:click=move |_| state.edit(Edit::Reset(removed.clone()))
                            >
                                <Icon name="i-minus" />
                            </button>
                        </div>
                    }
                }
            </For>
            <div class="named-row">
                <label class="visually-hidden" for=id.clone()>{format!("Name of a new {noun}")}</label>
                <span class="input">
                    <input
                        id=id
                        placeholder=format!("new {noun}")
                        prop:value=move || key.get()
                        on:input=move |event| key.set(event_target_value(&event))
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                add();
                            }
                        }
                    />
                </span>
                <button class="button" on:click=move |_| add()>"Add"</button>
            </div>
        </fieldset>
    }
}
