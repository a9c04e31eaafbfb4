//! Several instances at once: which are selected, and what is done to all of them as one step of the history.

use std::fmt::Write as _;

use crate::design::{Design, Edit, Part, Zone, ordered};
use crate::facts::limits::MAX_READERS;
use crate::formats::diagram::Diagram;

use super::targets::{self, Change, Goal, moved, removal, tier};

/// What is selected: a part, and the other instances that were picked with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    now: Part,
    /// In order, each once; empty unless there are several.
    picked: Vec<Part>,
}

/// What is done to every selected instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Readers go; the writer stays.
    Remove,
    /// They go to a zone.
    Zone(Zone),
    /// Readers take a tier.
    Tier(u32),
    /// They go to a zone, and readers scale with the writer there or on their own.
    Place(Zone, bool),
    /// They go to the next zone, or to the one before.
    Aside(bool),
    /// Readers go one tier up, or down.
    Step(bool),
}

impl Selection {
    /// One part alone.
    pub const fn one(part: Part) -> Self {
        Self { now: part, picked: Vec::new() }
    }

    /// A part and what was picked with it. A list that does not hold the part is of an earlier selection.
    pub fn new(now: Part, parts: Vec<Part>) -> Self {
        let mut picked = Vec::new();
        for part in parts {
            ordered::put(&mut picked, part);
        }
        if picked.len() > 1 && picked.contains(&now) { Self { now, picked } } else { Self::one(now) }
    }

    /// Every instance.
    pub fn all(design: &Design) -> Self {
        Self::from_place(design, 0, Part::Instance(0))
    }

    /// Every instance from a place on.
    fn from_place(design: &Design, first: usize, now: Part) -> Self {
        Self::new(now, (first..design.instances().count()).map(Part::Instance).collect())
    }

    /// The part that the settings show.
    pub const fn now(&self) -> Part {
        self.now
    }

    /// All of them in order where there are several, else nothing.
    pub const fn picked(&self) -> &[Part] {
        self.picked.as_slice()
    }

    /// Whether there are several.
    pub fn is_many(&self) -> bool {
        !self.picked.is_empty()
    }

    /// Whether a part is selected.
    pub fn contains(&self, part: Part) -> bool {
        part == self.now || self.picked.contains(&part)
    }

    /// With an instance more, or less. Other parts are selected alone.
    #[must_use]
    pub fn toggled(&self, part: Part) -> Self {
        if !matches!((self.now, part), (Part::Instance(_), Part::Instance(_))) {
            return Self::one(part);
        }
        let mut picked = self.picked.clone();
        ordered::put(&mut picked, self.now);
        match picked.binary_search(&part) {
            Ok(place) => picked.remove(place),
            Err(place) => {
                picked.insert(place, part);
                return Self::new(part, picked);
            }
        };
        let now = if part == self.now { picked.last().copied().unwrap_or(part) } else { self.now };
        Self::new(now, picked)
    }

    /// With every instance whose card touches a rectangle of the drawing, given by two corners in its pixels.
    #[must_use]
    pub fn with_those_in(&self, diagram: &Diagram, one: (f64, f64), other: (f64, f64)) -> Self {
        let touches = |low: i32, high: i32, one: f64, other: f64| {
            f64::from(low) <= one.max(other) && f64::from(high) >= one.min(other)
        };
        let hit = diagram.nodes.iter().filter(|node| {
            matches!(node.part, Part::Instance(_))
                && touches(node.rect.x, node.rect.right(), one.0, other.0)
                && touches(node.rect.y, node.rect.bottom(), one.1, other.1)
        });
        let mut picked = Vec::new();
        hit.for_each(|node| ordered::put(&mut picked, node.part));
        let Some(last) = picked.last().copied() else { return self.clone() };
        if matches!(self.now, Part::Instance(_)) {
            ordered::put(&mut picked, self.now);
        }
        self.picked.iter().for_each(|part| ordered::put(&mut picked, *part));
        Self::new(last, picked)
    }

    /// What a deed at a part is about: all of them where the part is one of them, else the part alone.
    #[must_use]
    pub fn about(&self, part: Part) -> Self {
        if self.contains(part) { Self { now: part, ..self.clone() } } else { Self::one(part) }
    }

    /// Their places among the instances, in order.
    fn places(&self) -> Vec<usize> {
        let only = (!self.is_many()).then_some(self.now);
        let place = |part: Part| if let Part::Instance(index) = part { Some(index) } else { None };
        self.picked.iter().copied().chain(only).filter_map(place).collect()
    }

    /// As the middle of a sentence has them: `reader 2`, `3 readers`.
    pub fn words(&self) -> String {
        words(&self.places())
    }
}

fn words(places: &[usize]) -> String {
    match places {
        [0] => "the writer".to_owned(),
        [index] => format!("reader {index}"),
        many if many.contains(&0) => format!("{} instances", many.len()),
        many => format!("{} readers", many.len()),
    }
}

/// Does something to every selected instance; nothing where there is nothing to do.
pub fn edits_to_all(selection: &Selection, design: &Design, deed: Deed) -> Option<Change> {
    let places = selection.places();
    if deed == Deed::Remove {
        // From the last on, so that every place still means the same reader.
        let removals = places.iter().rev().filter_map(|index| removal("", Part::Instance(*index)));
        let edits: Vec<Edit> = removals.map(|(edit, _)| edit).collect();
        let gone: Vec<usize> = places.into_iter().filter(|index| *index > 0).collect();
        return (!edits.is_empty()).then(|| Change { edits, said: format!("Removed {}", words(&gone)) });
    }
    let zones = design.zones();
    let each = places.iter().filter_map(|index| {
        let (zone, tier) = aimed(design, *index, *zones.get(*index)?, deed);
        moved(design, *index, zone, tier).map(|change| (*index, change))
    });
    let each: Vec<(usize, Change)> = each.collect();
    if let [(_, only)] = each.as_slice() {
        return Some(only.clone());
    }
    let movers: Vec<usize> = each.iter().map(|(index, _)| *index).collect();
    let (edits, who) = (each.into_iter().flat_map(|(_, change)| change.edits).collect(), words(&movers));
    let said = match deed {
        Deed::Zone(zone) => format!("Moved {who} to zone {zone}"),
        Deed::Tier(tier) => format!("Moved {who} to tier {tier}"),
        Deed::Place(zone, true) => format!("Moved {who} to zone {zone}, scaling with the writer"),
        Deed::Place(zone, false) => format!("Moved {who} to zone {zone}, scaling on their own"),
        Deed::Aside(_) => format!("Moved {who} to the next zone"),
        Deed::Step(true) => format!("Moved {who} one tier up"),
        Deed::Step(false) => format!("Moved {who} one tier down"),
        Deed::Remove => format!("Removed {who}"),
    };
    (!movers.is_empty()).then_some(Change { edits, said })
}

/// Where an instance goes, and the tier it takes if it takes another.
fn aimed(design: &Design, index: usize, here: Zone, deed: Deed) -> (Zone, Option<u32>) {
    let now = tier(design, index);
    let (zone, next) = match deed {
        Deed::Zone(zone) => (zone, now),
        Deed::Tier(tier) => (here, tier),
        // Within its kind a reader keeps the tier it has.
        Deed::Place(zone, true) => (zone, now.min(1)),
        Deed::Place(zone, false) => (zone, now.max(2)),
        Deed::Aside(forward) => (beside(design, here, forward), now),
        Deed::Step(true) => (here, now.saturating_sub(1)),
        Deed::Step(false) => (here, (now + 1).min(15)),
        Deed::Remove => (here, now),
    };
    (zone, Some(next).filter(|next| index > 0 && *next != now))
}

/// The zone beside one; itself at the end.
fn beside(design: &Design, here: Zone, forward: bool) -> Zone {
    let zones: Vec<Zone> = Zone::all(design.region.zones).collect();
    let place = zones.iter().position(|zone| *zone == here).unwrap_or(0);
    let next = if forward { place.checked_add(1) } else { place.checked_sub(1) };
    next.and_then(|next| zones.get(next)).copied().unwrap_or(here)
}

/// What dropping a card changes; the selected ones go with it where it is one of them.
pub fn put(selection: &Selection, design: &Design, key: &str, part: Part, goal: Goal) -> Option<Change> {
    if !(selection.is_many() && selection.contains(part)) {
        return targets::put(design, key, part, goal);
    }
    let deed = match goal {
        Goal::Bin => Deed::Remove,
        Goal::Zone(zone) => Deed::Zone(zone),
        Goal::Tier(zone, tied) => Deed::Place(zone, tied),
    };
    edits_to_all(selection, design, deed)
}

/// A reader beside each selected instance, in its zone and tier; and those readers, selected.
pub fn duplicated(selection: &Selection, design: &Design) -> Option<(Change, Selection)> {
    added(design, &readers(selection, design), &format!("Duplicated {}", selection.words()))
}

fn readers(selection: &Selection, design: &Design) -> Vec<(Option<Zone>, u32)> {
    let zones = design.zones();
    selection.places().iter().map(|index| (zones.get(*index).copied(), tier(design, *index))).collect()
}

fn added(design: &Design, readers: &[(Option<Zone>, u32)], said: &str) -> Option<(Change, Selection)> {
    let edits: Vec<Edit> =
        readers.iter().map(|(zone, tier)| Edit::AddReader { zone: *zone, tier: *tier }).collect();
    let first = design.instances().count();
    let after = design.with_all(&edits).ok().filter(|after| after != design)?;
    let selection = Selection::from_place(&after, first, Part::Instance(first));
    Some((Change { edits, said: said.to_owned() }, selection))
}

/// The selected instances as the spec lists readers, for the clipboard; `None` where no instance is selected.
pub fn copied(selection: &Selection, design: &Design) -> Option<String> {
    let mut text = String::new();
    for (zone, tier) in readers(selection, design) {
        // Writing to a String can't fail, here and below.
        let _ = writeln!(text, "- type: reader");
        if let Some(zone) = zone {
            let _ = writeln!(text, "  availability_zone: {zone}");
        }
        let _ = writeln!(text, "  promotion_tier: {tier}");
    }
    (!text.is_empty()).then_some(text)
}

/// The readers of a text from the clipboard, and those readers, selected; `None` where the text lists none. A zone that
/// this Region does not have is left to AWS.
pub fn pasted(text: &str, design: &Design) -> Option<(Change, Selection)> {
    let mut readers = listed(text)?;
    for (zone, _) in &mut readers {
        *zone = zone.filter(|zone| Zone::all(design.region.zones).any(|known| known == *zone));
    }
    let count = readers.len();
    let said = if count == 1 { "Pasted a reader".to_owned() } else { format!("Pasted {count} readers") };
    added(design, &readers, &said)
}

/// Whether a text is a list of readers, which the drawing takes, and no file or link.
pub fn lists_readers(text: &str) -> bool {
    listed(text).is_some()
}

/// Instances as a spec lists them, in lines or in braces; nothing else may stand beside them.
fn listed(text: &str) -> Option<Vec<(Option<Zone>, u32)>> {
    let mut readers: Vec<(Option<Zone>, u32)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let fields = match line.strip_prefix("- ") {
            Some(fields) => {
                readers.push((None, 1));
                fields.trim().trim_start_matches('{').trim_end_matches('}')
            }
            None => line,
        };
        let reader = readers.last_mut()?;
        for field in fields.split(',') {
            let (key, value) = field.split_once(':')?;
            let value = value.trim().trim_matches('"');
            match key.trim() {
                "type" if matches!(value, "reader" | "writer") => {}
                "availability_zone" => reader.0 = Some(Zone::parse(value).ok()?),
                "promotion_tier" => reader.1 = value.parse().ok().filter(|tier| *tier <= 15)?,
                _ => return None,
            }
        }
    }
    (1..=MAX_READERS).contains(&readers.len()).then_some(readers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::examples::{drawing, middle};

    fn many(places: &[usize]) -> Selection {
        let picked = places.iter().copied().map(Part::Instance).collect();
        Selection::new(Part::Instance(places[0]), picked)
    }

    fn zone(letter: &str) -> Zone {
        Zone::parse(letter).unwrap()
    }

    fn tiers_and_zones(design: &Design) -> Vec<String> {
        let zones = design.zones();
        design.instances().zip(zones).map(|(it, zone)| format!("{zone}{}", it.promotion_tier)).collect()
    }

    fn after(selection: &Selection, deed: Deed) -> (Vec<String>, String) {
        let (design, _) = drawing();
        let change = edits_to_all(selection, &design, deed).unwrap();
        (tiers_and_zones(&design.with_all(&change.edits).unwrap()), change.said)
    }

    #[test]
    fn instances_are_picked_and_let_go_one_by_one() {
        let two = Selection::one(Part::Instance(1)).toggled(Part::Instance(2));
        assert_eq!((two.now(), two.picked().len()), (Part::Instance(2), 2));
        let three = two.toggled(Part::Instance(0));
        assert_eq!(three.words(), "3 instances");
        let back = three.toggled(Part::Instance(0));
        assert_eq!((back.now(), back.words()), (Part::Instance(2), "2 readers".to_owned()));
        assert_eq!(back.toggled(Part::Instance(1)), Selection::one(Part::Instance(2)));
        assert_eq!(two.toggled(Part::Storage), Selection::one(Part::Storage));
        assert_eq!(Selection::one(Part::Storage).toggled(Part::Instance(1)).picked().len(), 0);
    }

    #[test]
    fn a_part_selected_elsewhere_ends_what_was_picked() {
        let picked = vec![Part::Instance(1), Part::Instance(2)];
        assert!(Selection::new(Part::Instance(2), picked.clone()).is_many());
        assert_eq!(Selection::new(Part::Storage, picked), Selection::one(Part::Storage));
    }

    #[test]
    fn a_rectangle_picks_the_instances_it_touches() {
        let (design, diagram) = drawing();
        let at = |key: &str| middle(diagram.nodes.iter().find(|node| node.key == key).unwrap().rect);
        let none = Selection::one(Part::Cluster);
        assert_eq!(none.with_those_in(&diagram, at("reader-2"), at("reader-1")), many(&[2, 1]));
        let all = none.with_those_in(&diagram, (0.0, 0.0), (5000.0, 5000.0));
        assert_eq!(all.picked(), Selection::all(&design).picked());
        assert_eq!(none.with_those_in(&diagram, (1.0, 1.0), (2.0, 2.0)), none);
        let more = Selection::one(Part::Instance(0)).with_those_in(&diagram, at("reader-1"), at("reader-1"));
        assert_eq!(more, many(&[1, 0]));
    }

    #[test]
    fn one_step_moves_all_of_them() {
        let (tiers, said) = after(&many(&[1, 2]), Deed::Tier(2));
        assert_eq!((tiers.join(" "), said.as_str()), ("a0 b2 c2".to_owned(), "Moved 2 readers to tier 2"));
        let (zones, said) = after(&many(&[0, 1, 2]), Deed::Zone(zone("c")));
        assert_eq!(
            (zones.join(" "), said.as_str()),
            ("c0 c1 c3".to_owned(), "Moved 2 instances to zone c"),
            "one is there already"
        );
        let (tiers, said) = after(&many(&[0, 1, 2]), Deed::Step(false));
        assert_eq!(
            (tiers.join(" "), said.as_str()),
            ("a0 b2 c4".to_owned(), "Moved 2 readers one tier down")
        );
        let (zones, _) = after(&many(&[0, 1]), Deed::Aside(true));
        assert_eq!(zones.join(" "), "b0 c1 c3");
        let (places, _) = after(&many(&[1, 2]), Deed::Place(zone("a"), true));
        assert_eq!(places.join(" "), "a0 a1 a1");
    }

    #[test]
    fn readers_are_removed_and_the_writer_stays() {
        let (left, said) = after(&many(&[0, 1, 2]), Deed::Remove);
        assert_eq!((left.join(" "), said.as_str()), ("a0".to_owned(), "Removed 2 readers"));
        let (design, _) = drawing();
        assert_eq!(edits_to_all(&Selection::one(Part::Instance(0)), &design, Deed::Remove), None);
        assert_eq!(edits_to_all(&Selection::one(Part::Storage), &design, Deed::Tier(2)), None);
    }

    #[test]
    fn a_carried_card_takes_the_selected_ones_along() {
        let (design, _) = drawing();
        let said = |selection: &Selection| {
            put(selection, &design, "reader-1", Part::Instance(1), Goal::Bin).map(|change| change.said)
        };
        assert_eq!(said(&many(&[1, 2])).as_deref(), Some("Removed 2 readers"));
        assert_eq!(said(&many(&[0, 2])).as_deref(), Some("Removed reader 1"));
    }

    #[test]
    fn duplicates_keep_zone_and_tier_and_are_selected() {
        let (design, _) = drawing();
        let (change, selection) = duplicated(&many(&[2, 1]), &design).unwrap();
        assert_eq!(tiers_and_zones(&design.with_all(&change.edits).unwrap()).join(" "), "a0 b1 c3 b1 c3");
        assert_eq!(selection, many(&[3, 4]));
        assert_eq!(duplicated(&Selection::one(Part::Proxy), &design), None);
    }

    #[test]
    fn what_is_copied_is_read_back_and_other_text_is_not() {
        let (design, _) = drawing();
        let text = copied(&many(&[1, 2]), &design).unwrap();
        assert!(text.starts_with("- type: reader\n  availability_zone: b\n  promotion_tier: 1\n"), "{text}");
        let (change, selection) = pasted(&text, &design).unwrap();
        assert_eq!(change.said, "Pasted 2 readers");
        assert_eq!(selection, many(&[3, 4]));
        let after = design.with_all(&change.edits).unwrap();
        assert_eq!(tiers_and_zones(&after).join(" "), "a0 b1 c3 b1 c3");
        let flow = pasted("- { type: reader, promotion_tier: 7 }", &design).unwrap().0;
        assert_eq!(flow.edits, [Edit::AddReader { zone: None, tier: 7 }]);
        let elsewhere = pasted("- type: reader\n  availability_zone: z", &design).unwrap().0;
        assert_eq!(elsewhere.edits, [Edit::AddReader { zone: None, tier: 1 }]);
        for other in
            ["", "hello", "- hello", "- type: proxy", "type: reader", "- type: reader\n  promotion_tier: 16"]
        {
            assert_eq!(pasted(other, &design), None, "{other}");
        }
        assert_eq!(pasted(&"- type: reader\n".repeat(16), &design), None);
    }
}
