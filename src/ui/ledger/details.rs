//! What one line of the bill rests on: its assumptions, and where its price comes from.

use leptos::prelude::*;

use crate::estimate::{Assumption, Line, assumptions};
use crate::facts::prices::{Provenance, SOURCES};

use super::super::browser::{El, el, live, several, when, words};
use super::super::erase::Memo;
use super::super::state::use_state;
use super::sentence;

/// The details of a line, made when they are first unfolded.
pub fn details(line: Memo<Option<Line>>) -> El {
    let open = RwSignal::new(false);
    let item =
        move || line.with(|line| line.as_ref().map(|it| format!(" of {}", it.item)).unwrap_or_default());
    let summary =
        el("summary").child("Details").child(el("span").set("class", "visually-hidden").child(words(item)));
    let body = move || live(move || line.get().map_or_else(several, |line| rests_on(&line)));
    el("details")
        .set("class", "bill-why")
        .on("toggle", move || open.set(true))
        .child(summary)
        .child(when(move || open.get(), body))
}

fn rests_on(line: &Line) -> El {
    let assumed = use_state().with(|design| assumptions(design, line));
    let items = assumed.into_iter().map(assumption).collect::<Vec<_>>();
    let list = (!items.is_empty()).then(|| el("ul").child(items));
    el("div").set("class", "rests-on").child(list).child(price(line))
}

fn assumption(it: Assumption) -> El {
    let mark = if it.given { "given" } else { "default" };
    el("li")
        .child(el("span").set("class", "chip").set("data-mark", mark).child(mark))
        .child(" ")
        .child(it.text)
}

fn price(line: &Line) -> El {
    let Some(price) = &line.unit_price else {
        return sentence(format!("What an {} costs here is unknown.", line.unit));
    };
    let per = format!("${price} per {}", line.unit);
    match line.provenance {
        None => sentence(format!("{per}: your own price, or none is charged.")),
        Some(it) => several()
            .child(sentence(format!("{per}, {}, as of {}.", it.confidence.word(), it.as_of)))
            .child(el("ul").child(sources(it))),
    }
}

fn sources(it: &Provenance) -> Vec<El> {
    let named = it.sources.split_whitespace();
    let source = |id: &str| {
        let found = SOURCES.iter().find(|source| source.id == id);
        let text = found.map_or_else(|| id.to_owned(), |it| format!("{id}: {} ({}).", it.title, it.date));
        el("li").child(text)
    };
    named.map(source).collect()
}
