//! Interface endpoints: how clients in a VPC without a way out reach services of AWS.

use crate::design::{Design, InterfaceEndpoint, Word};

use super::super::hcl::{Body, Expr};
use super::network::{security_group, tcp};
use super::rotation;
use super::site::Site;

/// Interface endpoints of a created VPC (NET-17). The rotation of a secret brings one for Secrets Manager, which then is
/// not made twice.
pub(super) fn endpoints(design: &Design, site: &Site<'_>) -> Body {
    let rotated = site.secondary.is_none() && rotation::is_there(design);
    let services: Vec<&'static str> = site
        .network
        .interface_endpoints
        .iter()
        .filter(|service| !(rotated && *service == InterfaceEndpoint::Secretsmanager))
        .map(Word::word)
        .collect();
    if !site.creates_vpc() || services.is_empty() {
        return Body::new();
    }
    let group = security_group(
        site,
        "aurora-${var.project_name}-endpoints-",
        "Interface endpoints of ${var.project_name}",
    );
    let inward = Body::new()
        .set("security_group_id", site.reference("aws_security_group.endpoints{s}.id"))
        .set("cidr_ipv4", site.vpc_range())
        .with(tcp("Everyone in the VPC", Expr::number(443u32)));
    let endpoint = Body::new()
        .set("for_each", Expr::call("toset", [Expr::texts(services)]))
        .gap()
        .set("private_dns_enabled", Expr::flag(true))
        .set("security_group_ids", Expr::list([site.reference("aws_security_group.endpoints{s}.id")]))
        .set("service_name", site.template("com.amazonaws.{r}.${each.value}"))
        .set("subnet_ids", site.subnet_ids())
        .set("vpc_endpoint_type", Expr::text("Interface"))
        .set("vpc_id", site.vpc_id());
    site.resource("aws_security_group", "endpoints", group)
        .with(site.resource("aws_vpc_security_group_ingress_rule", "endpoints_from_vpc", inward))
        .with(Body::new().comment(
            "The VPC has no way to the internet, so clients in it reach these services from inside.",
        ))
        .with(site.resource("aws_vpc_endpoint", "interface", endpoint))
}
