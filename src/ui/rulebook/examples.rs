//! A rule's two examples as specs, what is said of the bad one, and a button that opens each.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::editor::listing::{Language, blocks};
use crate::editor::queue::Lost;
use crate::editor::rulebook::said;
use crate::rules::Rule;
use crate::ui::state::use_state;
use crate::ui::widgets::{Listing, live};

#[component]
pub(super) fn Examples(rule: &'static Rule) -> impl IntoView {
    view! {
        <h3>"Examples"</h3>
        <div class="rule-examples">
            <Example rule bad=true/>
            <Example rule bad=false/>
        </div>
    }
}

#[component]
fn Example(rule: &'static Rule, bad: bool) -> impl IntoView {
    let state = use_state();
    let (name, title, make): (_, _, fn() -> Design) =
        if bad { ("bad", "Bad", rule.bad) } else { ("good", "Good", rule.good) };
    let text = RwSignal::new(None::<Result<String, Lost>>);
    state.worker.ask(Job::Yaml(Box::new(make())), move |answer| {
        // The page of the rule may have been left.
        let _gone = text.try_set(match answer {
            Ok(Answer::Text(text)) => Some(Ok(text)),
            Ok(_) => None,
            Err(lost) => Some(Err(lost)),
        });
    });
    let listing = move || match text.get() {
        Some(Ok(text)) => {
            let blocks = Signal::stored(blocks(&text));
            view! { <Listing blocks language=Language::Yaml/> }.into_any()
        }
        Some(Err(lost)) => format!("This example was not written: {}", lost.sentence()).into_any(),
        None => "Loading\u{2026}".into_any(),
    };
    let open = move |_| {
        state.asking.set(None);
        state.replace(make(), Vec::new());
        state.tell(format!("Opened the {name} example of {}.", rule.id), true);
    };
    let messages = if bad { said(rule) } else { vec!["The rule finds nothing.".to_owned()] };
    view! {
        <section aria-label=format!("{title} example")>
            <h4>{title}</h4>
            <ul class="rule-said">
                {messages.into_iter().map(|message| view! { <li>{message}</li> }.into_any()).collect_view()}
            </ul>
            <div
                class="listing"
                tabindex="0"
                role="region"
                aria-label=format!("The {name} example, read only")
            >
                {live(listing)}
            </div>
            <button type="button" class="button button--small" on:click=open>
                {format!("Open the {name} example")}
            </button>
        </section>
    }
}
