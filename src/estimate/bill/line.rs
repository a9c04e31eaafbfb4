//! A line of the bill: what it is about, how much of it, at which price.

use serde::{Deserialize, Serialize};

use super::{Arithmetic, Charge};
use crate::design::{InterfaceEndpoint, Part};
use crate::estimate::{Band, Quantity, UnitPrice, Usd};
use crate::facts::prices::{PriceField, Provenance};

/// The kinds of line, in the order of the bill (spec section 4).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
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
    /// An interface endpoint of a created VPC.
    InterfaceEndpoint(InterfaceEndpoint),
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
            Self::InterfaceEndpoint(_) => "interface_endpoint",
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

    /// What its quantity is counted in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::WriterAcu
            | Self::ReaderAcu
            | Self::SecondaryAcu
            | Self::Proxy
            | Self::Insights
            | Self::ExtendedSupport => Unit::AcuHour,
            Self::Storage | Self::SecondaryStorage | Self::Backup => Unit::GbMonth,
            Self::Io | Self::DataApi => Unit::MillionRequests,
            Self::Backtrack => Unit::ChangeRecordHour,
            Self::ProxyEndpoint | Self::InterfaceEndpoint(_) => Unit::ZoneHour,
            Self::Secret => Unit::SecretMonth,
            Self::Kms => Unit::KeyMonth,
            Self::Alarms => Unit::AlarmMonth,
            Self::Logs | Self::Transfer => Unit::Gb,
            Self::AwsBackup => Unit::BackupPlan,
            Self::ReplicatedIo => Unit::MillionWrites,
        }
    }

    /// Whether the storage type sets its price (ADV-08).
    pub const fn is_priced_by_storage_type(self) -> bool {
        match self {
            Self::WriterAcu
            | Self::ReaderAcu
            | Self::SecondaryAcu
            | Self::Storage
            | Self::SecondaryStorage
            | Self::Io => true,
            Self::Backup
            | Self::Backtrack
            | Self::Proxy
            | Self::ProxyEndpoint
            | Self::InterfaceEndpoint(_)
            | Self::Insights
            | Self::ExtendedSupport
            | Self::Secret
            | Self::Kms
            | Self::Alarms
            | Self::Logs
            | Self::AwsBackup
            | Self::DataApi
            | Self::ReplicatedIo
            | Self::Transfer => false,
        }
    }
}

/// What quantities are counted in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unit {
    /// An ACU for an hour.
    AcuHour,
    /// A GB kept for a month.
    GbMonth,
    /// A GB that is moved once.
    Gb,
    /// 1,000,000 requests.
    MillionRequests,
    /// 1,000,000 replicated writes.
    MillionWrites,
    /// An hour of Backtrack's change records, however many there are.
    ChangeRecordHour,
    /// An interface in one zone for an hour.
    ZoneHour,
    /// A secret for a month.
    SecretMonth,
    /// A key for a month.
    KeyMonth,
    /// An alarm for a month.
    AlarmMonth,
    /// A plan of AWS Backup.
    BackupPlan,
}

/// One line: what, how much of it, and the arithmetic of the typical month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its kind.
    pub id: LineId,
    /// The part of the diagram that causes it; it holds the place of the instance or secondary.
    pub part: Part,
    /// Code of the Region that the part is in: a secondary's own, else the primary's.
    pub region: &'static str,
    /// Quantity of the typical month, in units of [`LineId::unit`].
    pub quantity: Quantity,
    /// USD per unit in the typical month; `None` is unknown.
    pub unit_price: Option<UnitPrice>,
    /// The amount in each month; `None` is unknown.
    pub monthly: Option<Band<Usd>>,
    /// How the typical month is reckoned; prints as `2 ACU × 730 h × $0.12`.
    pub arithmetic: Arithmetic,
    /// What is assumed or unconfirmed about it.
    pub note: Option<&'static str>,
    /// Where the unit price comes from, of two the one less sure; `None` where all are the user's own, unknown or 0.
    pub provenance: Option<&'static Provenance>,
}

/// What tells the lines of a bill apart: no two are of one kind and about one part.
pub type LineKey = (LineId, Part);

impl Line {
    /// What tells it apart from the other lines of its bill.
    pub const fn key(&self) -> LineKey {
        (self.id, self.part)
    }

    /// What its quantity is counted in.
    pub const fn unit(&self) -> Unit {
        self.id.unit()
    }

    /// The place of the instance of the primary that it is about, 0 for the writer; `None` for any other line.
    pub const fn instance(&self) -> Option<usize> {
        match self.part {
            Part::Instance(index) => Some(index),
            _ => None,
        }
    }

    /// The place of the secondary that it is about; `None` for any other line.
    pub const fn secondary(&self) -> Option<usize> {
        match self.part {
            Part::Secondary(index) => Some(index),
            _ => None,
        }
    }

    /// The prices that make its amount, the main one first.
    pub fn charges(&self) -> impl Iterator<Item = Charge> + use<> {
        self.arithmetic.charges().into_iter().flatten()
    }

    /// The item of prices.json that its unit price comes from; `None` where the book has no such item.
    pub fn price_field(&self) -> Option<PriceField> {
        self.charges().next().map(|charge| charge.field)
    }

    /// The price that the user can enter to make an unknown amount known; `None` where the amount is known, and where no
    /// price of the user's own would help: in a secondary's Region, or for what the design can't tell.
    pub fn missing_price(&self) -> Option<PriceField> {
        let missing = |charge: &Charge| charge.usd.is_none() && charge.open;
        self.charges().find(missing).filter(|_| self.monthly.is_none()).map(|charge| charge.field)
    }
}
