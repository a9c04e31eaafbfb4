//! Money: the bar that is always there, and the bill line by line with its arithmetic.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field, StorageType};
use crate::estimate::{Bill, Line, LineId, Month, Total, Usd};
use crate::facts::Day;
use crate::facts::prices::{Confidence, OLD_AFTER_DAYS, PriceField, age_in_days};

use super::browser::{
    self, El, FocusEvent, HtmlInputElement, SubmitEvent, button, each, either, el, maybe, several, when,
    words,
};
use super::erase::memo;
use super::frame::use_frame;
use super::ledger::details;
use super::{State, Tab, use_state};

const MONTHS: [(Month, &str); 3] =
    [(Month::Idle, "Idle"), (Month::Typical, "Typical"), (Month::Ceiling, "Ceiling")];

/// The bar at the foot of the page.
pub fn cost_bar() -> El {
    let state = use_state();
    let frame = use_frame();
    let total = move |month| memo(move || state.bill.with(|bill| bill.total(month)));
    let complete = total(Month::Typical);
    let unknown =
        memo(move || state.bill.with(|bill| bill.lines.iter().filter(|line| line.monthly.is_none()).count()));
    let since = memo(move || since_opened(state));
    let unknown_words = move || match unknown.get() {
        1 => "1 price unknown".to_owned(),
        many => format!("{many} prices unknown"),
    };
    let figure = |(month, name): (Month, &str)| {
        let total = total(month);
        el("div")
            .bind("class", move || (month == Month::Typical).then_some("main-figure"))
            .child(el("dt").child(name))
            .child(el("dd").child(words(move || total.get().usd.to_string())))
    };
    let typical = move || since.get().map(|change| format!("{change} typical")).unwrap_or_default();
    let delta = move || {
        el("span")
            .set("class", "delta")
            .child(el("span").set("class", "rule"))
            .child(el("strong").child(words(typical)))
            .child("since opened")
    };
    let to_bill =
        move || button("link").on("click", move || frame.bring(Tab::Cost)).child(words(unknown_words));
    let prices = move || {
        let days = age_in_days(state.today);
        let age = if days > OLD_AFTER_DAYS { format!(", {days} days ago") } else { String::new() };
        state.bill.with(|bill| format!("Prices of {}{age}", day_words(bill.price_date)))
    };
    let kept = move || {
        if state.saved.get() { "saved in this browser" } else { "not saved: this browser refuses storage" }
    };
    let lead = move || if complete.get().complete { "Per month" } else { "Per month, at least" };
    el("footer")
        .set("class", "cost")
        .set("aria-label", "Monthly cost")
        .child(el("span").set("class", "cost-lead").child(words(lead)))
        .child(el("dl").child(MONTHS.into_iter().map(figure).collect::<Vec<_>>()))
        .child(when(move || since.with(Option::is_some), delta))
        .child(when(move || unknown.get() > 0, to_bill))
        .child(
            el("p")
                .set("class", "cost-state push")
                .child(el("span").child(words(prices)))
                .child(" · ")
                .child(el("span").set("role", "status").child(words(kept))),
        )
}

/// The difference of the typical month to the opened design's, if there is one: `+$197.40`.
pub fn since_opened(state: State) -> Option<String> {
    let now = state.bill.with(|bill| bill.total(Month::Typical).usd);
    let then = state.opened_bill.with(|bill| bill.total(Month::Typical).usd);
    signed(now.minus(then))
}

/// A difference with its sign; nothing where there is none.
pub fn signed(change: Usd) -> Option<String> {
    match change.cents() {
        0 => None,
        cents if cents > 0 => Some(format!("+{change}")),
        _ => Some(change.to_string().replacen('-', "\u{2212}", 1)),
    }
}

/// `1 October 2026`.
fn day_words(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let text = day.to_string();
    let month = MONTHS.get(usize::from(day.month()).saturating_sub(1)).unwrap_or(&"");
    let number = text.rsplit('-').next().unwrap_or_default().trim_start_matches('0').to_owned();
    format!("{number} {month} {}", day.year())
}

/// What tells lines apart: their kind and their place among its lines.
type Key = (LineId, usize);

fn keyed(bill: &Bill) -> Vec<(Key, &Line)> {
    let mut nth = 0;
    let mut last = None;
    let key = |line: &'_ Line| {
        nth = if last == Some(line.id) { nth + 1 } else { 0 };
        last = Some(line.id);
        (line.id, nth)
    };
    bill.lines.iter().map(key).zip(&bill.lines).collect()
}

fn find(bill: &Bill, key: Key) -> Option<Line> {
    keyed(bill).into_iter().find(|(it, _)| *it == key).map(|(_, line)| line.clone())
}

/// The bill as a table.
pub fn cost_table() -> El {
    let state = use_state();
    let keys = memo(move || {
        let now: Vec<Key> = state.bill.with(|bill| keyed(bill).into_iter().map(|(key, _)| key).collect());
        let gone = state.opened_bill.with(|bill| {
            keyed(bill).into_iter().map(|(key, _)| key).filter(|key| !now.contains(key)).collect::<Vec<_>>()
        });
        now.into_iter().chain(gone).collect::<Vec<_>>()
    });
    let total = move |month| {
        words(move || {
            let Total { usd, complete } = state.bill.with(|bill| bill.total(month));
            if complete { usd.to_string() } else { format!("at least {usd}") }
        })
    };
    let titles = el("tr")
        .child(head("col").child("Item"))
        .child(head("col").set("class", "side-figure").child("Idle"))
        .child(head("col").child("Typical"))
        .child(head("col").set("class", "side-figure").child("Ceiling"))
        .child(head("col").set("class", "since").child("Since opened"));
    let foot = figures(
        head("row").child("Total a month"),
        total(Month::Idle),
        total(Month::Typical),
        total(Month::Ceiling),
        words(move || since_opened(state).unwrap_or_default()),
    );
    let table = el("table")
        .set("class", "bill")
        .child(el("caption").set("class", "visually-hidden").child("The bill, line by line, in USD a month"))
        .child(el("thead").child(titles))
        .child(el("tbody").child(each(move || keys.get(), |key| format!("{key:?}"), cost_line)))
        .child(el("tfoot").child(foot));
    let note = el("p")
        .set("class", "bill-note")
        .child("730 hours, on-demand rates of ")
        .child(words(move || state.bill.with(|bill| bill.region)))
        .child(", without account-wide free tiers, support and taxes.");
    several().child(table).child(note)
}

fn head(scope: &str) -> El {
    el("th").set("scope", scope)
}

fn figures(head: El, idle: El, typical: El, ceiling: El, since: El) -> El {
    el("tr")
        .child(head)
        .child(el("td").set("class", "side-figure").child(idle))
        .child(el("td").child(typical))
        .child(el("td").set("class", "side-figure").child(ceiling))
        .child(el("td").set("class", "since").child(since))
}

fn cost_line(key: Key) -> El {
    let state = use_state();
    let line = memo(move || state.bill.with(|bill| find(bill, key)));
    let before = memo(move || state.opened_bill.with(|bill| find(bill, key)));
    let item = move || line.get().or_else(|| before.get()).map(|line| line.item).unwrap_or_default();
    let arithmetic =
        move || line.with(|line| line.as_ref().map(|it| it.arithmetic.clone())).unwrap_or_default();
    let figure = move |month| {
        words(move || {
            let of_month = line.with(|line| line.as_ref()?.monthly.map(|it| it.of(month).to_string()));
            of_month.unwrap_or_default()
        })
    };
    let small = |class: &str, text: &str| el("small").set("class", class).child(text);
    let flag = move || {
        let confidence = line.with(|line| Some(line.as_ref()?.provenance?.confidence))?;
        match confidence {
            Confidence::Confirmed => None,
            Confidence::Derived => Some(small("chip", "derived price")),
            Confidence::Unconfirmed => Some(small("chip", "unconfirmed price")),
        }
    };
    let note = move || line.with(|line| line.as_ref()?.note).map(|note| small("bill-hint", note));
    let select = move || {
        if let Some(line) = line.get_untracked() {
            state.selected.set(line.part);
        }
    };
    let what = el("div")
        .set("class", "bill-what")
        .child(button("bill-item").on("click", select).child(words(item)))
        .child(el("small").child(words(arithmetic)))
        .child(maybe(flag))
        .child(maybe(note))
        .child(details(line));
    let no_price = move || line.with(|line| line.as_ref().is_some_and(|it| it.monthly.is_none()));
    let since = move || line.with(|now| before.with(|then| change(now.as_ref(), then.as_ref())));
    figures(
        head("row").child(what),
        figure(Month::Idle),
        either(no_price, move || unknown(key), move || figure(Month::Typical)),
        figure(Month::Ceiling),
        words(move || since().unwrap_or_default()),
    )
    .class_if("gone", move || line.with(Option::is_none))
}

fn change(now: Option<&Line>, then: Option<&Line>) -> Option<String> {
    match (now, then) {
        (Some(_), None) => Some("new".to_owned()),
        (None, Some(_)) => Some("removed".to_owned()),
        (Some(now), Some(then)) => signed(now.monthly?.typical.minus(then.monthly?.typical)),
        (None, None) => None,
    }
}

/// The word "unknown" and a way to enter the price.
fn unknown(key: Key) -> El {
    // Which price it is may change while it stays unknown: with the kind of storage.
    let price = use_state().memo(move |design| price_field(key.0, design));
    several()
        .child(el("span").set("class", "unknown").child("unknown"))
        .child(maybe(move || price.get().map(|price| several().child(" ").child(enter(price)))))
}

/// A button that becomes a field.
fn enter(price: PriceField) -> El {
    let editing = RwSignal::new(false);
    let ask = move || {
        button("link")
            .set("aria-label", &format!("Enter {}", price.name()))
            .on("click", move || editing.set(true))
            .child("Enter")
    };
    either(move || editing.get(), move || price_form(price, editing), ask)
}

fn price_form(price: PriceField, editing: RwSignal<bool>) -> El {
    let state = use_state();
    let left = move |event: FocusEvent| {
        if event.related_target().is_none() {
            editing.set(false);
        }
    };
    let field = el("input")
        .set("type", "text")
        .set("inputmode", "decimal")
        .set("size", "8")
        .set("aria-label", &format!("Your price in {}", price.unit()))
        .hear("blur", left);
    browser::focus_field(&field);
    let typed: HtmlInputElement = field.dom();
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let text = typed.value();
        editing.set(false);
        if !text.is_empty() {
            state.edit_and_tell(&[Edit::set(Field::Price(price), text)], "Entered a price of your own");
        }
    };
    let submit = el("button").set("type", "submit").set("class", "button button--small").child("Use");
    el("form").set("class", "enter-price").hear("submit", keep).child(field).child(submit)
}

/// The price a line of that kind is unknown for.
fn price_field(id: LineId, design: &Design) -> Option<PriceField> {
    let optimized = design.cluster.storage_type == StorageType::AuroraIopt1;
    Some(match id {
        LineId::WriterAcu | LineId::ReaderAcu | LineId::SecondaryAcu if optimized => {
            PriceField::AcuHourIoOptimized
        }
        LineId::WriterAcu | LineId::ReaderAcu | LineId::SecondaryAcu => PriceField::AcuHourStandard,
        LineId::Storage | LineId::SecondaryStorage if optimized => PriceField::StorageGbMonthIoOptimized,
        LineId::Storage | LineId::SecondaryStorage => PriceField::StorageGbMonthStandard,
        LineId::Io => PriceField::IoPerMillionStandard,
        LineId::Backup => PriceField::BackupGbMonth,
        LineId::Proxy => PriceField::RdsProxyAcuHour,
        LineId::ProxyEndpoint => PriceField::InterfaceEndpointHourPerZone,
        LineId::Insights => PriceField::DbInsightsAdvancedAcuHour,
        LineId::ExtendedSupport => PriceField::ExtendedSupportAcuHourYear12,
        LineId::Secret => PriceField::SecretsManagerSecretMonth,
        LineId::Kms => PriceField::KmsKeyMonth,
        LineId::Alarms => PriceField::CloudwatchAlarmMonth,
        LineId::Logs => PriceField::CloudwatchLogsIngestGb,
        LineId::DataApi => PriceField::DataApiPerMillion,
        LineId::ReplicatedIo => PriceField::GlobalReplicatedWriteIoPerMillion,
        LineId::Transfer => PriceField::TransferOutInterRegionGb,
        LineId::Backtrack | LineId::AwsBackup => return None,
    })
}
