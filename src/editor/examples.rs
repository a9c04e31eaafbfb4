//! A drawing for the tests of this room.

use crate::design::{Design, Instance};
use crate::estimate::bill;
use crate::facts::FACTS_DATE;
use crate::formats::diagram::{Diagram, Form, Rect, layout};

/// A writer in zone a, readers in b and c with the tiers 1 and 3, and its drawing.
pub(super) fn drawing() -> (Design, Diagram) {
    let mut design = Design::default();
    design.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(3)];
    let diagram = layout(&design, &bill(&design, FACTS_DATE), &[], Form::Wide);
    (design, diagram)
}

/// The middle of a rectangle.
pub(super) fn middle(rect: Rect) -> (f64, f64) {
    (f64::from(rect.center().x), f64::from(rect.center().y))
}
