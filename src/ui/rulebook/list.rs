//! The list of all rules, by words and by topic.

use leptos::prelude::*;

use crate::editor::rulebook::{found, topics};
use crate::rules::{Rule, find};
use crate::ui::signs::{SeverityMark, severity_title};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, ShowIf, live};

use super::{Acts, Search};

#[component]
pub(super) fn RuleList(search: Search) -> impl IntoView {
    let state = use_state();
    let found = Memo::new(move |_| search.text.with(|text| search.topic.with(|topic| found(text, topic))));
    let here =
        Memo::new(move |_| state.findings.with(|all| all.iter().map(|it| it.rule.id).collect::<Vec<_>>()));
    let count = move || match found.with(Vec::len) {
        0 => "No rule holds these words.".to_owned(),
        1 => "1 rule".to_owned(),
        many => format!("{many} rules"),
    };
    view! {
        <h2 id="dialog-title" tabindex="-1">"All rules"</h2>
        <div class="rule-search">
            <div class="field">
                <label for="rules-search">"Search rules"</label>
                <input
                    id="rules-search"
                    type="search"
                    class="search-input"
                    autofocus
                    placeholder="Words, a rule's name or a fact's"
                    bind:value=search.text
                />
            </div>
            <div class="field">
                <label for="rules-topic">"Topic"</label>
                <select id="rules-topic" class="select" bind:value=search.topic>
                    <option value="">"Every topic"</option>
                    {topics().into_iter().map(|topic| view! { <option value=topic>{topic}</option> }.into_any()).collect_view()}
                </select>
            </div>
        </div>
        <p role="status">{live(count)}</p>
        <ul class="rule-list">
            <ForRows each=move || found.get() key=|id| *id let:id>
                {find(id).map(|rule| view! { <RuleRow rule here search/> }.into_any())}
            </ForRows>
        </ul>
        <Acts/>
    }
}

#[component]
fn RuleRow(rule: &'static Rule, here: Memo<Vec<&'static str>>, search: Search) -> impl IntoView {
    let times = Memo::new(move |_| here.with(|here| here.iter().filter(|it| **it == rule.id).count()));
    let words = move || match times.get() {
        1 => "found here".to_owned(),
        many => format!("found {many} times"),
    };
    view! {
        <li>
            <button type="button" class="rule-row" id=rule.id on:click=move |_| search.turn_to(rule)>
                <SeverityMark severity=rule.severity/>
                <span class="visually-hidden">{severity_title(rule.severity)}</span>
                <span class="rule-title">{rule.title}</span>
                <ShowIf when={move || times.get() > 0}>
                    <span class="chip">{live(words)}</span>
                </ShowIf>
                <code>{rule.id}</code>
            </button>
        </li>
    }
}
