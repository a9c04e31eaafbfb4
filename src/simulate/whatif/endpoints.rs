//! Where each endpoint leads after a loss.

use super::{Loss, Takeover};
use crate::design::{Design, Part};

/// An address that a client may have been given. A design has no custom endpoints.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Address {
    /// The cluster endpoint, for writes.
    Cluster,
    /// The reader endpoint.
    Reader,
    /// The proxy's own endpoint, for writes.
    Proxy,
    /// The proxy's read-only endpoint.
    ProxyReadOnly,
    /// The endpoint of one instance that is lost.
    Instance(usize),
    /// The Global Database's writer endpoint.
    GlobalWriter,
    /// The reader endpoint of a secondary.
    SecondaryReader(usize),
}

/// An endpoint before and after a loss.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Endpoint {
    /// Which one.
    pub address: Address,
    /// Where it leads before; nowhere where it is empty.
    pub before: Vec<Part>,
    /// Where it leads after; nowhere where it is empty.
    pub after: Vec<Part>,
    /// Facts behind it.
    pub facts: &'static [&'static str],
}

impl Endpoint {
    /// Whether it led somewhere and leads nowhere now.
    pub const fn is_dead(&self) -> bool {
        !self.before.is_empty() && self.after.is_empty()
    }
}

pub(super) fn endpoints(
    design: &Design,
    loss: Loss,
    gone: &[usize],
    left: &[usize],
    takeover: &Takeover,
) -> Vec<Endpoint> {
    let readers: Vec<usize> = (1..=design.cluster.readers.len()).collect();
    let remaining: Vec<usize> =
        left.iter().copied().filter(|place| Some(*place) != takeover.writer()).collect();
    let writer: Vec<Part> = takeover.writer().map(Part::Instance).into_iter().collect();
    let parts = |places: &[usize]| places.iter().copied().map(Part::Instance).collect::<Vec<_>>();
    // Without a reader the reader endpoint leads to the writer (ADV-13).
    let or_writer = |readers: Vec<Part>, writer: Vec<Part>| if readers.is_empty() { writer } else { readers };
    let old_writer = vec![Part::Instance(0)];
    let mut all = vec![
        Endpoint {
            address: Address::Cluster,
            before: old_writer.clone(),
            after: writer.clone(),
            facts: &["ADV-06"],
        },
        Endpoint {
            address: Address::Reader,
            before: or_writer(parts(&readers), old_writer.clone()),
            after: or_writer(parts(&remaining), writer.clone()),
            facts: &["ADV-13"],
        },
    ];
    if let Some(proxy) = &design.proxy {
        all.push(Endpoint {
            address: Address::Proxy,
            before: old_writer.clone(),
            after: writer,
            facts: &["PRX-28"],
        });
        if proxy.read_only_endpoint {
            let (before, after) = (parts(&readers), parts(&remaining));
            all.push(Endpoint { address: Address::ProxyReadOnly, before, after, facts: &["PRX-17b"] });
        }
    }
    if loss == Loss::Region && design.global.is_some() {
        // It leads to no secondary until one is promoted.
        let (before, after) = (old_writer, Vec::new());
        all.push(Endpoint { address: Address::GlobalWriter, before, after, facts: &["GDB-13"] });
        let secondaries = design.secondaries().iter().enumerate();
        all.extend(secondaries.filter(|(_, secondary)| secondary.readers > 0).map(|(index, _)| Endpoint {
            address: Address::SecondaryReader(index),
            before: vec![Part::Secondary(index)],
            after: vec![Part::Secondary(index)],
            facts: &["GDB-13"],
        }));
    }
    if loss != Loss::Region {
        all.extend(gone.iter().map(|place| Endpoint {
            address: Address::Instance(*place),
            before: parts(&[*place]),
            after: Vec::new(),
            facts: &["ADV-13b"],
        }));
    }
    all
}
