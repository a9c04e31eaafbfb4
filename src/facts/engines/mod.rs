//! Engines and their versions.

mod table;

use crate::facts::units::{Acu, Day};

pub use table::{AURORA_MYSQL, AURORA_POSTGRESQL};

/// What AWS said of a version on the day of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Offered and supported.
    Available,
    /// Still offered, the minor's own date has passed.
    MinorPastEnd,
    /// Still offered, the major's date has passed: Extended Support is charged.
    ExtendedSupport,
    /// Can't be created any more.
    Deprecated,
}

/// One engine version.
#[derive(PartialEq, Eq, Debug)]
pub struct EngineVersion {
    /// As AWS writes it: `17.7`, `8.0.mysql_aurora.3.10.6`.
    pub version: &'static str,
    /// The major: `17`, `8.0`.
    pub major: &'static str,
    /// Status on the day of the table.
    pub status: Status,
    /// Whether new clusters can be made with it (ENG-04, ENG-05).
    pub creatable: bool,
    /// Whether `db.serverless` runs it (ENG-02).
    pub serverless_v2: bool,
    /// Whether the minimum may be 0 ACU (ACU-06).
    pub zero_acu: bool,
    /// Whether the maximum may be 256 ACU, else 128 (ACU-06).
    pub max_acu_256: bool,
    /// Long-term support (ENG-09).
    pub lts: bool,
    /// End of the minor's standard support; `None` is UNCONFIRMED (ENG-14, ENG-15).
    pub end_of_standard_support: Option<Day>,
    /// End of the major's standard support (ENG-11, ENG-13).
    pub major_end_of_standard_support: Option<Day>,
    /// Largest volume in TiB; `None` is UNCONFIRMED (LIM-02).
    pub max_storage_tib: Option<u16>,
    /// Whether I/O-Optimized works; `None` is UNCONFIRMED (STO-03).
    pub io_optimized: Option<bool>,
    /// Whether the Data API works; `None` is UNCONFIRMED (API-01).
    pub data_api: Option<bool>,
    /// Parameter group family (ENG-20).
    pub parameter_group_family: Option<&'static str>,
    /// Fact ids and date.
    pub source: &'static str,
}

/// What AWS is said to take for a prefix where it has the choice, UNCONFIRMED (ENG-17).
const AWS_DEFAULTS: [&str; 3] = ["17.7", "16.11", "8.0.mysql_aurora.3.10.3"];

impl EngineVersion {
    /// Whether AWS is said to take it where a prefix leaves it the choice, UNCONFIRMED (ENG-17).
    pub fn is_aws_default(&self) -> bool {
        AWS_DEFAULTS.contains(&self.version)
    }

    /// The largest capacity a new cluster of this version may have (ACU-06).
    pub const fn max_acu(&self) -> Acu {
        if self.max_acu_256 { Acu::whole(256) } else { Acu::whole(128) }
    }

    /// The smallest minimum (ACU-06).
    pub const fn min_acu(&self) -> Acu {
        if self.zero_acu { Acu::ZERO } else { Acu::HALF }
    }
}

/// The numbers of a version in their order, whatever stands between them: 8, 0, 3, 10, 6 of `8.0.mysql_aurora.3.10.6`. An
/// older version's are less.
pub fn numbers(version: &str) -> Vec<u32> {
    version.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_version_s_numbers_are_less() {
        assert_eq!(numbers("8.0.mysql_aurora.3.10.6"), [8, 0, 3, 10, 6]);
        assert!(numbers("8.0.mysql_aurora.3.04.0") < numbers("8.0.mysql_aurora.3.10.6"));
        assert!(numbers("16.9") < numbers("16.10") && numbers("16") < numbers("16.9"));
    }
}
