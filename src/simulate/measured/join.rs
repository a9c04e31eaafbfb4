//! The series of all files as one set: of one instance, in the order of time, each value once.

use std::collections::{BTreeMap, BTreeSet};

use super::series::{Metric, Reading, Series, Statistic};
use crate::facts::{Day, Decimal};
use crate::simulate::refused::Refused;

/// The series of one instance, each in the order of time.
#[derive(Debug, Default)]
pub(super) struct Joined(BTreeMap<(Metric, Statistic), BTreeMap<i64, u64>>);

impl Joined {
    /// Joins what belongs together.
    pub(super) fn of(all: &[Series]) -> Result<Self, Refused> {
        one_instance(all)?;
        let mut joined = Self::default();
        for series in all {
            let points = joined.0.entry((series.metric, series.statistic)).or_default();
            for Reading { at, micros } in &series.readings {
                if *micros > series.metric.most() {
                    return Err(Refused::Data(format!(
                        "{} has a value of {}, which is more than there can be",
                        series.metric.name(),
                        Decimal::from_micros(*micros)
                    )));
                }
                if let Some(before) = points.insert(*at, *micros)
                    && before != *micros
                {
                    return Err(Refused::Data(format!(
                        "{} ({}) has two different values for the same time, {}; fetch one instance with one period",
                        series.metric.name(),
                        series.statistic.name(),
                        utc(*at)
                    )));
                }
            }
        }
        Ok(joined)
    }

    /// A series by time; empty where there is none.
    pub(super) fn get(&self, metric: Metric, statistic: Statistic) -> BTreeMap<i64, u64> {
        self.0.get(&(metric, statistic)).cloned().unwrap_or_default()
    }

    /// Whether there is a value of it.
    pub(super) fn has(&self, metric: Metric, statistic: Statistic) -> bool {
        self.0.get(&(metric, statistic)).is_some_and(|points| !points.is_empty())
    }

    /// The mean of each period, or the largest. A sum over the samples of a period is no load, and the least hides it.
    pub(super) fn usual(&self, metric: Metric) -> BTreeMap<i64, u64> {
        let order = [Statistic::Average, Statistic::Maximum];
        let first = order.into_iter().find(|statistic| self.has(metric, *statistic));
        first.map(|statistic| self.get(metric, statistic)).unwrap_or_default()
    }

    /// The largest of each period, or the mean.
    pub(super) fn largest(&self, metric: Metric) -> BTreeMap<i64, u64> {
        if self.has(metric, Statistic::Maximum) {
            self.get(metric, Statistic::Maximum)
        } else {
            self.usual(metric)
        }
    }
}

/// Refuses series of several instances, and the average that CloudWatch makes of a cluster (MET-01, CW-02).
fn one_instance(all: &[Series]) -> Result<(), Refused> {
    if let Some(series) = all.iter().find(|series| is_cluster(&series.of)) {
        return Err(Refused::Data(format!(
            "{} of {} is the average over the cluster's instances; fetch it by DBInstanceIdentifier, or by \
             DBClusterIdentifier with Role=WRITER",
            series.metric.name(),
            series.of
        )));
    }
    let names: BTreeSet<&str> = all.iter().map(|it| it.of.as_str()).filter(|of| !of.is_empty()).collect();
    if names.len() > 1 {
        let told: Vec<&str> = names.into_iter().take(4).collect();
        return Err(Refused::Data(format!(
            "the series are of more than one instance ({}); size one at a time",
            told.join(", ")
        )));
    }
    Ok(())
}

fn is_cluster(of: &str) -> bool {
    let of = of.to_ascii_lowercase();
    let words = || of.split([' ', '=', ':', ',']);
    let cluster =
        |word: &str| word == "cluster" || word == "dbclusteridentifier" || word.ends_with("-cluster");
    words().any(cluster) && !words().any(|word| word == "writer")
}

/// A time in seconds since 1970 as people read it: `2026-11-01 01:00 UTC`.
pub fn utc(at: i64) -> String {
    let of_day = at.rem_euclid(86_400);
    let day = Day::after_1970(at.div_euclid(86_400)).map_or_else(String::new, |day| day.to_string());
    format!("{day} {:02}:{:02} UTC", of_day / 3600, of_day / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_utc() {
        assert_eq!(utc(0), "1970-01-01 00:00 UTC");
        assert_eq!(utc(1_793_494_800), "2026-11-01 01:00 UTC");
        assert_eq!(utc(951_782_400), "2000-02-29 00:00 UTC");
    }

    #[test]
    fn a_cluster_is_told_from_an_instance_of_it() {
        for cluster in ["orders-cluster", "DBClusterIdentifier=orders", "cluster orders"] {
            assert!(is_cluster(cluster), "{cluster}");
        }
        for instance in ["", "orders-cluster-1", "orders-writer", "DBClusterIdentifier=orders Role=WRITER"] {
            assert!(!is_cluster(instance), "{instance}");
        }
    }
}
