//! Who writes after a loss.

use std::cmp::Reverse;

use super::{Loss, Moment};
use crate::design::Design;

/// Who writes after a loss.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Takeover {
    /// The writer is still there.
    Stays,
    /// A reader takes over: the one of the lowest tier, and within it the largest (ADV-06).
    Reader {
        /// Its place, the first reader 1.
        place: usize,
        /// Others that AWS may promote as well, being of the same tier and size (ADV-06b).
        or: Vec<usize>,
    },
    /// No reader is there: the writer is made again in its zone (ADV-04).
    MadeAgain,
    /// The zone had every instance: somebody must make one in another (ADV-04).
    ByHand,
    /// The Region is lost: somebody must promote a secondary (GDB-10b).
    Secondary,
    /// The Region is lost, and no other has the data.
    Nowhere,
}

impl Takeover {
    /// The instance of the primary that writes, where one does at once.
    pub const fn writer(&self) -> Option<usize> {
        match self {
            Self::Stays => Some(0),
            Self::Reader { place, .. } => Some(*place),
            Self::MadeAgain | Self::ByHand | Self::Secondary | Self::Nowhere => None,
        }
    }
}

pub(super) fn takeover(
    design: &Design,
    loss: Loss,
    gone: &[usize],
    left: &[usize],
    moment: &Moment,
) -> Takeover {
    if loss == Loss::Region {
        return if design.secondaries().is_empty() { Takeover::Nowhere } else { Takeover::Secondary };
    }
    if !gone.contains(&0) {
        return Takeover::Stays;
    }
    let rank = |place: usize| {
        let tier = design.instances().nth(place).map_or(u32::MAX, |it| it.promotion_tier);
        (tier, Reverse(moment.given.get(place).copied().unwrap_or_default()))
    };
    let Some(best) = left.iter().map(|place| rank(*place)).min() else {
        return if matches!(loss, Loss::Zone(_)) { Takeover::ByHand } else { Takeover::MadeAgain };
    };
    let mut alike = left.iter().copied().filter(|place| rank(*place) == best);
    let place = alike.next().unwrap_or_default();
    Takeover::Reader { place, or: alike.collect() }
}
