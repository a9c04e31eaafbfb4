//! Every command there is for the design as it stands: actions, exports, presets, settings, rules.

use leptos::prelude::*;

use crate::design::presets::{PRESETS, Preset};
use crate::design::{Client, Design, Edit, Field, Part, Positions, Word as _, Zone};
use crate::facts::prices::FIELDS;
use crate::facts::regions::REGIONS;
use crate::rules::{ALL, Rule};

use crate::ui::export::Product;
use crate::ui::field::field_id;
use crate::ui::files::price;
use crate::ui::glyphs::client_name;
use crate::ui::settings::{Group, every_setting};
use crate::ui::{State, Tab};

/// What a command belongs to, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Actions,
    Problems,
    Export,
    Presets,
    Settings,
    Rules,
}

impl Kind {
    pub(super) const ALL: [Self; 6] =
        [Self::Actions, Self::Problems, Self::Export, Self::Presets, Self::Settings, Self::Rules];

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Actions => "Actions",
            Self::Problems => "Problems",
            Self::Export => "Export",
            Self::Presets => "Presets",
            Self::Settings => "Settings",
            Self::Rules => "Rules",
        }
    }

    const fn symbol(self) -> &'static str {
        match self {
            Self::Actions => "i-right",
            Self::Problems => "i-awake",
            Self::Export => "i-export",
            Self::Presets => "i-preset",
            Self::Settings => "i-more",
            Self::Rules => "i-check",
        }
    }
}

/// What a command does.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Undo,
    Redo,
    /// Makes changes and says so; then the part is selected.
    Make(Vec<Edit>, String, Option<Part>),
    /// Presses a button of the page, so that both ways do the same.
    Press(&'static str),
    FixAll,
    Bring(Tab),
    FoldOutline,
    FoldInspector,
    FoldDock,
    Shortcuts,
    Link,
    Download(Product),
    Copy(Product),
    Take(&'static Preset),
    /// Opens a group of the settings and moves into the field of that id.
    Reach(Group, String),
    Rule(&'static Rule),
}

/// A command under its name.
#[derive(Clone, Debug)]
pub(super) struct Command {
    pub(super) kind: Kind,
    /// What it does, or what it leads to.
    pub(super) label: String,
    /// A second line: the spec's path, the rule's id, what it means.
    pub(super) hint: String,
    /// What stands at the right: the value, the price, the key.
    pub(super) end: String,
    pub(super) act: Act,
}

impl Command {
    fn new(kind: Kind, label: impl Into<String>, act: Act) -> Self {
        Self { kind, label: label.into(), hint: String::new(), end: String::new(), act }
    }

    /// The sign before it.
    pub(super) fn symbol(&self) -> &'static str {
        match self.label.split_once(' ') {
            Some(("Add", _)) => "i-plus",
            Some(("Remove", _)) => "i-remove",
            _ => self.kind.symbol(),
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    fn end(mut self, end: impl Into<String>) -> Self {
        self.end = end.into();
        self
    }

    /// How well it answers what was typed, best first; `None` where a word of it is nowhere.
    pub(super) fn rank(&self, typed: &str) -> Option<u8> {
        let label = self.label.to_lowercase();
        let (hint, title) = (self.hint.to_lowercase(), self.kind.title().to_lowercase());
        let known = |word: &str| label.contains(word) || hint.contains(word) || title.contains(word);
        if !typed.split_whitespace().all(known) {
            return None;
        }
        Some(match label.find(typed) {
            Some(0) => 0,
            Some(_) => 1,
            None if hint.contains(typed) => 2,
            None => 3,
        })
    }
}

/// All of them, by kind.
pub(super) fn commands(state: State) -> Vec<Command> {
    let mut all = actions(state);
    all.extend(problems(state));
    all.extend(exports());
    all.extend(PRESETS.iter().map(|preset| {
        Command::new(Kind::Presets, preset.name, Act::Take(preset))
            .hint(preset.hint)
            .end(price(preset, state))
    }));
    all.extend(state.peek(settings));
    all.extend(ALL.iter().map(|rule| {
        Command::new(Kind::Rules, rule.title, Act::Rule(rule)).hint(rule.id).end(rule.severity.word())
    }));
    all
}

fn actions(state: State) -> Vec<Command> {
    let action = |label: &str, act: Act| Command::new(Kind::Actions, label, act);
    let mut all = Vec::new();
    if untrack(|| state.can_undo()) {
        all.push(action("Undo", Act::Undo).end("Ctrl Z"));
    }
    if untrack(|| state.can_redo()) {
        all.push(action("Redo", Act::Redo).end("Ctrl Shift Z"));
    }
    all.extend(state.peek(changes));
    all.extend([
        action("Fit the diagram to the screen", Act::Press(r#"[aria-label="Fit to screen"]"#)).end("Shift 1"),
        action("Zoom in", Act::Press(r#"[aria-label="Zoom in"]"#)).end("Ctrl +"),
        action("Zoom out", Act::Press(r#"[aria-label="Zoom out"]"#)).end("Ctrl \u{2212}"),
        action("Zoom to 100 %", Act::Press(r#"[aria-label^="Zoom to 100"]"#)).end("Ctrl 0"),
        action("Make every safe fix", Act::FixAll).hint("Fix all problems that have a safe fix"),
        action("Open a spec", Act::Press(".open")).hint("aurora.yaml"),
        action("Rename the design", Act::Press("#design-name")),
        action("Change the theme", Act::Press(r#"[aria-label^="Theme: "]"#))
            .hint("Light, dark, or as the system has it"),
        action("Show problems", Act::Bring(Tab::Problems)),
        action("Show the bill", Act::Bring(Tab::Cost)).hint("Cost"),
        action("Show Terraform", Act::Bring(Tab::Terraform)).hint("main.tf"),
        action("Show the spec", Act::Bring(Tab::Yaml)).hint("aurora.yaml"),
        action("Fold or open the outline", Act::FoldOutline).end("["),
        action("Fold or open the settings", Act::FoldInspector).end("]"),
        action("Fold or open the dock", Act::FoldDock),
        action("Keyboard shortcuts", Act::Shortcuts).end("?"),
    ]);
    all
}

/// What can be added, removed and switched.
fn changes(design: &Design) -> Vec<Command> {
    let make = |label: String, edit: Edit, told: String, part: Option<Part>| {
        Command::new(Kind::Actions, label, Act::Make(vec![edit], told, part))
    };
    let readers = design.cluster.readers.len();
    let reader = |zone: Option<Zone>, tier: u32| Edit::AddReader { zone, tier };
    let newest = Some(Part::Instance(readers + 1));
    let mut all = vec![
        make("Add reader".to_owned(), reader(None, 1), "Added a reader in tier 1".to_owned(), newest)
            .hint("Tier 1: it scales with the writer"),
        make(
            "Add reader on its own".to_owned(),
            reader(None, 2),
            "Added a reader in tier 2".to_owned(),
            newest,
        )
        .hint("Tier 2: it scales with its own load"),
    ];
    all.push(if design.proxy.is_some() {
        make("Remove RDS Proxy".to_owned(), Edit::RemoveProxy, "Removed RDS Proxy".to_owned(), None)
    } else {
        let part = Some(Part::Proxy);
        make("Add RDS Proxy".to_owned(), Edit::AddProxy, "Added RDS Proxy".to_owned(), part)
            .hint("Pools connections")
    });
    all.extend(Client::WORDS.iter().map(|(_, client)| {
        let (verb, told) =
            if design.clients.contains(client) { ("Remove", "Removed") } else { ("Add", "Added") };
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
    all.extend(design.secondaries().iter().enumerate().map(|(index, it)| {
        let told = format!("Removed Region {}", it.region.code);
        make(format!("Remove Region {}", it.region.code), Edit::RemoveSecondary(index), told, None)
    }));
    let taken = |code: &str| {
        code == design.region.code || design.secondaries().iter().any(|it| it.region.code == code)
    };
    let free = REGIONS
        .iter()
        .filter(|it| it.serverless_v2 && it.partition == design.region.partition && !taken(it.code));
    let next = Some(Part::Secondary(design.secondaries().len()));
    all.extend(free.map(|region| {
        let told = format!("Added Region {}", region.code);
        make(format!("Add Region {}", region.code), Edit::AddSecondary(region), told, next)
            .hint(region.place())
    }));
    all
}

/// What is found now.
fn problems(state: State) -> Vec<Command> {
    state.findings.with_untracked(|all| {
        let problem = |(index, finding): (usize, &crate::rules::Finding)| {
            // A rule that finds several things leads to the first of them.
            let first = all.iter().position(|it| it.rule.id == finding.rule.id) == Some(index);
            first.then(|| {
                Command::new(Kind::Problems, finding.rule.title, Act::Rule(finding.rule))
                    .hint(finding.message.as_str())
                    .end(finding.severity.word())
            })
        };
        all.iter().enumerate().filter_map(problem).collect()
    })
}

fn exports() -> Vec<Command> {
    let export = |label: String, act: Act| Command::new(Kind::Export, label, act);
    let mut all = vec![export("Copy link".to_owned(), Act::Link).hint("It opens exactly this design")];
    for (product, word) in Product::ALL {
        all.push(export(format!("Download {}", product.name()), Act::Download(product)).hint(word));
        all.push(export(format!("Copy {}", product.name()), Act::Copy(product)).hint(word));
    }
    all
}

/// Every setting, under its label and its path, with the value it has.
fn settings(design: &Design) -> Vec<Command> {
    let positions = Positions::canonical(design);
    let setting = |group: Group, label: String, field: &Field| {
        Command::new(Kind::Settings, label, Act::Reach(group, field_id(field)))
            .hint(field.path(&positions))
            .end(field.text(design))
    };
    let mut all: Vec<Command> = every_setting(design)
        .into_iter()
        .map(|(group, label, field)| setting(group, label, &field))
        .collect();
    let named = |group: Group, label: &str, id: &str, path: &str| {
        Command::new(Kind::Settings, label, Act::Reach(group, id.to_owned())).hint(path)
    };
    all.push(named(Group::Design, "Add a tag", "new-tag", "tags"));
    all.push(named(Group::Engine, "Add a cluster parameter", "new-parameter", "parameters"));
    all.extend(FIELDS.iter().map(|(field, name, unit)| {
        Command::new(
            Kind::Settings,
            format!("Price: {unit}"),
            Act::Reach(Group::Usage, format!("price-{name}")),
        )
        .hint(Field::Price(*field).path(&positions))
        .end(Field::Price(*field).text(design))
    }));
    all
}
