//! Every design on the shelf: opened, renamed, copied, deleted and brought back.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::editor::jobs::BUILD;
use crate::editor::shelf::{Entry, Head, Saving, Unread, facts, found};
use crate::ui::browser;
use crate::ui::state::{Ask, State, use_state};
use crate::ui::widgets::{Icon, ShowIf, live};

/// What the list is about just now.
#[derive(Clone, Copy)]
struct List {
    state: State,
    typed: RwSignal<String>,
    /// Id of the design that is getting another name.
    renaming: RwSignal<Option<String>>,
}

/// The list as it stands in its dialog.
#[component]
pub fn ShelfList() -> impl IntoView {
    let state = use_state();
    state.look_at_shelf();
    let list = List { state, typed: RwSignal::new(String::new()), renaming: RwSignal::new(None) };
    let entries = state.shelf.entries;
    let heads = Memo::new(move |_| entries.with(|entries| readable(entries)));
    let rows = move |deleted: bool| {
        move || {
            let typed = list.typed.get();
            let hits =
                heads.with(|heads| found(heads, &typed, deleted).into_iter().cloned().collect::<Vec<_>>());
            hits.into_iter().map(|head| row(list, head)).collect_view()
        }
    };
    let count = move || {
        let typed = list.typed.get();
        match heads.with(|heads| found(heads, &typed, false).len()) {
            0 => "No design here answers to these words.".to_owned(),
            1 => "1 design, kept in this browser alone".to_owned(),
            many => format!("{many} designs, kept in this browser alone"),
        }
    };
    let saving = state.shelf.saving;
    let any_deleted = Memo::new(move |_| heads.with(|heads| heads.iter().any(|head| head.deleted.is_some())));
    let unread = move || {
        entries.with(|entries| entries.iter().filter_map(|entry| unread_row(state, entry)).collect_view())
    };
    view! {
        <div class="shelf">
            <h2 id="dialog-title">"Designs"</h2>
            <div class="shelf-search">
                <input
                    type="search"
                    class="search-input"
                    aria-label="Search designs"
                    placeholder="Search by name, Region or setting"
                    autofocus
                    bind:value=list.typed
                />
                <button type="button" class="button button--primary" on:click=move |_| state.ask(Ask::New)>
                    <Icon name="i-plus"/>
                    "New design"
                </button>
            </div>
            <p role="status">{live(count)}</p>
            <p class="shelf-saving">{live(move || saving.with(Saving::sentence))}</p>
            <div class="shelf-body" tabindex="0" role="group" aria-label="Designs">
                <ul class="shelf-list">{live(rows(false))}</ul>
                <ul class="shelf-list">{live(unread)}</ul>
                <ShowIf when=move || any_deleted.get()>
                    <details>
                        <summary>"Deleted"</summary>
                        <ul class="shelf-list">{live(rows(true))}</ul>
                    </details>
                </ShowIf>
            </div>
            <div class="shelf-foot">
                <small>{format!("Aurora Designer {}, build {}", env!("CARGO_PKG_VERSION"), BUILD.get(..8).unwrap_or(BUILD))}</small>
                <button type="button" class="button" on:click=move |_| state.asking.set(None)>
                    "Close"
                </button>
            </div>
        </div>
    }
}

fn readable(entries: &[Entry]) -> Vec<Head> {
    let head = |entry: &Entry| match entry {
        Entry::Head(head) => Some((**head).clone()),
        Entry::Unread { .. } => None,
    };
    entries.iter().filter_map(head).collect()
}

/// A design: its name opens it, the buttons beside it do the rest.
fn row(list: List, head: Head) -> AnyView {
    let state = list.state;
    if list.renaming.with(|id| id.as_ref() == Some(&head.id)) {
        return view! { <li><Rename list head/></li> }.into_any();
    }
    let title = head.title().to_owned();
    let id = StoredValue::new(head.id.clone());
    let about = format!("{} \u{b7} {}", facts(&head), state.when(head.touched()));
    let act = |symbol: &'static str, word: &str, act: fn(List, String)| {
        view! {
            <button
                type="button"
                class="button button--quiet button--icon"
                title=word.to_owned()
                aria-label=format!("{word} {title}")
                on:click=move |_| act(list, id.get_value())
            >
                <Icon name=symbol/>
            </button>
        }
        .into_any()
    };
    if head.deleted.is_some() {
        return view! {
            <li>
                <span class="shelf-name"><strong>{title.clone()}</strong><small>{about}</small></span>
                {act("i-undo", "Restore", |list, id| {
                    list.state.asking.set(None);
                    list.state.restore(id);
                })}
                {act("i-close", "Delete for good:", |list, id| list.state.remove_kept(id))}
            </li>
        }
        .into_any();
    }
    let here = move || id.with_value(|id| state.shelf.shown() == *id);
    view! {
        <li>
            <button
                type="button"
                class="shelf-name"
                aria-current=move || here().to_string()
                on:click=move |_| {
                    state.asking.set(None);
                    state.open_kept(id.get_value());
                }
            >
                <strong>{title.clone()}</strong>
                <small>{about}</small>
            </button>
            {act("i-writer", "Rename", |list, id| list.renaming.set(Some(id)))}
            {act("i-copy", "Duplicate", |list, id| {
                list.state.asking.set(None);
                list.state.duplicate(id);
            })}
            {(!untrack(here)).then(|| act("i-compare", "Compare with", |list, id| {
                list.state.asking.set(None);
                list.state.compare_with_kept(id);
            }))}
            {act("i-remove", "Delete", |list, id| list.state.delete(id))}
        </li>
    }
    .into_any()
}

/// The field for another name; Enter keeps it, Escape does not.
#[component]
fn Rename(list: List, head: Head) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    field.on_load(|field| browser::select_all(&field));
    let title = head.title().to_owned();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            list.state.rename_kept(head.id.clone(), &field.value());
        }
        list.renaming.set(None);
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // The dialog stays.
            event.prevent_default();
            event.stop_propagation();
            list.renaming.set(None);
        }
    };
    view! {
        <form class="shelf-rename" on:submit=keep on:keydown=key>
            <input type="text" class="search-input" maxlength="80" aria-label="Name on the shelf" prop:value=title node_ref=field/>
            <button type="submit" class="button">"Keep the name"</button>
        </form>
    }
}

/// A record that can't be read: it is left as it is, and handed out as it is.
fn unread_row(state: State, entry: &Entry) -> Option<impl IntoView + use<>> {
    let Entry::Unread { id, why } = entry else { return None };
    let about = match why {
        Unread::Newer => {
            "Kept by a newer version of this app. It is untouched; load the page anew to open it."
        }
        Unread::Damaged => "It can't be read, and is left as it is.",
    };
    let id = id.clone();
    Some(view! {
        <li>
            <span class="shelf-name"><strong>"A design that can't be opened"</strong><small>{about}</small></span>
            <button type="button" class="button button--quiet" on:click=move |_| state.download_raw(id.clone())>
                "Download it as it is"
            </button>
        </li>
    }.into_any())
}
