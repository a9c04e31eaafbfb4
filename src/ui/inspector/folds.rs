//! What of the settings is unfolded, and how somebody who wants a field gets there.

use leptos::prelude::*;

use crate::design::Group;
use crate::editor::inspector::{body_id, head_id, way_to};
use crate::ui::browser;
use crate::ui::state::{State, use_state};

/// How many frames a field may take to come onto the page.
const FRAMES: u8 = 20;

/// The folds of the inspector and its search.
#[derive(Clone, Copy)]
pub(super) struct Folds {
    /// The groups that are open.
    pub(super) open: RwSignal<Vec<Group>>,
    /// The group that opened because its part was selected; it folds when another part is.
    followed: StoredValue<Option<Group>>,
    /// Whether the price list is.
    pub(super) prices: RwSignal<bool>,
    /// What is searched for.
    pub(super) search: RwSignal<String>,
}

/// The folds that [`Folds::new`] made and the inspector provides.
pub(super) fn use_folds() -> Folds {
    expect_context::<Folds>()
}

impl Folds {
    /// The first screen's; they follow the selection and whoever wants a field.
    pub(super) fn new() -> Self {
        let state = use_state();
        let folds = Self {
            open: RwSignal::new(vec![Group::Capacity]),
            followed: StoredValue::new(None),
            prices: RwSignal::new(false),
            search: RwSignal::new(String::new()),
        };
        let selected = Memo::new(move |_| state.selected.get());
        // Only a change of the selection opens a group; somebody who folds it again is not argued with.
        Effect::watch(move || selected.get(), move |part, _, _| folds.follow(Group::of_part(*part)), false);
        Effect::new(move || {
            if let Some(id) = state.frame.wanted.get() {
                state.frame.wanted.set(None);
                folds.reach(&state, id);
            }
        });
        folds
    }

    /// Opens the group of a part that was selected, folds the one that opened for the part before, and brings it into
    /// sight, unless somebody is in the settings themselves.
    fn follow(self, group: Group) {
        let before = self.followed.get_value().filter(|before| *before != group);
        let was_open = self.open.with_untracked(|open| open.contains(&group));
        if before.is_some() || !was_open {
            self.open.update(|open| {
                open.retain(|it| *it != group && Some(*it) != before);
                open.push(group);
            });
        }
        if self.followed.get_value() != Some(group) {
            // What somebody opened by hand stays open.
            self.followed.set_value((!was_open).then_some(group));
        }
        if !browser::focus_is_within(".inspector-body") && !browser::is_there("section-settings") {
            request_animation_frame(move || browser::scroll_to_top(&head_id(group)));
        }
    }

    /// Opens a group.
    fn unfold(self, group: Group) {
        if !self.open.with_untracked(|open| open.contains(&group)) {
            self.open.update(|open| open.push(group));
        }
    }

    /// Opens or folds a group.
    pub(super) fn toggle(self, group: Group) {
        if self.followed.get_value() == Some(group) {
            self.followed.set_value(None);
        }
        self.open.update(|open| {
            if let Some(at) = open.iter().position(|it| *it == group) {
                open.swap_remove(at);
            } else {
                open.push(group);
                // The last of them would open out of sight.
                request_animation_frame(move || browser::scroll_near(&body_id(group)));
            }
        });
    }

    /// Unfolds what holds an id and moves the focus there; where a design has no such field, to the head of its group.
    fn reach(self, state: &State, id: String) {
        self.search.set(String::new());
        let way = state.peek(|design| way_to(&id, design));
        if let Some(way) = way {
            self.unfold(way.group);
            if way.is_price {
                self.prices.set(true);
            }
        }
        focus_once_there(id, way.map(|way| head_id(way.group)), FRAMES);
    }
}

/// Every fold that opens may put the next thing on the page a frame later.
fn focus_once_there(id: String, or: Option<String>, frames: u8) {
    request_animation_frame(move || {
        if browser::is_there(&id) {
            browser::focus(&id);
        } else if let Some(frames) = frames.checked_sub(1) {
            focus_once_there(id, or, frames);
        } else if let Some(or) = or {
            browser::focus(&or);
        }
    });
}
