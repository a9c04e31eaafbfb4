//! The shelf as the page uses it: opens it, saves what is edited, follows other tabs, and goes from design to design.
//!
//! What is decided is `editor::shelf`'s; here it happens. Whatever the browser refuses, the page works on.

mod acts;
mod save;
mod sight;
mod visits;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::design::Design;
use crate::editor::history::{History, KeptStep};
use crate::editor::shelf::{Arrival, Beside, Entry, Head, Plan, Saving, Trouble, plan};
use crate::formats::link;
use crate::ui::browser::{self, Channel, Later, Loaded, Store};

use super::State;

pub(super) use sight::{Sight, first_sight};

/// Between an edit and its place in the address and the store, in milliseconds.
const KEEP_AFTER: u64 = 350;

/// What the store knows of the design that is shown.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Current {
    /// Empty until the shelf has been read.
    id: String,
    name: Option<String>,
    revision: u64,
    made: u64,
    edited_at: u64,
}

type Waiting = Vec<Box<dyn FnOnce()>>;

/// The designs this browser keeps.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Whether the store has the design as it is.
    pub saving: RwSignal<Saving>,
    /// What lay on the shelf when it was last looked at.
    pub entries: RwSignal<Vec<Entry>>,
    current: RwSignal<Current>,
    store: StoredValue<Option<Store>, LocalStorage>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    waiting: StoredValue<Waiting, LocalStorage>,
    busy: StoredValue<bool>,
    /// The state of the history, and the design counted against, that the store has; `None` where it has neither.
    kept: StoredValue<Option<(u64, Design)>>,
    /// Whether somebody edited the design since it was opened.
    pub(super) edited: StoredValue<bool>,
    /// Whether the page's first design came from somewhere.
    found: bool,
    told: StoredValue<Option<Trouble>>,
    later: Later,
}

impl Shelf {
    pub(super) fn new(found: bool) -> Self {
        Self {
            saving: RwSignal::new(Saving::Saving),
            entries: RwSignal::new(Vec::new()),
            current: RwSignal::new(Current::default()),
            store: StoredValue::new_local(None),
            channel: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
            busy: StoredValue::new(false),
            kept: StoredValue::new(None),
            edited: StoredValue::new(false),
            found,
            told: StoredValue::new(None),
            later: Later::new(),
        }
    }

    /// Id of the design that is shown; tracked.
    pub fn shown(self) -> String {
        self.current.with(|current| current.id.clone())
    }

    fn id(self) -> String {
        self.current.with_untracked(|current| current.id.clone())
    }

    fn heads(self) -> Vec<Head> {
        self.entries.with_untracked(|entries| heads(entries))
    }

    fn store(self) -> Option<Store> {
        self.store.try_get_value().flatten()
    }
}

/// The designs among the entries that can be read.
fn heads(entries: &[Entry]) -> Vec<Head> {
    let head = |entry: &Entry| match entry {
        Entry::Head(head) => Some((**head).clone()),
        Entry::Unread { .. } => None,
    };
    entries.iter().filter_map(head).collect()
}

impl State {
    /// Keeps the design on the shelf, in the address and where the next start finds it; follows other tabs and the
    /// browser's own back and forward.
    pub fn keep(self, arrival: Arrival) {
        let own = self.shelf;
        Effect::new(move || {
            self.design.track();
            self.opened.track();
            if !own.id().is_empty() && self.is_unsaved() {
                if matches!(own.saving.get_untracked(), Saving::Saved { .. }) {
                    own.saving.set(Saving::Saving);
                }
                // Not put off by the next edit: who never stops typing is kept too.
                if !own.later.is_waiting() {
                    own.later.run(KEEP_AFTER, move || self.persist());
                }
            }
        });
        browser::on_hidden(move |hidden| match hidden {
            true if !own.id().is_empty() && self.is_unsaved() => {
                own.later.cancel();
                self.persist();
            }
            true => {}
            false => self.follow(),
        });
        browser::on_return(move |id| {
            if !id.is_empty() && id != own.id() {
                self.take_up(id, None);
            }
        });
        let listener = window_event_listener(ev::hashchange, move |_| {
            // A place of our own is answered where the browser returns to it.
            if browser::place().is_none_or(|id| id.is_empty()) {
                self.follow_link(browser::fragment());
            }
        });
        on_cleanup(move || listener.remove());
        own.channel.set_value(Channel::open(move |id| {
            if own.current.try_with_untracked(|current| current.id == id) == Some(true) {
                self.follow();
            }
        }));
        spawn_local(self.arrive(arrival));
    }

    async fn arrive(self, arrival: Arrival) {
        let outdated = move || {
            if self.shelf.store.try_set_value(None).is_none() {
                self.refuse(Trouble::Newer);
            }
        };
        let opened = match Store::open(outdated).await {
            Ok(store) => store.entries().await.map(|entries| (store, entries)),
            Err(trouble) => Err(trouble),
        };
        // The page may be gone by now, here and after every other wait.
        if self.shelf.busy.try_get_value().is_none() {
            return;
        }
        let (store, entries) = match opened {
            Ok(opened) => opened,
            Err(trouble) => {
                self.shelf.current.update(|current| current.id = browser::new_id());
                self.write_address(false);
                self.refuse(trouble);
                return;
            }
        };
        let all = heads(&entries);
        self.shelf.entries.set(entries);
        self.shelf.store.set_value(Some(store.clone()));
        let text = self.peek(link::keep);
        match plan(&arrival, &text, &all) {
            Plan::Add(beside) => self.add(&beside),
            Plan::Open(id) => {
                let loaded = store.load(&id).await;
                if self.shelf.busy.try_get_value().is_none() {
                    return;
                }
                match loaded {
                    Ok(Some(loaded)) => self.settle(loaded),
                    Ok(None) | Err(_) => self.add(&Beside::Rescued),
                }
            }
        }
    }

    /// Goes on with a design of the shelf. What the page shows already, and the shelf has never seen, is its newest step.
    fn settle(self, (head, steps): Loaded) {
        let page = self.design.get_untracked();
        let text = link::keep(&page);
        let touched = self.history.with_untracked(History::moves) > 0;
        let mut history = history_of(&head, steps);
        let known = link::same(&head.text, &text) || history.holds(&text);
        if touched && !link::same(&head.text, &text) || self.shelf.found && !known {
            history.step(page, browser::now());
            self.shelf.edited.set_value(true);
        }
        self.install(&head, history);
        self.write_address(false);
        self.save();
    }

    /// Shows a design of the shelf with its history.
    fn install(self, head: &Head, history: History) {
        let kept = history.is_kept();
        let (design, opened) = (history.shown(), link::kept(&head.opened).0);
        self.shelf.kept.set_value(kept.then(|| (history.moves(), opened.clone())));
        self.shelf.current.set(Current {
            id: head.id.clone(),
            name: head.name.clone(),
            revision: head.revision,
            made: head.made,
            edited_at: head.edited,
        });
        self.history.set(history);
        if self.opened.with_untracked(|before| *before != opened) {
            self.opened.set(opened);
        }
        if self.design.with_untracked(|before| *before != design) {
            self.show(design);
        }
        if kept {
            self.tell_saved();
        }
    }

    /// Puts what the page shows onto the shelf.
    fn add(self, beside: &Beside) {
        let now = browser::now();
        let edited = matches!(beside, Beside::TakenOver | Beside::Rescued);
        self.shelf.edited.update_value(|it| *it |= edited);
        self.shelf.kept.set_value(None);
        self.shelf.current.set(Current { id: browser::new_id(), made: now, ..Current::default() });
        if let Beside::Link(Some(title)) = beside {
            let text = format!(
                "The link opened as a design of its own. \u{201c}{title}\u{201d} is still on your shelf."
            );
            self.tell(text, false);
        }
        self.write_address(false);
        self.save();
    }

    /// Shows what another tab saved of the same design, where nothing was edited here since.
    fn follow(self) {
        let own = self.shelf;
        let idle = move || own.busy.try_get_value() == Some(false) && !self.is_unsaved();
        let (Some(store), true) = (own.store(), idle()) else { return };
        let id = own.id();
        spawn_local(async move {
            let loaded = store.load(&id).await;
            if !idle() || own.id() != id {
                return;
            }
            if let Ok(Some((head, steps))) = loaded
                && head.revision != own.current.with_untracked(|current| current.revision)
            {
                let history = history_of(&head, steps);
                self.drop_step_toast();
                self.install(&head, history);
                own.edited.set_value(false);
                self.write_address(false);
            }
        });
    }
}

/// The history of a design of the store; where its steps can't be read, it begins anew behind them.
fn history_of(head: &Head, steps: Option<Vec<KeptStep>>) -> History {
    steps.and_then(|steps| History::restore(steps, head.at)).unwrap_or_else(|| {
        History::after(head.last.saturating_add(1), link::kept(&head.text).0, head.touched())
    })
}
