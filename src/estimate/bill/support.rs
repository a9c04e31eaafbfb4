//! What is charged per ACU-hour on top of every instance: Database Insights and Extended Support.

use super::book::Book;
use super::costs::{Costs, Metered};
use super::load::{HOURS, Load};
use super::{Arithmetic, Charge, Line, LineId};
use crate::design::{Design, InsightsMode, Part, Word};
use crate::estimate::{Band, Quantity};
use crate::facts::prices::{PriceField, extended_support};
use crate::facts::{Day, Decimal};

const FURTHER_MONTHS: &str = "The price of retention beyond the first month is not known.";
const DATES: &str = "AWS has moved the dates of Extended Support before.";
/// History of Performance Insights that costs nothing, and what its first paid month reaches, in days (MON-01).
const FREE_DAYS: u32 = 7;
const FIRST_MONTH_DAYS: u32 = 31;

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    let (insights, support) = (Insights::of(design), support_price(design, costs.today));
    if insights.is_none() && support.is_none() {
        return;
    }
    let mut add = |usage: &Usage, book: &Book<'_>, region: &'static str, parts: [Part; 2]| {
        if let Some(insights) = insights {
            let price = insights.price.map(|field| book.charge(field));
            lines.push(usage.line((LineId::Insights, parts[0], region), price, insights.note));
        }
        if let Some(field) = support {
            let price = Some(book.charge(field));
            lines.push(usage.line((LineId::ExtendedSupport, parts[1], region), price, Some(DATES)));
        }
    };
    add(&Usage::of(&costs.loads), &costs.book, costs.code(), [Part::Monitoring, Part::Cluster]);
    for site in costs.sites.iter().filter(|site| site.secondary.readers > 0) {
        let usage = Usage::many(&site.load, site.secondary.readers);
        add(&usage, &site.book, site.code(), [site.part; 2]);
    }
}

/// The prices that every ACU-hour of the primary is charged by, besides that of the instance; `None` for one that the
/// book does not have.
pub(super) fn rates(costs: &Costs<'_>) -> impl Iterator<Item = Option<PriceField>> {
    let insights = Insights::of(costs.design).map(|insights| insights.price);
    let support = support_price(costs.design, costs.today).map(Some);
    insights.into_iter().chain(support)
}

/// ACU-hours of a group of instances, and what those of the typical month are made of.
struct Usage {
    quantity: Band<Quantity>,
    typical: Typical,
}

/// The ACU-hours of a typical month.
#[derive(Clone, Copy)]
enum Typical {
    /// All instances are awake for the same hours.
    Acus { each: Option<u32>, acu: Decimal, hours: Decimal },
    /// They are not.
    Sum,
}

impl Usage {
    fn of(loads: &[Load]) -> Self {
        let mut quantity = Band::default();
        let mut acu = Decimal::ZERO;
        for load in loads {
            quantity = quantity.with(load.acu_hours(), Quantity::plus);
            acu = acu.plus(load.acu.typical);
        }
        let hours = loads.first().map_or(HOURS, |load| load.hours);
        let together = loads.iter().all(|load| load.hours == hours);
        let typical = if together { Typical::Acus { each: None, acu, hours } } else { Typical::Sum };
        Self { quantity, typical }
    }

    fn many(load: &Load, count: u32) -> Self {
        let typical = Typical::Acus { each: Some(count), acu: load.acu.typical, hours: load.hours };
        Self { quantity: load.acu_hours().map(|amount| amount.times(count)), typical }
    }

    fn line(
        &self,
        (id, part, region): (LineId, Part, &'static str),
        price: Option<Charge>,
        note: Option<&'static str>,
    ) -> Line {
        let arithmetic = match self.typical {
            Typical::Acus { each, acu, hours } => {
                Arithmetic::Acus { each, acu, hours, price, percent: None, as_writer: false }
            }
            Typical::Sum => Arithmetic::AcuHours { hours: self.quantity.typical, price },
        };
        Metered { id, part, region, quantity: self.quantity, price, arithmetic, note }.line()
    }
}

/// What of Database Insights is charged.
#[derive(Clone, Copy)]
struct Insights {
    /// `None` where the book has no such price.
    price: Option<PriceField>,
    note: Option<&'static str>,
}

impl Insights {
    fn of(design: &Design) -> Option<Self> {
        let chosen = design.cluster.performance_insights;
        match chosen.mode {
            _ if !chosen.enabled => None,
            InsightsMode::Advanced => {
                Some(Self { price: Some(PriceField::DbInsightsAdvancedAcuHour), note: None })
            }
            InsightsMode::Standard if chosen.retention_days <= FREE_DAYS => None,
            InsightsMode::Standard => {
                let first = chosen.retention_days <= FIRST_MONTH_DAYS;
                Some(Self {
                    price: first.then_some(PriceField::DbInsightsStandardRetentionFirstMonthAcuHour),
                    note: (!first).then_some(FURTHER_MONTHS),
                })
            }
        }
    }
}

/// The price of Extended Support of the design's major on that day, if it is charged.
fn support_price(design: &Design, today: Day) -> Option<PriceField> {
    let version = design.engine_version();
    let of_major = |major: &str| {
        version.strip_prefix(major).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let known = design.cluster.engine.versions().iter().find(|known| of_major(known.major))?;
    let engine = design.cluster.engine.word();
    extended_support(engine, known.major, known.major_end_of_standard_support, today)
}
