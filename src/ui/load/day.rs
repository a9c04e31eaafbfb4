//! The day that is drawn by hand: 24 bars that a pointer drags and keys move.

use leptos::prelude::*;

use crate::editor::load::{Day, Given, Hand};
use crate::ui::browser::{self, KeyboardEvent, PointerEvent};
use crate::ui::state::{Load, use_state};

/// Units of the drawing: an hour is 10 wide, the whole 100 high.
const HOUR: usize = 10;
const HEIGHT: u32 = 100;

/// The drawing.
#[component]
pub(super) fn DrawnDay() -> impl IntoView {
    let load = use_state().load;
    let held = StoredValue::new(false);
    let grab = move |event: PointerEvent| {
        if event.button() == 0 {
            browser::capture(&event);
            held.set_value(true);
            at_pointer(load, &event);
        }
    };
    let drag = move |event: PointerEvent| {
        if held.get_value() {
            at_pointer(load, &event);
        }
    };
    let release = move |_: PointerEvent| {
        held.set_value(false);
        play(load);
    };
    let top = move || load.drawn.with(|day| day.map(|it| format!("up to {} ACU", it.top)));
    view! {
        <div class="load-day">
            <svg
                viewBox="0 0 240 100"
                preserveAspectRatio="none"
                role="group"
                aria-label="Wanted ACU by the hour; arrow keys move an hour's point"
                on:pointerdown=grab
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=release
            >
                {(0..24).map(|hour| view! { <Hour hour/> }.into_any()).collect_view()}
            </svg>
            <p class="load-day-axis" aria-hidden="true">
                <span>"0:00"</span>
                <span>"12:00"</span>
                <span>"24:00"</span>
            </p>
            <p>"Drag the points: what a day wants, " {top} "."</p>
        </div>
    }
}

#[component]
fn Hour(hour: usize) -> impl IntoView {
    let load = use_state().load;
    let day = load.drawn;
    let height = move || day.with(|day| day.map_or(0, |day| day.height(hour) * HEIGHT / 1000));
    let figure = move || day.with(|day| day.and_then(|day| day.hours.get(hour).copied()).unwrap_or_default());
    let top = move || day.with(|day| day.map_or_else(String::new, |day| day.top.to_string()));
    let press = move |event: KeyboardEvent| {
        if let Some(hand) = Day::key(&event.key()) {
            event.prevent_default();
            day.update(|day| *day = day.map(|it| it.after(hour, hand)));
            play(load);
        }
    };
    view! {
        <g
            class="load-hour"
            role="slider"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=format!("{hour}:00")
            aria-valuemin="0"
            aria-valuemax=top
            aria-valuenow=move || figure().to_string()
            aria-valuetext=move || format!("{} ACU", figure())
            on:keydown=press
        >
            <rect class="load-hour-hit" x=hour * HOUR width=HOUR height=HEIGHT></rect>
            <rect
                class="load-hour-bar"
                x=hour * HOUR + 1
                width=HOUR - 2
                y=move || HEIGHT - height()
                height=height
            ></rect>
            <rect
                class="load-hour-point"
                x=hour * HOUR + 1
                width=HOUR - 2
                y=move || HEIGHT.saturating_sub(height() + 2)
                height="4"
            ></rect>
        </g>
    }
}

fn at_pointer(load: Load, event: &PointerEvent) {
    let Some((across, up)) = browser::across_and_up(event) else { return };
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a share in thousandths, which the state machine bounds"
    )]
    let hand = Hand::At((across * 1000.0) as i32, (up * 1000.0) as i32);
    load.drawn.update(|day| *day = day.map(|it| it.after(0, hand)));
}

/// Plays what was drawn.
fn play(load: Load) {
    if let Some(day) = load.drawn.get_untracked() {
        load.take(Given::Drawn(day.hours));
    }
}
