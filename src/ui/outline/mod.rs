//! The outline: every part of the design as a row, with what it costs and its worst finding.

mod rows;

use leptos::prelude::*;

use crate::design::{Edit, Field, Part, Zone};
use crate::estimate::Month;
use crate::facts::regions::{REGIONS, Region};

use self::rows::{Group, Key, Row, rows};
use super::browser::{
    self, El, Event, KeyboardEvent, SubmitEvent, button, each, el, live, maybe, nothing, several, when, words,
};
use super::erase::{Memo, memo, memo_after};
use super::frame::{Frame, use_frame};
use super::glyphs::{counted, icon, live_icon, part_symbol, severity_mark};
use super::menu::{CloseMenu, Menu, menu};
use super::{State, use_state};

/// The panel, or the rail that opens it.
pub fn outline() -> El {
    let frame = use_frame();
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && frame.laptop.get_untracked() && frame.outline.get_untracked() {
            fold(frame);
        }
    };
    let panel = move || {
        let folder = button("button button--quiet button--icon push")
            .set("title", "Fold outline")
            .set("aria-label", "Fold outline")
            .on("click", move || fold(frame))
            .child(icon("i-fold"));
        el("div")
            .set("class", "outline-panel")
            .child(el("div").set("class", "panel-head").child(el("h2").child("Outline")).child(folder))
            .child(tree())
            .child(additions())
    };
    el("nav")
        .set("class", "outline")
        .set("aria-label", "Outline")
        .bind("data-open", move || frame.outline.get().to_string())
        .hear("keydown", escape)
        .child(when(move || !frame.outline.get() || frame.laptop.get(), rail))
        .child(when(move || frame.outline.get(), panel))
}

fn fold(frame: Frame) {
    frame.outline.set(false);
    request_animation_frame(|| browser::focus("open-outline"));
}

fn rail() -> El {
    let state = use_state();
    let frame = use_frame();
    let parts =
        [Part::Clients, Part::Proxy, Part::Cluster, Part::Instance(0), Part::Storage, Part::Monitoring];
    let opener = button("button button--quiet button--icon")
        .set("id", "open-outline")
        .set("title", "Outline")
        .set("aria-label", "Open outline")
        .bind("aria-expanded", move || frame.outline.get().to_string())
        .on("click", move || frame.outline.update(|open| *open = !*open))
        .child(icon("i-fold"));
    let shortcut = move |part: Part| {
        button("button button--quiet button--icon")
            .set("title", rows::part_name(part))
            .set("aria-label", rows::part_name(part))
            .bind("aria-current", move || (state.selected.get() == part).then_some("true"))
            .on("click", move || state.selected.set(part))
            .child(icon(part_symbol(part)))
    };
    el("div").set("class", "rail").child(opener).child(Vec::from(parts.map(shortcut)))
}

/// A part as the outline calls it.
pub fn part_label(part: Part) -> String {
    match part {
        Part::Instance(index) => rows::instance_label(index),
        Part::Secondary(index) => format!("Secondary Region {}", index + 1),
        _ => rows::part_name(part).to_owned(),
    }
}

/// The rows by group. A row lives as long as its part; only what it says follows the design.
pub fn tree() -> El {
    let state = use_state();
    let all = memo(move || {
        state.with(|design| {
            state.bill.with(|bill| state.findings.with(|findings| rows(design, bill, findings)))
        })
    });
    let of_group = move |group: Group| {
        let keys = memo(move || {
            let of_group = |rows: &Vec<Row>| {
                rows.iter().filter(|row| row.group == group).map(|row| row.key).collect::<Vec<Key>>()
            };
            all.with(of_group)
        });
        let rows = each(move || keys.get(), |key| format!("{key:?}"), move |key| tree_row(all, key));
        el("li")
            .bind("hidden", move || keys.with(Vec::is_empty))
            .child(el("h3").set("class", "tree-group").child(group.title()))
            .child(el("ul").child(rows))
    };
    el("ul").set("class", "tree").child(Vec::from(Group::ALL.map(of_group)))
}

fn tree_row(all: Memo<Vec<Row>>, key: Key) -> El {
    let state = use_state();
    let row = memo_after(move |before: Option<&Row>| {
        // A row about to go keeps its words for the moment it is still there.
        let now = all.with(|rows| rows.iter().find(|row| row.key == key).cloned());
        now.or_else(|| before.cloned()).unwrap_or_else(|| Row::gone(key))
    });
    let part = key.part;
    let current = memo(move || state.selected.get() == part && row.with(|row| row.first));
    let worst = move || {
        let (severity, count) = row.with(|row| row.worst)?;
        let words = format!(", {}, ", counted(count, severity));
        Some(
            several()
                .child(severity_mark(severity))
                .child(el("span").set("class", "visually-hidden").child(words)),
        )
    };
    let choose = button("tree-row")
        .bind("aria-current", move || current.get().then_some("true"))
        .on("click", move || state.selected.set(part))
        .on("pointerenter", move || state.lit.set(Some(part)))
        .on("pointerleave", move || state.lit.set(None))
        .child(live_icon(move || row.with(|row| row.icon)))
        .child(el("span").child(words(move || row.with(|row| row.name.clone()))))
        .child(" ")
        .child(el("small").child(words(move || row.with(|row| row.sub.clone()))))
        .child(maybe(worst))
        .child(el("span").set("class", "num").child(words(move || row.with(|row| row.cost.clone()))));
    let actions = when(move || current.get() && has_actions(part), move || row_actions(part));
    el("li").child(choose).child(actions)
}

const fn has_actions(part: Part) -> bool {
    matches!(part, Part::Instance(_) | Part::Proxy | Part::Secondary(_))
}

/// What can be done with the selected row, right under it.
fn row_actions(part: Part) -> El {
    let state = use_state();
    let only = |name: &str, told: &str, edit: Edit| {
        el("div").set("class", "row-acts").child(removal(name, format!("Removed {told}"), edit))
    };
    match part {
        Part::Instance(index) => instance_actions(index),
        Part::Proxy if state.peek(|design| design.proxy.is_some()) => {
            only("RDS Proxy", "RDS Proxy", Edit::RemoveProxy)
        }
        Part::Secondary(index) => {
            let name = state.peek(|design| design.secondaries().get(index).map_or("", |it| it.region.code));
            only(name, &format!("Region {name}"), Edit::RemoveSecondary(index))
        }
        _ => nothing(),
    }
}

fn removal(name: &str, told: String, edit: Edit) -> El {
    let state = use_state();
    let label = format!("Remove {name}");
    button("button button--icon button--small push")
        .set("title", &label)
        .set("aria-label", &label)
        .on("click", move || state.edit_and_tell(std::slice::from_ref(&edit), &told))
        .child(icon("i-remove"))
}

fn instance_actions(index: usize) -> El {
    let state = use_state();
    let name = rows::instance_label(index);
    let zones = state.memo(|design| {
        Zone::all(design.region.zones).map(|zone| zone.letter().to_string()).collect::<Vec<_>>()
    });
    let zone = state.memo(move |design| Field::InstanceZone(index).text(design));
    let tier = state.memo(move |design| Field::InstanceTier(index).text(design));
    let letters = move || {
        let now = zone.get_untracked();
        let option = |letter: &String| {
            let option = choice(letter);
            // New choices leave the list at the first of them.
            if *letter == now { option.set("selected", "") } else { option }
        };
        several().child(zones.with(|zones| zones.iter().map(option).collect::<Vec<_>>()))
    };
    let zone_list = choices(&format!("Zone of {name}"), Field::InstanceZone(index))
        .child(live(letters))
        .value(move || zone.get());
    let tier_list = choices(&format!("Tier of {name}"), Field::InstanceTier(index))
        .child((0..=15).map(|number: u32| choice(&number.to_string())).collect::<Vec<_>>())
        .value(move || tier.get());
    let remove = || removal(&name, format!("Removed {name}"), Edit::RemoveReader(index));
    el("div")
        .set("class", "row-acts")
        .child(mini("Zone", zone_list))
        .child(mini("Tier", tier_list))
        .child((index > 0).then(remove))
}

fn mini(label: &str, list: El) -> El {
    el("label").set("class", "mini").child(el("span").child(label)).child(list)
}

fn choices(label: &str, field: Field) -> El {
    let state = use_state();
    let change = move |event: Event| state.edit(Edit::set(field.clone(), event_target_value(&event)));
    el("select").set("aria-label", label).hear("change", change)
}

fn choice(text: &str) -> El {
    el("option").set("value", text).child(text)
}

/// What can be added: a reader, a Region, the proxy.
pub fn additions() -> El {
    let state = use_state();
    let add =
        |label: &str, word: &str| button("button").set("aria-label", label).child(icon("i-plus")).child(word);
    let proxy = move || {
        add("Add RDS Proxy", "Proxy").on("click", move || {
            state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
            state.selected.set(Part::Proxy);
        })
    };
    let region =
        Menu { id: "region-menu", label: "Region", icon: "i-plus", class: "button--above", at_end: false };
    el("div")
        .set("class", "panel-foot")
        .child(add("Add reader", "Reader").on("click", move || add_reader(state)))
        .child(when(move || state.with(|design| design.proxy.is_none()), proxy))
        .child(menu(region, move || state.panels.shown(|panels| (panels.add_region)())))
}

fn add_reader(state: State) {
    state.edit_and_tell(&[Edit::AddReader { zone: None, tier: 1 }], "Added a reader");
    let last = state.peek(|design| design.cluster.readers.len());
    state.selected.set(Part::Instance(last));
}

/// The form that adds a Region.
pub fn add_region() -> El {
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
    let add = move |event: SubmitEvent| {
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
    let place = |region: &Region| {
        let words = format!("{} {}", region.code, region.place());
        el("option").set("value", region.code).child(words)
    };
    let list = el("select")
        .child(free.into_iter().map(place).collect::<Vec<_>>())
        .value(move || chosen.get())
        .hear("change", move |event: Event| chosen.set(event_target_value(&event)));
    let field = el("label")
        .set("class", "field")
        .child(el("span").set("class", "label").child("Secondary Region"))
        .child(el("span").set("class", "input input--select").child(list).child(icon("i-down")));
    let submit =
        el("button").set("type", "submit").set("class", "button button--primary").child("Add Region");
    el("form").set("class", "menu-form").hear("submit", add).child(field).child(submit)
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
