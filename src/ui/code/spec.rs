//! `aurora.yaml` as a text to write in: what is valid becomes the design at once, what is not is marked and changes
//! nothing.

use leptos::html::Custom;
use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::editor::product::{Listed, Product};
use crate::editor::writing::{Mark, Writing};
use crate::ui::browser;
use crate::ui::files::{copy_text, download};
use crate::ui::state::{Made, State, use_state};
use crate::ui::widgets::Icon;

use super::Code;

/// The editor's own file and the element that it defines.
const FILE: &str = "yaml-editor.js";
const ELEMENT: &str = "yaml-editor";

/// The panel: the editor once its file is here, until then the text to read.
#[component]
pub fn Spec() -> impl IntoView {
    let here = RwSignal::new(browser::is_defined(ELEMENT));
    let failed = RwSignal::new(false);
    let load = move |again| {
        failed.set(false);
        browser::load_module(FILE, again, move |loaded| {
            // The panel may have been left.
            let _gone = here.try_set(loaded);
            let _gone = failed.try_set(!loaded);
        });
    };
    if !here.get_untracked() {
        load(false);
    }
    let reading = move || {
        view! {
            <Show when=move || failed.get()>
                <p class="step-note" role="alert">
                    "The editor did not load, so the text is only to read. "
                    <button type="button" class="button button--small" on:click=move |_| load(true)>
                        "Try again"
                    </button>
                </p>
            </Show>
            <Code file=Listed::Yaml/>
        }
        .into_any()
    };
    view! {
        <Show when=move || here.get() fallback=reading>
            <Editor/>
        </Show>
    }
}

/// The text and what is said of it.
#[derive(Clone, Copy)]
struct Desk {
    state: State,
    /// What stands in the editor and what it means.
    writing: RwSignal<Writing>,
    /// What the editor is told to show.
    shown: RwSignal<String>,
    /// A text that waits for the one before it to be read.
    next: StoredValue<Option<String>>,
    busy: StoredValue<bool>,
}

impl Desk {
    /// Takes what was typed; the last text is read, whatever came between.
    fn typed(self, text: String) {
        if self.busy.get_value() {
            self.next.set_value(Some(text));
            return;
        }
        self.busy.set_value(true);
        self.state.worker.ask(Job::Read(text.clone()), move |answer| {
            // The panel may have been left.
            if self.writing.try_get_untracked().is_none() {
                return;
            }
            self.busy.set_value(false);
            match answer {
                Ok(Answer::Design(Ok(design))) => {
                    self.writing.update(|writing| writing.means(text, (*design).clone()));
                    self.state.write(*design);
                }
                Ok(Answer::Design(Err(error))) => self.writing.update(|writing| writing.wrong(text, error)),
                Ok(_) => {}
                Err(lost) => self.state.tell_lost("aurora.yaml", lost),
            }
            if let Some(next) = self.next.try_update_value(Option::take).flatten() {
                self.typed(next);
            }
        });
    }

    /// The design was written out; the text follows it unless it means that design or is in the middle of a mistake.
    fn written(self, text: &str, design: &Design) {
        let changes = self.writing.try_update(|writing| writing.follow(text, design)).unwrap_or_default();
        if changes {
            self.shown.set(text.to_owned());
        }
    }
}

#[component]
fn Editor() -> impl IntoView {
    let state = use_state();
    let desk = Desk {
        state,
        writing: RwSignal::new(Writing::default()),
        shown: RwSignal::new(String::new()),
        next: StoredValue::new(None),
        busy: StoredValue::new(false),
    };
    let node = NodeRef::<Custom<&'static str>>::new();
    let schema = RwSignal::new(String::new());
    state.worker.ask(Job::Schema, move |answer| {
        if let Ok(Answer::Text(text)) = answer {
            let _gone = schema.try_set(text);
        }
    });
    let now = state.worker.follow(move || Job::Yaml(Box::new(state.get())));
    Effect::new(move || {
        now.with(|made| {
            if let Made::Here(Answer::Text(text)) = made {
                state.peek(|design| desk.written(text, design));
            }
        });
    });
    let mark =
        move || desk.writing.with(|writing| writing.mark().as_ref().map(Mark::text)).unwrap_or_default();
    let problem = move || desk.writing.with(Writing::problem);
    let anew = move |_| {
        desk.writing.update(Writing::give_up);
        now.with_untracked(|made| {
            if let Made::Here(Answer::Text(text)) = made {
                state.peek(|design| desk.written(text, design));
            }
        });
    };
    let reach = move |_| {
        if let (Some(node), Some(mark)) = (node.get_untracked(), desk.writing.with_untracked(Writing::mark)) {
            browser::reach_line(&node, mark.line, mark.column);
        }
    };
    let copy = move |_| {
        let text = node.get_untracked().map(|node| browser::written(&node)).unwrap_or_default();
        copy_text(state, &text, "aurora.yaml", "Select the text and copy it.");
    };
    view! {
        <div class="codebar">
            <span>"aurora.yaml"</span>
            <button type="button" class="button button--small push" on:click=copy>
                <Icon name="i-copy"/>
                "Copy"
            </button>
            <button type="button" class="button button--small" on:click=move |_| download(state, Product::Yaml)>
                <Icon name="i-export"/>
                "Download"
            </button>
        </div>
        <yaml-editor
            class="yaml-editor"
            node_ref=node
            prop:schema=schema
            prop:text=desk.shown
            prop:mark=mark
            on:edit=move |_: browser::Event| {
                if let Some(node) = node.get_untracked() {
                    desk.typed(browser::written(&node));
                }
            }
        ></yaml-editor>
        <div class="yaml-said" role="status">
            {move || {
                problem()
                    .map(|words| {
                        view! {
                            <p class="yaml-wrong">
                                {words}
                            </p>
                            <button type="button" class="button button--small" on:click=reach>
                                "Go there"
                            </button>
                            <button type="button" class="button button--small" on:click=anew>
                                "Write it anew"
                            </button>
                        }.into_any()
                    })
            }}
            {move || desk.writing.with(Writing::note).map(|words| view! { <p>{words}</p> }.into_any())}
        </div>
    }
}
