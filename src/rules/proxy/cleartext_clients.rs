//! `proxy/cleartext-clients`

use super::{iam_without_tls, sha2_without_tls};
use crate::design::{AuthScheme, Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/cleartext-clients",
    severity: Severity::Warning,
    title: "The proxy does not require TLS",
    why: "Clients may connect to it in clear text.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html",
    facts: &["TLS-02"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || proxy(|it| it.require_tls = false), good: || proxy(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    // Where TLS is needed for more than secrecy, those rules say so.
    let design = context.design;
    let said =
        proxy.auth_scheme == AuthScheme::IamAuth || iam_without_tls(design) || sha2_without_tls(design);
    if proxy.require_tls || said {
        return Vec::new();
    }
    let message = "The proxy does not require TLS, so clients may connect in clear text.";
    let edit = Edit::set(Field::RequireTls, "true");
    vec![RULE.finding(Field::RequireTls, message).fix("Require TLS", [edit])]
}
