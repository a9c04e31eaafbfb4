//! The state of the page: one design with its history, what is selected, and a memo for every answer.

use crate::facts::sorted::Map;

use leptos::prelude::*;

use crate::design::{Design, Edit, Field, Part, ValueError};
use crate::estimate::{Bill, Month, bill};
use crate::facts::Day;
use crate::formats::link;
use crate::rules::{Finding, Severity, check};

use super::browser;
use super::dialog::Ask;
use super::erase::{Memo, effect, memo};
use super::later::{Files, Later, Ledger, Panels};

const DESIGN_KEY: &str = "aurora-designer.design";
const HISTORY: usize = 200;

/// Which of the panels that share a place is in front.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Findings.
    Problems,
    /// The bill.
    Cost,
    /// What pauses, and what does not.
    Pausing,
    /// `main.tf`.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
}

/// What was typed into a setting and is no value of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// Why it is not used.
    pub error: ValueError,
}

/// Something to tell once, at the bottom of the page and to screen readers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Whether "Undo" makes sense beside it.
    pub undo: bool,
}

/// Everything the page knows: a handle that every closure can hold. What it stands for lives as long as the page.
#[derive(Clone, Copy)]
pub struct State(&'static Known);

impl std::ops::Deref for State {
    type Target = Known;

    fn deref(&self) -> &Known {
        self.0
    }
}

/// The signals and memos of the page.
pub struct Known {
    design: RwSignal<Design>,
    past: RwSignal<Vec<Design>>,
    typing: StoredValue<Option<Field>>,
    future: RwSignal<Vec<Design>>,
    /// The design as it was opened or last shared; the bill shows the difference to it.
    pub opened: RwSignal<Design>,
    /// The selected part.
    pub selected: RwSignal<Part>,
    /// Texts that are no values of their settings.
    pub drafts: RwSignal<Map<Field, Draft>>,
    /// The panel in front.
    pub tab: RwSignal<Tab>,
    /// The part under the pointer in another panel; the diagram lights its path.
    pub lit: RwSignal<Option<Part>>,
    /// What a dialog asks.
    pub asking: RwSignal<Option<Ask>>,
    /// What is being told.
    pub toast: RwSignal<Option<Toast>>,
    /// What could not be read of a link or a file, until it is dismissed.
    pub notices: RwSignal<Vec<String>>,
    /// Whether this browser keeps the design.
    pub saved: RwSignal<bool>,
    /// The browser's date when the page opened.
    pub today: Day,
    /// The bill.
    pub bill: Memo<Bill>,
    /// The bill of the opened design.
    pub opened_bill: Memo<Bill>,
    /// Findings, worst first.
    pub findings: Memo<Vec<Finding>>,
    /// What writes and reads files.
    pub files: Later<Files>,
    /// What the first screen does not show.
    pub panels: Later<Panels>,
    /// The bill from every side.
    pub ledger: Later<Ledger>,
    /// The link's fragment; an error says why there is none.
    pub link: Memo<Result<String, String>>,
}

/// The state, provided by the app at the top.
pub fn use_state() -> State {
    use_context::<State>().unwrap_or_else(State::open)
}

impl State {
    /// Opens what the address holds, else what this browser keeps, else the default design.
    pub fn open() -> Self {
        let fragment = browser::fragment();
        let source =
            if fragment.is_empty() { browser::remembered(DESIGN_KEY).unwrap_or_default() } else { fragment };
        let (first, notices) = link::decode(&source);
        let today = browser::today();
        let design = RwSignal::new(first.clone());
        let opened = RwSignal::new(first);
        let bill_of = move |design: RwSignal<Design>| memo(move || design.with(|design| bill(design, today)));
        let bill_now = bill_of(design);
        let findings = memo(move || design.with(|design| bill_now.with(|bill| check(design, bill, today))));
        Self(Box::leak(Box::new(Known {
            design,
            past: RwSignal::new(Vec::new()),
            typing: StoredValue::new(None),
            future: RwSignal::new(Vec::new()),
            opened,
            selected: RwSignal::new(Part::Cluster),
            drafts: RwSignal::new(Map::new()),
            tab: RwSignal::new(Tab::Problems),
            lit: RwSignal::new(None),
            asking: RwSignal::new(None),
            toast: RwSignal::new(None),
            notices: RwSignal::new(notices.into_iter().map(|notice| notice.message).collect()),
            saved: RwSignal::new(true),
            today,
            bill: bill_now,
            opened_bill: bill_of(opened),
            findings,
            files: Later::files(),
            panels: Later::panels(),
            ledger: Later::ledger(),
            link: memo(move || design.with(link::encode).map_err(|error| error.to_string())),
        })))
    }

    /// Keeps the address and this browser's storage at the design, and follows an address that somebody edits.
    pub fn follow_address(self) {
        let later = browser::Later::default();
        effect(move || {
            self.design.track();
            later.run(300, move || {
                if let Ok(fragment) = self.link.get_untracked() {
                    browser::replace_fragment(&fragment);
                    self.saved.set(browser::remember(DESIGN_KEY, &fragment));
                }
            });
        });
        browser::on_hash_change(move || {
            let fragment = browser::fragment();
            if self.link.get_untracked().as_ref() != Ok(&fragment) {
                let (design, notices) = link::decode(&fragment);
                self.replace(design, notices.into_iter().map(|notice| notice.message).collect());
            }
        });
    }

    /// The design, tracked.
    pub fn get(self) -> Design {
        self.design.get()
    }

    /// Reads the design, tracked.
    pub fn with<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        read(&self.reading())
    }

    /// Reads the design without following it.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        read(&self.peeking())
    }

    /// Reads the design once, without following it: in answer to a click.
    pub fn peek<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        self.with_untracked(read)
    }

    // Out of line: every question to the design would have a copy of its own.
    #[inline(never)]
    fn reading(self) -> impl std::ops::Deref<Target = Design> {
        self.design.read()
    }

    #[inline(never)]
    fn peeking(self) -> impl std::ops::Deref<Target = Design> {
        self.design.read_untracked()
    }

    /// A memo over the design.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Design) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.with(&read))
    }

    /// Makes one change; what cannot be made is told and changes nothing.
    pub fn edit(self, edit: Edit) {
        self.edit_all(&[edit]);
    }

    /// Makes several changes as one step of the history.
    pub fn edit_all(self, edits: &[Edit]) {
        match self.design.with_untracked(|design| design.with_all(edits)) {
            Ok(next) => {
                self.step(next);
            }
            Err(error) => self.tell(&format!("Nothing changed: {error}."), false),
        }
    }

    /// Takes what was typed into a setting: a value becomes an edit, anything else stays as a draft with its reason.
    pub fn type_into(self, field: &Field, text: &str) {
        match self.design.with_untracked(|design| design.with(&Edit::set(field.clone(), text))) {
            Ok(next) => {
                self.drafts.update(|drafts| {
                    drafts.remove(field);
                });
                self.go_on(field, next);
            }
            Err(error) => self.drafts.update(|drafts| {
                drafts.insert(field.clone(), Draft { text: text.to_owned(), error });
            }),
        }
    }

    /// Makes changes that belong to one movement of the hand on a setting: a drag, a held key.
    pub fn slide(self, field: &Field, edits: &[Edit]) {
        if let Ok(next) = self.design.with_untracked(|design| design.with_all(edits)) {
            self.go_on(field, next);
        }
    }

    /// One word typed or one drag is one step of the history, not one a letter or a pixel.
    fn go_on(self, field: &Field, next: Design) {
        if self.typing.with_value(|typing| typing.as_ref() == Some(field)) {
            self.show(next);
        } else if self.step(next) {
            self.typing.set_value(Some(field.clone()));
        }
    }

    /// The field is left: the next letter typed is a new step of the history.
    pub fn end_typing(self) {
        self.typing.set_value(None);
    }

    /// Takes another design in place of this one: a file, a link, a preset. Undo brings the old one back.
    pub fn replace(self, design: Design, notices: Vec<String>) {
        self.step(design.clone());
        self.opened.set(design);
        self.notices.set(notices);
        self.drafts.set(Map::new());
        self.selected.set(Part::Cluster);
    }

    /// Takes a design computed from this one, as one step of the history.
    pub fn apply(self, next: Design) {
        self.drafts.set(Map::new());
        self.step(next);
    }

    /// Counts changes from here on: the design as it is has just been shared.
    pub fn shared(self) {
        self.opened.set(self.design.get_untracked());
    }

    /// Goes on to another design; returns whether it is another one.
    fn step(self, next: Design) -> bool {
        self.end_typing();
        let now = self.design.get_untracked();
        if now == next {
            return false;
        }
        self.past.update(|past| {
            if past.len() == HISTORY {
                past.remove(0);
            }
            past.push(now);
        });
        self.future.update(Vec::clear);
        self.show(next);
        true
    }

    /// Sets the design and drops a selection whose part is gone.
    fn show(self, design: Design) {
        let gone = match self.selected.get_untracked() {
            Part::Instance(index) => index > design.cluster.readers.len(),
            Part::Secondary(index) => index >= design.secondaries().len(),
            Part::Proxy => design.proxy.is_none(),
            _ => false,
        };
        self.design.set(design);
        if gone {
            self.selected.set(Part::Cluster);
        }
    }

    /// Whether there is something to undo.
    pub fn can_undo(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    /// Whether there is something to redo.
    pub fn can_redo(self) -> bool {
        self.future.with(|future| !future.is_empty())
    }

    /// Back one step.
    pub fn undo(self) {
        self.travel(self.past, self.future);
    }

    /// Forward one step.
    pub fn redo(self) {
        self.travel(self.future, self.past);
    }

    fn travel(self, from: RwSignal<Vec<Design>>, to: RwSignal<Vec<Design>>) {
        let mut found = None;
        from.update(|steps| found = steps.pop());
        self.end_typing();
        if let Some(design) = found {
            let now = self.design.get_untracked();
            to.update(|steps| steps.push(now));
            self.drafts.set(Map::new());
            self.show(design);
        }
    }

    /// Says something once.
    pub fn tell(self, text: &str, undo: bool) {
        self.toast.set(Some(Toast { text: text.to_owned(), undo }));
    }

    /// Makes changes and says what they were and what the typical month costs now.
    pub fn edit_and_tell(self, edits: &[Edit], text: &str) {
        match self.design.with_untracked(|design| design.with_all(edits)) {
            Ok(next) => self.apply_and_tell(next, text),
            Err(error) => self.tell(&format!("Nothing changed: {error}."), false),
        }
    }

    /// Takes a design computed from this one and says what it was and what the typical month costs now.
    pub fn apply_and_tell(self, next: Design, text: &str) {
        self.apply(next);
        let total = self.bill.with_untracked(|bill| bill.total(Month::Typical));
        let least = if total.complete { "" } else { "at least " };
        self.tell(&format!("{text}. Typical month: {least}{}.", total.usd), true);
    }

    /// `main.tf`, also while errors stand (then they are in its head); tracked.
    pub fn main_tf(self, files: Files) -> String {
        let errors: Vec<Finding> = self
            .findings
            .with(|all| all.iter().filter(|it| it.severity == Severity::Error).cloned().collect());
        self.with(|design| (files.main_tf)(design, &errors))
    }

    /// Opens a spec; what cannot be read is told with its place, and the design stays.
    pub fn open_yaml(self, name: String, text: String) {
        let lost = name.clone();
        self.files.or_else(
            move |files| match (files.read_yaml)(&text) {
                Ok(spec) => {
                    self.replace(spec.design, Vec::new());
                    self.tell(&format!("Opened {name}."), true);
                }
                Err(error) => self.notices.set(vec![format!(
                    "{name}, line {}, column {}: {} Your design is unchanged.",
                    error.line,
                    error.column,
                    if error.message.ends_with('.') {
                        error.message.clone()
                    } else {
                        format!("{}.", error.message)
                    }
                )]),
            },
            move || self.lost(&lost),
        );
    }

    /// Opens a dialog, as soon as what is in it is there.
    pub fn ask(self, ask: Ask) {
        self.panels.or_else(move |_| self.asking.set(Some(ask)), move || self.lost("The dialog"));
    }

    /// Says that a part of the app did not load, and that nothing was done.
    pub fn lost(self, what: &str) {
        self.tell(
            &format!("{what}: this part of the app did not load. Try again; your design is unchanged."),
            false,
        );
    }
}
