//! What each instance does while nobody works, why, what that costs, and what clients must know (ACU-13…24).

use super::{Awake, Bill, Month, Pause, Usd, pause, scheduler, span};
use crate::design::{Design, Engine, Part, instance_name};
use crate::facts::Acu;

/// Seconds a paused instance takes to answer (ACU-22).
pub const RESUME_SECONDS: u32 = 15;
/// Seconds it takes at least after a day asleep (ACU-22).
pub const DEEP_RESUME_SECONDS: u32 = 30;

/// Whether an instance pauses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// After so many idle seconds of its own.
    Pauses(u32),
    /// After so many idle seconds, and only while a condition holds.
    OnlyIf(u32, Condition),
    /// Never, for every reason given.
    Never(Vec<Awake>),
}

/// What has to be so for an instance to pause (ACU-23).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// The writer sleeps only while the whole cluster is idle.
    EveryReaderIsIdle,
    /// A reader in tier 0 or 1 sleeps with the writer.
    TheWriterPauses,
}

/// An instance, or the instances of a secondary, at rest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rest {
    /// `Writer`, `Reader 1`, `Each of 2 instances in eu-west-1`.
    pub name: String,
    /// How many instances it stands for.
    pub count: u32,
    /// Its part of the diagram.
    pub part: Part,
    /// Whether it pauses.
    pub verdict: Verdict,
    /// What it costs in an idle month: of those that never pause, the price of that; `None` is unknown.
    pub idle: Option<Usd>,
    /// Its own minimum, which may be a reason.
    min: Acu,
}

impl Rest {
    /// The verdict as the end of a sentence: `will pause after 5 min idle`.
    pub fn says(&self, design: &Design) -> String {
        match &self.verdict {
            Verdict::Pauses(seconds) => format!("will pause after {} idle", span(*seconds)),
            Verdict::OnlyIf(seconds, condition) => {
                let condition = match condition {
                    Condition::EveryReaderIsIdle => "every reader is idle too",
                    Condition::TheWriterPauses => "the writer does",
                };
                format!("pauses only if {condition}, after {} idle", span(*seconds))
            }
            Verdict::Never(reasons) => {
                let mut text = "never pauses".to_owned();
                for (place, reason) in reasons.iter().enumerate() {
                    text.push_str(match place {
                        0 => ", because ",
                        _ if place + 1 == reasons.len() => " and ",
                        _ => ", ",
                    });
                    text.push_str(&self.reason(*reason, design));
                }
                text
            }
        }
    }

    fn reason(&self, reason: Awake, design: &Design) -> String {
        let primary = matches!(self.part, Part::Instance(_));
        match reason {
            Awake::Minimum => format!("the minimum is {} ACU", self.min),
            Awake::Version => format!("version {} cannot go to 0 ACU", design.engine_version()),
            Awake::Proxy => "RDS Proxy keeps a connection open".to_owned(),
            Awake::GlobalDatabase if primary => {
                "a Global Database keeps the writer and readers in tier 0 or 1 awake".to_owned()
            }
            Awake::GlobalDatabase => "secondaries of a Global Database never do".to_owned(),
            Awake::Replication => {
                let name = match design.cluster.engine {
                    Engine::AuroraPostgresql => "logical replication",
                    Engine::AuroraMysql => "the binary log",
                };
                format!("{name} keeps the writer and readers in tier 0 or 1 awake")
            }
        }
    }
}

/// Every instance of the primary, writer first, then the instances of each secondary that has any.
pub fn rests(design: &Design, bill: &Bill) -> Vec<Rest> {
    let min = design.cluster.min_capacity;
    let mut rests = Vec::new();
    for (index, instance) in design.instances().enumerate() {
        let verdict = match pause(design, index) {
            Pause::Never(reasons) => Verdict::Never(reasons),
            Pause::After(seconds) if index == 0 && design.cluster.readers.is_empty() => {
                Verdict::Pauses(seconds)
            }
            Pause::After(seconds) if index == 0 => Verdict::OnlyIf(seconds, Condition::EveryReaderIsIdle),
            Pause::After(seconds) if instance.promotion_tier <= 1 => {
                Verdict::OnlyIf(seconds, Condition::TheWriterPauses)
            }
            Pause::After(seconds) => Verdict::Pauses(seconds),
        };
        let name = instance_name(index);
        let part = Part::Instance(index);
        rests.push(Rest { name, count: 1, part, verdict, idle: idle(bill, part), min });
    }
    for (index, secondary) in design.secondaries().iter().enumerate().filter(|(_, it)| it.readers > 0) {
        let min = design.secondary_min(secondary);
        let mut reasons = super::pause::own_reasons(design, min);
        reasons.push(Awake::GlobalDatabase);
        let (count, code) = (secondary.readers, secondary.region.code);
        let name = if count == 1 {
            format!("Instance in {code}")
        } else {
            format!("Each of {count} instances in {code}")
        };
        let part = Part::Secondary(index);
        rests.push(Rest { name, part, count, verdict: Verdict::Never(reasons), idle: idle(bill, part), min });
    }
    rests
}

/// What the ACUs of a part cost in an idle month.
fn idle(bill: &Bill, part: Part) -> Option<Usd> {
    use super::LineId::{ReaderAcu, SecondaryAcu, WriterAcu};
    let line =
        bill.lines.iter().find(|it| it.part == part && matches!(it.id, WriterAcu | ReaderAcu | SecondaryAcu));
    Some(line?.monthly?.of(Month::Idle))
}

/// What a design that pauses asks of clients and jobs; empty where nothing pauses.
pub fn needs(design: &Design, rests: &[Rest]) -> Vec<String> {
    if rests.iter().all(|rest| matches!(rest.verdict, Verdict::Never(_))) {
        return Vec::new();
    }
    let jobs = match scheduler(design) {
        Some(name) => format!("{name} schedules jobs: they do not run while the cluster is paused."),
        None => "Jobs that the database schedules itself do not run while it is paused.".to_owned(),
    };
    vec![
        format!(
            "The first connection waits about {RESUME_SECONDS} s, after a day asleep {DEEP_RESUME_SECONDS} s or more."
        ),
        format!(
            "Clients need a connect timeout over {RESUME_SECONDS} s; {DEEP_RESUME_SECONDS} s or more covers a day asleep."
        ),
        jobs,
        "Every open connection keeps an instance awake, and every attempt wakes it, even with a wrong password."
            .to_owned(),
    ]
}
