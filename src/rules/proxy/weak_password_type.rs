//! `proxy/weak-password-type`

use super::by_password;
use crate::design::{ClientPasswordAuthType, Edit, Engine, Field, Word as _};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/weak-password-type",
    severity: Severity::Warning,
    title: "The proxy's password type is weak",
    why: "MD5 and the native MySQL hash can be broken; the defaults are stronger.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connecting.html",
    facts: &["PRX-04b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.client_password_auth_type = Some(ClientPasswordAuthType::PostgresMd5)),
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = by_password(context.design) else { return Vec::new() };
    // One of the other engine is proxy/foreign-password-type.
    let weak = match context.design.cluster.engine {
        Engine::AuroraPostgresql => ClientPasswordAuthType::PostgresMd5,
        Engine::AuroraMysql => ClientPasswordAuthType::MysqlNativePassword,
    };
    let chosen = proxy.client_password_auth_type;
    let Some(kind) = chosen.filter(|kind| *kind == weak) else { return Vec::new() };
    let message = format!("{} is weak; AWS' default is stronger.", kind.word());
    let edit = Edit::set(Field::ClientPasswordAuthType, "");
    vec![RULE.finding(Field::ClientPasswordAuthType, message).fix("Leave it to AWS", [edit])]
}
