//! The one scale of every gauge, so that two cards can be compared by eye.

use crate::facts::{Acu, Decimal};

/// The stops in half ACUs, at equal distances: 0, 0.5, 1, 2, 4, 8, 16, 32, 64, 128 and 256 ACU. Straight between them.
pub const STOPS: [u32; 11] = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/// Stretches between the stops.
const STRETCHES: u64 = 10;

/// Pixels from the left end of a gauge of that width to a capacity; beyond 256 ACU the right end.
pub fn gauge_position(amount: Decimal, width: u32) -> u32 {
    let (micros, width) = (amount.as_micros(), u64::from(width));
    let stretches = STOPS.iter().zip(STOPS.iter().skip(1)).zip(0u64..);
    for ((from, to), place) in stretches {
        let (from, to) = (u64::from(*from) * 500_000, u64::from(*to) * 500_000);
        if micros <= to {
            // Twice the length before halving rounds to the nearest pixel.
            let part = micros.saturating_sub(from);
            let whole = 2 * width * (place * (to - from) + part) / (STRETCHES * (to - from));
            return u32::try_from(whole.div_ceil(2)).unwrap_or(u32::MAX);
        }
    }
    u32::try_from(width).unwrap_or(u32::MAX)
}

/// The capacity at so many pixels from the left end of a gauge of that width, on the nearest half step.
pub fn gauge_acu(position: u32, width: u32) -> Acu {
    let width = u64::from(width.max(1));
    let place = u64::from(position).min(width) * STRETCHES;
    let (stretch, rest) = (place / width, place % width);
    let index = usize::try_from(stretch).unwrap_or(usize::MAX);
    match (STOPS.get(index), STOPS.get(index.saturating_add(1))) {
        (Some(from), Some(to)) => {
            let step = (2 * u64::from(to - from) * rest + width) / (2 * width);
            Acu::halves(from.saturating_add(u32::try_from(step).unwrap_or(0)))
        }
        _ => Acu::halves(512),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stops_stand_at_equal_distances() {
        for (stop, place) in STOPS.iter().zip(0u32..) {
            let amount = Acu::halves(*stop);
            assert_eq!(gauge_position(amount.as_decimal(), 200), place * 20, "{amount}");
            assert_eq!(gauge_acu(place * 20, 200), amount);
        }
        assert_eq!(gauge_position(Acu::whole(3).as_decimal(), 200), 70);
        assert_eq!(gauge_position(Acu::whole(900).as_decimal(), 200), 200);
        assert_eq!(gauge_acu(900, 200), Acu::whole(256));
        assert_eq!(gauge_acu(5, 0), Acu::whole(256));
    }

    #[test]
    fn a_position_reads_back_as_a_capacity_within_a_pixel() {
        for width in [86, 118, 196, 296] {
            for position in 0..=width {
                let back = gauge_position(gauge_acu(position, width).as_decimal(), width);
                let near = i64::from(back) - i64::from(position);
                // Up to 4 ACU a half step is wider than a pixel.
                assert!(
                    near.abs() <= i64::from(width) / 20 + 1,
                    "{position} of {width} reads back as {back}"
                );
            }
        }
    }
}
