//! Lines through exact points, and where they cross.

use crate::estimate::{Quantity, Usd};

/// A quantity and what it costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Point {
    /// How much.
    pub x: Quantity,
    /// What the month costs with it.
    pub usd: Usd,
}

/// Where two lines cross; `x` is exact to twelve places.
pub type Crossing = Point;

/// A line with bends: straight between its points, level before the first and after the last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Curve {
    points: Vec<Point>,
}

impl Curve {
    /// Through points in ascending order.
    pub fn through(points: impl IntoIterator<Item = Point>) -> Self {
        Self { points: points.into_iter().collect() }
    }

    /// The same amount at every quantity up to `end`.
    pub fn level(usd: Usd, end: Quantity) -> Self {
        Self::through([Point { x: Quantity::ZERO, usd }, Point { x: end, usd }])
    }

    /// Its points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The amount at a quantity.
    pub fn at(&self, x: Quantity) -> Usd {
        let after = self.points.iter().position(|point| point.x >= x);
        let (before, after) = match after {
            None => (self.points.last(), None),
            Some(0) => (None, self.points.first()),
            Some(place) => (self.points.get(place - 1), self.points.get(place)),
        };
        match (before, after) {
            (Some(before), Some(after)) => {
                let rise = after.usd.minus(before.usd);
                let (part, whole) = small(x.minus(before.x).as_picos(), after.x.minus(before.x).as_picos());
                before.usd.plus(rise.times(part, whole))
            }
            (one, other) => one.or(other).map_or(Usd::ZERO, |point| point.usd),
        }
    }

    /// Where this line crosses another one, ascending. Lines that run together cross where they meet and where they part.
    pub fn crossings(&self, other: &Self) -> Vec<Crossing> {
        let mut bends: Vec<Quantity> = self.points.iter().chain(&other.points).map(|point| point.x).collect();
        bends.sort_unstable();
        bends.dedup();
        let gap = |x: Quantity| self.at(x).minus(other.at(x));
        let mut found: Vec<Crossing> = Vec::new();
        let mut add = |x: Quantity| {
            if found.last().is_none_or(|last| last.x != x) {
                found.push(Point { x, usd: self.at(x) });
            }
        };
        for pair in bends.windows(2) {
            let &[start, end] = pair else { continue };
            let (before, after) = (gap(start), gap(end));
            if before == Usd::ZERO {
                add(start);
            } else if after != Usd::ZERO && (before < Usd::ZERO) != (after < Usd::ZERO) {
                // The share of the way that the gap at the start is of the whole change.
                let (part, whole) = small(before.size(), before.minus(after).size());
                let way = end.minus(start).as_picos();
                let (part, whole) = (u128::from(part), u128::from(whole));
                let share = way / whole * part + (way % whole * part + whole / 2) / whole;
                add(start.plus(Quantity::from_picos(share)));
            }
            if after == Usd::ZERO {
                add(end);
            }
        }
        found
    }
}

/// The same share with both numbers below 2^63, so that products fit.
fn small(part: u128, whole: u128) -> (u64, u64) {
    let bits = 128 - whole.max(part).leading_zeros();
    let shift = bits.saturating_sub(63);
    let low = |number: u128| u64::try_from(number >> shift).unwrap_or(u64::MAX);
    (low(part), low(whole).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Decimal;

    fn point(x: u64, usd: u64) -> Point {
        Point { x: Decimal::whole(x).into(), usd: Usd::product(Decimal::whole(usd), &[]) }
    }

    fn shown(crossings: &[Crossing]) -> Vec<String> {
        crossings.iter().map(|it| format!("{} {}", it.x, it.usd)).collect()
    }

    #[test]
    fn a_line_is_straight_between_its_points_and_level_outside() {
        let line = Curve::through([point(10, 100), point(40, 200)]);
        let at = |x: u64| line.at(Decimal::whole(x).into()).to_string();
        assert_eq!(
            [at(0), at(10), at(25), at(40), at(99)],
            ["$100.00", "$100.00", "$150.00", "$200.00", "$200.00"]
        );
        assert_eq!(Curve::default().at(Quantity::ZERO), Usd::ZERO);
    }

    #[test]
    fn lines_cross_where_they_cost_the_same() {
        let rising = Curve::through([point(0, 0), point(30, 300)]);
        assert_eq!(shown(&rising.crossings(&Curve::level(point(0, 70).usd, point(30, 0).x))), ["7 $70.00"]);
        // A third of the way, to twelve places.
        let steep = Curve::through([point(0, 10), point(1, 8)]);
        assert_eq!(
            shown(&steep.crossings(&Curve::through([point(0, 9), point(1, 10)]))),
            ["0.333333333333 $9.33"]
        );
        assert_eq!(shown(&rising.crossings(&Curve::level(point(0, 400).usd, point(30, 0).x))), [""; 0]);
        assert_eq!(shown(&rising.crossings(&Curve::level(Usd::ZERO, point(30, 0).x))), ["0 $0.00"]);
        let bent = Curve::through([point(0, 100), point(10, 100), point(30, 300)]);
        assert_eq!(shown(&rising.crossings(&bent)), ["10 $100.00", "30 $300.00"]);
    }
}
