//! `proxy/iam-without-tls`

use super::iam_without_tls;
use crate::design::{Edit, Field, IamAuth};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/iam-without-tls",
    severity: Severity::Error,
    title: "Clients of the proxy log in with IAM, but TLS is not required",
    why: "AWS refuses such a proxy: TLS must be required where clients are held to IAM.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-iam-setup.html",
    facts: &["PRX-05c"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| (it.iam_auth, it.require_tls) = (IamAuth::Required, false)),
    good: || proxy(|it| it.iam_auth = IamAuth::Required),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !iam_without_tls(context.design) {
        return Vec::new();
    }
    let message = "Clients must log in with IAM, but the proxy does not require TLS; AWS refuses that.";
    let edit = Edit::set(Field::RequireTls, "true");
    vec![RULE.finding(Field::RequireTls, message).fix("Require TLS", [edit])]
}
