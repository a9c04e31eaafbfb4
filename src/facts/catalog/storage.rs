//! Storage types.

use super::fact::Fact;
use super::sources::{guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "STO-01",
        "A storage type is aurora, the default, which the API returns empty, or aurora-iopt1 \
         (I/O-Optimized).",
        &[
            rds_api!("CreateDBClusterMessage.StorageType"),
            provider!("website/docs/r/rds_cluster.html.markdown"),
        ],
    ),
    Fact::data(
        "STO-02",
        "A cluster may go to I/O-Optimized once in 30 days and back at any time, without downtime on \
         serverless instances.",
        &[
            guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type"),
            guide!("Aurora.Overview.StorageReliability"),
        ],
    ),
    Fact::error(
        "STO-03",
        "I/O-Optimized needs PostgreSQL 13.10, 14.7, 15.2, 16.1 or 17.4, or MySQL 3.03.1 or 8.4.7, or \
         later. 13.9 and 14.6 do not have it.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type")],
    ),
    Fact::warning(
        "STO-03b",
        "AWS' table of I/O-Optimized does not name PostgreSQL 18: whether it has it is unconfirmed.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type")],
    )
    .unconfirmed(),
];
