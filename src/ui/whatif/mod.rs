//! The panel "What if": something is switched off, and here is what is left. While it is there the drawing shows what is
//! lost.

use leptos::ev;
use leptos::prelude::*;

use crate::editor::whatif::{choices, first_choice};
use crate::formats::document::Block;
use crate::simulate::whatif::Loss;
use crate::ui::browser;
use crate::ui::signs::Document;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon};

/// The panel.
#[component]
pub fn WhatIf() -> impl IntoView {
    let state = use_state();
    let what_if = state.what_if;
    state.follow_loss(first_choice(state.selected.get_untracked()));
    on_cleanup(move || what_if.end());
    let escape = window_event_listener(ev::keydown, move |event| {
        let asked = state.asking.with_untracked(Option::is_some);
        if event.key() == "Escape" && !event.default_prevented() && !asked && !browser::typing() {
            event.prevent_default();
            state.leave_what_if();
        }
    });
    on_cleanup(move || escape.remove());
    let all = state.memo(choices);
    let title = Memo::new(move |_| {
        what_if.sheet.with(|sheet| match sheet {
            None => "Asking\u{2026}".to_owned(),
            Some(Ok(sheet)) => sheet.title.clone(),
            Some(Err(why)) => format!("This was not answered: {why}"),
        })
    });
    let page = Memo::new(move |_| {
        what_if.sheet.with(|sheet| match sheet {
            Some(Ok(sheet)) => sheet.page.clone(),
            _ => Vec::<Block>::new(),
        })
    });
    let choice = move |(loss, name): (Loss, String)| {
        view! {
            <button
                type="button"
                class="button button--small"
                aria-pressed=move || (what_if.loss.get() == Some(loss)).to_string()
                on:click=move |_| what_if.loss.set(Some(loss))
            >
                {name}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="what-if">
            <div class="what-if-head">
                <span id="what-if-lost">"Switch off"</span>
                <div class="what-if-choices" role="group" aria-labelledby="what-if-lost">
                    <ForRows each=move || all.get() key=|(_, name)| name.clone() children=choice/>
                </div>
                <button type="button" class="button button--small push" on:click=move |_| state.leave_what_if()>
                    <Icon name="i-close"/>
                    "Leave"
                </button>
            </div>
            <p class="what-if-title" role="status">{title}</p>
            <Document page/>
        </div>
    }
}
