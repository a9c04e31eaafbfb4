//! One finding: its words, its fix, and in place below it what the fix changes and how to answer it.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::editor::problems::{Key, adds, lower_first};
use crate::rules::{Finding, OWN_ADVICE, Rule, Severity, find};
use crate::ui::signs::{SeverityMark, severity_title};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, ShowIf, live};

use super::more::More;

/// The row of what a rule found at a setting. It lives as long as that is found; only what it says follows the design.
#[component]
pub(super) fn ProblemRow(key: Key) -> impl IntoView {
    let state = use_state();
    let (id, field) = key;
    let part = field.part();
    let place = Memo::new(move |_| {
        state.findings.with(|all| all.iter().position(|it| (it.rule.id, &it.field) == (id, &field)))
    });
    let finding = Memo::new(move |before: Option<&Option<Finding>>| {
        let now = place.get().and_then(|at| state.findings.with(|all| all.get(at).cloned()));
        // A row about to go keeps its words for the moment it is still there.
        now.or_else(|| before.cloned().flatten())
    });
    let severity =
        Memo::new(move |_| finding.with(|it| it.as_ref().map_or(Severity::Note, |it| it.severity)));
    let message = move || finding.with(|it| it.as_ref().map(|it| it.message.clone()));
    let open = RwSignal::new(false);
    find(id).map(|rule| {
        let why =
            move || finding.with(|it| it.as_ref().map_or("", |it| adds(&it.message, rule.title, rule.why)));
        view! {
            <li
                class="problem"
                data-severity=move || severity.get().word()
                data-open=move || open.get().to_string()
                on:pointerenter=move |_| state.lit.set(Some(part))
                on:pointerleave=move |_| state.lit.set(None)
            >
                {move || view! { <SeverityMark severity=severity.get()/> }.into_any()}
                <div class="problem-text">
                    <p class="problem-title">
                        <span class="word" data-severity=move || severity.get().word()>
                            {move || severity_title(severity.get())}
                        </span>
                        <button
                            type="button"
                            class="problem-name"
                            id=move || format!("problem-{}", place.get().unwrap_or_default())
                            on:click=move |_| state.selected.set(part)
                            on:focus=move |_| state.lit.set(Some(part))
                            on:blur=move |_| state.lit.set(None)
                        >
                            {rule.title}
                        </button>
                        <code>{rule.id}</code>
                    </p>
                    <p class="problem-why">
                        <span class="problem-message">{live(message)}" "{why}</span>
                        <Source rule/>
                    </p>
                </div>
                <div class="problem-acts">
                    <Mend finding/>
                    <button
                        type="button"
                        class="button button--quiet button--icon button--small"
                        aria-label=format!("More about {}", rule.id)
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        <Icon name="i-more"/>
                    </button>
                </div>
                <ShowIf when=move || open.get()>
                    <More rule finding/>
                </ShowIf>
            </li>
        }
        .into_any()
    })
}

#[component]
fn Source(rule: &'static Rule) -> impl IntoView {
    if rule.source == OWN_ADVICE {
        return view! { <span>"Our own advice"</span> }.into_any();
    }
    view! {
        <a href=rule.source target="_blank" rel="noopener">
            "Source"
            <span class="visually-hidden">{format!(" of {}, opens in a new tab", rule.id)}</span>
        </a>
    }
    .into_any()
}

/// The button that mends it, or that nothing does.
#[component]
fn Mend(finding: Memo<Option<Finding>>) -> impl IntoView {
    let state = use_state();
    let fix = Memo::new(move |_| finding.with(|it| it.as_ref().and_then(|it| it.fix.clone())));
    let others = move || finding.with(|it| it.as_ref().map(|it| it.others.clone()).unwrap_or_default());
    let title = move || fix.with(|fix| fix.as_ref().map(|fix| lower_first(&fix.title)).unwrap_or_default());
    let mend = move |_| {
        if let Some(fix) = fix.get_untracked() {
            state.edit_and_tell(&fix.edits, &format!("Fixed: {}", lower_first(&fix.title)));
        }
    };
    view! {
        <span class="remedies">
            <ShowIf
                when=move || fix.with(Option::is_some)
                fallback=move || others().is_empty().then(|| view! { <span class="none">"No safe fix"</span> }.into_any())
            >
                <button type="button" class="button button--small" on:click=mend>
                    {move || format!("Fix: {}", title())}
                </button>
            </ShowIf>
            <ForRows each=others key=|fix| fix.title.clone() let(other)>
                <button
                    type="button"
                    class="button button--small"
                    on:click=move |_| state.edit_and_tell(&other.edits, &format!("Fixed: {}", lower_first(&other.title)))
                >
                    {format!("Or: {}", lower_first(&other.title))}
                </button>
            </ForRows>
        </span>
    }
}
