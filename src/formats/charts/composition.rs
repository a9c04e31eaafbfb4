//! Where the money of a typical month goes: bars by kind, the largest first.

use crate::estimate::{Bill, LineId, Month, Usd};
use crate::formats::diagram::{Align, Point, Rect, Style, text_width};

use super::plot::{text, wrapped};
use super::scale::{cents, pixels};
use super::{Bar, Chart, Ink, NARROWEST, Twin};

const ROW: i32 = 36;
const THICK: i32 = 10;

/// The kinds of cost that a bar stands for.
const KINDS: &[(&str, &[LineId])] = &[
    ("Writer", &[LineId::WriterAcu]),
    ("Readers", &[LineId::ReaderAcu]),
    (
        "Secondary Regions",
        &[LineId::SecondaryAcu, LineId::SecondaryStorage, LineId::ReplicatedIo, LineId::Transfer],
    ),
    ("Storage", &[LineId::Storage]),
    ("I/O", &[LineId::Io]),
    ("Backups", &[LineId::Backup, LineId::Backtrack, LineId::AwsBackup]),
    ("RDS Proxy", &[LineId::Proxy, LineId::ProxyEndpoint]),
    ("Database Insights", &[LineId::Insights]),
    ("Extended Support", &[LineId::ExtendedSupport]),
    ("Secret and keys", &[LineId::Secret, LineId::Kms]),
    ("Alarms and logs", &[LineId::Alarms, LineId::Logs]),
    ("Data API", &[LineId::DataApi]),
];

struct Kind {
    name: &'static str,
    usd: Usd,
    complete: bool,
}

/// The composition of a bill's typical month.
pub fn composition(bill: &Bill, width: i32) -> Chart {
    let width = width.max(NARROWEST);
    let total = bill.total(Month::Typical);
    let kinds = kinds(bill);
    let whole = cents(total.usd);
    let most = kinds.iter().map(|kind| cents(kind.usd)).max().unwrap_or(0);
    let least = if total.complete { "" } else { "at least " };
    let title = format!("Where {least}{} a month goes", total.usd);
    let mut chart = Chart {
        width,
        title,
        twin: Twin {
            head: ["Part of the bill", "USD a month", "Share"].map(str::to_owned).into(),
            rows: Vec::new(),
        },
        ..Chart::default()
    };
    for line in wrapped(&chart.title, Style::Title, width) {
        chart.texts.push(text((Point { x: 0, y: chart.height + 14 }, Align::Start, Style::Title), line));
        chart.height += 18;
    }
    chart.height += 8;
    for kind in &kinds {
        let y = chart.height;
        let amount = if kind.complete { kind.usd.to_string() } else { known(kind.usd) };
        let share = if kind.usd > Usd::ZERO { share(cents(kind.usd), whole) } else { String::new() };
        let figure = if share.is_empty() { amount.clone() } else { format!("{amount} · {share}") };
        let at = Point { x: 0, y: y + 14 };
        chart.texts.push(text((at, Align::Start, Style::Name), kind.name.to_owned()));
        let wide = text_width(kind.name, Style::Name) + 16 + text_width(&figure, Style::Figure);
        // Where both don't fit on one line, the figure takes the next.
        chart.height += if wide > width { 16 } else { 0 };
        let y = chart.height;
        chart.texts.push(text((Point { x: width, y: y + 14 }, Align::End, Style::Figure), figure));
        let track = Rect::new(0, y + 20, width, THICK);
        chart.bars.push(Bar { rect: track, ink: Ink::Faint });
        // What costs anything shows.
        let long = pixels(cents(kind.usd), most, width).max(i32::from(kind.usd > Usd::ZERO) * 2);
        chart.bars.push(Bar { rect: Rect { width: long, ..track }, ink: Ink::First });
        chart.twin.rows.push(vec![kind.name.to_owned(), amount, share]);
        chart.height += ROW;
    }
    let words: Vec<String> = chart.twin.rows.iter().map(|row| row.join(" ").trim_end().to_owned()).collect();
    chart.description = format!("A bar for each part of the bill: {}.", words.join("; "));
    chart
}

/// Kinds that cost something or may do so, the largest first.
fn kinds(bill: &Bill) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (name, ids) in KINDS {
        let lines = || bill.lines.iter().filter(|line| ids.contains(&line.id));
        let usd = lines().filter_map(|line| line.monthly.map(|band| band.typical)).sum();
        let complete = lines().all(|line| line.monthly.is_some());
        if usd > Usd::ZERO || !complete {
            kinds.push(Kind { name, usd, complete });
        }
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.usd));
    kinds
}

fn known(usd: Usd) -> String {
    if usd > Usd::ZERO { format!("at least {usd}") } else { "unknown".to_owned() }
}

/// Whole percents, rounded half up; `under 1 %` for what would vanish.
fn share(part: u128, whole: u128) -> String {
    let percent = part.saturating_mul(200).saturating_add(whole) / whole.saturating_mul(2).max(1);
    if percent == 0 && part > 0 { "under 1 %".to_owned() } else { format!("{percent} %") }
}
