//! What shows while a card is carried: the card, where it came from, the tiers of each zone, the bin.

use leptos::prelude::*;

use crate::design::{Part, Zone};
use crate::formats::diagram::{Rect, Style, ZoneColumn, text_width};

use super::super::browser::{El, el, maybe, several, svg, words};
use super::super::erase::{Memo, memo};
use super::super::glyphs::icon;
use super::hand::{Goal, Hand};
use super::view::{View, shift};
use super::{Canvas, aim, keys, markup};

/// Height of a place for a tier, and what lies between two.
const HEIGHT: i32 = 28;
const GAP: i32 = 4;

/// Id of the bin.
pub(super) const BIN: &str = "bin";

fn over(canvas: Canvas) -> Memo<Option<Goal>> {
    memo(move || canvas.hand.with(|hand| hand.as_ref()?.over))
}

/// The layer over the cards. Its twins for the keyboard are Alt with arrows, Delete, and the inspector's slider.
pub(super) fn layer(canvas: Canvas) -> El {
    let (carried, over, aiming) = (canvas.carried, over(canvas), aim::aiming(canvas));
    let goals = move || {
        let (key, part) = carried.get()?;
        let node =
            canvas.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == key).cloned())?;
        let left = part_of("empty-slot", node.rect).set("rx", "6");
        let columns = || {
            canvas.diagram.with_untracked(|it| it.zones.iter().map(|column| tiers(column, over)).collect())
        };
        let tiers: Vec<El> = if matches!(part, Part::Instance(1..)) { columns() } else { Vec::new() };
        Some(several().child(left).child(tiers))
    };
    let ends = move || {
        let part = canvas.state.selected.get();
        if carried.with(Option::is_some) || aiming.get() || !matches!(part, Part::Instance(_)) {
            return None;
        }
        let node = canvas.diagram.with(|it| it.nodes.iter().find(|node| node.part == part).cloned())?;
        aim::ends(&node)
    };
    svg("g").set("aria-hidden", "true").child(maybe(goals)).child(maybe(ends))
}

/// The card on its way: a drawing of its own, so that moving it paints nothing of the other anew.
pub(super) fn ghost(canvas: Canvas) -> El {
    let carried = canvas.carried;
    maybe(move || {
        let (key, _) = carried.get()?;
        let node =
            canvas.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == key).cloned())?;
        let way = move || {
            let (x, y) = canvas.hand.with(|hand| hand.as_ref().map_or((0.0, 0.0), Hand::carried));
            shift(x, y)
        };
        let place = untrack(|| View::at(canvas.outside((0.0, 0.0)), canvas.scale()).transform());
        let card = svg("g").set("transform", &place).live_pieces(move || markup::card(&node));
        Some(svg("svg").set("class", "diagram ghost").set("aria-hidden", "true").transformed(way).child(card))
    })
}

pub(super) fn part_of(class: &str, rect: Rect) -> El {
    svg("rect")
        .set("class", class)
        .set_number("x", rect.x)
        .set_number("y", rect.y)
        .set_number("width", rect.width)
        .set_number("height", rect.height)
}

/// Where a reader is dropped that scales with the writer, or on its own: at the foot of its zone.
fn tier_place(column: &ZoneColumn, tied: bool) -> Rect {
    // The storage band covers the lower 24 pixels of a column.
    let foot = column.rect.bottom() - 24 - GAP;
    let y = foot - i32::from(tied) * (HEIGHT + GAP) - HEIGHT;
    Rect::new(column.rect.x + 6, y, column.rect.width - 12, HEIGHT)
}

/// What of a zone takes a card that is dropped at a point of the drawing.
pub(super) fn goal_at(column: &ZoneColumn, part: Part, point: (f64, f64)) -> Option<Goal> {
    if !holds(column.rect, point) {
        return None;
    }
    let takes = |tied: &bool| matches!(part, Part::Instance(1..)) && holds(tier_place(column, *tied), point);
    let tier = [true, false].into_iter().find(takes);
    Some(tier.map_or(Goal::Zone(column.zone), |tied| Goal::Tier(column.zone, tied)))
}

fn holds(rect: Rect, (x, y): (f64, f64)) -> bool {
    (f64::from(rect.x)..f64::from(rect.right())).contains(&x)
        && (f64::from(rect.y)..f64::from(rect.bottom())).contains(&y)
}

/// The two kinds of tier at the foot of a zone.
fn tiers(column: &ZoneColumn, over: Memo<Option<Goal>>) -> El {
    let place =
        |tied: bool, words: [&'static str; 2]| tier(column.zone, tied, tier_place(column, tied), words, over);
    svg("g")
        .child(place(true, ["Scales with the writer", "With the writer"]))
        .child(place(false, ["Scales on its own", "On its own"]))
}

fn tier(zone: Zone, tied: bool, rect: Rect, words: [&'static str; 2], over: Memo<Option<Goal>>) -> El {
    let fits = |text: &&str| text_width(text, Style::Name) <= rect.width - 12;
    let said = words.into_iter().find(fits).unwrap_or(words[1]);
    let goal = Goal::Tier(zone, tied);
    svg("g")
        .set("class", "tier-place")
        .set("data-drop", &format!("{zone} {}", if tied { "tied" } else { "own" }))
        .bind("data-target", move || (over.get() == Some(goal)).then_some("true"))
        .child(part_of("tier-ground", rect).set("rx", "6"))
        .child(
            svg("text")
                .set("class", "dt-name")
                .set_number("x", rect.center().x)
                .set_number("y", rect.center().y + 4)
                .set("text-anchor", "middle")
                .child(said),
        )
}

/// The bin at the foot of the drawing, while what can be removed is carried.
pub(super) fn bin(canvas: Canvas) -> El {
    let (carried, over) = (canvas.carried, over(canvas));
    let name = move || {
        let (key, part) = carried.get()?;
        keys::removable(&key, part).then(|| keys::removed_name(&key, part))
    };
    el("div")
        .set("class", "bin")
        .set("id", BIN)
        .set("data-drop", "bin")
        .bind("hidden", move || name().is_none())
        .bind("data-target", move || (over.get() == Some(Goal::Bin)).then_some("true"))
        .child(icon("i-remove"))
        .child(el("span").child(words(move || format!("Remove {}", name().unwrap_or_default()))))
}
