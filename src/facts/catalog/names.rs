//! Names, tags, references to what exists, users and passwords.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{CLOUDFORMATION, OWN_ADVICE, api, cfn_lint, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "NAM-01",
        "A cluster identifier has 1 to 63 letters, digits and single hyphens, begins with a letter \
         and does not end with a hyphen; AWS stores it in lower case. Terraform refuses capitals but \
         does not check the length.",
        &[
            rds_api!("CreateDBClusterMessage.DBClusterIdentifier"),
            CLOUDFORMATION,
            provider!("internal/service/rds/validate.go"),
        ],
    ),
    Fact::error(
        "NAM-02",
        "An instance identifier has the form of a cluster identifier, up to 63 characters; the \
         longest derived one decides.",
        &[rds_api!("CreateDBInstanceMessage"), provider!("internal/service/rds/validate.go")],
    ),
    Fact::data(
        "NAM-03",
        "Identifiers are unique in an account and Region, and the clusters of a Global Database must \
         all be named differently.",
        &[guide!("CHAP_Limits"), guide!("aurora-global-database-getting-started")],
    ),
    Fact::error(
        "NAM-04",
        "A Global Database identifier has at most 63 lower-case letters, digits and single hyphens, \
         begins with a letter and does not end with a hyphen. The API alone would take more; \
         CloudFormation and Terraform do not.",
        &[
            CLOUDFORMATION,
            provider!("internal/service/rds/validate.go"),
            rds_api!("CreateGlobalClusterMessage.GlobalClusterIdentifier"),
        ],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "NAM-05",
        "A subnet group's name has 1 to 255 letters, digits, spaces and the marks - _ . , begins with \
         a letter and is not default; Terraform takes lower case only.",
        &[
            guide!("CHAP_Limits"),
            rds_api!("CreateDBSubnetGroupMessage"),
            provider!("internal/service/rds/validate.go"),
        ],
    ),
    Fact::data(
        "NAM-06",
        "A parameter group's name has 1 to 255 letters, digits and single hyphens, begins with a \
         letter and does not end with a hyphen; Terraform takes lower case only, and dots.",
        &[guide!("CHAP_Limits"), provider!("internal/service/rds/validate.go")],
    ),
    Fact::data(
        "NAM-07",
        "A final snapshot's identifier has 1 to 255 letters, digits and single hyphens, begins with a \
         letter and does not end with a hyphen. It must be given when the snapshot is taken, and not \
         when it is skipped.",
        &[rds_api!("DeleteDBClusterMessage"), provider!("internal/service/rds/cluster.go")],
    ),
    Fact::error(
        "NAM-08",
        "A database name begins with a letter and goes on with letters, digits and underscores: up to \
         63 on PostgreSQL, 64 on MySQL, and no reserved word. PostgreSQL always has a database \
         postgres; MySQL has none unless one is named.",
        &[
            guide!("Aurora.CreateInstance"),
            rds_api!("CreateDBClusterMessage.DatabaseName"),
            "https://github.com/awslabs/aws-saas-boost/issues/180",
        ],
    ),
    Fact::warning(
        "NAM-08b",
        "AWS publishes no list of reserved database names. PostgreSQL's key words and its own \
         databases, and MySQL's own schemas, are likely to be refused: unconfirmed.",
        &[OWN_ADVICE],
    )
    .unconfirmed(),
    Fact::error(
        "NAM-09",
        "The name of a proxy and of its endpoints has 1 to 63 letters, digits and single hyphens, \
         begins with a letter and does not end with a hyphen; Terraform refuses capitals.",
        &[
            rds_api!("CreateDBProxyRequest"),
            rds_api!("CreateDBProxyEndpointRequest"),
            provider!("internal/service/rds/proxy.go"),
        ],
    ),
    Fact::error(
        "NAM-10",
        "A project name has 1 to 40 lower-case letters, digits and single hyphens, begins with a \
         letter and does not end with a hyphen: our own limit, so that every name made from it is \
         legal.",
        &[OWN_ADVICE, api!("ec2", "CreateSecurityGroupRequest.GroupName")],
    ),
    Fact::error(
        "NAM-11",
        "Names made from a chosen one must fit as well. A cluster's name has at most 56 characters, \
         54 with 1 to 9 readers and 53 with more, for the instances' names; a proxy's at most 53 with \
         a read-only endpoint.",
        &[rds_api!("CreateDBInstanceMessage"), rds_api!("CreateDBProxyEndpointRequest")],
    ),
    Fact::data(
        "NAM-12",
        "Limits of the other derived names: IAM role 64, SNS topic 256, KMS alias 256 and not under \
         alias/aws/, security group 255, parameter group 255, log group 512, alarm 255, secret 512, \
         Backup vault 2 to 50 characters.",
        &[
            guide!("CHAP_Limits"),
            api!("iam", "CreateRoleRequest.RoleName"),
            api!("backup", "CreateBackupVaultInput.BackupVaultName"),
            provider!("internal/service/rds/validate.go"),
        ],
    ),
    Fact::data(
        "NAM-13",
        "AWS fixes the log groups' names, /aws/rds/cluster/NAME/LOG and /aws/rds/proxy/NAME. One that \
         AWS makes itself never expires, so the export makes them first.",
        &[guide!("AuroraMySQL.Integrating.CloudWatch"), guide!("rds-proxy-managing")],
    ),
    Fact::error(
        "TAG-01",
        "A resource has at most 50 tags. The export adds up to four of its own, which leaves 46; one \
         of the same key is overwritten.",
        &[guide!("USER_Tagging"), api!("iam", "CreateRoleRequest")],
    ),
    Fact::error(
        "TAG-02",
        "A tag key has 1 to 128 letters, numbers, spaces and the signs _ . : / = + - @ in any script, \
         and does not begin with aws: or rds:. Combining marks, such as the vowel signs of Indic \
         scripts and Thai, are outside AWS' pattern.",
        &[rds_api!("Tag"), guide!("USER_Tagging")],
    )
    .read_on(CORRECTIONS),
    Fact::error(
        "TAG-03",
        "A tag value has up to 256 characters of the same set and does not begin with aws: or rds:.",
        &[rds_api!("Tag"), api!("iam", "Tag")],
    ),
    Fact::error(
        "TAG-04",
        "RDS keeps tag keys that differ only in case apart, but IAM refuses them as duplicates. Where \
         the export makes a role the apply stops half way, also for a clash with its own Project, \
         Environment and ManagedBy; without any role both keys stand.",
        &[guide!("USER_Tagging"), api!("iam", "CreateRoleRequest")],
    )
    .read_on(CORRECTIONS),
    Fact::error(
        "REF-01",
        "An e-mail address for notices has one @ with something on both sides and no white space.",
        &[api!("sns", "SubscribeInput.Endpoint")],
    ),
    Fact::note(
        "REF-02",
        "An e-mail subscription delivers only after the link in AWS' mail is opened, which Terraform \
         can't do.",
        &[provider!("website/docs/r/sns_topic_subscription.html.markdown")],
    ),
    Fact::error(
        "REF-03",
        "A key is named by its ARN; Terraform refuses what is no ARN.",
        &[provider!("internal/service/rds/cluster.go"), rds_api!("CreateDBClusterMessage.KmsKeyId")],
    ),
    Fact::error(
        "REF-04",
        "A KMS key belongs to one Region and partition, which must be the cluster's. A secondary of a \
         Global Database needs a key of its own Region.",
        &[guide!("Overview.Encryption"), rds_api!("CreateDBCluster")],
    ),
    Fact::warning(
        "REF-05",
        "AWS takes the ARN of an alias but answers with the key's, and a change of kms_key_id \
         replaces the cluster, so the next plan wants to replace it.",
        &[rds_api!("CreateDBClusterMessage.KmsKeyId"), provider!("internal/service/rds/cluster.go")],
    ),
    Fact::error(
        "REF-06",
        "Ids of VPCs and subnets are vpc- or subnet- and 8 or 17 hexadecimal digits; none is listed \
         twice.",
        &[cfn_lint!("rules/formats/VpcId.py"), cfn_lint!("rules/formats/SubnetId.py")],
    ),
    Fact::error(
        "REF-07",
        "Ids of security groups are sg- and 8 or 17 hexadecimal digits.",
        &[cfn_lint!("rules/formats/SecurityGroupId.py")],
    ),
    Fact::warning(
        "REF-08",
        "A security group of another VPC can be named only over a peering or transit connection, \
         which a VPC made in the same apply does not have.",
        &[OWN_ADVICE],
    ),
    Fact::error(
        "USR-01",
        "A master user's name begins with a letter and goes on with letters and digits; an underscore \
         works as well. It has up to 16 characters on MySQL and up to 63 on PostgreSQL.",
        &[guide!("Aurora.CreateInstance"), CLOUDFORMATION, rds_api!("CreateDBClusterMessage.MasterUsername")],
    ),
    Fact::warning(
        "USR-01b",
        "For PostgreSQL the guide allows 63 characters and the API's text 16; up to 16 satisfies \
         both.",
        &[rds_api!("CreateDBClusterMessage.MasterUsername"), guide!("Aurora.CreateInstance")],
    ),
    Fact::error(
        "USR-02",
        "rdsadmin is AWS' own user and refused as master user on both engines.",
        &[CLOUDFORMATION, "https://github.com/aws-cloudformation/cfn-lint/pull/4425"],
    ),
    Fact::error(
        "USR-03",
        "admin is refused as master user on Aurora PostgreSQL as a reserved word and fine on Aurora \
         MySQL.",
        &[
            "https://github.com/aws-cloudformation/cfn-lint/pull/4425",
            "https://github.com/aws/aws-cdk/pull/5076",
        ],
    ),
    Fact::error(
        "USR-04",
        "PostgreSQL reserves names that begin with pg_ and refuses them as master user.",
        &["https://github.com/DataShades/ckan-aws-templates/issues/6"],
    ),
    Fact::error(
        "USR-05",
        "user is refused as master user on Aurora PostgreSQL as a reserved word.",
        &[
            "https://github.com/terraform-aws-modules/terraform-aws-rds/blob/master/examples/complete-postgres/main.tf",
        ],
    ),
    Fact::data(
        "USR-06",
        "postgres is allowed as master user on Aurora PostgreSQL.",
        &["https://github.com/aws-cloudformation/cfn-lint/pull/4425"],
    ),
    Fact::warning(
        "USR-07",
        "AWS publishes no full list of reserved user names. PostgreSQL's reserved key words and AWS' \
         own roles (rdsadmin, rdsrepladmin, rdsproxyadmin, rds_superuser) are likely to be refused: \
         unconfirmed.",
        &[OWN_ADVICE, "https://github.com/postgres/postgres/blob/master/src/include/parser/kwlist.h"],
    )
    .unconfirmed(),
    Fact::data(
        "USR-08",
        "Another master user's name replaces the cluster.",
        &[provider!("internal/service/rds/cluster.go")],
    ),
    Fact::data(
        "USR-09",
        "A secondary cluster of a Global Database inherits master user, password and database and \
         must not set them.",
        &[guide!("aurora-global-database-getting-started"), CLOUDFORMATION],
    ),
    Fact::data(
        "PWD-01",
        "A master password has 8 to 41 characters on MySQL and 8 to 99 on PostgreSQL; the API's text \
         says 8 to 41 for both.",
        &[guide!("CHAP_Limits"), rds_api!("CreateDBClusterMessage.MasterUserPassword")],
    ),
    Fact::data(
        "PWD-02",
        "A master password is printable ASCII without / ' \" @ and space.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::data(
        "PWD-03",
        "In Terraform exactly one of manage_master_user_password, master_password and \
         master_password_wo is set.",
        &[
            provider!("website/docs/r/rds_cluster.html.markdown"),
            rds_api!("CreateDBClusterMessage.ManageMasterUserPassword"),
        ],
    ),
    Fact::data(
        "PWD-04",
        "The master user logs in by password, or on PostgreSQL by IAM instead.",
        &[rds_api!("CreateDBClusterMessage.MasterUserAuthenticationType")],
    ),
];
