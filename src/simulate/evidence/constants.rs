//! The constants one by one, with what they mean and the sources that they are drawn from.

use crate::simulate::Constants;

/// A constant of the model.
#[derive(Clone, Copy, Debug)]
pub struct ConstantRow {
    /// Its name in the code.
    pub name: &'static str,
    /// What it is, in words.
    pub what: &'static str,
    /// The unit of its figure.
    pub unit: &'static str,
    /// The figure.
    pub figure: fn(&Constants) -> u32,
    /// What it is drawn from: ids of [`super::SOURCES`], and of facts.
    pub sources: &'static [&'static str],
}

/// The traces that the constants were fitted on.
const FITTED: &[&str] = &["K1", "K2", "K3", "K4", "K5", "K6", "K7"];

/// Every constant, in the order of the model.
pub static CONSTANTS: &[ConstantRow] = &[
    ConstantRow {
        name: "reach",
        what: "Share of the gap that is closed in a second",
        unit: "‰",
        figure: |it| it.reach,
        sources: &["K1", "K2", "K3", "K4", "K5", "K6", "K7", "S3"],
    },
    ConstantRow {
        name: "burst",
        what: "Most capacity that can be added at once",
        unit: "mACU",
        figure: |it| it.burst,
        sources: &["K1", "K2", "K3", "K4", "K5", "K6", "K7", "C8", "S3"],
    },
    ConstantRow {
        name: "refill",
        what: "Capacity that can be added again each second",
        unit: "mACU a second",
        figure: |it| it.refill,
        sources: &["K1", "K2", "K3", "K4", "K5", "K6", "K7", "C8", "P4", "S3"],
    },
    ConstantRow {
        name: "growth",
        what: "The same by the size that it has",
        unit: "per 10,000 a second",
        figure: |it| it.growth,
        sources: &["P4"],
    },
    ConstantRow {
        name: "wait_min",
        what: "Shortest wait before a fall",
        unit: "s",
        figure: |it| it.wait_min,
        sources: &["K1", "K2", "K3", "K4", "K5", "K6", "K7", "L1", "L2"],
    },
    ConstantRow {
        name: "wait_per_acu",
        what: "Wait for each ACU that is too much",
        unit: "s",
        figure: |it| it.wait_per_acu,
        sources: FITTED,
    },
    ConstantRow {
        name: "wait_max",
        what: "Longest wait before a fall",
        unit: "s",
        figure: |it| it.wait_max,
        sources: &["K1", "K2", "K3", "K4", "K5", "K6", "K7", "C8"],
    },
    ConstantRow {
        name: "resume",
        what: "Resume after a pause",
        unit: "s",
        figure: |it| it.resume,
        sources: &["S1", "R1", "ACU-22"],
    },
    ConstantRow {
        name: "deep_resume",
        what: "Resume after more than a day",
        unit: "s",
        figure: |it| it.deep_resume,
        sources: &["S1", "R2", "ACU-22"],
    },
    ConstantRow {
        name: "tail",
        what: "What a pause comes later than its delay",
        unit: "s",
        figure: |it| it.tail,
        sources: &["D1", "L2"],
    },
];

/// What may be promised of a figure, in these words or weaker ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Promise {
    /// What it is about.
    pub about: &'static str,
    /// On platform versions 1 and 2.
    pub v1_to_2: &'static str,
    /// On platform versions 3 and 4.
    pub v3_to_4: &'static str,
}

/// Every promise there is.
pub static PROMISES: &[Promise] = &[
    Promise {
        about: "time to a capacity, 60 s and more away",
        v1_to_2: "within 10 % of K (five moments, one study); C8, the one other slope, is 1.5 times slower: the band's edge",
        v3_to_4: "not measured by anybody: a band from AWS' statement (16 ACU in a second, then 22 min to 256, or 16 again each second)",
    },
    Promise {
        about: "the same, nearer than 60 s",
        v1_to_2: "within 7 s",
        v3_to_4: "within 1 s for rises of 16 ACU or less, if AWS' statement holds",
    },
    Promise {
        about: "start of the first fall",
        v1_to_2: "within 30 % of K (worst 38 s)",
        v3_to_4: "the same model; one measurement, inside the band",
    },
    Promise { about: "end of the fall", v1_to_2: "within 50 % of K, 25 % of A2", v3_to_4: "not promised" },
    Promise {
        about: "level after a fall",
        v1_to_2: "within 1.5 ACU of K, below 13 ACU; above, no data",
        v3_to_4: "not promised",
    },
    Promise {
        about: "ACU-seconds of a load whose wanted capacity is right",
        v1_to_2: "0, −5 (fitted traces), −15 % (L1) in the three cases that can be compared, all PostgreSQL; the same load run twice differed by 42 % (L3)",
        v3_to_4: "the same",
    },
    Promise {
        about: "the wanted capacity itself",
        v1_to_2: "not promised: it is your figure, and decides more than all of the above",
        v3_to_4: "the same",
    },
    Promise { about: "resume", v1_to_2: "about 15 s, 30 s or more after a day", v3_to_4: "the same" },
];

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::*;
    use crate::facts::catalog;
    use crate::simulate::{Edge, Platform};

    #[test]
    fn every_constant_has_a_source_that_can_be_opened() {
        for row in CONSTANTS {
            assert!(!row.sources.is_empty(), "{}", row.name);
            for id in row.sources {
                assert!(Source::find(id).is_some() || catalog::find(id).is_some(), "{}: {id}", row.name);
            }
        }
    }

    #[test]
    fn the_table_names_every_constant() {
        let plan = Constants::of(Platform::V1To2, Edge::Plan);
        let figures = CONSTANTS.iter().map(|row| (row.figure)(plan)).collect::<Vec<_>>();
        assert_eq!(figures, [120, 2750, 50, 11, 100, 32, 300, 15, 30, 100]);
        let fields = format!("{plan:?}").matches(": ").count();
        assert_eq!(fields, CONSTANTS.len());
    }
}
