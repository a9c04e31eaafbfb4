//! The outputs: what an application and its team need to connect. A secret only as its ARN, and that marked as sensitive:
//! where the password lies need not stand in the log of every apply.

use crate::design::{AuthScheme, Design, IamAuth, Proxy};

use super::super::hcl::{Body, Code, Expr};
use super::secret;
use super::site::Site;

/// Every output.
pub(super) fn outputs(design: &Design, sites: &[Site<'_>]) -> Body {
    let mut body =
        output("cluster_endpoint", "Host of the writer.", Expr::reference("aws_rds_cluster.this.endpoint"))
            .with(output(
                "reader_endpoint",
                "Host of the readers; of the writer where there are none.",
                Expr::reference("aws_rds_cluster.this.reader_endpoint"),
            ));
    if design.global.is_some() {
        body = body.with(output(
            "global_endpoint",
            "Host of the writer, whichever Region it is in.",
            Expr::reference("aws_rds_global_cluster.this.endpoint"),
        ));
    }
    if let Some(proxy) = &design.proxy {
        body = body.with(output(
            "proxy_endpoint",
            "Host of the proxy.",
            Expr::reference("aws_db_proxy.this.endpoint"),
        ));
        if proxy.read_only_endpoint {
            body = body.with(output(
                "proxy_read_only_endpoint",
                "Host of the proxy for reading.",
                Expr::reference("aws_db_proxy_endpoint.read_only.endpoint"),
            ));
        }
    }
    body = body
        .with(output("port", "Port of the cluster.", Expr::reference("aws_rds_cluster.this.port")))
        .with(output(
            "database_name",
            "The first database.",
            Expr::reference("aws_rds_cluster.this.database_name"),
        ))
        .with(secret_arn(design))
        .with(output("cluster_arn", "The cluster.", Expr::reference("aws_rds_cluster.this.arn")))
        .with(access(design))
        .with(output(
            "security_group_id",
            "Security group of the cluster.",
            Expr::reference("aws_security_group.cluster.id"),
        ));
    if let Some(primary) = sites.first() {
        body = body.with(surroundings(design, primary));
    }
    for site in sites.iter().filter(|site| site.secondary.is_some()) {
        let name = site.named("reader_endpoint");
        let headless = if site.instances.is_empty() { ", once there are any" } else { "" };
        let value = Body::new()
            .set("description", Expr::text(format!("Host of the readers in {}{headless}.", site.region.code)))
            .set("value", site.reference("aws_rds_cluster.this{s}.reader_endpoint"));
        body = body.block("output", [name], value);
    }
    body
}

/// What a policy for `rds-db:connect` names: the cluster, or a proxy that asks for IAM (API-02, PRX-05).
fn access(design: &Design) -> Body {
    let mut body = Body::new();
    if design.cluster.iam_database_authentication {
        body = body.with(output(
            "cluster_resource_id",
            "Id of the cluster in the ARNs of rds-db:connect, to log in with IAM.",
            Expr::reference("aws_rds_cluster.this.cluster_resource_id"),
        ));
    }
    let token =
        |proxy: &Proxy| proxy.auth_scheme == AuthScheme::IamAuth || proxy.iam_auth == IamAuth::Required;
    if design.proxy.as_ref().is_some_and(token) {
        body = body.with(output(
            "proxy_resource_id",
            "Id of the proxy in the ARNs of rds-db:connect, to log in with IAM.",
            Expr::call(
                "reverse",
                [Expr::call("split", [Expr::text(":"), Expr::reference("aws_db_proxy.this.arn")])],
            )
            .at(Expr::number(0u32)),
        ));
    }
    body
}

/// What clients and other configurations refer to: the groups they connect to, the key, the network and the topic.
fn surroundings(design: &Design, site: &Site<'_>) -> Body {
    let mut body = Body::new();
    let mut add = |holds: bool, name, description, value| {
        if holds {
            body = std::mem::take(&mut body).with(output(name, description, Expr::reference(value)));
        }
    };
    add(
        design.proxy.is_some(),
        "proxy_security_group_id",
        "Security group of the proxy.",
        "aws_security_group.proxy.id",
    );
    add(
        site.creates_key(),
        "kms_key_arn",
        "The key; who reads the secret must decrypt with it.",
        "aws_kms_key.this.arn",
    );
    add(
        site.creates_vpc(),
        "vpc_id",
        "The VPC, to peer with. It has no way to the internet, and to services of AWS none but its interface endpoints.",
        "aws_vpc.this.id",
    );
    add(
        design.cluster.alarms.enabled,
        "alarm_topic_arn",
        "Topic of the alarms, for further receivers.",
        "aws_sns_topic.alarms.arn",
    );
    body
}

fn secret_arn(design: &Design) -> Body {
    let body = Body::new()
        .set("description", Expr::text("Secret with the master user and its password."))
        .set("value", secret::arn(design))
        .set("sensitive", Expr::flag(true));
    Body::new().block("output", [Code::new("secret_arn")], body)
}

fn output(name: &'static str, description: &'static str, value: Expr) -> Body {
    let body = Body::new().set("description", Expr::text(description)).set("value", value);
    Body::new().block("output", [Code::new(name)], body)
}
