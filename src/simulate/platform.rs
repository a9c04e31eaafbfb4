//! The constants of the model, by platform version and edge. Each has its evidence in [`super::evidence`].

use serde::{Deserialize, Serialize};

use crate::design::PlatformVersion;

/// Platform versions that scale alike (ACU-07).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Platform {
    /// Platform versions 1 and 2: what the curves of 2022 to 2024 were measured on (K1–K7, C8, A2).
    V1To2,
    /// Platform versions 3 and 4, which add up to 16 ACU within a second (S3).
    V3To4,
}

impl From<PlatformVersion> for Platform {
    fn from(version: PlatformVersion) -> Self {
        match version {
            PlatformVersion::V1 | PlatformVersion::V2 => Self::V1To2,
            PlatformVersion::V3 | PlatformVersion::V4 => Self::V3To4,
        }
    }
}

/// One of the three simulations that make a band. Nobody has measured enough for one line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Edge {
    /// Slow up, short wait: the least capacity.
    Low,
    /// The constants that fit the published traces best.
    Plan,
    /// Fast up, long wait: the most capacity.
    High,
}

impl Edge {
    /// All three, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Plan, Self::High];

    /// Its word: `plan`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Plan => "plan",
            Self::High => "high",
        }
    }
}

/// A figure for each edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Edges<T> {
    /// Slow up, short wait.
    pub low: T,
    /// Best fit.
    pub plan: T,
    /// Fast up, long wait.
    pub high: T,
}

impl<T> Edges<T> {
    /// A figure by its edge.
    pub fn by(mut figure: impl FnMut(Edge) -> T) -> Self {
        Self { low: figure(Edge::Low), plan: figure(Edge::Plan), high: figure(Edge::High) }
    }

    /// The figure of one edge.
    pub const fn of(&self, edge: Edge) -> &T {
        match edge {
            Edge::Low => &self.low,
            Edge::Plan => &self.plan,
            Edge::High => &self.high,
        }
    }

    /// Another figure of each.
    pub fn map<U>(&self, change: impl Fn(&T) -> U) -> Edges<U> {
        Edges { low: change(&self.low), plan: change(&self.plan), high: change(&self.high) }
    }

    /// The figures from low to high.
    pub const fn all(&self) -> [&T; 3] {
        [&self.low, &self.plan, &self.high]
    }

    /// The least and the largest: with pauses the edges need not be in order.
    pub fn span(&self) -> (T, T)
    where
        T: Copy + Ord,
    {
        let (low, high) = (self.low.min(self.high), self.low.max(self.high));
        (low.min(self.plan), high.max(self.plan))
    }
}

/// The constants of one platform and edge. Capacities are in thousandths of an ACU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Constants {
    /// Share of the gap that is closed in a second, per 1000: fitted on K1–K7; S3.
    pub reach: u32,
    /// Most tokens that can be saved: fitted on K1–K7, the band drawn round K and C8; S3.
    pub burst: u32,
    /// Tokens that come back each second: fitted; 33 is C8's half ACU each 15 s, 16,000 S3 read at its widest.
    pub refill: u32,
    /// Tokens that come back each second per 10,000 of the capacity: fitted so that 0.5 to 256 takes what P4 says.
    pub growth: u32,
    /// Shortest wait before a fall, in seconds: fitted on K1–K7, the band drawn round K, L1 and L2.
    pub wait_min: u32,
    /// Seconds of that wait for each ACU that is too much: fitted on K1–K7.
    pub wait_per_acu: u32,
    /// Longest wait before a fall, in seconds: fitted on K1–K7; 300 is C8's too.
    pub wait_max: u32,
    /// Seconds of a resume: S1.
    pub resume: u32,
    /// Seconds of a resume after more than [`DEEP_SLEEP_SECONDS`]: S1; R2.
    pub deep_resume: u32,
    /// Seconds that a pause comes later than the delay: D1, L2.
    pub tail: u32,
}

/// A sleep longer than this makes the resume slower (ACU-22; S1).
pub const DEEP_SLEEP_SECONDS: u32 = 86_400;

/// Halves of an ACU at which an instance resumes, as far as its range allows: D1, L1.
pub(super) const RESUMES_AT_HALVES: u32 = 4;

/// Share of the wanted capacity that is really used, percent: F1, all eight points; ADV-03's headroom of 1.3.
pub const WORK_PERCENT: u32 = 78;

/// What one wake was measured to cost, in ACU-seconds: L1 and D1, with the model's own band for the former.
pub const WAKE_ACU_SECONDS: (u32, u32) = (310, 1200);

impl Constants {
    /// The constants of a platform at an edge.
    pub const fn of(platform: Platform, edge: Edge) -> &'static Self {
        match (platform, edge) {
            (Platform::V1To2, Edge::Low) => &V1_TO_2[0],
            (Platform::V1To2, Edge::Plan) => &V1_TO_2[1],
            (Platform::V1To2, Edge::High) => &V1_TO_2[2],
            (Platform::V3To4, Edge::Low) => &V3_TO_4[0],
            (Platform::V3To4, Edge::Plan) => &V3_TO_4[1],
            (Platform::V3To4, Edge::High) => &V3_TO_4[2],
        }
    }
}

/// What down, pause and resume have in common on every platform: nothing new was published for 3 and 4 (L1–L3).
const DOWN: [Constants; 3] = [
    Constants { wait_min: 80, wait_per_acu: 26, wait_max: 240, deep_resume: 30, tail: 0, ..NOTHING },
    Constants { wait_min: 100, wait_per_acu: 32, wait_max: 300, deep_resume: 30, tail: 100, ..NOTHING },
    Constants { wait_min: 180, wait_per_acu: 58, wait_max: 540, deep_resume: 45, tail: 182, ..NOTHING },
];

const NOTHING: Constants = Constants {
    reach: 0,
    burst: 0,
    refill: 0,
    growth: 0,
    wait_min: 0,
    wait_per_acu: 0,
    wait_max: 0,
    resume: 15,
    deep_resume: 0,
    tail: 0,
};

static V1_TO_2: [Constants; 3] = [
    Constants { reach: 80, burst: 2500, refill: 33, growth: 11, ..DOWN[0] },
    Constants { reach: 120, burst: 2750, refill: 50, growth: 11, ..DOWN[1] },
    Constants { reach: 200, burst: 4000, refill: 60, growth: 22, ..DOWN[2] },
];

static V3_TO_4: [Constants; 3] = [
    Constants { reach: 1000, burst: 16_000, refill: 100, growth: 20, ..DOWN[0] },
    Constants { reach: 1000, burst: 16_000, refill: 100, growth: 20, ..DOWN[1] },
    Constants { reach: 1000, burst: 16_000, refill: 16_000, growth: 0, ..DOWN[2] },
];
