//! Writer and readers with zone and tier, and the buttons that add and remove.

use leptos::prelude::*;

use crate::design::{Edit, Field, Part, instance_name};
use crate::editor::inspector::field_id;
use crate::editor::plain;
use crate::estimate::Month;
use crate::ui::signs::part_symbol;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, OptionsAndOwn, Select, live};

/// One row an instance, then the buttons.
#[component]
pub(super) fn Instances() -> impl IntoView {
    let count = use_state().memo(|design| 1 + design.cluster.readers.len());
    view! {
        <ul class="instance-list">
            <ForRows each=move || 0..count.get() key=|index| *index let(index)>
                <InstanceRow index/>
            </ForRows>
        </ul>
        <div class="buttons">
            <AddReader label="Reader that follows the writer" tier=1/>
            <AddReader label="Reader on its own" tier=2/>
        </div>
    }
}

/// The button that adds a reader in a tier.
#[component]
fn AddReader(label: &'static str, tier: u32) -> impl IntoView {
    let state = use_state();
    let add = move |_| {
        let edit = Edit::AddReader { zone: None, tier };
        state.edit_and_tell(&[edit], &format!("Added a reader in tier {tier}"));
    };
    view! { <button type="button" class="button" on:click=add><Icon name="i-plus"/>{label}</button> }
}

/// An instance, the writer first: what it is, its zone, its tier, its price in a typical month.
#[component]
fn InstanceRow(index: usize) -> impl IntoView {
    let state = use_state();
    let part = Part::Instance(index);
    let name = instance_name(index);
    let cost = Memo::new(move |_| state.bill.with(|bill| bill.of(part, Month::Typical)));
    let money = move || {
        let total = cost.get();
        if total.complete { total.usd.to_string() } else { "unknown".to_owned() }
    };
    let current = Memo::new(move |_| state.selected.get() == part);
    let of = name.to_ascii_lowercase();
    let remove = (index > 0).then(|| {
        let remove =
            move |_| state.edit_and_tell(&[Edit::RemoveReader(index)], &format!("Removed reader {index}"));
        view! {
            <button
                type="button"
                class="button button--quiet button--icon"
                aria-label=format!("Remove reader {index}")
                on:click=remove
            >
                <Icon name="i-minus"/>
            </button>
        }
        .into_any()
    });
    view! {
        <li class="instance-row" aria-current=move || current.get().then_some("true")>
            <button type="button" class="instance-name" on:click=move |_| state.selected.set(part)>
                <Icon name=part_symbol(part)/>
                <span>{name}</span>
            </button>
            <InstanceChoice field=Field::InstanceZone(index) of=of.clone()/>
            <InstanceChoice field=Field::InstanceTier(index) of/>
            <span class="money">{live(money)}</span>
            {remove}
        </li>
    }
}

/// A list to choose a setting of an instance from.
#[component]
fn InstanceChoice(field: Field, of: String) -> impl IntoView {
    let state = use_state();
    let (id, word) = (field_id(&field), field.label());
    let field = StoredValue::new(field);
    let now = Signal::from(state.memo(move |design| field.with_value(|field| field.text(design))));
    let options = state.memo(move |design| field.with_value(|field| plain::options(field, design)));
    let choose = move |text: String| state.edit(Edit::set(field.get_value(), text));
    view! {
        <label>
            <span>{word}</span>
            <Select id name=format!("{word} of {of}") value=now on_change=choose>
                <OptionsAndOwn options value=now/>
            </Select>
        </label>
    }
}
