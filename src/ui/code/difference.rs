//! A file against what it was when opened or last shared, as a unified diff.

use leptos::prelude::*;

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
    };
    let lines = move || difference.with(|diff| diff.lines().enumerate().map(line).collect_view());
    view! {
        <Show when=move || !difference.with(String::is_empty) fallback=none>
            <pre><code class="diff">{lines}</code></pre>
        </Show>
    }
}

/// The two names at the head stand like any line of the file.
fn line((at, line): (usize, &str)) -> impl IntoView + use<> {
    let sign = line.get(..1).filter(|sign| at > 1 && ["+", "-", "@"].contains(sign)).map(str::to_owned);
    view! { <span data-sign=sign>{format!("{line}\n")}</span> }
}
