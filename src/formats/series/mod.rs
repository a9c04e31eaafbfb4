//! Series of numbers over time: what CloudWatch measured, and loads that were made by hand. They are read here and
//! stay with whoever reads them: no series enters a spec or a link.

mod clock;
mod cloudwatch;
mod csv;
mod load;
mod number;
mod told;

pub use told::{Purpose, Told, ToldSeries};

use crate::simulate::Load;
use crate::simulate::measured::Series;

/// Why a text is no series: where, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeriesError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl SeriesError {
    fn at(line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { line, column, message: message.into() }
    }

    /// About the file as a whole.
    fn whole(message: impl Into<String>) -> Self {
        Self::at(1, 1, message)
    }
}

/// Series with what must be said of how they were read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadSeries {
    /// The series.
    pub series: Vec<Series>,
    /// A statistic that was taken for granted, a page that is missing.
    pub notices: Vec<String>,
}

/// Reads what CloudWatch answered (`get-metric-data`, `get-metric-statistics`) or a CSV of it; the kind is found by the
/// content. `name` is the file's, which may name metric and statistic where the content does not.
///
/// # Errors
/// Where it is none of them, or a value is no number of 0 or more; with the place.
pub fn read_series(text: &str, name: &str) -> Result<ReadSeries, SeriesError> {
    let purpose = Purpose::Sizing;
    let told =
        if is_json(text) { cloudwatch::read(text, name, purpose) } else { csv::read(text, name, purpose) };
    told.map(plain)
}

/// Reads every series that tells usage, with the texts that may name its instance.
///
/// # Errors
/// As [`read_series`], but a file of other metrics gives a notice.
pub fn read_usage_series(text: &str, name: &str) -> Result<Told, SeriesError> {
    if is_json(text) {
        cloudwatch::read(text, name, Purpose::Usage)
    } else if is_yaml(text) {
        cloudwatch::read_yaml(text, name, Purpose::Usage)
    } else {
        csv::read(text, name, Purpose::Usage)
    }
}

/// Whether a text is an answer that was asked for as YAML.
fn is_yaml(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    lines.any(|line| ["MetricDataResults:", "Datapoints:"].iter().any(|key| line.starts_with(key)))
}

/// The series alone, each with what its label says besides metric and statistic.
fn plain(told: Told) -> ReadSeries {
    let plain = |it: ToldSeries| Series {
        metric: it.metric,
        statistic: it.statistic,
        of: it.texts.first().map(|label| cloudwatch::owner(label)).unwrap_or_default(),
        readings: it.readings,
    };
    ReadSeries { series: told.series.into_iter().map(plain).collect(), notices: told.notices }
}

/// Reads a load that was made: `{point_seconds, instances: …}` or a CSV of `second,wanted_acu[,connections]`.
///
/// # Errors
/// As [`read_series`]; also where a capacity is off the half step or the load can't be played.
pub fn read_load(text: &str) -> Result<Load, SeriesError> {
    if is_json(text) { load::json(text) } else { load::csv(text) }
}

fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// Refuses a list where a map is expected; the reader would take one for a map whose keys are left out.
fn no_list(text: &str, expected: &str) -> Result<(), SeriesError> {
    let is_list = text.trim_start().starts_with('[');
    if is_list { Err(SeriesError::whole(format!("expected {expected}, found a list"))) } else { Ok(()) }
}

/// What a JSON reader says, with what people write in place of a number named as such.
fn json_error(text: &str, error: &serde_json::Error) -> SeriesError {
    let (line, column) = (error.line().max(1), error.column().max(1));
    let rest = text.lines().nth(line - 1).and_then(|it| it.get(column - 1..)).unwrap_or_default();
    let named = ["NaN", "Infinity", "-Infinity"]
        .into_iter()
        .find(|word| rest.starts_with(word) || rest.starts_with(word.trim_start_matches('-')));
    let said = error.to_string();
    let plain = said.split(" at line ").next().unwrap_or(&said);
    let message =
        named.map_or_else(|| plain.to_owned(), |word| format!("{word} is no number; leave the point out"));
    SeriesError::at(line, column, message)
}
