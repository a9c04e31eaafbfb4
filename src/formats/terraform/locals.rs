//! Names that several resources share, the readers, and the account's own data.

use crate::design::Design;

use super::super::hcl::{Body, Code, Expr};
use super::site::Site;

/// What the resources speak of that belongs to the account.
#[derive(Clone, Copy, Default)]
pub(super) struct Account {
    caller: bool,
    partition: bool,
}

impl Account {
    /// Takes note of what a section speaks of.
    pub(super) fn hear(&mut self, section: &Body) {
        self.caller = self.caller || section.reads_data("aws_caller_identity");
        self.partition = self.partition || section.reads_data("aws_partition");
    }

    /// The data sources of what they speak of, a blank line above each.
    pub(super) fn data(self) -> String {
        let mut text = String::new();
        for (name, mentioned) in [("aws_caller_identity", self.caller), ("aws_partition", self.partition)] {
            if mentioned {
                text.push('\n');
                let current = [Code::new(name), Code::new("current")];
                Body::new().block("data", current, Body::new()).print_to(&mut text);
            }
        }
        text
    }
}

/// Names that several resources share, and the readers.
pub(super) fn locals(design: &Design, sites: &[Site<'_>]) -> Body {
    Body::new().block("locals", [], names(design, sites))
}

fn names(design: &Design, sites: &[Site<'_>]) -> Body {
    let name = |chosen: Option<&String>, derived| {
        chosen.map_or_else(|| Expr::template(derived), |name| Expr::typed(name))
    };
    let cluster = name(design.cluster.name.as_ref(), "${var.project_name}-cluster");
    let proxy = design.proxy.as_ref().map(|proxy| name(proxy.name.as_ref(), "${var.project_name}-proxy"));
    let logs = design.log_exports();
    let log_types = (!logs.is_empty()).then(|| Expr::texts(logs.iter().map(crate::design::Word::word)));
    let body = Body::new()
        .set("cluster_name", cluster)
        .maybe("proxy_name", proxy)
        .set("port", Expr::number(design.port()))
        .maybe("log_types", log_types);
    match sites.first() {
        Some(site) if site.instances.len() > 1 => {
            let readers: Vec<(String, Expr)> = site
                .instances
                .iter()
                .enumerate()
                .skip(1)
                .map(|(index, instance)| (Design::instance_key(index), placed(site, *instance)))
                .collect();
            body.gap()
                .comment("Tiers 0 and 1 scale with the writer and take over first; the others scale by themselves.")
                .comment("Readers go by number: whichever the design drops, the last one is deleted and the others become what their number says.")
                .set("readers", Expr::map(readers))
        }
        _ => body,
    }
}

/// Zone and tier of an instance.
pub(super) fn placed(site: &Site<'_>, (zone, tier): (crate::design::Zone, u32)) -> Expr {
    Expr::object([("zone", site.zone(zone)), ("promotion_tier", Expr::number(tier))])
}

/// Letters of zones differ from account to account, so the plan checks that they exist (REG-06).
pub(super) fn available_zones(site: &Site<'_>) -> Body {
    let filter =
        Body::new().set("name", Expr::text("zone-name")).set("values", site.variable("availability_zones"));
    let length = |list| Expr::call("length", [list]);
    let named = length(Expr::reference("self.names"));
    let condition =
        Body::new().set("condition", named.equals(length(site.variable("availability_zones")))).set(
            "error_message",
            Expr::text("This account does not have every Availability Zone named in the variable."),
        );
    site.data(
        "aws_availability_zones",
        "this",
        Body::new().set("state", Expr::text("available")).block("filter", [], filter).block(
            "lifecycle",
            [],
            Body::new().block("postcondition", [], condition),
        ),
    )
}
