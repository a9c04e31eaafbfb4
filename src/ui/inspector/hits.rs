//! The settings that a search finds.

use leptos::prelude::*;

use crate::editor::inspector::{Elsewhere, Hits, field_id, hits};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, ShowIf};

use super::setting::SettingField;

/// Settings whose label or name holds the words searched for; those with an editor of their own as ways to it.
#[component]
pub(super) fn Found(search: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let found = Memo::new(move |_| search.with(|search| state.with(|design| hits(search, design))));
    let way = move |Elsewhere { id, title, path }: Elsewhere| {
        view! {
            <button type="button" class="menu-item" on:click=move |_| state.frame.reach(id.clone())>
                <span class="menu-words">{title}<small>{path}</small></span>
            </button>
        }
    };
    view! {
        <div class="group-body" role="region" aria-label="Settings found">
            <ShowIf when=move || found.with(Hits::is_empty)>
                <p class="empty">"No setting of that name."</p>
            </ShowIf>
            <ForRows each=move || found.with(|found| found.fields.clone()) key=field_id let(field)>
                <SettingField field/>
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
