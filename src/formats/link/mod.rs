//! A design as the fragment of an address, and back: `v=1&p=2026-10&name=orders&max=32&k=7f3a`.
//!
//! Readable keys in a fixed order, one per choice and only where it differs from its default, so that equal designs
//! give equal links. `v` is the version of the format and pins the defaults; `p` is the month of the price book the
//! sender saw; `k`, last, tells a cut or edited link from a whole one. A published key is never given a second meaning.

mod decode;
mod encode;
mod message;
mod text;

use std::fmt;

pub use decode::{decode, kept, prices_of};
pub use encode::{encode, keep};

/// The longest fragment there is, in bytes.
pub const LONGEST: usize = 8 * 1024;

/// The most instances, and the most secondaries, that a link carries; AWS allows 16 and 10 (LIM-01, GDB-01).
pub const MOST: usize = 64;

/// The version written, and the newest one read.
const VERSION: u32 = 1;

/// Keys that are no setting's.
mod keys {
    pub(super) const VERSION: &str = "v";
    pub(super) const PRICES_OF: &str = "p";
    pub(super) const CHECKSUM: &str = "k";
}

/// Whether two texts hold the same design; the month of the price book and the checksum are no part of it.
pub fn same(one: &str, other: &str) -> bool {
    content(one).eq(content(other))
}

fn content(text: &str) -> impl Iterator<Item = &str> {
    let aside = |pair: &&str| {
        let key = pair.split('=').next().unwrap_or_default();
        key == keys::PRICES_OF || key == keys::CHECKSUM
    };
    text.split('&').filter(move |pair| !aside(pair))
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
    use crate::design::{Design, Setting, Shape};
    use std::collections::BTreeSet;

    #[test]
    fn no_key_means_two_things() {
        let of = |wanted: fn(&Shape) -> bool| Setting::all().filter(move |it| wanted(it.shape()));
        // Zone and tier of an instance share the key of the list; settings of a secondary stand inside its own.
        let once = of(|shape| !matches!(shape, Shape::Instance(_) | Shape::Secondary(_))).map(Setting::link);
        let own = [keys::VERSION, keys::PRICES_OF, keys::CHECKSUM, "sec"];
        let all: Vec<&str> = once.chain(own).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        let inside: Vec<&str> =
            of(|shape| matches!(shape, Shape::Member(_) | Shape::Secondary(_))).map(Setting::link).collect();
        assert_eq!(inside.iter().collect::<BTreeSet<_>>().len(), inside.len());
        assert!(all.iter().chain(&inside).all(|key| key.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn the_default_design_says_nothing_but_its_version() {
        let link = encode(&Design::default()).unwrap();
        assert!(link.starts_with("v=1&p=2026-10&k=") && link.len() == 20, "{link}");
        assert_eq!(decode(&link), (Design::default(), Vec::new()));
        assert_eq!(decode(""), (Design::default(), Vec::new()));
    }

    #[test]
    fn the_month_of_the_prices_is_no_part_of_the_design() {
        assert!(same("v=1&p=2026-10&name=a&k=1234", "v=1&p=2027-01&name=a&k=abcd"));
        assert!(!same("v=1&p=2026-10&name=a", "v=1&p=2026-10&name=b"));
        assert_eq!(prices_of("https://x.example/#v=1&p=2026-10&k=1"), crate::facts::Day::parse("2026-10-01"));
        assert_eq!(prices_of("v=1&name=p=2026"), None);
        assert_eq!(prices_of("v=1&p=soon"), None);
    }
}
