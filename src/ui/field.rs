//! A setting as a form field: label, control, unit, spec name, what is wrong with it, and the nearest legal value.

use leptos::prelude::*;

use crate::design::{Edit, Field, Positions, Word as _};
use crate::rules::{Finding, Severity};

use super::browser::{El, Event, each, el, maybe, several, when, words};
use super::erase::{Memo, memo};
use super::glyphs::{icon, severity_mark};
use super::settings::{Control, Setting};
use super::state::{Draft, use_state};

/// An id for a setting's control, unique on the page.
pub fn field_id(field: &Field) -> String {
    let name = format!("{field:?}");
    let safe = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("field-{}", safe.collect::<String>().trim_end_matches('-'))
}

/// One setting with everything around it.
pub fn setting_field(setting: Setting) -> El {
    let state = use_state();
    let id = field_id(&setting.field);
    let field = StoredValue::new(setting.field);
    let text = state.memo(move |design| field.with_value(|field| field.text(design)));
    // What it would be had nobody chosen; nothing where it is that.
    let default = state.memo(move |design| {
        field.with_value(|field| field.is_changed(design).then(|| field.default_text(design)))
    });
    let opened = memo(move || state.opened.with(|design| field.with_value(|field| field.text(design))));
    let draft =
        memo(move || state.drafts.with(|drafts| field.with_value(|field| drafts.get(field).cloned())));
    let findings = findings_at(field);
    let invalid = memo(move || {
        draft.with(Option::is_some)
            || findings.with(|all| all.iter().any(|it| it.severity == Severity::Error))
    });
    let consequence =
        memo(move || state.with(|design| state.bill.with(|bill| (setting.consequence)(design, bill))));
    let about = format!("{id}-about");
    let heading = if matches!(setting.control, Control::Several(_)) {
        el("span").set("class", "label").set("id", &format!("{id}-label"))
    } else {
        el("label").set("for", &id)
    };
    let heading = heading
        .child(when(
            move || text.get() != opened.get(),
            || el("span").set("class", "changed-dot").set("title", "changed since opened"),
        ))
        .child(el("span").child(setting.label));
    let reset = move || {
        let default = default.get()?;
        let text = if default.is_empty() { "default none" } else { &format!("default {default}") };
        let reset = el("button")
            .set("class", "button button--quiet button--reset")
            .set("aria-label", &format!("Reset {} to its {text}", setting.label))
            .on("click", move || state.edit(Edit::Reset(field.get_value())));
        Some(reset.child(text))
    };
    let allowed = move || {
        let panels = state.panels.get()?;
        Some(state.with(|design| field.with_value(|field| (panels.allowed)(field, design))))
    };
    let allowed = el("span")
        .set("class", "allowed")
        .set("id", &format!("{id}-range"))
        .child(words(move || allowed().unwrap_or_default()));
    let foot = el("span")
        .set("class", "field-foot")
        .child(el("span").set("class", "aws").child(spec_name(field)))
        .child(maybe(reset));
    let below = el("div")
        .set("class", "field-about")
        .set("id", &about)
        .child(when(
            move || !consequence.with(String::is_empty),
            move || el("span").set("class", "consequence").child(words(move || consequence.get())),
        ))
        .child(maybe(move || draft.get().map(|draft| draft_message(field, draft))))
        .child(field_findings(findings));
    el("div")
        .set("class", "field")
        .bind("data-invalid", move || invalid.get())
        .bind("data-default", move || default.with(Option::is_none))
        .child(heading)
        .child(allowed)
        .child(Input { field, id, about, text, invalid }.of(setting.control))
        .child(foot)
        .child(below)
}

/// The last part of the setting's path in the spec: the name people look up in AWS' documentation.
fn spec_name(field: StoredValue<Field>) -> String {
    let path = use_state()
        .with_untracked(|design| field.with_value(|field| field.path(&Positions::canonical(design))));
    let name = path.rsplit_once("config.").map_or(path.as_str(), |(_, tail)| tail);
    ["usage.", "serverless_v2.", "performance_insights.", "traits."]
        .into_iter()
        .find_map(|group| name.strip_prefix(group))
        .unwrap_or(name)
        .to_owned()
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
pub fn field_findings(findings: Memo<Vec<Finding>>) -> El {
    each(move || findings.get(), |finding| format!("{}{}", finding.rule.id, finding.message), finding_message)
}

fn finding_message(finding: Finding) -> El {
    let state = use_state();
    let fix = finding.fix.map(|fix| {
        el("button")
            .set("class", "button button--small")
            .child(fix.title.as_str())
            .on("click", move || state.edit_and_tell(&fix.edits, &fix.title))
    });
    el("div")
        .set("class", "message")
        .set("data-severity", finding.severity.word())
        .child(severity_mark(finding.severity))
        .child(el("span").child(finding.message))
        .child(fix)
}

fn draft_message(field: StoredValue<Field>, draft: Draft) -> El {
    let state = use_state();
    let used = state.with_untracked(|design| field.with_value(|field| field.text(design)));
    let sentence = format!(
        "\u{201c}{}\u{201d} is not used: {}. The design still has {}.",
        draft.text,
        draft.error.expected_sentence(),
        if used.is_empty() { "none" } else { &used }
    );
    let nearest = draft.error.nearest.map(|nearest| {
        el("button")
            .set("class", "button button--small")
            .child(format!("Use {nearest}"))
            .on("click", move || field.with_value(|field| state.type_into(field, &nearest)))
    });
    el("div")
        .set("class", "message message--error")
        .set("data-severity", "error")
        .child(severity_mark(Severity::Error))
        .child(el("span").child(sentence))
        .child(nearest)
}

/// The part of a field that takes the value.
struct Input {
    field: StoredValue<Field>,
    id: String,
    about: String,
    text: Memo<String>,
    invalid: Memo<bool>,
}

impl Input {
    fn of(self, control: Control) -> El {
        match control {
            Control::Text => self.typed("", None),
            Control::Number(unit) => self.typed(unit, Some("decimal")),
            Control::Switch => self.switch(),
            Control::Choice(options) => self.choice(options()),
            Control::Several(options) => self.several(options()),
        }
    }

    /// An element that the field's label names and its messages describe.
    fn described(&self, tag: &str) -> El {
        let invalid = self.invalid;
        el(tag)
            .set("id", &self.id)
            .set("aria-describedby", &format!("{0}-range {0}-about", self.id))
            .bind("aria-invalid", move || invalid.get().then_some("true"))
    }

    fn typed(&self, unit: &'static str, keyboard: Option<&'static str>) -> El {
        let state = use_state();
        let (field, text) = (self.field, self.text);
        // What stands in the box while somebody types; the design's own text would jump under the cursor ("0." is 0).
        // It is kept with the text it made, and gives way once the design has another, as after an undo.
        let typed = RwSignal::new(None::<(String, String)>);
        let value = move || {
            let own = text.get();
            let draft = || {
                state.drafts.with(|drafts| {
                    field.with_value(|field| drafts.get(field).map(|draft| draft.text.clone()))
                })
            };
            let typed = typed.get().filter(|(_, made)| *made == own).map(|(typed, _)| typed);
            typed.or_else(draft).unwrap_or(own)
        };
        let mut input = self
            .described("input")
            .set("type", "text")
            .set("autocomplete", "off")
            .set("autocapitalize", "off")
            .set("spellcheck", "false");
        if let Some(keyboard) = keyboard {
            input = input.set("inputmode", keyboard);
        }
        let input = input
            .value(value)
            .hear("input", move |event: Event| {
                let now = event_target_value(&event);
                field.with_value(|field| state.type_into(field, &now));
                typed.set(Some((now, text.get_untracked())));
            })
            .on("blur", move || {
                typed.set(None);
                state.end_typing();
            });
        el("span")
            .set("class", "input")
            .child(input)
            .child((!unit.is_empty()).then(|| el("span").set("class", "unit").child(unit)))
    }

    fn switch(&self) -> El {
        let state = use_state();
        let (field, text) = (self.field, self.text);
        let on = move || text.with(|text| text == "true");
        let input = self.described("input").set("type", "checkbox").set("role", "switch").checked(on).hear(
            "change",
            move |event: Event| {
                let on = if event_target_checked(&event) { "true" } else { "false" };
                field.with_value(|field| state.type_into(field, on));
            },
        );
        el("span").set("class", "switch").child(input).child(
            el("span").set("aria-hidden", "true").child(words(move || if on() { "on" } else { "off" })),
        )
    }

    fn choice(&self, known: Vec<(String, String)>) -> El {
        let state = use_state();
        let (field, text) = (self.field, self.text);
        let options: Vec<El> = known.iter().map(|(value, label)| option(value, label, false)).collect();
        // A value that a file brought and the list does not hold stays, and stays visible.
        let foreign = memo(move || {
            text.with(|text| (!known.iter().any(|(value, _)| value == text)).then(|| text.clone()))
        });
        self.described("select")
            .set("class", "select")
            .child(maybe(move || foreign.get().map(|text| option(&text, &text, true))))
            .child(options)
            .value(move || text.get())
            .hear("change", move |event: Event| {
                let chosen = event_target_value(&event);
                field.with_value(|field| state.type_into(field, &chosen));
            })
    }

    fn several(&self, options: Vec<(String, String)>) -> El {
        let state = use_state();
        let (field, text) = (self.field, self.text);
        let boxes = options.into_iter().map(|(value, label)| {
            let own = value.clone();
            let input = el("input")
                .set("type", "checkbox")
                .checked(move || text.with(|text| text.split(',').any(|item| item == own)))
                .on("change", move || {
                    let next = toggle(&text.get_untracked(), &value);
                    field.with_value(|field| state.type_into(field, &next));
                });
            el("label").set("class", "check").child(input).child(el("span").child(label))
        });
        el("span")
            .set("class", "several")
            .set("role", "group")
            .set("aria-labelledby", &format!("{}-label", self.id))
            .set("aria-describedby", &self.about)
            .child(boxes.collect::<Vec<_>>())
    }
}

/// An entry of a list to choose from.
pub fn option(value: &str, label: &str, chosen: bool) -> El {
    let option = el("option").set("value", value).child(label);
    if chosen { option.set("selected", "") } else { option }
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

/// A glyph and a sentence on a quiet ground: the first line in bold, then what follows.
pub fn callout(name: &'static str, title: impl Fn() -> String + 'static, body: El) -> El {
    let text = el("div").child(el("strong").child(words(title))).child(body);
    el("div").set("class", "callout").child(icon(name)).child(text)
}

/// Sentences in a list.
pub fn list(lines: Vec<String>) -> El {
    let items = lines.into_iter().map(|line| el("li").child(line));
    several().child(items.collect::<Vec<_>>())
}
