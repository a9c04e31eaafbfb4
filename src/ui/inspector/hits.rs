//! The settings that a search finds.

use leptos::prelude::*;

use crate::editor::inspector::{Elsewhere, Hits, by_group, hits, sought};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Marked, ShowIf};

use super::setting::SettingField;

/// Settings whose label or name holds the words searched for, under the names of their groups; those with an editor of
/// their own as ways to it.
#[component]
pub(super) fn Found(search: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let found = Memo::new(move |_| search.with(|search| state.with(|design| hits(search, design))));
    let words = Signal::derive(move || search.with(|search| sought(search).0));
    let rows = Memo::new(move |_| found.with(|found| state.with(|design| by_group(&found.fields, design))));
    let way = move |Elsewhere { id, title, path }: Elsewhere| {
        view! {
            <button type="button" class="menu-item" on:click=move |_| state.frame.reach(id.clone())>
                <span class="menu-words">
                    <span><Marked text=title words/></span>
                    <small><Marked text=path words/></small>
                </span>
            </button>
        }
        .into_any()
    };
    let none = move || {
        if search.with(|search| sought(search).0.is_empty()) {
            "Nothing differs from its default."
        } else {
            "No setting of that name."
        }
    };
    view! {
        <div class="group-body" role="region" aria-label="Settings found">
            <ShowIf when=move || found.with(Hits::is_empty)>
                <p class="empty">{none}</p>
            </ShowIf>
            <ForRows each=move || rows.get() key=Clone::clone let((group, field))>
                {group.map(|group| view! { <h3 class="hit-group">{group.name()}</h3> }.into_any())}
                <SettingField field words/>
            </ForRows>
            <div>
                <ForRows
                    each=move || found.with(|found| found.elsewhere.clone())
                    key=|it| (it.id.clone(), it.title.clone())
                    children=way
                />
            </div>
        </div>
    }
}
