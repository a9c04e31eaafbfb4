//! A design as the fragment of an address, and back: `v=1&p=2026-10&name=orders&max=32&k=7f3a`.
//!
//! Readable keys in a fixed order, one per choice and only where it differs from its default, so that equal designs
//! give equal links. `v` is the version of the format and pins the defaults; `p` is the month of the price book the
//! sender saw; `k`, last, tells a cut or edited link from a whole one. A published key is never given a second meaning.

mod decode;
mod encode;
mod text;

use std::fmt;

pub use decode::decode;
pub use encode::encode;

/// The longest fragment there is, in bytes.
pub const LONGEST: usize = 8 * 1024;

/// The most instances, and the most secondaries, that a link carries; AWS allows 16 and 10 (LIM-01, GDB-01).
pub const MOST: usize = 64;

/// The version written, and the newest one read.
const VERSION: u32 = 1;

/// Keys that the table of settings does not have.
mod keys {
    pub(super) const VERSION: &str = "v";
    pub(super) const PRICES_OF: &str = "p";
    pub(super) const CHECKSUM: &str = "k";
    pub(super) const NODES: &str = "nodes";
    pub(super) const PROXY: &str = "proxy";
    pub(super) const GLOBAL: &str = "global";
    pub(super) const SECONDARY: &str = "sec";
    pub(super) const KMS: &str = "kms";
    pub(super) const NETWORK: &str = "net";
    pub(super) const CIDR: &str = "cidr";
    pub(super) const VPC: &str = "vpc";
    pub(super) const SUBNETS: &str = "subnets";
    pub(super) const CLIENT_GROUPS: &str = "sgs";
    pub(super) const TAG: &str = "tag";
    pub(super) const PARAMETER: &str = "param";
    pub(super) const PRICE: &str = "price";
    pub(super) const SUPPRESS: &str = "suppress";
    /// Inside a secondary only.
    pub(super) const READERS: &str = "readers";
    pub(super) const FORWARD: &str = "forward";
    pub(super) const MIN: &str = "min";
    pub(super) const MAX: &str = "max";
}

/// Something in a link that was not understood, in words for the person who opened it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What is so, and what was done about it.
    pub message: String,
}

/// A design too large for a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong {
    /// How long the fragment would be, in bytes.
    pub length: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.length > LONGEST {
            write!(
                f,
                "The link would be {} characters long and the limit is {LONGEST}; send the file instead.",
                self.length
            )
        } else {
            write!(
                f,
                "A link carries at most {MOST} instances and {MOST} secondaries; send the file instead."
            )
        }
    }
}

impl std::error::Error for TooLong {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, SETTINGS};
    use std::collections::BTreeSet;

    #[test]
    fn no_key_means_two_things() {
        let own = [
            keys::VERSION,
            keys::PRICES_OF,
            keys::CHECKSUM,
            keys::NODES,
            keys::PROXY,
            keys::GLOBAL,
            keys::SECONDARY,
            keys::KMS,
            keys::NETWORK,
            keys::CIDR,
            keys::VPC,
            keys::SUBNETS,
            keys::CLIENT_GROUPS,
            keys::TAG,
            keys::PARAMETER,
            keys::PRICE,
            keys::SUPPRESS,
        ];
        let all: Vec<&str> = SETTINGS.iter().map(|(_, key)| *key).chain(own).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn the_default_design_says_nothing_but_its_version() {
        let link = encode(&Design::default()).unwrap();
        assert!(link.starts_with("v=1&p=2026-10&k=") && link.len() == 20, "{link}");
        assert_eq!(decode(&link), (Design::default(), Vec::new()));
        assert_eq!(decode(""), (Design::default(), Vec::new()));
    }
}
