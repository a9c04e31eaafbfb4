//! What leaves the primary for each secondary: replicated writes and bytes, at the primary's rates.

use super::costs::{Costs, Metered, when_used};
use super::{Arithmetic, Line, LineId, Unit};
use crate::facts::prices::PriceField;

const NEIGHBORS: &str = "Between us-east-1 and us-east-2 AWS is said to charge $0.01: unconfirmed.";

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let usage = &costs.design.usage;
    let (writes, sent) = (usage.replicated_write_io_millions, usage.cross_region_transfer_gb);
    for site in &costs.sites {
        let (part, region) = (site.part, site.code());
        let price = Some(costs.book.charge(PriceField::GlobalReplicatedWriteIoPerMillion));
        let replicated = Metered {
            id: LineId::ReplicatedIo,
            part,
            region,
            quantity: when_used(writes.into()),
            price,
            arithmetic: Arithmetic::Of { amount: writes, unit: Unit::MillionWrites, price },
            note: None,
        };
        let price = Some(costs.book.charge(PriceField::TransferOutInterRegionGb));
        let transfer = Metered {
            id: LineId::Transfer,
            part,
            region,
            quantity: when_used(sent.into()),
            price,
            arithmetic: Arithmetic::Of { amount: sent, unit: Unit::Gb, price },
            note: (costs.code() == "us-east-1" && region == "us-east-2").then_some(NEIGHBORS),
        };
        lines.extend([replicated.line(), transfer.line()]);
    }
}
