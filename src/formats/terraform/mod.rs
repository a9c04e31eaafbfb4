//! `main.tf`: plain resources of `hashicorp/aws` for a design, one section after the other in a reader's order.
//!
//! The text follows from the design and the tables alone. Every name that a user typed goes through [`Expr::text`], every
//! other word through [`Code`]. What terraform.md and aurora.md found out about AWS stands where it is applied.

mod backup;
mod cluster;
mod encryption;
mod global;
mod head;
mod instances;
mod locals;
mod monitoring;
mod network;
mod outputs;
mod parameters;
mod policy;
mod proxy;
mod rotation;
mod secret;
mod site;
mod variables;

use crate::design::Design;
use crate::rules::Finding;

use super::hcl::{Body, Code, Expr};

pub(super) use head::title;
use site::Site;

/// The configuration of a design. Total: a design with errors gives a text too, which Terraform or AWS refuses.
pub fn main_tf(design: &Design) -> String {
    main_tf_forced(design, &[])
}

/// The configuration of a design that has errors, which its head lists.
pub fn main_tf_forced(design: &Design, errors: &[Finding]) -> String {
    document(design, errors).print()
}

fn document(design: &Design, errors: &[Finding]) -> Body {
    let sites = site::sites(design);
    let mut resources = Body::new();
    for (title, section) in sections(design, &sites) {
        if section != Body::new() {
            resources = resources.gap().comment(banner(title)).gap().with(section);
        }
    }
    head::head(design, errors)
        .gap()
        .with(head::providers(design))
        .gap()
        .comment(banner("Variables: what a team changes"))
        .gap()
        .with(variables::variables(design, &sites))
        .gap()
        .comment(banner("Names, zones and the account"))
        .gap()
        .with(locals::locals(design, &sites, &resources))
        .with(resources)
}

fn sections<'a>(design: &Design, sites: &'a [Site<'a>]) -> Vec<(&'static str, Body)> {
    let mut sections = Vec::new();
    let Some((primary, secondaries)) = sites.split_first() else { return sections };
    sections.push(("Encryption", encryption::encryption(design, primary)));
    sections.push(("Network", network::network(design, sites, primary)));
    sections.push(("Global Database", global::global(design)));
    sections.push(("Parameters and logs", parameters::parameters(design, primary)));
    sections.push(("Master password", secret::password(design)));
    sections.push(("Aurora cluster", cluster::cluster(design, primary)));
    sections.push(("Instances", instances::instances(design, primary)));
    sections.push(("Secret", secret::secret(design, primary)));
    sections.push(("Rotation of the secret", rotation::rotation(design, primary)));
    sections.push(("RDS Proxy", proxy::proxy(design, primary)));
    sections.push(("Alarms", monitoring::alarms(design, primary)));
    sections.push(("Dashboard", monitoring::dashboard(design)));
    sections.push(("AWS Backup", backup::backup(design, primary)));
    for site in secondaries {
        sections.push((site.title(), global::secondary(design, sites, site)));
    }
    sections.push(("Outputs", outputs::outputs(design, sites)));
    sections
}

fn banner(title: &str) -> String {
    const RULE: &str = "------------------------------------------------------------------------------";
    [RULE, "\n", title, "\n", RULE].concat()
}

/// An inline exception for Checkov with its reason: the user's own choice, or a gap of the scanner.
fn skip(check: &str, reason: &str) -> Body {
    Body::new().comment(exception(check, reason))
}

fn exception(check: &str, reason: &str) -> String {
    ["checkov:skip=", check, ":", reason].concat()
}

/// The same for Trivy; it stands above the resource.
fn ignored(check: &str, reason: &str) -> Body {
    Body::new().comment(["trivy:ignore:", check, " ", reason].concat())
}

/// A resource of the primary's Region or of the account.
fn resource(kind: &'static str, name: &'static str, body: Body) -> Body {
    Body::new().block("resource", [Code::new(kind), Code::new(name)], body)
}

fn depends_on(body: Body, on: Vec<Expr>) -> Body {
    if on.is_empty() { body } else { body.gap().set("depends_on", Expr::list(on)) }
}
