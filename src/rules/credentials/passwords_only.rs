//! `credentials/passwords-only`

use crate::design::{AuthScheme, Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/passwords-only",
    severity: Severity::Note,
    title: "IAM authentication is off",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Security.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "With it applications log in with short-lived tokens and nobody has to keep a password.",
    facts: &["ADV-10", "API-02"],
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
