//! Where the arrow keys lead.

use super::{Diagram, Neighbors, Rect};

/// Gives every card the nearest one in each direction.
pub(super) fn draw(diagram: &mut Diagram) {
    let rects: Vec<Rect> = diagram.nodes.iter().map(|node| node.rect).collect();
    for (node, rect) in diagram.nodes.iter_mut().zip(&rects) {
        node.neighbors = Neighbors {
            left: nearest(&rects, |other| (rect.x - other.right(), apart_y(*rect, *other))),
            right: nearest(&rects, |other| (other.x - rect.right(), apart_y(*rect, *other))),
            up: nearest(&rects, |other| (rect.y - other.bottom(), apart_x(*rect, *other))),
            down: nearest(&rects, |other| (other.y - rect.bottom(), apart_x(*rect, *other))),
        };
    }
}

/// The card that lies wholly on the wanted side and needs the shortest way, a step aside counting twice.
fn nearest(rects: &[Rect], distance: impl Fn(&Rect) -> (i32, i32)) -> Option<usize> {
    let ways = rects.iter().map(distance).enumerate();
    let ahead = ways.filter(|(_, (ahead, _))| *ahead >= 0);
    ahead.min_by_key(|(place, (ahead, aside))| (ahead + 2 * aside, *place)).map(|(place, _)| place)
}

/// How far the middles lie apart where the two don't stand above one another.
const fn apart_x(one: Rect, other: Rect) -> i32 {
    (one.center().x - other.center().x).abs()
}

const fn apart_y(one: Rect, other: Rect) -> i32 {
    (one.center().y - other.center().y).abs()
}
