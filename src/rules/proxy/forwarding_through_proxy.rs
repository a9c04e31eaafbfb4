//! `proxy/forwarding-through-proxy`

use crate::design::Field;
use crate::rules::examples::{proxy, secondary};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/forwarding-through-proxy",
    severity: Severity::Warning,
    title: "Write forwarding does not work through a proxy in SESSION consistency",
    why: "AWS does not support the two together in the default consistency.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-gdb.html",
    facts: &["PRX-23"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = secondary(|it| it.write_forwarding = true);
        design.proxy = proxy(|_| ()).proxy;
        design
    },
    good: || secondary(|it| it.write_forwarding = true),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.proxy.is_none() {
        return Vec::new();
    }
    let forwarding = context.design.secondaries().iter().enumerate().filter(|(_, it)| it.write_forwarding);
    forwarding
        .map(|(index, secondary)| {
            let message = format!(
                "{} forwards writes, which does not work through a proxy in SESSION consistency.",
                secondary.region.code
            );
            RULE.finding(Field::WriteForwarding(index), message)
        })
        .collect()
}
