//! Network: the port, the subnets, who reaches them.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{OWN_ADVICE, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "NET-01",
        "A cluster's port is 1150 to 65535; by default 3306 on MySQL and 5432 on PostgreSQL.",
        &[rds_api!("CreateDBClusterMessage.Port")],
    ),
    Fact::error(
        "NET-02",
        "A subnet group needs subnets in at least two zones and takes at most 20; each should keep a \
         free address. The zones of an existing VPC's subnets can't be told from their ids.",
        &[
            guide!("USER_VPC.WorkingWithRDSInstanceinaVPC"),
            rds_api!("CreateDBCluster"),
            guide!("CHAP_Limits"),
        ],
    ),
    Fact::data(
        "NET-03",
        "A cluster's availability_zones takes at most three, and storage spans three anyway. In \
         Terraform a shorter list never settles and a change replaces the cluster, so the export \
         leaves it out.",
        &[
            rds_api!("CreateDBClusterMessage.AvailabilityZones"),
            provider!("website/docs/r/rds_cluster.html.markdown"),
        ],
    ),
    Fact::data(
        "NET-04",
        "Instances must name the subnet group of their cluster.",
        &[provider!("website/docs/r/rds_cluster_instance.html.markdown")],
    ),
    Fact::error(
        "NET-05",
        "A public instance in a VPC without an internet gateway is refused; the VPC that the export \
         makes has none.",
        &[rds_api!("CreateDBInstanceMessage.PubliclyAccessible")],
    ),
    Fact::warning(
        "NET-05b",
        "A public database in an existing VPC can be reached from the internet where the VPC has an \
         internet gateway, DNS names and resolution, and every subnet of the group is public; else it \
         is refused. Public access is off unless the subnet group is AWS' default.",
        &[
            rds_api!("CreateDBInstanceMessage.PubliclyAccessible"),
            guide!("USER_VPC.WorkingWithRDSInstanceinaVPC"),
            "https://github.com/hackoregon/civic-devops/issues/281",
        ],
    ),
    Fact::data(
        "NET-06",
        "A cluster speaks IPv4, or IPv4 and IPv6; the export keeps to IPv4.",
        &[rds_api!("CreateDBClusterMessage.NetworkType")],
    ),
    Fact::data(
        "NET-07",
        "A database needs ingress on its port from its clients' security group. Answers need no \
         egress rule; only a database that is itself a client does.",
        &[guide!("Overview.RDSSecurityGroups")],
    ),
    Fact::note(
        "NET-08",
        "Without security groups of the clients the export opens the port to every IPv4 range of the \
         VPC, the later ones too; its IPv6 ranges stay out.",
        &[OWN_ADVICE],
    )
    .read_on(CORRECTIONS),
    Fact::error(
        "NET-09",
        "A VPC's range is IPv4, /16 to /28, written as its network address: Terraform refuses host \
         bits, which the EC2 API would correct.",
        &[
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
            provider!("internal/service/ec2/vpc_.go"),
        ],
    ),
    Fact::error(
        "NET-10",
        "AWS refuses a VPC inside 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4.",
        &["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"],
    ),
    Fact::error(
        "NET-11",
        "A subnet is /16 to /28 too, and three subnets take two more bits, so the smallest VPC that \
         works here is /26.",
        &["https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"],
    ),
    Fact::data(
        "NET-12",
        "The export cuts a VPC into subnets of /24, or of a quarter of it where it is smaller than \
         /22. A subnet has 5 addresses less than its size: a /24 251, a /25 123, a /26 59, a /27 27, \
         a /28 11.",
        &[OWN_ADVICE, "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"],
    ),
    Fact::warning(
        "NET-13",
        "172.17.0.0/16 collides with other services of AWS. A range outside 10/8, 172.16/12 and \
         192.168/16 is allowed but hides public addresses.",
        &["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"],
    ),
    Fact::note("NET-14", "VPCs whose ranges overlap can never be peered.", &[OWN_ADVICE]),
    Fact::error(
        "NET-15",
        "A design in an existing VPC needs the VPC's id and 2 to 20 subnet ids.",
        &[provider!("website/docs/r/db_subnet_group.html.markdown"), rds_api!("CreateDBSubnetGroupMessage")],
    ),
    Fact::warning(
        "NET-16",
        "Ids of a VPC and subnets have no effect where the export makes the VPC, nor has a range \
         where it exists.",
        &[OWN_ADVICE],
    ),
    Fact::note(
        "NET-17",
        "A VPC that the export makes has no internet gateway, NAT or endpoint: what runs in it reaches \
         neither Secrets Manager nor the Data API until it has an interface endpoint for each.",
        &[
            "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html",
        ],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "NET-18",
        "An interface endpoint is billed for every hour in every zone in which it has an address, and \
         for what passes through it.",
        &["https://aws.amazon.com/privatelink/pricing/"],
    )
    .read_on(CORRECTIONS),
];
