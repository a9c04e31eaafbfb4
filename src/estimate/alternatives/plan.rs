//! A Database Savings Plan: cheaper ACU-hours for a commitment that is paid in every hour, paused or not.

use super::{Crossing, Curve, Point, curve_of};
use crate::design::Design;
use crate::estimate::Quantity;
use crate::estimate::bill::Shape;
use crate::facts::{Day, Decimal};

/// The largest discount on ACUs that AWS names, in percent; its exact rate is unconfirmed (PRI-05).
pub const LARGEST_PLAN: Decimal = Decimal::whole(35);

/// A typical month with and without a plan, against the ACU-hours of the primary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SavingsPlan {
    /// The discount in percent: the design's, else the largest there is.
    pub percent: Decimal,
    /// Whether the design has none, so that this one is only an idea.
    pub supposed: bool,
    /// ACU-hours that the plan commits to: the typical average in every hour of the month.
    pub commitment: Quantity,
    /// Every ACU-hour at the list price.
    pub on_demand: Curve,
    /// The commitment at the discount whether used or not, what goes beyond it at the list price.
    pub planned: Curve,
    /// The design's own point, on the line it pays.
    pub own: Point,
    /// From so many ACU-hours on the plan costs less.
    pub break_even: Option<Crossing>,
    /// Instances of the primary.
    pub instances: u32,
    /// Whether every price is known.
    pub complete: bool,
}

/// The plan of the design, or the largest one; `None` where an ACU-hour has no price.
pub fn savings_plan(design: &Design, today: Day) -> Option<SavingsPlan> {
    let chosen = design.usage.savings_plan_percent;
    let supposed = chosen == Decimal::ZERO;
    let percent = if supposed { LARGEST_PLAN } else { chosen };
    let with = |percent: Decimal| Some(Shape::new(design, today)?.with_plan(percent));
    let (list, plan) = (with(Decimal::ZERO)?, with(percent)?);
    let planned = plan.bends().into_iter().map(|x| Point { x, usd: plan.at_commitment(x) });
    let (on_demand, planned) = (curve_of(&list), Curve::through(planned));
    let x = list.hours.typical;
    let usd = if supposed { list.at(x) } else { plan.at_commitment(x) };
    Some(SavingsPlan {
        percent,
        supposed,
        commitment: list.commitment,
        break_even: planned.crossings(&on_demand).into_iter().find(|it| it.x > Quantity::ZERO),
        on_demand,
        planned,
        own: Point { x, usd },
        instances: list.instances,
        complete: list.complete,
    })
}
