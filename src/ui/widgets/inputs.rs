//! Controls of a form. What they show is a signal, and what somebody does with them goes to a callback: none of them
//! keeps a value, so after every change they show what the signal has, taken or not.

use leptos::prelude::*;

use super::{ForRows, live};
use crate::ui::browser::HtmlInputElement;

/// A value's text, and what people read for it.
pub type Choice = (String, String);

/// A line of text, or a number with its unit.
#[component]
pub fn TextInput(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// What stands behind it; nothing where it is empty.
    #[prop(optional, into)]
    unit: String,
    /// Whether a keyboard on glass shows digits.
    #[prop(optional)]
    decimal: bool,
    /// What stands in it while it is empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Ids of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether what stands in it cannot be used.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Hears every letter.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Hears the text once it is left or confirmed.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Hears that the focus leaves.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Hears Enter.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// Hears Escape, and says whether there was something to take back; what was typed and not told yet is taken back
    /// anyway.
    #[prop(optional, into)]
    on_escape: Option<Callback<(), bool>>,
) -> impl IntoView {
    let entered = move || {
        if let Some(entered) = on_enter {
            entered.run(());
        }
    };
    let escaped = move |field: HtmlInputElement| {
        let heard = on_escape.is_some_and(|escaped| escaped.run(()));
        let own = value.get_untracked();
        let untold = field.value() != own;
        if untold {
            field.set_value(&own);
        }
        heard || untold
    };
    let tell = |callback: Option<Callback<String>>, text: String| {
        if let Some(callback) = callback {
            callback.run(text);
        }
    };
    view! {
        // A form of its own: at every letter Chromium's autofill reads all fields that belong to the same form, and all
        // fields of the page where they belong to none. Nothing is ever sent.
        <form class="input" on:submit=|event| event.prevent_default()>
            <input
                id=id
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=decimal.then_some("decimal")
                placeholder=move || placeholder.get()
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:input:target=move |event| tell(on_input, event.target().value())
                on:change:target=move |event| tell(on_change, event.target().value())
                on:blur=move |_| {
                    if let Some(left) = on_blur {
                        left.run(());
                    }
                }
                on:keydown:target=move |event| match event.key().as_str() {
                    "Enter" => entered(),
                    "Escape" if escaped(event.target()) => event.stop_propagation(),
                    _ => {}
                }
            />
            {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> }.into_any())}
        </form>
    }
}

/// On or off. Its children stand behind it: a label, or else the word for its state.
#[component]
pub fn Switch(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Ids of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether its state cannot be used.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Hears what it is flipped to.
    #[prop(into)]
    on_change: Callback<bool>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let word = move || if on.get() { "on" } else { "off" };
    let behind = match children {
        Some(children) => children(),
        None => view! { <span aria-hidden="true">{live(word)}</span> }.into_any(),
    };
    view! {
        <span class="switch">
            <input
                id=id
                type="checkbox"
                role="switch"
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                prop:checked=on
                on:change:target=move |event| {
                    on_change.run(event.target().checked());
                    event.target().set_checked(on.get_untracked());
                }
            />
            {behind}
        </span>
    }
}

/// One of a list. Its children are its options: [`Options`], alone or in groups.
#[component]
pub fn Select(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The value that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Its name, where no label stands for it.
    #[prop(optional, into)]
    name: Option<String>,
    /// Ids of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether what is chosen cannot be used.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Hears what is chosen.
    #[prop(into)]
    on_change: Callback<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <select
            class="select"
            id=id
            aria-label=name
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
            prop:value=value
            on:change:target=move |event| {
                on_change.run(event.target().value());
                event.target().set_value(&value.get_untracked());
            }
        >
            {children()}
        </select>
    }
}

/// The options of a [`Select`] or of a group of it; `value` is the one that is chosen.
#[component]
pub fn Options(#[prop(into)] options: Signal<Vec<Choice>>, value: Signal<String>) -> impl IntoView {
    view! {
        <ForRows each=move || options.get() key=Clone::clone let((text, label))>
            // Marked when it comes: an option that is not there yet cannot be chosen by the list's value.
            <option value=text.clone() selected=value.get_untracked() == text>{label}</option>
        </ForRows>
    }
}

/// [`Options`] with the chosen value before them where they do not hold it: it stays, and stays visible.
#[component]
pub fn OptionsAndOwn(#[prop(into)] options: Signal<Vec<Choice>>, value: Signal<String>) -> impl IntoView {
    let with_own = Memo::new(move |_| {
        let known = options.get();
        let own = value.get();
        let foreign = (!known.iter().any(|(text, _)| *text == own)).then(|| (own.clone(), own));
        foreign.into_iter().chain(known).collect::<Vec<_>>()
    });
    view! { <Options options=with_own value/> }
}

/// Boxes to check any of.
#[component]
pub fn CheckGroup(
    /// Id of the field; its label has the id with `-label`.
    #[prop(into)]
    id: String,
    /// What there is to check.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The values that are checked.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Ids of what describes the group.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Hears whose box was checked or unchecked.
    #[prop(into)]
    on_toggle: Callback<String>,
) -> impl IntoView {
    let check = move |(value, label): Choice| {
        let value = StoredValue::new(value);
        let is_on = move || value.with_value(|value| chosen.with(|chosen| chosen.contains(value)));
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=is_on
                    on:change:target=move |event| {
                        on_toggle.run(value.get_value());
                        event.target().set_checked(untrack(is_on));
                    }
                />
                <span>{label}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <span
            class="several"
            id=id.clone()
            tabindex="-1"
            role="group"
            aria-labelledby=format!("{id}-label")
            aria-describedby=described_by
        >
            <ForRows each=move || options.get() key=Clone::clone children=check/>
        </span>
    }
}
