//! The shelf as the page uses it: opens it, saves what is edited, follows other tabs, and goes from design to design.
//!
//! What is decided is `editor::shelf`'s; here it happens. Whatever the browser refuses, the page works on.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::design::{Design, Part};
use crate::editor::history::{Batch, History};
use crate::editor::shelf::{
    Arrival, Beside, Entry, Head, Mirror, Plan, Saving, Trouble, copy_name, older_prices, part_name, plan,
};
use crate::formats::link;
use crate::ui::browser::{self, Channel, Later, Loaded, Store, Unsaved};

use super::{News, Remedy, State, Toast, Undo};

/// The design edited last, for the next start and for older builds.
const DESIGN_KEY: &str = "aurora-designer.design";
/// Whose it is: its id and the end of its text.
const CURRENT_KEY: &str = "aurora-designer.current";
/// Between an edit and its place in the address and the store, in milliseconds.
const KEEP_AFTER: u64 = 300;

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

/// What the page can show before the store has opened.
pub(super) struct Sight {
    pub(super) design: Design,
    pub(super) notices: Vec<String>,
    pub(super) arrival: Arrival,
    /// Whether the design came from somewhere.
    pub(super) found: bool,
}

/// What the address holds, else what this browser holds outside of the store.
pub(super) fn first_sight() -> Sight {
    let (fragment, place) = (browser::fragment(), browser::place().filter(|id| !id.is_empty()));
    if !fragment.is_empty() {
        let (design, mut notices) = read_link(&fragment);
        let arrival = place.map_or(Arrival::Link, Arrival::Tab);
        if arrival == Arrival::Link {
            notices.extend(older_prices(&fragment));
        }
        return Sight { design, notices, arrival, found: true };
    }
    let mirror = mirror();
    let arrival = match place {
        Some(id) => Arrival::Tab(id),
        None => Arrival::Bare(mirror.clone()),
    };
    let own = |mirror: &Mirror| match &arrival {
        Arrival::Tab(id) => mirror.id.as_ref() == Some(id),
        _ => true,
    };
    match mirror.filter(own) {
        Some(Mirror { text, .. }) => {
            let (design, notices) = link::kept(&text);
            Sight { design, notices: messages(notices), arrival, found: true }
        }
        None => Sight { design: Design::default(), notices: Vec::new(), arrival, found: false },
    }
}

fn read_link(fragment: &str) -> (Design, Vec<String>) {
    let (design, notices) = link::decode(fragment);
    (design, messages(notices))
}

fn messages(notices: Vec<link::Notice>) -> Vec<String> {
    notices.into_iter().map(|notice| notice.message).collect()
}

fn mirror() -> Option<Mirror> {
    let text = browser::remembered(DESIGN_KEY)?;
    let whose = browser::remembered(CURRENT_KEY).unwrap_or_default();
    // An older build writes the design and knows nothing of the other key.
    let id = whose.split_once(' ').filter(|(_, end)| text.ends_with(end)).map(|(id, _)| id.to_owned());
    Some(Mirror { id, text })
}

/// The end of a text, which holds its checksum.
fn end_of(text: &str) -> &str {
    text.rsplit('&').next().unwrap_or(text)
}

impl State {
    /// Keeps the design on the shelf, in the address and where the next start finds it; follows other tabs and the
    /// browser's own back and forward.
    pub fn keep(self, arrival: Arrival) {
        let shelf = self.shelf;
        Effect::new(move || {
            self.design.track();
            self.opened.track();
            if !shelf.id().is_empty() && self.is_unsaved() {
                if matches!(shelf.saving.get_untracked(), Saving::Saved { .. }) {
                    shelf.saving.set(Saving::Saving);
                }
                shelf.later.run(KEEP_AFTER, move || self.persist());
            }
        });
        browser::on_hidden(move |hidden| match hidden {
            true if !shelf.id().is_empty() && self.is_unsaved() => {
                shelf.later.cancel();
                self.persist();
            }
            true => {}
            false => self.follow(),
        });
        browser::on_return(move |id| {
            if !id.is_empty() && id != shelf.id() {
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
        shelf.channel.set_value(Channel::open(move |id| {
            if shelf.current.try_with_untracked(|current| current.id == id) == Some(true) {
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
            let text = format!("The link opened as a design of its own. \u{201c}{title}\u{201d} is still on your shelf.");
            self.tell(text, false);
        }
        self.write_address(false);
        self.save();
    }

    /// Whether the store lacks something of what is shown.
    pub(super) fn is_unsaved(self) -> bool {
        let moves = self.history.with_untracked(History::moves);
        let has = |kept: &Option<(u64, Design)>| {
            let kept = kept.as_ref().filter(|(known, _)| *known == moves);
            kept.is_some_and(|(_, opened)| self.opened.with_untracked(|now| now == opened))
        };
        !self.shelf.kept.with_value(has)
    }

    fn persist(self) {
        self.write_address(false);
        self.save();
    }

    /// Writes the design into the address, and where the next start finds it. One that is too long for a link leaves the
    /// address bare; the store has it all the same.
    fn write_address(self, new: bool) {
        let id = self.shelf.id();
        let fragment = self.link.get_untracked().unwrap_or_default();
        browser::put_place(&fragment, &id, new);
        if self.shelf.edited.get_value() || browser::remembered(DESIGN_KEY).is_none() {
            let text = self.peek(link::keep);
            browser::remember(CURRENT_KEY, &format!("{id} {}", end_of(&text)));
            browser::remember(DESIGN_KEY, &text);
        }
    }

    /// Saves what the store lacks; one save is under way at a time.
    fn save(self) {
        let shelf = self.shelf;
        if shelf.busy.get_value() {
            return;
        }
        if !self.is_unsaved() {
            self.saved();
            return;
        }
        let Some(store) = shelf.store() else {
            // Who waits for a save decides by what is told.
            let told = shelf.told.get_value().unwrap_or(Trouble::Denied);
            shelf.saving.set(Saving::Not(told));
            self.saved();
            return;
        };
        shelf.busy.set_value(true);
        shelf.saving.set(Saving::Saving);
        let opened = self.opened.get_untracked();
        let moves = self.history.with_untracked(History::moves);
        let Some(batch) = self.history.try_update_untracked(History::batch) else { return };
        let head = self.head(&batch, &opened);
        spawn_local(async move {
            let saved = store.save(head, &batch).await;
            if shelf.busy.try_get_value().is_none() {
                return;
            }
            shelf.busy.set_value(false);
            match saved {
                Ok(head) => {
                    shelf.kept.set_value(Some((moves, opened)));
                    shelf.told.set_value(None);
                    shelf.current.update(|current| {
                        current.revision = head.revision;
                        current.edited_at = head.edited;
                        current.name = head.name.clone();
                    });
                    shelf.channel.with_value(|channel| {
                        if let Some(channel) = channel {
                            channel.tell(&head.id);
                        }
                    });
                    self.tell_saved();
                    self.save();
                }
                Err(why) => {
                    let from = batch.steps.first().map_or(batch.last, |step| step.number);
                    self.history.update_untracked(|history| history.lost(from));
                    match why {
                        Unsaved::Overtaken => self.part(),
                        Unsaved::Refused(trouble) => self.refuse(trouble),
                    }
                }
            }
        });
    }

    fn head(self, batch: &Batch, opened: &Design) -> Head {
        let current = self.shelf.current.get_untracked();
        // The clock may have been set back; what is edited last must still be the last.
        let edited = if self.shelf.edited.get_value() {
            let latest = self.shelf.heads().iter().map(|head| head.edited).max().unwrap_or(0);
            browser::now().max(current.edited_at).max(latest.saturating_add(1))
        } else {
            current.edited_at
        };
        Head {
            id: current.id,
            name: current.name,
            project: self.peek(|design| design.project_name.clone()),
            revision: current.revision,
            made: current.made,
            edited,
            deleted: None,
            first: batch.first,
            at: batch.at,
            last: batch.last,
            text: self.peek(link::keep),
            opened: link::keep(opened),
        }
    }

    fn tell_saved(self) {
        let (_, hour, minute) = browser::local(browser::now());
        self.shelf.saving.set(Saving::Saved { hour, minute });
    }

    /// Runs what waited for a save.
    fn saved(self) {
        let waiting = self.shelf.waiting.try_update_value(std::mem::take).unwrap_or_default();
        waiting.into_iter().for_each(|run| run());
    }

    /// Says that nothing is kept, once for each reason, and offers the file.
    fn refuse(self, trouble: Trouble) {
        self.shelf.saving.set(Saving::Not(trouble));
        if self.shelf.told.get_value() != Some(trouble) {
            self.shelf.told.set_value(Some(trouble));
            let remedy = Some(Remedy::Download);
            self.news.update(|news| news.push(News { text: trouble.sentence().to_owned(), remedy }));
        }
        self.saved();
    }

    /// Goes on as a design of its own: another tab saved the one it was.
    fn part(self) {
        let shelf = self.shelf;
        let project = self.peek(|design| design.project_name.clone());
        let before = shelf.current.get_untracked();
        let title = before.name.filter(|name| !name.is_empty()).unwrap_or(project);
        let name = part_name(&title, &shelf.heads());
        let text = format!(
            "\u{201c}{title}\u{201d} was edited in another tab at the same time. Both are kept: this tab goes on as \u{201c}{name}\u{201d}."
        );
        let now = browser::now();
        shelf.current.set(Current { id: browser::new_id(), name: Some(name), made: now, ..Current::default() });
        shelf.kept.set_value(None);
        self.history.update_untracked(History::forget_kept);
        self.news.update(|news| news.push(News { text, remedy: None }));
        self.persist();
    }

    /// Shows what another tab saved of the same design, where nothing was edited here since.
    fn follow(self) {
        let shelf = self.shelf;
        let idle = move || shelf.busy.try_get_value() == Some(false) && !self.is_unsaved();
        let (Some(store), true) = (shelf.store(), idle()) else { return };
        let id = shelf.id();
        spawn_local(async move {
            let loaded = store.load(&id).await;
            if !idle() || shelf.id() != id {
                return;
            }
            if let Ok(Some((head, steps))) = loaded
                && head.revision != shelf.current.with_untracked(|current| current.revision)
            {
                let history = history_of(&head, steps);
                self.drop_step_toast();
                self.install(&head, history);
                shelf.edited.set_value(false);
                self.write_address(false);
            }
        });
    }

    /// Runs when what is shown has been saved, or could not be.
    fn after_save(self, run: impl FnOnce() + 'static) {
        self.shelf.later.cancel();
        self.shelf.waiting.update_value(|waiting| waiting.push(Box::new(run)));
        self.save();
    }

    /// Whether the design may leave the screen. One that the store does not have may not, if somebody edited it.
    fn may_leave(self) -> bool {
        let may = !self.is_unsaved() || !self.shelf.edited.get_value();
        if !may {
            self.tell("This design is not saved, so it stays open. Download it first.", false);
        }
        may
    }

    /// Opens a design of the shelf, as a new place in the browser's history.
    pub fn open_kept(self, id: String) {
        if id != self.shelf.id() {
            self.take_up(id, Some(true));
        }
    }

    /// Opens a design of the shelf; `place` says whether it gets a new place in the browser's history, or none where the
    /// browser is at its place already.
    fn take_up(self, id: String, place: Option<bool>) {
        self.after_save(move || {
            let Some(store) = self.shelf.store().filter(|_| self.may_leave()) else {
                // The browser may be at another place already.
                self.write_address(false);
                return;
            };
            spawn_local(async move {
                let loaded = store.load(&id).await;
                if self.shelf.busy.try_get_value().is_none() {
                    return;
                }
                match loaded {
                    Ok(Some((head, steps))) => {
                        self.leave();
                        let history = history_of(&head, steps);
                        self.install(&head, history);
                        self.write_address(place == Some(true));
                        self.save();
                    }
                    Ok(None) | Err(_) => {
                        self.tell("This design is no longer on the shelf, or can't be read.", false);
                        self.write_address(false);
                    }
                }
            });
        });
    }

    /// Clears what belongs to the design that leaves the screen.
    fn leave(self) {
        self.drafts.update(std::collections::BTreeMap::clear);
        self.notices.set(Vec::new());
        self.drop_step_toast();
        self.selected.set(Part::Cluster);
        self.shelf.edited.set_value(false);
    }

    /// Begins a new design on the shelf; the one that is shown stays there.
    ///
    /// `steps` are what it becomes one after the other, and `told` says what each of them did.
    pub fn begin(self, first: Design, steps: Vec<Design>, told: Vec<String>) {
        self.after_save(move || {
            if self.may_leave() {
                self.leave();
                self.start_with(first);
                steps.into_iter().for_each(|design| self.step(design));
                self.opened.set(self.design.get_untracked());
                self.news.update(|news| news.extend(told.into_iter().map(|text| News { text, remedy: None })));
                self.shelf.edited.set_value(true);
                self.write_address(true);
                self.save();
            }
        });
    }

    fn start_with(self, design: Design) {
        let now = browser::now();
        self.shelf.kept.set_value(None);
        self.shelf.current.set(Current { id: browser::new_id(), made: now, ..Current::default() });
        self.history.set(History::new(design.clone(), now));
        self.opened.set(design.clone());
        self.show(design);
    }

    /// Opens a link that came into the address of the open page: as a design of its own, unless it is one of the shelf.
    fn follow_link(self, fragment: String) {
        if fragment.is_empty() || self.link.get_untracked().as_ref() == Ok(&fragment) {
            self.write_address(false);
            return;
        }
        let (design, mut notices) = read_link(&fragment);
        notices.extend(older_prices(&fragment));
        self.after_save(move || {
            let Some(store) = self.shelf.store() else {
                // Nothing can be put aside, so it becomes a step, which undo takes back.
                self.replace(design, notices);
                self.tell("Opened the link in place of the design.", true);
                return;
            };
            spawn_local(async move {
                let entries = store.entries().await.unwrap_or_default();
                if self.shelf.busy.try_get_value().is_none() {
                    return;
                }
                let all = heads(&entries);
                self.shelf.entries.set(entries);
                match plan(&Arrival::Link, &link::keep(&design), &all) {
                    Plan::Open(id) if id == self.shelf.id() => self.write_address(false),
                    Plan::Open(id) => self.take_up(id, Some(false)),
                    Plan::Add(_) if !self.may_leave() => self.write_address(false),
                    Plan::Add(_) => {
                        let current = self.shelf.id();
                        let title = all.iter().find(|head| head.id == current).map(|head| head.title().to_owned());
                        self.leave();
                        self.start_with(design);
                        self.notices.set(notices);
                        self.add(&Beside::Link(title));
                    }
                }
            });
        });
    }

    /// Looks at the shelf again.
    pub fn look_at_shelf(self) {
        self.with_store(async move |store| {
            if let Ok(entries) = store.entries().await {
                let _gone = self.shelf.entries.try_set(entries);
            }
        });
    }

    fn with_store<F: Future<Output = ()> + 'static>(self, run: impl FnOnce(Store) -> F + 'static) {
        if let Some(store) = self.shelf.store() {
            spawn_local(run(store));
        } else {
            self.tell("This browser keeps no designs for this page.", false);
        }
    }

    /// Says what could not be done to the shelf.
    fn tell_unsaved(self, why: Unsaved) {
        let text = match why {
            Unsaved::Overtaken => "This design is no longer on the shelf.",
            Unsaved::Refused(trouble) => trouble.sentence(),
        };
        self.tell(text, false);
    }

    /// Gives a design of the shelf another name there; an empty one takes it back to its project's.
    pub fn rename_kept(self, id: String, name: &str) {
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        self.change_kept(id, move |head| head.name = name, |_, _| {});
    }

    /// Copies a design of the shelf with its history, and opens the copy.
    pub fn duplicate(self, id: String) {
        self.after_save(move || {
            self.with_store(async move |store| {
                let all = self.shelf.heads();
                let now = browser::now();
                let change = |head: &mut Head| {
                    head.name = Some(copy_name(head.title(), &all));
                    head.id = browser::new_id();
                    head.made = now;
                    head.edited = now;
                };
                match store.copy(&id, change).await {
                    Ok(head) => {
                        self.look_at_shelf();
                        self.open_kept(head.id);
                    }
                    Err(why) => self.tell_unsaved(why),
                }
            });
        });
    }

    /// Deletes a design of the shelf; it can be brought back until somebody takes it away for good.
    pub fn delete(self, id: String) {
        let now = browser::now();
        self.after_save(move || {
            self.change_kept(id, move |head| head.deleted = Some(now), move |state, head| {
                if head.id == state.shelf.id() {
                    state.leave_deleted(&head.id);
                }
                let text = format!("Deleted \u{201c}{}\u{201d}.", head.title());
                state.toast.set(Some(Toast { text, undo: Some(Undo::Deletion(head.id)) }));
            });
        });
    }

    /// The design that is shown was deleted: goes on with the one edited last, or with a new one.
    fn leave_deleted(self, id: &str) {
        let mut others = self.shelf.heads();
        others.retain(|head| head.id != *id);
        match plan(&Arrival::Bare(None), "", &others) {
            Plan::Open(next) => self.take_up(next, Some(true)),
            Plan::Add(_) => self.begin(Design::default(), Vec::new(), Vec::new()),
        }
    }

    /// Brings a deleted design back, and opens it.
    pub fn restore(self, id: String) {
        self.change_kept(id, |head| head.deleted = None, |state, head| state.open_kept(head.id));
    }

    /// Takes a deleted design away for good.
    pub fn remove_kept(self, id: String) {
        self.with_store(async move |store| match store.remove(&id).await {
            Ok(()) => self.look_at_shelf(),
            Err(why) => self.tell_unsaved(why),
        });
    }

    fn change_kept(
        self,
        id: String,
        change: impl FnOnce(&mut Head) + 'static,
        then: impl FnOnce(Self, Head) + 'static,
    ) {
        self.with_store(async move |store| {
            let changed = store.change(&id, change).await;
            if self.shelf.busy.try_get_value().is_none() {
                return;
            }
            match changed {
                Ok(head) => {
                    self.shelf.current.update(|current| {
                        if current.id == head.id {
                            current.name = head.name.clone();
                        }
                    });
                    self.look_at_shelf();
                    then(self, head);
                }
                Err(why) => self.tell_unsaved(why),
            }
        });
    }

    /// Hands out a record that can't be read, as it is.
    pub fn download_raw(self, id: String) {
        self.with_store(async move |store| {
            let bytes = store.raw(&id).await.unwrap_or_default();
            browser::download_bytes(&format!("{id}.bin"), "application/octet-stream", &bytes);
        });
    }
}

/// The history of a design of the store; where its steps can't be read, it begins anew behind them.
fn history_of(head: &Head, steps: Option<Vec<crate::editor::history::KeptStep>>) -> History {
    steps.and_then(|steps| History::restore(steps, head.at)).unwrap_or_else(|| {
        History::after(head.last.saturating_add(1), link::kept(&head.text).0, head.touched())
    })
}
