//! What else the same month could be paid for with, and what single choices cost.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::{
    Alternatives as Sheet, ClassRow, Instances, OtherStorage, Plan, Storage, use_other_storage,
};
use crate::ui::state::{State, use_state};

use super::answered::answered;
use super::lower::Lower;
use super::seed::Examples;
use super::table::{FiguresTable, LedgerPart};

/// Every alternative with the sentence of its crossover.
#[component]
pub(super) fn Alternatives() -> impl IntoView {
    let state = use_state();
    let job = move || Job::Alternatives(Box::new(state.get()), state.today);
    view! {
        <div class="ledger-parts">
            <LedgerPart title="Lower this bill">
                <Lower/>
            </LedgerPart>
            {answered(state, job, move |answer| match answer {
                Answer::Alternatives(sheet) => Some(parts(state, sheet)),
                _ => None,
            })}
        </div>
    }
}

fn parts(state: State, sheet: &Sheet) -> AnyView {
    let choices = choices(&sheet.choices);
    let storage = sheet.storage.as_ref().map_or_else(unpriced, |it| storage(state, it));
    let instances = sheet.instances.as_ref().map_or_else(unpriced, instances);
    let plan = sheet.plan.as_ref().map_or_else(unpriced, plan);
    let examples = view! { <Examples rows=sheet.examples.clone()/> }.into_any();
    view! {
        <LedgerPart title="What single choices cost">{choices}</LedgerPart>
        <LedgerPart title="Standard or I/O-Optimized">{storage}</LedgerPart>
        <LedgerPart title="Provisioned instances instead">{instances}</LedgerPart>
        <LedgerPart title="Database Savings Plan">{plan}</LedgerPart>
        <LedgerPart title="Four examples, as quoted and as billed">{examples}</LedgerPart>
    }
    .into_any()
}

fn unpriced() -> AnyView {
    view! { <p>"A price that this needs is unknown. Enter it in Lines, and the comparison stands here."</p> }
        .into_any()
}

fn choices(all: &[String]) -> AnyView {
    if all.is_empty() {
        return view! { <p>"No tier, proxy, pause or budget costs or saves anything by itself here."</p> }
            .into_any();
    }
    let sentence = |sentence: &String| view! { <li>{sentence.clone()}</li> }.into_any();
    view! { <ul class="reasons">{all.iter().map(sentence).collect_view()}</ul> }.into_any()
}

fn storage(state: State, it: &Storage) -> AnyView {
    view! {
        <p class="verdict">{it.verdict.clone()}</p>
        <p>{it.figures.clone()}</p>
        {it.other.clone().map(|other| use_other(state, other))}
    }
    .into_any()
}

/// The button that takes the storage type which costs less.
fn use_other(state: State, other: OtherStorage) -> AnyView {
    let OtherStorage { name, saved } = other;
    let words = format!("Use {name}, {saved} less");
    view! {
        <button
            type="button"
            class="button button--small"
            id="use-other-storage"
            on:click=move |_| change_storage(state, &name)
        >
            {words}
        </button>
    }
    .into_any()
}

fn change_storage(state: State, name: &str) {
    let edit = state.peek(use_other_storage);
    state.edit_and_tell(&[edit], &format!("Changed to {name}"));
}

fn instances(it: &Instances) -> AnyView {
    if it.classes.is_empty() {
        return view! { <p>"No prices of provisioned instances are known for this Region."</p> }.into_any();
    }
    let rows = it.classes.iter().map(class).collect_view();
    view! {
        <p class="verdict">{it.verdict.clone()}</p>
        <p>{it.figures.clone()}</p>
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
            {rows}
        </FiguresTable>
    }
    .into_any()
}

fn class(row: &ClassRow) -> AnyView {
    let figure = |figure: &String| view! { <td>{figure.clone()}</td> }.into_any();
    view! {
        <tr>
            <th scope="row">
                <div class="bill-what">
                    <code>{row.name.clone()}</code>
                    <small>{row.size.clone()}</small>
                </div>
            </th>
            {row.figures.iter().map(figure).collect_view()}
        </tr>
    }
    .into_any()
}

fn plan(it: &Plan) -> AnyView {
    let [costs, whose] = it.sentences.clone();
    view! {
        <p class="verdict">{it.verdict.clone()}</p>
        <p>{costs}</p>
        <p>{whose}</p>
    }
    .into_any()
}
