//! Regions and Availability Zones.

use super::fact::Fact;
use super::sources::{MOTO, OWN_ADVICE, botocore, cfn_lint, guide};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "REG-01",
        "All 38 Regions of the table, 34 commercial, two in China and two of GovCloud, list \
         db.serverless for both engines.",
        &[
            cfn_lint!("data/schemas/extensions/aws_rds_dbinstance/dbinstanceclass_enum.json"),
            guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2"),
        ],
    ),
    Fact::data(
        "REG-02",
        "The European Sovereign Cloud has an address for RDS but no data of classes, so it is left \
         out: unconfirmed. Regions only announced and isolated partitions are left out too.",
        &[botocore!("data/partitions.json"), botocore!("data/endpoints.json")],
    )
    .unconfirmed(),
    Fact::data(
        "REG-03",
        "Regions are called as in AWS' software kits, which write South America (Sao Paulo).",
        &[botocore!("data/endpoints.json")],
    ),
    Fact::note(
        "REG-04",
        "Some Regions must first be enabled in the account: Cape Town, Hong Kong, Taipei, Hyderabad, \
         Jakarta, Melbourne, Malaysia, New Zealand, Thailand, Calgary, Zurich, Milan, Spain, Tel \
         Aviv, UAE, Bahrain and Mexico.",
        &["https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html"],
    ),
    Fact::warning(
        "REG-05",
        "Most Regions show the zones a, b and c. N. Virginia shows a to f, Oregon and Seoul a to d, \
         Tokyo a, c and d, Canada Central a, b and d, N. California two. A letter outside may exist \
         in some accounts.",
        &[cfn_lint!("helpers.py"), MOTO],
    ),
    Fact::error(
        "REG-05b",
        "No Region has a zone beyond the letters a to f.",
        &[
            cfn_lint!("helpers.py"),
            "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
        ],
    ),
    Fact::data(
        "REG-06",
        "Zone letters differ from account to account, and zones can be hidden. So the export makes \
         them the default of a variable and lets the plan check that they are available.",
        &["https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html"],
    ),
    Fact::data(
        "REG-07",
        "Newer accounts see only two zones in N. California: enough for a subnet group and a proxy, \
         not for three.",
        &["https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html"],
    ),
    Fact::data(
        "REG-08",
        "Aurora keeps six copies of the data in three zones, whatever the instances; where the \
         instances stand is a choice of its own.",
        &[guide!("Aurora.Overview.StorageReliability")],
    ),
    Fact::data(
        "REG-09",
        "A Region without data here can be neither checked nor priced, so it is refused when a design \
         is read.",
        &[OWN_ADVICE],
    ),
];
