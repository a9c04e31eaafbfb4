//! Series as CloudWatch measured them: checked, graded, and turned into the load of one instance. Thin or doubtful data
//! give no number, but the reason and what to fetch.

mod grade;
mod join;
mod series;

pub(super) use grade::nearest_rank;
pub use grade::{Grade, Measured, measured};
pub use join::utc;
pub use series::{Metric, Reading, Series, Statistic};

use serde::{Deserialize, Serialize};

use crate::facts::Acu;
use crate::simulate::class::Class;

/// What the series were measured on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Origin {
    /// A serverless instance with this maximum.
    Serverless(Acu),
    /// A provisioned instance.
    Provisioned(Class),
    /// Nobody said.
    Unknown,
}
