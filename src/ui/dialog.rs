//! The page's dialogs: the few questions that do not fit in place.

use leptos::html::{Dialog as DialogElement, Input};
use leptos::prelude::*;

use crate::design::{Edit, Suppression, Word as _};
use crate::facts::Day;
use crate::rules::Severity;

use super::State;
use super::erase::{effect, view};
use super::frame::use_frame;
use super::glyphs::SeverityMark;

/// What a dialog is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// The clipboard was refused: here is the link to copy by hand.
    Link(String),
    /// The file of that name is not handed out while errors stand.
    Refused(&'static str),
    /// Why a finding of that rule is fine here.
    Suppress {
        /// Rule id.
        rule: &'static str,
        /// Its title.
        title: &'static str,
    },
}

/// Shows whatever is being asked; Escape and the first button leave everything as it is.
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = super::use_state();
    let element = NodeRef::<DialogElement>::new();
    effect(move || {
        let Some(dialog) = element.get() else { return };
        if state.asking.with(Option::is_some) {
            if !dialog.open() {
                // Refused only where it is open already.
                drop(dialog.show_modal());
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby="dialog-title" on:close=move |_| state.asking.set(None)>
            {move || {
                state
                    .asking
                    .get()
                    .map(|ask| match ask {
                        Ask::Link(link) => link_dialog(state, link).into_any(),
                        Ask::Refused(name) => refused(state, name).into_any(),
                        Ask::Suppress { rule, title } => suppress(state, rule, title).into_any(),
                    })
            }}
        </dialog>
    }
}

fn link_dialog(state: State, link: String) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            drop(field.focus());
            field.select();
        }
    });
    view! {
        <h2 id="dialog-title">"Copy this link by hand?"</h2>
        <p>"This browser does not let the page use the clipboard. The link is selected below."</p>
        <label class="field">
            <span class="label">"Link"</span>
            <span class="input"><input type="text" readonly node_ref=field prop:value=link /></span>
        </label>
        <div class="acts">
            <button type="button" class="button" on:click=move |_| state.asking.set(None)>"Close"</button>
        </div>
    }
}

fn refused(state: State, name: &'static str) -> impl IntoView {
    let frame = use_frame();
    let errors = move || {
        let findings = state.findings.get();
        findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect::<Vec<_>>()
    };
    let show = move |_| {
        state.asking.set(None);
        frame.bring(super::Tab::Problems);
        request_animation_frame(|| super::browser::focus("problem-0"));
    };
    view! {
        <h2 id="dialog-title">{format!("Mend the errors before {name}?")}</h2>
        <p>"AWS or Terraform refuses this design, so no file was written. It has:"</p>
        <ul class="dialog-list">
            {move || {
                errors()
                    .into_iter()
                    .map(|finding| {
                        view! {
                            <li>
                                <SeverityMark severity=finding.severity />
                                <span><strong>{finding.rule.title}</strong> " " {finding.message}</span>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
        <div class="acts">
            <button type="button" class="button" on:click=move |_| state.asking.set(None)>"Close"</button>
            <button type="button" class="button button--primary" on:click=show>"Show problems"</button>
        </div>
    }
}

fn suppress(state: State, rule: &'static str, title: &'static str) -> impl IntoView {
    let (reason, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<&'static str>);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (reason, until) = (reason.get_untracked().trim().to_owned(), until.get_untracked());
        let day = Day::parse(&until);
        if reason.is_empty() {
            wrong.set(Some("A reason is needed. It is kept in the spec for whoever reads it next."));
        } else if !until.is_empty() && day.is_none() {
            wrong.set(Some("The day is not a date such as 2027-01-31."));
        } else {
            state.asking.set(None);
            let suppression = Suppression { rule: rule.to_owned(), reason, until: day };
            state.edit_and_tell(&[Edit::Suppress(suppression)], &format!("Suppressed {rule}"));
        }
    };
    view! {
        <form class="dialog-form" on:submit=keep>
            <h2 id="dialog-title">"Suppress this finding?"</h2>
            <p><strong>{title}</strong> " " <code>{rule}</code></p>
            <label class="field">
                <span class="label">"Reason"</span>
                <span class="input">
                    <input
                        type="text"
                        id="suppress-reason"
                        aria-describedby="suppress-wrong"
                        aria-invalid=move || wrong.get().is_some().to_string()
                        bind:value=reason
                    />
                </span>
            </label>
            <label class="field">
                <span class="label">"Until, the last quiet day"</span>
                <span class="input"><input type="date" bind:value=until /></span>
                <span class="aws">"Empty: for good"</span>
            </label>
            <p class="message message--error" id="suppress-wrong" role="alert">
                {move || wrong.get().map(|text| view! {
                    <SeverityMark severity=Severity::Error />
                    <span>{text}</span>
                })}
            </p>
            <div class="acts">
                <button type="button" class="button" on:click=move |_| state.asking.set(None)>"Keep it listed"</button>
                <button type="submit" class="button button--primary">"Suppress"</button>
            </div>
        </form>
    }
}

/// The words for how many there are of each severity, worst first: `1 error, 2 notes`.
pub fn tally(findings: &[crate::rules::Finding]) -> Vec<(Severity, usize)> {
    Severity::WORDS
        .iter()
        .map(|(_, severity)| (*severity, findings.iter().filter(|it| it.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}
