//! A file against what it was when opened or last shared, as a unified diff.

use leptos::prelude::*;

use crate::formats::diff::signed_lines;
use crate::ui::widgets::{ShowIf, live};

/// The diff as `git apply` reads it, one element a line, by its sign.
#[component]
pub(super) fn Difference(difference: Memo<String>) -> impl IntoView {
    let none = || {
        view! {
            <p class="empty">
                <strong>"Nothing has changed"</strong>
                <span>"The file is as it was when the design was opened or last shared."</span>
            </p>
        }
        .into_any()
    };
    let lines = move || difference.with(|diff| signed_lines(diff).map(line).collect_view());
    view! {
        <ShowIf when=move || !difference.with(String::is_empty) fallback=none>
            <pre><code class="diff">{live(lines)}</code></pre>
        </ShowIf>
    }
}

fn line((sign, text): (Option<char>, &str)) -> AnyView {
    view! { <span data-sign=sign.map(String::from)>{format!("{text}\n")}</span> }.into_any()
}
