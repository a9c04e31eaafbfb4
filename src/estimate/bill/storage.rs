//! The volume and what is kept of it: storage, I/O, backups, Backtrack.

use super::book::Book;
use super::costs::{Costs, Metered, when_used};
use super::{Arithmetic, Charge, Line, LineId, Unit};
use crate::design::{Design, Part, StorageType};
use crate::estimate::{Band, Quantity, UnitPrice};
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

const BACKTRACK: &str =
    "Backtrack is billed by the change records that the writes make, which a design can't tell.";
const SMALL: &str = "A volume below 10 GB may be billed as 10 GB: unconfirmed.";
/// Below this a volume may be billed as this (PRI-02).
const SMALL_GB: Decimal = Decimal::whole(10);
const AWS_BACKUP: &str = "The price book has no prices of AWS Backup.";

/// Price of a GB-month under the design's storage type.
fn storage_price(design: &Design, book: &Book<'_>) -> Charge {
    book.charge(match design.cluster.storage_type {
        StorageType::Aurora => PriceField::StorageGbMonthStandard,
        StorageType::AuroraIopt1 => PriceField::StorageGbMonthIoOptimized,
    })
}

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    let head = (LineId::Storage, Part::Storage, costs.code());
    lines.push(volume(design, head, storage_price(design, &costs.book)));
    for site in &costs.sites {
        let head = (LineId::SecondaryStorage, site.part, site.code());
        lines.push(volume(design, head, storage_price(design, &site.book)));
    }
    lines.push(io(costs));
    lines.push(backup(costs));
    if design.cluster.backtrack_hours > 0 {
        lines.push(backtrack(costs));
    }
    if design.cluster.aws_backup {
        lines.push(aws_backup(costs));
    }
}

fn volume(design: &Design, (id, part, region): (LineId, Part, &'static str), price: Charge) -> Line {
    let size = design.storage_gb();
    Metered {
        id,
        part,
        region,
        quantity: Band::flat(size.into()),
        price: Some(price),
        arithmetic: Arithmetic::Of { amount: size, unit: Unit::GbMonth, price: Some(price) },
        note: (size < SMALL_GB).then_some(SMALL),
    }
    .line()
}

fn io(costs: &Costs<'_>) -> Line {
    let requests = costs.design.io_requests_millions();
    let metered = |price: Option<Charge>, arithmetic: Arithmetic| {
        Metered {
            id: LineId::Io,
            part: Part::Storage,
            region: costs.code(),
            quantity: when_used(requests.into()),
            price,
            arithmetic,
            note: None,
        }
        .line()
    };
    match costs.design.cluster.storage_type {
        StorageType::Aurora => {
            let price = Some(costs.book.charge(PriceField::IoPerMillionStandard));
            metered(price, Arithmetic::Of { amount: requests, unit: Unit::MillionRequests, price })
        }
        // Free is a price that is known, and none of the book's.
        StorageType::AuroraIopt1 => Line {
            unit_price: Some(UnitPrice::ZERO),
            monthly: Some(Band::default()),
            ..metered(None, Arithmetic::Free { requests })
        },
    }
}

/// Automated backups are free up to the volume's size, and altogether where they are kept for one day.
fn backup(costs: &Costs<'_>) -> Line {
    let design = costs.design;
    let (automated, manual) = (design.usage.automated_backup_gb, design.usage.manual_snapshot_gb);
    let free = (design.cluster.backup_retention > 1).then(|| design.storage_gb());
    let beyond = free.map_or(Decimal::ZERO, |free| automated.minus(free));
    let price = costs.book.charge(PriceField::BackupGbMonth);
    Metered {
        id: LineId::Backup,
        part: Part::Backups,
        region: costs.code(),
        quantity: Band::flat(Quantity::from(beyond).plus(manual.into())),
        price: Some(price),
        arithmetic: Arithmetic::Backup { automated, free, manual, price },
        note: None,
    }
    .line()
}

fn backtrack(costs: &Costs<'_>) -> Line {
    let hours = costs.design.cluster.backtrack_hours;
    let price = costs.book.charge(PriceField::BacktrackPerMillionChangeRecordsHour);
    Metered {
        id: LineId::Backtrack,
        part: Part::Backups,
        region: costs.code(),
        quantity: Band::flat(Decimal::whole(hours.into()).into()),
        price: None,
        arithmetic: Arithmetic::Backtrack { hours, price },
        note: Some(BACKTRACK),
    }
    .line()
}

fn aws_backup(costs: &Costs<'_>) -> Line {
    Metered {
        id: LineId::AwsBackup,
        part: Part::Backups,
        region: costs.code(),
        quantity: Band::flat(Decimal::ONE.into()),
        price: None,
        arithmetic: Arithmetic::Of { amount: Decimal::ONE, unit: Unit::BackupPlan, price: None },
        note: Some(AWS_BACKUP),
    }
    .line()
}
