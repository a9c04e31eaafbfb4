//! Series with what their files tell of them, before anyone asks for a use.

use crate::simulate::measured::{Metric, Reading, Statistic};

/// What the series are read for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Sizing: the metrics of an instance.
    Sizing,
    /// Usage: those and the volume's.
    Usage,
}

impl Purpose {
    /// The metric that a text names, in any case.
    pub(super) fn metric_in(self, text: &str) -> Option<Metric> {
        let text = text.to_ascii_lowercase();
        let named = |name: &&(&str, Metric)| text.contains(&name.0.to_ascii_lowercase());
        let volume: &[(&str, Metric)] = if self == Self::Usage { &Metric::VOLUME_NAMES } else { &[] };
        Metric::NAMES.iter().chain(volume).find(named).map(|(_, metric)| *metric)
    }

    /// The statistic where none is named: an amount is summed, everything else averaged.
    pub(super) const fn taken_for_granted(self, metric: Metric) -> Statistic {
        match (self, metric) {
            (Self::Usage, Metric::VolumeReadIops | Metric::VolumeWriteIops) => Statistic::Sum,
            _ => Statistic::Average,
        }
    }

    /// What is said of a series that is not wanted.
    pub(super) const fn no_metric(self) -> &'static str {
        match self {
            Self::Sizing => "no metric that sizing uses",
            Self::Usage => "no metric that tells usage",
        }
    }
}

/// A series and the texts that may say what it was measured on: label, id, name of the file; in this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToldSeries {
    /// What was measured.
    pub metric: Metric,
    /// What was made of it.
    pub statistic: Statistic,
    /// Label, id as far as there is one, and the file's name.
    pub texts: Vec<String>,
    /// The values.
    pub readings: Vec<Reading>,
}

/// What one file tells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// The series.
    pub series: Vec<ToldSeries>,
    /// A statistic that was taken for granted, a page that is missing.
    pub notices: Vec<String>,
}
