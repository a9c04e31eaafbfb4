//! The list of keys, and whether single ones mean anything.

use leptos::prelude::*;

use crate::editor::shortcuts::{KEYS, Shortcut};
use crate::ui::browser;
use crate::ui::state::use_state;

const KEY: &str = "aurora-designer.single-keys";

/// Whether keys that are one letter or sign do something. Voice control types letters by mistake, so it can be off.
pub(super) fn single_keys() -> bool {
    browser::remembered(KEY).as_deref() != Some("off")
}

/// The list as it stands in its dialog.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let state = use_state();
    let sections = KEYS.iter().map(|(title, rows)| {
        view! {
            <section>
                <h3>{*title}</h3>
                <dl>{rows.iter().map(|row| view! { <Row row/> }.into_any()).collect_view()}</dl>
            </section>
        }
        .into_any()
    });
    view! {
        <h2 id="dialog-title">"Keyboard shortcuts"</h2>
        <p>
            "Aurora Designer draws, checks and prices an Aurora Serverless v2 cluster, and writes the Terraform for it. "
            "Start with a preset, click a part, change its settings; the cost follows below. Nothing leaves this browser."
        </p>
        <div class="shortcuts" tabindex="0" role="group" aria-label="Keys">
            {sections.collect_view()}
        </div>
        <p>"On a Mac, \u{2318} stands for Ctrl."</p>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=single_keys()
                on:change:target=|event| {
                    browser::remember(KEY, if event.target().checked() { "on" } else { "off" });
                }
            />
            <span>"Single keys such as ? and [ do something"</span>
        </label>
        <div class="acts">
            <button type="button" class="button" on:click=move |_| state.asking.set(None)>
                "Close"
            </button>
        </div>
    }
}

#[component]
fn Row(row: &'static Shortcut) -> impl IntoView {
    let chords = row.chords.split(", ").map(|chord| {
        let keys = chord.split(' ').map(|key| view! { <kbd>{key}</kbd> }.into_any());
        view! { <span class="chord">{keys.collect_view()}</span> }.into_any()
    });
    view! {
        <div>
            <dt>{chords.collect_view()}</dt>
            <dd>{row.what}</dd>
        </div>
    }
}
