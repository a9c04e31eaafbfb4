//! The menu on a part of the drawing or on a row of the outline.

use leptos::ev::{self, FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use crate::editor::commands::{Command, menu};
use crate::editor::view::pixels;
use crate::ui::browser::{self, Step};
use crate::ui::state::{Spot, State, use_state};
use crate::ui::widgets::{Icon, live};

use super::run::run;

/// Whatever menu is asked for; it is made when it opens.
#[component]
pub fn PartMenu() -> impl IntoView {
    let state = use_state();
    live(move || state.picks.menu.get().map(|spot| view! { <Open spot/> }.into_any()))
}

#[component]
fn Open(spot: Spot) -> impl IntoView {
    let state = use_state();
    let before = browser::holder();
    let place = NodeRef::<html::Div>::new();
    let close = move || state.picks.menu.set(None);
    let outside = move |target| place.get_untracked().is_some_and(|place| !browser::holds(&place, target));
    let listener = window_event_listener(ev::pointerdown, move |event| {
        if outside(event.target()) {
            close();
        }
    });
    on_cleanup(move || listener.remove());
    // A menu takes the focus a frame after it is there; until then the key comes to what had it.
    let early = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            close();
        }
    });
    on_cleanup(move || early.remove());
    let left = move |event: FocusEvent| {
        let target = event.related_target();
        if target.is_some() && outside(target) {
            close();
        }
    };
    place.on_load(|place| {
        request_animation_frame(move || {
            browser::step_focus(&place, ".menu-item", Step::First);
        });
    });
    let groups = untrack(|| {
        let chosen = state.chosen();
        state.peek(|design| state.findings.with(|found| menu(design, found, &chosen, &spot.key, spot.part)))
    });
    let [x, y] = <[f64; 2]>::from(spot.at).map(pixels);
    // As tall as its entries, so that it is moved up before it is seen where the window ends.
    let row = if state.frame.phone.get_untracked() { "2.75rem" } else { "2rem" };
    let entries: usize = groups.iter().map(Vec::len).sum();
    let gaps = groups.len();
    let held = before.clone();
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => Step::Next,
            "ArrowUp" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" | "Tab" => {
                event.prevent_default();
                event.stop_propagation();
                close();
                held.focus();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(place) = place.get_untracked() {
            browser::step_focus(&place, ".menu-item", step);
        }
    };
    let item = |command: Command| entry(state, command, before.clone());
    let group = |all: Vec<Command>| {
        view! { <div role="group">{all.into_iter().map(item).collect_view()}</div> }.into_any()
    };
    view! {
        <section aria-label="Menu of a part">
        <div
            class="menu part-menu"
            role="menu"
            aria-label="What can be done with it"
            style:left=format!("min({x}, 100vw - 18rem)")
            style:top=format!("max(0.5rem, min({y}, 100dvh - {entries} * {row} - {gaps} * 0.6rem - 0.75rem))")
            node_ref=place
            on:keydown=key
            on:focusout=left
            on:contextmenu=|event| event.prevent_default()
        >
            {groups.into_iter().map(group).collect_view()}
        </div>
        </section>
    }
}

fn entry(state: State, command: Command, before: browser::Holder) -> AnyView {
    let symbol = command.symbol();
    let Command { label, end, act, .. } = command;
    let choose = move |_| {
        state.picks.menu.set(None);
        before.focus();
        let act = act.clone();
        request_animation_frame(move || {
            run(state, act);
            // What had the focus may be gone by that.
            request_animation_frame(|| {
                if browser::focus_is_lost() {
                    browser::focus("node-writer");
                }
            });
        });
    };
    view! {
        <button type="button" role="menuitem" class="menu-item" tabindex="-1" on:click=choose>
            <Icon name=symbol/>
            <span class="menu-words">{label}</span>
            <span class="end">{end}</span>
        </button>
    }
    .into_any()
}
