//! What CloudWatch measured becomes usage, and a range is suggested from it.
//!
//! The series of all files are one set: pages are joined, each series is given to the writer, to a reader or, where
//! nothing names its instance, to all. The arithmetic is of integers and rounds once, half up.

mod owner;
mod quantities;
mod range;
mod set;
mod window;

use std::collections::BTreeSet;

use super::{Input, Notice, NoticeKind, Place, Refusal};
use crate::design::Design;
use crate::facts::{Acu, Decimal};
use crate::simulate::measured::Metric;
use set::Set;
use window::Window;

/// Who is who in the series.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Members {
    /// The cluster's identifier.
    pub cluster: Option<String>,
    /// The writer's identifier.
    pub writer: Option<String>,
    /// The readers' identifiers, as far as they are known.
    pub readers: Vec<String>,
    /// Whether an input gives the capacity range; where none does, the series' own range is taken.
    pub range_given: bool,
}

/// Fills the usage of a design from series, and says what they say of its range.
///
/// # Errors
/// Where a text holds no series, or passes a limit.
pub fn fill(inputs: &[&Input], members: &Members, design: Design) -> Result<(Design, Vec<Notice>), Refusal> {
    let has_readers = !design.cluster.readers.is_empty();
    let set = Set::read(inputs, members, has_readers)?;
    let max = members.range_given.then_some(design.cluster.max_capacity);
    let mut design = design;
    let mut said = Said::of(set.notices.clone());
    let usage = &mut design.usage;
    if let Some(storage) = quantities::storage_gb(&set) {
        usage.storage_gb = Some(storage);
    }
    if said.carries(&set, &[Metric::Capacity, Metric::AcuUtilization]) {
        let writer = quantities::capacity(&set, false, max);
        if let Some(points) = &writer {
            usage.writer_acu = points.awake_mean().or(usage.writer_acu);
            usage.active_hours_per_month = points.active_hours().or(usage.active_hours_per_month);
        }
        if has_readers && let Some(points) = quantities::capacity(&set, true, max) {
            usage.readers_acu = points.awake_mean().or(usage.readers_acu);
        }
    }
    if said.carries(&set, &[Metric::VolumeReadIops, Metric::VolumeWriteIops])
        && let Some(requests) = quantities::io_requests_millions(&set)
    {
        usage.io_requests_millions = Some(requests);
        said.one_sided(&set);
    }
    if said.carries(&set, &[Metric::Connections])
        && let Some(peak) = quantities::peak_connections(&set)
    {
        usage.peak_connections = Some(peak);
    }
    if let Some(suggested) = range::suggested(&set, max) {
        said.range(&suggested, members.range_given);
        if !members.range_given {
            design.cluster.min_capacity = suggested.min;
            design.cluster.max_capacity = suggested.max;
        }
    }
    Ok((design, said.notices.into_iter().collect()))
}

/// What is said so far, each thing once.
struct Said {
    notices: BTreeSet<Notice>,
}

impl Said {
    fn of(notices: Vec<Notice>) -> Self {
        Self { notices: notices.into_iter().collect() }
    }

    /// Whether the series of these metrics are long enough for a number; says how long they are, or why not.
    fn carries(&mut self, set: &Set, metrics: &[Metric]) -> bool {
        let Some(window) = Window::of(set.readings(metrics)) else { return false };
        let files: BTreeSet<&str> = set.of(metrics).map(|it| it.file.as_str()).collect();
        let (days, grade) = (window.days(), window.grade());
        let text = match grade {
            Some(grade) => format!("the series span {days} days: {}", grade.sentence()),
            None => format!(
                "the series span {} hours, less than 72 h: nothing but storage_gb is taken from them; fetch 3 days \
                 or more, best 14",
                window.hours()
            ),
        };
        for file in files {
            self.notices.insert(Notice::new(NoticeKind::Measured, Place::file(file), text.clone()));
        }
        grade.is_some()
    }

    fn one_sided(&mut self, set: &Set) {
        let both = [Metric::VolumeReadIops, Metric::VolumeWriteIops];
        let Some(missing) = both.into_iter().find(|it| set.of([*it]).next().is_none()) else { return };
        let Some(there) = set.of(both).next() else { return };
        let text = format!("{} is not in the data, so io_requests_millions lacks it", missing.name());
        self.notices.insert(Notice::new(NoticeKind::NotHere, Place::file(&there.file), text));
    }

    fn range(&mut self, suggested: &range::Suggested, is_given: bool) {
        let range::Suggested { min, max, file, unseen, .. } = suggested;
        let taken =
            if is_given { "the design keeps its own range" } else { "taken, as nothing else gives a range" };
        let mut text = format!("suggested range from the series: min {min}, max {max} ACU; {taken}");
        if let Some(present) = unseen {
            let more = format!(
                "; the peak reached the present maximum of {present} ACU, so the need above it is unseen"
            );
            text.push_str(&more);
        }
        self.notices.insert(Notice::new(NoticeKind::Measured, Place::file(file), text));
    }
}

/// `amount ÷ by`, half up.
const fn half_up(amount: u128, by: u128) -> u128 {
    let by = if by == 0 { 1 } else { by };
    (amount.saturating_mul(2).saturating_add(by)) / by.saturating_mul(2)
}

/// A decimal of so many steps of so many millionths.
fn decimal(steps: u128, step_micros: u64) -> Decimal {
    Decimal::from_micros(u64::try_from(steps).unwrap_or(u64::MAX).saturating_mul(step_micros))
}

/// The smallest capacity on the half step that is at least `amount ÷ by` ACU, at most 256.
fn acu_at_least(amount: u128, by: u128) -> Acu {
    let halves = amount.saturating_mul(2).div_ceil(by.max(1)).min(512);
    Acu::halves(u32::try_from(halves).unwrap_or(512))
}
