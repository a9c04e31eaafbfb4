//! What lies under and over the cards: frames, zones, empty slots, lines, ties.

use leptos::prelude::*;

use crate::design::{Client, Edit, Field, Part, Zone};
use crate::editor::targets::Goal;
use crate::facts::limits::MAX_READERS;
use crate::formats::diagram::{Diagram, Frame, Rect, Shape, Slot, ZoneColumn};
use crate::ui::state::State;
use crate::ui::widgets::ForRows;

use super::board::Board;
use super::shapes::{AddButton, Shapes, drawn};

/// The outlines of Regions and VPC.
#[component]
pub(super) fn Frames(board: Board) -> impl IntoView {
    let parts = Memo::new(move |_| {
        board.diagram.with(|it| it.frames.iter().map(|frame| frame.part).collect::<Vec<_>>())
    });
    let outlined = move |part: Part| {
        let shapes = Memo::new(move |_| {
            let frame = |frames: &[Frame]| frames.iter().find(|frame| frame.part == part).map(Frame::shapes);
            board.diagram.with(|it| frame(&it.frames)).unwrap_or_default()
        });
        view! {
            <g class="frame" on:click=move |_| board.state.selected.set(part)><Shapes shapes/></g>
        }
        .into_any()
    };
    view! { <ForRows each=move || parts.get() key=|part| *part children=outlined/> }
}

/// The columns of the Availability Zones.
#[component]
pub(super) fn Zones(board: Board) -> impl IntoView {
    let zones = Memo::new(move |_| {
        board.diagram.with(|it| it.zones.iter().map(|column| column.zone).collect::<Vec<_>>())
    });
    view! {
        <ForRows each=move || zones.get() key=|zone| zone.letter() let:zone>
            <Column board zone/>
        </ForRows>
    }
}

#[component]
fn Column(board: Board, zone: Zone) -> impl IntoView {
    let column = Memo::new(move |_| {
        board.diagram.with(|it| it.zones.iter().find(|column| column.zone == zone).cloned())
    });
    let ground = Memo::new(move |_| column.with(|it| it.as_ref().map_or_else(Rect::default, |it| it.rect)));
    let add = Memo::new(move |_| column.with(|it| it.as_ref().map_or_else(Rect::default, |it| it.add)));
    let title = Memo::new(move |_| {
        column.with(|it| it.iter().map(|it| Shape::Text(it.title.clone())).collect::<Vec<_>>())
    });
    let target = Memo::new(move |_| board.over.get().and_then(Goal::zone) == Some(zone));
    let lost = Memo::new(move |_| board.state.what_if.is_lost(zone));
    view! {
        <g class="zone-column" data-zone=zone.to_string() data-lost=move || lost.get()>
            <rect
                class="zone"
                rx=ZoneColumn::RADIUS
                x=move || ground.get().x
                y=move || ground.get().y
                width=move || ground.get().width
                height=move || ground.get().height
                data-target=move || target.get().then_some("true")
            />
            <g><Shapes shapes=title/></g>
            <AddButton
                label=format!("Add a reader in zone {zone}")
                at=add
                press=move || add_reader(board.state, zone)
            />
        </g>
    }
}

/// The dashed places of what is missing.
#[component]
pub(super) fn Slots(board: Board) -> impl IntoView {
    let slots = Memo::new(move |_| board.diagram.with(|it| it.slots.clone()));
    let empty = move |slot: Slot| {
        let part = slot.part;
        view! {
            <g class="slot">
                {drawn(&slot.shapes(true))}
                <AddButton label=slot.title at=slot.action press=move || fill(board.state, part)/>
            </g>
        }
        .into_any()
    };
    view! { <ForRows each=move || slots.get() key=Clone::clone children=empty/> }
}

/// The lines at rest, and the way of what is selected or pointed at.
#[component]
pub(super) fn Lines(board: Board) -> impl IntoView {
    let state = board.state;
    let lines = Memo::new(move |_| board.diagram.with(Diagram::line_shapes));
    let lit = Memo::new(move |_| {
        // What a list points at shows its path without being selected.
        let part = state.lit.get().unwrap_or_else(|| state.selected.get());
        board.diagram.with(|it| it.lit_shapes(part))
    });
    view! {
        <g><Shapes shapes=lines/></g>
        <g><Shapes shapes=lit/></g>
    }
}

/// What scales together, over the cards.
#[component]
pub(super) fn Ties(board: Board) -> impl IntoView {
    let ties = Memo::new(move |_| board.diagram.with(Diagram::tie_shapes));
    view! { <g class="ties"><Shapes shapes=ties/></g> }
}

/// Adds a reader to a zone, and says so.
fn add_reader(state: State, zone: Zone) {
    let count = state.peek(|design| design.cluster.readers.len());
    let beyond = if count >= MAX_READERS { ", more than AWS allows" } else { "" };
    let edit = Edit::AddReader { zone: Some(zone), tier: 1 };
    state.edit_and_tell(&[edit], &format!("Added reader {} in zone {zone}{beyond}", count + 1));
    state.selected.set(Part::Instance(count + 1));
}

/// Fills an empty slot.
fn fill(state: State, part: Part) {
    match part {
        Part::Clients => state.edit_and_tell(&[Edit::ToggleClient(Client::Lambda)], "Added Lambda"),
        Part::Secondary(index) => {
            state.edit_and_tell(&[Edit::set(Field::SecondaryReaders(index), 1)], "Added an instance");
        }
        _ => state.selected.set(part),
    }
}
