//! The commands that deploy this very design, reach its database and watch it: each step to be copied, or all of them.

use leptos::prelude::*;

use crate::formats::commands::{self, Step};
use crate::rules::Severity;
use crate::ui::files::copy_text;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, ShowIf};

const BY_HAND: &str = "Select the commands and copy them.";

/// The bar and the steps.
#[component]
pub fn Deploy() -> impl IntoView {
    let state = use_state();
    let steps = state.memo(commands::commands);
    let refused =
        Memo::new(move |_| state.findings.with(|all| all.iter().any(|it| it.severity == Severity::Error)));
    let copy_all = move |_| copy_text(state, &state.peek(commands::script), "all commands", BY_HAND);
    view! {
        <div class="codebar">
            <span>"In the folder of main.tf"</span>
            <button type="button" class="button button--small push" on:click=copy_all>
                <Icon name="i-copy"/>
                "Copy all"
            </button>
        </div>
        <div class="steps" tabindex="0" role="region" aria-label="Deployment commands">
            <ShowIf when=move || refused.get()>
                <p class="step-note">
                    "This design has errors, so main.tf is not handed out. Fix them, then run these commands."
                </p>
            </ShowIf>
            <ForRows each=move || steps.get() key=|step| (step.title, step.note, step.text.clone()) let:step>
                <OneStep step/>
            </ForRows>
        </div>
    }
}

#[component]
fn OneStep(step: Step) -> impl IntoView {
    let state = use_state();
    let Step { title, note, text } = step;
    // A line that wraps hangs, so that it reads as the one command it is.
    let lines = text.lines().map(|line| view! { <span>{format!("{line}\n")}</span> }).collect_view();
    view! {
        <section class="step">
            <div class="step-head">
                <h3>{title}</h3>
                <button
                    type="button"
                    class="button button--quiet button--icon push"
                    data-tip="Copy"
                    aria-label=format!("Copy: {title}")
                    on:click=move |_| copy_text(state, &text, title, BY_HAND)
                >
                    <Icon name="i-copy"/>
                </button>
            </div>
            {note.map(|note| view! { <p class="step-note">{note}</p> })}
            <pre><code>{lines}</code></pre>
        </section>
    }
}
