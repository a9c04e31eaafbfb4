//! `credentials/cleartext-clients`

use crate::design::{Design, Edit, Engine, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/cleartext-clients",
    severity: Severity::Warning,
    title: "The server does not force TLS",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "Clients may connect in clear text, and passwords and rows can be read on the way.",
    facts: &["TLS-02"],
    bad: || cluster(|it| it.force_tls = false),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    if !cluster.force_tls {
        let message = "TLS is not forced, so clients may connect in clear text.";
        let edit = Edit::set(Field::ForceTls, "true");
        return vec![RULE.finding(Field::ForceTls, message).fix("Force TLS", [edit])];
    }
    let name = match cluster.engine {
        Engine::AuroraPostgresql => "rds.force_ssl",
        Engine::AuroraMysql => "require_secure_transport",
    };
    let off = |value: &String| ["0", "off", "false"].iter().any(|it| it.eq_ignore_ascii_case(value));
    let Some(value) = cluster.parameters.get(name).filter(|value| off(value)) else { return Vec::new() };
    let field = Field::Parameter(name.to_owned());
    let message = format!("{name} is {value}, so clients may connect in clear text.");
    vec![RULE.finding(field.clone(), message).fix(format!("Remove {name}"), [Edit::Reset(field)])]
}
