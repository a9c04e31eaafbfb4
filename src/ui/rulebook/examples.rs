//! What a rule's two examples show, as the worker tells it: what to do, both as specs, what is said of the bad one, and
//! a button that opens each.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::listing::Language;
use crate::editor::rule_page::{Example, RulePage};
use crate::rules::Rule;
use crate::ui::signs::{ChangeTable, Missing};
use crate::ui::state::{Made, State, use_state};
use crate::ui::widgets::{Listing, live};

#[component]
pub(super) fn Shown(rule: &'static Rule) -> impl IntoView {
    let state = use_state();
    let made = state.worker.follow(|| Job::RulePage(rule.id.to_owned()));
    let shown = move || {
        made.with(|made| match made {
            Made::Here(Answer::RulePage(Some(page))) => told(state, rule, page),
            Made::Here(_) | Made::Coming => view! { <p role="status">"Loading\u{2026}"</p> }.into_any(),
            Made::Lost(lost) => {
                let retry = move || state.worker.retry();
                view! { <Missing what="This and the examples were not loaded" lost=*lost retry/> }.into_any()
            }
        })
    };
    view! {
        <h3>"What to do"</h3>
        {live(shown)}
    }
}

/// The safe fix in the words of the bad example, what parts it from the good one, and both.
fn told(state: State, rule: &'static Rule, page: &RulePage) -> AnyView {
    let rows = page.rows();
    let table = (!rows.is_empty()).then(|| {
        view! { <ChangeTable caption="From the bad example to the good one" heads=["Bad", "Good"] rows/> }
            .into_any()
    });
    let silent = ["The rule finds nothing.".to_owned()];
    view! {
        <p>{page.remedy.clone()}</p>
        {table}
        <h3>"Examples"</h3>
        <div class="rule-examples">
            {example(state, rule, ["bad", "Bad"], &page.said, &page.bad)}
            {example(state, rule, ["good", "Good"], &silent, &page.good)}
        </div>
    }
    .into_any()
}

fn example(
    state: State,
    rule: &'static Rule,
    [name, title]: [&str; 2],
    said: &[String],
    Example { design, listing }: &Example,
) -> AnyView {
    let opened = format!("Opened the {name} example of {}.", rule.id);
    let design = design.clone();
    let open = move |_| {
        state.asking.set(None);
        state.replace(design.as_ref().clone(), Vec::new());
        state.tell(opened.clone(), true);
    };
    let blocks = Signal::stored(listing.clone());
    view! {
        <section aria-label=format!("{title} example")>
            <h4>{title.to_owned()}</h4>
            <ul class="rule-said">
                {said.iter().map(|message| view! { <li>{message.clone()}</li> }.into_any()).collect_view()}
            </ul>
            <div
                class="listing"
                tabindex="0"
                role="region"
                aria-label=format!("The {name} example, read only")
            >
                <Listing blocks language=Language::Yaml/>
            </div>
            <button type="button" class="button button--small" on:click=open>
                {format!("Open the {name} example")}
            </button>
        </section>
    }
    .into_any()
}
