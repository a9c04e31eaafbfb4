//! An editor for named values: tags and cluster parameters.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};
use crate::editor::inspector::{field_id, new_id};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, TextInput};

use super::answers::Answers;
use super::messages::Findings;

/// What the pairs are.
#[derive(Clone, Copy)]
pub(super) struct Named {
    title: &'static str,
    noun: &'static str,
    names: fn(&Design) -> Vec<String>,
    field: fn(String) -> Field,
}

/// The user's own tags.
pub(super) const fn tags() -> Named {
    Named {
        title: "Tags",
        noun: "tag",
        names: |design| design.tags.keys().cloned().collect(),
        field: Field::Tag,
    }
}

/// The parameters of the cluster.
pub(super) const fn parameters() -> Named {
    Named {
        title: "Cluster parameters",
        noun: "parameter",
        names: |design| design.cluster.parameters.keys().cloned().collect(),
        field: Field::Parameter,
    }
}

/// A list of names with their values, and a row that adds one.
#[component]
pub(super) fn Pairs(of: Named) -> impl IntoView {
    let names = use_state().memo(of.names);
    view! {
        <fieldset class="named">
            <legend>{of.title}</legend>
            <ForRows each=move || names.get() key=Clone::clone let(name)>
                <Pair of name/>
            </ForRows>
            <NewPair of/>
        </fieldset>
    }
}

/// A name and its value.
#[component]
fn Pair(of: Named, name: String) -> impl IntoView {
    let state = use_state();
    let field = (of.field)(name.clone());
    let id = field_id(&field);
    let answers = Answers::of(field);
    let field = answers.field;
    view! {
        <div class="named-row">
            <label for=id.clone()>{name.clone()}</label>
            <TextInput
                id
                value=answers.text
                invalid=answers.invalid
                on_change=move |text: String| state.edit(Edit::set(field.get_value(), text))
            />
            <button
                type="button"
                class="button button--quiet button--icon"
                aria-label=format!("Remove {} {name}", of.noun)
                on:click=move |_| answers.reset()
            >
                <Icon name="i-minus"/>
            </button>
        </div>
        <Findings findings=answers.findings/>
    }
}

/// The row that adds a name.
#[component]
fn NewPair(of: Named) -> impl IntoView {
    let state = use_state();
    let name = RwSignal::new(String::new());
    let add = move || {
        let wanted = name.get_untracked().trim().to_owned();
        if !wanted.is_empty() {
            state.edit(Edit::set((of.field)(wanted), ""));
            name.set(String::new());
        }
    };
    let id = new_id(of.noun);
    view! {
        <div class="named-row">
            <label class="visually-hidden" for=id.clone()>{format!("Name of a new {}", of.noun)}</label>
            <TextInput
                id
                value=name
                placeholder=format!("new {}", of.noun)
                on_input=move |text| name.set(text)
                on_enter=move |()| add()
                on_escape=move |()| {
                    let typed = !name.with_untracked(String::is_empty);
                    name.set(String::new());
                    typed
                }
            />
            <button type="button" class="button" on:click=move |_| add()>"Add"</button>
        </div>
    }
}
