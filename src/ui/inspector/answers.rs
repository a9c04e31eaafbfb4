//! What the page knows of one setting.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::inspector::Typed;
use crate::rules::{Finding, Severity};
use crate::ui::state::{Draft, State, use_state};
use crate::ui::widgets::{settle, whenever};

/// What a field shows of its setting, each on its own, so that an edit elsewhere touches none of it.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    // The state is large, and these answers are handed around.
    state: StoredValue<State>,
    /// The setting.
    pub(super) field: StoredValue<Field>,
    /// The setting's text.
    pub(super) text: Memo<String>,
    /// What is being typed, value or not.
    pub(super) typed: RwSignal<Option<Typed>>,
    /// What was typed and is no value.
    pub(super) draft: Memo<Option<Draft>>,
    /// What is wrong with it.
    pub(super) findings: RwSignal<Vec<Finding>>,
    /// Whether what stands in the field cannot be used.
    pub(super) invalid: Memo<bool>,
}

impl Answers {
    /// The answers about a setting.
    pub(super) fn of(field: Field) -> Self {
        let state = use_state();
        let field = StoredValue::new(field);
        let draft = Memo::new(move |_| {
            state.drafts.with(|drafts| field.with_value(|field| drafts.get(field).cloned()))
        });
        let mine = move |all: &Vec<Finding>| -> Vec<Finding> {
            field.with_value(|field| all.iter().filter(|finding| finding.field == *field).cloned().collect())
        };
        // A signal and no memo: what follows a memo is woken whenever any finding is another.
        let findings = RwSignal::new(state.findings.with_untracked(mine));
        whenever(move || settle(findings, &state.findings.with(mine)));
        Self {
            state: StoredValue::new(state),
            field,
            text: state.memo_at_once(move |design| field.with_value(|field| field.text(design))),
            typed: RwSignal::new(None),
            draft,
            findings,
            invalid: Memo::new(move |_| {
                draft.with(Option::is_some)
                    || findings.with(|all| all.iter().any(|it| it.severity == Severity::Error))
            }),
        }
    }

    /// Takes what was chosen.
    pub(super) fn take(self, text: &str) {
        self.field.with_value(|field| self.state.get_value().take_text(field, text));
    }

    /// Takes what has been typed so far.
    pub(super) fn type_on(self, text: &str) {
        self.field.with_value(|field| self.state.get_value().type_into(field, text));
    }

    /// Takes back what is being typed; returns whether there was anything.
    pub(super) fn take_back(self) -> bool {
        self.field.with_value(|field| self.state.get_value().take_back(field))
    }

    /// Takes the choice back, and what was typed with it.
    pub(super) fn reset(self) {
        let (state, field) = (self.state.get_value(), self.field.get_value());
        if self.draft.with_untracked(Option::is_some) {
            state.drafts.update(|drafts| {
                drafts.remove(&field);
            });
        }
        state.edit(Edit::Reset(field));
    }
}
