//! The exported files beside the diagram: numbered, colored, with what has changed since opening marked; and the
//! commands that deploy them.

mod deploy;
mod difference;
mod waiting;

pub use deploy::Deploy;

use leptos::prelude::*;

use crate::editor::jobs::Answer;
use crate::editor::listing::{Block, blocks_after};
use crate::editor::product::Listed;
use crate::formats::diff::unified;
use crate::ui::files::{copy, copy_text, download, refused};
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::{Icon, Listing};

use difference::Difference;
use waiting::Waiting;

/// One file: its bar and its listing, once the worker has written it.
#[component]
pub fn Code(file: Listed) -> impl IntoView {
    let state = use_state();
    let now = state.worker.follow(move || file.job(state.get(), state.today));
    let opened = state.worker.follow(move || file.job(state.opened.get(), state.today));
    let texts = Memo::new(move |_| Some((text(now.get())?, text(opened.get())?)));
    let there = Memo::new(move |_| texts.with(Option::is_some));
    let texts = Signal::derive(move || texts.get().unwrap_or_default());
    view! {
        <Show when=move || there.get() fallback=move || view! { <Waiting made=now/> }>
            <Written file texts/>
        </Show>
    }
}

fn text(made: Made) -> Option<String> {
    match made {
        Made::Here(Answer::Text(text)) => Some(text),
        Made::Here(Answer::Bytes(_) | Answer::Design(_)) | Made::Coming | Made::Lost(_) => None,
    }
}

/// The file as it is and as it was opened.
#[component]
fn Written(file: Listed, texts: Signal<(String, String)>) -> impl IntoView {
    let state = use_state();
    let (product, name) = (file.product(), file.product().name());
    let compares = RwSignal::new(false);
    let last = StoredValue::new(texts.with_untracked(|(text, _)| text.clone()));
    let blocks = Memo::new(move |_| {
        texts.with(|(text, opened)| {
            let blocks = last.with_value(|last| blocks_after(text, opened, last));
            last.set_value(text.clone());
            blocks
        })
    });
    let difference = Memo::new(move |_| {
        texts.with(|(text, opened)| {
            unified((&format!("a/{name}"), opened.as_str()), (&format!("b/{name}"), text.as_str()))
        })
    });
    let changed =
        Memo::new(move |_| match blocks.with(|all| all.iter().map(Block::changed).sum::<usize>()) {
            0 => None,
            1 => Some("1 line since opened".to_owned()),
            many => Some(format!("{many} lines since opened")),
        });
    let copy_shown = move |_| {
        if !compares.get_untracked() {
            copy(state, product);
        } else if !refused(state, product) {
            let instead = "The file can be downloaded.";
            difference.with_untracked(|diff| copy_text(state, diff, "the diff", instead));
        }
    };
    let label = move || {
        if compares.get() { format!("Diff of {name} since opened") } else { format!("{name}, read only") }
    };
    view! {
        <div class="codebar">
            <span>{name}</span>
            {move || changed.get().map(|words| view! { <span class="chip"><strong>"+"</strong>{words}</span> })}
            <button
                type="button"
                class="button button--small push"
                title="What changed since opened, as a diff"
                aria-pressed=move || compares.get().to_string()
                on:click=move |_| compares.update(|it| *it = !*it)
            >
                "Diff"
            </button>
            <button type="button" class="button button--small" on:click=copy_shown>
                <Icon name="i-copy"/>
                "Copy"
            </button>
            <button type="button" class="button button--small" on:click=move |_| download(state, product)>
                <Icon name="i-export"/>
                "Download"
            </button>
        </div>
        <div class="listing" tabindex="0" role="region" aria-label=label>
            <Show
                when=move || compares.get()
                fallback=move || view! { <Listing blocks language=file.language()/> }
            >
                <Difference difference/>
            </Show>
        </div>
    }
}
