//! The list of commands: one field, and below it what answers to the words in it.

use leptos::html;
use leptos::prelude::*;

use crate::editor::commands::{Command, SHOWN, Session, catalog, found, marked};
use crate::ui::browser::{self, KeyboardEvent};
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{Icon, live};

use super::run::{run, show_place};

/// What the list shows, and which of it is chosen.
#[derive(Clone, Copy)]
struct List {
    state: State,
    all: StoredValue<Vec<Command>>,
    typed: RwSignal<String>,
    /// Places in the catalogue of what is shown.
    hits: Memo<Vec<usize>>,
    /// Place of the chosen one among them.
    at: RwSignal<usize>,
}

impl List {
    fn open(state: State) -> Self {
        let all = StoredValue::new(state.peek(|design| {
            state.findings.with_untracked(|findings| {
                catalog(Session {
                    design,
                    findings,
                    today: state.today,
                    can_undo: untrack(|| state.can_undo()),
                    can_redo: untrack(|| state.can_redo()),
                })
            })
        }));
        let typed = RwSignal::new(String::new());
        let hits = Memo::new(move |_| typed.with(|typed| all.with_value(|all| found(all, typed))));
        Self { state, all, typed, hits, at: RwSignal::new(0) }
    }

    /// Closes the dialog, then does what stands at a place of the list, or shows where it is done.
    fn choose(self, at: usize, only_show: bool) {
        let hit = self.hits.with_untracked(|hits| hits.get(at).copied());
        let act = hit.and_then(|hit| self.all.with_value(|all| all.get(hit).map(|it| it.act.clone())));
        let Some(act) = act else { return };
        let state = self.state;
        state.asking.set(None);
        // The dialog gives the focus back first; then the command may move it.
        request_animation_frame(move || {
            if only_show {
                show_place(state, act);
            } else {
                run(state, act);
            }
        });
    }

    fn press(self, event: &KeyboardEvent) {
        let now = self.at.get_untracked();
        let last = self.hits.with_untracked(Vec::len).saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" if now >= last => 0,
            "ArrowDown" => now + 1,
            "ArrowUp" => now.checked_sub(1).unwrap_or(last),
            "PageDown" => (now + 8).min(last),
            "PageUp" => now.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                self.choose(now, event.ctrl_key() || event.meta_key());
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.at.set(next);
    }

    fn told(self) -> String {
        match self.hits.with(Vec::len) {
            0 => format!("Nothing is called \u{201c}{}\u{201d}.", self.typed.get().trim()),
            1 => "1 command".to_owned(),
            SHOWN => format!("The first {SHOWN} of many. More words find the rest."),
            count => format!("{count} commands"),
        }
    }
}

fn option_id(index: usize) -> String {
    format!("command-{index}")
}

/// The list as it stands in its dialog.
#[component]
pub fn Palette() -> impl IntoView {
    let list = List::open(use_state());
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| browser::select_all(&field));
    let active = move || (!list.hits.with(Vec::is_empty)).then(|| option_id(list.at.get()));
    Effect::new(move || {
        if let Some(id) = active() {
            request_animation_frame(move || browser::scroll_near(&id));
        }
    });
    view! {
        <div class="palette">
            <h2 class="visually-hidden" id="dialog-title">
                "Commands"
            </h2>
            <div class="palette-field">
                <Icon name="i-search"/>
                <input
                    type="text"
                    id="palette-input"
                    role="combobox"
                    aria-label="Commands, settings, presets and rules"
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls="palette-list"
                    aria-activedescendant=active
                    placeholder="Do, find or change anything"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    autofocus
                    node_ref=field
                    on:input:target=move |event| {
                        list.at.set(0);
                        list.typed.set(event.target().value());
                    }
                    on:keydown=move |event| list.press(&event)
                />
            </div>
            <div class="palette-list" id="palette-list" role="listbox" aria-label="Commands">
                <Groups list/>
            </div>
            <p class="palette-foot" role="status">
                {move || list.told()}
            </p>
        </div>
    }
}

/// What is shown, by kind. The words that are marked change with every letter, so the rows are made anew.
#[component]
fn Groups(list: List) -> impl IntoView {
    live(move || {
        let typed = list.typed.get();
        let hits = list.hits.get();
        list.all.with_value(|all| {
            let shown: Vec<(usize, &Command)> =
                hits.iter().filter_map(|hit| all.get(*hit)).enumerate().collect();
            shown
                .chunk_by(|(_, one), (_, two)| one.kind == two.kind)
                .map(|group| {
                    let title = group.first().map_or("", |(_, it)| it.kind.title());
                    let rows = group.iter().map(|(at, command)| row(list, *at, command, &typed));
                    view! {
                        <div role="group" aria-label=title>
                            <div class="palette-kind" aria-hidden="true">
                                {title}
                            </div>
                            {rows.collect_view()}
                        </div>
                    }
                    .into_any()
                })
                .collect_view()
        })
    })
}

fn row(list: List, at: usize, command: &Command, typed: &str) -> AnyView {
    let hint =
        (!command.hint.is_empty()).then(|| view! { <small>{words(&command.hint, typed)}</small> }.into_any());
    let end = (!command.end.is_empty())
        .then(|| view! { <span class="end">{command.end.clone()}</span> }.into_any());
    view! {
        <div
            class="menu-item"
            id=option_id(at)
            role="option"
            aria-selected=move || (list.at.get() == at).to_string()
            on:pointermove=move |_| list.at.set(at)
            on:click=move |_| list.choose(at, false)
        >
            <Icon name=command.symbol()/>
            <span class="menu-words">
                <span>{words(&command.label, typed)}</span>
                {hint}
            </span>
            {end}
        </div>
    }
    .into_any()
}

/// A text with what was typed marked in it.
fn words(text: &str, typed: &str) -> AnyView {
    match marked(text, typed) {
        Some((before, hit, after)) => {
            let (before, hit, after) = (before.to_owned(), hit.to_owned(), after.to_owned());
            view! { {before}<mark>{hit}</mark>{after} }.into_any()
        }
        None => text.to_owned().into_any(),
    }
}
