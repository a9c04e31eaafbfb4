//! What a month costs against the average ACUs, with the three months of the bill on the line.

use crate::estimate::Usd;
use crate::estimate::alternatives::{AverageAcu, Curve};
use crate::facts::limits::HOURS_PER_MONTH;

use super::plot::{Marked, Plot, Series};
use super::{Chart, Ink, Pattern, Shape};

/// Millionths of millionths of ACU-hours in an average ACU of each of so many instances.
pub(super) fn one_acu(instances: u32) -> u128 {
    10_u128.pow(12) * u128::from(HOURS_PER_MONTH) * u128::from(instances.max(1))
}

pub(super) const AXIS: &str = "Average ACU of an instance";

/// The month against the average; a budget is a line of its own.
pub fn against_average(month: &AverageAcu, budget: Option<Usd>, width: i32) -> Chart {
    let months = &month.months;
    let mark = |name: &str, point, shape| Marked { name: name.to_owned(), point, shape, ink: Ink::First };
    let mut series = vec![Series {
        name: "A month with the typical storage, requests and logs".to_owned(),
        curve: month.typical.clone(),
        ink: Ink::First,
        pattern: Pattern::Solid,
    }];
    if let Some(budget) = budget {
        let end = month.typical.points().last().map(|point| point.x).unwrap_or_default();
        let curve = Curve::level(budget, end);
        series.push(Series {
            name: format!("Budget {budget}"),
            curve,
            ink: Ink::Third,
            pattern: Pattern::Dashed,
        });
    }
    let least = if month.complete { "" } else { "at least " };
    Plot {
        title: format!("A month costs {least}{} to {}", months.idle.usd, months.ceiling.usd),
        description: "The cost of a month rises with the average capacity.".to_owned(),
        axis: AXIS,
        unit: " ACU",
        one: one_acu(month.instances),
        series,
        marks: vec![
            mark("Idle month", months.idle, Shape::Circle),
            mark("Typical month", months.typical, Shape::Diamond),
            mark("Ceiling month", months.ceiling, Shape::Square),
        ],
    }
    .draw(width)
}
