//! The link to copy by hand, where the clipboard is refused.

use leptos::html;
use leptos::prelude::*;

use crate::ui::browser;

use super::parts::{Acts, Labelled};

/// The dialog's content.
#[component]
pub(super) fn LinkByHand(link: String) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| browser::select_all(&field));
    view! {
        <h2 id="dialog-title">"Copy this link by hand?"</h2>
        <p>"This browser does not let the page use the clipboard. The link is selected below."</p>
        <Labelled label="Link">
            <input type="text" readonly prop:value=link node_ref=field/>
        </Labelled>
        <Acts leave="Close"/>
    }
}
