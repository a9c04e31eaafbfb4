//! Ties: which gauges move together (ACU-38, ACU-42).

use super::card::Size;
use super::columns::{Plan, tied};
use super::metrics::count;
use super::model::{Point, Rect, Tie};
use super::sheet::Sheet;

/// Joins what scales with the writer: from column to column through the first row, and from card to card below it.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &Plan) {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let size = Size::of(&metrics, plan.crowded(), metrics.card());
    let y = rows.cards + size.tie();
    let columns = plan.tied(sheet.design);
    let mut ties = Vec::new();
    for (from, to) in columns.iter().zip(columns.iter().skip(1)) {
        let start = metrics.column_x(*from) + metrics.padding + metrics.card();
        let end = metrics.column_x(*to) + metrics.padding;
        let gutter = metrics.column_x(*from + 1) - metrics.gap / 2;
        let points = if to - from == 1 {
            vec![Point { x: start, y }, Point { x: end, y }]
        } else {
            let (above, back) = (rows.cards - 13, metrics.column_x(*to) - metrics.gap / 2);
            [(start, y), (gutter, y), (gutter, above), (back, above), (back, y), (end, y)]
                .map(|(x, y)| Point { x, y })
                .to_vec()
        };
        ties.push(Tie { points, link: Some(Rect::new(gutter - 10, y - 10, 20, 20)) });
    }
    for (place, (_, instances)) in plan.zones.iter().enumerate() {
        let x = metrics.column_x(place) + metrics.padding + if size.dense() { 17 } else { 20 };
        let pairs = instances.iter().zip(instances.iter().skip(1)).enumerate();
        for (row, _) in pairs.filter(|(_, (_, below))| tied(sheet.design, **below)) {
            let bottom = rows.cards + count(row + 1) * (size.height() + size.gap()) - size.gap();
            let points = vec![Point { x, y: bottom }, Point { x, y: bottom + size.gap() }];
            ties.push(Tie { points, link: None });
        }
    }
    sheet.diagram.ties = ties;
}
