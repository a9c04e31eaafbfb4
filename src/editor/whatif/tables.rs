//! What is left after a loss, in tables.

use crate::design::{Design, Part};
use crate::estimate::grouped;
use crate::facts::{Acu, Decimal, catalog};
use crate::formats::document::{Block, Cell, Table};
use crate::simulate::whatif::{Address, Aftermath, InZone, Loss, Minutes, Promotion, Said, member_name};

const OWN: &str = "our own advice";

/// Findings first, then figures, then what they rest on.
pub(super) fn page(design: &Design, loss: Loss, after: &Aftermath) -> Vec<Block> {
    let mut page = Vec::new();
    let mut section = |title: &str, head: &[&str], rows: Vec<Vec<Cell>>| {
        if !rows.is_empty() {
            page.push(Block::Heading(title.to_owned()));
            page.push(Block::Table(Table::new(title, head, rows)));
        }
    };
    let remarks = after.remarks.iter().map(|it| vec![it.words(design).into(), cited(it.facts())]);
    section("What shows only then", &["Finding", "Facts"], remarks.collect());
    section("Data and time", &["Objective", "In AWS\u{2019} words", "Facts"], recovery(after));
    section("Capacity and connections", &["What", "Before", "After", "Facts"], capacity(after));
    let zone = ["Zone", "Instances before", "Left", "Capacity before", "Left of it"];
    section("Zones", &zone, zones(after));
    section("Endpoints", &["Endpoint", "Leads to", "Then to", "Facts"], endpoints(design, after));
    let hour = ["Instance", "Has", "Wanted", "Short of it", "Has it after", "Not served"];
    section("The hour after", &hour, minutes(design, after));
    let head = ["Region", "Instances", "Have together", "Grow to", "Connections"];
    section("Secondaries", &head, after.promotions.iter().map(|it| promotion(design, it)).collect());
    let means = after.promotion_means.iter().map(|it| vec![it.words.as_str().into(), cited(it.facts)]);
    section("What promotion means", &["Step", "Facts"], means.collect());
    page.extend(rests(design, loss, after).into_iter().map(Block::Text));
    page
}

/// What the figures assume.
fn rests(design: &Design, loss: Loss, after: &Aftermath) -> Vec<String> {
    if after.lost.is_empty() {
        return Vec::new();
    }
    let moment = if design.usage.load.preset.is_some() {
        "The moment of the loss is the busiest minute of the design\u{2019}s load; readers read what usage says"
    } else {
        "The moment of the loss has the averages of usage, as the design names no load"
    };
    let mut all = vec![format!(
        "{moment}; every instance has settled by then. Reads are shared evenly by the readers that are left, and what \
         comes together is added up. The hour is played from the second on in which an instance serves, after the \
         failover: no failover, no cold cache and no retry is simulated."
    )];
    if after.connections.is_some() {
        all.push(
            "Connections of the peak are taken as spread evenly over the instances that serve them: our own \
             assumption, as a design says how many there are and not where they go."
                .to_owned(),
        );
    }
    if let Err(why) = &after.minutes {
        all.push(format!("The hour after was not played: {why}."));
    }
    if loss != Loss::Region {
        all.push(
            "Custom endpoints are no part of a design: look whether one of yours names lost instances alone."
                .to_owned(),
        );
    }
    all
}

fn recovery(after: &Aftermath) -> Vec<Vec<Cell>> {
    if after.lost.is_empty() {
        return Vec::new();
    }
    let row = |name: &str, said: &Said| vec![name.into(), said.words.as_str().into(), cited(said.facts)];
    vec![row("Data lost (RPO)", &after.recovery.rpo), row("Time without writes (RTO)", &after.recovery.rto)]
}

fn capacity(after: &Aftermath) -> Vec<Vec<Cell>> {
    let acu = |acu: Acu| Cell::from(format!("{acu} ACU"));
    let it = &after.capacity;
    let writer = it.writer_after.map_or_else(|| Cell::from("nobody writes"), acu);
    let mut rows = vec![
        vec!["Writer at that moment".into(), acu(it.writer_before), writer, cited(&["ACU-38"])],
        vec!["All instances at that moment".into(), acu(it.before), acu(it.after), cited(&["ACU-39"])],
        vec!["The most they may reach".into(), acu(it.most_before), acu(it.most_after), cited(&["ACU-09"])],
    ];
    let Some(connections) = &after.connections else {
        let words = "max_connections is a formula";
        rows.push(vec!["Connections".into(), words.into(), words.into(), cited(&["ACU-30"])]);
        return rows;
    };
    let limit = || cited(if connections.interpolated { &["ACU-30", "ACU-33"] } else { &["ACU-30"] });
    let count = |count: u64| Cell::from(grouped(&count.to_string()));
    let room = |instances: u64| count(instances.saturating_mul(connections.each));
    let (before, after) = (room(connections.before), room(connections.after));
    rows.push(vec!["Connections that fit".into(), before, after, limit()]);
    rows.push(match connections.peak {
        Some(peak) => vec![
            format!("Of {} at the peak, no longer fit", grouped(&peak.to_string())).into(),
            "".into(),
            count(connections.beyond()),
            cited(&["ACU-43"]),
        ],
        None => vec!["Connections at the peak".into(), "not said in usage".into(), "".into(), "".into()],
    });
    rows
}

fn zones(after: &Aftermath) -> Vec<Vec<Cell>> {
    let row = |(zone, it): (_, &InZone)| {
        vec![
            format!("Zone {zone}").into(),
            it.instances.to_string().into(),
            it.left.to_string().into(),
            format!("{} ACU", it.capacity).into(),
            format!("{} ACU", it.capacity_left).into(),
        ]
    };
    after.zones.iter().map(row).collect()
}

fn endpoints(design: &Design, after: &Aftermath) -> Vec<Vec<Cell>> {
    let leads = |parts: &[Part]| match parts {
        [] => Cell::from("nowhere"),
        parts => {
            let names: Vec<String> = parts.iter().map(|part| member_name(design, *part)).collect();
            names.join(", ").into()
        }
    };
    let row = |it: &crate::simulate::whatif::Endpoint| {
        let name = address(design, it.address);
        vec![name.into(), leads(&it.before), leads(&it.after), cited(it.facts)]
    };
    after.endpoints.iter().map(row).collect()
}

fn address(design: &Design, address: Address) -> String {
    match address {
        Address::Cluster => "Cluster endpoint".to_owned(),
        Address::Reader => "Reader endpoint".to_owned(),
        Address::Proxy => "Proxy endpoint".to_owned(),
        Address::ProxyReadOnly => "Read-only endpoint of the proxy".to_owned(),
        Address::Instance(place) => format!("Endpoint of {}", member_name(design, Part::Instance(place))),
        Address::GlobalWriter => "Global writer endpoint".to_owned(),
        Address::SecondaryReader(index) => {
            format!("Reader endpoint in {}", member_name(design, Part::Secondary(index)))
        }
    }
}

fn minutes(design: &Design, after: &Aftermath) -> Vec<Vec<Cell>> {
    let promoted = after.promotions.iter().filter_map(|it| it.minutes.as_ref()?.as_ref().ok());
    let all = after.minutes.iter().flatten().chain(promoted);
    all.map(|it| hour(design, it)).collect()
}

fn hour(design: &Design, it: &Minutes) -> Vec<Cell> {
    let name = member_name(design, it.part);
    let never = || "not within the hour".to_owned();
    let seconds = |seconds: u64| format!("{} s", grouped(&seconds.to_string()));
    let grown = |it: Option<u64>| {
        it.map_or_else(never, |it| if it == 0 { "at once".to_owned() } else { seconds(it) })
    };
    vec![
        name.into(),
        format!("{} ACU", it.from).into(),
        if it.wanted > it.max {
            format!("{} ACU, more than the {} it may reach", it.wanted, it.max).into()
        } else {
            format!("{} ACU", it.wanted).into()
        },
        range(it.short_s, seconds).into(),
        range(it.grown_s, grown).into(),
        range(it.unserved_percent, |share| format!("{} %", tenths(share))).into(),
    ]
}

fn promotion(design: &Design, it: &Promotion) -> Vec<Cell> {
    let connections = match it.connections {
        Some(count) => grouped(&count.to_string()),
        None => "max_connections is a formula".to_owned(),
    };
    vec![
        member_name(design, Part::Secondary(it.secondary)).into(),
        it.instances.to_string().into(),
        format!("{} ACU", it.capacity).into(),
        format!("{} ACU each, {} in the primary", it.max, it.primary_max).into(),
        connections.into(),
    ]
}

/// A share to the tenth, rounded up: what is not nothing must not look like it.
const fn tenths(share: Decimal) -> Decimal {
    Decimal::from_micros(share.as_micros().div_ceil(100_000) * 100_000)
}

/// The least and the largest, once where they are alike.
fn range<T: Copy>((least, most): (T, T), word: impl Fn(T) -> String) -> String {
    let (least, most) = (word(least), word(most));
    if least == most { least } else { format!("{least} to {most}") }
}

/// The facts behind a row, each with its page, and marked where AWS does not say all of it.
fn cited(facts: &[&str]) -> Cell {
    let mut cell = Cell::from(if facts.is_empty() { OWN } else { "" });
    for fact in facts.iter().filter_map(|id| catalog::find(id)) {
        let name = if fact.confirmed { fact.id.to_owned() } else { format!("{}, unconfirmed", fact.id) };
        if let Some(address) = fact.sources.iter().find(|it| it.starts_with("https://")) {
            cell.links.push((name, (*address).to_owned()));
        } else {
            let space = if cell.text.is_empty() { "" } else { ", " };
            cell.text = format!("{}{space}{name}", cell.text);
        }
    }
    cell
}
