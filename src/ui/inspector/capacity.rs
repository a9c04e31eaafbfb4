//! The ACU range as a slider, and whether the writer pauses.

use leptos::prelude::*;

use crate::design::Edit;
use crate::editor::pausing::writer_pause;
use crate::editor::range::{End, Range, TRACK, position, stops, ticks};
use crate::ui::state::use_state;
use crate::ui::widgets::{Callout, Sentences, Thumb, TwoEndedRange};

/// Two thumbs over one track, the averages ticked above.
#[component]
pub(super) fn CapacityRange() -> impl IntoView {
    let state = use_state();
    let range =
        state.memo(|design| Range { min: design.cluster.min_capacity, max: design.cluster.max_capacity });
    let ticks = state.memo(|design| {
        let readers = (!design.cluster.readers.is_empty()).then(|| design.readers_acu());
        ticks(design.writer_acu(), readers)
    });
    let band = Signal::derive(move || {
        let Range { min, max } = range.get();
        (position(min.min(max)), position(min.max(max)))
    });
    let held = RwSignal::new(End::Min);
    let slide = move |end: End, edits: Vec<Edit>| state.slide(&end.field(), &edits);
    let press = move |place| {
        let range = range.get_untracked();
        let end = range.end_at(place);
        held.set(end);
        slide(end, range.dragged(end, place));
    };
    let drag = move |place| {
        let end = held.get_untracked();
        slide(end, range.get_untracked().dragged(end, place));
    };
    let leave = move |()| state.end_typing();
    let thumb = move |end: End, label: &'static str| {
        let now = Signal::derive(move || range.get().of(end));
        let key = move |key: String| match range.get_untracked().pressed(end, &key) {
            Some(edits) => {
                slide(end, edits);
                true
            }
            None => false,
        };
        view! {
            <Thumb
                label
                at=Signal::derive(move || position(now.get()))
                least="0"
                most="256"
                value=Signal::derive(move || now.get().to_string())
                unit="ACU"
                on_key=key
                on_blur=leave
            />
        }
        .into_any()
    };
    view! {
        <TwoEndedRange
            label="Capacity range"
            track=TRACK
            band
            stops=stops()
            ticks
            on_press=press
            on_drag=drag
            on_release=leave
        >
            {thumb(End::Min, "Minimum capacity")}
            {thumb(End::Max, "Maximum capacity")}
        </TwoEndedRange>
    }
}

/// Whether the writer pauses, and every reason why not.
#[component]
pub(super) fn WriterPause() -> impl IntoView {
    let said = use_state().memo(writer_pause);
    view! {
        <Callout icon="i-awake" title=Signal::derive(move || said.with(|(title, _)| title.clone()))>
            <Sentences lines=Signal::derive(move || said.with(|(_, lines)| lines.clone()))/>
        </Callout>
    }
}
