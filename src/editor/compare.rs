//! What the panel "Compare" shows: the design against another one, which runs or is looked at beside it.

use serde::{Deserialize, Serialize};

use crate::compare::{Change, Comparison, Side, Verdict, compare, drawings, markdown};
use crate::design::{Design, Positions, Word as _};
use crate::estimate::{Usd, bill};
use crate::facts::Day;
use crate::formats::bill::page::signed;
use crate::formats::svg::Theme;
use crate::rules::Finding;

use super::inspector::field_id;

/// Everything that differs, in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sheet {
    /// The worst verdict; `None` where nothing differs.
    pub worst: Option<Verdict>,
    /// The settings and parts, the worst first.
    pub rows: Vec<Row>,
    /// The bill, line by line and in sum.
    pub bill: Vec<BillRow>,
    /// Why the typical month differs: by the load that is assumed, and by the design.
    pub shares: Vec<(String, String)>,
    /// Findings that only the design has.
    pub new: Vec<String>,
    /// Findings that only the base has.
    pub gone: Vec<String>,
    /// The same for a pull request.
    pub markdown: String,
    /// The drawings of the base and of the design, as SVG, with what is new, gone and changed marked.
    pub pictures: [String; 2],
}

/// One setting or part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// The id of its field in the inspector.
    pub id: String,
    /// Its place in the spec.
    pub path: String,
    /// What people call it.
    pub label: String,
    /// What the base says.
    pub from: String,
    /// What the design says.
    pub to: String,
    /// What the change does.
    pub verdict: Verdict,
    /// Why.
    pub why: String,
    /// The page that says so; a trial has none.
    pub source: Option<String>,
}

/// A line of the bills, or a sum.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BillRow {
    /// What is billed.
    pub item: String,
    /// In the base's typical month.
    pub before: String,
    /// In the design's.
    pub after: String,
    /// What the design costs more.
    pub difference: String,
}

impl Sheet {
    /// Compares a design with its base, on that day; the drawings are for a dark page or a light one.
    pub fn of(base: &Design, design: &Design, today: Day, dark: bool) -> Self {
        let (old, new) = (Positions::canonical(base), Positions::canonical(design));
        let (a, b) = (Side { design: base, positions: &old }, Side { design, positions: &new });
        let found = compare(a, b, today);
        let theme = Theme::of(dark);
        let drawn = drawings(a, b, &found.changes, today, theme);
        let mut rows: Vec<Row> = found.changes.iter().map(row).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.verdict));
        Self {
            worst: found.worst(),
            rows,
            bill: bill_rows(&found),
            shares: shares(base, design, today),
            new: found.new.iter().map(sentence).collect(),
            gone: found.gone.iter().map(sentence).collect(),
            markdown: markdown(&found),
            pictures: [drawn.before, drawn.after],
        }
    }

    /// What the change of a field does, by the field's id in the inspector.
    pub fn about(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// Counted for a heading: `3 changes`.
pub fn counted(sheet: &Sheet) -> String {
    match sheet.rows.len() {
        0 => "Nothing differs".to_owned(),
        1 => "1 change".to_owned(),
        many => format!("{many} changes"),
    }
}

fn row(change: &Change) -> Row {
    let none = || "\u{2013}".to_owned();
    Row {
        id: field_id(&change.field),
        path: change.path.clone(),
        label: change.field.name().map_or_else(
            || change.field.label().to_owned(),
            |name| format!("{} {name}", change.field.label()),
        ),
        from: change.from.clone().unwrap_or_else(none),
        to: change.to.clone().unwrap_or_else(none),
        verdict: change.verdict,
        why: change.why.clone(),
        source: change.source.starts_with("https://").then(|| change.source.to_owned()),
    }
}

fn bill_rows(found: &Comparison) -> Vec<BillRow> {
    let shown = |usd: Option<Usd>| usd.map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
    let row = |line: &crate::formats::bill::Compared| BillRow {
        item: line.item.clone(),
        before: shown(line.other),
        after: shown(line.this),
        difference: line.difference().map_or_else(|| "unknown".to_owned(), more),
    };
    found.lines.iter().map(row).collect()
}

/// An amount with its sign; nothing more is no difference.
fn more(usd: Usd) -> String {
    signed(usd).unwrap_or_else(|| usd.to_string())
}

/// The typical month's difference in two: the same base under the load that the design assumes, then the rest. Nothing
/// where only one of them moves it.
fn shares(base: &Design, design: &Design, today: Day) -> Vec<(String, String)> {
    let typical = |design: &Design| bill(design, today).total(crate::estimate::Month::Typical).usd;
    let loaded = Design { usage: design.usage.clone(), ..base.clone() };
    let (then, between, now) = (typical(base), typical(&loaded), typical(design));
    let (by_load, by_design) = (between.minus(then), now.minus(between));
    if by_load == Usd::ZERO || by_design == Usd::ZERO {
        return Vec::new();
    }
    vec![
        ("By the load that is assumed".to_owned(), more(by_load)),
        ("By the design".to_owned(), more(by_design)),
    ]
}

fn sentence((finding, _): &(Finding, String)) -> String {
    format!("{}: {} ({})", finding.severity.word(), finding.message, finding.rule.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::facts::prices::PRICE_DATE;

    fn sheet(edits: &[Edit]) -> Sheet {
        let base = Design::default();
        Sheet::of(&base, &base.with_all(edits).unwrap(), PRICE_DATE, false)
    }

    #[test]
    fn the_worst_comes_first_and_is_found_by_its_field() {
        let sheet = sheet(&[Edit::set(Field::MaxCapacity, 32), Edit::set(Field::Encryption, false)]);
        assert_eq!(sheet.worst, Some(Verdict::DataLoss));
        assert!(sheet.rows.is_sorted_by_key(|row| std::cmp::Reverse(row.verdict)));
        let row = sheet.about(&field_id(&Field::MaxCapacity)).unwrap();
        assert_eq!((row.from.as_str(), row.to.as_str(), row.verdict), ("16", "32", Verdict::Reboot));
        assert_eq!(sheet.about(&field_id(&Field::Port)), None);
        assert_eq!(counted(&sheet), "2 changes");
        assert!(sheet.markdown.contains("data_loss"));
        assert!(sheet.pictures.iter().all(|svg| svg.contains(r#"data-mark="changed""#)));
    }
    #[test]
    fn nothing_differs_from_itself() {
        let sheet = sheet(&[]);
        assert_eq!((sheet.worst, sheet.rows.len(), sheet.bill.len()), (None, 0, 0));
        assert_eq!(counted(&sheet), "Nothing differs");
    }

    #[test]
    fn load_and_design_are_told_apart_where_both_move_the_bill() {
        let load = Edit::set(Field::StorageGb, 500);
        let reader = Edit::AddReader { zone: None, tier: 2 };
        assert_eq!(sheet(std::slice::from_ref(&load)).shares, []);
        assert_eq!(sheet(std::slice::from_ref(&reader)).shares, []);
        let both = sheet(&[load.clone(), reader.clone()]);
        let [by_load, by_design] = both.shares.as_slice() else { panic!("{:?}", both.shares) };
        let alone = |edit| sheet(&[edit]).bill.into_iter().find(|row| row.item == "Typical month").unwrap();
        assert_eq!(by_load.1, alone(load).difference);
        assert_eq!(by_design.1, alone(reader).difference);
    }
}
