//! A setting as a form field: label, control, unit, spec name, what is wrong with it, and the nearest legal value.

use leptos::prelude::*;

use crate::design::{Control, Design, Field};
use crate::editor::inspector::{
    Typed, default_name, differs, field_id, items, meaning, shown, shows_help, spec_name, toggled,
};
use crate::editor::plain;
use crate::editor::settings::allowed;
use crate::editor::typing::doubtful;
use crate::estimate::Bill;
use crate::ui::state::use_state;
use crate::ui::widgets::{
    CheckGroup, FieldShell, Marked, OptionsAndOwn, Select, ShowIf, Switch, TextInput, described_by, settle,
    whenever,
};

use super::about::{About, AboutButton};
use super::answers::Answers;
use super::messages::{DraftMessage, Findings};
use super::verdict::ChangeVerdict;

/// What stands around a control.
#[derive(Clone, PartialEq, Eq)]
struct Around {
    /// What the value would be had nobody chosen; nothing where it is that.
    default: Option<String>,
    /// Whether it was chosen since the design was opened: what only follows from another choice has not been changed.
    changed: bool,
    /// What it may be.
    allowed: String,
    /// What it comes to.
    meaning: String,
}

impl Around {
    fn of(field: &Field, opened: &Design, design: &Design, bill: &Bill) -> Self {
        Self {
            default: field.is_changed(design).then(|| field.default_text(design)),
            changed: differs(field, opened, design),
            allowed: allowed(field, design),
            meaning: meaning(field, design, bill),
        }
    }
}

/// One setting with everything around it.
#[component]
pub(super) fn SettingField(
    field: Field,
    /// What is searched for, where the field is a hit.
    #[prop(optional, into)]
    words: Option<Signal<String>>,
) -> impl IntoView {
    let state = use_state();
    let answers = Answers::of(field.clone());
    let (label, control) = (field.label(), field.control());
    let field = answers.field;
    let around = state.answer(move |design, bill, _| {
        state.opened.with(|opened| field.with_value(|field| Around::of(field, opened, design, bill)))
    });
    let first = around.get_untracked();
    let (default, changed) = (RwSignal::new(first.default), RwSignal::new(first.changed));
    let (allowed, meaning) = (RwSignal::new(first.allowed), RwSignal::new(first.meaning));
    // Signals and no memos: what follows a memo is woken whenever the design is another, and an edit leaves nearly all of a
    // field as it was.
    whenever(move || {
        around.with(|around| {
            settle(default, &around.default);
            settle(changed, &around.changed);
            settle(allowed, &around.allowed);
            settle(meaning, &around.meaning);
        });
    });
    let asked = RwSignal::new(false);
    let name = move |name: String| match words {
        Some(words) => view! { <Marked text=name words/> }.into_any(),
        None => name.into_any(),
    };
    let foot = move || {
        view! {
            <span class="aws">{name(state.peek(|design| field.with_value(|field| spec_name(field, design))))}</span>
            <AboutButton label open=asked/>
            <ShowLet some=move || default.get() let:text>
                <Reset label answers default=text/>
            </ShowLet>
        }.into_any()
    };
    let about = move || {
        view! {
            <ShowIf when=move || !meaning.with(String::is_empty)>
                <span class="consequence">{meaning}</span>
            </ShowIf>
            <DraftMessage answers/>
            <ShowIf when=move || state.compare.has_base()>
                <ChangeVerdict answers/>
            </ShowIf>
            <Findings findings=answers.findings/>
            <About field open=asked/>
        }
        .into_any()
    };
    view! {
        <FieldShell
            id=field.with_value(field_id)
            label
            words=words
            help=field.with_value(|field| if shows_help(field) { "" } else { field.help() })
            grouped=control == Control::Several
            changed=changed
            allowed=allowed
            invalid=answers.invalid
            untouched=Signal::derive(move || default.with(Option::is_none))
            foot=foot
            about=about
        >
            <Input answers control/>
        </FieldShell>
    }
}

/// The button that takes a choice back.
#[component]
fn Reset(label: &'static str, answers: Answers, default: String) -> impl IntoView {
    let name = answers.field.with_value(|field| default_name(field, &default));
    let says = format!("Reset {label} to its {name}");
    view! {
        <button
            type="button"
            class="button button--quiet button--reset"
            aria-label=says
            on:click=move |_| answers.reset()
        >
            {name}
        </button>
    }
}

/// The control that takes the value.
#[component]
fn Input(answers: Answers, control: Control) -> impl IntoView {
    let state = use_state();
    let Answers { field, text, invalid, .. } = answers;
    let id = field.with_value(field_id);
    let described_by = described_by(&id);
    let options = move || state.memo(move |design| field.with_value(|field| plain::options(field, design)));
    let value = Signal::from(text);
    match control {
        Control::Text => view! { <TypedInput answers decimal=false/> }.into_any(),
        Control::Number => view! { <TypedInput answers decimal=true/> }.into_any(),
        Control::Switch => {
            let on = Signal::derive(move || text.with(|text| text == "true"));
            let flip = move |on| answers.take(if on { "true" } else { "false" });
            view! { <Switch id described_by on invalid on_change=flip/> }.into_any()
        }
        Control::Choice => view! {
            <Select id described_by value invalid on_change=move |text: String| answers.take(&text)>
                <OptionsAndOwn options=options() value/>
            </Select>
        }
        .into_any(),
        Control::Several => {
            let chosen = Signal::derive(move || text.with(|text| items(text).map(str::to_owned).collect()));
            let toggle = move |item: String| answers.take(&toggled(&text.get_untracked(), &item));
            view! { <CheckGroup id described_by options=options() chosen on_toggle=toggle/> }.into_any()
        }
        // Instances, secondaries and the like: their groups have editors for them.
        Control::Own => ().into_any(),
    }
}

/// A text or a number, taken letter by letter.
#[component]
fn TypedInput(answers: Answers, decimal: bool) -> impl IntoView {
    let state = use_state();
    let Answers { field, text, typed, draft, invalid, .. } = answers;
    let id = field.with_value(field_id);
    let described_by = described_by(&id);
    let value = Memo::new(move |_| {
        typed.with(|typed| {
            draft.with(|draft| {
                let draft = draft.as_ref().map(|draft| draft.text.as_str());
                text.with(|own| shown(typed.as_ref(), draft, own).to_owned())
            })
        })
    });
    let take = move |now: String| {
        answers.type_on(&now);
        typed.set(Some(Typed { text: now, made: text.get_untracked() }));
    };
    let leave = move |()| {
        // What may not be meant stays as it was typed, with the question beside it.
        let asks = typed.with_untracked(|typed| {
            let ask = |typed: &Typed| {
                state.peek(|design| field.with_value(|field| doubtful(field, &typed.text, design))).is_some()
            };
            typed.as_ref().is_some_and(ask)
        });
        if !asks {
            typed.set(None);
        }
        state.end_typing();
    };
    let back = move |()| {
        typed.set(None);
        answers.take_back()
    };
    view! {
        <TextInput
            id
            described_by
            value
            unit=field.with_value(Field::unit)
            decimal
            invalid
            on_input=take
            on_change=move |_| state.catch_up()
            on_blur=leave
            on_escape=back
        />
    }
}
