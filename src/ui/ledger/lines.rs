//! The bill line by line, with its arithmetic, and what changed since the design was opened.

use leptos::prelude::*;

use crate::estimate::{LineKey, Month};
use crate::formats::bill::page::{basis, keys, line_since, month_name, price_flag, since};
use crate::formats::bill::total_text;
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, ShowIf, live};

use super::details::LineDetails;
use super::price::UnknownPrice;

/// The bill as a table: the lines that there are, then those that are gone since the design was opened.
#[component]
pub fn BillLines() -> impl IntoView {
    let state = use_state();
    let keys = Memo::new(move |_| state.bill.with(|now| state.opened_bill.with(|then| keys(now, then))));
    let basis = Memo::new(move |_| state.bill.with(basis));
    view! {
        <table class="bill">
            <caption class="visually-hidden">"The bill, line by line, in USD a month"</caption>
            <thead>
                <tr>
                    <th scope="col">"Item"</th>
                    <th scope="col" class="side-figure">{month_name(Month::Idle)}</th>
                    <th scope="col">{month_name(Month::Typical)}</th>
                    <th scope="col" class="side-figure">{month_name(Month::Ceiling)}</th>
                    <th scope="col" class="since">
                        {move || if state.compare.has_base() { "Since the base" } else { "Since opened" }}
                    </th>
                </tr>
            </thead>
            <tbody>
                <ForRows each=move || keys.get() key=|key| *key let(key)>
                    <LineRow key/>
                </ForRows>
            </tbody>
            <tfoot>
                <Totals/>
            </tfoot>
        </table>
        <p class="bill-note">{basis}</p>
    }
}

/// The sums of the months.
#[component]
fn Totals() -> impl IntoView {
    let state = use_state();
    let total = |month| {
        let text = Memo::new(move |_| state.bill.with(|bill| total_text(bill.total(month))));
        live(move || text.get())
    };
    let since = Memo::new(move |_| state.bill.with(|now| state.opened_bill.with(|then| since(now, then))));
    view! {
        <tr>
            <th scope="row">"Total a month"</th>
            <td class="side-figure">{total(Month::Idle)}</td>
            <td>{total(Month::Typical)}</td>
            <td class="side-figure">{total(Month::Ceiling)}</td>
            <td class="since">{since}</td>
        </tr>
    }
}

/// A line, or the one that was there when the design was opened.
#[component]
fn LineRow(key: LineKey) -> impl IntoView {
    let state = use_state();
    let line = Memo::new(move |_| state.bill.with(|bill| bill.line(key).copied()));
    let before = Memo::new(move |_| state.opened_bill.with(|bill| bill.line(key).copied()));
    let item = Memo::new(move |_| line.get().or_else(|| before.get()).map(|line| line.item()));
    let flag = Memo::new(move |_| line.get().and_then(|line| price_flag(&line)));
    let note = Memo::new(move |_| line.get().and_then(|line| line.note));
    let unknown = move || line.with(|line| line.as_ref().is_some_and(|line| line.monthly.is_none()));
    let figure = move |month| live(move || Some(line.get()?.monthly?.of(month).to_string()));
    let since = move || line.with(|now| before.with(|then| line_since(now.as_ref(), then.as_ref())));
    let select = move |_| {
        if let Some(line) = line.get_untracked() {
            state.selected.set(line.part);
        }
    };
    view! {
        <tr class:gone=move || line.with(Option::is_none)>
            <th scope="row">
                <div class="bill-what">
                    <button type="button" class="bill-item" on:click=select>
                        {item}
                    </button>
                    <small>{move || line.get().map(|line| line.arithmetic.to_string())}</small>
                    {move || flag.get().map(|flag| view! { <small class="chip">{flag}</small> }.into_any())}
                    {move || note.get().map(|note| view! { <small class="bill-hint">{note}</small> }.into_any())}
                    <LineDetails key line/>
                </div>
            </th>
            <td class="side-figure">{figure(Month::Idle)}</td>
            <td>
                <ShowIf when=unknown fallback=move || figure(Month::Typical)>
                    <UnknownPrice line/>
                </ShowIf>
            </td>
            <td class="side-figure">{figure(Month::Ceiling)}</td>
            <td class="since">{live(since)}</td>
        </tr>
    }
}
