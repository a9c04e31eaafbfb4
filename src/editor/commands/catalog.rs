//! Every command there is for the design as it stands: actions, exports, presets, settings, rules.

use crate::design::presets::{PRESETS, Preset};
use crate::design::{Client, Design, Edit, Engine, Field, Part, Word as _, Zone};
use crate::editor::panels::Tab;
use crate::editor::plain::plain;
use crate::editor::product::Product;
use crate::editor::selection::Selection;
use crate::editor::shortcuts::Key;
use crate::estimate::regions::moving;
use crate::estimate::{Month, bill};
use crate::facts::Day;
use crate::formats::bill::page::moved;
use crate::formats::diagram::client_name;
use crate::rules::{ALL, Finding};

use super::settings::settings;
use super::{Act, Command, Fold, Kind};

/// What the catalogue depends on.
#[derive(Clone, Copy, Debug)]
pub struct Session<'a> {
    /// The design as it stands.
    pub design: &'a Design,
    /// What is found in it.
    pub findings: &'a [Finding],
    /// The day that prices are worked out for.
    pub today: Day,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// All of them, by kind in the order of [`Kind::ALL`].
pub fn catalog(session: Session<'_>) -> Vec<Command> {
    let mut all = actions(session);
    all.extend(problems(session.findings));
    all.extend(exports());
    all.extend(PRESETS.iter().map(|preset| {
        Command::new(Kind::Presets, preset.name, Act::Take(preset))
            .hint(preset.hint)
            .end(preset_price(preset, session.today))
    }));
    all.extend(settings(session.design));
    all.extend(ALL.iter().map(|rule| {
        Command::new(Kind::Rules, rule.title, Act::Rule(rule)).hint(rule.id).end(rule.severity.word())
    }));
    all
}

/// A preset's typical month in USD, as lists show it; `from` where a price of it is unknown.
pub fn preset_price(preset: &Preset, today: Day) -> String {
    let total = bill(&(preset.design)(), today).total(Month::Typical);
    format!("{}{}", if total.complete { "" } else { "from " }, total.usd)
}

fn actions(session: Session<'_>) -> Vec<Command> {
    let action = |label: &str, act: Act| Command::new(Kind::Actions, label, act);
    let mut all = Vec::new();
    if session.can_undo {
        all.push(action("Undo", Act::Undo).end(Key::Undo.chord()));
    }
    if session.can_redo {
        all.push(action("Redo", Act::Redo).end(Key::Redo.chord()));
    }
    all.extend(changes(session.design));
    let every = Selection::all(session.design);
    if every.is_many() {
        all.push(action("Select every instance", Act::Pick(every)).end("Ctrl A"));
    }
    all.extend([
        action("Fit the diagram to the screen", Act::Fit).end("Shift 1"),
        action("Zoom in", Act::ZoomIn).end("Ctrl +"),
        action("Zoom out", Act::ZoomOut).end("Ctrl \u{2212}"),
        action("Zoom to 100 %", Act::FullSize).end("Ctrl 0"),
        action("Make every safe fix", Act::FixAll).hint("Fix all problems that have a safe fix"),
        action("Show your designs", Act::Shelf).hint("Open, rename, duplicate, delete"),
        action("New design", Act::New),
        action("Show every step", Act::Steps).hint("History"),
        action("Open or import", Act::Open)
            .hint("A spec, a link, Terraform, a state, CloudFormation, AWS\u{2019} answers"),
        action("Rename the design", Act::Rename),
        action("Change the theme", Act::Theme).hint("Light, dark, or as the system has it"),
        action("Show problems", Act::Bring(Tab::Problems)),
        action("Show the bill", Act::Bring(Tab::Cost)).hint("Cost"),
        action("Show the load", Act::Bring(Tab::Load)).hint("Simulate and size"),
        action("Compare with another design", Act::Bring(Tab::Compare)).hint("Compare"),
        action("What if a zone, an instance or the Region is lost", Act::Bring(Tab::WhatIf)).hint("Failover"),
        action("Show Terraform", Act::Bring(Tab::Terraform)).hint("main.tf"),
        action("Show the spec", Act::Bring(Tab::Yaml)).hint("aurora.yaml"),
        action("Fold or open the outline", Act::Fold(Fold::Outline)).end(Key::Outline.chord()),
        action("Fold or open the settings", Act::Fold(Fold::Side)).end(Key::Inspector.chord()),
        action("Fold or open the dock", Act::Fold(Fold::Dock)),
        action("Keyboard shortcuts", Act::Shortcuts).end(Key::Shortcuts.chord()),
    ]);
    all
}

fn make(label: impl Into<String>, edit: Edit, told: impl Into<String>, select: Option<Part>) -> Command {
    Command::new(Kind::Actions, label, Act::Make { edits: vec![edit], told: told.into(), select })
}

/// What can be added, removed and switched.
fn changes(design: &Design) -> Vec<Command> {
    let readers = design.cluster.readers.len();
    let reader = |zone: Option<Zone>, tier: u32| Edit::AddReader { zone, tier };
    let newest = Some(Part::Instance(readers + 1));
    let mut all = vec![
        make("Add reader", reader(None, 1), "Added a reader in tier 1", newest)
            .hint("Tier 1: it scales with the writer"),
        make("Add reader on its own", reader(None, 2), "Added a reader in tier 2", newest)
            .hint("Tier 2: it scales with its own load"),
    ];
    all.push(if design.proxy.is_some() {
        make("Remove RDS Proxy", Edit::RemoveProxy, "Removed RDS Proxy", None)
    } else {
        make("Add RDS Proxy", Edit::AddProxy, "Added RDS Proxy", Some(Part::Proxy)).hint("Pools connections")
    });
    all.extend(Client::WORDS.iter().map(|(_, client)| {
        let (verb, told) =
            if design.clients.contains(*client) { ("Remove", "Removed") } else { ("Add", "Added") };
        let name = client_name(*client);
        let edit = Edit::ToggleClient(*client);
        make(format!("{verb} client {name}"), edit, format!("{told} {name}"), Some(Part::Clients))
    }));
    all.extend(Zone::all(design.region.zones).map(|zone| {
        let told = format!("Added a reader in zone {zone}");
        make(format!("Add reader in zone {zone}"), reader(Some(zone), 1), told, newest)
    }));
    all.extend((1..=readers).map(|index| {
        let told = format!("Removed reader {index}");
        make(format!("Remove reader {index}"), Edit::RemoveReader(index), told, None)
    }));
    all.push(other_engine(design));
    all.extend(regions(design));
    all
}

/// The engine that the design does not have.
fn other_engine(design: &Design) -> Command {
    let other = match design.cluster.engine {
        Engine::AuroraPostgresql => Engine::AuroraMysql,
        Engine::AuroraMysql => Engine::AuroraPostgresql,
    };
    let name = plain(&Field::Engine, other.word());
    let told = format!("Changed the engine to {name}");
    make(format!("Use {name}"), Edit::set(Field::Engine, other.word()), told, None).hint(format!(
        "Engine: {} {}",
        other.label(),
        other.recommended_version()
    ))
}

/// Where the design can move, secondary Regions that can be removed, and those that can be added.
fn regions(design: &Design) -> Vec<Command> {
    let removals = design.secondaries().iter().enumerate().map(|(index, it)| {
        let told = format!("Removed Region {}", it.region.code);
        make(format!("Remove Region {}", it.region.code), Edit::RemoveSecondary(index), told, None)
    });
    let next = Some(Part::Secondary(design.secondaries().len()));
    let moves = design.regions_on_offer().into_iter().map(|region| {
        let act = Act::Make { edits: moving(design, region), told: moved(design, region), select: None };
        Command::new(Kind::Actions, format!("Move to Region {}", region.code), act).hint(region.place())
    });
    let additions = design.regions_on_offer_for_secondary().into_iter().map(|region| {
        let told = format!("Added Region {}", region.code);
        make(format!("Add Region {}", region.code), Edit::AddSecondary(region), told, next)
            .hint(region.place())
    });
    moves.chain(removals).chain(additions).collect()
}

/// What is found now; a rule that finds several things leads to the first of them.
fn problems(findings: &[Finding]) -> Vec<Command> {
    let is_first = |index: usize, finding: &Finding| {
        findings.iter().position(|it| it.rule.id == finding.rule.id) == Some(index)
    };
    let problem = |(index, finding): (usize, &Finding)| {
        is_first(index, finding).then(|| {
            Command::new(Kind::Problems, finding.rule.title, Act::Rule(finding.rule))
                .hint(finding.message.as_str())
                .end(finding.severity.word())
        })
    };
    findings.iter().enumerate().filter_map(problem).collect()
}

fn exports() -> Vec<Command> {
    let export = |label: String, act: Act| Command::new(Kind::Export, label, act);
    let mut all = vec![export("Copy link".to_owned(), Act::CopyLink).hint("It opens exactly this design")];
    all.extend([
        export("Copy findings as Markdown".to_owned(), Act::CopyFindings(None)).hint("For a pull request"),
        export("Copy the bill as Markdown".to_owned(), Act::CopyBill).hint("For a pull request"),
    ]);
    for product in Product::ALL {
        let name = product.name();
        all.push(export(format!("Download {name}"), Act::Download(product)).hint(product.word()));
        all.push(export(format!("Copy {name}"), Act::Copy(product)).hint(product.word()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use crate::editor::inspector::field_id;
    use crate::rules::check;

    const TODAY: Day = crate::facts::FACTS_DATE;

    fn of(design: &Design) -> Vec<Command> {
        let findings = check(design, &bill(design, TODAY), TODAY);
        catalog(Session { design, findings: &findings, today: TODAY, can_undo: false, can_redo: true })
    }

    fn labels(all: &[Command]) -> Vec<&str> {
        all.iter().map(|it| it.label.as_str()).collect()
    }

    #[test]
    fn every_change_on_offer_can_be_made() {
        for preset in PRESETS {
            let design = (preset.design)();
            for command in of(&design) {
                if let Act::Make { edits, .. } = &command.act {
                    let next = design.with_all(edits);
                    assert!(next.is_ok_and(|next| next != design), "{}: {}", preset.name, command.label);
                }
            }
        }
    }

    #[test]
    fn what_is_there_can_be_removed_and_what_is_not_can_be_added() {
        let design = Design::default();
        let all = of(&design);
        assert!(labels(&all).contains(&"Add RDS Proxy"));
        assert!(labels(&all).contains(&"Remove reader 1"));
        let with_proxy = design.with(&Edit::AddProxy).unwrap_or_default();
        let all = of(&with_proxy);
        assert!(labels(&all).contains(&"Remove RDS Proxy"));
        assert!(!labels(&all).contains(&"Add RDS Proxy"));
    }

    #[test]
    fn a_place_leads_to_moving_there_before_a_second_region() {
        let all = of(&Design::default());
        let hits: Vec<&str> = found(&all, "frankfurt").into_iter().map(|at| all[at].label.as_str()).collect();
        assert_eq!(hits[..2], ["Move to Region eu-central-1", "Add Region eu-central-1"]);
        let mysql = all.iter().find(|it| it.label == "Use MySQL").map(|it| it.act.clone());
        assert!(matches!(mysql, Some(Act::Make { .. })));
        let design = Design::default().with(&Edit::set(Field::Engine, "aurora-mysql")).unwrap();
        assert!(labels(&of(&design)).contains(&"Use PostgreSQL"));
    }

    #[test]
    fn a_region_of_the_design_is_not_offered_again() {
        let design = Design::default();
        let own = format!("Add Region {}", design.region.code);
        assert!(!labels(&of(&design)).contains(&own.as_str()));
        let moved = format!("Move to Region {}", design.region.code);
        assert!(!labels(&of(&design)).contains(&moved.as_str()));
        let china = "Add Region cn-north-1";
        assert!(!labels(&of(&design)).contains(&china));
    }

    #[test]
    fn the_history_is_offered_as_far_as_it_goes() {
        let all = of(&Design::default());
        assert!(labels(&all).contains(&"Redo"));
        assert!(!labels(&all).contains(&"Undo"));
    }

    #[test]
    fn a_rule_that_finds_twice_is_one_problem() {
        for preset in PRESETS {
            let all = of(&(preset.design)());
            let mut found: Vec<&str> =
                all.iter().filter(|it| it.kind == Kind::Problems).map(|it| it.label.as_str()).collect();
            let count = found.len();
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.len(), count, "{}", preset.name);
        }
    }

    #[test]
    fn every_setting_stands_under_its_path_with_its_value() {
        let design = Design::default();
        let all = of(&design);
        let maximum = all.iter().find(|it| it.hint.ends_with("serverless_v2.max_capacity"));
        let maximum = maximum.map(|it| (it.end.as_str(), format!("{:?}", it.act)));
        assert_eq!(maximum, Some(("16", format!("Reach({:?})", field_id(&Field::MaxCapacity)))));
    }

    #[test]
    fn the_kinds_come_in_their_order() {
        let all = of(&Design::default());
        let place = |kind: Kind| Kind::ALL.iter().position(|it| *it == kind);
        assert!(all.is_sorted_by_key(|it| place(it.kind)));
    }
}
