//! Where the money of a typical month goes: bars by kind, the largest first.

use std::collections::BTreeMap;

use crate::estimate::{Bill, LineId, Month, Usd};
use crate::formats::diagram::{Align, Point, Rect, Style, text_width};

use super::plot::{text, wrapped};
use super::scale::{cents, pixels};
use super::{Bar, Chart, Ink, NARROWEST, Twin};

const ROW: i32 = 36;
const THICK: i32 = 10;

/// The kinds of cost that a bar stands for; of equal amounts the first comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Writer,
    Readers,
    Secondaries,
    Storage,
    Io,
    Backups,
    Proxy,
    Endpoints,
    Insights,
    ExtendedSupport,
    SecretAndKeys,
    AlarmsAndLogs,
    DataApi,
}

impl Kind {
    /// Where a line belongs. No line is left out: a new one must be given its kind here.
    const fn of(line: LineId) -> Self {
        match line {
            LineId::WriterAcu => Self::Writer,
            LineId::ReaderAcu => Self::Readers,
            LineId::SecondaryAcu | LineId::SecondaryStorage | LineId::ReplicatedIo | LineId::Transfer => {
                Self::Secondaries
            }
            LineId::Storage => Self::Storage,
            LineId::Io => Self::Io,
            LineId::Backup | LineId::Backtrack | LineId::AwsBackup => Self::Backups,
            LineId::Proxy | LineId::ProxyEndpoint => Self::Proxy,
            LineId::InterfaceEndpoint(_) => Self::Endpoints,
            LineId::Insights => Self::Insights,
            LineId::ExtendedSupport => Self::ExtendedSupport,
            LineId::Secret | LineId::Kms => Self::SecretAndKeys,
            LineId::Alarms | LineId::Logs => Self::AlarmsAndLogs,
            LineId::DataApi => Self::DataApi,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Writer => "Writer",
            Self::Readers => "Readers",
            Self::Secondaries => "Secondary Regions",
            Self::Storage => "Storage",
            Self::Io => "I/O",
            Self::Backups => "Backups",
            Self::Proxy => "RDS Proxy",
            Self::Endpoints => "Interface endpoints",
            Self::Insights => "Database Insights",
            Self::ExtendedSupport => "Extended Support",
            Self::SecretAndKeys => "Secret and keys",
            Self::AlarmsAndLogs => "Alarms and logs",
            Self::DataApi => "Data API",
        }
    }
}

/// What a kind costs in a typical month.
struct Share {
    kind: Kind,
    usd: Usd,
    complete: bool,
}

/// The composition of a bill's typical month.
pub fn composition(bill: &Bill, width: i32) -> Chart {
    let width = width.max(NARROWEST);
    let total = bill.total(Month::Typical);
    let shares = shares(bill);
    let whole = cents(total.usd);
    let most = shares.iter().map(|it| cents(it.usd)).max().unwrap_or(0);
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
    for it in &shares {
        let name = it.kind.name();
        let y = chart.height;
        let amount = if it.complete { it.usd.to_string() } else { known(it.usd) };
        let share = if it.usd > Usd::ZERO { percent(cents(it.usd), whole) } else { String::new() };
        let figure = if share.is_empty() { amount.clone() } else { format!("{amount} · {share}") };
        let at = Point { x: 0, y: y + 14 };
        chart.texts.push(text((at, Align::Start, Style::Name), name.to_owned()));
        let wide = text_width(name, Style::Name) + 16 + text_width(&figure, Style::Figure);
        // Where both don't fit on one line, the figure takes the next.
        chart.height += if wide > width { 16 } else { 0 };
        let y = chart.height;
        chart.texts.push(text((Point { x: width, y: y + 14 }, Align::End, Style::Figure), figure));
        let track = Rect::new(0, y + 20, width, THICK);
        chart.bars.push(Bar { rect: track, ink: Ink::Faint });
        // What costs anything shows.
        let long = pixels(cents(it.usd), most, width).max(i32::from(it.usd > Usd::ZERO) * 2);
        chart.bars.push(Bar { rect: Rect { width: long, ..track }, ink: Ink::First });
        chart.twin.rows.push(vec![name.to_owned(), amount, share]);
        chart.height += ROW;
    }
    let words: Vec<String> = chart.twin.rows.iter().map(|row| row.join(" ").trim_end().to_owned()).collect();
    chart.description = format!("A bar for each part of the bill: {}.", words.join("; "));
    chart
}

/// Kinds that cost something or may do so, the largest first.
fn shares(bill: &Bill) -> Vec<Share> {
    let mut sums: BTreeMap<Kind, (Usd, bool)> = BTreeMap::new();
    for line in &bill.lines {
        let (usd, complete) = sums.entry(Kind::of(line.id)).or_insert((Usd::ZERO, true));
        match line.monthly {
            Some(band) => *usd = usd.plus(band.typical),
            None => *complete = false,
        }
    }
    let all = sums.into_iter().map(|(kind, (usd, complete))| Share { kind, usd, complete });
    let mut shares: Vec<Share> = all.filter(|share| share.usd > Usd::ZERO || !share.complete).collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.usd));
    shares
}

fn known(usd: Usd) -> String {
    if usd > Usd::ZERO { format!("at least {usd}") } else { "unknown".to_owned() }
}

/// Whole percents, rounded half up; `under 1 %` for what would vanish.
fn percent(part: u128, whole: u128) -> String {
    let share = part.saturating_mul(200).saturating_add(whole) / whole.saturating_mul(2).max(1);
    if share == 0 && part > 0 { "under 1 %".to_owned() } else { format!("{share} %") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::presets::{SEED_EXAMPLES, SeedExample};
    use crate::design::{Design, GlobalCluster, Proxy, Secondary};
    use crate::estimate::bill;
    use crate::facts::prices::PRICE_DATE;
    use crate::facts::regions::EU_WEST_1;

    #[test]
    fn every_line_is_in_one_bar() {
        let mut full = Design { proxy: Some(Proxy::default()), ..Design::default() };
        let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
        full.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        for design in SEED_EXAMPLES.iter().map(SeedExample::design).chain([full]) {
            let bill = bill(&design, PRICE_DATE);
            let sum: Usd = shares(&bill).iter().map(|share| share.usd).sum();
            assert_eq!(sum, bill.total(Month::Typical).usd);
        }
    }
}
