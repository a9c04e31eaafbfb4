//! Regions and their Availability Zones.

mod table;

pub use table::*;

/// The family of Regions that an ARN names first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Partition {
    /// Commercial Regions, `aws`.
    Aws,
    /// China, `aws-cn`.
    AwsCn,
    /// GovCloud, `aws-us-gov`.
    AwsUsGov,
}

impl Partition {
    /// As AWS writes it in ARNs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::AwsCn => "aws-cn",
            Self::AwsUsGov => "aws-us-gov",
        }
    }
}

/// One Region and what it offers.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Region {
    /// `us-east-1`.
    pub code: &'static str,
    /// `US East (N. Virginia)`.
    pub name: &'static str,
    /// Letters of the zones that a typical account sees, ascending (REG-05, REG-06).
    pub zones: &'static str,
    /// Partition.
    pub partition: Partition,
    /// Whether `db.serverless` is offered (REG-01).
    pub serverless_v2: bool,
    /// Whether the account must enable the Region first (REG-04).
    pub opt_in: bool,
    /// Whether RDS Proxy is offered (PRX-20).
    pub rds_proxy: bool,
    /// Whether the Data API is offered (API-01).
    pub data_api: bool,
    /// Whether Backtrack is offered (BAK-10).
    pub backtrack: bool,
    /// Fact ids and date.
    pub source: &'static str,
}

impl Region {
    /// The Region of that code.
    pub fn find(code: &str) -> Option<&'static Self> {
        REGIONS.iter().copied().find(|region| region.code == code)
    }

    /// The part of the name that people say: `N. Virginia`.
    pub fn place(&self) -> &'static str {
        let inner = self.name.split_once('(').map_or(self.name, |(_, rest)| rest);
        inner.trim_end_matches(')')
    }
}
