//! The commands that deploy this very design, reach its database and watch it: each step to be copied, or all of them.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::formats::commands::{Step, one_text};
use crate::rules::Severity;
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::{ForRows, Icon, ShowIf};

use super::waiting::Waiting;

const BY_HAND: &str = "Select the commands and copy them.";

/// The bar and the steps.
#[component]
pub fn Deploy() -> impl IntoView {
    let state = use_state();
    let made = state.worker.follow(move || Job::Commands(Box::new(state.get())));
    let steps = Memo::new(move |_| {
        made.with(|made| match made {
            Made::Here(Answer::Commands(steps)) => steps.clone(),
            Made::Here(_) | Made::Coming | Made::Lost(_) => Vec::new(),
        })
    });
    let refused =
        Memo::new(move |_| state.findings.with(|all| all.iter().any(|it| it.severity == Severity::Error)));
    let copy_all = move |_| {
        state.copy(&steps.with_untracked(|steps| one_text(steps)), "all commands".to_owned(), BY_HAND);
    };
    view! {
        <ShowIf
            when=move || steps.with(|steps| !steps.is_empty())
            fallback=move || view! { <Waiting made/> }.into_any()
        >
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
                <ForRows each=move || steps.get() key=Clone::clone let:step>
                    <OneStep step/>
                </ForRows>
            </div>
        </ShowIf>
    }
}

#[component]
fn OneStep(step: Step) -> impl IntoView {
    let state = use_state();
    let Step { title, note, text } = step;
    let (copied, label) = (title.clone(), format!("Copy: {title}"));
    // A line that wraps hangs, so that it reads as the one command it is.
    let lines =
        text.lines().map(|line| view! { <span>{format!("{line}\n")}</span> }.into_any()).collect_view();
    view! {
        <section class="step">
            <div class="step-head">
                <h3>{title}</h3>
                <button
                    type="button"
                    class="button button--quiet button--icon push"
                    data-tip="Copy"
                    aria-label=label
                    on:click=move |_| state.copy(&text, copied.clone(), BY_HAND)
                >
                    <Icon name="i-copy"/>
                </button>
            </div>
            {note.map(|note| view! { <p class="step-note">{note}</p> }.into_any())}
            <pre><code>{lines}</code></pre>
        </section>
    }
}
