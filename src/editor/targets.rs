//! Where a card may be dropped, and what that changes; which line lies under the pointer.

use crate::design::{Client, Design, Edit, Field, Part, Word as _, Zone};
use crate::formats::diagram::{Diagram, Edge, Node, Point, Rect, Style, ZoneColumn, client_name, text_width};

/// Height of a place for a tier, and what lies between two, in pixels of the drawing.
const HEIGHT: i32 = 28;
const GAP: i32 = 4;

/// Where a carried card may be dropped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    /// In a zone, with the tier it has.
    Zone(Zone),
    /// In a zone, scaling with the writer or on its own.
    Tier(Zone, bool),
    /// In the bin.
    Bin,
}

impl Goal {
    /// The zone it lies in.
    pub const fn zone(self) -> Option<Zone> {
        match self {
            Self::Zone(zone) | Self::Tier(zone, _) => Some(zone),
            Self::Bin => None,
        }
    }
}

/// Edits that belong together, and what is told of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// One step of the history.
    pub edits: Vec<Edit>,
    /// As in "Moved reader 1 to zone c".
    pub said: String,
}

/// What of the drawing takes a card that is dropped at a point, in the drawing's pixels. Only instances have a zone.
pub fn goal_at(diagram: &Diagram, part: Part, point: (f64, f64)) -> Option<Goal> {
    let Part::Instance(index) = part else { return None };
    let column = diagram.zones.iter().find(|column| holds(column.rect, point))?;
    let takes = |tied: &bool| index > 0 && holds(tier_place(column, *tied), point);
    let tier = [true, false].into_iter().find(takes);
    Some(tier.map_or(Goal::Zone(column.zone), |tied| Goal::Tier(column.zone, tied)))
}

fn holds(rect: Rect, (x, y): (f64, f64)) -> bool {
    (f64::from(rect.x)..f64::from(rect.right())).contains(&x)
        && (f64::from(rect.y)..f64::from(rect.bottom())).contains(&y)
}

/// Where a reader is dropped that scales with the writer, or on its own: at the foot of its zone.
pub fn tier_place(column: &ZoneColumn, tied: bool) -> Rect {
    // The storage band covers the lower 24 pixels of a column.
    let foot = column.rect.bottom() - 24 - GAP;
    let y = foot - i32::from(tied) * (HEIGHT + GAP) - HEIGHT;
    Rect::new(column.rect.x + 6, y, column.rect.width - 12, HEIGHT)
}

/// What such a place says, as far as it fits.
pub fn tier_words(place: Rect, tied: bool) -> &'static str {
    let [long, short] = if tied {
        ["Scales with the writer", "With the writer"]
    } else {
        ["Scales on its own", "On its own"]
    };
    if text_width(long, Style::Name) <= place.width - 12 { long } else { short }
}

/// What dropping a card changes; nothing where it stands there already.
pub fn put(design: &Design, key: &str, part: Part, goal: Goal) -> Option<Change> {
    match (goal, part) {
        (Goal::Bin, _) => removal(key, part).map(|(edit, name)| removed(edit, &name)),
        (Goal::Zone(zone), Part::Instance(index)) => moved(design, index, zone, None),
        (Goal::Tier(zone, tied), Part::Instance(index)) => {
            let now = tier(design, index);
            // Within its kind a reader keeps the tier it has.
            let next = if tied { now.min(1) } else { now.max(2) };
            moved(design, index, zone, Some(next).filter(|next| *next != now))
        }
        _ => None,
    }
}

/// Promotion tier of an instance, by its place among them.
pub(super) fn tier(design: &Design, index: usize) -> u32 {
    design.instances().nth(index).map_or(0, |instance| instance.promotion_tier)
}

/// An instance goes to a zone, and to another tier; nothing where it is there already.
pub(super) fn moved(design: &Design, index: usize, zone: Zone, tier: Option<u32>) -> Option<Change> {
    let mut edits = Vec::new();
    let mut places = Vec::new();
    if design.zones().get(index) != Some(&zone) {
        edits.push(Edit::set(Field::InstanceZone(index), zone));
        places.push(format!("zone {zone}"));
    }
    if let Some(tier) = tier {
        edits.push(Edit::set(Field::InstanceTier(index), tier));
        places.push(format!("tier {tier}"));
    }
    let name = if index == 0 { "the writer".to_owned() } else { format!("reader {index}") };
    (!edits.is_empty()).then(|| Change { edits, said: format!("Moved {name} to {}", places.join(", ")) })
}

/// What removes a card's part, and its name in the middle of a sentence; a design keeps its writer and much else.
pub fn removal(key: &str, part: Part) -> Option<(Edit, String)> {
    Some(match part {
        Part::Instance(index) if index > 0 => (Edit::RemoveReader(index), format!("reader {index}")),
        Part::Proxy => (Edit::RemoveProxy, "RDS Proxy".to_owned()),
        Part::Secondary(index) => (Edit::RemoveSecondary(index), "the secondary Region".to_owned()),
        Part::Clients => {
            let client = Client::from_word(key.strip_prefix("client-")?)?;
            (Edit::ToggleClient(client), client_name(client).to_owned())
        }
        _ => return None,
    })
}

/// The change that a removal is.
pub(super) fn removed(edit: Edit, name: &str) -> Change {
    Change { edits: vec![edit], said: format!("Removed {name}") }
}

/// The card at a point, in the drawing's pixels.
pub fn node_at(diagram: &Diagram, point: (f64, f64)) -> Option<&Node> {
    diagram.nodes.iter().find(|node| holds(node.rect, point))
}

/// The first part of the line that lies within reach of a point, both in the drawing's pixels.
pub fn line_at(diagram: &Diagram, point: (f64, f64), reach: f64) -> Option<Part> {
    let far = diagram.edges.iter().map(|edge| (distance(edge, point), edge));
    let nearest = far.filter(|(far, _)| *far <= reach).min_by(|(one, _), (other, _)| one.total_cmp(other));
    nearest.and_then(|(_, edge)| edge.parts.first().copied())
}

/// From a point to the nearest stretch of a line; stretches run along an axis.
fn distance(edge: &Edge, (x, y): (f64, f64)) -> f64 {
    let aside = |at: f64, one: i32, other: i32| {
        let (low, high) = (f64::from(one.min(other)), f64::from(one.max(other)));
        (low - at).max(at - high).max(0.0)
    };
    let stretch = |(from, to): (&Point, &Point)| aside(x, from.x, to.x).hypot(aside(y, from.y, to.y));
    edge.points.iter().zip(edge.points.iter().skip(1)).map(stretch).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::examples::{drawing, middle};

    #[test]
    fn the_foot_of_a_zone_takes_readers_alone() {
        let (_, diagram) = drawing();
        let column = &diagram.zones[2];
        let own = middle(tier_place(column, false));
        assert_eq!(goal_at(&diagram, Part::Instance(1), own), Some(Goal::Tier(column.zone, false)));
        assert_eq!(goal_at(&diagram, Part::Instance(0), own), Some(Goal::Zone(column.zone)));
        assert_eq!(goal_at(&diagram, Part::Proxy, own), None);
        assert_eq!(goal_at(&diagram, Part::Instance(1), (1.0, 1.0)), None);
    }

    #[test]
    fn a_reader_keeps_its_tier_within_its_kind_and_nothing_changes_in_place() {
        let (design, _) = drawing();
        let zone = |letter| Zone::parse(letter).unwrap_or(Zone::A);
        let said = |goal| put(&design, "reader-1", Part::Instance(1), goal).map(|change| change.said);
        assert_eq!(said(Goal::Tier(zone("b"), true)), None);
        assert_eq!(said(Goal::Tier(zone("b"), false)).as_deref(), Some("Moved reader 1 to tier 2"));
        assert_eq!(said(Goal::Tier(zone("c"), false)).as_deref(), Some("Moved reader 1 to zone c, tier 2"));
        assert_eq!(said(Goal::Zone(zone("c"))).as_deref(), Some("Moved reader 1 to zone c"));
        assert_eq!(said(Goal::Zone(zone("b"))), None);
        assert_eq!(said(Goal::Bin).as_deref(), Some("Removed reader 1"));
        assert_eq!(put(&design, "writer", Part::Instance(0), Goal::Bin), None);
        assert!(removal("client-lambda", Part::Clients).is_some());
        assert_eq!(removal("clients", Part::Clients), None);
    }

    #[test]
    fn a_card_is_found_by_any_point_on_it() {
        let (_, diagram) = drawing();
        for node in &diagram.nodes {
            assert_eq!(node_at(&diagram, middle(node.rect)).map(|it| &it.key), Some(&node.key));
        }
        assert_eq!(node_at(&diagram, (-1.0, -1.0)), None);
    }

    #[test]
    fn a_line_is_found_within_reach() {
        let (_, diagram) = drawing();
        let edge = diagram.edges.iter().find(|edge| edge.parts == [Part::Instance(0), Part::Storage]);
        let from = edge.and_then(|edge| edge.points.first()).copied().unwrap_or_default();
        let at = (f64::from(from.x) + 5.0, f64::from(from.y) + 10.0);
        assert_eq!(line_at(&diagram, at, 8.0), Some(Part::Instance(0)));
        assert_eq!(line_at(&diagram, at, 4.0), None);
    }
}
