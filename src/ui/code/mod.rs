//! The exported files beside the diagram: numbered, colored, with what has changed since opening marked; and the
//! commands that deploy them.

mod deploy;
mod difference;
mod spec;
mod waiting;

pub use deploy::Deploy;
pub use spec::Spec;

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::listing::{Block, Followed};
use crate::editor::product::Listed;
use crate::ui::files::{copy, copy_text, download, refused};
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::{Icon, Listing, ShowIf};

use difference::Difference;
use waiting::Waiting;

/// One file: its bar and its listing, once the worker has written it.
#[component]
pub fn Code(file: Listed) -> impl IntoView {
    let state = use_state();
    let last = StoredValue::new(None::<String>);
    let made = state.worker.follow(move || {
        let now = Box::new(file.job(state.get(), state.today));
        let opened = Box::new(file.job(state.opened.get(), state.today));
        Job::Follow(file.product().name().to_owned(), now, opened, last.get_value())
    });
    Effect::new(move || {
        if let Some(text) = made.with(|made| written(made).map(|it| it.text.clone())) {
            last.set_value(Some(text));
        }
    });
    let there = Memo::new(move |_| made.with(|made| written(made).is_some()));
    view! {
        <ShowIf when=move || there.get() fallback=move || view! { <Waiting made/> }.into_any()>
            <Written file made/>
        </ShowIf>
    }
}

/// What the worker wrote; nothing for the moment between a file that is gone and the words that say so.
fn written(made: &Made) -> Option<&Followed> {
    match made {
        Made::Here(Answer::Followed(file)) => Some(file),
        Made::Here(_) | Made::Coming | Made::Lost(_) => None,
    }
}

/// The file as it is and as it was opened.
#[component]
fn Written(file: Listed, made: Signal<Made>) -> impl IntoView {
    let state = use_state();
    let (product, name) = (file.product(), file.product().name());
    let compares = RwSignal::new(false);
    let blocks =
        Memo::new(move |_| made.with(|made| written(made).map(|it| it.blocks.clone()).unwrap_or_default()));
    let difference =
        Memo::new(move |_| made.with(|made| written(made).map(|it| it.diff.clone()).unwrap_or_default()));
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
            {move || changed.get().map(|words| view! { <span class="chip"><strong>"+"</strong>{words}</span> }.into_any())}
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
                fallback=move || view! { <Listing blocks language=file.language()/> }.into_any()
            >
                <Difference difference/>
            </ShowIf>
        </div>
    }
}
