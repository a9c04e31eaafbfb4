//! The play head: a moment of the picture, which moves the gauges of the drawing.

use std::time::Duration;

use leptos::prelude::*;

use crate::editor::load::Play;
use crate::ui::browser;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::ShowIf;

use super::sheet::shown;

/// Between two moments while it plays.
const BEAT: Duration = Duration::from_millis(80);

/// Where the head is, kept beside the picture.
#[derive(Clone, Copy)]
struct At(RwSignal<usize>);

/// The line in the picture.
#[component]
pub(super) fn Head() -> impl IntoView {
    let state = use_state();
    let x =
        Memo::new(move |_| state.load.played.with(Option::is_some).then(|| state.load.head.get()).flatten());
    move || x.get().map(|x| view! { <path class="load-head" d=format!("M{x} 14V184")></path> }.into_any())
}

/// The slider, and a button that moves it where motion is wanted.
#[component]
pub(super) fn PlayHead() -> impl IntoView {
    let state = use_state();
    let plays = shown(state, |sheet| sheet.plays.clone());
    let at = At(RwSignal::new(0));
    let still = browser::matches("(prefers-reduced-motion: reduce)");
    let beat = StoredValue::new(None::<IntervalHandle>);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        if let Some(beat) = beat.try_update_value(Option::take).flatten() {
            beat.clear();
        }
        let _gone = is_playing.try_set(false);
    };
    on_cleanup(move || {
        stop();
        let _gone = state.load.played.try_set(None);
    });
    let forward = move || {
        let next = at.0.get_untracked() + 1;
        if plays.with_untracked(|plays| next < plays.len()) {
            go(state, plays, at, next);
        } else {
            stop();
        }
    };
    let play = move |_| {
        if is_playing.get_untracked() {
            stop();
            return;
        }
        if plays.with_untracked(|plays| at.0.get_untracked() + 1 >= plays.len()) {
            go(state, plays, at, 0);
        }
        is_playing.set(true);
        beat.set_value(set_interval_with_handle(forward, BEAT).ok());
    };
    let words = move || plays.with(|plays| plays.get(at.0.get()).map_or_else(String::new, said));
    view! {
        <div class="load-playing">
            <ShowIf when=move || !still.get()>
                <button
                    type="button"
                    class="button button--small"
                    aria-pressed=move || is_playing.get().to_string()
                    on:click=play
                >
                    {move || if is_playing.get() { "Pause" } else { "Play" }}
                </button>
            </ShowIf>
            <input
                type="range"
                id="load-play-head"
                aria-label="Play head"
                min="0"
                max=move || plays.with(|plays| plays.len().saturating_sub(1)).to_string()
                prop:value=move || at.0.get().to_string()
                aria-valuetext=words
                on:input:target=move |event| {
                    stop();
                    go(state, plays, at, event.target().value().parse().unwrap_or(0));
                }
            />
            <output>{words}</output>
        </div>
    }
}

fn go(state: State, plays: Memo<Vec<Play>>, at: At, place: usize) {
    let play = plays.with_untracked(|plays| plays.get(place).cloned());
    if let Some(play) = play {
        at.0.set(place);
        state.load.head.set(Some(play.x));
        state.load.played.set(Some(play.halves));
    }
}

/// `day 1, 09:00: 12, 8 ACU on plan`.
fn said(play: &Play) -> String {
    let acus: Vec<String> =
        play.halves.iter().map(|halves| crate::facts::Acu::halves(*halves).to_string()).collect();
    format!("{}: {} ACU on plan", play.when, acus.join(", "))
}
