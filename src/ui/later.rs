//! What a first visit does not download: parts of the app that the browser loads when they are first asked for.
//!
//! The release build cuts the app at the functions made by [`part`]: what only they reach lies in a file of its own.
//! Each gives a table of functions, so that once it is there everything is a plain call. Builds for tests are not cut.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::design::{Design, Field};
use crate::formats::commands::{self, Step};
use crate::formats::diagram::Diagram;
use crate::formats::svg::{Theme, svg};
use crate::formats::yaml::{Spec, SpecError};
use crate::formats::{bundle, terraform, yaml};
use crate::rules::{Finding, Rule};

use super::browser::{self, El, button, el, live};
use super::canvas::Canvas;
use super::commands::Key;
use super::dialog::Ask;
use super::erase::Memo;
use super::export::Product;
use super::frame::Frame;
use super::glyphs::icon;
use super::settings::{Group, Setting};
use super::state::State;

/// The files: Terraform, YAML both ways, the bundle, and the commands that go with them.
#[derive(Clone, Copy)]
pub struct Files {
    /// [`svg`]
    pub svg: fn(&Diagram, Theme) -> String,
    /// [`terraform::main_tf_forced`]
    pub main_tf: fn(&Design, &[Finding]) -> String,
    /// [`yaml::write`]
    pub write_yaml: fn(&Design) -> String,
    /// [`yaml::read`]
    pub read_yaml: fn(&str) -> Result<Spec, SpecError>,
    /// [`bundle::bundle`]
    pub bundle: fn(&Design) -> Vec<u8>,
    /// [`commands::commands`]
    pub commands: fn(&Design) -> Vec<Step>,
    /// [`commands::script`]
    pub script: fn(&Design) -> String,
}

/// What the first screen does not show.
#[derive(Clone, Copy)]
pub struct Panels {
    /// A file's listing.
    pub listing: fn(Product, Files) -> El,
    /// The commands that deploy the design.
    pub deploy: fn(Files) -> El,
    /// What a dialog asks.
    pub question: fn(Ask) -> El,
    /// The list of presets.
    pub presets: fn() -> El,
    /// The settings of a group.
    pub settings: fn(Group, &Design) -> Vec<Setting>,
    /// What a setting may be.
    pub allowed: fn(&Field, &Design) -> String,
    /// What stands in an open group.
    pub group_body: fn(Group) -> El,
    /// The settings whose name holds a text.
    pub hits: fn(RwSignal<String>) -> El,
    /// Why a rule matters.
    pub why: fn(&Rule) -> &'static str,
    /// What a fix changes, and the other answers to a finding.
    pub more: fn(&'static Rule, Memo<Option<Finding>>) -> El,
    /// What each instance does while nobody works.
    pub pausing: fn() -> El,
    /// What has been suppressed.
    pub suppressions: fn() -> El,
    /// The form that adds a Region.
    pub add_region: fn() -> El,
    /// Answers a key that means something anywhere.
    pub pressed: fn(Key, State, Frame),
    /// The problems by part.
    pub by_part: fn() -> El,
    /// The edges between panels.
    pub edges: fn() -> El,
    /// The button that turns to them.
    pub grouping: fn() -> El,
    /// The export menu's entries for the picture.
    pub pictures: fn() -> El,
    /// What the drawing does at an event.
    pub drawing: fn(Canvas, browser::Event),
    /// What lies over the drawing while it is edited.
    pub tools: fn(Canvas, &El) -> El,
}

/// The bill from every side.
#[derive(Clone, Copy)]
pub struct Ledger {
    /// Its lines, charts, alternatives, Regions and the budget.
    pub bill: fn() -> El,
    /// What of it the export menu hands out.
    pub exports: fn() -> El,
}

/// The server did not give the file with the part in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotLoaded;

#[cfg(not(debug_assertions))]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Makes `fn name() -> impl Future<Output = Result<$table, NotLoaded>>`, where the release build cuts.
macro_rules! part {
    ($name:ident, $table:ty, $value:expr) => {
        #[cfg(not(debug_assertions))]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$table, NotLoaded> {
            Ok($value)
        }

        #[cfg(debug_assertions)]
        fn $name() -> std::future::Ready<Result<$table, NotLoaded>> {
            std::future::ready(Ok($value))
        }
    };
}

part!(
    files,
    Files,
    Files {
        svg,
        main_tf: terraform::main_tf_forced,
        write_yaml: yaml::write,
        read_yaml: yaml::read,
        bundle: bundle::bundle,
        commands: commands::commands,
        script: commands::script,
    }
);

part!(panels, Panels, {
    browser::adopt_style(include_str!("../../style/later.css"));
    Panels {
        listing: super::code::listing,
        deploy: super::deploy::steps,
        question: super::dialog::question,
        presets: super::files::presets,
        settings: super::settings::settings,
        allowed: super::ranges::allowed,
        group_body: super::inspector::group_body,
        hits: super::inspector::hits,
        why: |rule| rule.why,
        more: super::problems::more,
        pausing: super::pausing::pausing,
        suppressions: super::problems::suppressions,
        add_region: super::outline::add_region,
        pressed: super::commands::pressed,
        edges: super::edges::edges,
        by_part: super::problems::by_part,
        grouping: super::problems::grouping,
        pictures: super::picture::entries,
        drawing: super::canvas::act,
        tools: super::canvas::tools,
    }
});

part!(ledger, Ledger, {
    browser::adopt_style(include_str!("../../style/ledger.css"));
    Ledger { bill: super::ledger::bill, exports: super::ledger::exports }
});

type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// A part and whether it is there.
pub struct Later<T: 'static> {
    here: RwSignal<Option<T>>,
    failed: RwSignal<bool>,
    load: fn() -> Loading<T>,
}

impl<T> Clone for Later<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Later<T> {}

impl Later<Files> {
    /// The files' part.
    pub fn files() -> Self {
        Self::new(|| Box::pin(files()))
    }
}

impl Later<Panels> {
    /// The part of the panels.
    pub fn panels() -> Self {
        Self::new(|| Box::pin(panels()))
    }
}

impl Later<Ledger> {
    /// The part of the bill.
    pub fn ledger() -> Self {
        Self::new(|| Box::pin(ledger()))
    }
}

impl<T: Copy + Send + Sync + 'static> Later<T> {
    fn new(load: fn() -> Loading<T>) -> Self {
        Self { here: RwSignal::new(None), failed: RwSignal::new(false), load }
    }

    /// The part where it is there, tracked.
    pub fn get(self) -> Option<T> {
        self.here.get()
    }

    /// Lets the part come when a pointer or the keyboard's focus reaches what needs it.
    pub fn soon(self, opener: El) -> El {
        opener.on("pointerenter", move || self.fetch()).on("focus", move || self.fetch())
    }

    /// Sees that it comes: before somebody needs it.
    pub fn fetch(self) {
        self.then(|_| ());
    }

    /// Runs with the part: now where it is there, else once it is. A failure is kept for [`Self::shown`] and told by
    /// the browser; nothing runs then.
    pub fn then(self, run: impl FnOnce(T) + 'static) {
        self.or_else(run, || ());
    }

    /// Runs with the part, or runs the other where the server does not give it.
    pub fn or_else(self, run: impl FnOnce(T) + 'static, lost: impl FnOnce() + 'static) {
        self.run(Box::new(run), Box::new(lost));
    }

    fn run(self, run: Box<dyn FnOnce(T)>, lost: Box<dyn FnOnce()>) {
        if let Some(part) = self.here.get_untracked() {
            run(part);
            return;
        }
        browser::spawn(Box::pin(async move {
            let loaded = (self.load)().await;
            if self.failed.get_untracked() != loaded.is_err() {
                self.failed.set(loaded.is_err());
            }
            match loaded {
                Ok(part) => {
                    if self.here.with_untracked(Option::is_none) {
                        self.here.set(Some(part));
                    }
                    run(part);
                }
                Err(NotLoaded) => lost(),
            }
        }));
    }

    /// What the part shows, once it is there; until then that it comes, or how to try again.
    pub fn shown(self, show: impl Fn(T) -> El + 'static) -> El {
        self.fetch();
        live(move || match self.here.get() {
            Some(part) => untrack(|| show(part)),
            None if self.failed.get() => lost(move || self.fetch()),
            None => el("p").set("class", "empty").set("role", "status").child("Loading\u{2026}"),
        })
    }
}

fn lost(again: impl Fn() + 'static) -> El {
    el("p")
        .set("class", "empty")
        .child(icon("i-awake"))
        .child(el("strong").child("This part did not load"))
        .child(el("span").child("The server did not answer. Your design is unchanged."))
        .child(button("button").on("click", again).child("Try again"))
}
