//! The ACU range as a slider with two thumbs, on the scale that every gauge of the page has.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::facts::{Acu, Decimal};
use crate::formats::diagram::{STOPS, gauge_acu, gauge_position};

use super::browser::{self, El, KeyboardEvent, PointerEvent, el, live, several, svg};
use super::erase::Memo;
use super::state::{State, use_state};

const WIDTH: u32 = 296;
const INSET: u32 = 10;
const TRACK: u32 = WIDTH - 2 * INSET;

fn x(capacity: Acu) -> u32 {
    INSET + gauge_position(capacity.as_decimal(), TRACK)
}

/// The edits that move one end; the other is pushed, never crossed.
fn moved(field: &Field, to: Acu, state: State) -> Vec<Edit> {
    let (min, max) =
        state.with_untracked(|design| (design.cluster.min_capacity, design.cluster.max_capacity));
    // The lowest maximum there is is 1 ACU (ACU-04).
    let to = if *field == Field::MaxCapacity { to.max(Acu::whole(1)) } else { to };
    let mut edits = vec![Edit::set(field.clone(), to)];
    if *field == Field::MinCapacity && to > max {
        edits.push(Edit::set(Field::MaxCapacity, to));
    }
    if *field == Field::MaxCapacity && to < min {
        edits.push(Edit::set(Field::MinCapacity, to));
    }
    edits
}

/// The capacity after a key, `None` for a key that means nothing here.
fn stepped(key: &str, now: Acu) -> Option<Acu> {
    let halves = now.as_halves();
    let stop_above = || STOPS.iter().copied().find(|stop| *stop > halves).map(Acu::halves);
    let stop_below = || STOPS.iter().rev().copied().find(|stop| *stop < halves).map(Acu::halves);
    match key {
        "ArrowRight" | "ArrowUp" => Some(Acu::halves((halves + 1).min(512))),
        "ArrowLeft" | "ArrowDown" => Some(Acu::halves(halves.saturating_sub(1))),
        "PageUp" => stop_above(),
        "PageDown" => stop_below(),
        "Home" => Some(Acu::ZERO),
        "End" => Some(Acu::whole(256)),
        _ => None,
    }
}

/// Two thumbs over one track, the averages ticked above.
pub fn capacity_range() -> El {
    let state = use_state();
    let range = state.memo(|design| (design.cluster.min_capacity, design.cluster.max_capacity));
    let averages =
        state.memo(|design| (design.writer_acu(), design.readers_acu(), design.cluster.readers.is_empty()));
    let band = move || {
        let (min, max) = range.get();
        (x(min.min(max)), x(min.max(max)))
    };
    let drawing = svg("svg")
        .set("viewBox", &format!("0 0 {WIDTH} 76"))
        .set("role", "group")
        .set("aria-label", "Capacity range");
    let drawing = draggable(drawing, range)
        .child(
            bar("range-track").set("rx", "2").set("x", &INSET.to_string()).set("width", &TRACK.to_string()),
        )
        .child(
            bar("range-band")
                .bind("x", move || band().0.to_string())
                .bind("width", move || (band().1 - band().0).to_string()),
        )
        .child(STOPS.iter().copied().map(stop).collect::<Vec<_>>())
        .child(live(move || ticks(averages.get())))
        .child(thumb(Field::MinCapacity, "Minimum capacity", move || range.get().0))
        .child(thumb(Field::MaxCapacity, "Maximum capacity", move || range.get().1));
    el("div").set("class", "range").child(drawing)
}

/// The drawing, with the thumb nearest to the pointer following it.
fn draggable(drawing: El, range: Memo<(Acu, Acu)>) -> El {
    let state = use_state();
    let dragged = RwSignal::new(None::<Field>);
    let under = move |event: &PointerEvent| {
        let across = browser::across(event)? * f64::from(WIDTH) - f64::from(INSET);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held inside the track first"
        )]
        let position = across.clamp(0.0, f64::from(TRACK)).round() as u32;
        Some((position, gauge_acu(position, TRACK)))
    };
    let down = move |event: PointerEvent| {
        let Some((position, to)) = under(&event) else { return };
        let (min, max) = range.get_untracked();
        let far = |capacity: Acu| (x(capacity) - INSET).abs_diff(position);
        let nearer_max = far(max) < far(min) || (far(max) == far(min) && to > max);
        let field = if nearer_max { Field::MaxCapacity } else { Field::MinCapacity };
        browser::capture(&event);
        slide(state, &field, to);
        dragged.set(Some(field));
    };
    let dragging = move |event: PointerEvent| {
        if let (Some(field), Some((_, to))) = (dragged.get_untracked(), under(&event)) {
            slide(state, &field, to);
        }
    };
    let up = move || {
        dragged.set(None);
        state.end_typing();
    };
    drawing
        .hear("pointerdown", down)
        .hear("pointermove", dragging)
        .on("pointerup", up)
        .on("pointercancel", up)
}

fn slide(state: State, field: &Field, to: Acu) {
    state.slide(field, &moved(field, to, state));
}

fn thumb(field: Field, label: &str, capacity: impl Fn() -> Acu + Copy + 'static) -> El {
    let state = use_state();
    let key = move |event: KeyboardEvent| {
        if let Some(to) = stepped(&event.key(), untrack(capacity)) {
            event.prevent_default();
            slide(state, &field, to);
        }
    };
    svg("g")
        .set("class", "thumb")
        .set("role", "slider")
        .set("tabindex", "0")
        .set("aria-label", label)
        .set("aria-valuemin", "0")
        .set("aria-valuemax", "256")
        .bind("aria-valuenow", move || capacity().to_string())
        .bind("aria-valuetext", move || format!("{} ACU", capacity()))
        .bind("transform", move || format!("translate({} 40)", x(capacity())))
        .hear("keydown", key)
        .on("blur", move || state.end_typing())
        .child(svg("circle").set("class", "thumb-hit").set("r", "14"))
        .child(svg("circle").set("r", "8"))
}

/// A piece of the track.
fn bar(class: &str) -> El {
    svg("rect").set("class", class).set("y", "38").set("height", "4")
}

/// A mark below the track with its capacity, given in halves of an ACU.
fn stop(halves: u32) -> El {
    let stop = Acu::halves(halves);
    let at = x(stop).to_string();
    let mark = svg("rect").set("class", "range-stop").set("x", &at).set("y", "48");
    let number = svg("text").set("x", &at).set("y", "66").set("text-anchor", "middle");
    several().child(mark.set("width", "1").set("height", "4")).child(number.child(stop.to_string()))
}

/// The typical averages; labels leave their ticks outwards so that neighbors never meet, and join where they are close.
fn ticks((writer, readers, alone): (Decimal, Decimal, bool)) -> El {
    let place = |average| INSET + gauge_position(average, TRACK);
    let (at_writer, at_readers) = (place(writer), place(readers));
    let labels: Vec<(u32, String, &'static str)> = if alone {
        vec![(at_writer, format!("writer {writer}"), "middle")]
    } else if at_writer.abs_diff(at_readers) <= 8 {
        vec![(at_writer, format!("writer and readers {writer}"), "middle")]
    } else if at_writer < at_readers {
        vec![
            (at_writer, format!("writer {writer}"), "end"),
            (at_readers, format!("readers {readers}"), "start"),
        ]
    } else {
        vec![
            (at_readers, format!("readers {readers}"), "end"),
            (at_writer, format!("writer {writer}"), "start"),
        ]
    };
    let ticks = labels.into_iter().map(|(at, text, anchor)| {
        // A label in the middle must not leave the drawing at its ends.
        let at_text = if anchor == "middle" { at.clamp(64, WIDTH - 64) } else { at };
        let tick = svg("path").set("class", "range-typ").set("d", &format!("M{at} 30V45"));
        let name = svg("text").set("class", "range-name").set("x", &at_text.to_string()).set("y", "24");
        several().child(tick).child(name.set("text-anchor", anchor).child(text))
    });
    several().child(ticks.collect::<Vec<_>>())
}
