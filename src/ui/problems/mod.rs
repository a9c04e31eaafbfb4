//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod row;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::rules::{Finding, fixed};

use self::row::ProblemRow;
use super::dialog::tally;
use super::erase::{For, Show, memo, view};
use super::frame::use_frame;
use super::glyphs::{Icon, SeverityMark, counted};
use super::{State, Tab, browser, use_state};

/// What tells findings apart: rule, and setting.
pub(crate) type Key = (&'static str, Field);

/// The list, worst first, then what has been suppressed.
#[component]
pub fn Problems() -> impl IntoView {
    let state = use_state();
    let keys = memo(move || {
        state.findings.with(|all| all.iter().map(|it| (it.rule.id, it.field.clone())).collect::<Vec<Key>>())
    });
    view! {
        <Show when=move || keys.with(Vec::is_empty)>
            <div class="empty">
                <Icon name="i-check" />
                <strong>"No problems"</strong>
                <span>"AWS would accept this design, and nothing in it should surprise you."</span>
            </div>
        </Show>
        <ul class="problems">
            <For each=move || keys.get() key=|key| format!("{key:?}") let:key>
                <ProblemRow key />
            </For>
        </ul>
        <Suppressed />
    }
}

#[component]
fn Suppressed() -> impl IntoView {
    let state = use_state();
    let list = state.memo(|design| design.suppress.clone());
    view! {
        <Show when=move || list.with(|list| !list.is_empty())>
            <section class="suppressed" aria-label="Suppressed">
                <h3>"Suppressed"</h3>
                <ul>
                    {move || {
                        list.get()
                            .into_iter()
                            .enumerate()
                            .map(|(index, it)| {
                                let until = it.until.map(|day| format!(", until {day}")).unwrap_or_default();
                                let listed = move |_| state.edit(Edit::Reset(Field::Suppress(index)));
                                view! {
                                    <li>
                                        <p><code>{it.rule.clone()}</code> " " {it.reason} {until}</p>
                                        <button
                                            type="button"
                                            class="button button--small"
                                            aria-label=format!("List {} again", it.rule)
                                            on:click=listed
                                        >
                                            "List again"
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

/// The tab's figures: a shape and a number for each severity there is.
#[component]
pub fn Counts() -> impl IntoView {
    let state = use_state();
    let counts = memo(move || state.findings.with(|all| tally(all)));
    leptos::view! {
        {move || {
            counts.get()
                .into_iter()
                .map(|(severity, count)| {
                    view! {
                        <SeverityMark severity />
                        <span class="count" aria-hidden="true">{count}</span>
                        <span class="visually-hidden">{format!(" {}", counted(count, severity))}</span>
                    }
                })
                .collect_view()
        }}
    }
}

/// Makes every safe fix as one step.
#[component]
pub fn FixAll() -> impl IntoView {
    let state = use_state();
    let count = memo(move || state.findings.with(|all| all.iter().filter(|it| it.fix.is_some()).count()));
    view! {
        <Show when=move || { count.get() > 1 }>
            <button type="button" class="button button--small fix-all" on:click=move |_| fix_all(state)>
                {move || format!("Fix all {} safe ones", count.get())}
            </button>
        </Show>
    }
}

fn fix_all(state: State) {
    let before = state.findings.with_untracked(Vec::len);
    let next = state.peek(|design| fixed(design, None, state.today));
    state.apply_and_tell(next, "Made every safe fix");
    let after = state.findings.with_untracked(Vec::len);
    if before == after {
        state.tell("No safe fix changes anything.", false);
    }
}

/// F8 goes to the next problem, Shift+F8 to the one before; the list comes to the front.
pub fn follow_keys() {
    let state = use_state();
    let frame = use_frame();
    let at = StoredValue::new(None::<usize>);
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() != "F8" {
            return;
        }
        event.prevent_default();
        let count = state.findings.with_untracked(Vec::len);
        let Some(last) = count.checked_sub(1) else {
            state.tell("No problems.", false);
            return;
        };
        let next = match (at.get_value().filter(|at| *at <= last), event.shift_key()) {
            (None, false) => 0,
            (None, true) => last,
            (Some(at), false) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), true) => at.checked_sub(1).unwrap_or(last),
        };
        at.set_value(Some(next));
        frame.bring(Tab::Problems);
        let part = state.findings.with_untracked(|all| all.get(next).map(Finding::part));
        if let Some(part) = part {
            state.selected.set(part);
        }
        // The list may only now be put on the page.
        request_animation_frame(move || browser::focus(&format!("problem-{next}")));
    });
    on_cleanup(move || keys.remove());
}
