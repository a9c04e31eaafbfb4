//! What is done to the designs of the shelf: renamed, copied, deleted, brought back, taken away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::design::Design;
use crate::editor::shelf::{Arrival, Head, Plan, copy_name, plan};
use crate::ui::browser::{self, Store, Unsaved};
use crate::ui::state::{State, Tab, Toast, Undo};

use super::history_of;

impl State {
    /// Looks at the shelf again.
    pub fn look_at_shelf(self) {
        self.with_store(async move |store| {
            if let Ok(entries) = store.entries().await {
                let _gone = self.shelf.entries.try_set(entries);
            }
        });
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

    /// Compares the design that is shown with another one of the shelf, as it was left there.
    pub fn compare_with_kept(self, id: String) {
        self.with_store(async move |store| {
            let loaded = store.load(&id).await;
            if self.shelf.busy.try_get_value().is_none() {
                return;
            }
            if let Ok(Some((head, steps))) = loaded {
                let design = history_of(&head, steps).shown();
                self.compare_with(format!("\u{201c}{}\u{201d} of the shelf", head.title()), design);
                self.frame.bring(Tab::Compare);
            } else {
                self.tell("This design is no longer on the shelf, or can't be read.", false);
            }
        });
    }

    /// Deletes a design of the shelf; it can be brought back until somebody takes it away for good.
    pub fn delete(self, id: String) {
        let now = browser::now();
        self.after_save(move || {
            self.change_kept(
                id,
                move |head| head.deleted = Some(now),
                move |state, head| {
                    if head.id == state.shelf.id() {
                        state.leave_deleted(&head.id);
                    }
                    let text = format!("Deleted \u{201c}{}\u{201d}.", head.title());
                    state.toast.set(Some(Toast { text, undo: Some(Undo::Deletion(head.id)) }));
                },
            );
        });
    }

    /// The design that is shown was deleted: goes on with the one edited last, or with a new one.
    pub(super) fn leave_deleted(self, id: &str) {
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

    /// Hands out a record that can't be read, as it is.
    pub fn download_raw(self, id: String) {
        self.with_store(async move |store| {
            let bytes = store.raw(&id).await.unwrap_or_default();
            browser::download_bytes(&format!("{id}.bin"), "application/octet-stream", &bytes);
        });
    }

    pub(super) fn with_store<F: Future<Output = ()> + 'static>(self, run: impl FnOnce(Store) -> F + 'static) {
        if let Some(store) = self.shelf.store() {
            spawn_local(run(store));
        } else {
            self.tell("This browser keeps no designs for this page.", false);
        }
    }

    pub(super) fn change_kept(
        self,
        id: String,
        change: impl FnOnce(&mut Head) + 'static,
        then: impl FnOnce(Self, Head) + 'static,
    ) {
        // Compiled once, whatever is done.
        let change: Box<dyn FnOnce(&mut Head)> = Box::new(change);
        let then: Box<dyn FnOnce(Self, Head)> = Box::new(then);
        self.with_store(move |store| self.changed(store, id, change, then));
    }

    async fn changed(
        self,
        store: Store,
        id: String,
        change: Box<dyn FnOnce(&mut Head)>,
        then: Box<dyn FnOnce(Self, Head)>,
    ) {
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
    }

    /// Says what could not be done to the shelf.
    pub(super) fn tell_unsaved(self, why: Unsaved) {
        let text = match why {
            Unsaved::Overtaken => "This design is no longer on the shelf.",
            Unsaved::Refused(trouble) => trouble.sentence(),
        };
        self.tell(text, false);
    }
}
