//! A name for a change, from the design before and the one after: `Move reader 2 to zone c`.
//!
//! Only what somebody chose counts. What merely follows from a choice, as a port from an engine, is not named beside it.

use crate::design::presets::PRESETS;
use crate::design::{Control, Design, Field, Instance, Zone, instance_within, ordered};
use crate::formats::diagram::client_name;

/// Longer values are cut: a name is one line.
const LONGEST_VALUE: usize = 40;

/// From so many changes on, a design of another name is another design.
const ANOTHER: usize = 4;

/// The change as an order, without a full stop; `No change` where the designs are equal.
pub fn name(before: &Design, after: &Design) -> String {
    if before == after {
        return "No change".to_owned();
    }
    let mut said = Said(Vec::new());
    said.instances(before, after);
    said.parts(before, after);
    said.answers(before, after);
    said.settings(before, after);
    if said.0.len() > 1
        && let Some(preset) = PRESETS.iter().find(|preset| (preset.design)() == *after)
    {
        return format!("Open the preset {}", preset.name);
    }
    if said.0.len() >= ANOTHER && before.project_name != after.project_name {
        return format!("Open {}", shown(&after.project_name));
    }
    said.joined()
}

/// Every change by its name, in the order they are told.
struct Said(Vec<String>);

impl Said {
    fn say(&mut self, text: impl Into<String>) {
        self.0.push(text.into());
    }

    fn joined(self) -> String {
        let mut all = self.0.into_iter();
        match (all.next(), all.next(), all.count()) {
            (Some(first), None, _) => first,
            (Some(first), Some(second), 0) => format!("{first} and {}", lowered(&second)),
            (Some(first), Some(_), more) => format!("{first} and {} more", more + 1),
            // What differs without any setting: a part's id, which a file may change.
            (None, _, _) => "Change names".to_owned(),
        }
    }

    fn instances(&mut self, before: &Design, after: &Design) {
        let (old, new) = (places(before), places(after));
        match new.len().cmp(&old.len()) {
            std::cmp::Ordering::Equal => {
                for (index, (was, is)) in old.iter().zip(&new).enumerate() {
                    self.instance(index, *was, *is);
                }
            }
            std::cmp::Ordering::Greater => match the_other(&new, &old) {
                Some((index, (zone, _))) => self.say(format!("Add reader {index} in zone {zone}")),
                None => self.say(format!("Add {} readers", new.len() - old.len())),
            },
            std::cmp::Ordering::Less => match the_other(&old, &new) {
                Some((index, _)) => self.say(format!("Remove reader {index}")),
                None => self.say(format!("Remove {} readers", old.len() - new.len())),
            },
        }
    }

    fn instance(&mut self, index: usize, (was, tier_before): (Zone, u32), (is, tier): (Zone, u32)) {
        let who = instance_within(index);
        match (was == is, tier_before == tier) {
            (true, true) => {}
            (false, true) => self.say(format!("Move {who} to zone {is}")),
            (true, false) => self.say(format!("Set tier of {who} to {tier}")),
            (false, false) => self.say(format!("Move {who} to zone {is}, tier {tier}")),
        }
    }

    /// Parts that come and go, and what connects.
    fn parts(&mut self, before: &Design, after: &Design) {
        match (&before.proxy, &after.proxy) {
            (None, Some(_)) => self.say("Add RDS Proxy"),
            (Some(_), None) => self.say("Remove RDS Proxy"),
            _ => {}
        }
        let (old, new) = (regions(before), regions(after));
        let left: Vec<&str> = old.iter().copied().filter(|code| !new.contains(code)).collect();
        let added: Vec<&str> = new.iter().copied().filter(|code| !old.contains(code)).collect();
        match (left.first(), added.first()) {
            // The same secondary, elsewhere.
            (Some(_), Some(code)) if old.len() == new.len() => {
                self.say(format!("Move a secondary to {code}"));
            }
            _ => {
                for code in added {
                    self.say(format!("Add Region {code}"));
                }
                for code in left {
                    self.say(format!("Remove Region {code}"));
                }
            }
        }
        for client in after.clients.difference(before.clients) {
            self.say(format!("Add client {}", client_name(client)));
        }
        for client in before.clients.difference(after.clients) {
            self.say(format!("Remove client {}", client_name(client)));
        }
    }

    /// Findings that were answered, or are listed again.
    fn answers(&mut self, before: &Design, after: &Design) {
        let answered = after.suppress.iter().filter(|it| !before.suppress.contains(it));
        let listed =
            before.suppress.iter().filter(|it| !after.suppress.iter().any(|now| now.rule == it.rule));
        self.0.extend(answered.map(|it| format!("Suppress {}", shown(&it.rule))));
        self.0.extend(listed.map(|it| format!("List {} again", shown(&it.rule))));
    }

    fn settings(&mut self, before: &Design, after: &Design) {
        let another_engine = before.cluster.engine != after.cluster.engine;
        for field in Field::every_of(before, after) {
            let (was, is) = (chosen(&field, before), chosen(&field, after));
            // Another engine takes what belongs to the old one with it.
            let follows = another_engine && field != Field::Engine && is.is_none();
            if was != is && !follows && !is_said(&field, before, after) {
                self.say(setting(&field, was.is_some(), before, after));
            }
        }
    }
}

/// The Regions of the secondaries, in order, each once.
fn regions(design: &Design) -> Vec<&'static str> {
    let mut codes = Vec::new();
    design.secondaries().iter().for_each(|it| ordered::put(&mut codes, it.region.code));
    codes
}

/// Zone and tier of every instance, writer first, as they take effect.
fn places(design: &Design) -> Vec<(Zone, u32)> {
    let tier = |instance: &Instance| instance.promotion_tier;
    design.zones().into_iter().zip(design.instances().map(tier)).collect()
}

/// The one of the more that is missing among the fewer, with its place.
fn the_other(more: &[(Zone, u32)], fewer: &[(Zone, u32)]) -> Option<(usize, (Zone, u32))> {
    if more.len() != fewer.len() + 1 {
        return None;
    }
    // Of several alike the last, which is where a new one stands.
    (0..more.len()).rev().find_map(|index| {
        let (front, rest) = more.split_at_checked(index)?;
        let (other, back) = rest.split_first()?;
        let same = front.iter().chain(back).eq(fewer);
        same.then_some((index, *other))
    })
}

/// What somebody chose; `None` where the value follows from the rest.
fn chosen(field: &Field, design: &Design) -> Option<String> {
    field.is_chosen(design).then(|| field.text(design))
}

/// Whether the change of a setting is told already, as one of a part.
fn is_said(field: &Field, before: &Design, after: &Design) -> bool {
    match field {
        Field::Proxy | Field::Global | Field::Clients | Field::Instances => true,
        Field::InstanceZone(_) | Field::InstanceTier(_) | Field::SecondaryRegion(_) => true,
        // A tag that is new or gone is a change of its own.
        _ if field.name().is_some() => false,
        // A part that is new or gone has all of its settings with it.
        _ => !field.is_there(before) || !field.is_there(after),
    }
}

fn setting(field: &Field, was_chosen: bool, before: &Design, after: &Design) -> String {
    let text = field.text(after);
    // The title of what is gone names what it belonged to.
    let title = if field.is_there(after) { field.title(after) } else { field.title(before) };
    match field.control() {
        _ if *field == Field::ProjectName => format!("Rename to {}", shown(&text)),
        Control::Switch => format!("Turn {} {title}", if text == "true" { "on" } else { "off" }),
        _ if text.is_empty() && field.name().is_some() => format!("Remove {}", lowered(&title)),
        _ if text.is_empty() && was_chosen => format!("Clear {title}"),
        _ if field.unit().is_empty() => format!("Set {title} to {}", shown(&text)),
        _ => format!("Set {title} to {} {}", shown(&text), field.unit()),
    }
}

/// A value as one short line.
fn shown(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut short: String = text.chars().take(LONGEST_VALUE).map(plain).collect();
    if text.chars().nth(LONGEST_VALUE).is_some() {
        short.push('\u{2026}');
    }
    short
}

/// A name within a sentence.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Client, Edit, Suppression};
    use crate::facts::regions::{EU_WEST_1, US_WEST_2};

    fn zone(letter: &str) -> Option<Zone> {
        Zone::parse(letter).ok()
    }

    /// The names of edits made one after the other, from the default design with a second reader.
    fn names(edits: &[Edit]) -> Vec<String> {
        let mut design = Design::default().with(&Edit::AddReader { zone: None, tier: 1 }).unwrap();
        let mut said = Vec::new();
        for edit in edits {
            let after = design.with(edit).unwrap();
            said.push(name(&design, &after));
            design = after;
        }
        said
    }

    #[test]
    fn every_edit_has_the_name_of_what_it_does() {
        let suppression =
            Suppression { rule: "pause/slow-resume".to_owned(), reason: "fine".to_owned(), until: None };
        let cases = [
            (Edit::set(Field::InstanceZone(2), "b"), "Move reader 2 to zone b"),
            (Edit::set(Field::InstanceZone(0), "c"), "Move the writer to zone c"),
            (Edit::set(Field::InstanceTier(2), 7), "Set tier of reader 2 to 7"),
            (Edit::AddReader { zone: zone("a"), tier: 2 }, "Add reader 3 in zone a"),
            (Edit::RemoveReader(1), "Remove reader 1"),
            (Edit::set(Field::MaxCapacity, 32), "Set Maximum to 32 ACU"),
            (Edit::AddProxy, "Add RDS Proxy"),
            (Edit::set(Field::RequireTls, false), "Turn off"),
            (Edit::RemoveProxy, "Remove RDS Proxy"),
            (Edit::AddSecondary(&US_WEST_2), "Add Region us-west-2"),
            (Edit::RemoveSecondary(0), "Remove Region us-west-2"),
            (Edit::ToggleClient(Client::Lambda), "Add client Lambda"),
            (Edit::ToggleClient(Client::Lambda), "Remove client Lambda"),
            (Edit::set(Field::ProjectName, "orders"), "Rename to orders"),
            (Edit::Suppress(suppression), "Suppress pause/slow-resume"),
            (Edit::set(Field::Tag("team".to_owned()), "payments"), "team to payments"),
            (Edit::Reset(Field::Tag("team".to_owned())), "Remove "),
            (Edit::set(Field::Budget, 900), "to 900"),
            (Edit::Reset(Field::Budget), "Clear "),
            (Edit::set(Field::Engine, "aurora-mysql"), "Set Engine to aurora-mysql"),
        ];
        let edits: Vec<Edit> = cases.iter().map(|(edit, _)| edit.clone()).collect();
        for (said, (_, wanted)) in names(&edits).iter().zip(&cases) {
            assert!(said.contains(wanted), "{said} is not {wanted}");
        }
    }

    #[test]
    fn several_changes_share_a_name() {
        let before = Design::default();
        let two =
            before.with_all(&[Edit::set(Field::MinCapacity, 4), Edit::set(Field::MaxCapacity, 32)]).unwrap();
        assert_eq!(name(&before, &two), "Set Minimum to 4 ACU and set Maximum to 32 ACU");
        let three = two.with(&Edit::AddProxy).unwrap();
        assert_eq!(name(&before, &three), "Add RDS Proxy and 2 more");
    }

    #[test]
    fn a_preset_and_another_design_are_opened() {
        for preset in PRESETS {
            let said = name(&Design::default(), &(preset.design)());
            assert_eq!(said, format!("Open the preset {}", preset.name));
        }
        let mut other = (PRESETS[4].design)();
        other.project_name = "elsewhere".to_owned();
        assert_eq!(name(&Design::default(), &other), "Open elsewhere");
    }

    #[test]
    fn a_secondary_that_moves_is_not_two_changes() {
        let before = Design::default().with(&Edit::AddSecondary(&US_WEST_2)).unwrap();
        let after = before.with(&Edit::set(Field::SecondaryRegion(0), EU_WEST_1.code)).unwrap();
        assert_eq!(name(&before, &after), "Move a secondary to eu-west-1");
    }

    #[test]
    fn a_name_is_one_short_line_whatever_was_typed() {
        let before = Design::default();
        let after = before.with(&Edit::set(Field::ProjectName, "a\n".repeat(500))).unwrap();
        let said = name(&before, &after);
        assert!(said.chars().count() < 60 && !said.contains('\n'), "{said}");
    }
}
