//! The outline: every part of the design as a row, with what it costs and its worst finding.

mod rows;

use leptos::ev::Event;
use leptos::prelude::*;

use crate::design::{Edit, Field, Part, Zone};
use crate::estimate::Month;
use crate::facts::regions::{REGIONS, Region};

use self::rows::{Group, Key, Row, rows};
use super::erase::{For, Memo, Show, memo, memo_after, view};
use super::frame::use_frame;
use super::glyphs::{Icon, SeverityMark, counted, part_symbol};
use super::menu::{CloseMenu, Menu};
use super::{State, use_state};

/// The panel, or the rail that opens it.
#[component]
pub fn Outline() -> impl IntoView {
    let frame = use_frame();
    let fold = move |_| {
        frame.outline.set(false);
        request_animation_frame(|| super::browser::focus("open-outline"));
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && frame.laptop.get_untracked() && frame.outline.get_untracked() {
            frame.outline.set(false);
            request_animation_frame(|| super::browser::focus("open-outline"));
        }
    };
    view! {
        <nav class="outline" aria-label="Outline" data-open=move || frame.outline.get().to_string() on:keydown=escape>
            <Show when=move || !frame.outline.get() || frame.laptop.get()>
                <Rail />
            </Show>
            <Show when=move || frame.outline.get()>
                <div class="outline-panel">
                    <div class="panel-head">
                        <h2>"Outline"</h2>
                        <button
                            type="button"
                            class="button button--quiet button--icon push"
                            title="Fold outline"
                            aria-label="Fold outline"
                            on:click=fold
                        >
                            <Icon name="i-fold" />
                        </button>
                    </div>
                    <Tree />
                    <Additions />
                </div>
            </Show>
        </nav>
    }
}

#[component]
fn Rail() -> impl IntoView {
    let state = use_state();
    let frame = use_frame();
    let parts =
        [Part::Clients, Part::Proxy, Part::Cluster, Part::Instance(0), Part::Storage, Part::Monitoring];
    let here = move |part: Part| (state.selected.get() == part).then_some("true");
    view! {
        <div class="rail">
            <button
                type="button"
                id="open-outline"
                class="button button--quiet button--icon"
                title="Outline"
                aria-label="Open outline"
                aria-expanded=move || frame.outline.get().to_string()
                on:click=move |_| frame.outline.update(|open| *open = !*open)
            >
                <Icon name="i-fold" />
            </button>
            {parts
                .into_iter()
                .map(|part| {
                    view! {
                        <button
                            type="button"
                            class="button button--quiet button--icon"
                            title=rows::part_name(part)
                            aria-label=rows::part_name(part)
                            aria-current=move || here(part)
                            on:click=move |_| state.selected.set(part)
                        >
                            <Icon name=part_symbol(part) />
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The rows by group. A row lives as long as its part; only what it says follows the design.
#[component]
pub fn Tree() -> impl IntoView {
    let state = use_state();
    let all = memo(move || {
        state.with(|design| {
            state.bill.with(|bill| state.findings.with(|findings| rows(design, bill, findings)))
        })
    });
    view! {
        <ul class="tree">
            {Group::ALL
                .into_iter()
                .map(|group| {
                    let keys = memo(move || {
                        let of_group = |rows: &Vec<Row>| {
                            rows.iter().filter(|row| row.group == group).map(|row| row.key).collect::<Vec<Key>>()
                        };
                        all.with(of_group)
                    });
                    view! {
                        <li hidden=move || keys.with(Vec::is_empty)>
                            <h3 class="tree-group">{group.title()}</h3>
                            <ul>
                                <For each=move || keys.get() key=|key| format!("{key:?}") let:key>
                                    <TreeRow all key />
                                </For>
                            </ul>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
fn TreeRow(all: Memo<Vec<Row>>, key: Key) -> impl IntoView {
    let state = use_state();
    let row = memo_after(move |before: Option<&Row>| {
        // A row about to go keeps its words for the moment it is still there.
        let now = all.with(|rows| rows.iter().find(|row| row.key == key).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| Row::gone(key))
    });
    let part = key.part;
    let current = memo(move || state.selected.get() == part && row.with(|row| row.first));
    view! {
        <li>
            <button
                type="button"
                class="tree-row"
                aria-current=move || current.get().then_some("true")
                on:click=move |_| state.selected.set(part)
                on:pointerenter=move |_| state.lit.set(Some(part))
                on:pointerleave=move |_| state.lit.set(None)
            >
                <Icon name=Signal::derive(move || row.with(|row| row.icon)) />
                <span>{move || row.with(|row| row.name.clone())}</span>
                " "
                <small>{move || row.with(|row| row.sub.clone())}</small>
                {move || {
                    row.with(|row| row.worst)
                        .map(|(severity, count)| {
                            view! {
                                <SeverityMark severity />
                                <span class="visually-hidden">{format!(", {}, ", counted(count, severity))}</span>
                            }
                        })
                }}
                <span class="num">{move || row.with(|row| row.cost.clone())}</span>
            </button>
            {move || (current.get() && has_actions(part)).then(|| view! { <RowActions part /> })}
        </li>
    }
}

const fn has_actions(part: Part) -> bool {
    matches!(part, Part::Instance(_) | Part::Proxy | Part::Secondary(_))
}

/// What can be done with the selected row, right under it.
#[component]
fn RowActions(part: Part) -> impl IntoView {
    let state = use_state();
    match part {
        Part::Instance(index) => view! { <InstanceActions index /> },
        Part::Proxy if state.peek(|design| design.proxy.is_some()) => {
            let remove = move || state.edit_and_tell(&[Edit::RemoveProxy], "Removed RDS Proxy");
            view! { <div class="row-acts"><Remove name="RDS Proxy" remove /></div> }
        }
        Part::Secondary(index) => {
            let name = state.peek(|design| design.secondaries().get(index).map_or("", |it| it.region.code));
            let remove = move || {
                state.edit_and_tell(&[Edit::RemoveSecondary(index)], &format!("Removed Region {name}"));
            };
            view! { <div class="row-acts"><Remove name remove /></div> }
        }
        _ => ().into_any(),
    }
}

#[component]
fn Remove(#[prop(into)] name: String, remove: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--icon button--small push"
            title=format!("Remove {name}")
            aria-label=format!("Remove {name}")
            on:click=move |_| remove()
        >
            <Icon name="i-remove" />
        </button>
    }
}

#[component]
fn InstanceActions(index: usize) -> impl IntoView {
    let state = use_state();
    let name = rows::instance_label(index);
    let zones = state.memo(|design| {
        Zone::all(design.region.zones).map(|zone| zone.letter().to_string()).collect::<Vec<_>>()
    });
    let zone = state.memo(move |design| Field::InstanceZone(index).text(design));
    let tier = state.memo(move |design| Field::InstanceTier(index).text(design));
    let tell = name.clone();
    let remove = move || state.edit_and_tell(&[Edit::RemoveReader(index)], &format!("Removed {tell}"));
    view! {
        <div class="row-acts">
            <label class="mini">
                <span>"Zone"</span>
                <select
                    aria-label=format!("Zone of {name}")
                    on:change=move |event: Event| state.edit(Edit::set(Field::InstanceZone(index), event_target_value(&event)))
                >
                    {move || {
                        zones.get()
                            .into_iter()
                            .map(|letter| {
                                let (value, wanted) = (letter.clone(), letter.clone());
                                view! { <option value=value prop:selected=move || zone.get() == wanted>{letter}</option> }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
            <label class="mini">
                <span>"Tier"</span>
                <select
                    aria-label=format!("Tier of {name}")
                    on:change=move |event: Event| state.edit(Edit::set(Field::InstanceTier(index), event_target_value(&event)))
                >
                    {(0..=15)
                        .map(|number: u32| {
                            let text = number.to_string();
                            let (value, wanted) = (text.clone(), text.clone());
                            view! { <option value=value prop:selected=move || tier.get() == wanted>{text}</option> }
                        })
                        .collect_view()}
                </select>
            </label>
            {(index > 0).then(|| view! { <Remove name remove /> })}
        </div>
    }
}

/// What can be added: a reader, a Region, the proxy.
#[component]
pub fn Additions() -> impl IntoView {
    let state = use_state();
    let reader = move |_| add_reader(state);
    let proxy = move |_| {
        state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
        state.selected.set(Part::Proxy);
    };
    view! {
        <div class="panel-foot">
            <button type="button" class="button" aria-label="Add reader" on:click=reader><Icon name="i-plus" />"Reader"</button>
            <Show when=move || state.with(|design| design.proxy.is_none())>
                <button type="button" class="button" aria-label="Add RDS Proxy" on:click=proxy><Icon name="i-plus" />"Proxy"</button>
            </Show>
            <Menu id="region-menu" label="Region" icon="i-plus" class="button--above">
                <AddRegion />
            </Menu>
        </div>
    }
}

fn add_reader(state: State) {
    state.edit_and_tell(&[Edit::AddReader { zone: None, tier: 1 }], "Added a reader");
    let last = state.peek(|design| design.cluster.readers.len());
    state.selected.set(Part::Instance(last));
}

#[component]
fn AddRegion() -> impl IntoView {
    let state = use_state();
    let menu = use_context::<CloseMenu>();
    let free = state.peek(|design| {
        let taken = |region: &Region| {
            region.code == design.region.code
                || design.secondaries().iter().any(|it| it.region.code == region.code)
        };
        let offered = |region: &&&'static Region| {
            region.serverless_v2 && region.partition == design.region.partition && !taken(region)
        };
        REGIONS.iter().filter(offered).copied().collect::<Vec<&'static Region>>()
    });
    let chosen = RwSignal::new(free.first().map(|region| region.code.to_owned()).unwrap_or_default());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(region) = Region::find(&chosen.get_untracked()) {
            state.edit_and_tell(&[Edit::AddSecondary(region)], &format!("Added Region {}", region.code));
            let last = state.peek(|design| design.secondaries().len());
            state.selected.set(Part::Secondary(last.saturating_sub(1)));
        }
        if let Some(menu) = menu {
            menu.close();
        }
    };
    view! {
        <form class="menu-form" on:submit=add>
            <label class="field">
                <span class="label">"Secondary Region"</span>
                <span class="input input--select">
                    <select bind:value=chosen>
                        {free
                            .into_iter()
                            .map(|region| view! { <option value=region.code>{format!("{} {}", region.code, region.place())}</option> })
                            .collect_view()}
                    </select>
                    <Icon name="i-down" />
                </span>
            </label>
            <button type="submit" class="button button--primary">"Add Region"</button>
        </form>
    }
}

/// A month's figure of a part, as rows show it.
pub fn cost_text(bill: &crate::estimate::Bill, part: Part) -> String {
    let any = bill.lines.iter().any(|line| line.part == part);
    if any { rows::total_text(bill.of(part, Month::Typical)) } else { String::new() }
}

/// The typical month as a section's head shows it: `at least $1,038.13`.
pub fn total_words(bill: &crate::estimate::Bill) -> String {
    let total = bill.total(Month::Typical);
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}
