//! What a line of the bill takes for granted, beside the number it drives.

use super::bill::text::Count;
use super::{Bill, Line, LineId, pause};
use crate::design::{Design, Field, Part, Word as _};
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::{Acu, Decimal};

/// One thing a line assumes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assumption {
    /// The setting that holds it, and where it can be changed.
    pub field: Field,
    /// What is assumed and why: `100 GB of data: the usual figure for production`.
    pub text: String,
    /// Whether the user gave the figure.
    pub given: bool,
}

/// Everything that a line of the design's bill assumes about its use.
pub fn assumptions(design: &Design, line: &Line) -> Vec<Assumption> {
    let usage = &design.usage;
    match line.id {
        LineId::WriterAcu => instance(design, 0),
        LineId::ReaderAcu => match line.part {
            Part::Instance(place) => instance(design, place),
            _ => Vec::new(),
        },
        LineId::SecondaryAcu => secondary(design, line.part),
        LineId::Proxy | LineId::Insights | LineId::ExtendedSupport => match line.part {
            Part::Secondary(_) => secondary(design, line.part),
            _ => instances(design),
        },
        LineId::Storage | LineId::SecondaryStorage => {
            let text = format!("{} GB of data", Count(design.storage_gb()));
            vec![usual(design, Field::StorageGb, &text, usage.storage_gb)]
        }
        LineId::Io => {
            let text =
                format!("{} million reads and writes of storage", Count(design.io_requests_millions()));
            vec![usual(design, Field::IoRequestsMillions, &text, usage.io_requests_millions)]
        }
        LineId::Backup => vec![
            extra(Field::AutomatedBackupGb, usage.automated_backup_gb, "GB of automated backups"),
            extra(Field::ManualSnapshotGb, usage.manual_snapshot_gb, "GB of snapshots outside the retention"),
        ],
        LineId::Secret => {
            let text = format!("The secret is read {} times", Count(design.secret_calls()));
            vec![usual(design, Field::SecretCalls, &text, usage.secret_calls)]
        }
        LineId::Logs => {
            let monitored = design.cluster.enhanced_monitoring_seconds > 0;
            let with = if monitored { ", Enhanced Monitoring included" } else { "" };
            let text = format!("{} GB of logs{with}", Count(design.log_gb()));
            vec![usual(design, Field::LogGb, &text, usage.log_gb)]
        }
        LineId::DataApi => {
            vec![extra(Field::DataApiMillions, usage.data_api_millions, "million requests to the Data API")]
        }
        LineId::ReplicatedIo => {
            let field = Field::ReplicatedWriteIoMillions;
            vec![extra(
                field,
                usage.replicated_write_io_millions,
                "million writes replicated to each secondary",
            )]
        }
        LineId::Transfer => {
            vec![extra(
                Field::CrossRegionTransferGb,
                usage.cross_region_transfer_gb,
                "GB sent to each secondary",
            )]
        }
        LineId::Backtrack
        | LineId::ProxyEndpoint
        | LineId::InterfaceEndpoint(_)
        | LineId::Kms
        | LineId::Alarms
        | LineId::AwsBackup => Vec::new(),
    }
}

/// What the design's bill assumes of a setting of the use that the user gives no figure for; `None` where they do, and
/// where no line depends on it.
pub fn assumed(design: &Design, bill: &Bill, field: &Field) -> Option<String> {
    let mut all = bill.lines.iter().flat_map(|line| assumptions(design, line));
    all.find(|it| it.field == *field && !it.given).map(|it| it.text)
}

/// A figure that the environment gives where the user does not.
fn usual(design: &Design, field: Field, text: &str, given: Option<Decimal>) -> Assumption {
    let why = match given {
        Some(_) => "your figure".to_owned(),
        None => format!("the usual figure for {}", design.environment.word()),
    };
    Assumption { field, text: format!("{text}: {why}"), given: given.is_some() }
}

/// A figure that is nothing unless the user gives one.
fn extra(field: Field, figure: Decimal, unit: &str) -> Assumption {
    let given = figure > Decimal::ZERO;
    let why = if given { "your figure" } else { "none assumed" };
    Assumption { field, text: format!("{} {unit}: {why}", Count(figure)), given }
}

/// The averages of every instance of the primary.
fn instances(design: &Design) -> Vec<Assumption> {
    let mut all = Vec::new();
    for place in 0..=design.cluster.readers.len() {
        for next in instance(design, place) {
            if !all.contains(&next) {
                all.push(next);
            }
        }
    }
    all
}

/// What an instance of the primary runs at, and for how long.
fn instance(design: &Design, place: usize) -> Vec<Assumption> {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let tier = design.instances().nth(place).map_or(0, |it| it.promotion_tier);
    let writer = design.writer_acu();
    let mut all = Vec::new();
    if place == 0 {
        all.push(average(Field::WriterAcu, "The writer", (min, max), writer, design.usage.writer_acu));
    } else {
        let own = design.readers_acu();
        let mut it = average(Field::ReadersAcu, "A reader", (min, max), own, design.usage.readers_acu);
        if tier <= 1 && own < writer {
            it.text =
                format!("A reader in tier {tier} runs at the writer's average, because it scales with it");
            it.given = design.usage.writer_acu.is_some();
        }
        all.push(it);
    }
    if pause(design, place).pauses() {
        let hours = design.active_hours_per_month().min(Decimal::whole(HOURS_PER_MONTH));
        let text = format!("Awake for {} of {HOURS_PER_MONTH} hours", Count(hours));
        all.push(usual(design, Field::ActiveHoursPerMonth, &text, design.usage.active_hours_per_month));
    }
    if design.usage.savings_plan_percent > Decimal::ZERO {
        let percent = Count(design.usage.savings_plan_percent);
        let text = format!("A savings plan takes {percent} % off: your figure");
        all.push(Assumption { field: Field::SavingsPlanPercent, text, given: true });
    }
    all
}

fn secondary(design: &Design, part: Part) -> Vec<Assumption> {
    let Part::Secondary(place) = part else { return Vec::new() };
    let Some(secondary) = design.secondaries().get(place) else { return Vec::new() };
    let range = (design.secondary_min(secondary), design.secondary_max(secondary));
    let given = design.usage.secondaries_acu;
    vec![average(Field::SecondariesAcu, "An instance there", range, design.secondary_acu(secondary), given)]
}

fn average(
    field: Field,
    who: &str,
    (min, max): (Acu, Acu),
    figure: Decimal,
    given: Option<Decimal>,
) -> Assumption {
    let low = min.max(Acu::HALF);
    let high = max.max(low);
    let billed = figure.clamp(low.as_decimal(), high.as_decimal());
    let why = if given.is_none() {
        format!("a quarter of the way from {low} to {high}")
    } else if billed == figure {
        "your figure".to_owned()
    } else {
        format!("your {} held inside {low} to {high}", Count(figure))
    };
    Assumption {
        field,
        text: format!("{who} runs at {} ACU on average: {why}", Count(billed)),
        given: given.is_some(),
    }
}
