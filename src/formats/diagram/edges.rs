//! The lines: whole flows for lighting a path, and what is drawn of them at rest.

use crate::design::{Part, ordered};

use super::access::{Access, Source};
use super::card::Size;
use super::columns::Plan;
use super::model::{Arrow, Diagram, Edge, Flow, Line, Point, Rect};
use super::sheet::Sheet;

/// Draws what flows from clients through the instances to the volume.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &Plan, access: &Access, storage: usize) {
    let mut edges = entrances(sheet, access);
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let size = Size::of(&metrics, plan.crowded(), metrics.card());
    let alone = sheet.design.cluster.readers.is_empty();
    for (column, (_, instances)) in sheet.diagram.zones.iter().zip(&plan.zones) {
        let single = instances.len() == 1;
        for (node, index) in column.nodes.iter().zip(instances) {
            let Some(card) = sheet.diagram.nodes.get(*node).map(|node| node.rect) else { continue };
            let instance = Target { node: *node, part: Part::Instance(*index), card, column: column.rect };
            if *index == 0 {
                edges.extend(ways(&access.writes, Flow::Write, rows.writes, &instance, None));
            }
            if *index > 0 || alone {
                let gutter = (!single || *index == 0).then(|| (metrics.padding / 2, size.stub()));
                edges.extend(ways(&access.reads, Flow::Read, rows.reads, &instance, gutter));
            }
            let gutter = (!single).then(|| (metrics.padding / 2, size.stub()));
            edges.push(to_storage(&instance, storage, rows.storage, gutter, *index == 0));
        }
    }
    sheet.diagram.edges = edges;
}

/// An instance that lines lead to.
struct Target {
    node: usize,
    part: Part,
    card: Rect,
    column: Rect,
}

/// From the clients to the doors they use.
fn entrances(sheet: &Sheet<'_>, access: &Access) -> Vec<Edge> {
    let (nodes, rows) = (&sheet.diagram.nodes, sheet.rows);
    let level = rows.clients + rows.clients_height + if sheet.metrics.phone() { 8 } else { 14 };
    let readers = (1..=sheet.design.cluster.readers.len()).map(Part::Instance);
    let mut doors = Vec::new();
    if let Some(door) = access.writes.first() {
        let mut parts = vec![Part::Clients, door.part, Part::Instance(0)];
        if !access.own_door {
            parts.extend(readers.clone());
        }
        doors.push((door, Flow::Write, parts));
    }
    if let (true, Some(door)) = (access.own_door, access.reads.first()) {
        let parts = [Part::Clients, door.part].into_iter().chain(readers).collect();
        doors.push((door, Flow::Read, parts));
    }
    let mut edges = Vec::new();
    for (door, flow, parts) in doors {
        let Some(entry) = nodes.get(door.node).map(|node| node.rect) else { continue };
        for client in &access.clients {
            let Some(from) = nodes.get(*client).map(|node| node.rect) else { continue };
            let (start, end) = (from.center().x, entry.center().x);
            let points = [(start, from.bottom()), (start, level), (end, level), (end, entry.y)];
            edges.push(Edge {
                flow,
                points: corners(&points),
                from: *client,
                to: door.node,
                parts: parts.clone(),
                arrow: true,
                gutter: false,
            });
        }
    }
    edges
}

/// From each source to an instance: from above into the middle, or down the left gutter. Only the way that clients take
/// is lit with the instance.
fn ways(sources: &[Source], flow: Flow, level: i32, to: &Target, gutter: Option<(i32, i32)>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (place, source) in sources.iter().enumerate() {
        let lane = gutter.map_or(to.card.center().x, |(inset, _)| to.column.x + inset);
        let start = if source.anywhere { lane } else { source.port.x };
        let mut points = vec![(start, source.port.y), (start, level), (lane, level)];
        match gutter {
            Some((_, stub)) => points.extend([(lane, to.card.y + stub), (to.card.x, to.card.y + stub)]),
            None => points.push((lane, to.card.y)),
        }
        let mut parts = vec![source.part];
        if place == 0 {
            parts.push(to.part);
        }
        edges.push(Edge {
            flow,
            points: corners(&points),
            from: source.node,
            to: to.node,
            parts,
            arrow: true,
            gutter: gutter.is_some(),
        });
    }
    edges
}

fn to_storage(from: &Target, storage: usize, top: i32, gutter: Option<(i32, i32)>, writer: bool) -> Edge {
    let points = if let Some((inset, stub)) = gutter {
        let (lane, y) = (from.column.right() - inset, from.card.y + stub);
        corners(&[(from.card.right(), y), (lane, y), (lane, top)])
    } else {
        let x = from.card.center().x;
        corners(&[(x, from.card.bottom()), (x, top)])
    };
    let parts = vec![from.part, Part::Storage];
    Edge { flow: Flow::Storage, points, from: from.node, to: storage, parts, arrow: writer, gutter: false }
}

/// The points of a way without those it passes straight.
pub(super) fn corners(points: &[(i32, i32)]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points.iter().map(|(x, y)| Point { x: *x, y: *y }) {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = kept.as_slice()
            && (before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y)
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

/// Stretches on one level, from start to end.
type Stretches = Vec<(i32, i32)>;

/// A level: its flow, whether it is vertical, and where.
type Level = (Flow, bool, i32);

/// What is drawn at rest: every stretch once, arrowheads, and where reads give way to writes.
pub(super) fn settle(diagram: &mut Diagram) {
    let mut stubs = Vec::new();
    let mut stretches: Vec<(Level, (i32, i32))> = Vec::new();
    for edge in &diagram.edges {
        let last = edge.points.len().saturating_sub(2);
        for (place, (from, to)) in edge.points.iter().zip(edge.points.iter().skip(1)).enumerate() {
            let (from, to) = (*from.min(to), *from.max(to));
            if edge.gutter && place == last {
                ordered::put(&mut stubs, Line { flow: edge.flow, from, to, stub: true });
            } else if from.x == to.x {
                ordered::put(&mut stretches, ((edge.flow, true, from.x), (from.y, to.y)));
            } else {
                ordered::put(&mut stretches, ((edge.flow, false, from.y), (from.x, to.x)));
            }
        }
        if let (true, false, [.., before, tip]) = (edge.arrow, edge.gutter, edge.points.as_slice()) {
            ordered::put(&mut diagram.arrows, Arrow { tip: *tip, right: before.y == tip.y });
        }
    }
    let runs: Vec<(Level, Stretches)> = stretches
        .chunk_by(|(one, _), (other, _)| one == other)
        .filter_map(|run| Some((run.first()?.0, merged(run.iter().map(|(_, stretch)| *stretch)))))
        .collect();
    for ((flow, vertical, at), stretches) in &runs {
        // A read shows where it no longer shares its way with a write.
        let writes = match flow {
            Flow::Read => runs.iter().find(|(level, _)| *level == (Flow::Write, *vertical, *at)),
            _ => None,
        };
        let writes = writes.map_or(&[][..], |(_, stretches)| stretches);
        let point = |along| if *vertical { Point { x: *at, y: along } } else { Point { x: along, y: *at } };
        diagram.lines.extend(without(stretches, writes).into_iter().map(|(start, end)| Line {
            flow: *flow,
            from: point(start),
            to: point(end),
            stub: false,
        }));
    }
    diagram.lines.extend(stubs);
    diagram.crossings = crossings(&diagram.lines);
}

/// Joins what touches, of stretches in order.
fn merged(stretches: impl Iterator<Item = (i32, i32)>) -> Stretches {
    let mut merged: Stretches = Vec::new();
    for (start, end) in stretches {
        match merged.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

/// The stretches without what others cover; both are merged.
fn without(stretches: &[(i32, i32)], covered: &[(i32, i32)]) -> Stretches {
    let mut left = Vec::new();
    for (start, end) in stretches {
        let mut from = *start;
        for (cover_start, cover_end) in covered.iter().filter(|(a, b)| a < end && b > start) {
            if from < *cover_start {
                left.push((from, *cover_start));
            }
            from = from.max(*cover_end);
        }
        if from < *end {
            left.push((from, *end));
        }
    }
    left
}

/// Where a vertical write passes through a read line.
fn crossings(lines: &[Line]) -> Vec<Line> {
    let mut crossings = Vec::new();
    for write in lines.iter().filter(|line| line.flow == Flow::Write && line.from.x == line.to.x) {
        for read in lines.iter().filter(|line| line.flow == Flow::Read && line.from.y == line.to.y) {
            let (x, y) = (write.from.x, read.from.y);
            if read.from.x < x && x < read.to.x && write.from.y < y && y < write.to.y {
                let at = |y| Point { x, y };
                crossings.push(Line { flow: Flow::Write, from: at(y - 6), to: at(y + 6), stub: false });
            }
        }
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_keeps_its_corners_only() {
        let way = corners(&[(0, 0), (0, 5), (0, 5), (0, 9), (4, 9), (4, 9)]);
        assert_eq!(way, [(0, 0), (0, 9), (4, 9)].map(|(x, y)| Point { x, y }));
    }

    #[test]
    fn stretches_are_drawn_once_and_reads_give_way() {
        let stretches = merged([(0, 6), (5, 9), (20, 30)].into_iter());
        assert_eq!(stretches, [(0, 9), (20, 30)]);
        assert_eq!(without(&stretches, &[(4, 6), (25, 40)]), [(0, 4), (6, 9), (20, 25)]);
    }
}
