//! What shows while a card is carried: the card, where it came from, the tiers of each zone, the bin.

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::targets::{self, Goal};
use crate::editor::view::shift;
use crate::formats::diagram::{Rect, ZoneColumn};
use crate::ui::widgets::{Icon, live};

use super::board::Board;
use super::shapes::drawn;

/// Id of the bin.
pub(super) const BIN: &str = "bin";

/// Where the card came from and where it may go, over the cards. Its twins for the keyboard are Alt with arrows and Delete.
#[component]
pub(super) fn Goals(board: Board) -> impl IntoView {
    live(move || {
        let (key, part) = board.carried.get()?;
        let Rect { x, y, width, height } = board.card(&key)?.rect;
        let columns = matches!(part, Part::Instance(1..))
            .then(|| board.diagram.with_untracked(|it| it.zones.clone()))
            .unwrap_or_default();
        let tiers = columns.into_iter().flat_map(|column| [(column.clone(), true), (column, false)]);
        let tiers: Vec<_> =
            tiers.map(|(column, tied)| view! { <TierPlace board column tied/> }.into_any()).collect();
        Some(
            view! {
                <rect class="empty-slot" x=x y=y width=width height=height rx="6"/>
                {tiers}
            }
            .into_any(),
        )
    })
}

#[component]
fn TierPlace(board: Board, column: ZoneColumn, tied: bool) -> impl IntoView {
    let place = targets::tier_place(&column, tied);
    let Rect { x, y, width, height } = place;
    let goal = Goal::Tier(column.zone, tied);
    let target = Memo::new(move |_| board.over.get() == Some(goal));
    view! {
        <g
            class="tier-place"
            data-drop=format!("{} {}", column.zone, if tied { "tied" } else { "own" })
            data-target=move || target.get().then_some("true")
        >
            <rect class="tier-ground" x=x y=y width=width height=height rx="6"/>
            <text class="dt-name" x=place.center().x y=place.center().y + 4 text-anchor="middle">
                {targets::tier_words(place, tied)}
            </text>
        </g>
    }
}

/// The card on its way: a drawing of its own, so that moving it paints nothing of the other anew.
#[component]
pub(super) fn Ghost(board: Board) -> impl IntoView {
    live(move || {
        let (key, _) = board.carried.get()?;
        let card = board.card(&key)?;
        let way = move || {
            let (x, y) = board.way();
            shift(x, y)
        };
        Some(
            view! {
                <svg class="diagram ghost" aria-hidden="true" style:transform=way>
                    <g transform=board.lens().transform()>{drawn(&card.shapes())}</g>
                </svg>
            }
            .into_any(),
        )
    })
}

/// The bin at the foot of the drawing, while what can be removed is carried.
#[component]
pub(super) fn Bin(board: Board) -> impl IntoView {
    let name = Memo::new(move |_| {
        let (key, part) = board.carried.get()?;
        targets::removal(&key, part).map(|(_, name)| name)
    });
    let target = Memo::new(move |_| board.over.get() == Some(Goal::Bin));
    view! {
        <div
            class="bin"
            id=BIN
            data-drop="bin"
            hidden=move || name.with(Option::is_none)
            data-target=move || target.get().then_some("true")
        >
            <Icon name="i-remove"/>
            <span>{move || format!("Remove {}", name.get().unwrap_or_default())}</span>
        </div>
    }
}
