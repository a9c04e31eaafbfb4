//! Two bills line by line.

use crate::estimate::{Bill, Line, LineId, Usd};

use super::{MONTHS, typical};

/// A line that one of the bills has, or a total.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compared {
    /// `writer_acu`, `total_idle`.
    pub id: String,
    /// What it is, for people.
    pub item: String,
    /// The typical month of this bill; nothing where it has no such line, `None` where it is unknown.
    pub this: Option<Usd>,
    /// That of the other bill.
    pub other: Option<Usd>,
}

impl Compared {
    /// What this bill costs more.
    pub fn difference(&self) -> Option<Usd> {
        self.this.zip(self.other).map(|(this, other)| this.minus(other))
    }
}

/// A month's name beside a difference of two totals, which leaves out what is unknown.
pub fn total_name(month: &str, complete: bool) -> String {
    if complete { month.to_owned() } else { format!("{month}, as far as known") }
}

/// Every line of the two bills in the bill's order, then the three totals.
pub fn compared(this: &Bill, other: &Bill) -> Vec<Compared> {
    let mut rows: Vec<(LineId, Compared)> = Vec::new();
    let row = |line: &Line, this: Option<&Line>, other: Option<&Line>| {
        let amount = |line: Option<&Line>| line.map_or(Some(Usd::ZERO), typical);
        let (id, item) = (line.id.name().to_owned(), line.item());
        (line.id, Compared { id, item, this: amount(this), other: amount(other) })
    };
    for (place, line) in this.lines.iter().enumerate() {
        rows.push(row(line, Some(line), twin(this, place, other)));
    }
    for (place, line) in other.lines.iter().enumerate() {
        if twin(other, place, this).is_none() {
            rows.push(row(line, None, Some(line)));
        }
    }
    rows.sort_by_key(|(id, _)| *id);
    let totals = MONTHS.map(|(month, id, name)| {
        let (mine, theirs) = (this.total(month), other.total(month));
        let item = total_name(name, mine.complete && theirs.complete);
        Compared { id: format!("total_{id}"), item, this: Some(mine.usd), other: Some(theirs.usd) }
    });
    rows.into_iter().map(|(_, row)| row).chain(totals).collect()
}

/// The other bill's line of the same kind and name; of several, the one in the same place among them.
fn twin<'a>(bill: &Bill, place: usize, other: &'a Bill) -> Option<&'a Line> {
    let line = bill.lines.get(place)?;
    let same = |it: &&Line| it.id == line.id && it.item() == line.item();
    let before = bill.lines.iter().take(place).filter(same).count();
    other.lines.iter().filter(same).nth(before)
}
