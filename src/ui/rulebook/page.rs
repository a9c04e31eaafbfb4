//! One rule's page: what it finds, why it matters, what to do, a bad and a good example, and where it is written.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::facts::FACTS_DATE;
use crate::rules::Rule;
use crate::ui::signs::{SeverityMark, severity_title};
use crate::ui::state::use_state;
use crate::ui::widgets::ShowIf;

use super::examples::Shown;
use super::{Acts, Search};

#[component]
pub(super) fn RulePage(rule: &'static Rule, search: Search) -> impl IntoView {
    view! {
        <div class="rule-back">
            <button type="button" class="button button--small" on:click=move |_| search.back()>
                "All rules"
            </button>
        </div>
        <h2 id="dialog-title" tabindex="-1" autofocus>{rule.title}</h2>
        <p class="rule-about">
            <SeverityMark severity=rule.severity/>
            <span class="word" data-severity=rule.severity.word()>{severity_title(rule.severity)}</span>
            <code>{rule.id}</code>
        </p>
        <Here rule/>
        <h3>"Why"</h3>
        <p>{rule.why}</p>
        <Shown rule/>
        <h3>"Source"</h3>
        <Source rule/>
        <Facts rule/>
        <Acts/>
    }
}

/// What it says of the design on the page, where it says something.
#[component]
fn Here(rule: &'static Rule) -> impl IntoView {
    let state = use_state();
    let said = Memo::new(move |_| {
        state.findings.with(|all| {
            let mine = all.iter().filter(|it| it.rule.id == rule.id);
            mine.map(|it| it.message.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <ShowIf when=move || !said.with(Vec::is_empty)>
            <h3>"In this design"</h3>
            <ul class="rule-said">
                {move || said.get().into_iter().map(|message| view! { <li>{message}</li> }.into_any()).collect_view()}
            </ul>
        </ShowIf>
    }
}

#[component]
fn Source(rule: &'static Rule) -> impl IntoView {
    if !rule.source.starts_with("https://") {
        return view! { <p>{rule.source}</p> }.into_any();
    }
    view! {
        <p>
            {format!("As of {FACTS_DATE}: ")}
            <a href=rule.source target="_blank" rel="noopener">
                {rule.source}
                <span class="visually-hidden">", opens in a new tab"</span>
            </a>
        </p>
    }
    .into_any()
}

#[component]
fn Facts(rule: &'static Rule) -> impl IntoView {
    let facts = rule.facts;
    (!facts.is_empty()).then(|| view! { <p>"Facts: "<code>{facts.join(", ")}</code></p> }.into_any())
}
