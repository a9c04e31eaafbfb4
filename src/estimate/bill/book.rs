//! The prices of a Region, the user's own before those of the book.

use litemap::LiteMap;

use super::Charge;
use crate::design::Design;
use crate::facts::Decimal;
use crate::facts::prices::{Confidence, PriceField, Provenance, RegionPrices};

const UNCONFIRMED: &str = "The price is unconfirmed: one secondary source gives it.";

/// The prices of a Region.
pub(super) struct Book<'a> {
    region: Option<&'static RegionPrices>,
    /// `None` where the user's own don't count.
    own: Option<&'a LiteMap<PriceField, Decimal>>,
}

impl<'a> Book<'a> {
    /// Of the primary's Region, for which the user may know better.
    pub(super) fn of(design: &'a Design) -> Self {
        Self { region: RegionPrices::find(design.region.code), own: Some(&design.prices) }
    }

    /// Of a secondary's Region.
    pub(super) fn in_region(code: &str) -> Self {
        Self { region: RegionPrices::find(code), own: None }
    }

    /// What an item costs here.
    pub(super) fn charge(&self, field: PriceField) -> Charge {
        let open = self.own.is_some();
        if let Some(usd) = self.own.and_then(|own| own.get(&field)) {
            return Charge { field, usd: Some(*usd), provenance: None, open };
        }
        let price = self.region.and_then(|region| region.price(field));
        Charge {
            field,
            usd: price.map(|price| price.usd),
            provenance: price.map(|price| price.provenance),
            open,
        }
    }
}

/// The one of two prices that is known less well: by its confidence, then by its age.
pub(super) fn less_sure(one: Charge, other: Charge) -> Option<&'static Provenance> {
    let doubt = |it: &Provenance| (it.confidence, std::cmp::Reverse(it.as_of));
    match (one.provenance, other.provenance) {
        (Some(one), Some(other)) if doubt(other) > doubt(one) => Some(other),
        (one, other) => one.or(other),
    }
}

/// The flag of a price that one secondary source gives.
pub(super) fn unconfirmed(charge: Charge) -> Option<&'static str> {
    (charge.provenance?.confidence == Confidence::Unconfirmed).then_some(UNCONFIRMED)
}
