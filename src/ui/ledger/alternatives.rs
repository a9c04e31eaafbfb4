//! What else the same month could be paid for with, and what single choices cost.

use leptos::prelude::*;

use crate::editor::ledger::{
    ClassRow, Instances, OtherStorage, Plan, Storage, instances, plan, storage, use_other_storage,
};
use crate::formats::bill::choices;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{ForRows, ShowIf, live};

use super::lower::Lower;
use super::seed::Examples;
use super::table::{FiguresTable, LedgerPart};

/// Every alternative with the sentence of its crossover.
#[component]
pub(super) fn Alternatives() -> impl IntoView {
    view! {
        <div class="ledger-parts">
            <LedgerPart title="Lower this bill">
                <Lower/>
            </LedgerPart>
            <LedgerPart title="What single choices cost">
                <Choices/>
            </LedgerPart>
            <LedgerPart title="Standard or I/O-Optimized">
                <StorageTypes/>
            </LedgerPart>
            <LedgerPart title="Provisioned instances instead">
                <Provisioned/>
            </LedgerPart>
            <LedgerPart title="Database Savings Plan">
                <SavingsPlan/>
            </LedgerPart>
            <LedgerPart title="Four examples, as quoted and as billed">
                <Examples/>
            </LedgerPart>
        </div>
    }
}

#[component]
fn Unpriced() -> impl IntoView {
    view! { <p>"A price that this needs is unknown. Enter it in Lines, and the comparison stands here."</p> }
}

#[component]
fn Choices() -> impl IntoView {
    let state = use_state();
    let all = state.memo(move |design| choices(design, state.today));
    let none = || view! { <p>"No tier, proxy, pause or budget costs or saves anything by itself here."</p> };
    view! {
        <ShowIf when=move || all.with(|all| !all.is_empty()) fallback=none>
            <ul class="reasons">
                <ForRows each=move || all.get() key=Clone::clone let(sentence)>
                    <li>{sentence}</li>
                </ForRows>
            </ul>
        </ShowIf>
    }
}

#[component]
fn StorageTypes() -> impl IntoView {
    let state = use_state();
    let answer = state.memo(move |design| storage(design, state.today));
    let other = Memo::new(move |_| answer.with(|answer| answer.as_ref()?.other.clone()));
    let part = move |read: fn(&Storage) -> &String| {
        live(move || answer.with(|answer| answer.as_ref().map(|it| read(it).clone())))
    };
    view! {
        <ShowIf when=move || answer.with(Option::is_some) fallback=Unpriced>
            <p class="verdict">{part(|it| &it.verdict)}</p>
            <p>{part(|it| &it.figures)}</p>
            {move || other.get().map(|other| view! { <UseOther other/> })}
        </ShowIf>
    }
}

/// The button that takes the storage type which costs less.
#[component]
fn UseOther(other: OtherStorage) -> impl IntoView {
    let state = use_state();
    let OtherStorage { name, saved } = other;
    view! {
        <button
            type="button"
            class="button button--small"
            id="use-other-storage"
            on:click=move |_| change_storage(state, name)
        >
            {format!("Use {name}, {saved} less")}
        </button>
    }
}

fn change_storage(state: State, name: &str) {
    let edit = state.peek(use_other_storage);
    state.edit_and_tell(&[edit], &format!("Changed to {name}"));
}

#[component]
fn Provisioned() -> impl IntoView {
    let state = use_state();
    let answer = state.memo(move |design| instances(design, state.today));
    let rows = Memo::new(move |_| {
        answer.with(|answer| answer.as_ref().map(|it| it.classes.clone()).unwrap_or_default())
    });
    let part = move |read: fn(&Instances) -> &String| {
        live(move || answer.with(|answer| answer.as_ref().map(|it| read(it).clone())))
    };
    let none = || view! { <p>"No prices of provisioned instances are known for this Region."</p> };
    view! {
        <ShowIf when=move || answer.with(Option::is_some) fallback=Unpriced>
            <ShowIf when=move || rows.with(|rows| !rows.is_empty()) fallback=none>
                <p class="verdict">{part(|it| &it.verdict)}</p>
                <p>{part(|it| &it.figures)}</p>
                <FiguresTable
                    caption="The same month on provisioned instances, in USD"
                    columns=&[
                        "Class",
                        "Holds",
                        "List price",
                        "Reserved 1 year",
                        "Savings plan",
                        "Serverless costs less below",
                    ]
                >
                    <ForRows each=move || rows.get() key=Clone::clone let(row)>
                        <ClassView row/>
                    </ForRows>
                </FiguresTable>
            </ShowIf>
        </ShowIf>
    }
}

/// A class; a row of other figures is another row.
#[component]
fn ClassView(row: ClassRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <div class="bill-what">
                    <code>{row.name}</code>
                    <small>{row.size}</small>
                </div>
            </th>
            {row.figures.map(|figure| view! { <td>{figure}</td> }).collect_view()}
        </tr>
    }
}

#[component]
fn SavingsPlan() -> impl IntoView {
    let state = use_state();
    let answer = state.memo(move |design| plan(design, state.today));
    let part = move |read: fn(&Plan) -> &String| {
        live(move || answer.with(|answer| answer.as_ref().map(|it| read(it).clone())))
    };
    view! {
        <ShowIf when=move || answer.with(Option::is_some) fallback=Unpriced>
            <p class="verdict">{part(|it| &it.verdict)}</p>
            <p>{part(|it| &it.sentences[0])}</p>
            <p>{part(|it| &it.sentences[1])}</p>
        </ShowIf>
    }
}
