//! The series of all files as one set: pages joined, each with its owner.

use std::collections::{BTreeMap, BTreeSet};

use super::Members;
use super::owner::Owner;
use crate::formats::import::{Input, Notice, NoticeKind, Place, Refusal};
use crate::formats::series::{ToldSeries, read_usage_series};
use crate::simulate::measured::{Metric, Reading, Statistic};

/// The largest file, in bytes.
const MOST_BYTES: usize = 64 << 20;
/// The most points of all files.
const MOST_POINTS: usize = 2_000_000;

/// A series in the order of time, each time once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Owned {
    pub(super) metric: Metric,
    pub(super) statistic: Statistic,
    pub(super) owner: Owner,
    /// The first file it stands in.
    pub(super) file: String,
    pub(super) readings: Vec<Reading>,
}

/// All series, and what must be said of reading them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Set {
    pub(super) series: Vec<Owned>,
    pub(super) notices: Vec<Notice>,
}

impl Set {
    /// Reads every file.
    pub(super) fn read(inputs: &[&Input], members: &Members, has_readers: bool) -> Result<Self, Refusal> {
        let mut told: Vec<(&str, ToldSeries)> = Vec::new();
        let mut notices = Vec::new();
        let mut points = 0usize;
        for input in inputs {
            let file = input.name.as_str();
            if input.bytes.len() > MOST_BYTES {
                let message = "the file is larger than 64 MiB; fetch a longer period or fewer metrics";
                return Err(Refusal::at(Place::file(file), message));
            }
            let Ok(text) = std::str::from_utf8(&input.bytes) else {
                return Err(Refusal::at(Place::file(file), "the file is no UTF-8 text; save it as UTF-8"));
            };
            let read = read_usage_series(text, file.rsplit('/').next().unwrap_or(file)).map_err(|error| {
                let line = u32::try_from(error.line).unwrap_or(u32::MAX);
                Refusal::at(Place::line(file, line), error.message)
            })?;
            let said = |text| Notice::new(NoticeKind::Taken, Place::file(file), text);
            notices.extend(read.notices.into_iter().map(said));
            points = points.saturating_add(read.series.iter().map(|it| it.readings.len()).sum());
            if points > MOST_POINTS {
                let message =
                    "there are more than 2 million points; fetch a longer period, 5 minutes or an hour";
                return Err(Refusal::at(Place::file(file), message));
            }
            told.extend(read.series.into_iter().map(|series| (file, series)));
        }
        let mut set = Self { series: join(told, members), notices };
        set.keep_own_instances(members);
        set.say_unknown_owners(has_readers);
        Ok(set)
    }

    /// The series of these metrics.
    pub(super) fn of(&self, metrics: impl AsRef<[Metric]>) -> impl Iterator<Item = &Owned> {
        self.series.iter().filter(move |it| metrics.as_ref().contains(&it.metric))
    }

    /// Their points.
    pub(super) fn readings(&self, metrics: impl AsRef<[Metric]>) -> impl Iterator<Item = &[Reading]> {
        self.of(metrics).map(|it| it.readings.as_slice())
    }

    /// Where identifiers named some series of a metric, those that no member's identifier and no role names are of
    /// other instances; the cluster's average would count an instance twice.
    fn keep_own_instances(&mut self, members: &Members) {
        if members.writer.is_none() && members.readers.is_empty() {
            return;
        }
        let is_member = |it: &Owned| matches!(it.owner, Owner::Writer | Owner::Reader(_));
        let known: BTreeSet<Metric> =
            self.series.iter().filter(|it| is_member(it)).map(|it| it.metric).collect();
        let (kept, others): (Vec<Owned>, Vec<Owned>) = std::mem::take(&mut self.series)
            .into_iter()
            .partition(|it| !is_instances(it.metric) || is_member(it) || !known.contains(&it.metric));
        self.series = kept;
        let others: BTreeSet<(String, Metric)> = others.into_iter().map(|it| (it.file, it.metric)).collect();
        for (file, metric) in others {
            let text = format!(
                "a series of {} names none of the cluster's instances, while others do: left out",
                metric.name()
            );
            self.notices.push(Notice::new(NoticeKind::Dropped, Place::file(file), text));
        }
    }

    fn say_unknown_owners(&mut self, has_readers: bool) {
        let told: BTreeSet<(Owner, String, Metric)> = self
            .series
            .iter()
            .filter(|it| has_readers && matches!(it.metric, Metric::Capacity | Metric::AcuUtilization))
            .filter(|it| matches!(it.owner, Owner::Cluster | Owner::Unknown))
            .map(|it| (it.owner.clone(), it.file.clone(), it.metric))
            .collect();
        for (owner, file, metric) in told {
            let why = if owner == Owner::Cluster {
                "is the cluster's, which is the average over its instances"
            } else {
                "does not tell its instance"
            };
            let text = format!("{} {why}: it counts for the writer and all readers", metric.name());
            self.notices.push(Notice::new(NoticeKind::Taken, Place::file(file), text));
        }
    }
}

/// Whether an instance has it, not the volume.
const fn is_instances(metric: Metric) -> bool {
    !matches!(metric, Metric::VolumeBytes | Metric::VolumeReadIops | Metric::VolumeWriteIops)
}

/// Joins what has the same metric, statistic and label: pages of one answer, or files of one month each. Of two values
/// for one time the first stays.
fn join(told: Vec<(&str, ToldSeries)>, members: &Members) -> Vec<Owned> {
    let mut joined: BTreeMap<(Metric, Statistic, Owner, String), Owned> = BTreeMap::new();
    for (file, series) in told {
        let (owner, is_named) = Owner::in_texts(&series.texts, members);
        // A member is known by its identifier whatever the label says; without one, labels part the instances.
        let label = if is_named { String::new() } else { series.texts.first().cloned().unwrap_or_default() };
        let key = (series.metric, series.statistic, owner.clone(), label);
        let known = joined.entry(key).or_insert_with(|| Owned {
            metric: series.metric,
            statistic: series.statistic,
            owner,
            file: file.to_owned(),
            readings: Vec::new(),
        });
        known.readings.extend(series.readings);
    }
    let mut all: Vec<Owned> = joined.into_values().collect();
    for series in &mut all {
        series.readings.sort_by_key(|it| it.at);
        series.readings.dedup_by_key(|it| it.at);
    }
    all.retain(|it| !it.readings.is_empty());
    all
}
