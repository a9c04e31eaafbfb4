//! The outputs: what an application and its team need to connect. A secret only as its ARN, and that marked as sensitive:
//! where the password lies need not stand in the log of every apply.

use crate::design::Design;

use super::super::hcl::{Body, Code, Expr};
use super::secret;
use super::site::Site;

/// Every output.
pub(super) fn outputs(design: &Design, sites: &[Site<'_>]) -> Body {
    let mut body =
        output("cluster_endpoint", "Host of the writer.", Expr::code("aws_rds_cluster.this.endpoint")).with(
            output(
                "reader_endpoint",
                "Host of the readers; of the writer where there are none.",
                Expr::code("aws_rds_cluster.this.reader_endpoint"),
            ),
        );
    if let Some(proxy) = &design.proxy {
        body = body.with(output(
            "proxy_endpoint",
            "Host of the proxy.",
            Expr::code("aws_db_proxy.this.endpoint"),
        ));
        if proxy.read_only_endpoint {
            body = body.with(output(
                "proxy_read_only_endpoint",
                "Host of the proxy for reading.",
                Expr::code("aws_db_proxy_endpoint.read_only.endpoint"),
            ));
        }
    }
    body = body
        .with(output("port", "Port of the cluster.", Expr::code("aws_rds_cluster.this.port")))
        .with(output(
            "database_name",
            "The first database.",
            Expr::code("aws_rds_cluster.this.database_name"),
        ))
        .with(secret_arn(design))
        .with(output("cluster_arn", "The cluster.", Expr::code("aws_rds_cluster.this.arn")))
        .with(output(
            "security_group_id",
            "Security group of the cluster.",
            Expr::code("aws_security_group.cluster.id"),
        ));
    for site in sites.iter().filter(|site| site.secondary.is_some()) {
        let name = site.named("reader_endpoint");
        let value = Body::new()
            .set("description", Expr::text(format!("Host of the readers in {}.", site.region.code)))
            .set("value", site.expr("aws_rds_cluster.this{s}.reader_endpoint"));
        body = body.block("output", [name], value);
    }
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
