//! The engine version: only what can be created, by major, what the chosen one is good for and until when, and the
//! nearest better one.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::inspector::field_id;
use crate::editor::versions::{VersionRows, version_notes, version_rows};
use crate::rules::better_version;
use crate::ui::state::use_state;
use crate::ui::widgets::{Callout, FieldShell, ForRows, Icon, Options, Select, Sentences, ShowIf};

use super::answers::Answers;
use super::messages::Findings;

/// The picker, and what there is to say of the chosen version.
#[component]
pub(super) fn VersionField() -> impl IntoView {
    let state = use_state();
    let field = Field::EngineVersion;
    let (id, label, help) = (field_id(&field), field.label(), field.help());
    let described_by = format!("{id}-help {id}-about");
    let answers = Answers::of(field);
    let value = Signal::from(answers.text);
    let rows = state.memo(version_rows);
    let choose = move |version: String| state.edit(Edit::set(Field::EngineVersion, version));
    view! {
        <FieldShell
            id=id.clone()
            label
            help
            invalid=answers.invalid
            foot=|| view! { <span class="aws">"engine_version"</span> }.into_any()
            about=move || view! { <Findings findings=answers.findings/> }.into_any()
        >
            <Select id described_by value invalid=answers.invalid on_change=choose>
                <ForRows each=move || rows.get() key=Clone::clone let(VersionRows { title, versions })>
                    <optgroup label=title>
                        <Options options=Signal::stored(versions) value/>
                    </optgroup>
                </ForRows>
            </Select>
        </FieldShell>
        <VersionCallout/>
    }
}

/// What is known of the chosen version on the browser's day, in this Region.
#[component]
fn VersionCallout() -> impl IntoView {
    let state = use_state();
    let notes = state.memo(move |design| version_notes(design, state.today));
    let better = state.answer(move |design, bill, _| {
        better_version(design, bill, state.today).map(|version| (version.version, version.lts))
    });
    let abilities = Memo::new(move |_| notes.with(|notes| notes.abilities.clone()));
    let support = Memo::new(move |_| notes.with(|notes| notes.support.clone()));
    let kept = Memo::new(move |_| notes.with(|notes| notes.kept.clone()));
    let take = move |version: &str| {
        let edit = Edit::set(Field::EngineVersion, version);
        state.edit_and_tell(&[edit], &format!("Took version {version}"));
    };
    view! {
        <Callout icon="i-storage" title=Signal::derive(move || notes.with(|notes| notes.title.clone()))>
            <div class="version-line">
                <ShowLet some=move || kept.get() let:why>
                    <p>{why}</p>
                </ShowLet>
                <ShowIf when=move || !abilities.with(Vec::is_empty)>
                    <ul class="flags">
                        <ForRows each=move || abilities.get() key=|ability| *ability let((name, has))>
                            <Ability name has/>
                        </ForRows>
                    </ul>
                </ShowIf>
                <Sentences lines=support/>
                <ShowLet some=move || better.get() let((version, lts))>
                    <button type="button" class="button button--small" on:click=move |_| take(version)>
                        {format!("Take {version}{}", if lts { ", LTS" } else { "" })}
                    </button>
                </ShowLet>
            </div>
        </Callout>
    }
}

/// What the version can do or cannot; `None` is unconfirmed.
#[component]
fn Ability(name: &'static str, has: Option<bool>) -> impl IntoView {
    let (word, symbol) = match has {
        Some(true) => ("yes", "i-check"),
        Some(false) => ("no", "i-close"),
        None => ("unconfirmed", "i-more"),
    };
    view! {
        <li class="chip" data-has=word>
            <Icon name=symbol/>
            {name}
            <span class="visually-hidden">{format!(": {word}")}</span>
        </li>
    }
}
