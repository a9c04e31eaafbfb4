//! The name of the design, a button that becomes a field, and its environment.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use crate::design::{Edit, Environment, Field, Word as _};
use crate::ui::browser;
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, ShowIf, live};

/// Id of the button.
const NAME: &str = "design-name";

/// The name.
#[component]
pub(super) fn DesignName() -> impl IntoView {
    let state = use_state();
    let name = state.memo(|design| design.project_name.clone());
    let shown = move || name.with(|name| if name.is_empty() { "unnamed".to_owned() } else { name.clone() });
    let button = move || {
        view! {
            <button
                type="button"
                class="design-name"
                id=NAME
                title="Rename"
                aria-label=move || format!("Rename design {}", name.get())
                on:click=move |_| state.renaming.set(true)
            >
                {live(shown)}
            </button>
        }
        .into_any()
    };
    view! {
        <ShowIf when=move || state.renaming.get() fallback=button>
            <Rename name=name.get_untracked()/>
        </ShowIf>
    }
}

/// The field; Enter and leaving it keep what is in it, Escape does not.
#[component]
fn Rename(name: String) -> impl IntoView {
    let state = use_state();
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| browser::select_all(&field));
    let back = || request_animation_frame(|| browser::focus(NAME));
    let keep = move || {
        // A field that goes is left as well.
        if state.renaming.get_untracked()
            && let Some(field) = field.get_untracked()
        {
            state.edit(Edit::set(Field::ProjectName, field.value()));
            state.renaming.set(false);
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        keep();
        back();
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            state.renaming.set(false);
            back();
        }
    };
    view! {
        <form class="design-rename" on:submit=submit>
            <input
                type="text"
                aria-label="Name of the design"
                autocomplete="off"
                spellcheck="false"
                prop:value=name
                node_ref=field
                on:blur=move |_| keep()
                on:keydown=key
            />
        </form>
    }
}

/// The environment.
#[component]
pub(super) fn EnvironmentChip() -> impl IntoView {
    let state = use_state();
    let chosen = state.memo(|design| design.environment);
    let option = |(word, environment): &(&'static str, Environment)| {
        let (word, environment) = (*word, *environment);
        view! {
            <option value=word prop:selected=move || chosen.get() == environment>
                {word}
            </option>
        }
        .into_any()
    };
    view! {
        <label class="chip chip--select">
            <span class="visually-hidden">"Environment"</span>
            <select
                on:change:target=move |event| {
                    state.edit(Edit::set(Field::Environment, event.target().value()));
                }
            >
                {Environment::WORDS.iter().map(option).collect_view()}
            </select>
            <Icon name="i-down"/>
        </label>
    }
}
