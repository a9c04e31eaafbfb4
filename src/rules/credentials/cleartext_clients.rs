//! `credentials/cleartext-clients`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/cleartext-clients",
    severity: Severity::Warning,
    title: "The server does not force TLS",
    why: "Clients may connect in clear text, and passwords and rows can be read on the way.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html",
    facts: &["TLS-02"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.force_tls = false), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let name = cluster.engine.tls_parameter();
    let force = Edit::set(Field::ForceTls, "true");
    // The parameter, where it is set, wins over force_tls.
    match context.design.switch(name) {
        Some(true) => Vec::new(),
        Some(false) => {
            let value = cluster.parameters.get(name).map_or("", String::as_str);
            let field = Field::Parameter(name.to_owned());
            let message = format!("{name} is {value}, so clients may connect in clear text.");
            let mut edits = vec![Edit::Reset(field.clone())];
            edits.extend((!cluster.force_tls).then_some(force));
            vec![RULE.finding(field, message).fix(format!("Remove {name}, so that TLS is forced"), edits)]
        }
        None if cluster.force_tls => Vec::new(),
        None => {
            let message = "TLS is not forced, so clients may connect in clear text.";
            vec![RULE.finding(Field::ForceTls, message).fix("Force TLS", [force])]
        }
    }
}
