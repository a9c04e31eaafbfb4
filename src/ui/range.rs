//! The ACU range as a slider with two thumbs, on the scale that every gauge of the page has.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::facts::Acu;
use crate::formats::diagram::{STOPS, gauge_acu, gauge_position};

use super::browser;
use super::erase::view;
use super::state::{State, use_state};

const WIDTH: u32 = 296;
const INSET: u32 = 10;
const TRACK: u32 = WIDTH - 2 * INSET;

fn x(capacity: Acu) -> u32 {
    INSET + gauge_position(capacity.as_decimal(), TRACK)
}

/// The edits that move one end; the other is pushed, never crossed.
pub(super) fn moved(field: &Field, to: Acu, state: State) -> Vec<Edit> {
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
#[component]
pub fn CapacityRange() -> impl IntoView {
    let state = use_state();
    let range = state.memo(|design| (design.cluster.min_capacity, design.cluster.max_capacity));
    let averages =
        state.memo(|design| (design.writer_acu(), design.readers_acu(), design.cluster.readers.is_empty()));
    let dragged = RwSignal::new(None::<Field>);
    let slide = move |field: &Field, to: Acu| state.slide(field, &moved(field, to, state));
    let under = move |event: &leptos::ev::PointerEvent| {
        let across = browser::across(event)? * f64::from(WIDTH) - f64::from(INSET);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held inside the track first"
        )]
        let position = across.clamp(0.0, f64::from(TRACK)).round() as u32;
        Some((position, gauge_acu(position, TRACK)))
    };
    let down = move |event: leptos::ev::PointerEvent| {
        let Some((position, to)) = under(&event) else { return };
        let (min, max) = range.get_untracked();
        let far = |capacity: Acu| (x(capacity) - INSET).abs_diff(position);
        let nearer_max = far(max) < far(min) || (far(max) == far(min) && to > max);
        let field = if nearer_max { Field::MaxCapacity } else { Field::MinCapacity };
        browser::capture(&event);
        slide(&field, to);
        dragged.set(Some(field));
    };
    let dragging = move |event: leptos::ev::PointerEvent| {
        if let (Some(field), Some((_, to))) = (dragged.get_untracked(), under(&event)) {
            slide(&field, to);
        }
    };
    let up = move |_| {
        dragged.set(None);
        state.end_typing();
    };
    let thumb = move |field: Field, label: &'static str| {
        let capacity = {
            let of_min = field == Field::MinCapacity;
            move || if of_min { range.get().0 } else { range.get().1 }
        };
        let keyed = field.clone();
        let shift = move || format!("translate({} 40)", x(capacity()));
        let now = move || capacity().to_string();
        let words = move || format!("{} ACU", capacity());
        let key = move |event: leptos::ev::KeyboardEvent| {
            if let Some(to) = stepped(&event.key(), capacity()) {
                event.prevent_default();
                slide(&keyed, to);
            }
        };
        view! {
            <g
                class="thumb"
                role="slider"
                tabindex="0"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax="256"
                aria-valuenow=now
                aria-valuetext=words
                transform=shift
                on:keydown=key
                on:blur=move |_| state.end_typing()
            >
                <circle class="thumb-hit" r="14"></circle>
                <circle r="8"></circle>
            </g>
        }
    };
    let band = move || {
        let (min, max) = range.get();
        (x(min.min(max)), x(min.max(max)))
    };
    let stops = STOPS.iter().copied().map(Acu::halves).map(|stop| {
        let at = x(stop);
        view! {
            <rect class="range-stop" x=at y="48" width="1" height="4"></rect>
            <text x=at y="66" text-anchor="middle">{stop.to_string()}</text>
        }
    });
    view! {
        <div class="range">
            <svg
                viewBox=format!("0 0 {WIDTH} 76")
                role="group"
                aria-label="Capacity range"
                on:pointerdown=down
                on:pointermove=dragging
                on:pointerup=up
                on:pointercancel=up
            >
                <rect class="range-track" x=INSET y="38" width=TRACK height="4" rx="2"></rect>
                <rect class="range-band" x=move || band().0 y="38" width=move || band().1 - band().0 height="4"></rect>
                {stops.collect_view()}
                {move || ticks(averages.get())}
                {thumb(Field::MinCapacity, "Minimum capacity")}
                {thumb(Field::MaxCapacity, "Maximum capacity")}
            </svg>
        </div>
    }
}

/// The typical averages; labels leave their ticks outwards so that neighbors never meet, and join where they are close.
fn ticks((writer, readers, alone): (crate::facts::Decimal, crate::facts::Decimal, bool)) -> impl IntoView {
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
    labels
        .into_iter()
        .map(|(at, text, anchor)| {
            // A label in the middle must not leave the drawing at its ends.
            let at_text = if anchor == "middle" { at.clamp(64, WIDTH - 64) } else { at };
            view! {
                <path class="range-typ" d=format!("M{at} 30V45")></path>
                <text class="range-name" x=at_text y="24" text-anchor=anchor>{text}</text>
            }
        })
        .collect_view()
}
