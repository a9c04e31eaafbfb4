//! What the change of a setting does to the base that somebody chose.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::editor::inspector::field_id;
use crate::ui::state::use_state;
use crate::ui::widgets::live;

use super::answers::Answers;

/// The verdict of the field's change and why; nothing where the base says the same.
#[component]
pub(super) fn ChangeVerdict(answers: Answers) -> impl IntoView {
    let compare = use_state().compare;
    let row = Memo::new(move |_| {
        let id = answers.field.with_value(field_id);
        compare.read(|sheet| sheet.about(&id).map(|row| (row.verdict, row.why.clone()))).flatten()
    });
    live(move || {
        row.get().map(|(verdict, why)| {
            view! {
                <p class="change-at-field" role="status">
                    <span class="verdict" data-verdict=verdict.word()>{verdict.title()}</span>
                    {why}
                </p>
            }
            .into_any()
        })
    })
}
