//! The button that folds a panel and opens it again.

use leptos::prelude::*;

use super::icon::LiveIcon;

/// A button with two names: `Fold dock`, `Open dock`. Its id is `fold-` with the panel's name.
#[component]
pub fn FoldButton(
    /// Whether the panel is open.
    open: RwSignal<bool>,
    /// The panel's name: `dock`.
    panel: &'static str,
    /// Id of the symbol on it.
    #[prop(into)]
    icon: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet button--icon"
            id=format!("fold-{panel}")
            data-tip=move || {
                let key = if panel == "settings" { " \u{b7} ]" } else { "" };
                format!("{} {panel}{key}", if open.get() { "Fold" } else { "Open" })
            }
            aria-label=move || format!("{} {panel}", if open.get() { "Fold" } else { "Open" })
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <LiveIcon name=icon/>
        </button>
    }
}
