//! A page of prose, tables and buttons, as the worker wrote it.

use leptos::prelude::*;

use crate::formats::document::{Act, Bar, Block, Cell, Change, OWN, Table};

/// What runs with the place of the act that was chosen; a page without it has no buttons.
type OnAct = Option<Callback<usize>>;

/// The page.
#[component]
pub fn Document(#[prop(into)] page: Signal<Vec<Block>>) -> impl IntoView {
    view! { <div class="document">{move || page.with(|page| blocks(page, None))}</div> }
}

/// What stands on the page, without a place of its own.
pub fn blocks(page: &[Block], on_act: OnAct) -> AnyView {
    page.iter().map(|it| block(it, on_act)).collect_view().into_any()
}

fn block(block: &Block, on_act: OnAct) -> AnyView {
    match block {
        Block::Heading(words) => view! { <h3>{words.clone()}</h3> }.into_any(),
        Block::Text(words) => paragraph(None, words),
        Block::Verdict(words) => paragraph(Some("verdict"), words),
        Block::Note(words) => paragraph(Some("bill-note"), words),
        Block::List(lines) => list(None, lines.iter().map(|line| item(None, line.clone().into_any()))),
        Block::Named(lines) => list(None, lines.iter().map(named)),
        Block::Marked(lines) => list(None, lines.iter().map(marked)),
        Block::Table(it) => table(it, "bill", on_act),
        Block::Figures(it) => table(it, "bill figures", on_act),
        Block::Bars(bars) => list(Some("against"), bars.iter().map(bar)),
        Block::Changes(all) => {
            let all = all.iter().map(|it| change(it, on_act)).collect_view();
            view! { <ol class="lower">{all}</ol> }.into_any()
        }
        Block::Act(act) => small_button(act, on_act),
        Block::Part(title, page) => view! {
            <section class="ledger-part">
                <h3>{title.clone()}</h3>
                {blocks(page, on_act)}
            </section>
        }
        .into_any(),
    }
}

fn paragraph(class: Option<&'static str>, words: &str) -> AnyView {
    view! { <p class=class>{words.to_owned()}</p> }.into_any()
}

fn list(class: Option<&'static str>, items: impl Iterator<Item = AnyView>) -> AnyView {
    let items: Vec<AnyView> = items.collect();
    view! { <ul class=class>{items}</ul> }.into_any()
}

fn item(over: Option<bool>, words: AnyView) -> AnyView {
    view! { <li data-over=over.map(|it| it.to_string())>{words}</li> }.into_any()
}

fn named((name, words): &(String, String)) -> AnyView {
    item(None, view! { <strong>{name.clone()}</strong> " " {words.clone()} }.into_any())
}

fn marked((mark, words): &(String, String)) -> AnyView {
    item(
        None,
        view! { <span class="chip" data-mark=mark.clone()>{mark.clone()}</span> " " {words.clone()} }
            .into_any(),
    )
}

fn bar(it: &Bar) -> AnyView {
    let drawn = view! {
        <span>{it.name.clone()}</span>
        <svg class="against-bar" height="18" aria-hidden="true">
            <rect class="against-track" height="10" rx="3" y="4" width="100%"></rect>
            <rect class="against-over" height="10" rx="3" y="4" width=it.whole.clone()></rect>
            <rect class="against-fill" height="10" rx="3" y="4" width=it.paid.clone()></rect>
            <svg x=it.cap.clone() class="against-place">
                <rect class="against-cap" x="-2" width="2" height="18"></rect>
            </svg>
        </svg>
        <strong>{it.total.clone()}</strong>
        <small>{it.verdict.clone()}</small>
    };
    item(Some(it.over), drawn.into_any())
}

fn change(it: &Change, on_act: OnAct) -> AnyView {
    let gives_up = it.gives_up.iter().map(|line| small(line)).collect_view();
    let words = view! {
        <div class="lower-what">
            <strong>{it.title.clone()}</strong>
            <span class="lower-saves">{it.gain.clone()}</span>
            {gives_up}
        </div>
        {it.act.as_ref().map(|act| small_button(act, on_act))}
    };
    item(None, words.into_any())
}

fn table(it: &Table, class: &'static str, on_act: OnAct) -> AnyView {
    let side = |place: usize| it.aside.contains(&place).then_some("side-figure");
    let head = it
        .head
        .iter()
        .enumerate()
        .map(|(place, name)| view! { <th scope="col" class=side(place)>{name.clone()}</th> }.into_any());
    let rows = it.rows.iter().map(|row| {
        let (what, figures) = row.split_first().unzip();
        let own = what.is_some_and(|it: &Cell| it.own).then_some("true");
        let figures = figures.into_iter().flatten().enumerate().map(|(place, figure)| {
            view! { <td class=side(place + 1)>{cell(figure, on_act)}</td> }.into_any()
        });
        view! {
            <tr aria-current=own>
                <th scope="row">{what.map(|it| cell(it, on_act))}</th>
                {figures.collect_view()}
            </tr>
        }
        .into_any()
    });
    view! {
        <div class="figures-place" role="region" aria-label=it.caption.clone() tabindex="0">
            <table class=class>
                <caption class="visually-hidden">{it.caption.clone()}</caption>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(it: &Cell, on_act: OnAct) -> AnyView {
    let code = (!it.code.is_empty()).then(|| view! { <code>{it.code.clone()}</code> " " }.into_any());
    let links = it.links.iter().map(link).collect_view();
    let plain = code.is_none() && it.small.is_empty();
    let words = view! { {code} {it.text.clone()} {links} }.into_any();
    let words = match &it.act {
        Some(act) if !act.words.is_empty() => small_button(act, on_act),
        Some(act) => button(act, "bill-item", words, on_act),
        None if it.own && plain => view! { <span class="chip">{OWN}</span> }.into_any(),
        None if it.own => view! { <strong>{words}</strong> " " <span class="chip">{OWN}</span> }.into_any(),
        None => words,
    };
    if plain {
        return words;
    }
    let below = (!it.small.is_empty()).then(|| small(&it.small));
    view! { <div class="bill-what">{words} {below}</div> }.into_any()
}

fn link((name, address): &(String, String)) -> AnyView {
    view! {
        " "
        <a href=address.clone() target="_blank" rel="noopener">
            {name.clone()}
        </a>
    }
    .into_any()
}

fn small(words: &str) -> AnyView {
    view! { <small>{words.to_owned()}</small> }.into_any()
}

/// A button with words of its own.
fn small_button(act: &Act, on_act: OnAct) -> AnyView {
    let words = || act.words.clone().into_any();
    on_act.map(|_| button(act, "button button--small", words(), on_act)).into_any()
}

fn button(act: &Act, class: &'static str, words: AnyView, on_act: OnAct) -> AnyView {
    let Some(on_act) = on_act else { return words };
    let said = |text: &String| Some(text.clone()).filter(|it| !it.is_empty());
    let place = act.place;
    view! {
        <button
            type="button"
            class=class
            id=said(&act.id)
            aria-label=said(&act.label)
            on:click=move |event| {
                // The second click of a double click would be on what the first has changed.
                if event.detail() < 2 {
                    on_act.run(place);
                }
            }
        >
            {words}
        </button>
    }
    .into_any()
}
