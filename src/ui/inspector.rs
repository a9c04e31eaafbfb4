//! The settings of the design in groups; the group of the selected part opens by itself.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field, Part, Zone};
use crate::estimate::{Awake, Month, Pause, pause};
use crate::facts::prices::{FIELDS, price};
use crate::facts::regions::REGIONS;

use super::erase::{For, Show, memo, view};
use super::field::{Callout, SettingField};
use super::glyphs::Icon;
use super::pairs::Pairs;
use super::range::CapacityRange;
use super::settings::{Group, Setting, secondary, settings};
use super::state::use_state;
use super::version::VersionField;

/// Every setting of the design.
#[component]
pub fn Inspector() -> impl IntoView {
    let search = RwSignal::new(String::new());
    view! {
        <div class="inspector-search">
            <label class="visually-hidden" for="settings-search">"Search settings"</label>
            <input
                id="settings-search"
                class="search-input"
                type="search"
                placeholder="Search settings"
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
        </div>
        <div class="inspector-body">
            <Show when=move || search.with(|search| search.trim().is_empty()) fallback=move || view! { <Hits search /> }>
                {Group::ALL.into_iter().map(|group| view! { <GroupSection group /> }).collect_view()}
            </Show>
        </div>
    }
}

/// One group, folded or open.
#[component]
fn GroupSection(group: Group) -> impl IntoView {
    let state = use_state();
    let open = RwSignal::new(group == Group::Capacity);
    Effect::new(move |before: Option<Part>| {
        let part = state.selected.get();
        // Only a change of the selection opens a group; somebody who folds it again is not argued with.
        if before.is_some_and(|before| before != part) && Group::of_part(part) == group {
            open.set(true);
        }
        part
    });
    let summary = state.memo(move |design| group.summary(design));
    let unused = memo(move || {
        let fields: Vec<Field> =
            state.with(|design| settings(group, design)).into_iter().map(|setting| setting.field).collect();
        state.drafts.with(|drafts| drafts.keys().filter(|field| fields.contains(field)).count())
    });
    let body = format!("group-{group:?}").to_lowercase();
    let controls = body.clone();
    let head = format!("group-head-{group:?}").to_lowercase();
    view! {
        <section class="group">
            <h3>
                <button
                    class="group-head"
                    id=head
                    aria-expanded=move || open.get().to_string()
                    aria-controls=controls
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon name=Signal::derive(move || if open.get() { "i-down" } else { "i-right" }) />
                    <span>{group.name()}</span>
                    <span class="value">
                        {move || match unused.get() {
                            0 => summary.get(),
                            1 => "1 value not used".to_owned(),
                            count => format!("{count} values not used"),
                        }}
                    </span>
                </button>
            </h3>
            <div class="group-body" id=body hidden=move || !open.get()>
                <Show when=move || open.get()>
                    <GroupBody group />
                </Show>
            </div>
        </section>
    }
}

/// What stands in an open group.
#[component]
fn GroupBody(group: Group) -> impl IntoView {
    let state = use_state();
    // Fields appear and vanish with the VPC's kind and the proxy; only then is the list made anew.
    let shape = state.memo(move |design| {
        settings(group, design).into_iter().map(|setting| setting.field).collect::<Vec<_>>()
    });
    let fields = move || {
        shape.track();
        let list = state.with(|design| settings(group, design));
        view! { <div class="fields">{list.into_iter().map(|setting| view! { <SettingField setting /> }).collect_view()}</div> }
    };
    match group {
        Group::Design => view! {
            {fields}
            <Pairs title="Tags" noun="tag" keys=|design| design.tags.keys().cloned().collect() field=Field::Tag />
        },
        Group::Engine => view! {
            {fields}
            <VersionField />
            <Pairs
                title="Cluster parameters"
                noun="parameter"
                keys=|design| design.cluster.parameters.keys().cloned().collect()
                field=Field::Parameter
            />
        },
        Group::Capacity => view! {
            <CapacityRange />
            <div class="pairs">{fields}</div>
            <PauseCallout />
        },
        Group::Instances => view! { <Instances /> },
        Group::Proxy => view! { <ProxySwitch /> {fields} },
        Group::Regions => view! { <Secondaries /> },
        Group::Usage => view! { {fields} <OwnPrices /> },
        _ => fields.into_any(),
    }
}

/// Settings whose label, name or value holds the words searched for.
#[component]
fn Hits(search: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let hits = move || {
        let wanted = search.get().trim().to_lowercase();
        let positions = state.with(crate::design::Positions::canonical);
        let all: Vec<Setting> =
            state.with(|design| Group::ALL.into_iter().flat_map(|group| settings(group, design)).collect());
        let matches = |setting: &Setting| {
            setting.label.to_lowercase().contains(&wanted) || setting.field.path(&positions).contains(&wanted)
        };
        all.into_iter().filter(matches).collect::<Vec<_>>()
    };
    view! {
        <div class="group-body" role="region" aria-label="Settings found">
            {move || {
                let found = hits();
                if found.is_empty() {
                    view! { <p class="empty">"No setting of that name."</p> }
                } else {
                    found.into_iter().map(|setting| view! { <SettingField setting /> }).collect_view().into_any()
                }
            }}
        </div>
    }
}

/// Whether the cluster pauses, and every reason why not.
#[component]
fn PauseCallout() -> impl IntoView {
    let state = use_state();
    let verdict = state.memo(|design| pause(design, 0));
    let title = move || match verdict.get() {
        Pause::After(seconds) => format!("The writer pauses after {} min", seconds / 60),
        Pause::Never(_) => "Never pauses".to_owned(),
    };
    let reasons = move || match verdict.get() {
        Pause::After(_) => {
            vec![
                "Clients need a connect timeout above 15 s, 30 s after a day of sleep. Jobs do not run meanwhile.",
            ]
        }
        Pause::Never(reasons) => reasons.into_iter().map(reason).collect(),
    };
    view! {
        <Callout icon="i-awake" title=Signal::derive(title)>
            <ul>{move || reasons().into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view()}</ul>
        </Callout>
    }
}

const fn reason(awake: Awake) -> &'static str {
    match awake {
        Awake::Minimum => "Pausing needs a minimum of 0 ACU.",
        Awake::Version => "This engine version cannot go to 0 ACU.",
        Awake::Proxy => "RDS Proxy keeps a connection open.",
        Awake::GlobalDatabase => "A Global Database keeps the writer and its tied readers awake.",
        Awake::Replication => "Replication keeps the writer and its tied readers awake.",
    }
}

/// Writer and readers with zone and tier, and the buttons that add and remove.
#[component]
fn Instances() -> impl IntoView {
    let state = use_state();
    let count = state.memo(|design| 1 + design.cluster.readers.len());
    view! {
        <ul class="instance-list">
            <For each=move || 0..count.get() key=usize::to_string let:index>
                <InstanceRow index />
            </For>
        </ul>
        <div class="buttons">
            <button
                class="button"
                on:click=move |_| state.edit_and_tell(&[Edit::AddReader { zone: None, tier: 1 }], "Added a reader in tier 1")
            >
                <Icon name="i-plus" />
                "Reader that follows the writer"
            </button>
            <button
                class="button"
                on:click=move |_| state.edit_and_tell(&[Edit::AddReader { zone: None, tier: 2 }], "Added a reader in tier 2")
            >
                <Icon name="i-plus" />
                "Reader on its own"
            </button>
        </div>
    }
}

#[component]
fn InstanceRow(index: usize) -> impl IntoView {
    let state = use_state();
    let name = if index == 0 { "Writer".to_owned() } else { format!("Reader {index}") };
    let zone = state.memo(move |design| Field::InstanceZone(index).text(design));
    let tier = state.memo(move |design| Field::InstanceTier(index).text(design));
    let letters = state.memo(move |design| {
        let mut letters: Vec<char> = Zone::all(design.region.zones).map(Zone::letter).collect();
        letters.extend(
            design.zones().get(index).map(|zone| zone.letter()).filter(|zone| !letters.contains(zone)),
        );
        letters
    });
    let cost = memo(move || state.bill.with(|bill| bill.of(Part::Instance(index), Month::Typical)));
    let selected = move || state.selected.get() == Part::Instance(index);
    let removed = format!("Removed reader {index}");
    view! {
        <li class="instance-row" aria-current=move || selected().then_some("true")>
            <button class="instance-name" on:click=move |_| state.selected.set(Part::Instance(index))>
                <Icon name=if index == 0 { "i-writer" } else { "i-reader" } />
                <span>{name.clone()}</span>
            </button>
            <label>
                <span>"Zone"</span>
                <select
                    class="select"
                    aria-label=format!("Zone of {}", name.to_lowercase())
                    prop:value=move || zone.get()
                    on:change=move |event| state.edit(Edit::set(Field::InstanceZone(index), event_target_value(&event)))
                >
                    {move || {
                        letters
                            .get()
                            .into_iter()
                            .map(|letter| {
                                let own = letter.to_string();
                                view! { <option value=own.clone() selected=move || zone.get() == own>{letter}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <label>
                <span>"Tier"</span>
                <select
                    class="select"
                    aria-label=format!("Tier of {}", name.to_lowercase())
                    prop:value=move || tier.get()
                    on:change=move |event| state.edit(Edit::set(Field::InstanceTier(index), event_target_value(&event)))
                >
                    {move || {
                        let now = tier.get();
                        let beyond = now.parse::<u32>().ok().filter(|tier| *tier > 15);
                        (0..16)
                            .chain(beyond)
                            .map(|value: u32| {
                                let own = value.to_string();
                                view! { <option value=own.clone() selected=own == now>{value}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <span class="money">{move || {
                let total = cost.get();
                if total.complete { total.usd.to_string() } else { "unknown".to_owned() }
            }}</span>
            {(index > 0)
                .then(|| {
                    view! {
                        <button
                            class="button button--quiet button--icon"
                            aria-label=format!("Remove reader {index}")
                            on:click=move |_| state.edit_and_tell(&[Edit::RemoveReader(index)], &removed)
                        >
                            <Icon name="i-minus" />
                        </button>
                    }
                })}
        </li>
    }
}

#[component]
fn ProxySwitch() -> impl IntoView {
    let state = use_state();
    let on = state.memo(|design| design.proxy.is_some());
    let flip = move |_| {
        if on.get_untracked() {
            state.edit_and_tell(&[Edit::RemoveProxy], "Removed RDS Proxy");
        } else {
            state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
        }
    };
    view! {
        <span class="switch">
            <input type="checkbox" role="switch" id="proxy-on" prop:checked=move || on.get() on:change=flip />
            <label for="proxy-on">"RDS Proxy"</label>
        </span>
        <Show when=move || !on.get()>
            <p class="empty">"Pools connections for Lambda and other short-lived clients. It keeps the cluster awake."</p>
        </Show>
    }
}

/// The secondaries of the Global Database.
#[component]
fn Secondaries() -> impl IntoView {
    let state = use_state();
    let count = state.memo(|design| design.secondaries().len());
    let chosen = RwSignal::new(String::new());
    let free = state.memo(|design| {
        let taken = |code: &str| {
            code == design.region.code || design.secondaries().iter().any(|it| it.region.code == code)
        };
        REGIONS.iter().filter(|region| !taken(region.code)).map(|region| region.code).collect::<Vec<_>>()
    });
    let add = move |_| {
        let code = chosen.get_untracked();
        let code = if code.is_empty() {
            free.get_untracked().first().map(|first| (*first).to_owned())
        } else {
            Some(code)
        };
        if let Some(region) = code.and_then(|code| crate::facts::regions::Region::find(&code)) {
            state.edit_and_tell(&[Edit::AddSecondary(region)], &format!("Added {}", region.code));
            chosen.set(String::new());
        }
    };
    view! {
        <Show when=move || count.get() == 0>
            <p class="empty">"One Region. A secondary Region makes this an Aurora Global Database."</p>
        </Show>
        <For each=move || 0..count.get() key=usize::to_string let:index>
            <SecondaryFields index />
        </For>
        <div class="buttons">
            <label class="visually-hidden" for="add-region">"Region to add"</label>
            <select
                class="select"
                id="add-region"
                prop:value=move || chosen.get()
                on:change=move |event| chosen.set(event_target_value(&event))
            >
                {move || free.get().into_iter().map(|code| view! { <option value=code>{code}</option> }).collect_view()}
            </select>
            <button class="button" on:click=add><Icon name="i-plus" />"Region"</button>
        </div>
    }
}

#[component]
fn SecondaryFields(index: usize) -> impl IntoView {
    let state = use_state();
    let shape = state.memo(move |design| {
        secondary(index, design).into_iter().map(|setting| setting.field).collect::<Vec<_>>()
    });
    let title = state.memo(move |design: &Design| Field::SecondaryRegion(index).text(design));
    view! {
        <fieldset class="secondary">
            <legend>{move || title.get()}</legend>
            {move || {
                shape.track();
                state
                    .with(|design| secondary(index, design))
                    .into_iter()
                    .map(|setting| view! { <SettingField setting /> })
                    .collect_view()
            }}
            <button
                class="button"
                on:click=move |_| {
                    let text = format!("Removed {}", title.get_untracked());
                    state.edit_and_tell(&[Edit::RemoveSecondary(index)], &text);
                }
            >
                {move || format!("Remove {}", title.get())}
            </button>
        </fieldset>
    }
}

/// Prices the book does not know or the user knows better.
#[component]
fn OwnPrices() -> impl IntoView {
    let state = use_state();
    let open = RwSignal::new(false);
    let fields = move || {
        FIELDS.iter().map(move |(field, _, unit)| {
            let known =
                state.with(|design| price(design.region.code, *field).map(|price| price.usd.to_string()));
            (*field, *unit, known.unwrap_or_else(|| "unknown".to_owned()))
        })
    };
    view! {
        <details class="prices" on:toggle=move |_| open.set(true)>
            <summary>"Prices of the Region, and your own"</summary>
            <Show when=move || open.get()>
                <div class="price-list">
                    {move || fields().map(|(field, unit, known)| {
                        let id = format!("price-{}", field.name());
                        let own = state.memo(move |design| Field::Price(field).text(design));
                        view! {
                            <div class="field">
                                <label for=id.clone()><span>{unit}</span></label>
                                <span class="input">
                                    <input
                                        id=id
                                        inputmode="decimal"
                                        placeholder=known
                                        prop:value=move || own.get()
                                        on:change=move |event| {
                                            let typed = event_target_value(&event);
                                            if typed.trim().is_empty() {
                                                state.edit(Edit::Reset(Field::Price(field)));
                                            } else {
                                                state.type_into(&Field::Price(field), typed.trim());
                                                state.end_typing();
                                            }
                                        }
                                    />
                                    <span class="unit">"USD"</span>
                                </span>
                                <span class="aws">{field.name()}</span>
                            </div>
                        }
                    }).collect_view()}
                </div>
            </Show>
        </details>
    }
}
