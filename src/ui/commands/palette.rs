//! The list of commands: one field, and below it what answers to the words in it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::catalog::{Act, Command, Kind, commands};
use super::run::{run, show_place};
use crate::facts::order::sort_by_key;
use crate::ui::browser::{self, El, Event, KeyboardEvent, el, live, several, words};
use crate::ui::erase::effect;
use crate::ui::frame::use_frame;
use crate::ui::glyphs::icon;
use crate::ui::use_state;

/// So many answers are shown at once; more words find the rest.
const SHOWN: usize = 60;

/// The list as it stands in its dialog.
pub fn palette() -> El {
    let (state, frame) = (use_state(), use_frame());
    let all = Rc::new(commands(state));
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0usize);
    let count = RwSignal::new(0usize);
    let shown = Rc::new(RefCell::new(Vec::<Act>::new()));
    let chosen = Rc::clone(&shown);
    let choose = Rc::new(move |index: usize, only_show: bool| {
        let act = chosen.borrow().get(index).cloned();
        if let Some(act) = act {
            state.asking.set(None);
            // The dialog gives the focus back first; then the command may move it.
            let go = if only_show { show_place } else { run };
            request_animation_frame(move || go(act, state, frame));
        }
    });
    let by_key = Rc::clone(&choose);
    let key = move |event: KeyboardEvent| {
        let (now, last) = (at.get_untracked(), count.get_untracked().saturating_sub(1));
        let next = match event.key().as_str() {
            "ArrowDown" => {
                if now >= last {
                    0
                } else {
                    now + 1
                }
            }
            "ArrowUp" => now.checked_sub(1).unwrap_or(last),
            "PageDown" => (now + 8).min(last),
            "PageUp" => now.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                by_key(now, event.ctrl_key() || event.meta_key());
                return;
            }
            _ => return,
        };
        event.prevent_default();
        at.set(next);
    };
    let input = el("input")
        .set("type", "text")
        .set("id", "palette-input")
        .set("role", "combobox")
        .set("aria-label", "Commands, settings, presets and rules")
        .set("aria-expanded", "true")
        .set("aria-autocomplete", "list")
        .set("aria-controls", "palette-list")
        .bind("aria-activedescendant", move || (count.get() > 0).then(|| option_id(at.get())))
        .set("placeholder", "Do, find or change anything")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .set("autofocus", "")
        .hear("input", move |event: Event| {
            at.set(0);
            typed.set(event_target_value(&event));
        })
        .hear("keydown", key);
    browser::focus_field(&input);
    let list = live(move || {
        let wanted = typed.get().trim().to_lowercase();
        let hits = found(&all, &wanted);
        count.set(hits.len());
        shown.replace(hits.iter().map(|hit| hit.act.clone()).collect());
        let mut first = 0;
        let mut groups = Vec::new();
        for group in hits.chunk_by(|one, two| one.kind == two.kind) {
            groups.push(group_of(group, first, &wanted, at, &choose));
            first += group.len();
        }
        several().child(groups)
    });
    effect(move || {
        let (at, count) = (at.get(), count.get());
        if count > 0 {
            request_animation_frame(move || browser::scroll_near(&option_id(at)));
        }
    });
    let told = move || match count.get() {
        0 => format!("Nothing is called \u{201c}{}\u{201d}.", typed.get().trim()),
        1 => "1 command".to_owned(),
        SHOWN => format!("The first {SHOWN} of many. More words find the rest."),
        count => format!("{count} commands"),
    };
    el("div")
        .set("class", "palette")
        .child(el("h2").set("class", "visually-hidden").set("id", "dialog-title").child("Commands"))
        .child(el("div").set("class", "palette-field").child(icon("i-search")).child(input))
        .child(
            el("div")
                .set("class", "palette-list")
                .set("id", "palette-list")
                .set("role", "listbox")
                .set("aria-label", "Commands")
                .child(list),
        )
        .child(el("p").set("class", "palette-foot").set("role", "status").child(words(told)))
}

fn option_id(index: usize) -> String {
    format!("command-{index}")
}

/// The commands that answer, the best kind first and in it the best command. Rules come last while nothing is typed.
fn found<'a>(all: &'a [Command], wanted: &str) -> Vec<&'a Command> {
    let ranked: Vec<(u8, &Command)> =
        all.iter().filter_map(|it| it.rank(wanted).map(|rank| (rank, it))).collect();
    let best = |kind: Kind| ranked.iter().filter(|(_, it)| it.kind == kind).map(|(rank, _)| *rank).min();
    let mut kinds: Vec<(u8, Kind)> =
        Kind::ALL.into_iter().filter_map(|kind| best(kind).map(|rank| (rank, kind))).collect();
    if !wanted.is_empty() {
        sort_by_key(&mut kinds, |(rank, _)| *rank);
    }
    let mut hits = Vec::new();
    for (_, kind) in kinds {
        let mut of_kind: Vec<&(u8, &Command)> = ranked.iter().filter(|(_, it)| it.kind == kind).collect();
        sort_by_key(&mut of_kind, |(rank, _)| *rank);
        hits.extend(of_kind.into_iter().map(|(_, it)| *it));
    }
    hits.truncate(SHOWN);
    hits
}

fn group_of(
    commands: &[&Command],
    first: usize,
    wanted: &str,
    at: RwSignal<usize>,
    choose: &Rc<impl Fn(usize, bool) + 'static>,
) -> El {
    let title = commands.first().map_or("", |it| it.kind.title());
    let options = commands.iter().enumerate().map(|(place, command)| {
        let index = first + place;
        let choose = Rc::clone(choose);
        let small = (!command.hint.is_empty()).then(|| el("small").child(marked(&command.hint, wanted)));
        let name =
            el("span").set("class", "menu-words").child(el("span").child(marked(&command.label, wanted)));
        let end =
            (!command.end.is_empty()).then(|| el("span").set("class", "end").child(command.end.as_str()));
        el("div")
            .set("class", "menu-item")
            .set("id", &option_id(index))
            .set("role", "option")
            .bind("aria-selected", move || (at.get() == index).to_string())
            .on("pointermove", move || at.set(index))
            .on("click", move || choose(index, false))
            .child(icon(command.symbol()))
            .child(name.child(small))
            .child(end)
    });
    el("div")
        .set("role", "group")
        .set("aria-label", title)
        .child(el("div").set("class", "palette-kind").set("aria-hidden", "true").child(title))
        .child(options.collect::<Vec<_>>())
}

/// A text with what was typed marked in it.
fn marked(text: &str, wanted: &str) -> El {
    // Lower case may be longer than the text; then nothing is marked.
    let at = (!wanted.is_empty()).then(|| text.to_lowercase().find(wanted)).flatten();
    let cut = at.and_then(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        let (hit, after) = rest.split_at_checked(wanted.len())?;
        Some((before, hit, after))
    });
    match cut {
        Some((before, hit, after)) => several().child(before).child(el("mark").child(hit)).child(after),
        None => several().child(text),
    }
}
