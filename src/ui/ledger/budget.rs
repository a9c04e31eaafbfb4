//! The budget: what the months are against it, and which cluster would fit.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::estimate::budget::{BudgetFit, Fits, budget_fit};
use crate::estimate::{Total, Usd};
use crate::formats::bill::total_text;

use super::super::browser::{El, Event, button, el, live, maybe, several, svg};
use super::super::erase::memo;
use super::super::state::{State, use_state};
use super::table::{figure, row, table};
use super::{section, sentence};

/// The field for the cap, and what it means for the design.
pub(super) fn budget() -> El {
    let state = use_state();
    let answer = move || {
        let fit = state.with(|design| budget_fit(design, state.today));
        fit.map_or_else(none, |fit| {
            several().child(against(&fit)).child(section("What fits", what_fits(state, &fit)))
        })
    };
    el("div").set("class", "ledger-parts").child(cap()).child(live(answer))
}

fn none() -> El {
    sentence(
        "No budget is set. With one, a warning says when a ceiling month would pass it, and here stands which cluster would fit.",
    )
}

fn cap() -> El {
    let state = use_state();
    let own = state.memo(|design| Field::Budget.text(design));
    let draft = memo(move || state.drafts.with(|drafts| drafts.get(&Field::Budget).cloned()));
    let changed = move |event: Event| {
        let typed = event_target_value(&event);
        if typed.trim().is_empty() {
            state.edit(Edit::Reset(Field::Budget));
        } else {
            state.type_into(&Field::Budget, typed.trim());
            state.end_typing();
        }
    };
    let input = el("input")
        .set("id", "budget-cap")
        .set("inputmode", "decimal")
        .set("placeholder", "none")
        .set("aria-describedby", "budget-cap-about")
        .bind("aria-invalid", move || draft.with(Option::is_some).then_some("true"))
        .value(move || draft.get().map_or_else(|| own.get(), |draft| draft.text))
        .hear("change", changed);
    let wrong = move || {
        let draft = draft.get()?;
        let sentence =
            format!("\u{201c}{}\u{201d} is not used: {}.", draft.text, draft.error.expected_sentence());
        Some(el("span").set("class", "message--error").child(sentence))
    };
    el("div")
        .set("class", "field budget-cap")
        .bind("data-invalid", move || draft.with(Option::is_some))
        .child(el("label").set("for", "budget-cap").child("A month costs at most"))
        .child(
            el("span").set("class", "input").child(input).child(el("span").set("class", "unit").child("USD")),
        )
        .child(el("span").set("id", "budget-cap-about").child(maybe(wrong)))
}

/// The typical and the ceiling month as bars against the cap.
fn against(fit: &BudgetFit) -> El {
    let most = [fit.cap, fit.typical.usd, fit.ceiling.usd].into_iter().max().unwrap_or_default();
    let bar = |name: &str, total: Total| {
        let over = total.usd.minus(fit.cap);
        let verdict = match over.cents() {
            cents if cents > 0 => format!("{over} over the budget"),
            _ => format!("{} left", fit.cap.minus(total.usd)),
        };
        let part = |class: &str| svg("rect").set("class", class).set("height", "10").set("rx", "3");
        let drawn = svg("svg")
            .set("class", "against-bar")
            .set("height", "18")
            .set("aria-hidden", "true")
            .child(part("against-track").set("y", "4").set("width", "100%"))
            .child(part("against-over").set("y", "4").set("width", &share(total.usd, most)))
            .child(part("against-fill").set("y", "4").set("width", &share(total.usd.min(fit.cap), most)))
            .child(svg("svg").set("x", &share(fit.cap, most)).set("class", "against-place").child(
                svg("rect").set("class", "against-cap").set("x", "-2").set("width", "2").set("height", "18"),
            ));
        el("li")
            .set("data-over", if over.cents() > 0 { "true" } else { "false" })
            .child(el("span").child(name))
            .child(drawn)
            .child(el("strong").child(total_text(total)))
            .child(el("small").child(verdict))
    };
    el("ul")
        .set("class", "against")
        .child(bar("Typical month", fit.typical))
        .child(bar("Ceiling month", fit.ceiling))
}

/// A share of the whole in percent, with one place.
fn share(part: Usd, whole: Usd) -> String {
    let tenths = part.cents().max(0).saturating_mul(1000) / whole.cents().max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn what_fits(state: State, fit: &BudgetFit) -> El {
    if fit.fits.is_empty() {
        return sentence(
            "Nothing keeps a ceiling month within the budget at this minimum, not even the writer alone.",
        );
    }
    let rows = fit.fits.iter().map(|it| choice(state, *it)).collect();
    let unknown = (!fit.ceiling.complete).then(|| {
        sentence("Unknown prices count as nothing here: enter them in Lines to be sure.")
            .set("class", "bill-note")
    });
    let columns = ["Readers", "Largest maximum", "Ceiling month", "Left of the budget", "Apply"];
    several().child(table("What stays within the budget even at the ceiling", &columns, rows)).child(unknown)
}

fn choice(state: State, it: Fits) -> El {
    let (now, left) = state.peek(|design| {
        let cap = design.budget_monthly_usd.map(|usd| Usd::product(usd, &[])).unwrap_or_default();
        let same =
            design.cluster.readers.len() == it.readers && design.cluster.max_capacity == it.max_capacity;
        (same, cap.minus(it.ceiling))
    });
    let readers = match it.readers {
        0 => "Writer alone".to_owned(),
        1 => "1 reader".to_owned(),
        many => format!("{many} readers"),
    };
    let max = format!("{} ACU", it.max_capacity);
    let name = format!("Use {max} with {}", readers.to_ascii_lowercase());
    let apply = move || {
        let edits = state.peek(|design| it.edits(design));
        state.edit_and_tell(&edits, &format!("Fitted the budget with a maximum of {} ACU", it.max_capacity));
    };
    let act = if now {
        el("span").set("class", "chip").child("this design")
    } else {
        button("button button--small").set("aria-label", &name).on("click", apply).child("Use")
    };
    let figures = [figure(max), figure(it.ceiling.to_string()), figure(left.to_string()), act];
    row(el("span").child(readers), figures)
}
