//! Secrets and their rotation.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{OWN_ADVICE, api, guide, price_book};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "SEC-01",
        "With a managed password RDS makes a secret with username and password and deletes it with \
         the cluster. Its KMS key is fixed when it is made.",
        &[guide!("rds-secrets-manager")],
    ),
    Fact::data(
        "SEC-02",
        "RDS rotates a managed secret every 7 days without a Lambda function. The schedule can be \
         changed, down to 4 hours.",
        &[guide!("rds-secrets-manager"), "https://github.com/hashicorp/terraform-provider-aws/issues/44813"],
    ),
    Fact::error(
        "SEC-03",
        "No member of a Global Database may have a managed secret; it must be turned off before the \
         cluster joins.",
        &[guide!("rds-secrets-manager"), guide!("aurora-global-database")],
    ),
    Fact::data(
        "SEC-04",
        "A managed secret excludes blue/green deployments, cross-Region read replicas, external \
         binary-log replicas and MySQL's validate_password.",
        &[guide!("rds-secrets-manager")],
    ),
    Fact::data(
        "SEC-05",
        "RDS Proxy takes the managed secret; its role must read the secret's KMS key as well.",
        &[guide!("rds-proxy-secrets-arns")],
    ),
    Fact::data(
        "SEC-06",
        "For a secret of your own AWS offers rotation templates, for one user or for two that \
         alternate. They run as a Lambda function in the VPC, which must reach Secrets Manager.",
        &[
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_available-rotation-templates.html",
        ],
    ),
    Fact::data(
        "SEC-07",
        "Rotation with alternating users does not go with RDS Proxy, which does not know the new \
         user.",
        &["https://github.com/aws-samples/aws-secrets-manager-rotation-lambdas/issues/108"],
    ),
    Fact::data(
        "SEC-08",
        "A secret costs 0.40 USD a month and 0.05 USD for 10,000 calls.",
        &[price_book!("S-BLUEPRINT"), price_book!("S-INFRACOST")],
    ),
    Fact::data(
        "SEC-09",
        "An application should not log in as the master user.",
        &[guide!("UsingWithRDS.MasterAccounts")],
    ),
    Fact::warning(
        "SEC-10",
        "A rotation of days has no effect on a managed secret, which RDS rotates every 7 days.",
        &[OWN_ADVICE],
    ),
    Fact::error(
        "SEC-11",
        "Secrets Manager rotates a secret every 1 to 1,000 days.",
        &[api!("secretsmanager", "AutomaticallyRotateAfterDaysType")],
    ),
    Fact::note(
        "SEC-12",
        "The single-user template changes the password of the one user that clients log in as: from \
         then on, until they read the secret again, their logins fail. They can read it again and \
         retry, log in with IAM, or take turns between two users.",
        &["https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html"],
    )
    .read_on(CORRECTIONS),
];
