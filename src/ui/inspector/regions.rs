//! The secondaries of the Global Database, and the button that adds one.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::inspector::{ADD_REGION_ID, field_id};
use crate::facts::regions::Region;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, Options, Select, ShowIf};

use super::setting::SettingField;

/// The fields of every secondary, then what adds one.
#[component]
pub(super) fn Secondaries() -> impl IntoView {
    let count = use_state().memo(|design| design.secondaries().len());
    view! {
        <ShowIf when=move || count.get() == 0>
            <p class="empty">"One Region. A secondary Region makes this an Aurora Global Database."</p>
        </ShowIf>
        <ForRows each=move || 0..count.get() key=|index| *index let(index)>
            <Secondary index/>
        </ForRows>
        <AddRegion/>
    }
}

/// The list of Regions on offer, and the button that adds the chosen one.
#[component]
fn AddRegion() -> impl IntoView {
    let state = use_state();
    let chosen = RwSignal::new(String::new());
    let offered = state.memo(|design| {
        let regions = design.regions_on_offer_for_secondary();
        regions.into_iter().map(|region| region.code.to_owned()).collect::<Vec<_>>()
    });
    // The first on offer until somebody chooses, and again once the chosen one is taken.
    let next = Memo::new(move |_| {
        let chosen = chosen.get();
        offered.with(|offered| {
            let found = offered.iter().find(|code| **code == chosen).or(offered.first());
            found.cloned().unwrap_or_default()
        })
    });
    let options = Signal::derive(move || {
        offered.with(|offered| offered.iter().map(|code| (code.clone(), code.clone())).collect())
    });
    let add = move |_| {
        if let Some(region) = Region::find(&next.get_untracked()) {
            state.edit_and_tell(&[Edit::AddSecondary(region)], &format!("Added {}", region.code));
            chosen.set(String::new());
        }
    };
    view! {
        <div class="buttons">
            <label class="visually-hidden" for=ADD_REGION_ID>"Region to add"</label>
            <Select id=ADD_REGION_ID value=next on_change=move |code| chosen.set(code)>
                <Options options value=next.into()/>
            </Select>
            <button type="button" class="button" on:click=add><Icon name="i-plus"/>"Region"</button>
        </div>
    }
}

/// A secondary by its place.
#[component]
fn Secondary(index: usize) -> impl IntoView {
    let state = use_state();
    let region = state.memo(move |design| Field::SecondaryRegion(index).text(design));
    let fields = state.memo(move |design| Field::of_secondary(index, design));
    let remove = move |_| {
        let text = format!("Removed {}", region.get_untracked());
        state.edit_and_tell(&[Edit::RemoveSecondary(index)], &text);
    };
    view! {
        <fieldset class="secondary">
            <legend>{region}</legend>
            <ForRows each=move || fields.get() key=field_id let(field)>
                <SettingField field/>
            </ForRows>
            <button type="button" class="button" on:click=remove>
                {move || format!("Remove {}", region.get())}
            </button>
        </fieldset>
    }
}
