//! The facts that the house rests on, each with its sentence: a mark such as `(BAK-01)` in a comment and the facts that
//! a rule cites are looked up here.
//!
//! One file a topic. A row's sentence is in our own words; where it was read and when stands beside it. What decides in
//! the code (limits, versions, Regions, prices) is typed in the tables of [`crate::facts`]; a sentence explains it.

mod advice;
mod backup;
mod billing;
mod capacity;
mod claims;
mod engines;
mod fact;
mod global;
mod limits;
mod metrics;
mod monitoring;
mod names;
mod network;
mod proxy;
mod regions;
mod secrets;
mod shapes;
mod sources;
mod storage;
mod terraform;

pub use fact::{FACTS_DATE, Fact, Verdict};
pub use sources::OWN_ADVICE;

/// Every topic, in the order of reading.
static TOPICS: &[&[Fact]] = &[
    capacity::FACTS,
    engines::FACTS,
    limits::FACTS,
    names::FACTS,
    shapes::FACTS,
    network::FACTS,
    backup::FACTS,
    storage::FACTS,
    monitoring::FACTS,
    proxy::FACTS,
    secrets::FACTS,
    global::FACTS,
    regions::FACTS,
    metrics::FACTS,
    advice::FACTS,
    claims::FACTS,
    billing::FACTS,
    terraform::FACTS,
];

/// Every fact, by topic and number.
pub fn all() -> impl Iterator<Item = &'static Fact> {
    TOPICS.iter().copied().flatten()
}

/// The fact of that id: `BAK-01`.
pub fn find(id: &str) -> Option<&'static Fact> {
    all().find(|fact| fact.id == id)
}
