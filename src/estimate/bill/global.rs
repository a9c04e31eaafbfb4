//! What leaves the primary for each secondary: replicated writes and bytes, at the primary's rates.

use super::costs::{Costs, Metered, when_used};
use super::text::{Count, Price};
use super::{Line, LineId};
use crate::facts::prices::PriceField;

const NEIGHBORS: &str = "Between us-east-1 and us-east-2 AWS is said to charge $0.01: unconfirmed.";

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let usage = &costs.design.usage;
    let (writes, sent) = (usage.replicated_write_io_millions, usage.cross_region_transfer_gb);
    for site in &costs.sites {
        let (part, code) = (site.part, site.code());
        let rate = costs.book.rate(PriceField::GlobalReplicatedWriteIoPerMillion);
        let replicated = Metered {
            id: LineId::ReplicatedIo,
            part,
            item: format!("Writes replicated to {code}"),
            unit: "million writes",
            quantity: when_used(writes.into()),
            rate,
            arithmetic: format!("{} M writes × {}", Count(writes), Price(rate)),
            note: None,
        };
        let rate = costs.book.rate(PriceField::TransferOutInterRegionGb);
        let transfer = Metered {
            id: LineId::Transfer,
            part,
            item: format!("Transfer to {code}"),
            unit: "GB",
            quantity: when_used(sent.into()),
            rate,
            arithmetic: format!("{} GB × {}", Count(sent), Price(rate)),
            note: (costs.design.region.code == "us-east-1" && code == "us-east-2").then_some(NEIGHBORS),
        };
        lines.extend([replicated.line(), transfer.line()]);
    }
}
