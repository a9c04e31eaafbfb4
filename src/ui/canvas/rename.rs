//! A name, written where it stands: on the card of the cluster, the proxy or a secondary Region.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;

use crate::design::Field;
use crate::editor::keys;
use crate::editor::view::pixels;
use crate::ui::browser;
use crate::ui::widgets::live;

use super::board::{Board, node_id};

/// The least width of the field, in CSS pixels.
const LEAST: f64 = 160.0;

/// The field, while a name is being written.
#[component]
pub(super) fn Rename(board: Board) -> impl IntoView {
    live(move || {
        let key = board.renaming.get()?;
        let (field, label) = keys::name_of(board.card(&key)?.part)?;
        Some(view! { <NameField board key field label/> }.into_any())
    })
}

#[component]
fn NameField(board: Board, key: String, field: Field, label: &'static str) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let before = board.state.peek(|design| field.text(design));
    let shown = before.clone();
    let id = StoredValue::new(node_id(&key));
    let card = board.follow(key);
    Effect::new(move || {
        if let Some(input) = input.get() {
            browser::select_all(&input);
        }
    });
    let keep = move || {
        // The field loses the focus once more when it goes.
        if board.renaming.get_untracked().is_none() {
            return;
        }
        board.renaming.set(None);
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        if let Some(change) = keys::renamed(&field, label, &before, &typed) {
            board.make(&change);
        }
    };
    let back = move || {
        let id = id.get_value();
        request_animation_frame(move || browser::focus(&id));
    };
    let left = keep.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        back();
        keep();
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            back();
            board.renaming.set(None);
        }
    };
    // Over the card, wherever the view has it.
    let place = Memo::new(move |_| {
        let rect = card.with(|node| node.as_ref().map(|node| node.rect)).unwrap_or_default();
        let view = board.viewport.lens();
        let (x, y) = view.outside((f64::from(rect.x), f64::from(rect.y)));
        (x, y, (f64::from(rect.width) * view.scale).max(LEAST))
    });
    view! {
        <form
            class="card-name"
            style:left=move || pixels(place.get().0)
            style:top=move || pixels(place.get().1)
            style:width=move || pixels(place.get().2)
            on:submit=submit
        >
            <input
                type="text"
                aria-label=label
                autocomplete="off"
                spellcheck="false"
                node_ref=input
                prop:value=shown
                on:blur=move |_| left()
                on:keydown=escape
            />
        </form>
    }
}
