//! What every line needs: the design, its loads, the prices of its Region, and how a line is made of them.

use super::book::{Book, unconfirmed};
use super::load::{Load, Supposed, loads, secondary_load};
use super::{Arithmetic, Charge, Line, LineId};
use crate::design::{Design, Part, Secondary};
use crate::estimate::{Band, Quantity, UnitPrice, Usd};
use crate::facts::{Day, Decimal};

/// The whole of a percentage.
pub(super) const HUNDRED: Decimal = Decimal::whole(100);

const UNCOUNTED: &str = "The amount is more than a bill can count; check the quantity.";

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
    /// Code of the primary's Region.
    pub(super) const fn code(&self) -> &'static str {
        self.design.region.code
    }

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

/// A line of one quantity and one price.
pub(super) struct Metered {
    pub(super) id: LineId,
    pub(super) part: Part,
    /// Region code of the part.
    pub(super) region: &'static str,
    pub(super) quantity: Band<Quantity>,
    /// USD per unit; `None` where the book has no item for it.
    pub(super) price: Option<Charge>,
    pub(super) arithmetic: Arithmetic,
    pub(super) note: Option<&'static str>,
}

impl Metered {
    pub(super) fn line(self) -> Line {
        let usd = self.price.and_then(|price| price.usd);
        let monthly = monthly(usd, self.quantity);
        let note = self.note.or_else(|| unconfirmed(self.price?));
        Line {
            id: self.id,
            part: self.part,
            region: self.region,
            quantity: self.quantity.typical,
            unit_price: usd.map(UnitPrice::from),
            monthly,
            arithmetic: self.arithmetic,
            note: uncounted(usd, monthly).or(note),
            provenance: self.price.and_then(|price| price.provenance),
        }
    }
}

/// What the quantities cost; nothing costs nothing at any price, and what can't be counted is unknown.
pub(super) fn monthly(price: Option<Decimal>, quantity: Band<Quantity>) -> Option<Band<Usd>> {
    match price {
        Some(price) => counted(quantity.map(|amount| Usd::of(price, amount))),
        None => (quantity == Band::default()).then(Band::default),
    }
}

/// The amounts, unless one is held at the largest there is.
pub(super) fn counted(amounts: Band<Usd>) -> Option<Band<Usd>> {
    (amounts.ceiling < Usd::MOST && amounts.typical < Usd::MOST).then_some(amounts)
}

/// The flag of an amount that is unknown although its price is not.
pub(super) fn uncounted(price: Option<Decimal>, monthly: Option<Band<Usd>>) -> Option<&'static str> {
    (price.is_some() && monthly.is_none()).then_some(UNCOUNTED)
}

/// The quantity of what is used in the typical and the ceiling month and not in an idle one.
pub(super) fn when_used(quantity: Quantity) -> Band<Quantity> {
    Band { idle: Quantity::ZERO, ..Band::flat(quantity) }
}
