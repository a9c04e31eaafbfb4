//! Money: the bar that is always there, and the bill line by line with its arithmetic.

use leptos::ev::{FocusEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;

use crate::design::{Design, Edit, Field, StorageType};
use crate::estimate::{Bill, Line, LineId, Month, Total, Usd};
use crate::facts::Day;
use crate::facts::prices::{Confidence, PriceField};

use super::erase::{For, Show, effect, memo, view};
use super::frame::use_frame;
use super::{State, Tab, use_state};

const MONTHS: [(Month, &str); 3] =
    [(Month::Idle, "Idle"), (Month::Typical, "Typical"), (Month::Ceiling, "Ceiling")];

/// The bar at the foot of the page.
#[component]
pub fn CostBar() -> impl IntoView {
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
    view! {
        <footer class="cost" aria-label="Monthly cost">
            <span class="cost-lead">
                {move || if complete.get().complete { "Per month" } else { "Per month, at least" }}
            </span>
            <dl>
                {MONTHS
                    .into_iter()
                    .map(|(month, name)| {
                        let total = total(month);
                        view! {
                            <div class:main-figure=month == Month::Typical>
                                <dt>{name}</dt>
                                <dd>{move || total.get().usd.to_string()}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <Show when=move || since.with(Option::is_some)>
                <span class="delta">
                    <span class="rule"></span>
                    <strong>{move || since.get().map(|change| format!("{change} typical"))}</strong>
                    "since opened"
                </span>
            </Show>
            <Show when=move || { unknown.get() > 0 }>
                <button type="button" class="link" on:click=move |_| frame.bring(Tab::Cost)>{unknown_words}</button>
            </Show>
            <p class="cost-state push">
                <span>{move || state.bill.with(|bill| format!("Prices of {}", day_words(bill.price_date)))}</span>
                " · "
                <span role="status">
                    {move || if state.saved.get() { "saved in this browser" } else { "not saved: this browser refuses storage" }}
                </span>
            </p>
        </footer>
    }
}

/// The difference of the typical month to the opened design's, if there is one: `+$197.40`.
pub fn since_opened(state: State) -> Option<String> {
    let now = state.bill.with(|bill| bill.total(Month::Typical).usd);
    let then = state.opened_bill.with(|bill| bill.total(Month::Typical).usd);
    signed(now.minus(then))
}

fn signed(change: Usd) -> Option<String> {
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
#[component]
pub fn CostTable() -> impl IntoView {
    let state = use_state();
    let keys = memo(move || {
        let now: Vec<Key> = state.bill.with(|bill| keyed(bill).into_iter().map(|(key, _)| key).collect());
        let gone = state.opened_bill.with(|bill| {
            keyed(bill).into_iter().map(|(key, _)| key).filter(|key| !now.contains(key)).collect::<Vec<_>>()
        });
        now.into_iter().chain(gone).collect::<Vec<_>>()
    });
    let total = move |month| {
        move || {
            let Total { usd, complete } = state.bill.with(|bill| bill.total(month));
            if complete { usd.to_string() } else { format!("at least {usd}") }
        }
    };
    view! {
        <table class="bill">
            <caption class="visually-hidden">"The bill, line by line, in USD a month"</caption>
            <thead>
                <tr>
                    <th scope="col">"Item"</th>
                    <th scope="col" class="side-figure">"Idle"</th>
                    <th scope="col">"Typical"</th>
                    <th scope="col" class="side-figure">"Ceiling"</th>
                    <th scope="col" class="since">"Since opened"</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || keys.get() key=|key| format!("{key:?}") let:key>
                    <CostLine key />
                </For>
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">"Total a month"</th>
                    <td class="side-figure">{total(Month::Idle)}</td>
                    <td>{total(Month::Typical)}</td>
                    <td class="side-figure">{total(Month::Ceiling)}</td>
                    <td class="since">{move || since_opened(state)}</td>
                </tr>
            </tfoot>
        </table>
        <p class="bill-note">
            "730 hours, on-demand rates of " {move || state.bill.with(|bill| bill.region)}
            ", without account-wide free tiers, support and taxes."
        </p>
    }
}

#[component]
fn CostLine(key: Key) -> impl IntoView {
    let state = use_state();
    let line = memo(move || state.bill.with(|bill| find(bill, key)));
    let before = memo(move || state.opened_bill.with(|bill| find(bill, key)));
    let shown = move || line.get().or_else(|| before.get());
    let figure = move |month| {
        move || line.with(|line| line.as_ref().and_then(|it| it.monthly).map(|it| it.of(month).to_string()))
    };
    let flag = move || {
        line.with(|line| {
            let confidence = line.as_ref()?.provenance?.confidence;
            match confidence {
                Confidence::Confirmed => None,
                Confidence::Derived => Some("derived price"),
                Confidence::Unconfirmed => Some("unconfirmed price"),
            }
        })
    };
    let select = move |_| {
        if let Some(line) = line.get_untracked() {
            state.selected.set(line.part);
        }
    };
    view! {
        <tr class:gone=move || line.with(Option::is_none)>
            <th scope="row"><div class="bill-what">
                <button type="button" class="bill-item" on:click=select>{move || shown().map(|line| line.item)}</button>
                <small>{move || line.with(|line| line.as_ref().map(|it| it.arithmetic.clone()))}</small>
                {move || flag().map(|flag| view! { <small class="chip">{flag}</small> })}
                {move || line.with(|line| line.as_ref().and_then(|it| it.note)).map(|note| view! { <small class="bill-hint">{note}</small> })}
            </div></th>
            <td class="side-figure">{figure(Month::Idle)}</td>
            <td>
                {move || {
                    let unknown = line.with(|line| line.as_ref().is_some_and(|it| it.monthly.is_none()));
                    if unknown { view! { <Unknown key /> } } else { figure(Month::Typical).into_any() }
                }}
            </td>
            <td class="side-figure">{figure(Month::Ceiling)}</td>
            <td class="since">{move || line.with(|now| before.with(|then| change(now.as_ref(), then.as_ref())))}</td>
        </tr>
    }
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
#[component]
fn Unknown(key: Key) -> impl IntoView {
    let state = use_state();
    let editing = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let Some(price) = state.peek(|design| price_field(key.0, design)) else {
        return view! { <span class="unknown">"unknown"</span> };
    };
    effect(move || {
        if let Some(field) = field.get() {
            drop(field.focus());
        }
    });
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        editing.set(false);
        if !text.is_empty() {
            state.edit_and_tell(&[Edit::set(Field::Price(price), text)], "Entered a price of your own");
        }
    };
    let left = move |event: FocusEvent| {
        if event.related_target().is_none() {
            editing.set(false);
        }
    };
    view! {
        <span class="unknown">"unknown"</span>
        " "
        {move || {
            if editing.get() {
                view! {
                    <form class="enter-price" on:submit=keep>
                        <input
                            type="text"
                            inputmode="decimal"
                            size="8"
                            aria-label=format!("Your price in {}", price.unit())
                            node_ref=field
                            on:blur=left
                        />
                        <button type="submit" class="button button--small">"Use"</button>
                    </form>
                }
            } else {
                view! {
                    <button
                        type="button"
                        class="link"
                        aria-label=format!("Enter {}", price.name())
                        on:click=move |_| editing.set(true)
                    >
                        "Enter"
                    </button>
                }
            }
        }}
    }
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
