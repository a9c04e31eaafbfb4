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
use crate::ui::widgets::{Icon, Listing, ShowIf};

use difference::Difference;
use waiting::Waiting;

/// One file: its bar and its listing, once the worker has written it.
#[component]
pub fn Code(file: Listed) -> impl IntoView {
    let state = use_state();
    let now = state.worker.follow(move || file.job(state.get(), state.today));
    let opened = state.worker.follow(move || file.job(state.opened.get(), state.today));
    let there = Memo::new(move |_| now.with(is_text) && opened.with(is_text));
    view! {
        <ShowIf when=move || there.get() fallback=move || view! { <Waiting made=now/> }>
            <Written file now opened/>
        </ShowIf>
    }
}

const fn is_text(made: &Made) -> bool {
    matches!(made, Made::Here(Answer::Text(_)))
}

/// What the worker wrote; nothing for the moment between a file that is gone and the words that say so.
fn text(made: &Made) -> &str {
    match made {
        Made::Here(Answer::Text(text)) => text,
        Made::Here(_) | Made::Coming | Made::Lost(_) => "",
    }
}

/// The file as it is and as it was opened.
#[component]
fn Written(file: Listed, now: Signal<Made>, opened: Signal<Made>) -> impl IntoView {
    let state = use_state();
    let (product, name) = (file.product(), file.product().name());
    let compares = RwSignal::new(false);
    let last = StoredValue::new(now.with_untracked(|now| text(now).to_owned()));
    let blocks = Memo::new(move |_| {
        now.with(|now| {
            let blocks =
                opened.with(|opened| last.with_value(|last| blocks_after(text(now), text(opened), last)));
            last.set_value(text(now).to_owned());
            blocks
        })
    });
    let difference = Memo::new(move |_| {
        now.with(|now| {
            opened.with(|opened| {
                unified((&format!("a/{name}"), text(opened)), (&format!("b/{name}"), text(now)))
            })
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
            <ShowIf
                when=move || compares.get()
                fallback=move || view! { <Listing blocks language=file.language()/> }
            >
                <Difference difference/>
            </ShowIf>
        </div>
    }
}
