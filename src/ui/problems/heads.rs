//! What stands at the head of the list: its figures and its buttons.

use leptos::prelude::*;

use crate::editor::problems::tally;
use crate::rules::Severity;
use crate::ui::signs::{SeverityMark, counted, severity_title};
use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::{ForRows, Icon, ShowIf};

/// The tab's figures: a shape and a number for each severity there is.
#[component]
pub fn Counts() -> impl IntoView {
    let state = use_state();
    let counts = Memo::new(move |_| state.listed.with(|all| tally(all)));
    view! {
        <ForRows each=move || counts.get() key=|count| *count let((severity, count))>
            <SeverityMark severity/>
            <span class="count" aria-hidden="true">{count}</span>
            <span class="visually-hidden">{format!(" {}", counted(count, severity))}</span>
        </ForRows>
    }
}

/// A button a severity that leaves its findings out of the list, and back in; nothing where there is one severity alone.
#[component]
pub fn Severities() -> impl IntoView {
    let state = use_state();
    let filter = state.frame.filter;
    let counts = Memo::new(move |_| state.listed.with(|all| tally(all)));
    let toggle = move |severity: Severity| {
        let word = severity_title(severity);
        view! {
            <button
                type="button"
                class="button button--quiet button--icon button--small severity"
                data-tip=format!("Show or leave out: {}s", word.to_ascii_lowercase())
                aria-label=format!("{word}s")
                aria-pressed=move || filter.with(|filter| !filter.hides(severity)).to_string()
                on:click=move |_| filter.update(|filter| filter.toggle(severity))
            >
                <SeverityMark severity/>
            </button>
        }
        .into_any()
    };
    view! {
        <ShowIf when=move || counts.with(|counts| counts.len() > 1)>
            <div class="severities" role="group" aria-label="Severities shown">
                <ForRows each=move || counts.get() key=|(severity, _)| *severity let((severity, _))>
                    {toggle(severity)}
                </ForRows>
            </div>
        </ShowIf>
    }
}

/// The button that turns from worst first to part by part.
#[component]
pub fn Grouping() -> impl IntoView {
    let by_severity = use_state().frame.by_severity;
    view! {
        <button
            type="button"
            class="button button--quiet button--small grouping"
            data-tip="Worst first, or part by part"
            aria-pressed=move || (!by_severity.get()).to_string()
            on:click=move |_| by_severity.update(|by| *by = !*by)
        >
            "By part"
        </button>
    }
}

/// The button that shows every safe fix and makes them as one step. One that costs money is offered by itself.
#[component]
pub fn FixAllButton() -> impl IntoView {
    let state = use_state();
    let count =
        Memo::new(move |_| state.findings.with(|all| all.iter().filter(|it| it.is_mended_in_bulk()).count()));
    view! {
        <ShowIf when={move || count.get() > 0}>
            <button type="button" class="button button--small fix-all" on:click=move |_| state.ask(Ask::FixAll)>
                {move || match count.get() {
                    1 => "Fix the safe one".to_owned(),
                    many => format!("Fix all {many} safe ones"),
                }}
            </button>
        </ShowIf>
    }
}

/// The button that copies the list as Markdown.
#[component]
pub fn CopyButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--icon button--small"
            data-tip="Copy findings as Markdown"
            aria-label="Copy findings as Markdown"
            on:click=move |_| state.copy_findings(None)
        >
            <Icon name="i-copy"/>
        </button>
    }
}

/// The button that opens the list of all rules.
#[component]
pub fn AllRulesButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button type="button" class="button button--small all-rules" on:click=move |_| state.ask(Ask::Rules(None))>
            "All rules"
        </button>
    }
}
