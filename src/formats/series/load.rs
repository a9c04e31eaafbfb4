//! Loads that were made by hand or by another tool.

use serde::Deserialize;
use serde_json::{Number, Value};

use super::csv::cells;
use super::{SeriesError, json_error, no_list};
use crate::facts::Acu;
use crate::simulate::load::{MAX_POINTS, MAX_WANTED};
use crate::simulate::{Load, Point, Refused, Start};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    point_seconds: u32,
    start_acu: Option<Number>,
    asleep_seconds: Option<u32>,
    instances: Vec<Instance>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Instance {
    wanted_acu: Value,
    no_user_connection: Option<Vec<bool>>,
    connections: Option<Vec<u32>>,
}

/// Reads `{point_seconds, start_acu?, asleep_seconds?, instances: [{wanted_acu, no_user_connection?, connections?}]}`.
pub(super) fn json(text: &str) -> Result<Load, SeriesError> {
    let text = text.trim_start_matches('\u{feff}');
    no_list(text, "a map with point_seconds and instances")?;
    let file: File = serde_json::from_str(text).map_err(|error| json_error(text, &error))?;
    let instances =
        file.instances.iter().enumerate().map(|(place, it)| series(place, it)).collect::<Result<_, _>>()?;
    let mut load = Load::new(file.point_seconds, instances).map_err(|why| refused(&why))?;
    load.start = match (file.start_acu, file.asleep_seconds) {
        (Some(_), Some(_)) => {
            return Err(SeriesError::whole("start_acu and asleep_seconds contradict each other"));
        }
        (Some(start), None) => match Acu::parse(&start.to_string()) {
            Some(acu) if acu >= Acu::HALF && acu <= Acu::whole(256) => Start::At(acu),
            _ => {
                return Err(SeriesError::whole(format!(
                    "start_acu: {start} is no capacity from 0.5 to 256 ACU"
                )));
            }
        },
        (None, Some(seconds)) => Start::Asleep(seconds),
        (None, None) => Start::AtMinimum,
    };
    Ok(load)
}

fn series(place: usize, it: &Instance) -> Result<Vec<Point>, SeriesError> {
    let wanted = wanted(place, &it.wanted_acu)?;
    for (key, length) in [
        ("no_user_connection", it.no_user_connection.as_ref().map(Vec::len)),
        ("connections", it.connections.as_ref().map(Vec::len)),
    ] {
        if let Some(length) = length.filter(|length| *length != wanted.len()) {
            let points = wanted.len();
            return Err(SeriesError::whole(format!(
                "instances[{place}].{key} has {length} points, wanted_acu has {points}"
            )));
        }
    }
    let each = wanted.into_iter().enumerate();
    Ok(each
        .map(|(point, acu)| {
            let connections = it.connections.as_ref().and_then(|all| all.get(point)).copied();
            let alone = it.no_user_connection.as_ref().and_then(|all| all.get(point)).copied();
            Point {
                connected: !alone.unwrap_or(connections == Some(0)),
                connections: connections.unwrap_or(0),
                ..Point::wanting(acu)
            }
        })
        .collect())
}

/// A list of capacities, or one repeated: `{acu, points}`.
fn wanted(place: usize, value: &Value) -> Result<Vec<Acu>, SeriesError> {
    let path = format!("instances[{place}].wanted_acu");
    match value {
        Value::Array(each) => {
            let of =
                |(point, value): (usize, &Value)| capacity(&format!("{path}[{point}]"), &value.to_string());
            each.iter().enumerate().map(of).collect()
        }
        Value::Object(one) => {
            let acu = one.get("acu").map(ToString::to_string).unwrap_or_default();
            let points = one.get("points").and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
            let (Some(points), 2) = (points, one.len()) else {
                return Err(SeriesError::whole(format!("{path}: expected a list, or acu and points")));
            };
            // One more than may be is enough to be refused for it.
            Ok(vec![capacity(&path, &acu)?; points.min(MAX_POINTS + 1)])
        }
        _ => Err(SeriesError::whole(format!("{path}: expected a list, or acu and points"))),
    }
}

fn capacity(path: &str, text: &str) -> Result<Acu, SeriesError> {
    let acu = Acu::parse(text);
    let acu = acu.ok_or_else(|| {
        SeriesError::whole(format!("{path}: {text} is no capacity of 0 or more in steps of 0.5"))
    })?;
    if acu > MAX_WANTED {
        let refused = Refused::WantedTooHigh { wanted: acu, most: MAX_WANTED };
        return Err(SeriesError::whole(format!("{path}: {refused}")));
    }
    Ok(acu)
}

/// Reads `second,wanted_acu[,connections]` for the writer: each row holds until the next, the last as long as the one
/// before it.
pub(super) fn csv(text: &str) -> Result<Load, SeriesError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut rows: Vec<(u64, Point)> = Vec::new();
    let mut has_connections = false;
    for (line, row) in (1..).zip(text.lines()).filter(|(_, row)| !row.trim().is_empty()) {
        let cells = cells(row);
        let cell = |place: usize| cells.get(place).map(|it| it.trim()).unwrap_or_default();
        if rows.is_empty() && cell(0) == "second" {
            has_connections = cell(2) == "connections";
            if cell(1) != "wanted_acu" || cells.len() > 2 + usize::from(has_connections) {
                return Err(SeriesError::at(line, 1, "expected the head second,wanted_acu[,connections]"));
            }
            continue;
        }
        let second: u64 =
            cell(0).parse().map_err(|_| SeriesError::at(line, 1, format!("{:?} is no second", cell(0))))?;
        if rows.last().is_some_and(|(before, _)| *before >= second) {
            return Err(SeriesError::at(line, 1, format!("second {second} is not after the one before it")));
        }
        let acu = capacity("wanted_acu", cell(1)).map_err(|error| SeriesError::at(line, 2, error.message))?;
        let mut point = Point::wanting(acu);
        if cells.len() > 2 {
            has_connections = true;
            point.connections = cell(2).parse().map_err(|_| {
                SeriesError::at(line, 3, format!("{:?} is no number of connections", cell(2)))
            })?;
            point.connected = point.connections > 0;
        } else if has_connections {
            return Err(SeriesError::at(line, 3, "the number of connections is missing"));
        }
        rows.push((second, point));
        if rows.len() > MAX_POINTS {
            break;
        }
    }
    let steps = rows.iter().zip(rows.iter().skip(1)).map(|((from, _), (to, _))| to - from);
    let mut seconds: Vec<u32> = steps.map(|step| u32::try_from(step).unwrap_or(u32::MAX)).collect();
    let usual = seconds.first().copied().unwrap_or(1);
    if let (true, last) = (!rows.is_empty(), seconds.last().copied().unwrap_or(1)) {
        seconds.push(last);
    }
    Load::with_seconds(seconds, usual, vec![rows.into_iter().map(|(_, point)| point).collect()])
        .map_err(|why| refused(&why))
}

fn refused(why: &Refused) -> SeriesError {
    SeriesError::whole(why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        super::super::read_load(text).unwrap_err().message
    }

    #[test]
    fn a_list_is_no_load() {
        for text in ["[]", " [60, null, null, []]", "\u{feff}[{}]"] {
            assert_eq!(said(text), "expected a map with point_seconds and instances, found a list");
        }
    }

    #[test]
    fn a_list_and_a_repeated_figure_are_the_same_load() {
        let list = json(r#"{"point_seconds": 60, "instances": [{"wanted_acu": [1.5, 1.5]}]}"#).unwrap();
        let one = json(r#"{"point_seconds": 60, "instances": [{"wanted_acu": {"acu": 1.5, "points": 2}}]}"#)
            .unwrap();
        assert_eq!(list, one);
        assert_eq!(list.series(0).unwrap()[1], Point::wanting(Acu::halves(3)));
    }

    #[test]
    fn nobody_is_connected_where_that_is_said_or_where_there_are_0_connections() {
        let load = json(
            r#"{"point_seconds": 1, "asleep_seconds": 9, "instances": [
                {"wanted_acu": [0, 0], "no_user_connection": [true, false]},
                {"wanted_acu": [0, 0], "connections": [0, 5]}]}"#,
        )
        .unwrap();
        let connected =
            |instance| load.series(instance).unwrap().iter().map(|it| it.connected).collect::<Vec<_>>();
        assert_eq!(
            (connected(0), connected(1), load.start),
            (vec![false, true], vec![false, true], Start::Asleep(9))
        );
    }

    #[test]
    fn a_row_holds_until_the_next() {
        let load = csv("second,wanted_acu,connections\n0,1,5\n60,8,0\n90,1,5\n").unwrap();
        assert_eq!((load.seconds(), load.point_seconds()), (&[60, 30, 30][..], 60));
        assert!(!load.series(0).unwrap()[1].connected);
        assert_eq!(csv("0,1\n10,2\n").unwrap().span(), 20);
    }

    #[test]
    fn what_is_no_load_is_refused_with_its_reason() {
        for (text, expected) in [
            ("", "the load has no points"),
            ("{\"point_seconds\": 60, \"instances\": []}", "the load has no points"),
            ("{\"point_seconds\": 60, \"instances\": [{\"wanted_acu\": []}]}", "the load has no points"),
            (
                "{\"point_seconds\": 0, \"instances\": [{\"wanted_acu\": [1]}]}",
                "a point must last 1 second at least",
            ),
            (
                "{\"point_seconds\": 60, \"instances\": [{\"wanted_acu\": [NaN]}]}",
                "NaN is no number; leave the point out",
            ),
            ("0,1\n0,2\n", "second 0 is not after the one before it"),
            ("60,1\n0,2\n", "second 0 is not after the one before it"),
            ("0,-1\n", "wanted_acu: -1 is no capacity of 0 or more in steps of 0.5"),
            ("0,0.3\n", "wanted_acu: 0.3 is no capacity of 0 or more in steps of 0.5"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        let million =
            "{\"point_seconds\": 60, \"instances\": [{\"wanted_acu\": {\"acu\": 1, \"points\": 1000000}}]}";
        assert!(said(million).contains("525600 are the most"));
        let long =
            "{\"point_seconds\": 86400, \"instances\": [{\"wanted_acu\": {\"acu\": 1, \"points\": 1000}}]}";
        assert!(said(long).starts_with("the load lasts more than 730 days"));
        let negative = "{\"point_seconds\": 60, \"instances\": [{\"wanted_acu\": [1, -1]}]}";
        assert!(said(negative).starts_with("instances[0].wanted_acu[1]: -1 is no capacity"));
        let uneven =
            "{\"point_seconds\": 60, \"instances\": [{\"wanted_acu\": [1], \"connections\": [1, 2]}]}";
        assert_eq!(said(uneven), "instances[0].connections has 2 points, wanted_acu has 1");
        assert!(
            said("{\"point_seconds\": 60, \"instances\": [], \"x\": 1}").starts_with("unknown field `x`")
        );
    }
}
