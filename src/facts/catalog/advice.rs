//! AWS' own advice.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{AGENT_TOOLKIT, OWN_ADVICE, guide};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "ADV-01",
        "The minimum should hold the working set in memory and not lie far below the usual load: at \
         least 1 ACU for many PostgreSQL connections, 2 with Performance Insights, 8 in the primary \
         Region of a Global Database.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ADV-02",
        "The maximum is the limit of the bill, since every instance may reach it; it should leave \
         room for peaks.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ADV-03",
        "A rule of thumb: the minimum is half the working set in GiB, at least 0.5; the maximum the \
         larger of 1.3 times the peak and 1.5 times the typical load, at most 256. A connection takes \
         about 10 MB.",
        &[AGENT_TOOLKIT],
    ),
    Fact::warning(
        "ADV-04",
        "High availability needs a reader in another zone. Without one a failed writer is made again \
         in its zone, usually within 10 minutes, and the loss of a zone takes manual work; with one a \
         failover takes less than 60 seconds, often less than 30.",
        &[guide!("Concepts.AuroraHighAvailability")],
    ),
    Fact::note(
        "ADV-05",
        "Readers meant for failover belong in tier 0 or 1, where they are as large as the writer; \
         those for reports in tier 2 to 15. Without one in tier 0 or 1 the cluster may fail over to \
         an instance that is too small.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ADV-06",
        "A failover goes to the reader of the lowest tier, and within a tier to the largest.",
        &[guide!("Concepts.AuroraHighAvailability")],
    ),
    Fact::data(
        "ADV-06b",
        "Where several readers share the lowest tier and the size, AWS promotes any one of them. After \
         five failovers that did not succeed it looks at the tiers no more.",
        &[guide!("Concepts.AuroraHighAvailability")],
    )
    .read_on(CORRECTIONS),
    Fact::note(
        "ADV-07",
        "For Lambda functions and short connections AWS recommends RDS Proxy or the Data API. Clients \
         should keep DNS answers for less than 30 seconds and pooled connections for less than 24 \
         hours.",
        &[guide!("rds-proxy"), guide!("Aurora.BestPractices")],
    ),
    Fact::note(
        "ADV-08",
        "AWS recommends I/O-Optimized where I/O is 25 percent or more of the Aurora bill.",
        &[guide!("Aurora.Overview.StorageReliability")],
    ),
    Fact::data(
        "ADV-09",
        "A database belongs in private subnets, open only to the security group of its clients.",
        &[guide!("Overview.RDSSecurityGroups")],
    ),
    Fact::note(
        "ADV-10",
        "In production AWS recommends IAM authentication beside passwords.",
        &[guide!("Aurora.Overview.Security")],
    ),
    Fact::warning(
        "ADV-11",
        "A typical month above the budget that the design names is worth a warning.",
        &[OWN_ADVICE],
    ),
    Fact::data(
        "ADV-12",
        "Aurora writes to six storage nodes in several zones at once, in however few zones the \
         instances are. The data stays safe even where some or all instances are gone.",
        &[guide!("Concepts.AuroraHighAvailability")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "ADV-13",
        "The reader endpoint spreads connections over the readers; where there is only a writer it \
         leads to the writer. A connection to a reader that is promoted is dropped, and for a short \
         time the reader endpoint may lead to the new writer.",
        &[
            guide!("Aurora.Endpoints.Reader"),
            guide!("Aurora.Overview.Endpoints"),
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-rds-dbcluster-readendpoint.html",
        ],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "ADV-13b",
        "An instance has an endpoint of its own, which leads to that instance alone. Where it is not \
         available, its endpoint leads to no other, as the cluster's and the reader endpoint do.",
        &[guide!("Aurora.Endpoints.Instance"), guide!("Aurora.Overview.Endpoints")],
    )
    .read_on(CORRECTIONS),
];
