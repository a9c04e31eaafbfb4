//! Storage: encryption, billing, size.

pub(super) mod aws_owned_key;
pub(super) mod io_optimized_is_cheaper;
pub(super) mod io_optimized_is_dearer;
pub(super) mod io_optimized_unconfirmed;
pub(super) mod io_optimized_unsupported;
pub(super) mod unused_key;
pub(super) mod usage_over_volume;

use super::Context;
use crate::design::StorageType;
use crate::estimate::{Bill, LineId, Month, Usd, bill};

/// What another storage type saves in a typical month; `None` where it saves nothing or a price is not known.
fn saving(context: &Context<'_>, other: StorageType) -> Option<Usd> {
    let mut changed = context.design.clone();
    changed.cluster.storage_type = other;
    let (own, other) = (context.bill, bill(&changed, context.today));
    // What is unknown under both, Backtrack for one, costs the same under both; an unknown ACU or request does not.
    let unknown = |bill: &Bill| {
        let lines = bill.lines.iter().filter(|line| line.monthly.is_none()).map(|line| line.id);
        lines.collect::<Vec<_>>()
    };
    let (own_unknown, other_unknown) = (unknown(own), unknown(&other));
    if own_unknown != other_unknown || own_unknown.into_iter().any(LineId::is_priced_by_storage_type) {
        return None;
    }
    let saving = own.total(Month::Typical).usd.minus(other.total(Month::Typical).usd);
    (saving > Usd::ZERO).then_some(saving)
}
