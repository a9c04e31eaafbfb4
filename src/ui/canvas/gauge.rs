//! The ends of the selected card's gauge, and one of them in the hand with what it would set and cost.

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::aim::{self, Pull, Range};
use crate::editor::view::{shift, stretched};
use crate::facts::Acu;
use crate::formats::diagram::{Gauge, Node, Rect, gauge_position};
use crate::ui::browser;
use crate::ui::widgets::{ShowIf, live};

use super::board::Board;

/// The ends, to be taken. Their twin for the keyboard is the inspector's slider.
#[component]
pub(super) fn GaugeEnds(board: Board) -> impl IntoView {
    let gauge = Memo::new(move |_| {
        let part = board.state.selected.get();
        let busy = board.carried.with(Option::is_some) || board.pull.with(Option::is_some);
        if busy || !matches!(part, Part::Instance(_)) {
            return None;
        }
        board.diagram.with(|it| it.nodes.iter().find(|node| node.part == part)?.gauge)
    });
    view! {
        <ShowIf when=move || gauge.with(Option::is_some)>
            <End gauge end="min" along=|gauge| gauge.min/>
            <End gauge end="max" along=|gauge| gauge.max/>
        </ShowIf>
    }
}

/// One end, which only moves while somebody types.
#[component]
fn End(gauge: Memo<Option<Gauge>>, end: &'static str, along: fn(Gauge) -> i32) -> impl IntoView {
    let knob =
        Memo::new(move |_| gauge.get().map_or_else(Rect::default, |gauge| aim::knob(gauge, along(gauge))));
    let middle = move || knob.get().center().y;
    view! {
        <g class="gauge-handle" data-end=end>
            <rect class="gauge-hit" x=move || knob.get().x - 8 y=move || middle() - 12 width="24" height="24"/>
            <rect
                class="gauge-knob"
                x=move || knob.get().x
                y=move || knob.get().y
                width=move || knob.get().width
                height=move || knob.get().height
                rx="3"
            />
        </g>
    }
}

/// What the play head of the load is at, on every instance's gauge.
#[component]
pub(super) fn Played(board: Board) -> impl IntoView {
    let played = board.state.load.played;
    move || {
        played.with(|halves| {
            let halves = halves.as_ref()?;
            let marks = board.diagram.with(|it| {
                let mark = |node: &Node| {
                    let Part::Instance(place) = node.part else { return None };
                    let Rect { x, y, width, height } = node.gauge?.track;
                    let acu = Acu::halves(*halves.get(place)?);
                    let along = gauge_position(acu.as_decimal(), width.unsigned_abs());
                    Some(
                        view! {
                            <rect
                                class="gauge-played"
                                x=x
                                y=y
                                width=along
                                height=height
                                rx="3"
                            />
                        }
                        .into_any(),
                    )
                };
                it.nodes.iter().filter_map(mark).collect_view()
            });
            Some(marks)
        })
    }
}

/// The gauge as the hand would have it, and the reading beside its end.
#[component]
pub(super) fn Aim(board: Board) -> impl IntoView {
    view! {
        <ShowIf when=move || board.pull.with(Option::is_some)>
            <Piece board class="aim-track" place=Pull::track/>
            <Piece board class="aim-band" place=Pull::band/>
            <Piece board class="aim-knob" place=|pull: &Pull| pull.knobs()[0]/>
            <Piece board class="aim-knob" place=|pull: &Pull| pull.knobs()[1]/>
            <Reading board/>
        </ShowIf>
    }
}

/// A piece that only moves and stretches, which paints nothing anew.
#[component]
fn Piece(board: Board, class: &'static str, place: fn(&Pull) -> Rect) -> impl IntoView {
    let place = Memo::new(move |_| board.pull.with(|pull| pull.as_ref().map(place)).unwrap_or_default());
    let view = board.lens();
    let way = move || {
        let Rect { x, y, width, height } = place.get();
        let corner = view.outside((f64::from(x), f64::from(y)));
        stretched(corner, (f64::from(width) * view.scale, f64::from(height) * view.scale))
    };
    view! { <i class=class style:transform=way></i> }
}

#[component]
fn Reading(board: Board) -> impl IntoView {
    let range = Memo::new(move |_| board.pull.with(|pull| pull.as_ref().map(|pull| pull.now)));
    let shown = paced(range);
    let capacity = move || shown.get().map(aim::capacity);
    let cost = move || {
        let range = shown.get()?;
        board.state.peek(|design| aim::cost(design, range, board.state.today))
    };
    let (view, width) = (board.lens(), board.viewport.size.get_untracked().0);
    let way = move || {
        let (x, y) =
            board.pull.with(|pull| pull.as_ref().map_or((0.0, 0.0), |pull| pull.reading_place(view, width)));
        shift(x, y)
    };
    view! {
        <div class="reading" aria-hidden="true" style:transform=way>
            <strong>{live(capacity)}</strong>
            <span>{live(cost)}</span>
        </div>
    }
}

/// A range that is followed no faster than somebody reads.
fn paced(range: Memo<Option<Range>>) -> RwSignal<Option<Range>> {
    let shown = RwSignal::new(range.get_untracked());
    let (waiting, later) = (StoredValue::new(false), browser::Later::new());
    Effect::new(move || {
        range.track();
        if !waiting.get_value() {
            waiting.set_value(true);
            later.run(aim::PACE, move || {
                waiting.set_value(false);
                shown.set(range.get_untracked());
            });
        }
    });
    shown
}
