//! One card of the drawing.

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::whatif::Fate;
use crate::formats::diagram::{Node, Rect};
use crate::ui::widgets::{settle, whenever};

use super::board::{Board, node_id};
use super::events::adds;
use super::shapes::Shapes;

/// A card, by its key; only a card that changes is drawn anew.
#[component]
pub(super) fn Card(board: Board, key: String) -> impl IntoView {
    let state = board.state;
    let id = node_id(&key);
    let node = board.follow(key.clone());
    let key = StoredValue::new(key);
    let first = node.get_untracked();
    let part = RwSignal::new(first.as_ref().map_or(Part::Design, |node| node.part));
    let place = RwSignal::new(first.as_ref().map_or_else(Rect::default, |node| node.rect));
    let name = RwSignal::new(first.map(|node| node.label).unwrap_or_default());
    // Signals and no memos: what follows a memo is woken whenever the card is another, and of a card that is another an edit
    // leaves nearly everything as it was.
    whenever(move || {
        node.with(|node| {
            if let Some(node) = node {
                settle(part, &node.part);
                settle(place, &node.rect);
                settle(name, &node.label);
            }
        });
    });
    let fate = Memo::new(move |_| state.what_if.fate(part.get()).map(Fate::word));
    let label = move || {
        let fate = fate.get().map(|fate| format!(", {fate}")).unwrap_or_default();
        name.with(|name| format!("{name}{fate}"))
    };
    let shapes = Memo::new(move |_| node.with(|node| node.as_ref().map(Node::shapes).unwrap_or_default()));
    let selected = Memo::new(move |_| state.selected.get() == part.get());
    let picked = Memo::new(move |_| board.chosen.with(|chosen| chosen.picked().contains(&part.get())));
    let lit = Memo::new(move |_| state.lit.get() == Some(part.get()));
    let reachable = Memo::new(move |_| key.with_value(|key| board.reachable.with(|it| it == key)));
    // While it is carried it is drawn over everything else.
    let carried = Memo::new(move |_| {
        key.with_value(|key| board.carried.with(|it| it.as_ref().is_some_and(|(held, _)| held == key)))
    });
    view! {
        <g
            class="node"
            data-lit=move || lit.get()
            data-ghost=move || carried.get()
            data-fate=move || fate.get()
            data-picked=move || picked.get()
            on:click=move |event| state.choose(part.get_untracked(), adds(&event))
        >
            <g aria-hidden="true"><Shapes shapes/></g>
            // The button is an empty outline over the card: its name says what is on it, and nothing is said twice.
            <rect
                class="node-button"
                id=id
                role="button"
                rx="6"
                tabindex=move || if reachable.get() { "0" } else { "-1" }
                aria-label=label
                aria-current=move || selected.get().then_some("true")
                aria-pressed=move || picked.get().then_some("true")
                x=move || place.get().x
                y=move || place.get().y
                width=move || place.get().width
                height=move || place.get().height
                on:focus=move |_| board.met(key.get_value())
            />
        </g>
    }
}
