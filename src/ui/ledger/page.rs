//! A side of the bill that the worker finds: how it stands, the page once it is there, and what its buttons do.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::{Acted, Subject};
use crate::ui::signs::{Missing, blocks};
use crate::ui::state::{Made, State, use_state};
use crate::ui::widgets::live;

/// The page on a subject, written anew whenever the design changes.
pub(super) fn page(subject: Subject) -> AnyView {
    let state = use_state();
    let (made, made_of) =
        state.worker.follow_known(move || Job::Ledger(Box::new(state.get()), state.today, subject));
    let on_act = Callback::new(move |place| {
        if let Some(written) = made_of.get_value() {
            act(state, subject, written, place);
        }
    });
    shown(state, made, move |answer| match answer {
        Answer::Page(page) => Some(blocks(page, Some(on_act))),
        _ => None,
    })
}

/// Has the worker do an act of a page that it wrote for a design, and takes what comes of it while that is still the
/// design.
fn act(state: State, subject: Subject, written: Job, place: usize) {
    let is_still = move |written: &Job| {
        *written == Job::Ledger(Box::new(state.peek(Clone::clone)), state.today, subject)
    };
    if !is_still(&written) {
        return passed(state);
    }
    state.worker.ask(Job::Act(Box::new(written.clone()), place), move |answer| match answer {
        Ok(Answer::Acted(_)) if !is_still(&written) => passed(state),
        Ok(Answer::Acted(Ok(acted))) => take(state, acted),
        Ok(Answer::Acted(Err(why))) => state.tell(format!("Nothing changed: {why}."), false),
        Ok(_) => {}
        Err(lost) => state.tell_lost("Nothing changed", lost),
    });
}

fn take(state: State, acted: Acted) {
    let Acted { design, told, opens } = acted;
    if opens {
        state.replace(*design, Vec::new());
        state.tell(told, true);
    } else {
        state.apply_and_tell(*design, &told);
    }
}

fn passed(state: State) {
    state.tell("Nothing changed: the design is not the one that this was written for. Choose again.", false);
}

/// Draws an answer, else how it stands.
pub(super) fn shown(
    state: State,
    made: Signal<Made>,
    draw: impl Fn(&Answer) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    live(move || {
        made.with(|made| match made {
            Made::Here(answer) => draw(answer),
            Made::Lost(lost) => {
                let retry = move || state.worker.retry();
                Some(view! { <Missing what="This was not found" lost=*lost retry/> }.into_any())
            }
            Made::Coming => None,
        })
        .unwrap_or_else(|| view! { <p role="status">"Looking\u{2026}"</p> }.into_any())
    })
}
