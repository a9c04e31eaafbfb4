//! One row, and right under the selected one what can be done with it.

use leptos::prelude::*;

use crate::design::{Edit, Field, Part, Word as _, Zone};
use crate::editor::outline::{Key, Row, Sign};
use crate::editor::parts::part_label;
use crate::ui::browser;
use crate::ui::signs::{SeverityMark, client_symbol, counted, part_symbol};
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, ShowIf, live, settle, whenever};

#[component]
pub(super) fn TreeRow(all: Memo<Vec<Row>>, key: Key) -> impl IntoView {
    let state = use_state();
    let row = Memo::new(move |before: Option<&Row>| {
        // A row about to go keeps its words for the moment it is still there.
        let now = all.with(|rows| rows.iter().find(|row| row.key == key).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| Row::gone(key))
    });
    let part = key.part;
    let first = row.get_untracked();
    let (is_first, sign, worst) =
        (RwSignal::new(first.first), RwSignal::new(first.sign), RwSignal::new(first.worst));
    let (name, sub, cost) = (RwSignal::new(first.name), RwSignal::new(first.sub), RwSignal::new(first.cost));
    // Signals and no memos: what follows a memo is woken whenever the row is another, and an edit changes little of it.
    whenever(move || {
        row.with(|row| {
            settle(is_first, &row.first);
            settle(sign, &row.sign);
            settle(worst, &row.worst);
            settle(name, &row.name);
            settle(sub, &row.sub);
            settle(cost, &row.cost);
        });
    });
    let current = Memo::new(move |_| state.selected.get() == part && is_first.get());
    let worst = move || {
        worst.get().map(|(severity, count)| {
            view! {
                <SeverityMark severity/>
                <span class="visually-hidden">{format!(", {}, ", counted(count, severity))}</span>
            }
            .into_any()
        })
    };
    let menu = move |event: &browser::MouseEvent| {
        event.prevent_default();
        // By the keyboard there is no place of a pointer.
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let name = match sign.get_untracked() {
            Sign::Client(client) => format!("client-{}", client.word()),
            Sign::Part(_) => String::new(),
        };
        state.open_menu(part, name, (x, y));
    };
    view! {
        <li>
            <button
                type="button"
                class="tree-row"
                aria-current=move || current.get().then_some("true")
                on:click=move |event| {
                    state.choose(part, event.shift_key() || event.ctrl_key() || event.meta_key());
                }
                on:contextmenu=move |event| menu(&event)
                on:pointerenter=move |_| state.lit.set(Some(part))
                on:pointerleave=move |_| state.lit.set(None)
            >
                {move || view! { <Icon name=symbol(sign.get())/> }.into_any()}
                <span>{name}</span>
                " "
                <small>{sub}</small>
                {live(worst)}
                <span class="num">{cost}</span>
            </button>
            <ShowIf when=move || current.get()>
                <RowActs part/>
            </ShowIf>
        </li>
    }
}

const fn symbol(sign: Sign) -> &'static str {
    match sign {
        Sign::Part(part) => part_symbol(part),
        Sign::Client(client) => client_symbol(client),
    }
}

#[component]
fn RowActs(part: Part) -> impl IntoView {
    let state = use_state();
    match part {
        Part::Instance(index) => view! { <InstanceActs index/> }.into_any(),
        Part::Proxy => view! {
            <div class="row-acts">
                <Remove name="RDS Proxy".to_owned() told="RDS Proxy".to_owned() edit=Edit::RemoveProxy worded=true/>
            </div>
        }
        .into_any(),
        Part::Secondary(index) => {
            let name = state.peek(|design| design.secondaries().get(index).map_or("", |it| it.region.code));
            let told = format!("Region {name}");
            view! {
                <div class="row-acts">
                    <Remove name=name.to_owned() told edit=Edit::RemoveSecondary(index) worded=true/>
                </div>
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

#[component]
fn Remove(
    name: String,
    told: String,
    edit: Edit,
    /// Whether it stands alone in its row, and so has a word.
    #[prop(optional)]
    worded: bool,
) -> impl IntoView {
    let state = use_state();
    let label = format!("Remove {name}");
    view! {
        <button
            type="button"
            class="button button--small push"
            class:button--icon=!worded
            data-tip=(!worded).then(|| label.clone())
            aria-label=label
            on:click=move |_| state.edit_and_tell(std::slice::from_ref(&edit), &format!("Removed {told}"))
        >
            <Icon name="i-remove"/>
            {worded.then_some("Remove")}
        </button>
    }
}

/// Zone and tier of an instance, and the way to remove a reader.
#[component]
fn InstanceActs(index: usize) -> impl IntoView {
    let state = use_state();
    let name = part_label(Part::Instance(index));
    let letters = state.memo(|design| {
        Zone::all(design.region.zones).map(|zone| zone.letter().to_string()).collect::<Vec<_>>()
    });
    let tiers = (0..=15).map(|tier: u32| tier.to_string()).collect::<Vec<_>>();
    let remove = (index > 0).then(|| {
        view! { <Remove name=name.clone() told=name.clone() edit=Edit::RemoveReader(index)/> }.into_any()
    });
    view! {
        <div class="row-acts">
            <Choice
                word="Zone"
                label=format!("Zone of {name}")
                field=Field::InstanceZone(index)
                options=letters
            />
            <Choice
                word="Tier"
                label=format!("Tier of {name}")
                field=Field::InstanceTier(index)
                options=Signal::stored(tiers)
            />
            {remove}
        </div>
    }
}

#[component]
fn Choice(
    word: &'static str,
    label: String,
    field: Field,
    #[prop(into)] options: Signal<Vec<String>>,
) -> impl IntoView {
    let state = use_state();
    let read = field.clone();
    let now = state.memo(move |design| read.text(design));
    let option = move |text: String| {
        // New options leave the list at the first of them.
        let chosen = now.with_untracked(|now| *now == text);
        view! { <option value=text.clone() selected=chosen>{text.clone()}</option> }.into_any()
    };
    view! {
        <label class="mini">
            <span>{word}</span>
            <select
                aria-label=label
                prop:value=move || now.get()
                on:change=move |event| state.edit(Edit::set(field.clone(), event_target_value(&event)))
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
