//! The words of a line: what it is, its unit, its arithmetic. Nothing else makes text of a bill's numbers.

use std::fmt;

use super::{Arithmetic, Charge, Line, LineId, Unit};
use crate::design::{Word as _, instance_name};
use crate::estimate::Quantity;
use crate::estimate::usd::grouped;
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

impl Line {
    /// What it is, for people: `Reader 1`, `Storage in eu-west-1`.
    pub fn item(&self) -> String {
        let there = |what: &str| match self.secondary() {
            Some(_) => format!("{what} in {}", self.region),
            None => what.to_owned(),
        };
        match self.id {
            LineId::WriterAcu | LineId::ReaderAcu => instance_name(self.instance().unwrap_or_default()),
            LineId::SecondaryAcu => there("Instances"),
            LineId::Storage | LineId::SecondaryStorage => there("Storage"),
            LineId::Io => "I/O".to_owned(),
            LineId::Backup => "Backup".to_owned(),
            LineId::Backtrack => "Backtrack".to_owned(),
            LineId::Proxy => "RDS Proxy".to_owned(),
            LineId::ProxyEndpoint => "Read-only endpoint of the proxy".to_owned(),
            LineId::InterfaceEndpoint(service) => there(&format!("Interface endpoint {}", service.word())),
            LineId::Insights => match self.price_field() {
                Some(PriceField::DbInsightsAdvancedAcuHour) => there("Database Insights Advanced"),
                // Standard itself is free; what it costs is the history.
                _ => there("Database Insights retention"),
            },
            LineId::ExtendedSupport => there("Extended Support"),
            LineId::Secret => "Secret".to_owned(),
            LineId::Kms => there("KMS key"),
            LineId::Alarms => "Alarms".to_owned(),
            LineId::Logs => "Logs".to_owned(),
            LineId::AwsBackup => "AWS Backup".to_owned(),
            LineId::DataApi => "Data API".to_owned(),
            LineId::ReplicatedIo => format!("Writes replicated to {}", self.region),
            LineId::Transfer => format!("Transfer to {}", self.region),
        }
    }
}

impl Unit {
    /// For people and programs: `ACU-hour`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AcuHour => "ACU-hour",
            Self::GbMonth => "GB-month",
            Self::Gb => "GB",
            Self::MillionRequests => "million requests",
            Self::MillionWrites => "million writes",
            Self::ChangeRecordHour => "hour of change records",
            Self::ZoneHour => "zone-hour",
            Self::SecretMonth => "secret-month",
            Self::KeyMonth => "key-month",
            Self::AlarmMonth => "alarm-month",
            Self::BackupPlan => "backup plan",
        }
    }

    /// Behind a number in the arithmetic of one month: `5 GB`.
    const fn counted(self) -> &'static str {
        match self {
            Self::AcuHour => "ACU-hours",
            Self::GbMonth | Self::Gb => "GB",
            Self::MillionRequests => "M requests",
            Self::MillionWrites => "M writes",
            Self::ChangeRecordHour => "h of change records",
            Self::ZoneHour => "zone-hours",
            Self::SecretMonth => "secret",
            Self::KeyMonth => "key",
            Self::AlarmMonth => "alarms",
            Self::BackupPlan => "plan",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Arithmetic {
    /// As people write it: `2 ACU × 730 h × $0.12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Acus { each, acu, hours, price, percent, as_writer } => {
                if let Some(each) = each {
                    write!(f, "{each} × ")?;
                }
                write!(f, "{} ACU × {} h × {}", Count(acu), Count(hours), Price(price))?;
                if let Some(percent) = percent {
                    write!(f, " × {}%", Count(percent))?;
                }
                f.write_str(if as_writer { ", as the writer" } else { "" })
            }
            Self::AcuHours { hours, price } => write!(f, "{} ACU-hours × {}", Amount(hours), Price(price)),
            Self::AtLeast { floor, acu, hours, price } => {
                write!(f, "max({}, {}) ACU × {} h × {price}", Count(floor), Count(acu), Count(hours))
            }
            Self::Zones { zones, hours, price } => write!(f, "{zones} zones × {} h × {price}", Count(hours)),
            Self::Of { amount, unit, price } => {
                write!(f, "{} {} × {}", Count(amount), unit.counted(), Price(price))
            }
            Self::Free { requests } => write!(f, "{} M requests, free on I/O-Optimized", Count(requests)),
            Self::Backup { automated, free, manual, price } => backup(f, automated, free, manual, price),
            Self::Backtrack { hours, price } => {
                write!(f, "{hours} h × millions of change records × {price}")
            }
            Self::Secret { month, calls, per_10_000 } => {
                write!(f, "1 secret × {month} + {} calls × {per_10_000} per 10,000", Count(calls))
            }
            Self::Logs { gb, comes_in, kept, days: 0 } => {
                write!(f, "{} GB × ({comes_in} in + {kept} × every month since kept)", Count(gb))
            }
            Self::Logs { gb, comes_in, kept, days } => {
                write!(f, "{} GB × ({comes_in} in + {kept} × {days}/30 kept)", Count(gb))
            }
        }
    }
}

fn backup(
    f: &mut fmt::Formatter<'_>,
    automated: Decimal,
    free: Option<Decimal>,
    manual: Decimal,
    price: Charge,
) -> fmt::Result {
    let (kept, extra) = (Count(automated), Count(manual));
    if automated == Decimal::ZERO {
        return write!(f, "{extra} GB × {price}");
    }
    let Some(free) = free else {
        return write!(f, "{extra} GB × {price}, automated backups free at 1 day");
    };
    let (beyond, free) = (automated > free, Count(free));
    match (manual == Decimal::ZERO, beyond) {
        (true, true) => write!(f, "({kept} − {free} free) GB × {price}"),
        (true, false) => write!(f, "max(0, {kept} − {free} free) GB × {price}"),
        (false, true) => write!(f, "({kept} − {free} free + {extra}) GB × {price}"),
        (false, false) => write!(f, "(max(0, {kept} − {free} free) + {extra}) GB × {price}"),
    }
}

impl fmt::Display for Charge {
    /// With at least two places, `$0.50`, or the words for none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(usd) = self.usd else {
            return f.write_str(UNKNOWN);
        };
        let (whole, places) = split(usd);
        let mut end = 6;
        let mut left = places;
        while end > 2 && left % 10 == 0 {
            left /= 10;
            end -= 1;
        }
        write!(f, "${}.{left:0end$}", Whole(whole))
    }
}

const UNKNOWN: &str = "an unknown price";

/// A price, or none in the book.
struct Price(Option<Charge>);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(charge) => charge.fmt(f),
            None => f.write_str(UNKNOWN),
        }
    }
}

/// A number with its thousands grouped.
pub(in crate::estimate) struct Count(pub(in crate::estimate) Decimal);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = split(self.0);
        Whole(whole).fmt(f)?;
        let mut end = 6;
        let mut left = places;
        while end > 0 && left % 10 == 0 {
            left /= 10;
            end -= 1;
        }
        if end == 0 { Ok(()) } else { write!(f, ".{left:0end$}") }
    }
}

/// ACU-hours, grouped like a count.
struct Amount(Quantity);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        match text.split_once('.') {
            Some((whole, places)) => write!(f, "{}.{places}", grouped(whole)),
            None => f.write_str(&grouped(&text)),
        }
    }
}

struct Whole(u64);

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1000 { self.0.fmt(f) } else { f.write_str(&grouped(&self.0.to_string())) }
    }
}

const fn split(number: Decimal) -> (u64, u64) {
    (number.as_micros() / 1_000_000, number.as_micros() % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_have_two_places_or_more() {
        let field = PriceField::AcuHourStandard;
        let price =
            |text| Charge { field, usd: Decimal::parse(text), provenance: None, open: true }.to_string();
        assert_eq!(price("0.5"), "$0.50");
        assert_eq!(price("0.003125"), "$0.003125");
        assert_eq!(price("1"), "$1.00");
        assert_eq!(price("1234.567"), "$1,234.567");
        assert_eq!(price("no number"), "an unknown price");
        assert_eq!(Price(None).to_string(), "an unknown price");
    }

    #[test]
    fn counts_are_grouped_and_end_where_they_end() {
        let count = |text| Count(Decimal::parse(text).unwrap()).to_string();
        assert_eq!(count("0"), "0");
        assert_eq!(count("0.05"), "0.05");
        assert_eq!(count("10000"), "10,000");
        assert_eq!(count("1024.5"), "1,024.5");
        let hours =
            |acu, hours| Quantity::product(Decimal::parse(acu).unwrap(), Decimal::parse(hours).unwrap());
        assert_eq!(Amount(hours("5.5", "730")).to_string(), "4,015");
        assert_eq!(Amount(hours("5.5", "200.3")).to_string(), "1,101.65");
    }
}
