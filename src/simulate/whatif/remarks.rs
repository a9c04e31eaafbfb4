//! What shows only when something is lost: each finding with its words and its facts.

use super::minutes::Minutes;
use super::moment::Moment;
use super::names::{listed, member_name};
use super::{Aftermath, Loss, Takeover, region};
use crate::design::{Credentials, Design, Part, Zone, instance_at_start, instance_within};
use crate::estimate::{DEEP_RESUME_SECONDS, RESUME_SECONDS, grouped, pause};
use crate::facts::Acu;

/// A finding that no look at the whole design shows, the worst first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Remark {
    /// No other Region has the data.
    NoOtherRegion,
    /// No reader can take over.
    NobodyTakesOver {
        /// Whether somebody must make an instance in another zone; else AWS makes the writer again.
        by_hand: bool,
    },
    /// No secondary has an instance, so that none can be promoted at once.
    NobodyToPromote,
    /// Whoever takes more of the load can never carry it.
    BeyondMaximum {
        /// The instance or the secondary.
        part: Part,
        /// What is wanted of it.
        wanted: Acu,
        /// The most that it may reach.
        max: Acu,
    },
    /// Whoever takes over is smaller than the load at that moment.
    Small {
        /// The instance or the secondary.
        part: Part,
        /// What it has.
        from: Acu,
        /// What is wanted of it.
        wanted: Acu,
        /// Seconds of the hour in which it is short of that, the least and the most as simulated.
        short_s: (u64, u64),
    },
    /// Connections of the peak fit no more.
    Connections {
        /// Where: the primary's instances that are left, or a secondary.
        part: Option<Part>,
        /// How many do not.
        beyond: u64,
    },
    /// The proxy's read-only endpoint leads nowhere.
    ReadOnlyNowhere {
        /// Seconds that its clients wait before they fail (PRX-11).
        waits_s: u32,
    },
    /// No reader is left, so the reads come to the writer.
    ReadsOnWriter,
    /// A reader that takes over may be asleep.
    Asleep {
        /// Its place.
        reader: usize,
    },
    /// A reader takes over that scales with its own load.
    OwnTier {
        /// Its place.
        reader: usize,
        /// Its tier, 2 or more.
        tier: u32,
    },
    /// A secondary has no instance.
    Headless {
        /// Its place among the secondaries.
        secondary: usize,
    },
    /// A secondary can't grow as large as the primary.
    SmallerMaximum {
        /// Its place among the secondaries.
        secondary: usize,
        /// The most that its instances may reach.
        max: Acu,
        /// The most that the primary's may.
        primary_max: Acu,
    },
    /// The proxy is in the lost Region.
    ProxyIsLost,
    /// The secret with the password is in the lost Region.
    SecretIsLost,
    /// One instance is left: at its loss nobody takes over.
    OneInstanceLeft {
        /// Its place.
        place: usize,
    },
    /// What is left is in one zone.
    OneZoneLeft {
        /// The zone.
        zone: Zone,
    },
    /// AWS may promote others as well.
    Undecided {
        /// Their places, the one that the answer follows first.
        among: Vec<usize>,
    },
}

impl Remark {
    /// The finding in one or two sentences.
    pub fn words(&self, design: &Design) -> String {
        let name = |part: Part| match part {
            Part::Instance(place) => instance_at_start(place),
            other => member_name(design, other),
        };
        match self {
            Self::NoOtherRegion => format!(
                "No other Region has the data: with {} the cluster and its backups are out of reach. A Global \
                 Database would keep a copy elsewhere.",
                design.region.code
            ),
            Self::NobodyTakesOver { by_hand: true } => {
                "Nobody takes over: every instance is in that zone. Make one in another zone by hand, or keep a \
                 reader there."
                    .to_owned()
            }
            Self::NobodyTakesOver { by_hand: false } => {
                "Nobody takes over: there is no reader, and reads and writes stop until the writer is made again."
                    .to_owned()
            }
            Self::NobodyToPromote => {
                "No secondary has an instance: add one before anything can be promoted.".to_owned()
            }
            Self::BeyondMaximum { part, wanted, max } => format!(
                "{} never carries the load: {wanted} ACU are wanted of it, and it grows to {max} ACU.",
                name(*part)
            ),
            Self::Small { part, from, wanted, short_s } => {
                let until = match *short_s {
                    (0, 0) => "it grows there within a second, if AWS\u{2019} statement of 16 ACU a second holds".to_owned(),
                    (least, most) if least == most => format!("it is short of that for {} s", grouped(&most.to_string())),
                    (least, most) => format!(
                        "it is short of that for {} to {} s",
                        grouped(&least.to_string()),
                        grouped(&most.to_string())
                    ),
                };
                format!(
                    "{} takes over with {from} ACU a load that wants {wanted} ACU: {until}. Its cache is that of its own \
                     reads.",
                    name(*part)
                )
            }
            Self::Connections { part, beyond } => {
                let count = grouped(&beyond.to_string());
                let (count, verb) = match beyond {
                    1 => ("1 connection".to_owned(), "fits"),
                    _ => (format!("{count} connections"), "fit"),
                };
                match part {
                    Some(part) => format!("{count} of the peak no longer {verb} into {}.", name(*part)),
                    None => format!("{count} of the peak no longer {verb}: what is left refuses them."),
                }
            }
            Self::ReadOnlyNowhere { waits_s } => format!(
                "The proxy's read-only endpoint leads nowhere: its clients wait {waits_s} s for a reader and then \
                 fail. It leads to readers alone, where the reader endpoint leads to the writer."
            ),
            Self::ReadsOnWriter => {
                "No reader is left: the reader endpoint leads to the writer, which carries reads and writes."
                    .to_owned()
            }
            Self::Asleep { reader } => format!(
                "{} pauses while nobody is connected to it. Asleep at that moment it must resume first: about \
                 {RESUME_SECONDS} s, after a day {DEEP_RESUME_SECONDS} s or more.",
                instance_at_start(*reader)
            ),
            Self::OwnTier { reader, tier } => format!(
                "{} is in tier {tier}: it is as large as its own reads need, not as the writer. In tier 0 or 1 it \
                 would be ready, and cost as much.",
                instance_at_start(*reader)
            ),
            Self::Headless { secondary } => format!(
                "{} has storage and no instance: add one, and wait for it, before it can be promoted.",
                name(Part::Secondary(*secondary))
            ),
            Self::SmallerMaximum { secondary, max, primary_max } => format!(
                "{} grows to {max} ACU, the lost primary to {primary_max}.",
                name(Part::Secondary(*secondary))
            ),
            Self::ProxyIsLost => {
                "The proxy is lost with its Region, and the design has none elsewhere: clients of its endpoint need \
                 another."
                    .to_owned()
            }
            Self::SecretIsLost => {
                "The secret is in the lost Region. The users and their passwords are in every copy of the data, but \
                 clients elsewhere need a secret of their own to read them from: replicate it before."
                    .to_owned()
            }
            Self::OneInstanceLeft { place } => format!(
                "Only {} is left: should it fail too, nobody takes over, and it takes minutes.",
                instance_within(*place)
            ),
            Self::OneZoneLeft { zone } => {
                format!("What is left is all in zone {zone}: nothing survives the loss of that zone too.")
            }
            Self::Undecided { among } => {
                let names: Vec<String> = among.iter().map(|place| instance_within(*place)).collect();
                format!(
                    "Any one of {} may take over, as they share tier and size; the answer follows the first.",
                    listed(&names)
                )
            }
        }
    }

    /// Ids of the facts behind it; empty where it is our own advice.
    pub const fn facts(&self) -> &'static [&'static str] {
        match self {
            Self::NoOtherRegion => &["GDB-01b"],
            Self::NobodyTakesOver { .. } | Self::OneZoneLeft { .. } | Self::OneInstanceLeft { .. } => {
                &["ADV-04"]
            }
            Self::NobodyToPromote | Self::Headless { .. } => &["GDB-06"],
            Self::BeyondMaximum { .. } => &["ACU-09", "GDB-05"],
            Self::Small { .. } => &["ADV-05", "ACU-36"],
            Self::Connections { .. } => &["ACU-30", "ACU-43"],
            Self::ReadOnlyNowhere { .. } => &["PRX-17b"],
            Self::ReadsOnWriter => &["ADV-13"],
            Self::Asleep { .. } => &["ACU-22"],
            Self::OwnTier { .. } => &["ACU-39", "ADV-05"],
            Self::SmallerMaximum { .. } => &["GDB-05b"],
            Self::ProxyIsLost => &["PRX-23"],
            Self::SecretIsLost => &["GDB-07"],
            Self::Undecided { .. } => &["ADV-06b"],
        }
    }
}

pub(super) fn remarks(
    design: &Design,
    loss: Loss,
    moment: &Moment,
    left: &[usize],
    after: &Aftermath,
) -> Vec<Remark> {
    if after.lost.is_empty() {
        return Vec::new();
    }
    let mut all = if loss == Loss::Region {
        of_region(design, moment, after)
    } else {
        of_primary(design, moment, left, after)
    };
    all.sort();
    all
}

fn of_primary(design: &Design, moment: &Moment, left: &[usize], after: &Aftermath) -> Vec<Remark> {
    let mut all = Vec::new();
    match &after.takeover {
        Takeover::MadeAgain => all.push(Remark::NobodyTakesOver { by_hand: false }),
        Takeover::ByHand => all.push(Remark::NobodyTakesOver { by_hand: true }),
        Takeover::Reader { place, or } => {
            let tier = design.instances().nth(*place).map_or(0, |it| it.promotion_tier);
            if tier > 1 {
                all.push(Remark::OwnTier { reader: *place, tier });
                if pause(design, *place).pauses() {
                    all.push(Remark::Asleep { reader: *place });
                }
            }
            if !or.is_empty() {
                let among = std::iter::once(*place).chain(or.iter().copied()).collect();
                all.push(Remark::Undecided { among });
            }
        }
        Takeover::Stays | Takeover::Secondary | Takeover::Nowhere => {}
    }
    for minutes in after.minutes.iter().flatten() {
        let takes_over = after.takeover != Takeover::Stays
            && after.takeover.writer().map(Part::Instance) == Some(minutes.part);
        all.extend(of_minutes(design, moment, minutes, takes_over));
    }
    let beyond = after.connections.map_or(0, |it| it.beyond());
    if beyond > 0 && !left.is_empty() {
        all.push(Remark::Connections { part: None, beyond });
    }
    let is_served = after.takeover.writer().is_some();
    let no_reader_left = left.iter().all(|place| Some(*place) == after.takeover.writer());
    if is_served && no_reader_left && moment.readers > 0 {
        all.push(Remark::ReadsOnWriter);
        if let Some(proxy) = design.proxy.as_ref().filter(|it| it.read_only_endpoint) {
            all.push(Remark::ReadOnlyNowhere { waits_s: proxy.connection_borrow_timeout });
        }
    }
    let zones = || after.zones.iter().filter(|(_, it)| it.left > 0).map(|(zone, _)| *zone);
    match left {
        [place] => all.push(Remark::OneInstanceLeft { place: *place }),
        [_, _, ..] if after.zones.len() > 1 && zones().count() == 1 => {
            all.extend(zones().map(|zone| Remark::OneZoneLeft { zone }));
        }
        _ => {}
    }
    all
}

fn of_region(design: &Design, moment: &Moment, after: &Aftermath) -> Vec<Remark> {
    if after.takeover == Takeover::Nowhere {
        return vec![Remark::NoOtherRegion];
    }
    let mut all = Vec::new();
    if after.promotions.iter().all(|it| it.instances == 0) {
        all.push(Remark::NobodyToPromote);
    }
    for promotion in &after.promotions {
        let secondary = promotion.secondary;
        if promotion.instances == 0 {
            all.push(Remark::Headless { secondary });
        }
        if promotion.is_smaller() {
            let (max, primary_max) = (promotion.max, promotion.primary_max);
            all.push(Remark::SmallerMaximum { secondary, max, primary_max });
        }
        if let Some(Ok(minutes)) = &promotion.minutes {
            all.extend(of_minutes(design, moment, minutes, true));
        }
        let beyond = region::beyond(design, promotion);
        if beyond > 0 {
            all.push(Remark::Connections { part: Some(Part::Secondary(secondary)), beyond });
        }
    }
    if design.proxy.is_some() {
        all.push(Remark::ProxyIsLost);
    }
    if design.cluster.credentials == Credentials::SecretsManager {
        all.push(Remark::SecretIsLost);
    }
    all
}

/// What an hour shows: that the load is never carried, or not at first.
fn of_minutes(design: &Design, moment: &Moment, minutes: &Minutes, takes_over: bool) -> Option<Remark> {
    let Minutes { part, from, wanted, max, .. } = *minutes;
    let before = if part == Part::Instance(0) || takes_over { moment.wanted() } else { moment.reads };
    // A load that the primary's range never carried is no news of the loss.
    if wanted > max && before <= design.cluster.max_capacity {
        Some(Remark::BeyondMaximum { part, wanted, max })
    } else if takes_over && from < wanted && from < max {
        Some(Remark::Small { part, from, wanted: wanted.min(max), short_s: minutes.short_s })
    } else {
        None
    }
}
