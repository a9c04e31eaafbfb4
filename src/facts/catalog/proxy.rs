//! RDS Proxy.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{CLOUDFORMATION, OWN_ADVICE, guide, price_book, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "PRX-01",
        "A proxy's engine family must be the cluster's: MYSQL or POSTGRESQL.",
        &[rds_api!("CreateDBProxyRequest")],
    ),
    Fact::data(
        "PRX-02",
        "A proxy's entries of authentication name secrets, up to 200 of them; CloudFormation wants at \
         least one.",
        &[rds_api!("UserAuthConfig"), rds_api!("CreateDBProxyRequest"), CLOUDFORMATION],
    ),
    Fact::error(
        "PRX-03",
        "IAM for clients of a proxy is DISABLED or REQUIRED; ENABLED is for SQL Server only.",
        &[rds_api!("UserAuthConfig")],
    ),
    Fact::error(
        "PRX-04",
        "Clients of a MySQL proxy prove a password by MYSQL_CACHING_SHA2_PASSWORD (the default) or \
         MYSQL_NATIVE_PASSWORD, those of a PostgreSQL proxy by POSTGRES_SCRAM_SHA_256 (the default) \
         or POSTGRES_MD5. The other engine's are refused.",
        &[rds_api!("UserAuthConfig"), guide!("rds-proxy-connecting")],
    ),
    Fact::warning(
        "PRX-04b",
        "MYSQL_CACHING_SHA2_PASSWORD needs TLS, so a client can't log in where neither the proxy \
         requires it nor the client asks for it. POSTGRES_MD5 and MYSQL_NATIVE_PASSWORD are weak.",
        &[guide!("rds-proxy-connecting"), OWN_ADVICE],
    ),
    Fact::data(
        "PRX-05",
        "A proxy logs in to the cluster with secrets, or with IAM and no secret. With IAM its role \
         needs rds-db:connect, the cluster IAM authentication, and clients TLS.",
        &[rds_api!("CreateDBProxyRequest.DefaultAuthScheme"), guide!("rds-proxy-iam-setup")],
    ),
    Fact::warning(
        "PRX-05b",
        "A proxy that logs in with IAM can't do so while the cluster's IAM authentication is off. Its \
         clients need TLS, which it should then require.",
        &[guide!("rds-proxy-iam-setup")],
    ),
    Fact::error(
        "PRX-05c",
        "A proxy whose clients must sign in with IAM must also require TLS: AWS answers that TLS must \
         be enabled when IAM authentication is required.",
        &["https://github.com/terraform-aws-modules/terraform-aws-rds-proxy/issues/10"],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "PRX-06",
        "A proxy's role trusts rds.amazonaws.com and may read each secret and, through Secrets \
         Manager, decrypt with its key.",
        &[guide!("rds-proxy-secrets-arns"), guide!("rds-proxy-iam-setup")],
    ),
    Fact::data(
        "PRX-07",
        "A proxy's secret is JSON with username and password; the master user's managed secret works.",
        &[guide!("rds-proxy-secrets-arns")],
    ),
    Fact::error(
        "PRX-08",
        "A proxy needs two subnets in different zones of the cluster's VPC, without dedicated \
         tenancy, and is never public. The zones use1-az3 and usw1-az2 have none, which a zone's \
         letter can't tell.",
        &[guide!("rds-proxy-network-prereqs"), guide!("rds-proxy")],
    ),
    Fact::warning(
        "PRX-09",
        "A proxy may need, for each instance by maximum, 10 free addresses up to 16 ACU, then 15 \
         (32), 25 (64), 30 (96), 40 (128), 50 (160), 55 (192), 65 (224), 75 (256), and 3 for each \
         further endpoint, at most 215. With fewer it can't scale.",
        &[guide!("rds-proxy-network-prereqs")],
    ),
    Fact::note(
        "PRX-09b",
        "In an existing VPC the sizes of the subnets are not known, so the addresses a proxy needs \
         can't be compared with what is free.",
        &[guide!("rds-proxy-network-prereqs")],
    ),
    Fact::error(
        "PRX-10",
        "A proxy closes a client that is idle for 1 to 28,800 seconds, 1,800 by default. No client \
         stays longer than 24 hours.",
        &["botocore 1.44.8, rds: CreateDBProxyRequest.IdleClientTimeout"],
    )
    .read_on(CORRECTIONS),
    Fact::warning(
        "PRX-10b",
        "The Terraform provider does not send an idle timeout of 0, so the default of 1,800 seconds \
         holds.",
        &[provider!("internal/service/rds/proxy.go")],
    )
    .read_on(CORRECTIONS),
    Fact::error(
        "PRX-11",
        "A client waits 0 to 300 seconds for a connection, 120 by default. The Terraform provider \
         lets 3,600 through, AWS does not.",
        &[
            rds_api!("ConnectionPoolConfiguration"),
            provider!("internal/service/rds/proxy_default_target_group.go"),
        ],
    ),
    Fact::error(
        "PRX-12",
        "A proxy may use 1 to 100 percent of the database's connections, 100 by default. AWS advises \
         30 percent more than the peak needs, and not below 20.",
        &[rds_api!("ConnectionPoolConfiguration"), guide!("rds-proxy-connections")],
    ),
    Fact::error(
        "PRX-13",
        "A proxy keeps up to its share of connections idle, half of it by default. If this is given, \
         the share must be given too.",
        &[rds_api!("ConnectionPoolConfiguration")],
    ),
    Fact::error(
        "PRX-14",
        "The one filter against pinning is EXCLUDE_VARIABLE_SETS, for MySQL only; PostgreSQL refuses \
         it.",
        &[guide!("rds-proxy-pinning"), rds_api!("ConnectionPoolConfiguration")],
    ),
    Fact::data(
        "PRX-15",
        "Whoever may view a proxy's target group can read its init query, so it must hold no secret.",
        &[rds_api!("ConnectionPoolConfiguration")],
    ),
    Fact::data(
        "PRX-16",
        "A proxy's target group is called default.",
        &[rds_api!("RegisterDBProxyTargetsRequest"), guide!("rds-proxy.howitworks")],
    ),
    Fact::error(
        "PRX-17",
        "A read-only endpoint is refused while the cluster has only a writer. A proxy has at most 20 \
         further endpoints, each billed as an interface endpoint.",
        &[
            guide!("rds-proxy-endpoints.CreatingEndpoint"),
            guide!("rds-proxy-endpoints"),
            rds_api!("CreateDBProxyEndpointRequest"),
        ],
    ),
    Fact::data(
        "PRX-17b",
        "A read-only endpoint leads to available readers alone. Where the cluster has readers and none \
         is available, a client waits for one as long as it may wait for a connection, then fails; \
         where the cluster has none, it fails at once.",
        &[guide!("rds-proxy-endpoints")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "PRX-18",
        "An account has 20 proxies a Region. A proxy serves one cluster; a cluster may have several \
         proxies.",
        &[guide!("rds-proxy"), guide!("CHAP_Limits")],
    ),
    Fact::note(
        "PRX-19",
        "A proxy listens on 3306 or 5432, whatever the cluster's port.",
        &[guide!("rds-proxy")],
    ),
    Fact::error(
        "PRX-20",
        "New Zealand and Taipei have no RDS Proxy. It takes PostgreSQL 11.9 to 18 and MySQL 3.01.0 \
         and later with 8.4.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.RDS_Proxy")],
    ),
    Fact::data(
        "PRX-21",
        "A PostgreSQL proxy connects to the database postgres, which must exist.",
        &[guide!("rds-proxy")],
    ),
    Fact::data(
        "PRX-22",
        "A connection is pinned to its client by any statement above 16 KB and, on PostgreSQL, by \
         SET, PREPARE, temporary tables, cursors, LISTEN, nextval and advisory locks.",
        &[guide!("rds-proxy-pinning")],
    ),
    Fact::warning(
        "PRX-23",
        "Each member of a Global Database may have a proxy, but the read/write endpoint of a \
         secondary's proxy does not work, nor does write forwarding in SESSION consistency go through \
         it.",
        &[guide!("rds-proxy-gdb")],
    ),
    Fact::data(
        "PRX-24",
        "A cluster behind a proxy never pauses.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "PRX-25",
        "For serverless targets a proxy is billed by the ACU-hour of its targets, 0.015 USD in N. \
         Virginia, for provisioned ones by the vCPU-hour. A floor of 8 ACU, for a proxy or for a \
         cluster, is said by others and unconfirmed by AWS.",
        &[price_book!("S-PROXY-MIN"), price_book!("S-PROXY-SKU")],
    )
    .unconfirmed(),
    Fact::note(
        "PRX-26",
        "A proxy's debug logging turns itself off after 24 hours, and the next plan wants it on \
         again. It logs the text of SQL.",
        &[guide!("rds-proxy-managing")],
    ),
    Fact::data(
        "PRX-27",
        "rdsproxyadmin is the proxy's own database user; leave it alone.",
        &[guide!("rds-proxy.monitoring")],
    ),
    Fact::data(
        "PRX-28",
        "AWS says that RDS Proxy keeps the connections of its clients over a failover of Aurora and \
         shortens it by up to 66 percent, as no DNS answer is cached.",
        &[guide!("Concepts.AuroraHighAvailability"), guide!("rds-proxy-planning")],
    )
    .read_on(CORRECTIONS),
];
