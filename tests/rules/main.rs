//! Every rule holds what it promises: its bad example is found, its good one is not, its fix mends.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "../common/mod.rs"]
mod common;

mod accepted;
mod boundaries;
mod designs;
mod facts;
mod fixes;
mod members;
mod money;
mod properties;
mod readme;
mod registry;
mod remedies;
mod seed;
mod severity;
mod shapes;
mod suppression;

use std::collections::BTreeSet;

use aurora_designer::design::{Cluster, Design, Instance, Proxy};
use aurora_designer::estimate::{Month, bill};
use aurora_designer::facts::{Acu, Day, FACTS_DATE};
use aurora_designer::rules::{Finding, Severity, check};

fn findings_on(design: &Design, today: Day) -> Vec<Finding> {
    check(design, &bill(design, today), today)
}

fn findings(design: &Design) -> Vec<Finding> {
    findings_on(design, FACTS_DATE)
}

fn ids(design: &Design) -> Vec<&'static str> {
    findings(design).iter().map(|finding| finding.rule.id).collect()
}

/// Each error once for every time it is found, so that a second one of the same rule counts as new.
fn errors(design: &Design) -> Vec<&'static str> {
    let mut errors: Vec<_> = findings(design)
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.rule.id)
        .collect();
    errors.sort_unstable();
    errors
}

/// Whether a change makes no month dearer, adds no instance and raises no other finding.
fn gives_nothing_up(before: &Design, after: &Design) -> bool {
    let (old, new) = (bill(before, FACTS_DATE), bill(after, FACTS_DATE));
    let no_dearer = [Month::Idle, Month::Typical].into_iter().all(|month| {
        let (old, new) = (old.total(month), new.total(month));
        new.usd <= old.usd && (new.complete || !old.complete)
    });
    let instances = |design: &Design| {
        let secondaries: u64 = design.secondaries().iter().map(|it| u64::from(it.readers)).sum();
        design.cluster.readers.len() as u64 + secondaries
    };
    let places =
        |design| findings(design).into_iter().map(|it| (it.rule.id, it.field)).collect::<BTreeSet<_>>();
    no_dearer && instances(after) <= instances(before) && places(after).is_subset(&places(before))
}

/// Errors that are in `after` more often than in `before`.
fn new_errors(before: &Design, after: &Design) -> Vec<&'static str> {
    let mut known = errors(before);
    errors(after)
        .into_iter()
        .filter(|id| match known.iter().position(|other| other == id) {
            Some(place) => {
                known.remove(place);
                false
            }
            None => true,
        })
        .collect()
}

/// The example of the seed's document.
fn seed() -> Design {
    let cluster = Cluster {
        name: Some("my-db-cluster".to_owned()),
        engine_version: Some("15.4".to_owned()),
        min_capacity: Acu::HALF,
        max_capacity: Acu::whole(16),
        readers: vec![Instance::in_tier(1)],
        ..Cluster::default()
    };
    let proxy = Proxy { name: Some("my-db-proxy".to_owned()), ..Proxy::default() };
    Design { project_name: "my-aurora-db".to_owned(), cluster, proxy: Some(proxy), ..Design::default() }
        .normalized()
}

fn with(change: impl FnOnce(&mut Design)) -> Design {
    let mut design = Design::default();
    change(&mut design);
    design.normalized()
}
