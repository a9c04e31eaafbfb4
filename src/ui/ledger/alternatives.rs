//! What else the same month could be paid for with, and what single choices cost.

use crate::design::{Edit, Field, StorageType, Word as _};
use crate::estimate::Usd;
use crate::estimate::alternatives::{
    Class, Crossing, Fit, Provisioned, average, provisioned, savings_plan, storage_types,
};
use crate::facts::Decimal;
use crate::formats::bill::choices;
use crate::formats::charts::{self, NARROWEST};

use super::super::browser::{El, button, el, live, several};
use super::super::state::{State, use_state};
use super::seed::examples;
use super::table::{figure, row, table};
use super::{section, sentence};

/// Every alternative with the sentence of its crossover.
pub(super) fn alternatives() -> El {
    let state = use_state();
    let follow = |title: &'static str, read: fn(State) -> El| section(title, live(move || read(state)));
    el("div")
        .set("class", "ledger-parts")
        .child(follow("What single choices cost", single_choices))
        .child(follow("Standard or I/O-Optimized", storage))
        .child(follow("Provisioned instances instead", classes))
        .child(follow("Database Savings Plan", plan))
        .child(section("The seed's examples", examples()))
}

fn unknown_price() -> El {
    sentence("A price that this needs is unknown. Enter it in Lines, and the comparison stands here.")
}

/// A finding in one line, as the chart's title says it.
fn verdict(text: &str) -> El {
    el("p").set("class", "verdict").child(format!("{text}."))
}

fn single_choices(state: State) -> El {
    let all = state.with(|design| choices(design, state.today));
    if all.is_empty() {
        return sentence("No tier, proxy, pause or budget costs or saves anything by itself here.");
    }
    el("ul").set("class", "reasons").child(all.into_iter().map(|it| el("li").child(it)).collect::<Vec<_>>())
}

fn least(usd: Usd, complete: bool) -> String {
    if complete { usd.to_string() } else { format!("at least {usd}") }
}

fn storage(state: State) -> El {
    let Some(types) = state.with(|design| storage_types(design, state.today)) else { return unknown_price() };
    let now = state.with(|design| design.cluster.storage_type);
    let (own, other) = match now {
        StorageType::Aurora => ("Aurora Standard", "Aurora I/O-Optimized"),
        StorageType::AuroraIopt1 => ("Aurora I/O-Optimized", "Aurora Standard"),
    };
    let figures = format!(
        "At {} million requests a typical month costs {} on {own} and {} on {other}.",
        types.own.x,
        least(types.own.usd, types.complete),
        least(types.other, types.complete)
    );
    let better = types.cheaper();
    let change = (better != now).then(|| {
        let edit = Edit::set(Field::StorageType, better.word());
        let saved = types.own.usd.minus(types.other);
        button("button button--small")
            .set("id", "use-other-storage")
            .on("click", move || {
                state.edit_and_tell(std::slice::from_ref(&edit), &format!("Changed to {other}"));
            })
            .child(format!("Use {other}, {saved} less"))
    });
    several()
        .child(verdict(&charts::storage_types(&types, NARROWEST).title))
        .child(sentence(figures))
        .child(change)
}

fn classes(state: State) -> El {
    let Some(all) = state.with(|design| provisioned(design, state.today)) else { return unknown_price() };
    if all.classes.is_empty() {
        return sentence("No prices of provisioned instances are known for this Region.");
    }
    let title = charts::provisioned(&all, NARROWEST).title;
    let own = format!(
        "Serverless costs {} in a typical month. Each class below takes the place of every instance of the primary.",
        least(all.own.usd, all.complete)
    );
    let rows = all.classes.iter().map(|it| class(&all, it)).collect();
    let columns =
        ["Class", "Holds", "List price", "Reserved 1 year", "Savings plan", "Serverless costs less below"];
    several().child(verdict(&title)).child(sentence(own)).child(table(
        "The same month on provisioned instances, in USD",
        &columns,
        rows,
    ))
}

fn class(all: &Provisioned, it: &Class) -> El {
    let size = format!("{} vCPU, {} GiB", it.vcpu, it.memory_gib);
    let holds = match it.fit {
        Fit::Typical => "the average",
        Fit::Peak => "the maximum",
    };
    let price =
        |usd: Option<Usd>| figure(usd.map_or_else(|| "unknown".to_owned(), |usd| least(usd, it.complete)));
    let planned = it.planned.map_or_else(|| figure("none"), |usd| figure(least(usd, it.complete)));
    let even = |even: Option<Crossing>| even.map(|it| format!("{} ACU", acu(average(it.x, all.instances))));
    let never = if all.own.usd < it.on_demand { "always" } else { "never" };
    let below = even(it.break_even).unwrap_or_else(|| never.to_owned());
    let head =
        el("div").set("class", "bill-what").child(el("code").child(it.name)).child(el("small").child(size));
    row(head, [figure(holds), price(Some(it.on_demand)), price(it.reserved), planned, figure(below)])
}

/// An average with two places at most, rounded half up.
fn acu(average: Decimal) -> String {
    const HUNDREDTH: u64 = 10_000;
    let hundredths = (average.as_micros() + HUNDREDTH / 2) / HUNDREDTH;
    Decimal::from_micros(hundredths * HUNDREDTH).to_string()
}

fn plan(state: State) -> El {
    let Some(plan) = state.with(|design| savings_plan(design, state.today)) else { return unknown_price() };
    let idea = if plan.supposed {
        "The design has none; this supposes the largest discount that AWS names. Enter yours in Usage and prices."
    } else {
        "The discount is your figure."
    };
    let figures = format!(
        "At the design's average a typical month costs {} by the list price and {} under the plan, which is paid in every hour, paused or not.",
        least(plan.on_demand.at(plan.own.x), plan.complete),
        least(plan.planned.at(plan.own.x), plan.complete)
    );
    several()
        .child(verdict(&charts::savings_plan(&plan, NARROWEST).title))
        .child(sentence(figures))
        .child(sentence(idea))
}
