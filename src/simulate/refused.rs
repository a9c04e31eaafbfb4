//! Why there is no number: each reason a sentence that says what is wrong, and where it helps, what to fetch.

use std::fmt;

use crate::facts::Acu;

/// Why a load is not simulated or sized. A figure drawn from it would be none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// There is nothing to play.
    NoPoints,
    /// More points than any series of CloudWatch has.
    TooManyPoints {
        /// How many there are.
        points: usize,
        /// How many may be.
        most: usize,
    },
    /// The series of the instances differ in length.
    Uneven {
        /// The instance that differs, writer 0.
        instance: usize,
        /// Its points.
        points: usize,
        /// The writer's.
        expected: usize,
    },
    /// A point lasts no time.
    NoLength,
    /// The load lasts too long.
    TooLong {
        /// Days that it may last.
        days: u64,
    },
    /// A preset's peak is below its base.
    PeakBelowBase {
        /// The base.
        base: Acu,
        /// The peak.
        peak: Acu,
    },
    /// More is wanted than makes sense.
    WantedTooHigh {
        /// What is wanted.
        wanted: Acu,
        /// What may be.
        most: Acu,
    },
    /// More series than the design has instances.
    TooManyInstances {
        /// Series in the load.
        given: usize,
        /// Instances in the design.
        instances: usize,
    },
    /// The maximum is below the minimum, or below 1 ACU.
    BadRange {
        /// The minimum.
        min: Acu,
        /// The maximum.
        max: Acu,
    },
    /// Nothing to size or simulate from: the design has no load and none was given.
    NoLoad,
    /// The measured series says nothing that can be used, for the reason given.
    Data(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPoints => f.write_str("the load has no points"),
            Self::TooManyPoints { points, most } => {
                write!(
                    f,
                    "the load has {points} points or more; {most} are the most, a year of minutes: cut it or take a longer period"
                )
            }
            Self::Uneven { instance, points, expected } => {
                write!(
                    f,
                    "the series of instance {instance} has {points} points, the writer's has {expected}; they must be equally many"
                )
            }
            Self::NoLength => f.write_str("a point must last 1 second at least"),
            Self::TooLong { days } => write!(f, "the load lasts more than {days} days; cut it"),
            Self::PeakBelowBase { base, peak } => {
                write!(f, "the peak of {peak} ACU lies below the base of {base} ACU")
            }
            Self::WantedTooHigh { wanted, most } => {
                write!(f, "{wanted} ACU are wanted; more than {most} ACU is no load of one instance")
            }
            Self::TooManyInstances { given, instances } => {
                write!(f, "the load has {given} instances and the design {instances}")
            }
            Self::BadRange { min, max } if max < min => {
                write!(f, "the maximum of {max} ACU lies below the minimum of {min} ACU")
            }
            Self::BadRange { max, .. } => write!(f, "the maximum of {max} ACU lies outside 1 to 256 ACU"),
            Self::NoLoad => f.write_str("the design names no load; give one, or set usage.load in the spec"),
            Self::Data(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Refused {}
