//! What a key does on a card: walk, open, rename, move, grow, remove.

use crate::design::{Design, Edit, Field, Part};
use crate::facts::Acu;
use crate::formats::diagram::{Diagram, Node, STOPS};

use super::selection::{Deed, Selection, duplicated, edits_to_all};
use super::targets::{Change, removal, removed};

/// A key that goes down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Key<'a> {
    /// As the browser names it: `ArrowLeft`, `F2`, `+`.
    pub name: &'a str,
    /// With Ctrl or Cmd.
    pub control: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

/// What it means.
#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// Zoom about the middle.
    Zoom(f64),
    /// Show the drawing at its own size.
    FullSize,
    /// Show all of it.
    Fit,
    /// Move the focus to a card, by its key.
    Walk(String),
    /// Select a part and go to its settings.
    Open(Part),
    /// Write the name of a card, by its key.
    Rename(String),
    /// Make a change and tell it.
    Change(Change),
    /// Select that.
    Pick(Selection),
    /// Make a change that adds readers, tell it, and select them.
    Add(Change, Selection),
    /// Open the menu of a card, by its key.
    Menu(String),
    /// Make it; the card that had the focus is gone with it.
    Remove(Change),
    /// Nothing: there is no card further on, or no more to grow.
    Stay,
}

/// What a key means while the card of that key has the focus; `None` where it is not for the drawing. A key on a card
/// that is one of several selected means all of them.
pub fn pressed(
    key: Key<'_>,
    focused: &str,
    diagram: &Diagram,
    design: &Design,
    chosen: &Selection,
) -> Option<Act> {
    let node = || diagram.nodes.iter().find(|node| node.key == focused);
    if key.control {
        return match key.name {
            "+" | "=" => Some(Act::Zoom(1.25)),
            "-" => Some(Act::Zoom(0.8)),
            "0" => Some(Act::FullSize),
            "a" => Some(Act::Pick(Selection::all(design))),
            // The browser would make a bookmark of it.
            "d" => Some(
                duplicated(&chosen.about(node()?.part), design)
                    .map_or(Act::Stay, |(it, new)| Act::Add(it, new)),
            ),
            _ => None,
        };
    }
    if key.shift && matches!(key.name, "!" | "1") {
        return Some(Act::Fit);
    }
    let node = node()?;
    let about = chosen.about(node.part);
    if key.alt {
        return shifted(key.name, &about, design);
    }
    if key.shift {
        match key.name {
            " " => return Some(Act::Pick(chosen.toggled(node.part))),
            "F10" => return Some(Act::Menu(node.key.clone())),
            _ => {}
        }
    }
    let walk = |to: Option<usize>| {
        let next = to.and_then(|to| diagram.nodes.get(to));
        Some(next.map_or(Act::Stay, |node| Act::Walk(node.key.clone())))
    };
    match key.name {
        "ArrowLeft" => walk(node.neighbors.left),
        "ArrowRight" => walk(node.neighbors.right),
        "ArrowUp" => walk(node.neighbors.up),
        "ArrowDown" => walk(node.neighbors.down),
        "Home" => walk(Some(0)),
        "End" => walk(diagram.nodes.len().checked_sub(1)),
        "Enter" | " " => Some(Act::Open(node.part)),
        "ContextMenu" => Some(Act::Menu(node.key.clone())),
        "Escape" if chosen.is_many() => Some(Act::Pick(Selection::one(chosen.now()))),
        "F2" => Some(rename(node)),
        "+" | "=" => Some(grown(design, true)),
        "-" | "_" => Some(grown(design, false)),
        "Delete" | "Backspace" if about.is_many() => {
            edits_to_all(&about, design, Deed::Remove).map(Act::Remove)
        }
        "Delete" | "Backspace" => {
            removal(&node.key, node.part).map(|(edit, name)| Act::Remove(removed(edit, &name)))
        }
        _ => None,
    }
}

/// Writing a card's name; what has none opens its settings.
pub fn rename(node: &Node) -> Act {
    if name_of(node.part).is_some() { Act::Rename(node.key.clone()) } else { Act::Open(node.part) }
}

/// The name that a part has, and what to call it.
pub const fn name_of(part: Part) -> Option<(Field, &'static str)> {
    match part {
        Part::Cluster => Some((Field::ClusterName, "Name of the cluster")),
        Part::Proxy => Some((Field::ProxyName, "Name of the proxy")),
        Part::Secondary(_) => Some((Field::GlobalName, "Name of the Global Database")),
        _ => None,
    }
}

/// What writing a name changes: an empty one follows from the project's again, the same one changes nothing.
pub fn renamed(field: &Field, label: &str, before: &str, typed: &str) -> Option<Change> {
    let text = typed.trim();
    if text.is_empty() {
        let said = format!("{label}: as it was derived");
        return Some(Change { edits: vec![Edit::Reset(field.clone())], said });
    }
    let edits = vec![Edit::set(field.clone(), text)];
    (text != before).then(|| Change { edits, said: format!("{label}: {text}") })
}

/// Alt with an arrow: sideways to the next zone, up and down to the next tier.
fn shifted(name: &str, about: &Selection, design: &Design) -> Option<Act> {
    let deed = match (name, about.now()) {
        ("ArrowLeft", Part::Instance(_)) => Deed::Aside(false),
        ("ArrowRight", Part::Instance(_)) => Deed::Aside(true),
        ("ArrowUp", Part::Instance(1..)) => Deed::Step(true),
        ("ArrowDown", Part::Instance(1..)) => Deed::Step(false),
        _ => return None,
    };
    Some(edits_to_all(about, design, deed).map_or(Act::Stay, Act::Change))
}

/// Takes the maximum to the next stop of the scale.
fn grown(design: &Design, up: bool) -> Act {
    let (min, halves) = (design.cluster.min_capacity.as_halves(), design.cluster.max_capacity.as_halves());
    let next = if up {
        STOPS.iter().find(|stop| **stop > halves)
    } else {
        STOPS.iter().rev().find(|stop| **stop < halves && **stop >= min.max(2))
    };
    next.map_or(Act::Stay, |next| {
        let next = Acu::halves(*next);
        let edits = vec![Edit::set(Field::MaxCapacity, next)];
        Act::Change(Change { edits, said: format!("Maximum {next} ACU") })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::examples::drawing;

    fn press(key: Key<'_>, focused: &str) -> Option<Act> {
        let (design, diagram) = drawing();
        pressed(key, focused, &diagram, &design, &Selection::one(Part::Cluster))
    }

    fn plain(name: &str, focused: &str) -> Option<Act> {
        press(Key { name, ..Key::default() }, focused)
    }

    fn alt(name: &str, focused: &str) -> Option<Act> {
        press(Key { name, alt: true, ..Key::default() }, focused)
    }

    fn said(act: Option<Act>) -> Option<String> {
        match act {
            Some(Act::Change(change) | Act::Remove(change)) => Some(change.said),
            _ => None,
        }
    }

    #[test]
    fn arrows_walk_to_neighbors_and_stop_at_the_edge() {
        let walk = |key: &str| Some(Act::Walk(key.to_owned()));
        assert_eq!(plain("ArrowRight", "writer"), walk("reader-1"));
        assert_eq!(plain("ArrowLeft", "reader-1"), walk("writer"));
        assert_eq!(plain("ArrowUp", "writer"), walk("cluster-endpoint"));
        assert_eq!(plain("ArrowDown", "reader-1"), walk("storage"));
        assert_eq!(plain("ArrowLeft", "writer"), Some(Act::Stay));
        assert_eq!(plain("Home", "storage"), walk("clients"));
        assert_eq!(plain("End", "writer"), walk("backups"));
    }

    #[test]
    fn enter_opens_and_f2_writes_the_name_where_there_is_one() {
        assert_eq!(plain("Enter", "writer"), Some(Act::Open(Part::Instance(0))));
        assert_eq!(plain(" ", "storage"), Some(Act::Open(Part::Storage)));
        assert_eq!(plain("F2", "cluster-endpoint"), Some(Act::Rename("cluster-endpoint".to_owned())));
        assert_eq!(plain("F2", "reader-1"), Some(Act::Open(Part::Instance(1))));
    }

    #[test]
    fn a_name_is_trimmed_taken_back_and_left_alone() {
        let change = |typed| said(renamed(&Field::ClusterName, "Name", "orders", typed).map(Act::Change));
        assert_eq!(change(" live ").as_deref(), Some("Name: live"));
        assert_eq!(change("  ").as_deref(), Some("Name: as it was derived"));
        assert_eq!(change("orders "), None);
    }

    #[test]
    fn alt_with_an_arrow_moves_an_instance() {
        assert_eq!(said(alt("ArrowRight", "reader-1")).as_deref(), Some("Moved reader 1 to zone c"));
        assert_eq!(said(alt("ArrowDown", "reader-1")).as_deref(), Some("Moved reader 1 to tier 2"));
        assert_eq!(said(alt("ArrowUp", "reader-1")).as_deref(), Some("Moved reader 1 to tier 0"));
        assert_eq!(said(alt("ArrowRight", "writer")).as_deref(), Some("Moved the writer to zone b"));
        assert_eq!(alt("ArrowLeft", "writer"), Some(Act::Stay));
        assert_eq!(alt("ArrowUp", "writer"), None);
        assert_eq!(alt("ArrowLeft", "storage"), None);
    }

    #[test]
    fn plus_and_minus_take_the_maximum_to_the_next_stop() {
        assert_eq!(said(plain("+", "writer")).as_deref(), Some("Maximum 32 ACU"));
        assert_eq!(said(plain("-", "writer")).as_deref(), Some("Maximum 8 ACU"));
        let (mut design, diagram) = drawing();
        design.cluster.max_capacity = Acu::whole(2);
        let one = Selection::one(Part::Cluster);
        let key = Key { name: "-", ..Key::default() };
        assert_eq!(
            pressed(key, "writer", &diagram, &design, &one),
            Some(Act::Stay),
            "never below the minimum"
        );
        design.cluster.max_capacity = Acu::whole(256);
        let key = Key { name: "+", ..Key::default() };
        assert_eq!(pressed(key, "writer", &diagram, &design, &one), Some(Act::Stay));
    }

    #[test]
    fn delete_removes_what_can_be_removed() {
        assert!(matches!(plain("Delete", "reader-2"), Some(Act::Remove(_))));
        assert_eq!(said(plain("Backspace", "reader-2")).as_deref(), Some("Removed reader 2"));
        assert_eq!(plain("Delete", "writer"), None);
    }

    #[test]
    fn with_control_keys_zoom_wherever_the_focus_is() {
        let control = |name| press(Key { name, control: true, ..Key::default() }, "nothing");
        assert_eq!(control("="), Some(Act::Zoom(1.25)));
        assert_eq!(control("-"), Some(Act::Zoom(0.8)));
        assert_eq!(control("0"), Some(Act::FullSize));
        assert_eq!(control("z"), None);
        assert_eq!(press(Key { name: "!", shift: true, ..Key::default() }, "nothing"), Some(Act::Fit));
        assert_eq!(plain("ArrowLeft", "nothing"), None);
    }

    #[test]
    fn a_key_on_one_of_several_means_all_of_them() {
        let (design, diagram) = drawing();
        let two = Selection::one(Part::Instance(1)).toggled(Part::Instance(2));
        let on = |key: Key<'_>, focused: &str| pressed(key, focused, &diagram, &design, &two);
        let delete = Key { name: "Delete", ..Key::default() };
        assert_eq!(said(on(delete, "reader-1")).as_deref(), Some("Removed 2 readers"));
        let down = Key { name: "ArrowDown", alt: true, ..Key::default() };
        assert_eq!(said(on(down, "reader-2")).as_deref(), Some("Moved 2 readers one tier down"));
        assert_eq!(said(on(down, "writer")), None, "it is none of them");
        let escape = Key { name: "Escape", ..Key::default() };
        assert_eq!(on(escape, "writer"), Some(Act::Pick(Selection::one(Part::Instance(2)))));
        assert_eq!(plain("Escape", "writer"), None);
    }

    #[test]
    fn keys_select_duplicate_and_open_the_menu() {
        let (design, _) = drawing();
        let control = |name, on: &str| press(Key { name, control: true, ..Key::default() }, on);
        assert_eq!(control("a", "nothing"), Some(Act::Pick(Selection::all(&design))));
        let Some(Act::Add(change, new)) = control("d", "reader-1") else { panic!() };
        assert_eq!((change.said.as_str(), new.now()), ("Duplicated reader 1", Part::Instance(3)));
        assert_eq!(control("d", "storage"), Some(Act::Stay));
        let shift = |name, on: &str| press(Key { name, shift: true, ..Key::default() }, on);
        assert_eq!(shift(" ", "reader-1"), Some(Act::Pick(Selection::one(Part::Instance(1)))));
        let menu = Some(Act::Menu("storage".to_owned()));
        assert_eq!(shift("F10", "storage"), menu);
        assert_eq!(plain("ContextMenu", "storage"), menu);
    }
}
