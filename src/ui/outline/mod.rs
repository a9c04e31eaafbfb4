//! The outline: every part of the design as a row, with what it costs and its worst finding.

mod additions;
mod row;

pub use additions::Additions;

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::outline::{Group, Key, Row, rows};
use crate::editor::parts::part_name;
use crate::ui::browser;
use crate::ui::signs::part_symbol;
use crate::ui::state::{Frame, use_state};
use crate::ui::widgets::{ForRows, Icon, ShowIf};

use row::TreeRow;

/// The parts that the rail leads to.
const RAIL: [Part; 6] =
    [Part::Clients, Part::Proxy, Part::Cluster, Part::Instance(0), Part::Storage, Part::Monitoring];

/// The panel, or the rail that opens it.
#[component]
pub fn Outline() -> impl IntoView {
    let frame = use_state().frame;
    let escape = move |event: browser::KeyboardEvent| {
        if event.key() == "Escape" && frame.laptop.get_untracked() && frame.outline.get_untracked() {
            fold(frame);
        }
    };
    view! {
        <nav
            class="outline"
            aria-label="Outline"
            data-open=move || frame.outline.get().to_string()
            on:keydown=escape
        >
            <ShowIf when=move || !frame.outline.get() || frame.laptop.get()>
                <Rail/>
            </ShowIf>
            <ShowIf when=move || frame.outline.get()>
                <div class="outline-panel">
                    <div class="panel-head">
                        <h2>"Outline"</h2>
                        <button
                            type="button"
                            class="button button--quiet button--icon push"
                            data-tip="Fold outline \u{b7} ["
                            aria-label="Fold outline"
                            on:click=move |_| fold(frame)
                        >
                            <Icon name="i-fold"/>
                        </button>
                    </div>
                    <Tree/>
                    <Additions/>
                </div>
            </ShowIf>
        </nav>
    }
}

fn fold(frame: Frame) {
    frame.outline.set(false);
    request_animation_frame(|| browser::focus("open-outline"));
}

#[component]
fn Rail() -> impl IntoView {
    let state = use_state();
    let frame = state.frame;
    let shortcut = move |part: Part| {
        view! {
            <button
                type="button"
                class="button button--quiet button--icon"
                data-tip=part_name(part)
                aria-label=part_name(part)
                aria-current=move || (state.selected.get() == part).then_some("true")
                on:click=move |_| state.selected.set(part)
            >
                <Icon name=part_symbol(part)/>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="rail">
            <button
                type="button"
                class="button button--quiet button--icon"
                id="open-outline"
                data-tip="Outline \u{b7} ["
                aria-label="Open outline"
                aria-expanded=move || frame.outline.get().to_string()
                on:click=move |_| frame.outline.update(|open| *open = !*open)
            >
                <Icon name="i-fold"/>
            </button>
            {RAIL.map(shortcut).collect_view()}
        </div>
    }
}

/// The rows by group. A row lives as long as its part; only what it says follows the design.
#[component]
pub fn Tree() -> impl IntoView {
    let state = use_state();
    let all = state.answer(rows);
    let of_group = move |group: Group| {
        let keys = Memo::new(move |_| {
            all.with(|rows: &Vec<Row>| {
                rows.iter().filter(|row| row.group == group).map(|row| row.key).collect::<Vec<Key>>()
            })
        });
        view! {
            <li hidden=move || keys.with(Vec::is_empty)>
                <h3 class="tree-group">{group.title()}</h3>
                <ul>
                    <ForRows each=move || keys.get() key=|key| *key let:key>
                        <TreeRow all key/>
                    </ForRows>
                </ul>
            </li>
        }
        .into_any()
    };
    view! { <ul class="tree">{Group::ALL.map(of_group).collect_view()}</ul> }
}
