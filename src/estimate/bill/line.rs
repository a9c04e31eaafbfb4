//! A line of the bill: what it is about, how much of it, at which price.

use serde::{Deserialize, Serialize};

use super::{Arithmetic, Charge};
use crate::design::{InterfaceEndpoint, Part};
use crate::estimate::{Band, Quantity, UnitPrice, Usd};
use crate::facts::prices::{PriceField, Provenance};

/// Makes the kinds of line and what is known of each.
macro_rules! lines {
    ($($(#[doc = $doc:literal])+ $name:ident $(($of:ty))?: $word:literal in $unit:ident $(, $by:ident)?;)+) => {
        /// The kinds of line, in the order of the bill (spec section 4).
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub enum LineId {
            $($(#[doc = $doc])+ $name $(($of))?,)+
        }

        impl LineId {
            /// The name of every kind, in the order of the bill.
            pub const NAMES: &[&str] = &[$($word),+];

            /// As the spec names it: `writer_acu`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $word,)+
                }
            }

            /// What its quantity is counted in.
            pub const fn unit(self) -> Unit {
                match self {
                    $(Self::$name { .. } => Unit::$unit,)+
                }
            }

            /// Whether the storage type sets its price (ADV-08).
            pub const fn is_priced_by_storage_type(self) -> bool {
                match self {
                    $(Self::$name { .. } => lines!(@by $($by)?),)+
                }
            }
        }
    };
    (@by) => { false };
    (@by storage_type) => { true };
}

lines! {
    /// The writer's ACUs.
    WriterAcu: "writer_acu" in AcuHour, storage_type;
    /// A reader's ACUs.
    ReaderAcu: "reader_acu" in AcuHour, storage_type;
    /// A secondary's ACUs.
    SecondaryAcu: "secondary_acu" in AcuHour, storage_type;
    /// The volume.
    Storage: "storage" in GbMonth, storage_type;
    /// A secondary's volume.
    SecondaryStorage: "secondary_storage" in GbMonth, storage_type;
    /// Storage requests.
    Io: "io" in MillionRequests, storage_type;
    /// Backups beyond the free amount.
    Backup: "backup" in GbMonth;
    /// Backtrack change records.
    Backtrack: "backtrack" in ChangeRecordHour;
    /// RDS Proxy.
    Proxy: "proxy" in AcuHour;
    /// The proxy's extra endpoint.
    ProxyEndpoint: "proxy_endpoint" in ZoneHour;
    /// An interface endpoint of a created VPC.
    InterfaceEndpoint(InterfaceEndpoint): "interface_endpoint" in ZoneHour;
    /// Database Insights.
    Insights: "insights" in AcuHour;
    /// Extended Support.
    ExtendedSupport: "extended_support" in AcuHour;
    /// Secret and calls.
    Secret: "secret" in SecretMonth;
    /// KMS keys.
    Kms: "kms" in KeyMonth;
    /// Alarms.
    Alarms: "alarms" in AlarmMonth;
    /// Logs in and stored.
    Logs: "logs" in Gb;
    /// AWS Backup.
    AwsBackup: "aws_backup" in BackupPlan;
    /// Data API requests.
    DataApi: "data_api" in MillionRequests;
    /// Replicated writes.
    ReplicatedIo: "replicated_io" in MillionWrites;
    /// Transfer between Regions.
    Transfer: "transfer" in Gb;
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
