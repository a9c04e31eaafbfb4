//! What can be added: a reader, the proxy, a Region.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::design::{Edit, Part};
use crate::estimate::regions::moving;
use crate::facts::regions::Region;
use crate::formats::bill::page::moved;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{CloseMenu, Icon, Menu, ShowIf};

/// The buttons at the foot of the outline.
#[component]
pub fn Additions() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="panel-foot">
            <button type="button" class="button" aria-label="Add reader" on:click=move |_| add_reader(state)>
                <Icon name="i-plus"/>
                "Reader"
            </button>
            <ShowIf when=move || state.with(|design| design.proxy.is_none())>
                <button type="button" class="button" aria-label="Add RDS Proxy" on:click=move |_| add_proxy(state)>
                    <Icon name="i-plus"/>
                    "Proxy"
                </button>
            </ShowIf>
            <Menu id="region-menu" label="Region" icon="i-plus" class="button--above">
                <AddRegion/>
            </Menu>
        </div>
    }
}

fn add_reader(state: State) {
    state.edit_and_tell(&[Edit::AddReader { zone: None, tier: 1 }], "Added a reader");
    let last = state.peek(|design| design.cluster.readers.len());
    state.selected.set(Part::Instance(last));
}

fn add_proxy(state: State) {
    state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
    state.selected.set(Part::Proxy);
}

/// The form that adds a Region or moves the design to it, in its menu.
#[component]
fn AddRegion() -> impl IntoView {
    let state = use_state();
    let menu = use_context::<CloseMenu>();
    let offered = state.peek(|design| {
        // Those that an account must first be opened to come last.
        let (opt_in, open): (Vec<_>, Vec<_>) =
            design.regions_on_offer_for_secondary().into_iter().partition(|region| region.opt_in);
        [open, opt_in].concat()
    });
    let chosen = RwSignal::new(offered.first().map(|region| region.code.to_owned()).unwrap_or_default());
    let close = move || {
        if let Some(menu) = menu {
            menu.close();
        }
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(region) = Region::find(&chosen.get_untracked()) {
            state.edit_and_tell(&[Edit::AddSecondary(region)], &format!("Added Region {}", region.code));
            let last = state.peek(|design| design.secondaries().len());
            state.selected.set(Part::Secondary(last.saturating_sub(1)));
        }
        close();
    };
    let move_there = move |_| {
        if let Some(region) = Region::find(&chosen.get_untracked()) {
            let (edits, told) = state.peek(|design| (moving(design, region), moved(design, region)));
            state.edit_and_tell(&edits, &told);
        }
        close();
    };
    let option = |region: &'static Region| {
        view! { <option value=region.code>{format!("{} {}", region.code, region.place())}</option> }
            .into_any()
    };
    view! {
        <form class="menu-form" on:submit=add>
            <label class="field">
                <span class="label">"Region"</span>
                <span class="input input--select">
                    <select bind:value=chosen>{offered.into_iter().map(option).collect_view()}</select>
                    <Icon name="i-down"/>
                </span>
            </label>
            <button type="submit" class="button button--primary">"Add Region as a secondary"</button>
            <button type="button" class="button" on:click=move_there>"Move the design there"</button>
        </form>
    }
}
