//! Tables of series: a time in the first column, a metric in each other one, `CPUUtilization:Maximum` for another
//! statistic than Average. Rows before the first time are the head; their cells, joined, name the columns.

use super::SeriesError;
use super::clock::seconds;
use super::cloudwatch::statistic_in;
use super::number::in_units;
use super::told::{Purpose, Told, ToldSeries};
use crate::simulate::measured::{Metric, Reading};

/// Reads a table.
pub(super) fn read(text: &str, name: &str, purpose: Purpose) -> Result<Told, SeriesError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut names: Vec<String> = Vec::new();
    let mut columns: Vec<Vec<Reading>> = Vec::new();
    let mut metrics: Vec<Option<Metric>> = Vec::new();
    for (line, row) in (1..).zip(text.lines()).filter(|(_, row)| !row.trim().is_empty()) {
        let cells = cells(row);
        let first = cells.first().map(String::as_str).unwrap_or_default();
        let Some(at) = seconds(first) else {
            if columns.iter().any(|column| !column.is_empty()) {
                return Err(SeriesError::at(line, 1, format!("{first:?} is no time")));
            }
            head(&mut names, &cells);
            continue;
        };
        if names.is_empty() {
            return Err(SeriesError::at(line, 1, "expected a head: timestamp,CPUUtilization"));
        }
        if columns.is_empty() {
            columns.resize_with(names.len(), Vec::new);
            metrics = metrics_of(&names, name, purpose);
        }
        for (column, cell) in cells.iter().enumerate().skip(1).filter(|(_, cell)| !cell.trim().is_empty()) {
            let Some(readings) = columns.get_mut(column - 1) else {
                return Err(SeriesError::at(
                    line,
                    1,
                    format!("{} cells, the head has {}", cells.len(), names.len() + 1),
                ));
            };
            let power = metrics.get(column - 1).copied().flatten().map_or(0, Metric::unit_power);
            let micros = in_units(cell, power).map_err(|reason| SeriesError::at(line, column + 1, reason))?;
            readings.push(Reading { at, micros });
        }
    }
    let mut read = Told::default();
    for (column, (label, readings)) in names.iter().zip(columns).enumerate() {
        let Some(metric) = metrics.get(column).copied().flatten() else {
            read.notices.push(format!("{label}: {}", purpose.no_metric()));
            continue;
        };
        let granted = purpose.taken_for_granted(metric);
        let statistic = statistic_in(label);
        if purpose == Purpose::Usage {
            if readings.is_empty() {
                continue;
            }
            if statistic.is_none() {
                read.notices.push(format!("{label}: no statistic is named, taken for {}", granted.name()));
            }
        }
        let texts = vec![label.clone(), name.to_owned()];
        read.series.push(ToldSeries { metric, statistic: statistic.unwrap_or(granted), texts, readings });
    }
    if read.series.is_empty() && purpose == Purpose::Sizing {
        return Err(SeriesError::whole(
            "no column names a metric; expected a head such as timestamp,CPUUtilization,CPUUtilization:Maximum",
        ));
    }
    Ok(read)
}

/// The metric of each column; the file's name counts where sizing has one column, and for any where usage is read.
fn metrics_of(names: &[String], name: &str, purpose: Purpose) -> Vec<Option<Metric>> {
    let by_file = purpose.metric_in(name).filter(|_| names.len() == 1 || purpose == Purpose::Usage);
    names.iter().map(|label| purpose.metric_in(label).or(by_file)).collect()
}

/// Joins the cells of a row of the head to the names so far.
fn head(names: &mut Vec<String>, cells: &[String]) {
    let cells = cells.iter().skip(1);
    names.resize_with(names.len().max(cells.len()), String::new);
    for (name, cell) in names.iter_mut().zip(cells) {
        if !name.is_empty() && !cell.trim().is_empty() {
            name.push(' ');
        }
        name.push_str(cell.trim());
    }
}

/// The cells of a row; quotes keep commas together.
pub(super) fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in row.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(letter)),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::measured::Statistic;

    #[test]
    fn a_column_is_a_series_and_an_empty_cell_a_gap() {
        let text = "timestamp,CPUUtilization,\"CPUUtilization:Maximum\",Other\r\n2026-11-01 00:00,1,2,3\r\n\r\n2026-11-01 00:01,,4,5\r\n";
        let read = read(text, "x.csv", Purpose::Sizing).unwrap();
        let shape: Vec<_> =
            read.series.iter().map(|it| (it.metric, it.statistic, it.readings.len())).collect();
        assert_eq!(shape, [(Metric::Cpu, Statistic::Average, 1), (Metric::Cpu, Statistic::Maximum, 2)]);
        assert_eq!(read.notices, ["Other: no metric that sizing uses"]);
    }

    #[test]
    fn rows_before_the_first_time_name_the_columns() {
        let text = "Full label,orders-1\nLabel,CPUUtilization\nStatistic,Maximum\n2026/11/01 00:00:00,7\n";
        let read = read(text, "x.csv", Purpose::Sizing).unwrap();
        assert_eq!(
            (read.series[0].statistic, read.series[0].texts[0].as_str()),
            (Statistic::Maximum, "orders-1 CPUUtilization Maximum")
        );
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        let place = |text: &str| {
            read(text, "x.csv", Purpose::Sizing).map_err(|it| (it.line, it.column, it.message)).unwrap_err()
        };
        let head = "timestamp,CPUUtilization\n2026-11-01 00:00,1\n";
        assert_eq!(
            place(&format!("{head}2026-11-01 00:01,NaN")),
            (3, 2, "NaN is no number; leave the point out".to_owned())
        );
        assert_eq!(place(&format!("{head}tomorrow,1")).0, 3);
        assert_eq!(place(&format!("{head}2026-11-01 00:01,1,2")).0, 3);
        assert!(place("timestamp,Other\n2026-11-01 00:00,1\n").2.starts_with("no column names a metric"));
        assert!(place("2026-11-01 00:00,1\n").2.starts_with("expected a head"));
        assert!(place("").2.starts_with("no column names a metric"));
    }
}
