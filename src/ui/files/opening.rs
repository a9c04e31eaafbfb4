//! What the door shows: what can be opened, what is being read, and what was found.

use leptos::prelude::*;

use crate::editor::opening::{Amount, Found, ORIGINS, Row, Told, Which};
use crate::editor::problems::counted;
use crate::ui::browser;
use crate::ui::signs::SeverityMark;
use crate::ui::state::use_state;
use crate::ui::widgets::{Disclosure, Icon};

use super::door::{Stage, use_door};
use super::export::copy_text;

/// The dialog's content.
#[component]
pub fn OpenDialog() -> impl IntoView {
    let door = use_door();
    on_cleanup(move || door.forget());
    view! {
        <div class="opening">
            {move || match door.stage.get() {
                Stage::Asks => view! { <Asks/> }.into_any(),
                Stage::Reads { what, all, .. } => view! { <Reads what all/> }.into_any(),
                Stage::Which(which) => view! { <Chooses which/> }.into_any(),
                Stage::Shows(found) => view! { <Shows found=*found/> }.into_any(),
                Stage::Refused(why) => view! { <RefusedOpening why/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Asks() -> impl IntoView {
    let door = use_door();
    let text = RwSignal::new(String::new());
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = text.get_untracked();
        if !text.trim().is_empty() {
            door.take_text(text);
        }
    };
    view! {
        <h2 id="dialog-title">"Open what you have"</h2>
        <p>
            "A spec, a link, or what already runs: Terraform, a state or plan, "
            <code>"aws rds describe-\u{2026}"</code>
            ", CloudFormation, CloudWatch figures. It is read in this browser and sent nowhere. You see what was found before anything changes."
        </p>
        <div class="opening-ways">
            <button type="button" class="button button--primary" autofocus on:click=move |_| browser::pick_files(false, move |files| door.take_files(files))>
                <Icon name="i-open"/>
                "Choose files"
            </button>
            <button type="button" class="button" on:click=move |_| browser::pick_files(true, move |files| door.take_files(files))>
                "Choose a folder"
            </button>
            <span class="opening-or">"or drop them anywhere on the page"</span>
        </div>
        <form class="dialog-form" on:submit=read>
            <label class="field">
                <span class="label">"Or paste a link or text"</span>
                <textarea class="textarea" rows="5" spellcheck="false" bind:value=text></textarea>
            </label>
            <Sources/>
            <div class="acts">
                <Leave word="Cancel"/>
                <button type="submit" class="button" aria-disabled=move || text.with(|text| text.trim().is_empty()).to_string()>
                    "Read the text"
                </button>
            </div>
        </form>
    }
}

/// Where each kind of input comes from, without a secret in it.
#[component]
fn Sources() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Disclosure class="opening-sources" open summary=|| "What each source can say, and how to get it">
            <dl>
                {ORIGINS
                    .iter()
                    .map(|source| view! { <dt>{source.name}</dt><dd>{source.says}{source.command.map(|it| view! { <code>{it}</code> }.into_any())}</dd> }.into_any())
                    .collect_view()}
            </dl>
        </Disclosure>
    }
}

#[component]
fn Reads(what: String, all: Amount) -> impl IntoView {
    let read = use_door().read;
    // How long the looking through takes nobody knows: then the bar says only that it goes on.
    let value = move || (!read.get().is_all(all)).then(|| read.get().bytes.to_string());
    view! {
        <h2 id="dialog-title">"Reading"</h2>
        <p role="status">{what}</p>
        <progress aria-label="Reading" max=all.bytes.to_string() value=value></progress>
        <p>{move || read.get().of(all)}</p>
        <div class="acts">
            <Leave word="Cancel"/>
        </div>
    }
}

#[component]
fn Chooses(which: Which) -> impl IntoView {
    let door = use_door();
    let (title, names) = which.asks();
    let item = |name: String| {
        let (which, chosen) = (which.clone(), name.clone());
        view! {
            <li>
                <button type="button" class="button" on:click=move |_| door.choose(&which, chosen.clone())>
                    {name}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <h2 id="dialog-title">{title}</h2>
        <ul class="opening-which">{names.iter().cloned().map(item).collect_view()}</ul>
        <div class="acts">
            <Leave word="Cancel"/>
        </div>
    }
}

#[component]
fn RefusedOpening(why: String) -> impl IntoView {
    let door = use_door();
    view! {
        <h2 id="dialog-title">"This was not opened"</h2>
        <p role="alert" class="opening-why">{why} " Your design is unchanged."</p>
        <div class="acts">
            <Leave word="Close"/>
            <button type="button" class="button button--primary" on:click=move |_| door.ask()>
                "Open something else"
            </button>
        </div>
    }
}

#[component]
fn Shows(found: Found) -> impl IntoView {
    let door = use_door();
    let taking = found.clone();
    let counts = found.findings.iter().map(|(severity, count)| {
        view! {
            <li>
                <SeverityMark severity=*severity/>
                {counted(*count, *severity)}
            </li>
        }
        .into_any()
    });
    let picture = browser::picture_address(&found.picture);
    let title = found.title();
    view! {
        <h2 id="dialog-title">{title.clone()}</h2>
        <img class="opening-picture" src=picture alt=format!("The drawing of {title}")/>
        <ul class="opening-facts">
            <li>{found.month()}</li>
            {counts.collect_view()}
        </ul>
        <Notices all=found.notices/>
        <Table
            title="Taken"
            heads=["Setting", "Value", "Stands at"]
            rows=found.taken
        />
        <Table
            title="Other than the design here"
            heads=["Setting", "Here", "Found"]
            rows=found.changes
        />
        <div class="acts">
            <Leave word="Keep my design"/>
            {door
                .another()
                .map(|which| {
                    view! {
                        <button type="button" class="button" on:click=move |_| door.stage.set(Stage::Which(which.clone()))>
                            "Choose another"
                        </button>
                    }.into_any()
                })}
            <button
                type="button"
                class="button button--primary"
                autofocus
                on:click=move |_| door.take(taking.clone())
            >
                "Take it"
            </button>
        </div>
    }
}

/// A table that is folded until somebody wants it.
#[component]
fn Table(title: &'static str, heads: [&'static str; 3], rows: Vec<Row>) -> impl IntoView {
    let many = rows.len();
    let rows = StoredValue::new(rows);
    let row = |row: &Row| {
        view! { <tr>{row.iter().map(|text| view! { <td>{text.clone()}</td> }.into_any()).collect_view()}</tr> }.into_any()
    };
    (many > 0).then(|| {
        view! {
            <Disclosure
                class="opening-table"
                open=RwSignal::new(false)
                summary=move || format!("{title}: {many}")
            >
                <table class="preview">
                    <thead>
                        <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect_view()}</tr>
                    </thead>
                    <tbody>{rows.with_value(|rows| rows.iter().map(row).collect_view())}</tbody>
                </table>
            </Disclosure>
        }.into_any()
    })
}

/// What the import has to say, by kind.
#[component]
fn Notices(all: Vec<Told>) -> impl IntoView {
    let state = use_state();
    let many: usize = all.iter().map(|told| told.lines.len()).sum();
    let text = all.iter().flat_map(|told| told.lines.iter().map(|line| format!("{}: {line}\n", told.title)));
    let text: String = text.collect();
    let group = |told: Told| {
        view! {
            <h4>{told.title}</h4>
            <ul>{told.lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect_view()}</ul>
        }
        .into_any()
    };
    (many > 0).then(|| {
        view! {
            <section class="opening-notices" aria-label="Notices" tabindex="0">
                <div class="opening-notices-head">
                    <h3>{if many == 1 { "1 notice".to_owned() } else { format!("{many} notices") }}</h3>
                    <button
                        type="button"
                        class="button button--quiet button--small push"
                        on:click=move |_| copy_text(state, &text, "the notices", "Select and copy them.")
                    >
                        <Icon name="i-copy"/>
                        "Copy"
                    </button>
                </div>
                {all.into_iter().map(group).collect_view()}
            </section>
        }
        .into_any()
    })
}

/// The button that leaves everything as it is.
#[component]
fn Leave(word: &'static str) -> impl IntoView {
    let asking = use_state().asking;
    view! {
        <button type="button" class="button" on:click=move |_| asking.set(None)>
            {word}
        </button>
    }
}
