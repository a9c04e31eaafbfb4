//! What is told: notices that stay until they are dismissed, and one toast at a time with Undo.

use leptos::prelude::*;

use crate::editor::product::Product;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::files::{copy_text, download};
use crate::ui::signs::SeverityMark;
use crate::ui::state::{News, Remedy, State, use_state};
use crate::ui::widgets::{Disclosure, Icon, ShowIf, ToastPlace, live};

/// Notices that are shown as they are; more of them can be folded and copied.
const SHORT: usize = 2;

/// What could not be read of a link or a file, or was taken otherwise than it stands there.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let state = use_state();
    let items = move || {
        let all = state.notices.get();
        if all.len() > SHORT {
            view! { <Many all/> }.into_any()
        } else {
            view! { <ul>{all.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect_view()}</ul> }
                .into_any()
        }
    };
    let news = move || {
        let item = |News { text, remedy: what }| {
            view! { <li>{text} " " {what.map(|what| remedy(state, what))}</li> }.into_any()
        };
        view! { <ul>{state.news.get().into_iter().map(item).collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="notices" role="alert">
            <ShowIf when=move || state.notices.with(|all| !all.is_empty())>
                <Notice class="notice" severity=Severity::Warning dismiss="Dismiss" on_dismiss=move || state.notices.set(Vec::new())>
                    {live(items)}
                </Notice>
            </ShowIf>
            <ShowIf when=move || state.news.with(|all| !all.is_empty())>
                <Notice class="notice notice--news" severity=Severity::Note dismiss="Dismiss news" on_dismiss=move || state.news.set(Vec::new())>
                    {live(news)}
                </Notice>
            </ShowIf>
        </div>
    }
}

/// A long list of notices, which folds, and which can be copied.
#[component]
fn Many(all: Vec<String>) -> impl IntoView {
    let state = use_state();
    let many = all.len();
    let all = StoredValue::new(all);
    let copy = move |_| {
        let text = all.with_value(|all| all.join("\n"));
        copy_text(state, &text, "the notices", "Select and copy them.");
    };
    let item = |text: &String| view! { <li>{text.clone()}</li> }.into_any();
    view! {
        <Disclosure class="notice-many" open=RwSignal::new(true) summary=move || format!("{many} notices")>
            <ul>{all.with_value(|all| all.iter().map(item).collect_view())}</ul>
            <button type="button" class="button button--small" on:click=copy>
                <Icon name="i-copy"/>
                "Copy them"
            </button>
        </Disclosure>
    }
}

/// Sentences that stay until somebody dismisses them.
#[component]
fn Notice(
    class: &'static str,
    severity: Severity,
    /// What the button is called that dismisses them.
    dismiss: &'static str,
    on_dismiss: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=class>
            <SeverityMark severity/>
            {children()}
            <button
                type="button"
                class="button button--quiet button--icon"
                aria-label=dismiss
                on:click=move |_| on_dismiss()
            >
                <Icon name="i-close"/>
            </button>
        </div>
    }
}

/// The button beside a piece of news.
fn remedy(state: State, remedy: Remedy) -> AnyView {
    let (word, act): (_, fn(State)) = match remedy {
        Remedy::Download => ("Download aurora.yaml", |state| download(state, Product::Yaml)),
        Remedy::Reload => ("Load it", |_| browser::reload()),
    };
    view! {
        <button type="button" class="button button--small" on:click=move |_| act(state)>
            {word}
        </button>
    }
    .into_any()
}

/// The toast.
#[component]
pub(super) fn Toasts() -> impl IntoView {
    let state = use_state();
    let text = Signal::derive(move || state.toast.with(|toast| toast.as_ref().map(|it| it.text.clone())));
    let undoes = move || state.toast.with(|toast| toast.as_ref().is_some_and(|it| it.undo.is_some()));
    let undo = move |_| state.undo_toast();
    view! {
        <ToastPlace text on_end=move |()| state.toast.set(None)>
            <ShowIf when=undoes>
                <button type="button" class="button button--quiet" on:click=undo>
                    "Undo"
                </button>
            </ShowIf>
        </ToastPlace>
    }
}
