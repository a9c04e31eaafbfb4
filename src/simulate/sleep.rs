//! Pausing and resuming of what pauses together: the writer with its followers, or a reader of tier 2 to 15 alone.

use super::platform::{Constants, DEEP_SLEEP_SECONDS};

/// What holds in a second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Phase {
    /// It scales.
    Awake,
    /// It scales, from this second on.
    Woken,
    /// No capacity, no cost, nothing wanted.
    Paused,
    /// No capacity, and what is wanted is not served.
    Resuming,
}

/// Where it stands between awake and asleep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sleep {
    /// Awake, and for so many seconds nobody was connected.
    Awake { idle: u32 },
    /// Asleep for so many seconds.
    Paused { slept: u32 },
    /// Waking, for so many seconds more.
    Resuming { left: u32 },
}

impl Sleep {
    /// Awake, with somebody just gone.
    pub(super) const AWAKE: Self = Self::Awake { idle: 0 };

    /// Whether it is not asleep: such a reader keeps the writer awake, and wakes it (ACU-23).
    #[inline(always)]
    pub(super) const fn disturbs(self) -> bool {
        !matches!(self, Self::Paused { .. })
    }

    /// What held in the last second.
    #[inline(always)]
    pub(super) const fn phase(self) -> Phase {
        match self {
            Self::Awake { .. } => Phase::Awake,
            Self::Paused { .. } => Phase::Paused,
            Self::Resuming { .. } => Phase::Resuming,
        }
    }

    /// How many of the coming seconds are like the last, while it stays busy or idle.
    #[inline(always)]
    pub(super) fn quiet(self, busy: bool, delay: Option<u32>, constants: &Constants) -> u32 {
        match (self, delay) {
            (Self::Paused { .. }, _) if busy => 0,
            (Self::Awake { idle }, Some(delay)) if !busy => {
                delay.saturating_add(constants.tail).saturating_sub(idle.saturating_add(1))
            }
            (Self::Resuming { left }, _) => left,
            _ => u32::MAX,
        }
    }

    /// So many quiet seconds at once.
    #[inline(always)]
    pub(super) const fn rest(&mut self, busy: bool, seconds: u32) {
        match self {
            Self::Awake { idle } if busy => *idle = 0,
            Self::Awake { idle } => *idle = idle.saturating_add(seconds),
            Self::Paused { slept } => *slept = slept.saturating_add(seconds),
            Self::Resuming { left } => *left = left.saturating_sub(seconds),
        }
    }

    /// One second. `delay` is the seconds without a connection before it pauses; `None` where it never does.
    pub(super) fn step(&mut self, busy: bool, delay: Option<u32>, constants: &Constants) -> Phase {
        match *self {
            Self::Paused { slept } if busy => {
                let deep = slept > DEEP_SLEEP_SECONDS;
                let seconds = if deep { constants.deep_resume } else { constants.resume };
                *self = Self::Resuming { left: seconds.saturating_sub(1) };
                Phase::Resuming
            }
            Self::Paused { slept } => {
                *self = Self::Paused { slept: slept.saturating_add(1) };
                Phase::Paused
            }
            Self::Resuming { left: 0 } => {
                *self = Self::AWAKE;
                match self.count_idle(busy, delay, constants) {
                    Phase::Awake => Phase::Woken,
                    other => other,
                }
            }
            Self::Resuming { left } => {
                *self = Self::Resuming { left: left - 1 };
                Phase::Resuming
            }
            Self::Awake { .. } => self.count_idle(busy, delay, constants),
        }
    }

    fn count_idle(&mut self, busy: bool, delay: Option<u32>, constants: &Constants) -> Phase {
        let Self::Awake { idle } = self else { return self.phase() };
        *idle = if busy { 0 } else { idle.saturating_add(1) };
        if delay.is_some_and(|delay| *idle >= delay.saturating_add(constants.tail)) {
            *self = Self::Paused { slept: 1 };
        }
        self.phase()
    }
}
