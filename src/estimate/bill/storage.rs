//! The volume and what is kept of it: storage, I/O, backups, Backtrack.

use super::costs::{Book, Costs, Metered, Rate, when_used};
use super::text::{Count, Price};
use super::{Line, LineId};
use crate::design::{Design, Part, StorageType};
use crate::estimate::{Band, Quantity};
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

const BACKTRACK: &str =
    "Backtrack is billed by the change records that the writes make, which a design can't tell.";
const SMALL: &str = "A volume below 10 GB may be billed as 10 GB: unconfirmed.";
/// Below this a volume may be billed as this (PRI-02).
const SMALL_GB: Decimal = Decimal::whole(10);
const AWS_BACKUP: &str = "The price book has no prices of AWS Backup.";

/// Price of a GB-month under the design's storage type.
fn storage_rate(design: &Design, book: &Book<'_>) -> Option<Rate> {
    book.rate(match design.cluster.storage_type {
        StorageType::Aurora => PriceField::StorageGbMonthStandard,
        StorageType::AuroraIopt1 => PriceField::StorageGbMonthIoOptimized,
    })
}

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    let rate = storage_rate(design, &costs.book);
    lines.push(volume(design, rate, LineId::Storage, "Storage".to_owned(), Part::Storage));
    for site in &costs.sites {
        let (rate, item) = (storage_rate(design, &site.book), format!("Storage in {}", site.code()));
        lines.push(volume(design, rate, LineId::SecondaryStorage, item, site.part));
    }
    lines.push(io(costs));
    lines.push(backup(costs));
    if design.cluster.backtrack_hours > 0 {
        lines.push(backtrack(costs));
    }
    if design.cluster.aws_backup {
        lines.push(aws_backup());
    }
}

fn volume(design: &Design, rate: Option<Rate>, id: LineId, item: String, part: Part) -> Line {
    let size = design.storage_gb();
    Metered {
        id,
        part,
        item,
        unit: "GB-month",
        quantity: Band::flat(size.into()),
        rate,
        arithmetic: format!("{} GB × {}", Count(size), Price(rate)),
        note: (size < SMALL_GB).then_some(SMALL),
    }
    .line()
}

fn io(costs: &Costs<'_>) -> Line {
    let millions = costs.design.io_requests_millions();
    let free = costs.design.cluster.storage_type == StorageType::AuroraIopt1;
    let rate = if free {
        Some(Rate { usd: Decimal::ZERO, provenance: None })
    } else {
        costs.book.rate(PriceField::IoPerMillionStandard)
    };
    Metered {
        id: LineId::Io,
        part: Part::Storage,
        item: "I/O".to_owned(),
        unit: "million requests",
        quantity: when_used(millions.into()),
        rate,
        arithmetic: if free {
            format!("{} M requests, free on I/O-Optimized", Count(millions))
        } else {
            format!("{} M requests × {}", Count(millions), Price(rate))
        },
        note: None,
    }
    .line()
}

/// Automated backups are free up to the volume's size, and altogether where they are kept for one day.
fn backup(costs: &Costs<'_>) -> Line {
    let design = costs.design;
    let (automated, manual) = (design.usage.automated_backup_gb, design.usage.manual_snapshot_gb);
    let volume = design.storage_gb();
    let one_day = design.cluster.backup_retention <= 1;
    let beyond = if one_day { Decimal::ZERO } else { automated.minus(volume) };
    let rate = costs.book.rate(PriceField::BackupGbMonth);
    let (extra, price) = (Count(manual), Price(rate));
    let arithmetic = if automated == Decimal::ZERO {
        format!("{extra} GB × {price}")
    } else if one_day {
        format!("{extra} GB × {price}, automated backups free at 1 day")
    } else {
        let sum = if automated > volume {
            format!("{} − {} free", Count(automated), Count(volume))
        } else {
            format!("max(0, {} − {} free)", Count(automated), Count(volume))
        };
        match (manual == Decimal::ZERO, automated > volume) {
            (true, true) => format!("({sum}) GB × {price}"),
            (true, false) => format!("{sum} GB × {price}"),
            (false, _) => format!("({sum} + {extra}) GB × {price}"),
        }
    };
    Metered {
        id: LineId::Backup,
        part: Part::Backups,
        item: "Backup".to_owned(),
        unit: "GB-month",
        quantity: Band::flat(Quantity::from(beyond).plus(manual.into())),
        rate,
        arithmetic,
        note: None,
    }
    .line()
}

fn backtrack(costs: &Costs<'_>) -> Line {
    let hours = costs.design.cluster.backtrack_hours;
    let price = Price(costs.book.rate(PriceField::BacktrackPerMillionChangeRecordsHour));
    Metered {
        id: LineId::Backtrack,
        part: Part::Backups,
        item: "Backtrack".to_owned(),
        unit: "hour of change records",
        quantity: Band::flat(Decimal::whole(hours.into()).into()),
        rate: None,
        arithmetic: format!("{hours} h × millions of change records × {price}"),
        note: Some(BACKTRACK),
    }
    .line()
}

fn aws_backup() -> Line {
    Metered {
        id: LineId::AwsBackup,
        part: Part::Backups,
        item: "AWS Backup".to_owned(),
        unit: "backup plan",
        quantity: Band::flat(Decimal::ONE.into()),
        rate: None,
        arithmetic: "1 plan × an unknown price".to_owned(),
        note: Some(AWS_BACKUP),
    }
    .line()
}
