//! A design's bill, line by line, for an idle, a typical and a ceiling month.

mod compute;
mod costs;
mod global;
mod proxy;
mod services;
mod shape;
mod storage;
mod support;
pub(super) mod text;

use crate::design::{Design, Part};
use crate::facts::Day;
use crate::facts::prices::{PRICE_DATE, Provenance};

use super::{Band, Month, Usd};
use costs::Costs;

pub(super) use compute::Supposed;
pub(super) use shape::Shape;

/// The kinds of line, in the order of the bill (spec section 4).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LineId {
    /// The writer's ACUs.
    WriterAcu,
    /// A reader's ACUs.
    ReaderAcu,
    /// A secondary's ACUs.
    SecondaryAcu,
    /// The volume.
    Storage,
    /// A secondary's volume.
    SecondaryStorage,
    /// Storage requests.
    Io,
    /// Backups beyond the free amount.
    Backup,
    /// Backtrack change records.
    Backtrack,
    /// RDS Proxy.
    Proxy,
    /// The proxy's extra endpoint.
    ProxyEndpoint,
    /// Database Insights.
    Insights,
    /// Extended Support.
    ExtendedSupport,
    /// Secret and calls.
    Secret,
    /// KMS keys.
    Kms,
    /// Alarms.
    Alarms,
    /// Logs in and stored.
    Logs,
    /// AWS Backup.
    AwsBackup,
    /// Data API requests.
    DataApi,
    /// Replicated writes.
    ReplicatedIo,
    /// Transfer between Regions.
    Transfer,
}

impl LineId {
    /// As the spec names it: `writer_acu`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WriterAcu => "writer_acu",
            Self::ReaderAcu => "reader_acu",
            Self::SecondaryAcu => "secondary_acu",
            Self::Storage => "storage",
            Self::SecondaryStorage => "secondary_storage",
            Self::Io => "io",
            Self::Backup => "backup",
            Self::Backtrack => "backtrack",
            Self::Proxy => "proxy",
            Self::ProxyEndpoint => "proxy_endpoint",
            Self::Insights => "insights",
            Self::ExtendedSupport => "extended_support",
            Self::Secret => "secret",
            Self::Kms => "kms",
            Self::Alarms => "alarms",
            Self::Logs => "logs",
            Self::AwsBackup => "aws_backup",
            Self::DataApi => "data_api",
            Self::ReplicatedIo => "replicated_io",
            Self::Transfer => "transfer",
        }
    }
}

/// One line: what, how much of it, and the arithmetic of the typical month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its kind.
    pub id: LineId,
    /// What it is, for people: `Reader 1`.
    pub item: String,
    /// The part of the diagram that causes it.
    pub part: Part,
    /// Quantity of the typical month, in `unit`, as exact decimal text.
    pub quantity: String,
    /// Unit of the quantity: `ACU-hour`.
    pub unit: &'static str,
    /// USD per unit as exact decimal text; `None` is unknown.
    pub unit_price: Option<String>,
    /// The amount in each month; `None` is unknown.
    pub monthly: Option<Band<Usd>>,
    /// The typical month as people write it: `2 ACU × 730 h × $0.12`.
    pub arithmetic: String,
    /// What is assumed or unconfirmed about it.
    pub note: Option<&'static str>,
    /// Where the unit price comes from; `None` for a price of the user's own.
    pub provenance: Option<&'static Provenance>,
}

/// A month's sum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Total {
    /// The sum of the known lines.
    pub usd: Usd,
    /// Whether every line is known; else the sum is "at least".
    pub complete: bool,
}

impl Total {
    fn new<'a>(lines: impl Iterator<Item = &'a Line>, month: Month) -> Self {
        let mut total = Self { usd: Usd::ZERO, complete: true };
        for line in lines {
            match line.monthly {
                Some(band) => total.usd = total.usd.plus(band.of(month)),
                None => total.complete = false,
            }
        }
        // A sum that is held at the largest amount is no less than that.
        total.complete &= total.usd < Usd::MOST;
        total
    }
}

/// The bill of a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bill {
    /// Region code.
    pub region: &'static str,
    /// Date of the price book.
    pub price_date: Day,
    /// Lines in the order of [`LineId`].
    pub lines: Vec<Line>,
}

impl Bill {
    /// The sum of a month, before rounding.
    pub fn total(&self, month: Month) -> Total {
        Total::new(self.lines.iter(), month)
    }

    /// What a part of the diagram costs; `complete` is false where one of its lines is unknown.
    pub fn of(&self, part: Part, month: Month) -> Total {
        Total::new(self.lines.iter().filter(|line| line.part == part), month)
    }
}

/// What no line holds and every reader of a bill should know.
pub const LEFT_OUT: &str = "List prices without tax; free tiers of the account, requests to keys, and traffic of clients are left out.";

/// The bill of a design on a day; the day only decides whether Extended Support is charged.
pub fn bill(design: &Design, today: Day) -> Bill {
    supposing(design, today, Supposed::Nothing)
}

/// The bill under a supposition.
pub(super) fn supposing(design: &Design, today: Day, supposed: Supposed) -> Bill {
    of_costs(&Costs::new(design, today, supposed))
}

fn of_costs(costs: &Costs<'_>) -> Bill {
    let design = costs.design;
    let mut lines = Vec::with_capacity(16 + design.cluster.readers.len() + 6 * design.secondaries().len());
    compute::add(costs, &mut lines);
    storage::add(costs, &mut lines);
    proxy::add(costs, &mut lines);
    support::add(costs, &mut lines);
    services::add(costs, &mut lines);
    global::add(costs, &mut lines);
    lines.sort_by_key(|line| line.id);
    Bill { region: design.region.code, price_date: PRICE_DATE, lines }
}
