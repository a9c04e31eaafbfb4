//! Every rule to look up, also without a network: a list to search, and a page for each.

mod examples;
mod list;
mod page;

use leptos::prelude::*;

use crate::rules::{Rule, find};
use crate::ui::browser;
use crate::ui::state::use_state;
use crate::ui::widgets::live;

use list::RuleList;
use page::RulePage;

/// What of the list is looked for; it outlives a look at a page.
#[derive(Clone, Copy)]
struct Search {
    text: RwSignal<String>,
    topic: RwSignal<String>,
    /// The rule whose page is open.
    open: RwSignal<Option<&'static str>>,
}

impl Search {
    /// Opens a page and goes to its head, which a screen reader then reads.
    fn turn_to(self, rule: &'static Rule) {
        self.open.set(Some(rule.id));
        request_animation_frame(|| browser::focus("dialog-title"));
    }

    /// Back to the list, where it was.
    fn back(self) {
        let from = self.open.get_untracked();
        self.open.set(None);
        request_animation_frame(move || browser::focus(from.unwrap_or("rules-search")));
    }
}

/// The dialog: the page of a rule, or the list.
#[component]
pub fn Rulebook(first: Option<&'static str>) -> impl IntoView {
    let search = Search {
        text: RwSignal::new(String::new()),
        topic: RwSignal::new(String::new()),
        open: RwSignal::new(first),
    };
    let shown = move || match search.open.get().and_then(find) {
        Some(rule) => view! { <RulePage rule search/> }.into_any(),
        None => view! { <RuleList search/> }.into_any(),
    };
    view! { <div class="rulebook">{live(shown)}</div> }
}

/// The last row of the dialog.
#[component]
fn Acts() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="acts">
            <button type="button" class="button" on:click=move |_| state.asking.set(None)>"Close"</button>
        </div>
    }
}
