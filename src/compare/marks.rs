//! The drawings of both designs, with what is new, gone and changed marked at its card.

use std::collections::BTreeSet;

use super::{Change, Side};
use crate::design::{Design, Part};
use crate::estimate::bill;
use crate::facts::Day;
use crate::formats::diagram::{Diagram, Form, Node, layout};
use crate::formats::svg::{Mark, Theme, svg_marked};
use crate::rules::check;

/// The two drawings, as SVG.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawings {
    /// Of A: what B has no more is marked as gone.
    pub before: String,
    /// Of B: what A has not is marked as new.
    pub after: String,
}

/// A card of one design as the other one would know it: secondaries go by their Region, not by their place.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Part(Part),
    Region(&'static str),
}

impl Known {
    fn of(design: &Design, part: Part) -> Self {
        match part {
            Part::Secondary(place) => design
                .secondaries()
                .get(place)
                .map_or(Self::Part(part), |secondary| Self::Region(secondary.region.code)),
            _ => Self::Part(part),
        }
    }
}

/// Draws both designs, each with the marks of what differs; `changes` are theirs, as [`super::changes`] gives them.
pub fn drawings(a: Side<'_>, b: Side<'_>, changes: &[Change], today: Day, theme: Theme) -> Drawings {
    let [drawn_a, drawn_b] = [a, b].map(|side| {
        let bill = bill(side.design, today);
        layout(side.design, &bill, &check(side.design, &bill, today), Form::Wide)
    });
    // A setting that both have is named after its part in B.
    let touched: BTreeSet<Known> = changes
        .iter()
        .filter(|change| change.from.is_some() && change.to.is_some())
        .map(|change| Known::of(b.design, change.field.part()))
        .collect();
    let cards = |design: &Design, drawn: &Diagram| -> BTreeSet<Known> {
        drawn.nodes.iter().map(|node| Known::of(design, node.part)).collect()
    };
    let (cards_a, cards_b) = (cards(a.design, &drawn_a), cards(b.design, &drawn_b));
    let marked = |design: &Design, drawn: &Diagram, other: &BTreeSet<Known>, alone: Mark| {
        let mark = |node: &Node| {
            let known = Known::of(design, node.part);
            if !other.contains(&known) {
                Some(alone)
            } else if touched.contains(&known) {
                Some(Mark::Changed)
            } else {
                None
            }
        };
        svg_marked(drawn, theme, mark)
    };
    Drawings {
        before: marked(a.design, &drawn_a, &cards_b, Mark::Gone),
        after: marked(b.design, &drawn_b, &cards_a, Mark::New),
    }
}

#[cfg(test)]
mod tests {
    use super::super::changes;
    use super::*;
    use crate::design::{Edit, Field, Positions};
    use crate::facts::prices::PRICE_DATE;

    fn drawn(a: &Design, b: &Design) -> Drawings {
        let (at_a, at_b) = (Positions::canonical(a), Positions::canonical(b));
        let sides = (Side { design: a, positions: &at_a }, Side { design: b, positions: &at_b });
        let changes = changes(sides.0, sides.1);
        drawings(sides.0, sides.1, &changes, PRICE_DATE, Theme::Light)
    }

    fn count(svg: &str, word: &str) -> usize {
        svg.matches(&format!(r#"data-mark="{word}""#)).count()
    }

    #[test]
    fn a_reader_more_is_new_in_one_drawing_and_gone_in_the_other() {
        let small = Design::default();
        let large = small.with(&Edit::AddReader { zone: None, tier: 2 }).unwrap();
        let there = drawn(&small, &large);
        assert_eq!((count(&there.before, "gone"), count(&there.after, "new")), (0, 1));
        let back = drawn(&large, &small);
        assert_eq!((count(&back.before, "gone"), count(&back.after, "new")), (1, 0));
    }

    #[test]
    fn a_changed_setting_marks_its_part_in_both() {
        let base = Design::default();
        let other = base.with(&Edit::set(Field::BackupRetention, 30)).unwrap();
        let drawings = drawn(&base, &other);
        assert_eq!((count(&drawings.before, "changed"), count(&drawings.after, "changed")), (1, 1));
        assert_eq!((count(&drawings.before, "gone"), count(&drawings.after, "new")), (0, 0));
    }

    #[test]
    fn what_is_equal_has_no_mark() {
        let base = Design::default();
        let drawings = drawn(&base, &base);
        assert!(!drawings.before.contains("data-mark"));
        assert_eq!(drawings.before, drawings.after);
    }
}
