//! `proxy/sha2-without-tls`

use super::sha2_without_tls;
use crate::design::{Edit, Engine, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/sha2-without-tls",
    severity: Severity::Warning,
    title: "Clients may fail to log in to the proxy",
    why: "caching_sha2 passwords need TLS: a client that does not ask for it cannot log in while the proxy does not require it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connecting.html",
    facts: &["PRX-04b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|it| it.require_tls = false);
        design.cluster.engine = Engine::AuroraMysql;
        design
    },
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !sha2_without_tls(context.design) {
        return Vec::new();
    }
    let message = "MYSQL_CACHING_SHA2_PASSWORD needs TLS, but the proxy does not require it.";
    let edit = Edit::set(Field::RequireTls, "true");
    vec![RULE.finding(Field::RequireTls, message).fix("Require TLS", [edit])]
}
