//! `proxy/foreign-password-type`

use super::by_password;
use crate::design::{ClientPasswordAuthType, Edit, Engine, Field, Word as _};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/foreign-password-type",
    severity: Severity::Error,
    title: "The proxy's password type is of the other engine",
    why: "MySQL takes MYSQL_CACHING_SHA2_PASSWORD and MYSQL_NATIVE_PASSWORD, PostgreSQL POSTGRES_SCRAM_SHA_256 and POSTGRES_MD5.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
    facts: &["PRX-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.client_password_auth_type = Some(ClientPasswordAuthType::MysqlNativePassword)),
    good: || proxy(|it| it.client_password_auth_type = Some(ClientPasswordAuthType::PostgresScramSha256)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = by_password(context.design) else { return Vec::new() };
    let Some(kind) = proxy.client_password_auth_type else { return Vec::new() };
    let engine = match kind {
        ClientPasswordAuthType::MysqlCachingSha2Password | ClientPasswordAuthType::MysqlNativePassword => {
            Engine::AuroraMysql
        }
        ClientPasswordAuthType::PostgresScramSha256 | ClientPasswordAuthType::PostgresMd5 => {
            Engine::AuroraPostgresql
        }
    };
    if engine == context.design.cluster.engine {
        return Vec::new();
    }
    let message = format!("{} is for {}, which the cluster is not.", kind.word(), engine.label());
    let edit = Edit::set(Field::ClientPasswordAuthType, "");
    vec![RULE.finding(Field::ClientPasswordAuthType, message).fix("Leave it to AWS", [edit])]
}
