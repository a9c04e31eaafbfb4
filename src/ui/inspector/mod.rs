//! The settings of the design in groups; the group of the selected part opens by itself.

mod about;
mod answers;
mod capacity;
mod fit;
mod folds;
mod group;
mod hits;
mod instances;
mod messages;
mod pairs;
mod pausing;
mod prices;
mod regions;
mod setting;
mod verdict;
mod version;

use leptos::prelude::*;

use crate::design::Group;
use crate::ui::browser::{self, KeyboardEvent};
use crate::ui::state::use_state;
use crate::ui::widgets::ShowIf;

use folds::Folds;
use group::GroupSection;
use hits::Found;

pub use pausing::Pausing;

/// Every setting of the design, or those that a search finds.
#[component]
pub fn Inspector() -> impl IntoView {
    let folds = Folds::new();
    provide_context(folds);
    let search = folds.search;
    let origin = use_state().frame.origin;
    // Whoever came from a card by a key goes back there.
    let back = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(card) = origin.try_update_value(Option::take).flatten()
        {
            browser::focus(&card);
        }
    };
    let groups = || Group::ALL.map(|group| view! { <GroupSection group/> }.into_any()).collect_view();
    view! {
        <div class="inspector-search">
            <label class="visually-hidden" for="settings-search">"Search settings"</label>
            <input
                id="settings-search"
                class="search-input"
                type="search"
                placeholder="Search settings, @changed"
                bind:value=search
            />
        </div>
        <div class="inspector-body" on:keydown=back>
            <ShowIf when=move || search.with(|search| search.trim().is_empty()) fallback=move || view! { <Found search/> }.into_any()>
                {groups()}
            </ShowIf>
        </div>
    }
}
