//! The head of the file: what it is, what it costs, how to open the design again; and the providers.

use crate::design::{Credentials, Design, Word};
use crate::estimate::{Month, bill};
use crate::facts::prices::PRICE_DATE;
use crate::rules::Finding;

use super::super::hcl::{Body, Code, Expr};
use super::super::link;

/// The head comment.
pub(super) fn head(design: &Design, errors: &[Finding]) -> Body {
    let mut lines = vec![
        title(design),
        format!("Made by Aurora Designer {} with the prices of {PRICE_DATE}.", env!("CARGO_PKG_VERSION")),
        String::new(),
        cost(design),
    ];
    if design.makes_roles() || design.cluster.alarms.dashboard {
        lines.push(String::new());
        lines.push(RENAMED.to_owned());
    }
    lines.push(String::new());
    let link = match link::encode(design) {
        Ok(fragment) => {
            lines.push("Open the design: append this to the address of Aurora Designer.".to_owned());
            ["#", &fragment].concat()
        }
        Err(_) => "The design is too large for a link; its aurora.yaml opens it.".to_owned(),
    };
    lines.push(link);
    if !errors.is_empty() {
        lines.push(String::new());
        lines.push("AWS or Terraform refuses this configuration:".to_owned());
        lines.extend(errors.iter().map(|error| format!("- {}: {}", error.rule.id, one_line(&error.message))));
    }
    lines.into_iter().fold(Body::new(), Body::comment)
}

const RENAMED: &str = "IAM roles and dashboards carry the Region in their names, so that a project can stand in several: over the state of an older file the next apply makes them anew, once, under these names.";

/// What the design is, in one line: names, engine, capacity, instances, Regions.
pub(in super::super) fn title(design: &Design) -> String {
    let readers = match design.cluster.readers.len() {
        0 => "a writer".to_owned(),
        1 => "a writer and a reader".to_owned(),
        readers => format!("a writer and {readers} readers"),
    };
    let secondaries = match design.secondaries() {
        [] => String::new(),
        [secondary] => format!(", with a secondary in {}", secondary.region.code),
        secondaries => format!(", with {} secondaries", secondaries.len()),
    };
    format!(
        "{} ({}): {} {}, {} to {} ACU, {readers}, in {}{secondaries}",
        one_line(&design.project_name),
        design.environment.word(),
        design.cluster.engine.word(),
        one_line(design.engine_version()),
        design.cluster.min_capacity,
        design.cluster.max_capacity,
        design.region.code,
    )
}

fn cost(design: &Design) -> String {
    let bill = bill(design, PRICE_DATE);
    let figure = |month| {
        let total = bill.total(month);
        let least = if total.complete { "" } else { "at least " };
        format!("{least}{}", total.usd)
    };
    format!(
        "A month costs {} idle, {} typical, {} with everything at its maximum (USD, before tax).",
        figure(Month::Idle),
        figure(Month::Typical),
        figure(Month::Ceiling),
    )
}

/// A text without line ends, so that it keeps its place in a list.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Versions of Terraform and the providers, and the provider itself.
pub(super) fn providers(design: &Design) -> Body {
    let random = design.cluster.final_snapshot || design.cluster.credentials == Credentials::SecretsManager;
    let own = design.cluster.credentials == Credentials::SecretsManager;
    let required = Body::new()
        .when(own, |body| {
            body.comment(
                "Write-only arguments and ephemeral values came with 1.11 of Terraform and of OpenTofu.",
            )
        })
        .set("required_version", Expr::text(">= 1.11.0"))
        .block(
            "required_providers",
            [],
            Body::new()
                .set("aws", provider("hashicorp/aws", "~> 6.28"))
                .maybe("random", random.then(|| provider("hashicorp/random", "~> 3.7"))),
        );
    let tags = Expr::call(
        "merge",
        [
            Expr::reference("var.tags"),
            Expr::object([
                ("Project", Expr::reference("var.project_name")),
                ("Environment", Expr::reference("var.environment")),
                ("ManagedBy", Expr::text("terraform")),
            ]),
        ],
    );
    let aws = Body::new().set("region", Expr::reference("var.region")).block(
        "default_tags",
        [],
        Body::new().set("tags", tags),
    );
    Body::new().block("terraform", [], required).block("provider", [Code::new("aws")], aws)
}

fn provider(source: &'static str, version: &'static str) -> Expr {
    Expr::object([("source", Expr::text(source)), ("version", Expr::text(version))])
}
