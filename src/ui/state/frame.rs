//! What of the page is open: panels that fold, the panel in front, the form of the page. Remembered by this browser.

use leptos::prelude::*;

use crate::editor::ledger::Sheet;
use crate::editor::problems::Filter;
use crate::ui::browser;

pub use crate::editor::panels::Tab;

/// What stands in the place at the right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The settings of the selected part.
    Settings,
    /// `main.tf`.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
    /// The commands that deploy the design.
    Deploy,
}

/// The state of the panels.
#[derive(Clone, Copy)]
pub struct Frame {
    /// One column: up to 699 px, in text of the usual size.
    pub phone: Signal<bool>,
    /// The outline is a rail that opens over the canvas: up to 1180 px, in text of the usual size.
    pub laptop: Signal<bool>,
    /// Whether the outline is unfolded.
    pub outline: RwSignal<bool>,
    /// Whether the settings are unfolded.
    pub inspector: RwSignal<bool>,
    /// Whether the dock is unfolded.
    pub dock: RwSignal<bool>,
    /// What stands at the right.
    pub side: RwSignal<Side>,
    /// The tab of the dock.
    pub docked: RwSignal<Tab>,
    /// Whether problems stand worst first, and not by part.
    pub by_severity: RwSignal<bool>,
    /// Which severities the list of problems leaves out.
    pub filter: RwSignal<Filter>,
    /// Whether the dock is as tall as it gets.
    pub tall: RwSignal<bool>,
    /// The side of the bill in front.
    pub sheet: RwSignal<Sheet>,
    /// Id of the card from which somebody came to the settings by a key, and to which Escape goes back.
    pub origin: StoredValue<Option<String>>,
    /// The place of the problem that F8 came to last.
    pub problem: StoredValue<Option<usize>>,
    /// Whether the menu of presets is open.
    pub presets: RwSignal<bool>,
    /// Whether the export menu is open.
    pub exports: RwSignal<bool>,
    /// Id of the field that somebody wants to reach; the inspector opens its group and moves the focus there.
    pub wanted: RwSignal<Option<String>>,
}

/// In `em`, as in the style sheets: larger text needs the room that a smaller window leaves.
const PHONE: &str = "(max-width: 43.6875em)";
const LAPTOP: &str = "(max-width: 73.75em)";

/// What this browser remembers the side of the bill under.
const SHEET: &str = "aurora-designer.sheet";

impl Frame {
    /// Brings a side of the bill to the front; this browser remembers which.
    pub fn turn_to(self, sheet: Sheet) {
        self.sheet.set(sheet);
        browser::remember(SHEET, sheet.name());
    }

    /// As this browser left it.
    pub fn open() -> Self {
        let laptop = browser::matches(LAPTOP);
        let outline = remembered("aurora-designer.outline");
        if laptop.get_untracked() {
            outline.set(false);
        }
        Self {
            phone: browser::matches(PHONE),
            laptop,
            outline,
            inspector: remembered("aurora-designer.inspector"),
            dock: remembered("aurora-designer.dock"),
            side: RwSignal::new(Side::Settings),
            docked: RwSignal::new(Tab::Problems),
            by_severity: remembered("aurora-designer.by-severity"),
            filter: RwSignal::new(Filter::default()),
            tall: RwSignal::new(false),
            sheet: RwSignal::new(Sheet::named(&browser::remembered(SHEET).unwrap_or_default())),
            origin: StoredValue::new(None),
            problem: StoredValue::new(None),
            presets: RwSignal::new(false),
            exports: RwSignal::new(false),
            wanted: RwSignal::new(None),
        }
    }

    /// Brings a panel to the front and unfolds its place; on a phone its section opens and is scrolled to.
    pub fn bring(self, tab: Tab) {
        match tab {
            Tab::Problems | Tab::Cost | Tab::Pausing | Tab::Load | Tab::Compare | Tab::WhatIf => {
                self.docked.set(tab);
                self.dock.set(true);
            }
            Tab::Terraform | Tab::Yaml => {
                self.side.set(if tab == Tab::Yaml { Side::Yaml } else { Side::Terraform });
                self.inspector.set(true);
            }
        }
        if self.phone.get_untracked() {
            browser::open_section(tab_id(tab));
        }
    }

    /// Opens the settings and moves into the field of that id.
    pub fn reach(self, field: impl Into<String>) {
        self.side.set(Side::Settings);
        self.inspector.set(true);
        if self.phone.get_untracked() {
            browser::open_section("section-settings");
        }
        self.wanted.set(Some(field.into()));
    }
}

/// A fold that this browser remembers; open until it is folded.
fn remembered(key: &'static str) -> RwSignal<bool> {
    let open = RwSignal::new(browser::remembered(key).as_deref() != Some("folded"));
    Effect::watch(
        move || open.get(),
        move |open, _, _| {
            browser::remember(key, if *open { "open" } else { "folded" });
        },
        false,
    );
    open
}

/// Id of a panel's section on a phone.
pub const fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Problems => "section-problems",
        Tab::Cost => "section-cost",
        Tab::Pausing => "section-pausing",
        Tab::Load => "section-load",
        Tab::Compare => "section-compare",
        Tab::WhatIf => "section-what-if",
        Tab::Terraform => "section-terraform",
        Tab::Yaml => "section-yaml",
    }
}
