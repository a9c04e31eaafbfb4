//! What the design is compared with, and how another base is chosen.

use leptos::prelude::*;

use crate::formats::link;
use crate::ui::files::read_other;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Icon, ShowIf};

/// The name of the base and the ways to another one.
#[component]
pub(super) fn Against() -> impl IntoView {
    let state = use_state();
    let compare = state.compare;
    let name = move || {
        compare.base.with(|base| {
            base.as_ref().map_or_else(
                || "the design as it was opened or last shared".to_owned(),
                |base| base.name.clone(),
            )
        })
    };
    let set = move |_| {
        state.compare_with("the base that was set here", state.peek(Clone::clone));
        state.tell("This design is the base now: every change says what it does to it.", false);
    };
    view! {
        <div class="compare-base">
            <span>"Compared with " <strong>{name}</strong></span>
            <button type="button" class="button button--small" on:click=set>
                "Set as base"
            </button>
            <button type="button" class="button button--small" on:click=move |_| read_other(state)>
                <Icon name="i-open"/>
                "Compare with a file"
            </button>
            <input
                type="text"
                class="compare-link"
                placeholder="Paste a link to compare with"
                aria-label="Link to compare with"
                on:change:target=move |event| take_link(state, &event.target().value())
            />
            <ShowIf when=move || compare.has_base()>
                <button
                    type="button"
                    class="button button--quiet button--small"
                    on:click=move |_| state.forget_base()
                >
                    "Forget the base"
                </button>
            </ShowIf>
        </div>
    }
}

fn take_link(state: State, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let (design, notices) = link::decode(text);
    state.notices.set(notices.into_iter().map(|notice| notice.message).collect());
    state.compare_with(format!("the link of {}", design.project_name), design);
}
