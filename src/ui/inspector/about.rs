//! What is known of a setting, in place below it: what it is, and AWS' facts about it with their sources.

use leptos::prelude::*;

use crate::design::Field;
use crate::editor::about::{Known, row_of};
use crate::editor::jobs::{Answer, Job};
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, ShowIf, live};

/// The button beside the name in the spec.
#[component]
pub(super) fn AboutButton(
    /// What people call the setting.
    label: &'static str,
    open: RwSignal<bool>,
) -> impl IntoView {
    let says = format!("What is {label}?");
    view! {
        <button
            type="button"
            class="button button--quiet button--icon about-button"
            data-tip=says.clone()
            aria-label=says
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon name="s-note"/>
        </button>
    }
}

/// What the button opens.
#[component]
pub(super) fn About(#[prop(into)] field: StoredValue<Field>, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <ShowIf when=move || open.get()>
            <Facts field/>
        </ShowIf>
    }
}

/// The worker knows the facts; until it says them, what the setting is stands alone.
#[component]
fn Facts(field: StoredValue<Field>) -> impl IntoView {
    let state = use_state();
    let facts = RwSignal::new(None::<Vec<Known>>);
    state.worker.ask(Job::About(field.with_value(row_of)), move |answer| match answer {
        Ok(Answer::About(known)) => {
            // The place may be closed again.
            let _gone = facts.try_set(Some(known));
        }
        Ok(_) => {}
        Err(lost) => state.tell_lost("The facts", lost),
    });
    let list = move || {
        facts.get().map(|all| {
            let none =
                all.is_empty().then(|| view! { <p>"No rule rests on a fact about it."</p> }.into_any());
            view! { {none}<ul>{all.into_iter().map(row).collect_view()}</ul> }.into_any()
        })
    };
    view! {
        <div class="about" role="note">
            <p>{field.with_value(Field::help)}</p>
            {live(list)}
        </div>
    }
}

fn row(known: Known) -> AnyView {
    let Known { sentence, source } = known;
    let source = if source.starts_with("https://") {
        view! { <a href=source target="_blank" rel="noopener">"Source"</a> }.into_any()
    } else {
        source.into_any()
    };
    view! { <li>{sentence}" "{source}</li> }.into_any()
}
