//! What stands around the control of a form: its label, what it may be, what it is called elsewhere, what is wrong.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::ShowIf;
use super::marked::Marked;

/// A control with its label and everything that describes it. The control itself is the child and has the `id`;
/// [`described_by`] names what describes it.
#[component]
pub fn FieldShell(
    /// Id of the control.
    #[prop(into)]
    id: String,
    /// What people read above it.
    #[prop(into)]
    label: String,
    /// What of the label is marked, in lower case: what somebody searches for.
    #[prop(optional_no_strip)]
    words: Option<Signal<String>>,
    /// One sentence on what it is: read to those who do not see, shown where a pointer rests on the label.
    #[prop(optional, into)]
    help: String,
    /// Whether the control is a group of boxes, which no `label` can name: they refer to the id with `-label`.
    #[prop(optional)]
    grouped: bool,
    /// Whether the value differs from the one that was opened.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// What the value may be, in few words.
    #[prop(optional, into)]
    allowed: Option<Signal<String>>,
    /// Whether the value cannot be used.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Whether nobody chose the value.
    #[prop(optional, into)]
    untouched: Signal<bool>,
    /// Below the control: its name elsewhere, and what takes the value back.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// Below all: what the value means and what is wrong with it.
    #[prop(optional, into)]
    about: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    let title = (!help.is_empty()).then(|| help.clone());
    let heading = move |label: String| {
        view! {
            <ShowIf when=move || changed.get()>
                <span class="changed-dot" title="changed since opened"></span>
            </ShowIf>
            <span>
                {match words {
                    Some(words) => view! { <Marked text=label words/> }.into_any(),
                    None => label.into_any(),
                }}
            </span>
        }
        .into_any()
    };
    let heading = if grouped {
        let id = format!("{id}-label");
        view! { <span class="label" id=id title=title>{heading(label)}</span> }.into_any()
    } else {
        view! { <label for=id.clone() title=title>{heading(label)}</label> }.into_any()
    };
    let allowed = allowed
        .map(|allowed| view! { <span class="allowed" id=format!("{id}-range")>{allowed}</span> }.into_any());
    let help = (!help.is_empty())
        .then(|| view! { <span class="visually-hidden" id=format!("{id}-help")>{help}</span> }.into_any());
    let foot = foot.map(|foot| view! { <span class="field-foot">{foot.run()}</span> }.into_any());
    let about = about.map(|about| {
        view! { <div class="field-about" id=format!("{id}-about")>{about.run()}</div> }.into_any()
    });
    view! {
        <div class="field" data-invalid=invalid data-default=untouched>
            {heading} {allowed} {children()} {foot} {about} {help}
        </div>
    }
}

/// The ids of what a [`FieldShell`] says about the control of that id: what it is, what it may be, what is wrong.
pub fn described_by(id: &str) -> String {
    format!("{id}-help {id}-range {id}-about")
}
