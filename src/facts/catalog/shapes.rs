//! Shapes of texts, transcribed from what AWS and Terraform check into one pattern each.

use super::fact::Fact;
use super::sources::{OWN_ADVICE, api, cfn_lint, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "R-1",
        "A backup window reads hh:mm-hh:mm in UTC, each time from 00:00 to 23:59.",
        &[rds_api!("CreateDBClusterMessage.PreferredBackupWindow")],
    ),
    Fact::data(
        "R-2",
        "A maintenance window reads ddd:hh:mm-ddd:hh:mm in UTC, with the days mon to sun.",
        &[rds_api!("CreateDBClusterMessage.PreferredMaintenanceWindow")],
    ),
    Fact::data(
        "R-3",
        "A cluster or instance identifier is lower-case letters, digits and single hyphens, a letter \
         first and no hyphen last, at most 63 characters.",
        &[
            rds_api!("CreateDBClusterMessage.DBClusterIdentifier"),
            provider!("internal/service/rds/validate.go"),
        ],
    ),
    Fact::data(
        "R-4",
        "A database name is a letter and then up to 62 letters, digits and underscores, 63 on MySQL.",
        &[guide!("Aurora.CreateInstance")],
    ),
    Fact::data(
        "R-5",
        "A master user's name is a letter and then up to 15 letters, digits and underscores; the \
         guide allows 62 on PostgreSQL.",
        &[rds_api!("CreateDBClusterMessage.MasterUsername")],
    ),
    Fact::data(
        "R-6",
        "A master password that both engines and every text of AWS allow is 8 to 41 printable ASCII \
         characters without space, quotes, / and @.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::data(
        "R-7",
        "A final snapshot's identifier is letters, digits and single hyphens, a letter first and no \
         hyphen last, at most 255 characters.",
        &[rds_api!("DeleteDBClusterMessage")],
    ),
    Fact::data(
        "R-8",
        "The name of a proxy or its endpoint is lower-case letters, digits and single hyphens, a \
         letter first and no hyphen last, at most 63 characters.",
        &[rds_api!("CreateDBProxyRequest"), provider!("internal/service/rds/proxy.go")],
    ),
    Fact::data(
        "R-9",
        "A project name is lower-case letters, digits and single hyphens, a letter first and no \
         hyphen last, at most 40 characters.",
        &[OWN_ADVICE],
    ),
    Fact::data(
        "R-10",
        "An e-mail address is one @ with something on both sides, a dot on the right, and no white \
         space.",
        &[api!("sns", "SubscribeInput.Endpoint")],
    ),
    Fact::data(
        "R-11",
        "A KMS key's ARN is arn, partition, kms, Region, 12 digits of the account and key/ with a \
         UUID, or with mrk- and 32 hexadecimal digits.",
        &[rds_api!("CreateDBClusterMessage.KmsKeyId")],
    ),
    Fact::data(
        "R-12",
        "The id of a VPC, subnet or security group is vpc-, subnet- or sg- and 8 or 17 lower-case \
         hexadecimal digits.",
        &[cfn_lint!("rules/formats/VpcId.py")],
    ),
];
