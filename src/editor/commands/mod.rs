//! Everything the page can do, by name: the catalogue of commands and the search through it. What a command does is a
//! value; the page carries it out.

mod catalog;
mod menu;
mod search;
mod settings;

pub use catalog::{Session, catalog, preset_price};
pub use menu::menu;
pub use search::{SHOWN, found, marked};

use crate::design::presets::Preset;
use crate::design::{Edit, Group, Part};
use crate::rules::Rule;

use super::panels::Tab;
use super::product::Product;
use super::selection::Selection;
use super::targets::Change;

/// What a command belongs to, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What changes the design or the page.
    Actions,
    /// What is found now.
    Problems,
    /// What leaves the page.
    Export,
    /// Starting points.
    Presets,
    /// Every setting.
    Settings,
    /// Every rule.
    Rules,
}

impl Kind {
    /// Every kind, in the order of the list.
    pub const ALL: [Self; 6] =
        [Self::Actions, Self::Problems, Self::Export, Self::Presets, Self::Settings, Self::Rules];

    /// Its name.
    pub const fn title(self) -> &'static str {
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

/// A place of the page that folds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// The outline at the left.
    Outline,
    /// Settings and code at the right.
    Side,
    /// Problems, cost and pausing below.
    Dock,
}

/// What a command does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Back one step.
    Undo,
    /// Forward one step.
    Redo,
    /// Makes changes and says so; then the part is selected.
    Make {
        /// The changes, as one step of the history.
        edits: Vec<Edit>,
        /// What is said.
        told: String,
        /// The part that is selected afterwards.
        select: Option<Part>,
    },
    /// Makes a change that adds readers, says so, and selects them.
    Add(Change, Selection),
    /// Selects that.
    Pick(Selection),
    /// Copies a text, under the name by which it is said.
    CopyText(String, String),
    /// Copies the bill as Markdown.
    CopyBill,
    /// Copies the findings as Markdown, or those of a part.
    CopyFindings(Option<Part>),
    /// Shows all of the drawing.
    Fit,
    /// Shows the drawing larger.
    ZoomIn,
    /// Shows the drawing smaller.
    ZoomOut,
    /// Shows the drawing at its own size.
    FullSize,
    /// Asks whether to make every safe fix.
    FixAll,
    /// Lets somebody choose a spec.
    Open,
    /// Turns the design's name into a field.
    Rename,
    /// Goes on to the next theme.
    Theme,
    /// Brings a panel to the front.
    Bring(Tab),
    /// Folds a place, or opens it.
    Fold(Fold),
    /// Lists the keys.
    Shortcuts,
    /// Lists the designs of the shelf.
    Shelf,
    /// Asks what a new design is for.
    New,
    /// Lists the steps of the history.
    Steps,
    /// Copies the link.
    CopyLink,
    /// Downloads a file.
    Download(Product),
    /// Copies a file.
    Copy(Product),
    /// Opens a preset in place of the design.
    Take(&'static Preset),
    /// Moves into the settings' element of that id: a field, or the head of a group.
    Reach(String),
    /// Goes to what the rule finds, or says what it looks for.
    Rule(&'static Rule),
}

impl Act {
    /// The group of settings in which a change is made by hand; `None` where the act is no change.
    pub fn group(&self) -> Option<Group> {
        let Self::Make { edits, .. } = self else { return None };
        Some(match edits.first() {
            Some(Edit::AddReader { .. } | Edit::RemoveReader(_)) => Group::Instances,
            Some(Edit::AddProxy | Edit::RemoveProxy) => Group::Proxy,
            Some(Edit::AddSecondary(_) | Edit::RemoveSecondary(_)) => Group::Regions,
            Some(Edit::Set(field, _)) => field.group(),
            _ => Group::Design,
        })
    }
}

/// A command under its name.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it belongs to.
    pub kind: Kind,
    /// What it does, or what it leads to.
    pub label: String,
    /// A second line: the spec's path, the rule's id, what it means. Empty where there is none.
    pub hint: String,
    /// What stands at the right: the value, the price, the key. Empty where there is nothing.
    pub end: String,
    /// What it does.
    pub act: Act,
}

impl Command {
    fn new(kind: Kind, label: impl Into<String>, act: Act) -> Self {
        Self { kind, label: label.into(), hint: String::new(), end: String::new(), act }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    fn end(mut self, end: impl Into<String>) -> Self {
        self.end = end.into();
        self
    }

    /// The id of the symbol before it.
    pub fn symbol(&self) -> &'static str {
        match self.label.split_once(' ') {
            Some(("Add", _)) => "i-plus",
            Some(("Remove", _)) => "i-remove",
            Some(("Copy" | "Duplicate", _)) => "i-copy",
            _ => self.kind.symbol(),
        }
    }
}
