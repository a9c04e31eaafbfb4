//! What each instance does while nobody works, why, what that costs, and what clients must know.

use leptos::prelude::*;

use crate::estimate::{DEEP_RESUME_SECONDS, RESUME_SECONDS, Rest, Usd, Verdict, needs, rests};

use super::browser::{El, button, each, el, live, several, words};
use super::erase::memo;
use super::field::list;
use super::glyphs::{icon, part_symbol};
use super::state::use_state;

/// An instance as the panel shows it.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    rest: Rest,
    says: String,
}

/// The panel: the sum first, then a row for each instance, then what clients and jobs need.
pub fn pausing() -> El {
    let state = use_state();
    let rows = memo(move || {
        state.bill.with(|bill| {
            state.with(|design| {
                let all = rests(design, bill).into_iter();
                all.map(|rest| Row { says: rest.says(design), rest }).collect::<Vec<_>>()
            })
        })
    });
    let needed = memo(move || {
        state.with(|design| {
            let rests: Vec<Rest> = rows.with(|rows| rows.iter().map(|row| row.rest.clone()).collect());
            needs(design, &rests)
        })
    });
    let heading = move || {
        if needed.with(Vec::is_empty) { "No client waits for a resume" } else { "What clients and jobs need" }
    };
    let told = move || {
        let needed = needed.get();
        list(if needed.is_empty() { vec![without_pause()] } else { needed })
    };
    several()
        .child(el("p").set("class", "rest-sum").child(words(move || rows.with(|rows| sum(rows)))))
        .child(el("ul").set("class", "rests").child(each(
            move || rows.get(),
            |row| format!("{:?}{}{:?}", row.rest.part, row.says, row.rest.idle),
            rest_row,
        )))
        .child(
            el("section")
                .set("class", "rest-needs")
                .set("aria-label", "Resuming")
                .child(el("h3").child(words(heading)))
                .child(el("ul").child(live(told))),
        )
}

fn without_pause() -> String {
    format!(
        "Nothing here pauses. A paused instance takes about {RESUME_SECONDS} s to answer, after a day asleep {DEEP_RESUME_SECONDS} s or more."
    )
}

/// How many never pause and what that costs: `2 of 3 instances never pause: $175.20 in an idle month.`
fn sum(rows: &[Row]) -> String {
    let count = |rows: &mut dyn Iterator<Item = &Row>| -> u32 { rows.map(|row| row.rest.count.max(1)).sum() };
    let never = |row: &&Row| matches!(row.rest.verdict, Verdict::Never(_));
    let (all, awake) = (count(&mut rows.iter()), count(&mut rows.iter().filter(never)));
    if awake == 0 {
        return "No missed pause costs anything: every instance can pause.".to_owned();
    }
    let missed = rows
        .iter()
        .filter(never)
        .try_fold(Usd::ZERO, |sum, row| Some(sum.plus(row.rest.idle?)))
        .map_or_else(|| "an unknown price".to_owned(), |usd| usd.to_string());
    match (all, awake) {
        (1, _) => format!("The only instance never pauses: {missed} in an idle month."),
        _ if all == awake => format!("None of {all} instances ever pauses: {missed} in an idle month."),
        (_, 1) => format!("1 of {all} instances never pauses: {missed} in an idle month."),
        _ => format!("{awake} of {all} instances never pause: {missed} in an idle month."),
    }
}

fn rest_row(Row { rest, says }: Row) -> El {
    let state = use_state();
    let part = rest.part;
    let (word, verdict) = match rest.verdict {
        Verdict::Pauses(_) => ("pauses", "Pauses"),
        Verdict::OnlyIf(..) => ("only-if", "Only if"),
        Verdict::Never(_) => ("never", "Never"),
    };
    let together = if rest.count > 1 { ", together" } else { "" };
    let price = rest.idle.map_or_else(|| "unknown price".to_owned(), |usd| usd.to_string());
    let name = button("problem-name")
        .on("click", move || state.selected.set(part))
        .on("focus", move || state.lit.set(Some(part)))
        .on("blur", move || state.lit.set(None))
        .child(rest.name.as_str());
    let text = el("p").child(name).child(" ").child(says).child(".");
    let cost = el("p")
        .set("class", "rest-cost")
        .child(el("strong").child(price))
        .child(el("small").child(format!("idle month{together}")));
    el("li")
        .set("class", "rest")
        .set("data-verdict", word)
        .on("pointerenter", move || state.lit.set(Some(part)))
        .on("pointerleave", move || state.lit.set(None))
        .child(icon(part_symbol(part)))
        .child(el("span").set("class", "chip").child(verdict))
        .child(text)
        .child(cost)
}
