//! A rule's two examples as specs, what is said of the bad one, and a button that opens each.

use leptos::prelude::*;

use crate::rules::Rule;

use super::super::State;
use super::super::browser::{El, button, el, several};
use super::super::code::{Language, blocks, highlighted};
use super::super::later::Files;
use super::page::found;

pub(super) fn examples(state: State, rule: &'static Rule) -> El {
    state.files.shown(move |files| {
        several().child(el("h3").child("Examples")).child(
            el("div")
                .set("class", "rule-examples")
                .child(example(state, rule, files, true))
                .child(example(state, rule, files, false)),
        )
    })
}

fn example(state: State, rule: &'static Rule, files: Files, bad: bool) -> El {
    let (name, make) = if bad { ("bad", rule.bad) } else { ("good", rule.good) };
    let text = (files.write_yaml)(&make());
    // Nothing is marked: the text is compared with itself.
    let markup: String =
        blocks(&text, &text).iter().map(|block| highlighted(block, Language::Yaml)).collect();
    let said: Vec<El> = if bad {
        found(rule).into_iter().map(|it| el("li").child(it.message)).collect()
    } else {
        vec![el("li").child("The rule finds nothing.")]
    };
    let open = button("button button--small")
        .on("click", move || {
            state.asking.set(None);
            state.replace(make(), Vec::new());
            state.tell(&format!("Opened the {name} example of {}.", rule.id), true);
        })
        .child(format!("Open the {name} example"));
    let listing = el("div")
        .set("class", "listing")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", &format!("The {name} example, read only"))
        .child(el("pre").child(el("code").markup(&markup)));
    el("section")
        .set("aria-label", if bad { "Bad example" } else { "Good example" })
        .child(el("h4").child(if bad { "Bad" } else { "Good" }))
        .child(el("ul").set("class", "rule-said").child(said))
        .child(listing)
        .child(open)
}
