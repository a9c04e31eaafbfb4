//! Where the arrow keys lead.

use super::model::{Diagram, Neighbors, Rect};

/// Gives every card the nearest one in each direction.
pub(super) fn draw(diagram: &mut Diagram) {
    let rects: Vec<Rect> = diagram.nodes.iter().map(|node| node.rect).collect();
    for (node, rect) in diagram.nodes.iter_mut().zip(&rects) {
        node.neighbors = Neighbors {
            left: nearest(&rects, |other| (rect.x - other.right(), beside(*rect, *other))),
            right: nearest(&rects, |other| (other.x - rect.right(), beside(*rect, *other))),
            up: nearest(&rects, |other| (rect.y - other.bottom(), above(*rect, *other))),
            down: nearest(&rects, |other| (other.y - rect.bottom(), above(*rect, *other))),
        };
    }
}

/// How far a card lies aside: the gap to step over, and between the middles.
type Aside = (i32, i32);

/// The card wholly on the wanted side that needs the shortest way, where a step aside counts three times; among equals
/// the one whose middle is nearest.
fn nearest(rects: &[Rect], distance: impl Fn(&Rect) -> (i32, Aside)) -> Option<usize> {
    let ways = rects.iter().map(distance).enumerate();
    let ahead = ways.filter(|(_, (ahead, _))| *ahead >= 0);
    ahead
        .min_by_key(|(place, (ahead, (gap, middles)))| (ahead + 3 * gap, *middles, *place))
        .map(|(place, _)| place)
}

const fn beside(one: Rect, other: Rect) -> Aside {
    (gap(one.y, one.bottom(), other.y, other.bottom()), (one.center().y - other.center().y).abs())
}

const fn above(one: Rect, other: Rect) -> Aside {
    (gap(one.x, one.right(), other.x, other.right()), (one.center().x - other.center().x).abs())
}

/// Between two stretches; nothing where they overlap.
const fn gap(start: i32, end: i32, other_start: i32, other_end: i32) -> i32 {
    if other_start > end {
        other_start - end
    } else if start > other_end {
        start - other_end
    } else {
        0
    }
}
