//! RDS Proxy: role, proxy, pool, target and the read-only endpoint.

use crate::design::{AuthScheme, Credentials, Design, Proxy, Word};

use super::super::hcl::{Body, Expr};
use super::parameters::log_group;
use super::site::Site;
use super::{depends_on, policy, resource, secret};

/// Everything of the proxy; nothing where there is none.
pub(super) fn proxy(design: &Design, site: &Site<'_>) -> Body {
    let Some(proxy) = &design.proxy else { return Body::new() };
    let role = policy::role("${var.project_name}-${var.region}-proxy", "rds.amazonaws.com");
    let rights = Body::new()
        .set("name", Expr::text("reach-the-cluster"))
        .set("role", Expr::reference("aws_iam_role.proxy.id"))
        .set("policy", rights(design, proxy, site));
    let group = log_group(design, site, Expr::template("/aws/rds/proxy/${local.proxy_name}"), Body::new());
    resource("aws_iam_role", "proxy", role)
        .with(resource("aws_iam_role_policy", "proxy", rights))
        .with(resource("aws_cloudwatch_log_group", "proxy", group))
        .with(resource("aws_db_proxy", "this", itself(design, proxy, site)))
        .with(resource("aws_db_proxy_default_target_group", "this", pool(proxy)))
        .with(resource("aws_db_proxy_target", "this", target(site)))
        .when(proxy.read_only_endpoint, |body| {
            body.with(resource("aws_db_proxy_endpoint", "read_only", read_only(site)))
        })
}

/// To read the secret, or to log in with IAM (PRX-05, PRX-06).
fn rights(design: &Design, proxy: &Proxy, site: &Site<'_>) -> Expr {
    if proxy.auth_scheme == AuthScheme::IamAuth {
        let users = Expr::template(
            "arn:${data.aws_partition.current.partition}:rds-db:${var.region}:${data.aws_caller_identity.current.account_id}:dbuser:${aws_rds_cluster.this.cluster_resource_id}/*",
        );
        return policy::document([policy::allow(&["rds-db:connect"], users, None)]);
    }
    let read = policy::allow(
        &["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        secret::arn(design),
        None,
    );
    let service = Expr::template("secretsmanager.${var.region}.${data.aws_partition.current.dns_suffix}");
    let condition = Expr::object([("StringEquals", Expr::object([("kms:ViaService", service)]))]);
    let decrypt = site.key().map(|key| policy::allow(&["kms:Decrypt"], key, Some(condition)));
    policy::document(std::iter::once(read).chain(decrypt))
}

fn itself(design: &Design, proxy: &Proxy, site: &Site<'_>) -> Body {
    let iam = proxy.auth_scheme == AuthScheme::IamAuth;
    let body = Body::new()
        .set("name", Expr::reference("local.proxy_name"))
        .set("debug_logging", Expr::flag(proxy.debug_logging))
        // Left out, the provider keeps what was there: a proxy that logged in with IAM would go on to.
        .set("default_auth_scheme", Expr::text(if iam { AuthScheme::IamAuth.word() } else { "NONE" }))
        .set("engine_family", Expr::text(design.engine_family().word()))
        .set("idle_client_timeout", Expr::number(proxy.idle_client_timeout))
        .set("require_tls", Expr::flag(proxy.require_tls))
        .set("role_arn", Expr::reference("aws_iam_role.proxy.arn"))
        .set("vpc_security_group_ids", Expr::list([Expr::reference("aws_security_group.proxy.id")]))
        .set("vpc_subnet_ids", site.proxy_subnet_ids());
    let auth = Body::new()
        .set("auth_scheme", Expr::text(AuthScheme::Secrets.word()))
        .maybe(
            "client_password_auth_type",
            proxy.client_password_auth_type.map(|kind| Expr::text(kind.word())),
        )
        .set("iam_auth", Expr::text(proxy.iam_auth.word()))
        .set("secret_arn", secret::arn(design));
    let own = design.cluster.credentials == Credentials::SecretsManager;
    // A proxy that is made before it can read its secret fails its first health check.
    let on = [
        (true, "aws_cloudwatch_log_group.proxy"),
        (true, "aws_iam_role_policy.proxy"),
        (own && !iam, "aws_secretsmanager_secret_version.master"),
    ];
    let on = on.into_iter().filter(|(holds, _)| *holds).map(|(_, on)| Expr::reference(on)).collect();
    depends_on(body.when(!iam, |body| body.block("auth", [], auth)), on)
}

fn pool(proxy: &Proxy) -> Body {
    let filters = &proxy.session_pinning_filters;
    let filters = (!filters.is_empty()).then(|| Expr::texts(filters.iter().map(Word::word)));
    let pool = Body::new()
        .set("connection_borrow_timeout", Expr::number(proxy.connection_borrow_timeout))
        .set("max_connections_percent", Expr::number(proxy.max_connections_percent))
        .set("max_idle_connections_percent", Expr::number(proxy.max_idle_connections_percent))
        .maybe("session_pinning_filters", filters);
    let body = Body::new().set("db_proxy_name", Expr::reference("aws_db_proxy.this.name"));
    body.block("connection_pool_config", [], pool).with(follows_proxy())
}

fn target(site: &Site<'_>) -> Body {
    let body = Body::new()
        .set("db_cluster_identifier", Expr::reference("aws_rds_cluster.this.id"))
        .set("db_proxy_name", Expr::reference("aws_db_proxy.this.name"))
        .set("target_group_name", Expr::reference("aws_db_proxy_default_target_group.this.name"))
        .gap()
        .comment("A target can't be registered before its instances are available.");
    body.set("depends_on", Expr::list(instances(site))).with(follows_proxy())
}

fn instances(site: &Site<'_>) -> Vec<Expr> {
    let reader = (site.instances.len() > 1).then(|| Expr::reference("aws_rds_cluster_instance.reader"));
    std::iter::once(Expr::reference("aws_rds_cluster_instance.writer")).chain(reader).collect()
}

/// Only a proxy whose target has readers takes a read-only endpoint (PRX-17).
fn read_only(site: &Site<'_>) -> Body {
    let body = Body::new()
        .set("db_proxy_endpoint_name", Expr::template("${local.proxy_name}-read-only"))
        .set("db_proxy_name", Expr::reference("aws_db_proxy.this.name"))
        .set("target_role", Expr::text("READ_ONLY"))
        .set("vpc_security_group_ids", Expr::list([Expr::reference("aws_security_group.proxy.id")]))
        .set("vpc_subnet_ids", site.proxy_subnet_ids());
    let mut on = instances(site);
    on.push(Expr::reference("aws_db_proxy_target.this"));
    depends_on(body, on).with(follows_proxy())
}

/// A proxy that is made anew under its old name has lost its target, its pool settings and its endpoints, and the provider
/// does not see that by itself.
fn follows_proxy() -> Body {
    let anew = Body::new().set("replace_triggered_by", Expr::list([Expr::reference("aws_db_proxy.this.id")]));
    Body::new().block("lifecycle", [], anew)
}
