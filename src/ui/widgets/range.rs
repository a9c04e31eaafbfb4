//! A slider with two thumbs over one track.

use leptos::prelude::*;

use super::{ForRows, live};

use crate::editor::range::Tick;
use crate::ui::browser::{self, KeyboardEvent, PointerEvent};

/// Pixels between the ends of the drawing and those of the track.
const INSET: u32 = 10;

/// The track with a band between two places of it, stops below and ticks above. Places are pixels from the track's left
/// end; the children are its [`Thumb`]s.
#[component]
pub fn TwoEndedRange(
    /// Its name.
    label: &'static str,
    /// Length of the track, in pixels of the drawing.
    track: u32,
    /// Both ends of the band, the lower one first.
    #[prop(into)]
    band: Signal<(u32, u32)>,
    /// Marks below the track and their labels.
    stops: Vec<(u32, String)>,
    /// Marks above the track.
    #[prop(into)]
    ticks: Signal<Vec<Tick>>,
    /// Hears where the pointer comes down.
    #[prop(into)]
    on_press: Callback<u32>,
    /// Hears where the pointer is, once it is down.
    #[prop(into)]
    on_drag: Callback<u32>,
    /// Hears that the pointer is up.
    #[prop(into)]
    on_release: Callback<()>,
    children: Children,
) -> impl IntoView {
    let width = track + 2 * INSET;
    let down = RwSignal::new(false);
    let place = move |event: &PointerEvent| {
        let across = browser::across(event)? * f64::from(width) - f64::from(INSET);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held inside the track first"
        )]
        let place = across.min(f64::from(track)).max(0.0).round() as u32;
        Some(place)
    };
    let press = move |event: PointerEvent| {
        if let Some(place) = place(&event) {
            browser::capture(&event);
            down.set(true);
            on_press.run(place);
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some(place) = place(&event).filter(|_| down.get_untracked()) {
            on_drag.run(place);
        }
    };
    let release = move |_| {
        down.set(false);
        on_release.run(());
    };
    let stop = |(at, label): (u32, String)| {
        view! {
            <rect class="range-stop" x=at + INSET y="48" width="1" height="4"></rect>
            <text x=at + INSET y="66" text-anchor="middle">{label}</text>
        }
        .into_any()
    };
    view! {
        <div class="range">
            <svg
                viewBox=format!("0 0 {width} 76")
                role="group"
                aria-label=label
                on:pointerdown=press
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=release
            >
                <rect class="range-track" rx="2" x=INSET y="38" width=track height="4"></rect>
                <rect
                    class="range-band"
                    x=move || (band.get().0 + INSET).to_string()
                    y="38"
                    width=move || { let (from, to) = band.get(); to.saturating_sub(from).to_string() }
                    height="4"
                ></rect>
                {stops.into_iter().map(stop).collect_view()}
                // Known by their places, so that one that moves makes no new row.
                <ForRows each=move || 0..ticks.with(Vec::len) key=|nth| *nth let(nth)>
                    {live(move || ticks.with(|ticks| ticks.get(nth).map(mark)))}
                </ForRows>
                {children()}
            </svg>
        </div>
    }
}

fn mark(tick: &Tick) -> impl IntoView + use<> {
    view! {
        <path class="range-typ" d=format!("M{} 30V45", tick.at + INSET)></path>
        <text class="range-name" x=tick.label_at + INSET y="24" text-anchor=tick.anchor.word()>
            {tick.label.clone()}
        </text>
    }
}

/// An end of a [`TwoEndedRange`].
#[component]
pub fn Thumb(
    /// Its name.
    label: &'static str,
    /// Its place on the track.
    #[prop(into)]
    at: Signal<u32>,
    /// The smallest value.
    least: &'static str,
    /// The largest value.
    most: &'static str,
    /// Its value as a number.
    #[prop(into)]
    value: Signal<String>,
    /// The unit of the value.
    unit: &'static str,
    /// Answers a key; returns whether it meant something here.
    #[prop(into)]
    on_key: Callback<String, bool>,
    /// Hears that the focus leaves.
    #[prop(into)]
    on_blur: Callback<()>,
) -> impl IntoView {
    let across = move || at.get() + INSET;
    let key = move |event: KeyboardEvent| {
        if on_key.run(event.key()) {
            event.prevent_default();
        }
    };
    view! {
        <g
            class="thumb"
            role="slider"
            tabindex="0"
            aria-label=label
            aria-valuemin=least
            aria-valuemax=most
            aria-valuenow=value
            aria-valuetext=move || format!("{} {unit}", value.get())
            on:keydown=key
            on:blur=move |_| on_blur.run(())
        >
            // Each has its place: a group that moves has the browser arrange the layers of the page anew.
            <circle class="thumb-hit" r="14" cx=across cy="40"></circle>
            <circle r="8" cx=across cy="40"></circle>
        </g>
    }
}
