//! Tables of figures: the first column says what a row is, the others are numbers.

use super::super::browser::{El, el};

/// A table with a name for screen readers, its columns and its rows.
pub(super) fn table(caption: &str, columns: &[&str], rows: Vec<El>) -> El {
    let titles = columns.iter().map(|title| side(el("th").set("scope", "col"), title).child(*title));
    let head = el("tr").child(titles.collect::<Vec<_>>());
    let table = el("table")
        .set("class", "bill figures")
        .child(el("caption").set("class", "visually-hidden").child(caption))
        .child(el("thead").child(head))
        .child(el("tbody").child(rows));
    // Narrower than its figures, the table scrolls by itself; the keyboard can get hold of it.
    el("div")
        .set("class", "figures-place")
        .set("role", "region")
        .set("aria-label", caption)
        .set("tabindex", "0")
        .child(table)
}

/// The months beside the typical one leave the table where there is no room for them.
fn side(cell: El, title: &str) -> El {
    if matches!(title, "Idle" | "Ceiling") { cell.set("class", "side-figure") } else { cell }
}

/// A row: what it is, and its figures.
pub(super) fn row(head: El, figures: impl IntoIterator<Item = El>) -> El {
    let cells = figures.into_iter().map(|figure| el("td").child(figure));
    el("tr").child(el("th").set("scope", "row").child(head)).child(cells.collect::<Vec<_>>())
}

/// A figure, or any other words.
pub(super) fn figure(text: impl Into<String>) -> El {
    el("span").child(text.into())
}

/// A row of a table with the three months.
pub(super) fn months(head: El, figures: [El; 3], last: El) -> El {
    let [idle, typical, ceiling] = figures;
    let side = |figure: El| el("td").set("class", "side-figure").child(figure);
    el("tr")
        .child(el("th").set("scope", "row").child(head))
        .child(side(idle))
        .child(el("td").child(typical))
        .child(side(ceiling))
        .child(el("td").child(last))
}
