//! What the model rests on, and how far everything carries.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::load::{LoadAnswer, LoadJob};
use crate::formats::document::Block;
use crate::ui::signs::Document;
use crate::ui::state::{Made, use_state};

/// A page that the worker writes.
#[component]
pub(super) fn Rests(
    /// Whether it is that of the accuracy, and not that of the constants.
    accuracy: bool,
) -> impl IntoView {
    let state = use_state();
    let version = state.memo(|design| design.usage.platform_version);
    let made = state.worker.follow(move || {
        Job::Load(Box::new(if accuracy { LoadJob::Accuracy } else { LoadJob::Evidence(version.get()) }))
    });
    let page = Memo::new(move |_| {
        made.with(|made| match made {
            Made::Here(Answer::Load(answer)) => match answer.as_ref() {
                LoadAnswer::Page(Ok(page)) => page.clone(),
                LoadAnswer::Page(Err(why)) => vec![Block::Text(why.clone())],
                _ => Vec::new(),
            },
            Made::Lost(lost) => vec![Block::Text(lost.sentence().to_owned())],
            Made::Here(_) | Made::Coming => Vec::new(),
        })
    });
    view! {
        <div class="load-page">
            <Document page/>
        </div>
    }
}
