//! A text in which the words that somebody searches for are marked.

use leptos::prelude::*;

use crate::editor::commands::marked;

/// The text; `words` are in lower case, and nothing is marked where they are empty.
#[component]
pub fn Marked(#[prop(into)] text: String, #[prop(into)] words: Signal<String>) -> impl IntoView {
    move || {
        let hit = words.with(|words| {
            let (before, hit, after) = marked(&text, words)?;
            Some((before.to_owned(), hit.to_owned(), after.to_owned()))
        });
        match hit {
            Some((before, hit, after)) => view! { {before}<mark>{hit}</mark>{after} }.into_any(),
            None => text.clone().into_any(),
        }
    }
}
