//! Where an alternative begins to pay: storage types, provisioned classes, a savings plan.

use crate::estimate::alternatives::{
    Class, Crossing, Curve, Fit, Point, Provisioned, SavingsPlan, StorageTypes,
};
use crate::estimate::{Quantity, Usd};

use super::month::{AXIS, one_acu};
use super::plot::{Marked, Plot, Series};
use super::scale::short;
use super::{Chart, Ink, Pattern, Shape};

fn series(name: impl Into<String>, curve: &Curve, ink: Ink, pattern: Pattern) -> Series {
    Series { name: name.into(), curve: curve.clone(), ink, pattern }
}

fn own(point: Point) -> Marked {
    Marked { name: "This design".to_owned(), point, shape: Shape::Diamond, ink: Ink::First }
}

fn crossing(name: impl Into<String>, point: Crossing, ink: Ink) -> Marked {
    Marked { name: name.into(), point, shape: Shape::Triangle, ink }
}

/// Aurora Standard against I/O-Optimized by the requests of a month.
pub fn storage_types(types: &StorageTypes, width: i32) -> Chart {
    let one = 10_u128.pow(12);
    let title = match types.break_even {
        Some(even) => format!("I/O-Optimized pays from {} million requests on", short(even.x, one)),
        None => "The storage types cost the same at no number of requests".to_owned(),
    };
    let even = types.break_even.map(|even| crossing("Break-even", even, Ink::Second));
    Plot {
        title,
        description: "Standard charges each request, I/O-Optimized charges more for capacity and storage."
            .to_owned(),
        axis: "Million I/O requests a month",
        unit: " M",
        one,
        series: vec![
            series("Aurora Standard", &types.standard, Ink::First, Pattern::Solid),
            series("Aurora I/O-Optimized", &types.optimized, Ink::Second, Pattern::Dashed),
        ],
        marks: std::iter::once(own(types.own)).chain(even).collect(),
    }
    .draw(width)
}

/// Serverless against the cheapest provisioned class for the peak, its reservation, and the cheapest for the average.
pub fn provisioned(all: &Provisioned, width: i32) -> Chart {
    let one = one_acu(all.instances);
    let end = all.serverless.points().last().map(|point| point.x).unwrap_or_default();
    let cheapest = |fit: Fit| all.classes.iter().find(|class| class.fit == fit);
    let (peak, typical) = (cheapest(Fit::Peak), cheapest(Fit::Typical));
    let mut lines = vec![series("Serverless", &all.serverless, Ink::First, Pattern::Solid)];
    let mut marks = vec![own(all.own)];
    let mut add = |name: String, usd: Usd, even: Option<Crossing>, ink: Ink, pattern: Pattern| {
        marks.extend(even.map(|even| crossing(format!("Break-even with {name}"), even, ink)));
        lines.push(series(name, &Curve::level(usd, end), ink, pattern));
    };
    if let Some(class) = peak {
        add(
            format!("{}, holds the maximum", class.name),
            class.on_demand,
            class.break_even,
            Ink::Second,
            Pattern::Dashed,
        );
        if let Some(usd) = class.reserved {
            let even = class.reserved_break_even;
            add(format!("{}, reserved for a year", class.name), usd, even, Ink::Third, Pattern::DashDot);
        }
    }
    if let Some(class) = typical {
        add(
            format!("{}, holds the average", class.name),
            class.on_demand,
            class.break_even,
            Ink::Fourth,
            Pattern::Dotted,
        );
    }
    Plot {
        title: verdict(all, peak.or(typical), one),
        description:
            "Serverless rises with the average capacity, provisioned instances cost the same in every hour."
                .to_owned(),
        axis: AXIS,
        unit: " ACU",
        one,
        series: lines,
        marks,
    }
    .draw(width)
}

fn verdict(all: &Provisioned, class: Option<&Class>, one: u128) -> String {
    let Some(class) = class else {
        return "No provisioned prices are known for this Region".to_owned();
    };
    match class.break_even {
        Some(even) => format!("Serverless costs less than {} below {} ACU", class.name, short(even.x, one)),
        None if all.serverless.at(Quantity::ZERO) < class.on_demand => {
            format!("Serverless costs less than {} at every average", class.name)
        }
        None => format!("{} costs less than serverless at every average", class.name),
    }
}

/// A savings plan against the list price by the ACU-hours that run.
pub fn savings_plan(plan: &SavingsPlan, width: i32) -> Chart {
    let one = one_acu(plan.instances);
    let percent = plan.percent;
    let title = match plan.break_even {
        Some(even) => format!("A savings plan of {percent} % pays above {} ACU", short(even.x, one)),
        None => format!("A savings plan of {percent} % never pays"),
    };
    let idea = if plan.supposed { ", if you had one" } else { "" };
    let name = format!("Savings plan of {percent} %{idea}, paid in every hour");
    let even = plan.break_even.map(|even| crossing("Break-even", even, Ink::Second));
    Plot {
        title,
        description: "A plan is cheaper an hour and is paid for hours in which nothing runs.".to_owned(),
        axis: AXIS,
        unit: " ACU",
        one,
        series: vec![
            series("List price", &plan.on_demand, Ink::First, Pattern::Solid),
            series(name, &plan.planned, Ink::Second, Pattern::Dashed),
        ],
        marks: std::iter::once(own(plan.own)).chain(even).collect(),
    }
    .draw(width)
}
