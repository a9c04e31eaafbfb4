//! What every line needs: the design, its loads, the prices of its Region, and how a line is made of them.

use std::collections::BTreeMap;

use super::compute::{Load, Supposed, loads, secondary_load};
use super::{Line, LineId};
use crate::design::{Design, Part, Secondary};
use crate::estimate::{Band, Quantity, Usd};
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::prices::{Confidence, PriceField, Provenance, RegionPrices};
use crate::facts::{Day, Decimal};

/// The hours of a month.
pub(super) const HOURS: Decimal = Decimal::whole(HOURS_PER_MONTH);
/// The whole of a percentage.
pub(super) const HUNDRED: Decimal = Decimal::whole(100);

const UNCOUNTED: &str = "The amount is more than a bill can count; check the quantity.";
const UNCONFIRMED: &str = "The price is unconfirmed: one secondary source gives it.";

/// The design with what its lines are computed from.
pub(super) struct Costs<'a> {
    pub(super) design: &'a Design,
    pub(super) today: Day,
    pub(super) book: Book<'a>,
    /// Writer first.
    pub(super) loads: Vec<Load>,
    pub(super) sites: Vec<Site<'a>>,
}

/// A secondary with the prices of its Region and the load of each of its instances.
pub(super) struct Site<'a> {
    pub(super) secondary: &'a Secondary,
    pub(super) part: Part,
    pub(super) book: Book<'static>,
    pub(super) load: Load,
}

impl Site<'_> {
    /// Region code.
    pub(super) const fn code(&self) -> &'static str {
        self.secondary.region.code
    }
}

impl<'a> Costs<'a> {
    pub(super) fn new(design: &'a Design, today: Day, supposed: Supposed) -> Self {
        let sites = design.secondaries().iter().enumerate().map(|(place, secondary)| Site {
            secondary,
            part: Part::Secondary(place),
            book: Book::in_region(secondary.region.code),
            load: secondary_load(design, secondary),
        });
        Self { design, today, book: Book::of(design), loads: loads(design, supposed), sites: sites.collect() }
    }
}

/// The prices of a Region, the user's own first.
pub(super) struct Book<'a> {
    region: Option<&'static RegionPrices>,
    own: Option<&'a BTreeMap<PriceField, Decimal>>,
}

/// A known price; `provenance` is `None` for one of the user's own.
#[derive(Clone, Copy)]
pub(super) struct Rate {
    pub(super) usd: Decimal,
    pub(super) provenance: Option<&'static Provenance>,
}

impl<'a> Book<'a> {
    /// Of the primary's Region, for which the user may know better.
    fn of(design: &'a Design) -> Self {
        Self { region: RegionPrices::find(design.region.code), own: Some(&design.prices) }
    }

    /// Of a secondary's Region.
    fn in_region(code: &str) -> Self {
        Self { region: RegionPrices::find(code), own: None }
    }

    /// The price of an item; `None` is unknown.
    pub(super) fn rate(&self, field: PriceField) -> Option<Rate> {
        if let Some(usd) = self.own.and_then(|own| own.get(&field)) {
            return Some(Rate { usd: *usd, provenance: None });
        }
        let price = self.region?.price(field)?;
        Some(Rate { usd: price.usd, provenance: Some(price.provenance) })
    }
}

/// A line of one quantity and one price.
pub(super) struct Metered {
    pub(super) id: LineId,
    pub(super) part: Part,
    pub(super) item: String,
    pub(super) unit: &'static str,
    pub(super) quantity: Band<Quantity>,
    pub(super) rate: Option<Rate>,
    pub(super) arithmetic: String,
    pub(super) note: Option<&'static str>,
}

impl Metered {
    pub(super) fn line(self) -> Line {
        let monthly = monthly(self.rate, self.quantity);
        let note = self.note.or(unconfirmed(self.rate));
        Line {
            id: self.id,
            item: self.item,
            part: self.part,
            quantity: self.quantity.typical.to_string(),
            unit: self.unit,
            unit_price: self.rate.map(|rate| rate.usd.to_string()),
            monthly,
            arithmetic: self.arithmetic,
            note: uncounted(self.rate, monthly).or(note),
            provenance: self.rate.and_then(|rate| rate.provenance),
        }
    }
}

/// What the quantities cost; nothing costs nothing at any price, and what can't be counted is unknown.
pub(super) fn monthly(rate: Option<Rate>, quantity: Band<Quantity>) -> Option<Band<Usd>> {
    match rate {
        Some(rate) => counted(quantity.map(|amount| Usd::of(rate.usd, amount))),
        None => (quantity == Band::default()).then(Band::default),
    }
}

/// The amounts, unless one is held at the largest there is.
pub(super) fn counted(amounts: Band<Usd>) -> Option<Band<Usd>> {
    (amounts.ceiling < Usd::MOST && amounts.typical < Usd::MOST).then_some(amounts)
}

/// The flag of an amount that is unknown although its price is not.
pub(super) fn uncounted(rate: Option<Rate>, monthly: Option<Band<Usd>>) -> Option<&'static str> {
    (rate.is_some() && monthly.is_none()).then_some(UNCOUNTED)
}

/// The one of two prices that is known less well: by its confidence, then by its age.
pub(super) fn less_sure(one: Option<Rate>, other: Option<Rate>) -> Option<&'static Provenance> {
    let [one, other] = [one, other].map(|rate| rate.and_then(|rate| rate.provenance));
    let doubt = |it: &Provenance| (it.confidence, std::cmp::Reverse(it.as_of));
    match (one, other) {
        (Some(one), Some(other)) if doubt(other) > doubt(one) => Some(other),
        _ => one.or(other),
    }
}

/// The flag of a price that one secondary source gives.
pub(super) fn unconfirmed(rate: Option<Rate>) -> Option<&'static str> {
    let provenance = rate.and_then(|rate| rate.provenance)?;
    (provenance.confidence == Confidence::Unconfirmed).then_some(UNCONFIRMED)
}

/// The quantity of what is used in the typical and the ceiling month and not in an idle one.
pub(super) fn when_used(quantity: Quantity) -> Band<Quantity> {
    Band { idle: Quantity::ZERO, ..Band::flat(quantity) }
}
