//! From design to design: by the shelf, by a link, by the browser's back and forward, and to a new one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use litemap::LiteMap;

use crate::design::{Design, Part};
use crate::editor::history::History;
use crate::editor::shelf::{Arrival, Beside, Plan, older_prices, plan};
use crate::formats::link;
use crate::ui::browser;
use crate::ui::state::{News, State};

use super::{Current, heads, history_of, sight};

impl State {
    /// Opens a design of the shelf, as a new place in the browser's history.
    pub fn open_kept(self, id: String) {
        if id != self.shelf.id() {
            self.take_up(id, Some(true));
        }
    }

    /// Opens a design of the shelf; `place` says whether it gets a new place in the browser's history, or none where the
    /// browser is at its place already.
    pub(super) fn take_up(self, id: String, place: Option<bool>) {
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
                if let Ok(Some((head, steps))) = loaded {
                    self.leave();
                    let history = history_of(&head, steps);
                    self.install(&head, history);
                    self.write_address(place == Some(true));
                    self.save();
                } else {
                    self.tell("This design is no longer on the shelf, or can't be read.", false);
                    self.write_address(false);
                }
            });
        });
    }

    /// Whether the design may leave the screen. One that the store does not have may not, if somebody edited it.
    pub(super) fn may_leave(self) -> bool {
        let may = !self.is_unsaved() || !self.shelf.edited.get_value();
        if !may {
            self.tell("This design is not saved, so it stays open. Download it first.", false);
        }
        may
    }

    /// Clears what belongs to the design that leaves the screen.
    pub(super) fn leave(self) {
        self.drafts.update(LiteMap::clear);
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
                for design in steps {
                    self.step(design);
                }
                self.opened.set(self.design.get_untracked());
                self.news
                    .update(|news| news.extend(told.into_iter().map(|text| News { text, remedy: None })));
                self.shelf.edited.set_value(true);
                self.write_address(true);
                self.save();
            }
        });
    }

    pub(super) fn start_with(self, design: Design) {
        let now = browser::now();
        self.shelf.kept.set_value(None);
        self.shelf.current.set(Current { id: browser::new_id(), made: now, ..Current::default() });
        self.history.set(History::new(design.clone(), now));
        self.opened.set(design.clone());
        self.show(design);
    }

    /// Opens a link that came into the address of the open page: as a design of its own, unless it is one of the shelf.
    pub(super) fn follow_link(self, fragment: String) {
        if fragment.is_empty() || self.link.get_untracked().as_ref() == Ok(&fragment) {
            self.write_address(false);
            return;
        }
        let (design, mut notices) = sight::read_link(&fragment);
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
                        let title =
                            all.iter().find(|head| head.id == current).map(|head| head.title().to_owned());
                        self.leave();
                        self.start_with(design);
                        self.notices.set(notices);
                        self.add(&Beside::Link(title));
                    }
                }
            });
        });
    }
}
