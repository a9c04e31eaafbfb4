//! The price book: what each item costs in each Region, with source, date and confidence. Unknown stays unknown.

mod table;

use crate::facts::units::{Day, Decimal};

pub use table::{FIELD_COUNT, FIELDS, PRICE_DATE, PRICES, PROVENANCES, SOURCES};

/// How well a price is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Confidence {
    /// Read from AWS' price list or data, or two independent sources agree.
    Confirmed,
    /// Computed from confirmed prices by a stated rule.
    Derived,
    /// One secondary source.
    Unconfirmed,
}

impl Confidence {
    /// As prices.json writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Derived => "derived",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// Confidence, date and source ids that prices share.
#[derive(PartialEq, Eq, Debug)]
pub struct Provenance {
    /// How well it is known.
    pub confidence: Confidence,
    /// The day of the record.
    pub as_of: Day,
    /// Source ids, separated by spaces; titles in [`SOURCES`].
    pub sources: &'static str,
}

/// A source of prices.
#[derive(Debug)]
pub struct Source {
    /// Short id, `S-OFFER`.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// When it was read, in the source's own words.
    pub date: &'static str,
}

/// One price of one Region in millionths of a USD, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    micros: u32,
    provenance: u16,
}

const UNKNOWN: u16 = u16::MAX;

const fn p(micros: u32, provenance: u16) -> Cell {
    Cell { micros, provenance }
}

const fn unknown() -> Cell {
    Cell { micros: 0, provenance: UNKNOWN }
}

/// All prices of one Region.
#[derive(Debug)]
pub struct RegionPrices {
    /// Region code.
    pub region: &'static str,
    /// In the order of [`FIELDS`].
    pub cells: [Cell; FIELD_COUNT],
}

/// A known price.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// USD per the field's unit.
    pub usd: Decimal,
    /// Where it comes from.
    pub provenance: &'static Provenance,
}

impl RegionPrices {
    /// The prices of a Region; `None` where the book has none.
    pub fn find(region: &str) -> Option<&'static Self> {
        PRICES.iter().find(|row| row.region == region)
    }

    /// The price of an item; `None` is unknown, never 0.
    pub fn price(&self, field: PriceField) -> Option<Price> {
        let cell = self.cells.get(field as usize)?;
        let provenance = PROVENANCES.get(usize::from(cell.provenance))?;
        Some(Price { usd: Decimal::from_micros(u64::from(cell.micros)), provenance })
    }
}

/// The price of an item in a Region; `None` is unknown, never 0.
pub fn price(region: &str, field: PriceField) -> Option<Price> {
    RegionPrices::find(region)?.price(field)
}

/// Days after which the book asks to be refreshed.
pub const OLD_AFTER_DAYS: i64 = 120;

/// How old the newest record of the book is on a day; 0 for a day before it.
pub fn age_in_days(today: Day) -> i64 {
    PRICE_DATE.days_until(today).max(0)
}

/// What to say about a book that has grown old.
pub fn age_notice(today: Day) -> Option<String> {
    let days = age_in_days(today);
    (days > OLD_AFTER_DAYS).then(|| {
        format!(
            "The prices are of {PRICE_DATE}, {days} days ago: compare them with AWS' price list, or enter your own."
        )
    })
}

/// When Extended Support of a major is charged (PRI-07; future dates are unconfirmed).
#[derive(Debug)]
pub struct ExtendedSupport {
    /// `aurora-postgresql`.
    pub engine: &'static str,
    /// The major: `13`, `8.0`.
    pub major: &'static str,
    /// The first day of the price of years 1 and 2.
    pub year_1: Day,
    /// The first day of the price of year 3; `None` where it ends before.
    pub year_3: Option<Day>,
}

/// The majors whose dates AWS has named.
#[rustfmt::skip]
pub static EXTENDED_SUPPORT: &[ExtendedSupport] = &[
    ExtendedSupport { engine: "aurora-mysql", major: "5.7", year_1: Day::new(2024, 12, 1), year_3: Some(Day::new(2026, 12, 1)) },
    ExtendedSupport { engine: "aurora-mysql", major: "8.0", year_1: Day::new(2028, 5, 1), year_3: None },
    ExtendedSupport { engine: "aurora-postgresql", major: "11", year_1: Day::new(2024, 4, 1), year_3: Some(Day::new(2026, 4, 1)) },
    ExtendedSupport { engine: "aurora-postgresql", major: "12", year_1: Day::new(2025, 3, 1), year_3: Some(Day::new(2027, 3, 1)) },
    ExtendedSupport { engine: "aurora-postgresql", major: "13", year_1: Day::new(2026, 3, 1), year_3: Some(Day::new(2028, 3, 1)) },
    ExtendedSupport { engine: "aurora-postgresql", major: "14", year_1: Day::new(2027, 3, 1), year_3: Some(Day::new(2029, 3, 1)) },
];

/// What Extended Support of a major costs per ACU-hour on a day; `None` before it is charged. A major without a row
/// follows the pattern of the others: from the month after its end, and the price of year 3 two years later.
pub fn extended_support(engine: &str, major: &str, end: Option<Day>, today: Day) -> Option<PriceField> {
    let row = EXTENDED_SUPPORT.iter().find(|row| row.engine == engine && row.major == major);
    let (charged, later) = if let Some(row) = row {
        (row.year_1 <= today, row.year_3.is_some_and(|day| day <= today))
    } else {
        let months = |day: Day| u32::from(day.year()) * 12 + u32::from(day.month());
        let past = months(today).saturating_sub(months(end?));
        (past >= 1, past >= 25)
    };
    charged.then_some(if later {
        PriceField::ExtendedSupportAcuHourYear3
    } else {
        PriceField::ExtendedSupportAcuHourYear12
    })
}

impl PriceField {
    /// The field of that name.
    pub fn find(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, field, _)| *field == name).map(|(field, _, _)| *field)
    }

    /// As prices.json and the spec's `prices` key write it.
    pub fn name(self) -> &'static str {
        FIELDS.get(self as usize).map_or("", |(_, name, _)| name)
    }

    /// `USD per ACU-hour, …`.
    pub fn unit(self) -> &'static str {
        FIELDS.get(self as usize).map_or("", |(_, _, unit)| unit)
    }
}

/// An item of the price book; its number is its place in [`FIELDS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PriceField {
    /// USD per ACU-hour, Aurora Standard, Serverless v2, both engines.
    AcuHourStandard,
    /// USD per ACU-hour, Aurora I/O-Optimized, Serverless v2, both engines.
    AcuHourIoOptimized,
    /// USD per GB-month of cluster volume, Standard.
    StorageGbMonthStandard,
    /// USD per GB-month of cluster volume, I/O-Optimized.
    StorageGbMonthIoOptimized,
    /// USD per 1,000,000 storage I/O requests, Standard (I/O-Optimized: 0).
    IoPerMillionStandard,
    /// USD per GB-month of backup storage beyond the free amount.
    BackupGbMonth,
    /// USD per GB of snapshot exported to S3.
    SnapshotExportPerGb,
    /// USD per 1,000,000 change-record-hours (Aurora MySQL only).
    BacktrackPerMillionChangeRecordsHour,
    /// USD per ACU-hour of the Serverless v2 instances behind the proxy.
    RdsProxyAcuHour,
    /// USD per vCPU-hour of the provisioned instances behind the proxy.
    RdsProxyVcpuHour,
    /// USD per 1,000,000 replicated write I/Os (Global Database), Standard and I/O-Optimized.
    GlobalReplicatedWriteIoPerMillion,
    /// USD per 1,000,000 RDS Data API requests, first 1 billion a month, metered per 32 KB.
    DataApiPerMillion,
    /// USD per ACU-hour, CloudWatch Database Insights Advanced, Serverless v2.
    DbInsightsAdvancedAcuHour,
    /// USD per vCPU-hour, CloudWatch Database Insights Advanced, provisioned.
    DbInsightsAdvancedVcpuHour,
    /// USD per ACU-hour for retention beyond 7 days, first month (Database Insights Standard; formerly Performance Insights long-term retention).
    DbInsightsStandardRetentionFirstMonthAcuHour,
    /// USD per ACU-month, Performance Insights long-term retention, Serverless, first extra month (legacy unit).
    PiLongTermRetentionFirstMonthAcuMonth,
    /// USD per ACU-hour on top of the ACU price, Extended Support years 1-2.
    ExtendedSupportAcuHourYear12,
    /// USD per ACU-hour on top of the ACU price, Extended Support year 3+.
    ExtendedSupportAcuHourYear3,
    /// USD per vCPU-hour, Extended Support years 1-2 (provisioned).
    ExtendedSupportVcpuHourYear12,
    /// USD per vCPU-hour, Extended Support year 3+ (provisioned).
    ExtendedSupportVcpuHourYear3,
    /// USD per secret-month.
    SecretsManagerSecretMonth,
    /// USD per 10,000 API calls.
    SecretsManagerPer10kCalls,
    /// USD per standard-resolution alarm metric-month.
    CloudwatchAlarmMonth,
    /// USD per high-resolution alarm metric-month.
    CloudwatchAlarmHighResMonth,
    /// USD per GB of logs ingested (standard class); Enhanced Monitoring is billed here.
    CloudwatchLogsIngestGb,
    /// USD per GB-month of archived logs (compressed).
    CloudwatchLogsStoreGbMonth,
    /// USD per GB from this region to another AWS region (Global Database replication, cross-region copies).
    TransferOutInterRegionGb,
    /// USD per GB to the internet, first 10 TB.
    TransferOutInternetGbFirst10tb,
    /// USD per customer-managed key per month.
    KmsKeyMonth,
    /// USD per 10,000 requests.
    KmsPer10kRequests,
    /// USD per interface endpoint per zone per hour.
    InterfaceEndpointHourPerZone,
    /// USD per GB processed, first PB.
    InterfaceEndpointGb,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_book_says_so_when_it_is_older_than_120_days() {
        // 2026-10-10 and 120 days: 21 + 30 + 31 + 31 + 7.
        let [last, first] = [Day::new(2027, 2, 7), Day::new(2027, 2, 8)];
        assert_eq!((age_in_days(last), age_notice(last)), (120, None));
        assert!(age_notice(first).is_some_and(|it| it.contains("2026-10-10, 121 days ago")));
        assert_eq!(age_in_days(Day::new(2020, 1, 1)), 0);
    }
}
