//! Sentences found in naive configurations, and what is true.

use super::fact::Fact;
use super::sources::{EMULATOR, MOTO, cfn_lint, guide, price_book, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "CLM-01",
        "Aurora serverless does not scale from 0.5 to 128 ACU, as is often written, but from 0 to 256 \
         as far as the version allows (ACU-06); the maximum is at least 1.",
        &[guide!("aurora-serverless-v2.requirements"), guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "CLM-02",
        "Aurora storage is not 10 GB to 128 TB, as is often written: it reaches 256 TiB on newer \
         versions and has no minimum to set (LIM-02, LIM-03).",
        &[guide!("CHAP_Limits")],
    ),
    Fact::error(
        "CLM-03",
        "admin as master user, which many examples use, is refused on Aurora PostgreSQL and fine on \
         Aurora MySQL (USR-03).",
        &[
            "https://github.com/aws-cloudformation/cfn-lint/pull/4425",
            "https://github.com/aws/aws-cdk/pull/5076",
        ],
    ),
    Fact::error(
        "CLM-04",
        "PostgreSQL 15.4, which many examples use, can't be created any more (ENG-06); 15.10 and 17.7 \
         can.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version_deprecated.json"), EMULATOR],
    ),
    Fact::data(
        "CLM-05",
        "performance_insights_enabled on aws_rds_cluster is valid for Aurora since 2024, although the \
         guide to the console still denies it. Instances must not contradict it.",
        &[
            rds_api!("CreateDBClusterMessage.EnablePerformanceInsights"),
            "https://github.com/hashicorp/terraform-provider-aws/pull/40630",
        ],
    ),
    Fact::data(
        "CLM-06",
        "RDS Proxy is not billed by the vCPU-hour for serverless targets but by the ACU-hour, and it \
         keeps the cluster from pausing (PRX-25, ACU-16).",
        &[price_book!("S-PROXY-MIN"), price_book!("S-PROXY-SKU")],
    ),
    Fact::data(
        "CLM-07",
        "RDS allows the characters # ? % & : [ ] { } < > and + in a password, but in a URL they break \
         it unless the password is encoded.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::data(
        "CLM-08",
        "A rotation that names a Lambda function which nothing declares fails at plan; a managed \
         secret needs none (SEC-02).",
        &[guide!("rds-secrets-manager")],
    ),
    Fact::warning(
        "CLM-09",
        "The zones a, b and c are wrong in N. California, Tokyo and Canada Central, and letters \
         differ by account (REG-05, REG-06).",
        &[cfn_lint!("helpers.py"), MOTO],
    ),
    Fact::data(
        "CLM-10",
        "With a constant final_snapshot_identifier the first destroy works and the second fails, \
         because the snapshot exists. A random suffix that stays is right; timestamp() changes at \
         every plan.",
        &[rds_api!("DeleteDBClusterMessage"), provider!("website/docs/r/rds_cluster.html.markdown")],
    ),
    Fact::data(
        "CLM-11",
        "A database's security group needs no egress to 0.0.0.0/0. Terraform drops AWS' default \
         egress when none is written, which is what is wanted (NET-07).",
        &[guide!("Overview.RDSSecurityGroups"), provider!("website/docs/r/security_group.html.markdown")],
    ),
    Fact::data(
        "CLM-12",
        "An alarm on CPUUtilization of a cluster is valid, but the average over all instances hides a \
         hot writer (CW-02).",
        &[guide!("dimensions")],
    ),
];
