//! `proxy/iam-without-conditions`

use crate::design::{AuthScheme, Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/iam-without-conditions",
    severity: Severity::Warning,
    title: "The proxy's IAM login lacks what it needs",
    why: "With IAM_AUTH the proxy logs in with IAM, so the cluster must have it on, and clients must use TLS.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-iam-setup.html",
    facts: &["PRX-05b", "PRX-05", "API-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|it| it.auth_scheme = AuthScheme::IamAuth);
        design.cluster.iam_database_authentication = false;
        design
    },
    good: || proxy(|it| it.auth_scheme = AuthScheme::IamAuth),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    if proxy.auth_scheme != AuthScheme::IamAuth {
        return Vec::new();
    }
    let mut findings = Vec::new();
    if !context.design.cluster.iam_database_authentication {
        let field = Field::IamDatabaseAuthentication;
        let message = "The proxy logs in with IAM, but the cluster does not take it, so it can't log in.";
        let edit = Edit::set(field.clone(), "true");
        findings.push(RULE.finding(field, message).fix("Turn IAM authentication on", [edit]));
    }
    if !proxy.require_tls {
        let message = "Unconfirmed: AWS refuses a proxy that logs in with IAM and does not require TLS, which IAM logins need.";
        let edit = Edit::set(Field::RequireTls, "true");
        findings.push(RULE.finding(Field::RequireTls, message).fix("Require TLS", [edit]));
    }
    findings
}
