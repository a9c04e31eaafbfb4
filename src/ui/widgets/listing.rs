//! A file's lines, in blocks: only a block whose text or marks are new is drawn anew.

use leptos::prelude::*;

use super::ForRows;

use crate::editor::listing::{Block, Kind, Language, Line, tokens};
use crate::ui::browser::Later;

/// How long what the latest edit wrote is lit, in milliseconds.
const LIT: u64 = 4000;

/// The whole file.
#[component]
pub fn Listing(#[prop(into)] blocks: Signal<Vec<Block>>, language: Language) -> impl IntoView {
    view! {
        <pre>
            <code>
                <ForRows each=move || blocks.get() key=Block::key let:block>
                    <Lines block language/>
                </ForRows>
            </code>
        </pre>
    }
}

/// One block; what the latest edit wrote of it is lit for a while.
#[component]
fn Lines(block: Block, language: Language) -> impl IntoView {
    let fresh = RwSignal::new(block.is_fresh());
    if block.is_fresh() {
        Later::new().run(LIT, move || fresh.set(false));
    }
    let written = block.fresh;
    let lines = block.lines.into_iter().enumerate();
    let lines = lines.map(|(at, line)| numbered(&line, written.get(at) == Some(&true), language));
    view! { <span class="block" class:fresh=move || fresh.get()>{lines.collect_view()}</span> }
}

fn numbered(line: &Line, fresh: bool, language: Language) -> AnyView {
    let words = tokens(&line.text, language).into_iter().map(|token| {
        let text = token.text.to_owned();
        match token.kind.map(class) {
            Some(class) => view! { <span class=class>{text}</span> }.into_any(),
            None => text.into_any(),
        }
    });
    let words = words.collect_view();
    view! {
        <span class="line" data-mark=line.mark.map(|mark| mark.sign().to_string()) data-fresh=fresh.then_some("")>
            {words}
            "\n"
        </span>
    }
    .into_any()
}

/// The style sheet's name for a kind of word.
const fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Comment => "c",
        Kind::Text => "s",
        Kind::Value => "v",
        Kind::Keyword => "k",
    }
}
