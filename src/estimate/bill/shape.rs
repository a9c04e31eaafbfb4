//! The typical month as a function of the ACU-hours of the primary: what comparisons are drawn from.

use super::compute::acu_price;
use super::costs::{Costs, HUNDRED};
use super::load::{HOURS, Load, Supposed};
use super::support::rates;
use super::{Line, LineId, of_costs};
use crate::design::Design;
use crate::estimate::{Band, Month, Quantity, Usd};
use crate::facts::limits::PROXY_FLOOR;
use crate::facts::prices::PriceField;
use crate::facts::{Day, Decimal};

/// What a typical month costs at any number of ACU-hours, all else as the design has it.
pub(in crate::estimate) struct Shape {
    /// Instances of the primary.
    pub(in crate::estimate) instances: u32,
    /// ACU-hours of the primary.
    pub(in crate::estimate) hours: Band<Quantity>,
    /// What does not depend on them.
    pub(in crate::estimate) fixed: Usd,
    /// Whether all of that is known.
    fixed_complete: bool,
    /// Whether every price is known.
    pub(in crate::estimate) complete: bool,
    /// USD per ACU-hour of an instance.
    acu: Decimal,
    /// USD per ACU-hour for insights and Extended Support.
    extra: Decimal,
    /// USD per ACU-hour of the proxy, with a floor.
    proxy: Option<Decimal>,
    /// Percent off for ACU-hours up to the commitment, which is paid in any case.
    plan: Option<(Decimal, Quantity)>,
    /// ACU-hours of a commitment to the typical average of every hour.
    pub(in crate::estimate) commitment: Quantity,
    /// What provisioned instances pay per vCPU-hour besides their own price: insights, Extended Support, proxy.
    per_cpu: Vec<Option<Decimal>>,
}

impl Shape {
    /// The shape of a design's bill; `None` where its ACU-hour has no price.
    pub(in crate::estimate) fn new(design: &Design, today: Day) -> Option<Self> {
        let costs = Costs::new(design, today, Supposed::Nothing);
        let acu = acu_price(design, &costs.book).usd?;
        let known = |field| costs.book.charge(field).usd;
        let per_hour = |field| costs.book.charge(field).usd.unwrap_or_default();
        let extra = rates(&costs).flatten().map(per_hour).fold(Decimal::ZERO, Decimal::plus);
        let proxy = design.proxy.as_ref().map(|_| per_hour(PriceField::RdsProxyAcuHour));
        let sum = |hours: Band<Quantity>, load: &Load| hours.with(load.acu_hours(), Quantity::plus);
        let hours = costs.loads.iter().fold(Band::default(), sum);
        let commitment = costs.loads.iter().map(|load| Quantity::product(load.acu.typical, HOURS)).sum();
        let percent = design.usage.savings_plan_percent.min(HUNDRED);
        let bill = of_costs(&costs);
        let rest = || bill.lines.iter().filter(|line| !follows_hours(line));
        let fixed = rest().filter_map(|line| line.monthly.map(|band| band.typical)).sum();
        Some(Self {
            instances: u32::try_from(costs.loads.len()).unwrap_or(u32::MAX),
            hours,
            fixed,
            fixed_complete: rest().all(|line| line.monthly.is_some()),
            complete: bill.total(Month::Typical).complete,
            acu,
            extra,
            proxy,
            plan: (percent > Decimal::ZERO).then_some((percent, commitment)),
            commitment,
            per_cpu: cpu_rates(&costs).map(|field| known(field?)).collect(),
        })
    }

    /// What is left of the month on provisioned instances with so many vCPU-hours, without their own price; and whether
    /// every price of it is known.
    pub(in crate::estimate) fn on_cpus(&self, hours: Quantity) -> (Usd, bool) {
        let extra = self.per_cpu.iter().flatten().map(|price| Usd::of(*price, hours)).sum();
        let complete = self.fixed_complete && self.per_cpu.iter().all(Option::is_some);
        (self.fixed.plus(extra), complete)
    }

    /// The same with another discount for the same commitment; 0 is no plan.
    pub(in crate::estimate) fn with_plan(self, percent: Decimal) -> Self {
        let plan = (percent > Decimal::ZERO).then_some((percent.min(HUNDRED), self.commitment));
        Self { plan, ..self }
    }

    /// What the month costs at so many ACU-hours. As in the bill, a plan's discount covers all that run, and its
    /// commitment is paid for if fewer do.
    pub(in crate::estimate) fn at(&self, hours: Quantity) -> Usd {
        let instances = match self.plan {
            None => Usd::of(self.acu, hours),
            Some((percent, committed)) => self.discounted(percent, hours.max(committed)),
        };
        self.with_instances(instances, hours)
    }

    /// The same where a plan covers its commitment alone, and what goes beyond it has the list price.
    pub(in crate::estimate) fn at_commitment(&self, hours: Quantity) -> Usd {
        let Some((percent, committed)) = self.plan else { return self.at(hours) };
        let beyond = Usd::of(self.acu, hours.minus(committed));
        self.with_instances(self.discounted(percent, committed).plus(beyond), hours)
    }

    fn discounted(&self, percent: Decimal, hours: Quantity) -> Usd {
        Usd::of(self.acu, hours).times(HUNDRED.minus(percent).as_micros(), HUNDRED.as_micros())
    }

    fn with_instances(&self, instances: Usd, hours: Quantity) -> Usd {
        let proxy = self.proxy.map_or(Usd::ZERO, |rate| Usd::of(rate, hours.max(floor())));
        self.fixed.plus(instances).plus(Usd::of(self.extra, hours)).plus(proxy)
    }

    /// Where the line bends, and where it begins and ends: from nothing to the ceiling's ACU-hours.
    pub(in crate::estimate) fn bends(&self) -> Vec<Quantity> {
        let top = self.hours.ceiling;
        let mut bends = vec![Quantity::ZERO, self.hours.typical.min(top), top];
        bends.extend(self.proxy.map(|_| floor().min(top)));
        bends.extend(self.plan.map(|(_, committed)| committed.min(top)));
        bends.sort_unstable();
        bends.dedup();
        bends
    }
}

/// The prices of a vCPU-hour that a provisioned instance would be charged by; `None` for one the book does not have.
fn cpu_rates(costs: &Costs<'_>) -> impl Iterator<Item = Option<PriceField>> {
    let proxy = costs.design.proxy.as_ref().map(|_| Some(PriceField::RdsProxyVcpuHour));
    let per_cpu = |field: Option<PriceField>| match field? {
        PriceField::DbInsightsAdvancedAcuHour => Some(PriceField::DbInsightsAdvancedVcpuHour),
        PriceField::ExtendedSupportAcuHourYear12 => Some(PriceField::ExtendedSupportVcpuHourYear12),
        PriceField::ExtendedSupportAcuHourYear3 => Some(PriceField::ExtendedSupportVcpuHourYear3),
        _ => None,
    };
    rates(costs).map(per_cpu).chain(proxy)
}

/// The ACU-hours of the proxy's floor.
fn floor() -> Quantity {
    Quantity::product(PROXY_FLOOR.as_decimal(), HOURS)
}

/// Whether a line is charged by the ACU-hours of the primary.
fn follows_hours(line: &Line) -> bool {
    match line.id {
        LineId::WriterAcu | LineId::ReaderAcu | LineId::Proxy => true,
        LineId::Insights | LineId::ExtendedSupport => line.secondary().is_none(),
        LineId::SecondaryAcu
        | LineId::Storage
        | LineId::SecondaryStorage
        | LineId::Io
        | LineId::Backup
        | LineId::Backtrack
        | LineId::ProxyEndpoint
        | LineId::InterfaceEndpoint(_)
        | LineId::Secret
        | LineId::Kms
        | LineId::Alarms
        | LineId::Logs
        | LineId::AwsBackup
        | LineId::DataApi
        | LineId::ReplicatedIo
        | LineId::Transfer => false,
    }
}
