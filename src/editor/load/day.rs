//! A day drawn by hand: 24 points that a pointer drags and keys move.

use crate::facts::Acu;
use crate::simulate::load::HOURS;

/// A capacity for the beginning of each hour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Day {
    /// The figures, from 0:00 on.
    pub hours: [Acu; HOURS],
    /// The most that the drawing has room for.
    pub top: Acu,
}

/// What a hand or a key does with a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hand {
    /// The pointer is at this share of the drawing: hour and height in thousandths, from its left and its foot.
    At(i32, i32),
    /// So many halves of an ACU up or down.
    By(i32),
    /// All the way down, or up.
    To(bool),
}

impl Day {
    /// A plain working day between two capacities.
    pub fn between(base: Acu, peak: Acu) -> Self {
        let mut hours = [base; HOURS];
        for hour in hours.iter_mut().take(18).skip(8) {
            *hour = peak;
        }
        Self { hours, top: room(peak) }
    }

    /// The day after that; `point` is the hour that keys are about, and a pointer names its own.
    #[must_use]
    pub fn after(mut self, point: usize, hand: Hand) -> Self {
        let most = self.top.as_halves();
        let (hour, halves) = match hand {
            Hand::At(x, y) => {
                let hour = usize::try_from(x.clamp(0, 999)).unwrap_or(0) * HOURS / 1000;
                let height = y.clamp(0, 1000).unsigned_abs();
                (hour, (height * most + 500) / 1000)
            }
            Hand::By(step) => {
                let now = self.hours.get(point).copied().unwrap_or_default().as_halves();
                (point, now.saturating_add_signed(step).min(most))
            }
            Hand::To(is_up) => (point, if is_up { most } else { 0 }),
        };
        if let Some(figure) = self.hours.get_mut(hour) {
            *figure = Acu::halves(halves);
        }
        self
    }

    /// What a key does with a point; `None` where it is no key of it.
    pub fn key(key: &str) -> Option<Hand> {
        Some(match key {
            "ArrowUp" => Hand::By(1),
            "ArrowDown" => Hand::By(-1),
            "PageUp" => Hand::By(8),
            "PageDown" => Hand::By(-8),
            "Home" => Hand::To(false),
            "End" => Hand::To(true),
            _ => return None,
        })
    }

    /// Height of an hour's point in thousandths of the drawing.
    pub fn height(&self, hour: usize) -> u32 {
        let figure = self.hours.get(hour).copied().unwrap_or_default();
        figure.as_halves() * 1000 / self.top.as_halves().max(1)
    }
}

/// A round capacity with room above a peak.
fn room(peak: Acu) -> Acu {
    let tops = [4, 8, 16, 32, 64, 128, 256].map(Acu::whole);
    tops.into_iter().find(|top| top.as_halves() * 4 >= peak.as_halves() * 5).unwrap_or(Acu::whole(512))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        Day::between(Acu::whole(2), Acu::whole(16))
    }

    #[test]
    fn a_pointer_takes_the_hour_under_it_to_its_height() {
        assert_eq!(day().top, Acu::whole(32));
        let drawn = day().after(0, Hand::At(999, 500)).after(0, Hand::At(-5, 2000));
        assert_eq!((drawn.hours[23], drawn.hours[0]), (Acu::whole(16), Acu::whole(32)));
        assert_eq!(drawn.hours[12], Acu::whole(16));
    }

    #[test]
    fn keys_move_by_halves_and_stay_within_the_drawing() {
        let moved = |key: &str| day().after(0, Day::key(key).unwrap()).hours[0].to_string();
        let keys = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
        assert_eq!(keys.map(moved), ["2.5", "1.5", "6", "0", "0", "32"]);
        assert_eq!(Day::key("Tab"), None);
        assert_eq!(day().height(12), 500);
    }
}
