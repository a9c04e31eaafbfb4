//! A setting as a form field: label, control, unit, spec name, what is wrong with it, and the nearest legal value.

use leptos::prelude::*;

use crate::design::{Edit, Field, Positions};
use crate::rules::{Finding, Severity};

use super::erase::{For, Memo, Show, memo, view};
use super::glyphs::{Icon, SeverityMark};
use super::settings::{Control, Setting};
use super::state::use_state;

/// An id for a setting's control, unique on the page.
pub fn field_id(field: &Field) -> String {
    let name = format!("{field:?}");
    let safe = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("field-{}", safe.collect::<String>().trim_end_matches('-'))
}

/// One setting with everything around it.
#[component]
pub fn SettingField(
    /// Which.
    setting: Setting,
) -> impl IntoView {
    let state = use_state();
    let field = StoredValue::new(setting.field.clone());
    let id = field_id(&setting.field);
    let text = state.memo(move |design| field.with_value(|field| field.text(design)));
    let default = state.memo(move |design| field.with_value(|field| !field.is_changed(design)));
    let opened = memo(move || state.opened.with(|design| field.with_value(|field| field.text(design))));
    let changed = move || text.get() != opened.get();
    let draft =
        memo(move || state.drafts.with(|drafts| field.with_value(|field| drafts.get(field).cloned())));
    let findings = findings_at(field);
    let invalid = move || {
        draft.with(Option::is_some)
            || findings.with(|all| all.iter().any(|it| it.severity == Severity::Error))
    };
    let consequence = state.memo(setting.consequence);
    let about = format!("{id}-about");
    // The last part of the path is the name people look up in AWS' documentation.
    let name = state.with_untracked(|design| setting.field.path(&Positions::canonical(design)));
    let name = name.rsplit_once("config.").map_or(name.as_str(), |(_, tail)| tail);
    let name = ["usage.", "serverless_v2.", "performance_insights.", "traits."]
        .into_iter()
        .find_map(|group| name.strip_prefix(group))
        .unwrap_or(name)
        .to_owned();
    let control = control(setting.control, field, id.clone(), about.clone(), text, invalid);
    let marker =
        move || changed().then(|| view! { <span class="changed-dot" title="changed since opened"></span> });
    let grouped = matches!(setting.control, Control::Several(_));
    let label = if grouped {
        view! { <span class="label" id=format!("{id}-label")>{marker}<span>{setting.label}</span></span> }
    } else {
        view! { <label for=id.clone()>{marker}<span>{setting.label}</span></label> }
    };
    view! {
        <div class="field" data-invalid=move || invalid().then_some("") data-default=move || default.get().then_some("")>
            {label}
            {control}
            <span class="field-foot">
                <span class="aws">{name}</span>
                <Show when=move || !default.get()>
                    <button
                        class="button button--quiet button--reset"
                        aria-label=format!("Reset {} to its default", setting.label)
                        on:click=move |_| state.edit(Edit::Reset(field.get_value()))
                    >
                        "default"
                    </button>
                </Show>
            </span>
            <div class="field-about" id=about>
                <Show when=move || !consequence.with(String::is_empty)>
                    <span class="consequence">{move || consequence.get()}</span>
                </Show>
                {move || draft.get().map(|draft| view! { <DraftMessage field draft /> })}
                <FieldFindings findings />
            </div>
        </div>
    }
}

/// What is wrong with a setting.
pub fn findings_at(field: StoredValue<Field>) -> Memo<Vec<Finding>> {
    let state = use_state();
    memo(move || {
        let mine = |all: &Vec<Finding>| {
            field.with_value(|field| {
                all.iter().filter(|finding| finding.field == *field).cloned().collect::<Vec<_>>()
            })
        };
        state.findings.with(mine)
    })
}

/// Findings below their field, each with its fix.
#[component]
pub fn FieldFindings(
    /// Those of the field.
    findings: Memo<Vec<Finding>>,
) -> impl IntoView {
    let state = use_state();
    view! {
        <For each=move || findings.get() key=|finding| format!("{}{}", finding.rule.id, finding.message) let:finding>
            {
                let fix = finding.fix.clone();
                let severity = finding.severity;
                view! {
                    <div class="message" data-severity=crate::design::Word::word(severity)>
                        <SeverityMark severity />
                        <span>{finding.message.clone()}</span>
                        {fix.map(|fix| {
                            let edits = fix.edits.clone();
                            let title = fix.title.clone();
                            view! {
                                <button
                                    class="button button--small"
                                    on:click=move |_| state.edit_and_tell(&edits, &title)
                                >
                                    {fix.title.clone()}
                                </button>
                            }
                        })}
                    </div>
                }
            }
        </For>
    }
}

#[component]
fn DraftMessage(field: StoredValue<Field>, draft: super::state::Draft) -> impl IntoView {
    let state = use_state();
    let used = state.with_untracked(|design| field.with_value(|field| field.text(design)));
    let sentence = format!(
        "\u{201c}{}\u{201d} is not used: {}. The design still has {}.",
        draft.text,
        draft.error.expected_sentence(),
        shown(&used)
    );
    view! {
        <div class="message message--error" data-severity="error">
            <SeverityMark severity=Severity::Error />
            <span>{sentence}</span>
            {draft.error.nearest.map(|nearest| {
                let label = format!("Use {nearest}");
                view! {
                    <button
                        class="button button--small"
                        on:click=move |_| field.with_value(|field| state.type_into(field, &nearest))
                    >
                        {label}
                    </button>
                }
            })}
        </div>
    }
}

fn shown(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

fn control(
    control: Control,
    field: StoredValue<Field>,
    id: String,
    about: String,
    text: Memo<String>,
    invalid: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let state = use_state();
    let aria_invalid = move || invalid().then_some("true");
    match control {
        Control::Text => {
            view! { <TypedInput field id about text numeric=false unit="" invalid=Signal::derive(invalid) /> }
        }
        Control::Number(unit) => {
            view! { <TypedInput field id about text numeric=true unit invalid=Signal::derive(invalid) /> }
        }
        Control::Switch => view! {
            <span class="switch">
                <input
                    type="checkbox"
                    role="switch"
                    id=id
                    aria-describedby=about
                    aria-invalid=aria_invalid
                    prop:checked=move || text.get() == "true"
                    on:change=move |event| {
                        let on = if event_target_checked(&event) { "true" } else { "false" };
                        field.with_value(|field| state.type_into(field, on));
                    }
                />
                <span aria-hidden="true">{move || if text.get() == "true" { "on" } else { "off" }}</span>
            </span>
        },
        Control::Choice(options) => {
            let known = options();
            let foreign = {
                let known = known.clone();
                // A value that a file brought and the list does not hold stays, and stays visible.
                move || {
                    let text = text.get();
                    (!known.iter().any(|(value, _)| *value == text)).then_some(text)
                }
            };
            view! {
                <select
                    class="select"
                    id=id
                    aria-describedby=about
                    aria-invalid=aria_invalid
                    prop:value=move || text.get()
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        field.with_value(|field| state.type_into(field, &chosen));
                    }
                >
                    {move || {
                        foreign().map(|text| {
                            let label = text.clone();
                            view! { <option value=text selected=true>{label}</option> }
                        })
                    }}
                    {known
                        .into_iter()
                        .map(|(value, label)| {
                            let own = value.clone();
                            view! { <option value=value selected=move || text.get() == own>{label}</option> }
                        })
                        .collect_view()}
                </select>
            }
        }
        Control::Several(options) => {
            let label = format!("{id}-label");
            view! {
                <span class="several" role="group" aria-labelledby=label aria-describedby=about>
                    {options()
                        .into_iter()
                        .map(|(value, label)| {
                            let (own, toggled) = (value.clone(), value.clone());
                            let on = move || text.with(|text| text.split(',').any(|item| item == own));
                            view! {
                                <label class="check">
                                    <input
                                        type="checkbox"
                                        prop:checked=on
                                        on:change=move |_| {
                                            let next = toggle(&text.get_untracked(), &toggled);
                                            field.with_value(|field| state.type_into(field, &next));
                                        }
                                    />
                                    <span>{label}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </span>
            }
        }
    }
}

/// A comma list with the item added or taken away.
fn toggle(list: &str, item: &str) -> String {
    let mut items: Vec<&str> = list.split(',').filter(|known| !known.is_empty()).collect();
    if items.contains(&item) {
        items.retain(|known| *known != item);
    } else {
        items.push(item);
    }
    items.join(",")
}

#[component]
fn TypedInput(
    field: StoredValue<Field>,
    id: String,
    about: String,
    text: Memo<String>,
    numeric: bool,
    unit: &'static str,
    invalid: Signal<bool>,
) -> impl IntoView {
    let state = use_state();
    // What stands in the box while somebody types; the design's own text would jump under the cursor ("0." is 0).
    let typed = RwSignal::new(None::<String>);
    let value = move || {
        let draft = move || {
            state
                .drafts
                .with(|drafts| field.with_value(|field| drafts.get(field).map(|draft| draft.text.clone())))
        };
        typed.get().or_else(draft).unwrap_or_else(|| text.get())
    };
    view! {
        <span class="input">
            <input
                id=id
                type="text"
                inputmode=numeric.then_some("decimal")
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=about
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:input=move |event| {
                    let now = event_target_value(&event);
                    typed.set(Some(now.clone()));
                    field.with_value(|field| state.type_into(field, &now));
                }
                on:blur=move |_| {
                    typed.set(None);
                    state.end_typing();
                }
            />
            {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
        </span>
    }
}

/// A glyph and a sentence on a quiet ground.
#[component]
pub fn Callout(
    /// Glyph id.
    icon: &'static str,
    /// The first line, in bold.
    #[prop(into)]
    title: Signal<String>,
    /// What follows.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="callout">
            <Icon name=icon />
            <div>
                <strong>{move || title.get()}</strong>
                {children()}
            </div>
        </div>
    }
}
