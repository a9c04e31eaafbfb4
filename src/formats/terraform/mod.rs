//! `main.tf`: plain resources of `hashicorp/aws` for a design, one section after the other in a reader's order.
//!
//! The text follows from the design and the tables alone. Every name that a user typed goes through [`Expr::text`], every
//! other word through [`Code`]. What is true of AWS stands where it is applied, with the mark of its
//! [fact](crate::facts::catalog).

mod backup;
mod cluster;
mod encryption;
mod endpoints;
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
mod variable;
mod variables;

use crate::design::Design;
use crate::rules::Finding;

pub use parameters::{own_parameters, set_parameter};

use super::hcl::{Body, Code, Expr};

pub(super) use head::title;
use site::Site;

/// What the resources of most Regions take, in bytes.
const SITE_SIZE: usize = 16 * 1024;

/// The configuration of a design. Total: a design with errors gives a text too, which Terraform or AWS refuses.
pub fn main_tf(design: &Design) -> String {
    main_tf_forced(design, &[])
}

/// The configuration of a design that has errors, which its head lists.
pub fn main_tf_forced(design: &Design, errors: &[Finding]) -> String {
    let sites = site::sites(design);
    let mut text = String::with_capacity(SITE_SIZE * (1 + sites.len()));
    head::head(design, errors).gap().with(head::providers(design)).print_to(&mut text);
    // Each section is printed and dropped before the next is made.
    let put = |text: &mut String, title, section: &Body| {
        text.push('\n');
        banner(title).print_to(text);
        text.push('\n');
        section.print_to(text);
    };
    put(&mut text, "Variables: what a team changes", &variables::variables(design, &sites));
    put(&mut text, "Names, zones and the account", &locals::locals(design, &sites));
    // What the resources speak of is known behind them and stands here.
    let place = text.len();
    let mut account = locals::Account::default();
    for site in sites.iter().filter(|site| !site.zones.is_empty()) {
        text.push('\n');
        locals::available_zones(site).print_to(&mut text);
    }
    for_each_section(design, &sites, &mut |title, section| {
        if section != Body::new() {
            account.hear(&section);
            put(&mut text, title, &section);
        }
    });
    text.insert_str(place, &account.data());
    text
}

/// The sections of the resources and the outputs, in a reader's order.
fn for_each_section(design: &Design, sites: &[Site<'_>], put: &mut dyn FnMut(&'static str, Body)) {
    let Some((primary, secondaries)) = sites.split_first() else { return };
    put("Encryption", encryption::encryption(design, primary));
    put("Network", network::network(design, sites, primary));
    put("Interface endpoints", endpoints::endpoints(design, primary));
    put("Global Database", global::global(design));
    put("Parameters and logs", parameters::parameters(design, primary));
    put("Master password", secret::password(design));
    put("Aurora cluster", cluster::cluster(design, primary));
    put("Instances", instances::instances(design, primary));
    put("Secret", secret::secret(design, primary));
    put("Rotation of the secret", rotation::rotation(design, primary));
    put("RDS Proxy", proxy::proxy(design, primary));
    put("Alarms", monitoring::alarms(design, primary));
    put("Dashboard", monitoring::dashboard(design));
    put("AWS Backup", backup::backup(design, primary));
    for site in secondaries {
        put(site.title(), global::secondary(design, sites, site));
    }
    put("Outputs", outputs::outputs(design, sites));
}

fn banner(title: &'static str) -> Body {
    const RULE: &str = "------------------------------------------------------------------------------";
    Body::new().comment(RULE).comment(title).comment(RULE)
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
