//! The diagram on the page: drawn, panned, zoomed, walked by keys and edited in place.
//!
//! What is drawn is data of [`crate::formats::diagram`]; what a hand and a key do is decided in [`crate::editor`]. Here
//! are the elements, and [`board::Board`] that carries events there and acts on the answers.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "handles of Leptos' are Copy and handed on by value; what closures keep of a board are single handles"
)]

mod board;
mod card;
mod carry;
mod events;
mod foot;
mod gauge;
mod ground;
mod rename;
mod several;
mod shapes;

use leptos::children::ViewFn;
use leptos::html::Div;
use leptos::prelude::*;

use crate::editor::hand::Kind;
use crate::ui::browser;
use crate::ui::widgets::{Coming, ForRows, Piece, ShowIf};

use board::{Board, DRAWING};
use card::Card;
use carry::{Bin, Ghost, Goals};
use foot::Foot;
use gauge::{Aim, GaugeEnds, Played};
use ground::{Frames, Lines, Slots, Ties, Zones};
use rename::Rename;
use several::{Marquee, Several};

const KEYS: &str = " Arrow keys move between the parts, Enter opens one, F2 renames it, Alt with arrows moves an instance to another zone or tier, plus and minus change the maximum, Delete removes. Shift with the space bar selects several, the menu key shows what can be done.";

/// The drawing with its legend, its zoom and what shows while it is edited.
#[component]
pub fn Canvas(
    /// What stands under the drawing on paper, where it has no panels: the bill.
    #[prop(optional, into)]
    on_paper: Option<ViewFn>,
) -> impl IntoView {
    let board = Board::new();
    let viewport = board.viewport;
    let place = NodeRef::<Div>::new();
    let drawing = Coming::expect();
    Effect::new(move || {
        if let Some(place) = place.get() {
            browser::watch_size(&place, move |size| {
                // The browser may report once more after the place is gone, and then there is nobody to tell.
                if viewport.size.try_get_untracked().is_some_and(|before| before != size) {
                    viewport.size.set(size);
                }
                if size.0 == 0.0 {
                    // There is no room to draw in, so nothing waits for a drawing.
                    drawing.here();
                }
            });
        }
    });
    Effect::new(move || {
        if viewport.is_known() {
            viewport.extent.set(board.diagram.with(|it| (it.width, it.height)));
        }
    });
    events::follow_window(board);
    let known = move || viewport.is_known();
    let form = move || if viewport.is_whole() { "phone" } else { "wide" };
    let about =
        Memo::new(
            move |_| {
                if known() { board.diagram.with(|it| it.description.clone()) } else { String::new() }
            },
        );
    view! {
        <div class="canvas" node_ref=place data-form=form>
            <Drawing board coming=drawing/>
            <Piece>
                <p class="visually-hidden" id="diagram-about">{about}{KEYS}</p>
                <Foot board/>
                <Ghost board/>
                <Aim board/>
                <Bin board/>
                <Marquee board/>
                <Several board/>
                <Rename board/>
                <Paper board under=on_paper.clone()/>
            </Piece>
        </div>
    }
}

/// Everything in SVG. It is drawn once its place has been measured, so that it is laid out in one form and not in two.
#[component]
fn Drawing(
    board: Board,
    /// Waits for what is drawn.
    coming: Coming,
) -> impl IntoView {
    let viewport = board.viewport;
    let title = Memo::new(move |_| {
        if viewport.is_known() { board.diagram.with(|it| it.title.clone()) } else { String::new() }
    });
    // On a phone the drawing is as tall as it must be and scrolls with the page; on paper it is as wide as the paper.
    let whole = Memo::new(move |_| viewport.is_whole() || board.paper.get());
    let view_box = move || {
        whole.get().then(|| viewport.extent.get()).map(|(width, height)| format!("0 0 {width} {height}"))
    };
    let transform = move || (!whole.get()).then(|| viewport.view.get().transform());
    let dragging = Memo::new(move |_| board.is_dragging());
    view! {
        <svg
            class="diagram"
            id=DRAWING
            tabindex="-1"
            role="group"
            aria-label=move || title.get()
            aria-describedby="diagram-about"
            viewBox=view_box
            data-dragging=move || dragging.get()
            on:pointerdown=move |event| events::pointer(board, Kind::Press, &event)
            on:pointermove=move |event| {
                events::pointer(board, Kind::Move, &event);
                events::hover(board, &event);
            }
            on:pointerup=move |event| events::pointer(board, Kind::Release, &event)
            on:pointercancel=move |event| events::pointer(board, Kind::Cancel, &event)
            on:lostpointercapture=move |event| events::lost(board, &event)
            on:pointerleave=move |_| board.point(None)
            on:click=move |event| events::click(board, &event)
            on:contextmenu=move |event| events::menu(board, &event)
            on:dblclick=move |event| events::double_click(board, &event)
            on:wheel=move |event| events::wheel(board, &event)
            on:keydown=move |event| events::key(board, &event)
        >
            <g transform=transform>
                // In tasks of their own: the browser may tell the size in the middle of a frame.
                <ShowIf when=move || viewport.is_known()>
                    <Piece first=true>
                        <Frames board/>
                        <Zones board/>
                        <Slots board/>
                        <Lines board/>
                    </Piece>
                    <Piece first=true>
                        <ForRows each=move || board.keys.get() key=String::clone let:key>
                            <Card board key/>
                        </ForRows>
                        <Ties board/>
                    </Piece>
                    <Piece>
                        <g aria-hidden="true"><Goals board/><Played board/><GaugeEnds board/></g>
                    </Piece>
                    {coming.here()}
                </ShowIf>
            </g>
        </svg>
    }
}

/// What stands under the drawing while the page is printed.
#[component]
fn Paper(board: Board, under: Option<ViewFn>) -> impl IntoView {
    under.map(|under| {
        let under = StoredValue::new(under);
        let title = move || board.diagram.with_untracked(|it| format!("{}: a month", it.title));
        view! {
            <ShowIf when=move || board.paper.get()>
                <section class="paper"><h2>{title()}</h2>{under.with_value(ViewFn::run)}</section>
            </ShowIf>
        }
        .into_any()
    })
}
