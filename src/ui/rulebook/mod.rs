//! Every rule to look up, also without a network: a list to search, and a page for each.

mod examples;
mod page;

use leptos::prelude::*;

use crate::rules::{ALL, Rule, find};

use super::browser::{self, El, Event, each, el, live, several, when, words};
use super::erase::memo;
use super::field::option;
use super::glyphs::{severity_mark, severity_title};
use super::{State, use_state};

/// What of the list is looked for; it outlives a look at a page.
#[derive(Clone, Copy)]
struct Search {
    text: RwSignal<String>,
    topic: RwSignal<String>,
    /// The rule whose page is open.
    open: RwSignal<Option<&'static Rule>>,
}

impl Search {
    /// Opens a page and goes to its head, which a screen reader then reads.
    fn turn_to(self, rule: &'static Rule) {
        self.open.set(Some(rule));
        request_animation_frame(|| browser::focus("dialog-title"));
    }

    /// Back to the list, where it was.
    fn back(self) {
        let from = self.open.get_untracked();
        self.open.set(None);
        request_animation_frame(move || browser::focus(from.map_or("rules-search", |rule| rule.id)));
    }
}

/// The dialog: the page of a rule, or the list.
pub fn rulebook(first: Option<&'static str>) -> El {
    let state = use_state();
    let search = Search {
        text: RwSignal::new(String::new()),
        topic: RwSignal::new(String::new()),
        open: RwSignal::new(first.and_then(find)),
    };
    let shown = live(move || match search.open.get() {
        Some(rule) => untrack(|| page::page(state, rule, search)),
        None => untrack(|| list(state, search)),
    });
    el("div").set("class", "rulebook").child(shown)
}

fn list(state: State, search: Search) -> El {
    let found = memo(move || {
        let text = search.text.with(|text| text.to_lowercase());
        let topic = search.topic.get();
        let of_topic = |rule: &&&Rule| topic.is_empty() || rule.topic() == topic;
        let rules: Vec<&'static str> =
            ALL.iter().filter(of_topic).filter(|rule| holds(rule, &text)).map(|rule| rule.id).collect();
        rules
    });
    let here = memo(move || state.findings.with(|all| all.iter().map(|it| it.rule.id).collect::<Vec<_>>()));
    let count = move || match found.with(Vec::len) {
        0 => "No rule holds these words.".to_owned(),
        1 => "1 rule".to_owned(),
        many => format!("{many} rules"),
    };
    let row = move |id: &'static str| {
        let Some(rule) = find(id) else { return el("li") };
        let times = move || here.with(|here| here.iter().filter(|it| **it == id).count());
        let chip = move || {
            el("span").set("class", "chip").child(words(move || match times() {
                1 => "found here".to_owned(),
                many => format!("found {many} times"),
            }))
        };
        let button = browser::button("rule-row")
            .set("id", id)
            .on("click", move || search.turn_to(rule))
            .child(severity_mark(rule.severity))
            .child(el("span").set("class", "visually-hidden").child(severity_title(rule.severity)))
            .child(el("span").set("class", "rule-title").child(rule.title))
            .child(when(move || times() > 0, chip))
            .child(el("code").child(rule.id));
        el("li").child(button)
    };
    several()
        .child(el("h2").set("id", "dialog-title").set("tabindex", "-1").child("All rules"))
        .child(controls(search))
        .child(el("p").set("role", "status").child(words(count)))
        .child(el("ul").set("class", "rule-list").child(each(
            move || found.get(),
            |id| (*id).to_owned(),
            row,
        )))
        .child(acts(state))
}

fn controls(search: Search) -> El {
    let input = el("input")
        .set("id", "rules-search")
        .set("type", "search")
        .set("class", "search-input")
        .set("autofocus", "")
        .set("placeholder", "Words, a rule's name or a fact's")
        .value(move || search.text.get())
        .hear("input", move |event: Event| search.text.set(event_target_value(&event)));
    let mut topics: Vec<&str> = ALL.iter().map(|rule| rule.topic()).collect();
    topics.dedup();
    let topics = topics.into_iter().map(|topic| option(topic, topic, false));
    let select = el("select")
        .set("id", "rules-topic")
        .set("class", "select")
        .child(option("", "Every topic", false))
        .child(topics.collect::<Vec<_>>())
        .value(move || search.topic.get())
        .hear("change", move |event: Event| search.topic.set(event_target_value(&event)));
    let field = |id: &str, label: &str, control: El| {
        el("div").set("class", "field").child(el("label").set("for", id).child(label)).child(control)
    };
    el("div").set("class", "rule-search").child(field("rules-search", "Search rules", input)).child(field(
        "rules-topic",
        "Topic",
        select,
    ))
}

/// Whether everything typed stands somewhere in what there is to read about a rule.
fn holds(rule: &Rule, wanted: &str) -> bool {
    let text = format!("{} {} {} {}", rule.id, rule.title, rule.why, rule.facts.join(" ")).to_lowercase();
    wanted.split_whitespace().all(|word| text.contains(word))
}

/// The last row of the dialog.
fn acts(state: State) -> El {
    let close = browser::button("button").on("click", move || state.asking.set(None)).child("Close");
    el("div").set("class", "acts").child(close)
}
