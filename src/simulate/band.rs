//! A band as a picture has it: so many columns, in each the least and the largest of what lies in it, so that a month of
//! minutes is drawn without losing a spike.

use super::outcome::{Change, Outcome};
use super::platform::Edges;
use crate::facts::Acu;

/// One column of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The least of the three edges in it.
    pub least: Acu,
    /// The largest of them.
    pub largest: Acu,
    /// The least and the largest of the plan edge, for the dashed line.
    pub plan: (Acu, Acu),
}

/// The capacity from second `from` to second `to`, both counted, in so many columns of equal time; fewer where there are
/// fewer seconds, none where there is no time.
pub fn columns(edges: &Edges<Outcome>, from: u64, to: u64, count: u32) -> Vec<Column> {
    let seconds = (to + 1).saturating_sub(from);
    let count = u64::from(count).min(seconds);
    let begin = |place: u64| from + seconds * place / count.max(1);
    (0..count)
        .map(|place| {
            let (start, end) = (begin(place), begin(place + 1) - 1);
            let each = edges.map(|it| range(&it.changes, start, end));
            let (least, _) = each.map(|it| it.0).span();
            let (_, largest) = each.map(|it| it.1).span();
            Column { least, largest, plan: each.plan }
        })
        .collect()
}

/// The least and the largest capacity in these seconds.
fn range(changes: &[Change], start: u64, end: u64) -> (Acu, Acu) {
    let before = changes.partition_point(|change| change.second <= start).saturating_sub(1);
    let after = changes.partition_point(|change| change.second <= end);
    let within = changes.get(before..after).unwrap_or_default().iter().map(|change| change.acu);
    let (least, largest) = (within.clone().min(), within.max());
    (least.unwrap_or_default(), largest.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::{Load, Platform, Point, Setup, simulate};

    #[test]
    fn a_column_holds_all_that_lies_in_it() {
        let wanted = [2, 2, 16, 2, 2, 2, 2, 2];
        let points = wanted.map(|acu| Point::wanting(Acu::whole(acu))).to_vec();
        let load = Load::new(60, vec![points]).unwrap();
        let setup = Setup::single(Acu::whole(1), Acu::whole(16), None).unwrap();
        let edges = simulate(&setup, &load, Platform::V3To4).unwrap().remove(0).edges;
        for count in [1, 3, 7, 48, 480, 1000] {
            let columns = columns(&edges, 1, 480, count);
            assert_eq!(columns.len(), usize::try_from(count.min(480)).unwrap());
            let largest = columns.iter().map(|it| it.largest).max();
            assert_eq!(largest, Some(Acu::whole(16)), "{count}");
        }
        let each = columns(&edges, 1, 480, 480);
        for (second, column) in (1..).zip(&each) {
            let given = edges.map(|it| it.at(second));
            assert_eq!((column.least, column.largest), given.span(), "{second}");
            assert_eq!(column.plan, (given.plan, given.plan));
        }
        assert_eq!(columns(&edges, 200, 199, 10), Vec::new());
        assert_eq!(columns(&edges, 121, 180, 1)[0].plan, (Acu::whole(16), Acu::whole(16)));
    }
}
