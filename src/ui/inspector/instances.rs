//! Writer and readers with zone and tier, and the buttons that add and remove.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field, Part, instance_name};
use crate::editor::inspector::field_id;
use crate::editor::plain;
use crate::estimate::{Bill, Month};
use crate::ui::signs::part_symbol;
use crate::ui::state::use_state;
use crate::ui::widgets::{Choice, ForRows, Icon, OptionsAndOwn, Select, settle, whenever};

/// One row an instance, then the buttons.
#[component]
pub(super) fn Instances() -> impl IntoView {
    let state = use_state();
    let count = state.memo(|design| 1 + design.cluster.readers.len());
    // The writer's are every instance's.
    let every = |design: &Design| {
        [Field::InstanceZone(0), Field::InstanceTier(0)].map(|it| plain::options(&it, design))
    };
    let [zones, tiers] = state.peek(every).map(RwSignal::new);
    whenever(move || {
        let [now_zones, now_tiers] = state.with(every);
        settle(zones, &now_zones);
        settle(tiers, &now_tiers);
    });
    view! {
        <ul class="instance-list">
            <ForRows each=move || 0..count.get() key=|index| *index let(index)>
                <InstanceRow index zones tiers/>
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

/// What a row says: zone, tier, price.
fn says(index: usize, design: &Design, bill: &Bill) -> [String; 3] {
    let total = bill.of(Part::Instance(index), Month::Typical);
    let money = if total.complete { total.usd.to_string() } else { "unknown".to_owned() };
    [Field::InstanceZone(index).text(design), Field::InstanceTier(index).text(design), money]
}

/// An instance, the writer first: what it is, its zone, its tier, its price in a typical month.
#[component]
fn InstanceRow(index: usize, zones: RwSignal<Vec<Choice>>, tiers: RwSignal<Vec<Choice>>) -> impl IntoView {
    let state = use_state();
    let part = Part::Instance(index);
    let name = instance_name(index);
    let now = state.answer(move |design, bill, _| says(index, design, bill));
    let [zone, tier, money] = now.get_untracked().map(RwSignal::new);
    // Signals and no memos: what follows a memo is woken whenever the design is another, and few edits change a row.
    whenever(move || {
        now.with(|[now_zone, now_tier, now_money]| {
            settle(zone, now_zone);
            settle(tier, now_tier);
            settle(money, now_money);
        });
    });
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
            <InstanceChoice field=Field::InstanceZone(index) of=of.clone() now=zone options=zones/>
            <InstanceChoice field=Field::InstanceTier(index) of now=tier options=tiers/>
            <span class="money">{money}</span>
            {remove}
        </li>
    }
}

/// A list to choose a setting of an instance from.
#[component]
fn InstanceChoice(
    field: Field,
    of: String,
    now: RwSignal<String>,
    options: RwSignal<Vec<Choice>>,
) -> impl IntoView {
    let state = use_state();
    let (id, word) = (field_id(&field), field.label());
    let field = StoredValue::new(field);
    let now = Signal::from(now);
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
