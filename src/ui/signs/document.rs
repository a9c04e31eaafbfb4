//! A page of prose and tables, as the worker wrote it.

use leptos::prelude::*;

use crate::formats::document::{Block, Cell, Table};

/// The page.
#[component]
pub fn Document(#[prop(into)] page: Signal<Vec<Block>>) -> impl IntoView {
    view! { <div class="document">{move || page.with(|page| page.iter().map(block).collect_view())}</div> }
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(words) => view! { <h3>{words.clone()}</h3> }.into_any(),
        Block::Text(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Block::List(lines) => {
            let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect_view();
            view! { <ul>{lines}</ul> }.into_any()
        }
        Block::Table(it) => table(it).into_any(),
    }
}

fn table(it: &Table) -> impl IntoView + use<> {
    let head =
        it.head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }.into_any()).collect_view();
    let rows = it.rows.iter().map(|row| {
        let mut cells = row.iter();
        let first = cells.next().map(cell);
        let others = cells.map(|it| view! { <td>{cell(it)}</td> }.into_any()).collect_view();
        view! {
            <tr>
                <th scope="row">{first}</th>
                {others}
            </tr>
        }
        .into_any()
    });
    view! {
        <div class="figures-place" role="region" aria-label=it.caption.clone() tabindex="0">
            <table class="bill">
                <caption class="visually-hidden">{it.caption.clone()}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn cell(it: &Cell) -> AnyView {
    let link = |(name, address): &(String, String)| {
        view! {
            " "
            <a href=address.clone() target="_blank" rel="noopener">
                {name.clone()}
            </a>
        }
        .into_any()
    };
    view! {
        {it.text.clone()}
        {it.links.iter().map(link).collect_view()}
    }
    .into_any()
}
