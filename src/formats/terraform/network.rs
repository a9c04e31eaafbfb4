//! The network of a Region: a VPC without a way to the internet or one that exists, subnets, and who may connect.

use crate::design::Design;

use super::super::hcl::{Body, Expr};
use super::parameters::log_group;
use super::site::{FOUR_SUBNETS, Site};
use super::{depends_on, policy, resource, skip};

/// VPC, subnets, subnet group and security groups.
pub(super) fn network(design: &Design, sites: &[Site<'_>], site: &Site<'_>) -> Body {
    let vpc = if site.creates_vpc() { vpc(design, sites, site) } else { existing(site) };
    vpc.with(subnet_group(site)).with(security_groups(design, site))
}

fn vpc(design: &Design, sites: &[Site<'_>], site: &Site<'_>) -> Body {
    let vpc = Body::new()
        .set("cidr_block", site.variable("vpc_cidr"))
        .set("enable_dns_hostnames", Expr::flag(true))
        .set("enable_dns_support", Expr::flag(true))
        .with(named("${var.project_name}-database"));
    let group =
        log_group(design, site, Expr::template("/aws/vpc/${var.project_name}/flow-logs"), Body::new());
    let flow_log = Body::new()
        .set("iam_role_arn", Expr::reference("aws_iam_role.flow_logs.arn"))
        .set("log_destination", site.reference("aws_cloudwatch_log_group.flow_logs{s}.arn"))
        .set("traffic_type", Expr::text("ALL"))
        .set("vpc_id", site.vpc_id());
    let flow_log = depends_on(flow_log, vec![Expr::reference("aws_iam_role_policy.flow_logs")]);
    let first = sites.iter().find(|site| site.creates_vpc()).is_some_and(|first| std::ptr::eq(first, site));
    site.resource("aws_vpc", "this", vpc)
        .with(Body::new().comment("Without rules: nothing works by belonging to the VPC alone."))
        .with(site.resource("aws_default_security_group", "this", Body::new().set("vpc_id", site.vpc_id())))
        .with(site.resource("aws_cloudwatch_log_group", "flow_logs", group))
        .when(first, |body| body.with(flow_role(sites)))
        .with(site.resource("aws_flow_log", "this", flow_log))
        .with(site.resource("aws_subnet", "database", subnet(site)))
}

/// Roles belong to the account, not to a Region, so one serves every created VPC.
fn flow_role(sites: &[Site<'_>]) -> Body {
    let groups = sites.iter().filter(|site| site.creates_vpc());
    let groups = groups.map(|site| site.template("${aws_cloudwatch_log_group.flow_logs{s}.arn}:*"));
    let actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
    let role = policy::role("${var.project_name}-${var.region}-flows", "vpc-flow-logs.amazonaws.com");
    let write = Body::new()
        .set("name", Expr::text("write-flow-logs"))
        .set("role", Expr::reference("aws_iam_role.flow_logs.id"))
        .set("policy", policy::document([policy::allow(&actions, Expr::list(groups), None)]));
    resource("aws_iam_role", "flow_logs", role).with(resource("aws_iam_role_policy", "flow_logs", write))
}

fn subnet(site: &Site<'_>) -> Body {
    // A /24 each, or a quarter of a VPC that is too small for that (NET-12); an eighth where four are not enough.
    let least: u32 = if site.zones.len() <= FOUR_SUBNETS { 2 } else { 3 };
    let range = site.variable("vpc_cidr");
    let more = Expr::call("max", [Expr::number(least), Expr::number(24u32).minus(prefix_length(&range))]);
    let place = Expr::call("index", [site.variable("availability_zones"), Expr::reference("each.value")]);
    Body::new()
        .set("for_each", Expr::call("toset", [site.reference("data.aws_availability_zones.this{s}.names")]))
        .gap()
        .set("availability_zone", Expr::reference("each.value"))
        .set("cidr_block", Expr::call("cidrsubnet", [range, more, place]))
        .set("map_public_ip_on_launch", Expr::flag(false))
        .set("vpc_id", site.vpc_id())
        .with(named("${var.project_name}-database-${each.value}"))
}

/// The number behind the stroke of a range.
pub(super) fn prefix_length(range: &Expr) -> Expr {
    Expr::call("tonumber", [Expr::call("split", [Expr::text("/"), range.clone()]).at(Expr::number(1u32))])
}

fn named(name: &'static str) -> Body {
    Body::new().gap().set("tags", Expr::object([("Name", Expr::template(name))]))
}

/// The range of an existing VPC is asked for only where everyone in it may connect.
fn existing(site: &Site<'_>) -> Body {
    if !site.network.client_security_group_ids.is_empty() {
        return Body::new();
    }
    site.data("aws_vpc", "this", Body::new().set("id", site.vpc_id()))
}

fn subnet_group(site: &Site<'_>) -> Body {
    let group = Body::new()
        .set("name", Expr::template("${var.project_name}-database"))
        .set("description", Expr::template("Database subnets of ${var.project_name}"))
        .set("subnet_ids", site.subnet_ids());
    site.resource("aws_db_subnet_group", "this", group)
}

fn security_groups(design: &Design, site: &Site<'_>) -> Body {
    let group =
        security_group(site, "aurora-${var.project_name}-cluster-", "Aurora cluster of ${var.project_name}");
    site.resource("aws_security_group", "cluster", group)
        .with(clients(site, Target::Cluster))
        .when(design.proxy.is_some() && site.secondary.is_none(), |body| body.with(proxy(design, site)))
}

/// A security group under a new name before the old one goes; its name begins with `aurora-` because AWS refuses `sg-`
/// (NAM-10).
pub(super) fn security_group(site: &Site<'_>, prefix: &'static str, description: &'static str) -> Body {
    Body::new()
        .set("name_prefix", Expr::template(prefix))
        .set("description", Expr::template(description))
        .set("revoke_rules_on_delete", Expr::flag(true))
        .set("vpc_id", site.vpc_id())
        .block("lifecycle", [], Body::new().set("create_before_destroy", Expr::flag(true)))
}

#[derive(Clone, Copy)]
enum Target {
    Cluster,
    Proxy,
}

/// Lets the clients' security groups in, or where none are named everyone in the VPC (NET-08).
fn clients(site: &Site<'_>, target: Target) -> Body {
    let (group, named, open, port) = match target {
        Target::Cluster => {
            ("aws_security_group.cluster{s}.id", "cluster_from_clients", "cluster_from_vpc", "local.port")
        }
        Target::Proxy => {
            ("aws_security_group.proxy{s}.id", "proxy_from_clients", "proxy_from_vpc", "local.proxy_port")
        }
    };
    let group = Body::new().set("security_group_id", site.reference(group));
    if site.network.client_security_group_ids.is_empty() {
        let rule = group.set("cidr_ipv4", site.vpc_range()).with(tcp(
            "Everyone in the VPC: the design names no client security group",
            Expr::reference(port),
        ));
        let rule = site.resource("aws_vpc_security_group_ingress_rule", open, rule);
        return if site.creates_vpc() { rule } else { rule.with(further_ranges(site, target)) };
    }
    let rule = Body::new()
        .set("for_each", site.variable("client_security_group_ids"))
        .gap()
        .with(group)
        .set("referenced_security_group_id", Expr::reference("each.value"))
        .with(tcp("Clients", Expr::reference(port)));
    site.resource("aws_vpc_security_group_ingress_rule", named, rule)
}

/// Lets the further IPv4 ranges of an existing VPC in: its own is only the first, and pods or a later subnet may stand in
/// another (NET-08). The first keeps its rule, so that an upgrade of the file closes nothing.
fn further_ranges(site: &Site<'_>, target: Target) -> Body {
    let (group, name, port) = match target {
        Target::Cluster => ("aws_security_group.cluster{s}.id", "cluster_from_vpc_ranges", "local.port"),
        Target::Proxy => ("aws_security_group.proxy{s}.id", "proxy_from_vpc_ranges", "local.proxy_port"),
    };
    let rule = Body::new()
        .set("for_each", Expr::call("setsubtract", [site.vpc_ranges(), Expr::list([site.vpc_range()])]))
        .gap()
        .set("security_group_id", site.reference(group))
        .set("cidr_ipv4", Expr::reference("each.value"))
        .with(tcp("A further range of the VPC", Expr::reference(port)));
    site.resource("aws_vpc_security_group_ingress_rule", name, rule)
}

/// What every rule says beside its two ends.
pub(super) fn tcp(description: &'static str, port: Expr) -> Body {
    Body::new()
        .set("description", Expr::template(description))
        .set("from_port", port.clone())
        .set("ip_protocol", Expr::text("tcp"))
        .set("to_port", port)
}

/// A rule of the first security group for the members of the second, both by their ids.
pub(super) fn between([group, other]: [&'static str; 2], description: &'static str, port: Expr) -> Body {
    Body::new()
        .set("security_group_id", Expr::reference(group))
        .set("referenced_security_group_id", Expr::reference(other))
        .with(tcp(description, port))
}

fn proxy(design: &Design, site: &Site<'_>) -> Body {
    let group = skip("CKV2_AWS_5", "Attached to aws_db_proxy, which this check does not know")
        .with(security_group(site, "aurora-${var.project_name}-proxy-", "RDS Proxy of ${var.project_name}"));
    let inward = between(
        ["aws_security_group.cluster.id", "aws_security_group.proxy.id"],
        "The proxy",
        Expr::reference("local.port"),
    );
    let outward = between(
        ["aws_security_group.proxy.id", "aws_security_group.cluster.id"],
        "The cluster",
        Expr::reference("local.port"),
    );
    // The proxy listens on the engine's own port whatever the cluster's is (PRX-19).
    let port = Body::new().set("proxy_port", Expr::number(design.cluster.engine.default_port()));
    let subnets = site.zone_without_proxy().map_or_else(Body::new, |zone| {
        let id = Expr::reference("data.aws_availability_zones.this.zone_ids").at(Expr::reference("index"));
        let subnets = Expr::for_each_if(
            ["index", "name"],
            Expr::reference("data.aws_availability_zones.this.names"),
            Expr::reference("aws_subnet.database").at(Expr::reference("name")).attribute("id"),
            id.differs(Expr::text(zone)),
        );
        Body::new()
            .gap()
            .comment("RDS Proxy leaves out a subnet in this zone, and every plan would want it back.")
            .set("proxy_subnet_ids", subnets)
    });
    Body::new()
        .block("locals", [], port.with(subnets))
        .with(resource("aws_security_group", "proxy", group))
        .with(clients(site, Target::Proxy))
        .with(resource("aws_vpc_security_group_ingress_rule", "cluster_from_proxy", inward))
        .with(resource("aws_vpc_security_group_egress_rule", "proxy_to_cluster", outward))
}
