//! Settings with what they were and what they become.

use leptos::prelude::*;

use crate::editor::problems::told;
use crate::formats::changes::Change;

/// A table of changes; `heads` are the words over before and after.
#[component]
pub fn ChangeTable(caption: &'static str, heads: [&'static str; 2], rows: Vec<Change>) -> impl IntoView {
    let value = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    let row = |Change { path, from, to }: Change| {
        view! {
            <tr>
                <th scope="row"><code>{path}</code></th>
                <td>{value(from)}</td>
                <td>{value(to)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="preview">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Setting"</th>
                    {heads.map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect_view()}
                </tr>
            </thead>
            <tbody>{told(rows).into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
