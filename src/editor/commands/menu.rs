//! What can be done with a part of the drawing, as the menu on it lists it: the same commands as everywhere else, each
//! with its key.

use crate::design::{Design, Edit, Group, Part, Zone};
use crate::editor::inspector::{field_id, head_id};
use crate::editor::keys::name_of;
use crate::editor::selection::{Deed, Selection, copied, duplicated, edits_to_all};
use crate::editor::targets::removal;
use crate::rules::Finding;

use super::{Act, Command, Kind};

fn item(label: impl Into<String>, act: Act) -> Command {
    Command::new(Kind::Actions, label, act)
}

fn make(
    label: impl Into<String>,
    edits: Vec<Edit>,
    told: impl Into<String>,
    select: Option<Part>,
) -> Command {
    item(label, Act::Make { edits, told: told.into(), select })
}

/// The menu of the card or row of that key, in groups. On one of several selected instances it is about all of them.
pub fn menu(
    design: &Design,
    findings: &[Finding],
    chosen: &Selection,
    key: &str,
    part: Part,
) -> Vec<Vec<Command>> {
    let about = chosen.about(part);
    let groups = [
        if about.is_many() { Vec::new() } else { settings(part) },
        additions(design, &about, part),
        moves(design, &about),
        copies(findings, part),
        removals(design, &about, key, part),
    ];
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}

fn settings(part: Part) -> Vec<Command> {
    let mut all = vec![item("Settings", Act::Reach(head_id(Group::of_part(part)))).end("Enter")];
    if let Some((field, label)) = name_of(part) {
        all.push(item(label, Act::Reach(field_id(&field))).end("F2"));
    }
    all
}

fn additions(design: &Design, about: &Selection, part: Part) -> Vec<Command> {
    let mut all = Vec::new();
    let newest = Some(Part::Instance(design.instances().count()));
    if let Part::Instance(index) = part {
        if let Some(zone) = design.zones().get(index).copied().filter(|_| !about.is_many()) {
            let edits = vec![Edit::AddReader { zone: Some(zone), tier: 1 }];
            let label = format!("Add reader in zone {zone}");
            all.push(make(label, edits, format!("Added a reader in zone {zone}"), newest));
        }
        if let Some((change, new)) = duplicated(about, design) {
            all.push(item(format!("Duplicate {}", about.words()), Act::Add(change, new)).end("Ctrl D"));
        }
        if let Some(text) = copied(about, design) {
            let act = Act::CopyText(text, about.words());
            all.push(item(format!("Copy {}", about.words()), act).end("Ctrl C"));
        }
        let every = Selection::all(design);
        if every.is_many() && every.picked() != about.picked() {
            all.push(item("Select every instance", Act::Pick(every)).end("Ctrl A"));
        }
    }
    if matches!(part, Part::Cluster | Part::ReaderEndpoint) {
        let edits = vec![Edit::AddReader { zone: None, tier: 1 }];
        all.push(make("Add reader", edits, "Added a reader in tier 1", newest));
    }
    if matches!(part, Part::Cluster | Part::Clients) && design.proxy.is_none() {
        all.push(make("Add RDS Proxy", vec![Edit::AddProxy], "Added RDS Proxy", Some(Part::Proxy)));
    }
    all
}

/// Zones and tiers that some of the selected instances are not in yet.
fn moves(design: &Design, about: &Selection) -> Vec<Command> {
    let deed = |label: String, key: &str, deed: Deed| {
        let change = edits_to_all(about, design, deed)?;
        Some(make(label, change.edits, change.said, None).end(key))
    };
    let key = |zone: Zone| {
        let leads = |forward: bool| {
            let change = edits_to_all(about, design, Deed::Aside(forward));
            change == edits_to_all(about, design, Deed::Zone(zone)) && change.is_some()
        };
        if leads(true) {
            "Alt \u{2192}"
        } else if leads(false) {
            "Alt \u{2190}"
        } else {
            ""
        }
    };
    let zones = Zone::all(design.region.zones)
        .map(|zone| deed(format!("Move to zone {zone}"), key(zone), Deed::Zone(zone)));
    let own = if about.is_many() { "Scale on their own, tier 2" } else { "Scale on its own, tier 2" };
    let tiers = [
        deed("Scale with the writer, tier 1".to_owned(), "", Deed::Tier(1)),
        deed(own.to_owned(), "", Deed::Tier(2)),
        deed("One tier up".to_owned(), "Alt \u{2191}", Deed::Step(true)),
        deed("One tier down".to_owned(), "Alt \u{2193}", Deed::Step(false)),
    ];
    zones.chain(tiers).flatten().collect()
}

fn copies(findings: &[Finding], part: Part) -> Vec<Command> {
    let mut all = Vec::new();
    if findings.iter().any(|finding| finding.part() == part) {
        all.push(item("Copy its findings as Markdown", Act::CopyFindings(Some(part))));
    }
    all.push(item("Copy the bill as Markdown", Act::CopyBill));
    all
}

fn removals(design: &Design, about: &Selection, key: &str, part: Part) -> Vec<Command> {
    if about.is_many() {
        let change = edits_to_all(about, design, Deed::Remove);
        let all = change.map(|it| {
            let label = it.said.replacen("Removed", "Remove", 1);
            make(label, it.edits, it.said, None).end("Delete")
        });
        return all.into_iter().collect();
    }
    let one = removal(key, part).map(|(edit, name)| {
        make(format!("Remove {name}"), vec![edit], format!("Removed {name}"), None).end("Delete")
    });
    one.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::presets::PRESETS;
    use crate::editor::examples::drawing;

    fn labels(chosen: &Selection, key: &str, part: Part) -> Vec<String> {
        let (design, _) = drawing();
        menu(&design, &[], chosen, key, part).into_iter().flatten().map(|it| it.label).collect()
    }

    #[test]
    fn a_reader_can_be_opened_copied_moved_and_removed() {
        let one = Selection::one(Part::Cluster);
        let all = labels(&one, "reader-1", Part::Instance(1));
        assert_eq!(all[..3], ["Settings", "Add reader in zone b", "Duplicate reader 1"]);
        for there in ["Move to zone a", "Move to zone c", "Scale on its own, tier 2", "Remove reader 1"] {
            assert!(all.iter().any(|label| label == there), "{there}: {all:?}");
        }
        for not in ["Move to zone b", "Scale with the writer, tier 1"] {
            assert!(!all.iter().any(|label| label == not), "it is there already: {not}");
        }
        let writer = labels(&one, "writer", Part::Instance(0));
        assert!(
            !writer.iter().any(|label| label.starts_with("Remove") || label.contains("tier")),
            "{writer:?}"
        );
    }

    #[test]
    fn on_one_of_several_it_is_about_all_of_them() {
        let two = Selection::one(Part::Instance(1)).toggled(Part::Instance(2));
        let all = labels(&two, "reader-1", Part::Instance(1));
        assert!(!all.contains(&"Settings".to_owned()));
        for there in ["Duplicate 2 readers", "Remove 2 readers", "Move to zone b", "One tier down"] {
            assert!(all.iter().any(|label| label == there), "{there}: {all:?}");
        }
        assert!(labels(&two, "writer", Part::Instance(0)).contains(&"Settings".to_owned()));
    }

    #[test]
    fn the_keys_beside_moves_are_those_that_make_them() {
        let (design, _) = drawing();
        let all = menu(&design, &[], &Selection::one(Part::Cluster), "reader-1", Part::Instance(1));
        let key = |label: &str| all.iter().flatten().find(|it| it.label == label).map(|it| it.end.clone());
        assert_eq!(key("Move to zone a").as_deref(), Some("Alt \u{2190}"));
        assert_eq!(key("Move to zone c").as_deref(), Some("Alt \u{2192}"));
    }

    #[test]
    fn every_part_has_a_menu_and_every_change_in_it_can_be_made() {
        for preset in PRESETS {
            let design = (preset.design)();
            let drawn = crate::estimate::bill(&design, crate::facts::FACTS_DATE);
            let form = crate::formats::diagram::Form::Wide;
            for node in crate::formats::diagram::layout(&design, &drawn, &[], form).nodes {
                let all = menu(&design, &[], &Selection::one(Part::Cluster), &node.key, node.part);
                assert!(all.iter().flatten().count() > 1, "{}", node.key);
                for command in all.iter().flatten() {
                    if let Act::Make { edits, .. } = &command.act {
                        let next = design.with_all(edits);
                        assert!(next.is_ok_and(|next| next != design), "{}: {}", node.key, command.label);
                    }
                }
            }
        }
    }
}
