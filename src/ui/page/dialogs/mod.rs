//! The page's dialogs: the few questions that do not fit in place.

mod link;
mod parts;
mod refused;
mod suppress;

use leptos::prelude::*;

use crate::ui::commands::{Palette, Shortcuts};
use crate::ui::files::OpenDialog;
use crate::ui::problems::FixAllDialog;
use crate::ui::rulebook::Rulebook;
use crate::ui::shelf::{NewDesign, ShelfList, StepList};
use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::Modal;

use link::LinkByHand;
use refused::Refused;
use suppress::Suppress;

/// Shows whatever is being asked; Escape and the first button leave everything as it is.
#[component]
pub fn Dialogs() -> impl IntoView {
    let asking = use_state().asking;
    view! {
        <Modal open=Signal::derive(move || asking.with(Option::is_some)) on_close=move |()| asking.set(None)>
            // All questions are one function, which nobody compiles before there is one.
            <ShowLet some=asking let:ask>
                {untrack(|| question(ask))}
            </ShowLet>
        </Modal>
    }
}

/// What a dialog asks, and its answers.
fn question(ask: Ask) -> AnyView {
    match ask {
        Ask::Link(link) => view! { <LinkByHand link/> }.into_any(),
        Ask::Refused(name) => view! { <Refused name/> }.into_any(),
        Ask::Rules(first) => view! { <Rulebook first/> }.into_any(),
        Ask::FixAll => view! { <FixAllDialog/> }.into_any(),
        Ask::Suppress { rule, title } => view! { <Suppress rule title/> }.into_any(),
        Ask::Open => view! { <OpenDialog/> }.into_any(),
        Ask::Commands => view! { <Palette/> }.into_any(),
        Ask::Shortcuts => view! { <Shortcuts/> }.into_any(),
        Ask::Shelf => view! { <ShelfList/> }.into_any(),
        Ask::New => view! { <NewDesign/> }.into_any(),
        Ask::Steps => view! { <StepList/> }.into_any(),
    }
}
