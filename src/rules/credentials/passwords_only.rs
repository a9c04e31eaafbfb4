//! `credentials/passwords-only`

use crate::design::{AuthScheme, Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/passwords-only",
    severity: Severity::Note,
    title: "IAM authentication is off",
    why: "With it applications log in with short-lived tokens and nobody has to keep a password.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Security.html",
    facts: &["ADV-10", "API-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.iam_database_authentication = false),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    // Where the proxy needs it, proxy/iam-without-conditions says so.
    let needed = context.design.proxy.as_ref().is_some_and(|proxy| proxy.auth_scheme == AuthScheme::IamAuth);
    if cluster.iam_database_authentication || needed || !context.production() {
        return Vec::new();
    }
    let message = "IAM database authentication is off, so every client needs a password.";
    let edit = Edit::set(Field::IamDatabaseAuthentication, "true");
    let finding = RULE.finding(Field::IamDatabaseAuthentication, message);
    vec![finding.fix("Turn IAM authentication on", [edit])]
}
