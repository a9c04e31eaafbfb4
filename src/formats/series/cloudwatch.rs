//! What `get-metric-data` and `get-metric-statistics` answer. Neither says on which instance it was measured, and the
//! first not even by which statistic: both are looked for in the label, the id and the file's name.

use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

use super::clock::seconds;
use super::number::in_units;
use super::told::{Purpose, Told, ToldSeries};
use super::{SeriesError, json_error, no_list};
use crate::formats::aliases::too_many;
use crate::simulate::measured::{Metric, Reading, Statistic, utc};

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "MetricDataResults")]
    results: Option<Vec<MetricData>>,
    #[serde(rename = "NextToken")]
    next_token: Option<Seen>,
    #[serde(rename = "Label")]
    label: Option<String>,
    #[serde(rename = "Datapoints")]
    datapoints: Option<Vec<Datapoint>>,
}

/// That something stands there; what it is, is not kept.
struct Seen;

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct MetricData {
    #[serde(default)]
    id: String,
    #[serde(default)]
    label: String,
    timestamps: Vec<Moment>,
    values: Vec<Number>,
    #[serde(default)]
    status_code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Datapoint {
    timestamp: Moment,
    average: Option<Number>,
    maximum: Option<Number>,
    minimum: Option<Number>,
    sum: Option<Number>,
}

impl Datapoint {
    const fn value(&self, statistic: Statistic) -> Option<&Number> {
        match statistic {
            Statistic::Average => self.average.as_ref(),
            Statistic::Maximum => self.maximum.as_ref(),
            Statistic::Minimum => self.minimum.as_ref(),
            Statistic::Sum => self.sum.as_ref(),
        }
    }
}

/// A time in seconds since 1970, or the text that is none.
struct Moment(Result<i64, String>);

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match Value::deserialize(deserializer)? {
            Value::String(text) => text,
            other => other.to_string(),
        };
        Ok(Self(seconds(&text).ok_or(text)))
    }
}

/// Reads either answer.
pub(super) fn read(text: &str, name: &str, purpose: Purpose) -> Result<Told, SeriesError> {
    let text = text.trim_start_matches('\u{feff}');
    no_list(text, "the answer of aws cloudwatch get-metric-data or get-metric-statistics")?;
    let answer: Answer = serde_json::from_str(text).map_err(|error| json_error(text, &error))?;
    told(answer, name, purpose)
}

/// Reads either answer as `--output yaml` prints it.
pub(super) fn read_yaml(text: &str, name: &str, purpose: Purpose) -> Result<Told, SeriesError> {
    if let Some(line) = too_many(text) {
        return Err(SeriesError::at(line, 1, "its aliases repeat more than an answer holds; write them out"));
    }
    let answer: Answer = serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |it| (it.line(), it.column()));
        SeriesError::at(line, column, "this is no answer of CloudWatch as YAML")
    })?;
    told(answer, name, purpose)
}

fn told(answer: Answer, name: &str, purpose: Purpose) -> Result<Told, SeriesError> {
    let mut read = Told::default();
    match (answer.results, answer.datapoints) {
        (Some(results), _) => {
            if answer.next_token.is_some() {
                read.notices.push(
                    "there is a NextToken: the answer has more pages, which are not in the file".to_owned(),
                );
            }
            for result in results {
                data(&result, name, purpose, &mut read)?;
            }
        }
        (None, Some(points)) => {
            statistics(&points, &answer.label.unwrap_or_default(), name, purpose, &mut read)?;
        }
        (None, None) => {
            return Err(SeriesError::whole(
                "expected the answer of aws cloudwatch get-metric-data or get-metric-statistics",
            ));
        }
    }
    Ok(read)
}

fn data(result: &MetricData, name: &str, purpose: Purpose, read: &mut Told) -> Result<(), SeriesError> {
    let shown = if result.label.is_empty() { result.id.clone() } else { result.label.clone() };
    if result.timestamps.len() != result.values.len() {
        let (times, values) = (result.timestamps.len(), result.values.len());
        return Err(SeriesError::whole(format!("{shown}: {times} timestamps and {values} values")));
    }
    let texts = [result.label.as_str(), result.id.as_str(), name];
    let Some(metric) = texts.into_iter().find_map(|text| purpose.metric_in(text)) else {
        read.notices.push(format!("{shown}: {}", purpose.no_metric()));
        return Ok(());
    };
    if result.values.is_empty() && purpose == Purpose::Usage {
        return Ok(());
    }
    let statistic = texts.into_iter().find_map(statistic_in);
    if statistic.is_none() {
        let taken = purpose.taken_for_granted(metric).name();
        read.notices.push(format!("{shown}: no statistic is named, taken for {taken}"));
    }
    if !result.status_code.is_empty() && result.status_code != "Complete" {
        let said = known_status(&result.status_code);
        read.notices.push(format!("{shown}: CloudWatch says {said}, so points may be missing"));
    }
    let each = result.timestamps.iter().zip(&result.values);
    let readings =
        each.map(|(time, value)| reading(time, value, &shown, metric)).collect::<Result<_, _>>()?;
    read.series.push(ToldSeries {
        metric,
        statistic: statistic.unwrap_or_else(|| purpose.taken_for_granted(metric)),
        texts: texts.map(str::to_owned).to_vec(),
        readings,
    });
    Ok(())
}

/// CloudWatch's words for a status; another text of the file is not repeated.
fn known_status(text: &str) -> &str {
    if ["InternalError", "PartialData", "Forbidden"].contains(&text) { text } else { "it is not Complete" }
}

fn statistics(
    points: &[Datapoint],
    label: &str,
    name: &str,
    purpose: Purpose,
    read: &mut Told,
) -> Result<(), SeriesError> {
    let Some(metric) = [label, name].into_iter().find_map(|text| purpose.metric_in(text)) else {
        let message = format!("{label:?} is {}", purpose.no_metric());
        if purpose == Purpose::Sizing {
            return Err(SeriesError::whole(message));
        }
        read.notices.push(message);
        return Ok(());
    };
    for (_, statistic) in Statistic::NAMES {
        let each = points.iter().filter_map(|point| Some((&point.timestamp, point.value(statistic)?)));
        let readings: Vec<Reading> =
            each.map(|(time, value)| reading(time, value, label, metric)).collect::<Result<_, _>>()?;
        if !readings.is_empty() {
            let texts = vec![label.to_owned(), name.to_owned()];
            read.series.push(ToldSeries { metric, statistic, texts, readings });
        }
    }
    Ok(())
}

fn reading(time: &Moment, value: &Number, label: &str, metric: Metric) -> Result<Reading, SeriesError> {
    let at = match &time.0 {
        Ok(at) => *at,
        Err(text) => return Err(SeriesError::whole(format!("{label}: {text} is no time"))),
    };
    let micros = in_units(&value.to_string(), metric.unit_power())
        .map_err(|reason| SeriesError::whole(format!("{label} at {}: {reason}", utc(at))))?;
    Ok(Reading { at, micros })
}

/// The statistic that a text names as a word of its own.
pub(super) fn statistic_in(text: &str) -> Option<Statistic> {
    let short = |word: &str| match word.to_ascii_lowercase().as_str() {
        "average" | "avg" | "mean" => Some(Statistic::Average),
        "maximum" | "max" => Some(Statistic::Maximum),
        "minimum" | "min" => Some(Statistic::Minimum),
        "sum" => Some(Statistic::Sum),
        _ => None,
    };
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).find_map(short)
}

/// What a label says besides metric and statistic: the instance.
pub(super) fn owner(label: &str) -> String {
    let words = label.split([' ', ':', ',', '(', ')', '/']).filter(|word| !word.is_empty());
    words
        .filter(|word| Purpose::Usage.metric_in(word).is_none() && statistic_in(word).is_none())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metric_statistic_and_instance_are_found_in_a_label() {
        let metric_in = |text| Purpose::Sizing.metric_in(text);
        assert_eq!(metric_in("orders-1 CPUUtilization Maximum"), Some(Metric::Cpu));
        assert_eq!(metric_in("acuutilization_max.json"), Some(Metric::AcuUtilization));
        assert_eq!(metric_in("VolumeBytesUsed"), None);
        assert_eq!(Purpose::Usage.metric_in("volumebytesused.csv"), Some(Metric::VolumeBytes));
        assert_eq!(statistic_in("acuutilization_max.json"), Some(Statistic::Maximum));
        assert_eq!(statistic_in("orders-1 CPUUtilization"), None);
        assert_eq!(owner("orders-1 CPUUtilization Maximum"), "orders-1");
        assert_eq!(owner("CPUUtilization"), "");
    }

    #[test]
    fn data_points_are_read_with_what_is_taken_for_granted() {
        let text = r#"{"MetricDataResults": [
            {"Id": "m1", "Label": "CPUUtilization", "Timestamps": ["2026-11-01T00:01:00Z", 1793491200],
             "Values": [12.5, 1.0E1], "StatusCode": "PartialData"},
            {"Id": "m2", "Label": "VolumeBytesUsed", "Timestamps": [], "Values": []}], "NextToken": "x"}"#;
        let read = read(text, "x.json", Purpose::Sizing).unwrap();
        let readings = [(1_793_491_260, 12_500_000), (1_793_491_200, 10_000_000)];
        assert_eq!(read.series[0].readings, readings.map(|(at, micros)| Reading { at, micros }));
        assert_eq!(read.notices.len(), 4, "{:#?}", read.notices);
    }

    #[test]
    fn statistics_are_a_series_each() {
        let text = r#"{"Label": "CPUUtilization", "Datapoints": [
            {"Timestamp": "2026-11-01T00:05:00Z", "Average": 3, "Maximum": 9, "Unit": "Percent"},
            {"Timestamp": "2026-11-01T00:00:00Z", "Average": 2, "Maximum": 8, "Unit": "Percent"}]}"#;
        let read = read(text, "x.json", Purpose::Sizing).unwrap();
        let statistics: Vec<Statistic> = read.series.iter().map(|it| it.statistic).collect();
        assert_eq!(statistics, [Statistic::Average, Statistic::Maximum]);
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_place() {
        let said = |value: &str| {
            let text = format!(
                "{{\"Label\": \"CPUUtilization\",\n\"Datapoints\": [{{\"Timestamp\": \"2026-11-01T00:00:00Z\", \"Average\": {value}}}]}}"
            );
            let error = read(&text, "x.json", Purpose::Sizing).err().unwrap();
            (error.line, error.message)
        };
        assert_eq!(said("NaN"), (2, "NaN is no number; leave the point out".to_owned()));
        assert!(said("-1").1.ends_with("-1 is below 0, which no metric is"));
        assert!(
            read("[[], null, null, null]", "x.json", Purpose::Sizing)
                .err()
                .unwrap()
                .message
                .ends_with("get-metric-statistics, found a list")
        );
        assert!(
            read("{}", "x.json", Purpose::Sizing)
                .err()
                .unwrap()
                .message
                .starts_with("expected the answer of aws cloudwatch")
        );
    }
}
