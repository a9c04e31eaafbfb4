//! Writer and readers with zone and tier, and the buttons that add and remove.

use leptos::prelude::*;

use crate::design::{Edit, Field, Part, Zone};
use crate::estimate::Month;

use super::super::browser::{El, Event, each, el, live, maybe, several, words};
use super::super::erase::memo;
use super::super::field::{field_id, option};
use super::super::glyphs::icon;
use super::super::state::use_state;

/// One row an instance, then the buttons.
pub(super) fn instances() -> El {
    let state = use_state();
    let count = state.memo(|design| 1 + design.cluster.readers.len());
    let add = move |label: &str, tier: u32| {
        el("button")
            .set("class", "button")
            .on("click", move || {
                let edit = Edit::AddReader { zone: None, tier };
                state.edit_and_tell(&[edit], &format!("Added a reader in tier {tier}"));
            })
            .child(icon("i-plus"))
            .child(label)
    };
    let rows = each(move || (0..count.get()).collect(), usize::to_string, instance_row);
    let buttons = el("div")
        .set("class", "buttons")
        .child(add("Reader that follows the writer", 1))
        .child(add("Reader on its own", 2));
    several().child(el("ul").set("class", "instance-list").child(rows)).child(buttons)
}

fn instance_row(index: usize) -> El {
    let state = use_state();
    let name = if index == 0 { "Writer".to_owned() } else { format!("Reader {index}") };
    let cost = memo(move || state.bill.with(|bill| bill.of(Part::Instance(index), Month::Typical)));
    let money = move || {
        let total = cost.get();
        if total.complete { total.usd.to_string() } else { "unknown".to_owned() }
    };
    let select = el("button")
        .set("class", "instance-name")
        .on("click", move || state.selected.set(Part::Instance(index)))
        .child(icon(if index == 0 { "i-writer" } else { "i-reader" }))
        .child(el("span").child(name.as_str()));
    let remove = (index > 0).then(|| {
        el("button")
            .set("class", "button button--quiet button--icon")
            .set("aria-label", &format!("Remove reader {index}"))
            .on("click", move || {
                state.edit_and_tell(&[Edit::RemoveReader(index)], &format!("Removed reader {index}"));
            })
            .child(icon("i-minus"))
    });
    el("li")
        .set("class", "instance-row")
        .bind("aria-current", move || (state.selected.get() == Part::Instance(index)).then_some("true"))
        .child(select)
        .child(choice("Zone", &name, Field::InstanceZone(index), zones(index)))
        .child(choice("Tier", &name, Field::InstanceTier(index), tiers(index)))
        .child(el("span").set("class", "money").child(words(money)))
        .child(remove)
}

/// A list to choose a setting of an instance from.
fn choice(word: &str, name: &str, field: Field, options: El) -> El {
    let state = use_state();
    let shown = field.clone();
    let now = state.memo(move |design| shown.text(design));
    let select = el("select")
        .set("class", "select")
        .set("id", &field_id(&field))
        .set("aria-label", &format!("{word} of {}", name.to_ascii_lowercase()))
        .child(options)
        .value(move || now.get())
        .hear("change", move |event: Event| state.edit(Edit::set(field.clone(), event_target_value(&event))));
    el("label").child(el("span").child(word)).child(select)
}

/// The Region's zones, and the instance's own where a file brought another.
fn zones(index: usize) -> El {
    let state = use_state();
    let letters = state.memo(move |design| {
        let mut letters: Vec<char> = Zone::all(design.region.zones).map(Zone::letter).collect();
        letters.extend(
            design.zones().get(index).map(|zone| zone.letter()).filter(|zone| !letters.contains(zone)),
        );
        letters
    });
    live(move || {
        let now = state.with_untracked(|design| Field::InstanceZone(index).text(design));
        let options = letters.get().into_iter().map(|letter| {
            let letter = letter.to_string();
            option(&letter, &letter, letter == now)
        });
        several().child(options.collect::<Vec<_>>())
    })
}

/// The tiers there are, and the instance's own where a file brought one beyond.
fn tiers(index: usize) -> El {
    let beyond = use_state().memo(move |design| {
        Field::InstanceTier(index).text(design).parse::<u32>().ok().filter(|tier| *tier > 15)
    });
    let tier = |tier: u32, chosen| {
        let tier = tier.to_string();
        option(&tier, &tier, chosen)
    };
    several()
        .child((0..16).map(|value| tier(value, false)).collect::<Vec<_>>())
        .child(maybe(move || beyond.get().map(|value| tier(value, true))))
}
