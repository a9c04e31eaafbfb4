//! The shell of a dialog that has the page to itself while it is open.

use leptos::html;
use leptos::prelude::*;

use super::ShowIf;

/// A modal dialog. Its content is made when it opens and gone when it closes; the element with the id `dialog-title` in
/// it names it. The browser keeps the focus inside and gives it back afterwards.
#[component]
pub fn Modal(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closed it, with Escape.
    #[prop(into)]
    on_close: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let closed = move |_| {
        // The browser tells late; the next question may stand there by then.
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            on_close.run(());
        }
    };
    view! {
        <dialog class="dialog" aria-labelledby="dialog-title" node_ref=dialog on:close=closed>
            <ShowIf when=move || open.get()>
                <WhileOpen dialog/>
                {children()}
            </ShowIf>
        </dialog>
    }
}

/// Opens the dialog once what is in it is there, so that the focus finds its place, and closes it with it.
#[component]
fn WhileOpen(dialog: NodeRef<html::Dialog>) -> impl IntoView {
    Effect::new(move || {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            // Refused only where it is open already.
            drop(dialog.show_modal());
        }
    });
    on_cleanup(move || {
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            dialog.close();
        }
    });
}
