//! Saves what is edited: into the address, for the next start, into the store. What can't be saved is said.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::design::Design;
use crate::editor::history::{Batch, History};
use crate::editor::shelf::{Head, Saving, Trouble, part_name};
use crate::formats::link;
use crate::ui::browser::{self, Unsaved};
use crate::ui::state::{News, Remedy, State};

use super::{Current, sight};

impl State {
    /// Whether the store lacks something of what is shown.
    pub(super) fn is_unsaved(self) -> bool {
        let moves = self.history.with_untracked(History::moves);
        let has = |kept: &Option<(u64, Design)>| {
            let kept = kept.as_ref().filter(|(known, _)| *known == moves);
            kept.is_some_and(|(_, opened)| self.opened.with_untracked(|now| now == opened))
        };
        !self.shelf.kept.with_value(has)
    }

    pub(super) fn persist(self) {
        self.write_address(false);
        self.save();
    }

    /// Writes the design into the address, and where the next start finds it. One that is too long for a link leaves the
    /// address bare; the store has it all the same.
    pub(super) fn write_address(self, new: bool) {
        let id = self.shelf.id();
        let fragment = self.link.get_untracked().unwrap_or_default();
        browser::put_place(&fragment, &id, new);
        if self.shelf.edited.get_value() || sight::is_bare() {
            sight::leave(&id, &self.peek(link::keep));
        }
    }

    /// Saves what the store lacks; one save is under way at a time.
    pub(super) fn save(self) {
        let own = self.shelf;
        if own.busy.get_value() {
            return;
        }
        if !self.is_unsaved() {
            self.saved();
            return;
        }
        let Some(store) = own.store() else {
            // Who waits for a save decides by what is told.
            let told = own.told.get_value().unwrap_or(Trouble::Denied);
            own.saving.set(Saving::Not(told));
            self.saved();
            return;
        };
        own.busy.set_value(true);
        own.saving.set(Saving::Saving);
        let opened = self.opened.get_untracked();
        let moves = self.history.with_untracked(History::moves);
        let Some(batch) = self.history.try_update_untracked(History::batch) else { return };
        let head = self.head(&batch, &opened);
        spawn_local(async move {
            let saved = store.save(head, &batch).await;
            if own.busy.try_get_value().is_none() {
                return;
            }
            own.busy.set_value(false);
            match saved {
                Ok(head) => {
                    own.kept.set_value(Some((moves, opened)));
                    own.told.set_value(None);
                    own.current.update(|current| {
                        current.revision = head.revision;
                        current.edited_at = head.edited;
                        current.name = head.name.clone();
                    });
                    own.channel.with_value(|channel| {
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

    pub(super) fn head(self, batch: &Batch, opened: &Design) -> Head {
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

    pub(super) fn tell_saved(self) {
        let (_, hour, minute) = browser::local(browser::now());
        self.shelf.saving.set(Saving::Saved { hour, minute });
    }

    /// Runs what waited for a save.
    pub(super) fn saved(self) {
        let waiting = self.shelf.waiting.try_update_value(std::mem::take).unwrap_or_default();
        for run in waiting {
            run();
        }
    }

    /// Runs when what is shown has been saved, or could not be.
    pub(super) fn after_save(self, run: impl FnOnce() + 'static) {
        self.shelf.later.cancel();
        self.shelf.waiting.update_value(|waiting| waiting.push(Box::new(run)));
        self.save();
    }

    /// Says that nothing is kept, once for each reason, and offers the file.
    pub(super) fn refuse(self, trouble: Trouble) {
        self.shelf.saving.set(Saving::Not(trouble));
        if self.shelf.told.get_value() != Some(trouble) {
            self.shelf.told.set_value(Some(trouble));
            let remedy = Some(Remedy::Download);
            self.news.update(|news| news.push(News { text: trouble.sentence().to_owned(), remedy }));
        }
        self.saved();
    }

    /// Goes on as a design of its own: another tab saved the one it was.
    pub(super) fn part(self) {
        let own = self.shelf;
        let project = self.peek(|design| design.project_name.clone());
        let before = own.current.get_untracked();
        let title = before.name.filter(|name| !name.is_empty()).unwrap_or(project);
        let name = part_name(&title, &own.heads());
        let text = format!(
            "\u{201c}{title}\u{201d} was edited in another tab at the same time. Both are kept: this tab goes on as \u{201c}{name}\u{201d}."
        );
        let now = browser::now();
        own.current.set(Current { id: browser::new_id(), name: Some(name), made: now, ..Current::default() });
        own.kept.set_value(None);
        self.history.update_untracked(History::forget_kept);
        self.news.update(|news| news.push(News { text, remedy: None }));
        self.persist();
    }
}
