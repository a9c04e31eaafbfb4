//! Several instances at once: the rectangle that selects them, and what says how many they are.

use leptos::prelude::*;

use crate::editor::selection::Selection;
use crate::editor::view::pixels;
use crate::ui::browser;
use crate::ui::widgets::{Icon, live};

use super::board::{Board, DRAWING};

/// The rectangle, while it is drawn.
#[component]
pub(super) fn Marquee(board: Board) -> impl IntoView {
    live(move || {
        let ((x, y), (to_x, to_y)) = board.marquee.get()?;
        let (left, top) = browser::corner(DRAWING).unwrap_or_default();
        Some(
            view! {
                <div
                    class="marquee"
                    aria-hidden="true"
                    style:left=pixels(x.min(to_x) - left)
                    style:top=pixels(y.min(to_y) - top)
                    style:width=pixels((x - to_x).abs())
                    style:height=pixels((y - to_y).abs())
                ></div>
            }
            .into_any(),
        )
    })
}

/// How many are selected, and the way to what can be done with them.
#[component]
pub(super) fn Several(board: Board) -> impl IntoView {
    let state = board.state;
    let words = Memo::new(move |_| board.chosen.with(|it| it.is_many().then(|| it.words())));
    let menu = move |event: browser::MouseEvent| {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        state.open_menu(state.selected.get_untracked(), String::new(), at);
    };
    let clear = move |_| state.pick(&Selection::one(state.selected.get_untracked()));
    view! {
        <div class="picks" role="status">
            {live(move || {
                let words = words.get()?;
                Some(view! {
                    <span>{format!("{words} selected")}</span>
                    <button type="button" class="button button--small" aria-haspopup="menu" on:click=menu>
                        "Change all"
                    </button>
                    <button
                        type="button"
                        class="button button--quiet button--icon button--small"
                        data-tip="Select one \u{b7} Escape"
                        aria-label="Select one"
                        on:click=clear
                    >
                        <Icon name="i-close"/>
                    </button>
                }.into_any())
            })}
        </div>
    }
}
