//! RDS Proxy: what it takes and what it hides.

pub(super) mod addresses_unchecked;
pub(super) mod cleartext_clients;
pub(super) mod debug_logging;
pub(super) mod default_port;
pub(super) mod endpoint_without_reader;
pub(super) mod few_addresses;
pub(super) mod foreign_password_type;
pub(super) mod foreign_pinning_filter;
pub(super) mod forwarding_through_proxy;
pub(super) mod iam_without_conditions;
pub(super) mod iam_without_tls;
pub(super) mod idle_share_above_share;
pub(super) mod idle_timeout_out_of_range;
pub(super) mod lambda_without_pool;
pub(super) mod long_borrow_timeout;
pub(super) mod scarce_share;
pub(super) mod sha2_without_tls;
pub(super) mod share_out_of_range;
pub(super) mod unoffered_in_region;
pub(super) mod unusual_idle_timeout;
pub(super) mod weak_password_type;
pub(super) mod wrong_engine_family;

use crate::design::{AuthScheme, ClientPasswordAuthType, Design, Engine, IamAuth, Proxy};
use crate::facts::limits::proxy_addresses;

/// The proxy, if it logs in with a secret. One that logs in with IAM has no entry that could say how clients prove a
/// password (PRX-05).
fn by_password(design: &Design) -> Option<&Proxy> {
    design.proxy.as_ref().filter(|proxy| proxy.auth_scheme == AuthScheme::Secrets)
}

/// Whether clients must log in with IAM to a proxy that does not hold them to TLS (PRX-05c).
fn iam_without_tls(design: &Design) -> bool {
    by_password(design).is_some_and(|proxy| proxy.iam_auth == IamAuth::Required && !proxy.require_tls)
}

/// Whether clients of a MySQL proxy prove themselves by `caching_sha2` without being held to TLS (PRX-04b).
fn sha2_without_tls(design: &Design) -> bool {
    let mysql = design.cluster.engine == Engine::AuroraMysql;
    by_password(design).is_some_and(|proxy| {
        let kind =
            proxy.client_password_auth_type.unwrap_or(ClientPasswordAuthType::MysqlCachingSha2Password);
        let said = iam_without_tls(design);
        mysql && !proxy.require_tls && !said && kind == ClientPasswordAuthType::MysqlCachingSha2Password
    })
}

/// Addresses that the proxy of a cluster may need (PRX-09).
fn needed(design: &Design, extra_endpoint: bool) -> u32 {
    let instances = u32::try_from(design.cluster.readers.len()).unwrap_or(u32::MAX).saturating_add(1);
    let each = proxy_addresses(design.cluster.max_capacity);
    (each.saturating_mul(instances) + if extra_endpoint { 3 } else { 0 }).min(215)
}
