//! What is seen: the app in the browser. The only room that knows one, and [`browser`] its only door.
//!
//! | room | what is in it |
//! |---|---|
//! | `browser` | the one door to `web_sys`: storage, clipboard, files, sizes, pointers |
//! | `widgets` | pieces that know nothing of the product: icons, menus, tabs, dialogs, fields |
//! | `signs` | the product's own signs: the shape of a severity, the symbol of a part |
//! | `state` | the one design, its history, drafts, what is selected and asked, a memo for every answer |
//! | `canvas`, `outline`, `inspector`, `problems`, `ledger`, `load`, `rulebook`, `shelf`, `whatif` | the panels |
//! | `files` | what comes in and goes out: open, export, link |
//! | `code` | the panel of the files and of the commands that deploy them |
//! | `compare` | the panel of the design against another one, which a file may hold |
//! | `commands` | everything the page can do by name and by key; each a value of [`crate::editor::commands`] |
//! | `page` | the frame that holds the panels, the dialogs, the toolbar |
//!
//! Each imports only from those above it.

#![allow(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "components take their props by value, and the macro makes the props public"
)]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "the state is a set of handles, copied into handlers as they are"
)]

pub mod browser;
mod canvas;
mod code;
mod commands;
mod compare;
mod files;
mod inspector;
mod ledger;
mod load;
mod outline;
mod page;
mod problems;
mod rulebook;
mod shelf;
mod signs;
pub mod state;
mod whatif;
mod widgets;

use leptos::mount::UnmountHandle;
use leptos::prelude::*;

use files::{Door, DropZone};
use page::{Dialogs, Page, SkipLink};
use state::{State, use_state};
use widgets::{Piece, Pieces};

/// Puts the app into an element of the page, until what is returned is dropped.
pub fn mount(into: browser::HtmlElement) -> UnmountHandle<impl Mountable> {
    leptos::mount::mount_to(into, App)
}

/// Starts the app in the page's body, for as long as the page is open.
pub fn start() {
    leptos::mount::mount_to_body(App);
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let (state, arrival) = State::open();
    provide_context(state);
    provide_context(Door::new(state));
    commands::follow_keys(state);
    let owner = Owner::current().unwrap_or_default();
    Pieces::provide(state.draws_first(), move || {
        // It lies over the page until every piece of it is there, so that nobody sees them come.
        browser::remove("shell");
        // Last, so that it takes nothing from what somebody waits for.
        let (owner, arrival) = (owner.clone(), arrival.clone());
        browser::after_frame(move || {
            owner.with(|| state.keep(arrival));
            browser::keep_files(move || state.tell_newer());
        });
    });
    view! {
        <SkipLink/>
        <Piece>
            <FirstBill/>
        </Piece>
        <Piece>
            <FirstFindings/>
        </Piece>
        <Page/>
        <Piece>
            <Dialogs/>
            <commands::PartMenu/>
            <DropZone/>
        </Piece>
    }
}

/// Has the bill computed in a task of its own: what is run for the first time is compiled first.
#[component]
fn FirstBill() -> impl IntoView {
    use_state().bill.with_untracked(|_| ());
}

/// The same for the findings.
#[component]
fn FirstFindings() -> impl IntoView {
    use_state().judge();
}
