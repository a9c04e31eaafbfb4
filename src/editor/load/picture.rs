//! The picture of a load: the band with its dashed plan over what is wanted, in columns that hold the least and the
//! largest of what lies in them.

use std::fmt::Write as _;

use super::{Window, Zoom};
use crate::design::Design;
use crate::facts::Acu;
use crate::formats::picture::{Label, Look, Picture};
use crate::simulate::{Column, Edges, Load, Outcome, columns};

/// Height of the picture, in pixels.
const HEIGHT: i32 = 220;
const LEFT: i32 = 40;
const RIGHT: i32 = 8;
const TOP: i32 = 14;
const FOOT: i32 = HEIGHT - 36;
/// Narrower pictures don't hold their axis.
const NARROWEST: i32 = 240;
/// Pixels of a column.
const COLUMN: i32 = 2;

/// The part of a load that is in the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Its beginning, in seconds from the load's.
    pub(super) from: u64,
    /// Its length.
    pub(super) seconds: u64,
    zoom: Zoom,
    width: i32,
}

/// What lies in a column of the picture or a row of its table.
pub(super) struct Span {
    /// Its beginning, in seconds from the load's.
    pub(super) from: u64,
    pub(super) given: Column,
    /// The least and the most that is wanted; `None` while nobody is connected.
    pub(super) wanted: Option<(Acu, Acu)>,
    pub(super) is_short: bool,
    pub(super) is_paused: bool,
    pub(super) wakes: bool,
}

impl Reach {
    /// As much of the load as the window has.
    pub(super) fn of(span: u64, window: Window) -> Self {
        let seconds = window.zoom.seconds().unwrap_or(span).min(span).max(1);
        let from = window.from.min(span.saturating_sub(seconds));
        Self { from, seconds, zoom: window.zoom, width: window.width.max(NARROWEST) }
    }

    fn plot(&self) -> i32 {
        self.width - LEFT - RIGHT
    }

    /// Pixels from the left of a time that is so many seconds into the picture.
    fn x(&self, seconds: u64) -> i32 {
        let plot = u64::from(self.plot().unsigned_abs());
        LEFT + i32::try_from(seconds.min(self.seconds) * plot / self.seconds.max(1)).unwrap_or(0)
    }

    /// What lies in each of so many columns.
    pub(super) fn columns(
        &self,
        load: &Load,
        edges: &Edges<Outcome>,
        instance: usize,
        count: usize,
    ) -> Vec<Span> {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let given = columns(edges, self.from + 1, self.from + self.seconds, count);
        let shown = given.len().max(1) as u64;
        let begin = |place: u64| self.from + self.seconds * place / shown;
        let points = load.series(instance).unwrap_or_default();
        let mut ends: Vec<u64> = Vec::with_capacity(load.points());
        let mut end = 0;
        for seconds in load.seconds() {
            end += u64::from(*seconds);
            ends.push(end);
        }
        let plan = &edges.plan;
        let span = |(given, place): (Column, u64)| {
            let (from, to) = (begin(place), begin(place + 1));
            let first = ends.partition_point(|end| *end <= from);
            let last = ends.partition_point(|end| *end < to) + 1;
            let within = points.get(first..last.min(points.len())).unwrap_or_default();
            let wanted = within.iter().filter(|point| point.connected).map(|point| point.acu());
            let spell = plan.spells.partition_point(|spell| spell.second + spell.seconds <= from + 1);
            let wake = plan.wakes.partition_point(|wake| *wake <= from);
            Span {
                from,
                wanted: wanted.clone().min().zip(wanted.max()),
                is_short: plan.spells.get(spell).is_some_and(|spell| spell.second <= to),
                is_paused: given.plan.1 == Acu::ZERO,
                wakes: plan.wakes.get(wake).is_some_and(|wake| *wake <= to),
                given,
            }
        };
        given.into_iter().zip(0..).map(span).collect()
    }

    /// Moments for the play head: the second from the load's beginning, and where it is in the picture.
    pub(super) fn moments(&self) -> Vec<(u64, i32)> {
        let count = u64::from((self.plot() / (2 * COLUMN)).unsigned_abs()).min(self.seconds).max(1);
        let second = |place: u64| self.seconds * (2 * place + 1) / (2 * count);
        (0..count).map(|place| (self.from + second(place), self.x(second(place)))).collect()
    }

    /// A time as the axis and the play head name it.
    pub(super) fn when(&self, second: u64) -> String {
        let (day, hour, minute) = (second / 86_400 + 1, second / 3600 % 24, second / 60 % 60);
        match self.zoom {
            Zoom::All | Zoom::Week | Zoom::Day | Zoom::Hour => format!("day {day}, {hour:02}:{minute:02}"),
            Zoom::Minutes => format!("day {day}, {hour:02}:{minute:02}:{:02}", second % 60),
        }
    }

    /// The times that the axis names, in seconds from the load's beginning.
    fn ticks(&self) -> Vec<(u64, String)> {
        let steps = [
            60,
            300,
            600,
            1800,
            3600,
            3 * 3600,
            6 * 3600,
            12 * 3600,
            86_400,
            5 * 86_400,
            30 * 86_400,
            365 * 86_400,
        ];
        let room = u64::from((self.plot() / 64).unsigned_abs()).max(2);
        let step = steps.into_iter().find(|step| self.seconds / step <= room).unwrap_or(self.seconds.max(1));
        let label = |second: u64| {
            if step >= 86_400 {
                format!("day {}", second / 86_400 + 1)
            } else {
                format!("{:02}:{:02}", second / 3600 % 24, second / 60 % 60)
            }
        };
        let first = self.from.div_ceil(step);
        (first..=(self.from + self.seconds) / step).map(|nth| (nth * step, label(nth * step))).collect()
    }
}

/// Draws an instance under its load.
pub(super) fn draw(
    design: &Design,
    load: &Load,
    edges: &Edges<Outcome>,
    reach: &Reach,
    is_measured: bool,
    instance: usize,
) -> Picture {
    let count = usize::try_from(reach.plot() / COLUMN).unwrap_or(1);
    let columns = reach.columns(load, edges, instance, count);
    let max = design.cluster.max_capacity;
    let highest = columns
        .iter()
        .flat_map(|it| [it.given.largest, it.wanted.map_or(Acu::ZERO, |(_, most)| most)])
        .max()
        .unwrap_or_default();
    let axis = Axis::upto(highest.max(max));
    let mut picture =
        Picture { size: (reach.width, HEIGHT), title: title(design, reach, &columns), ..Picture::default() };
    for tick in axis.ticks() {
        let y = axis.y(tick);
        picture.paths.push((Look::Grid, format!("M{LEFT} {y}H{}", reach.width - RIGHT)));
        picture.labels.push(Label {
            x: LEFT - 6,
            y: y + 4,
            anchor: "end".to_owned(),
            text: tick.to_string(),
        });
    }
    picture.labels.push(Label {
        x: LEFT - 12,
        y: FOOT + 18,
        anchor: "end".to_owned(),
        text: "ACU".to_owned(),
    });
    for (second, text) in reach.ticks() {
        let x = reach.x(second - reach.from);
        picture.paths.push((Look::Grid, format!("M{x} {FOOT}v4")));
        if x + 20 < reach.width {
            // The first must not lie over the axis' own word.
            let anchor = if x < LEFT + 20 { "start" } else { "middle" };
            picture.labels.push(Label { x, y: FOOT + 18, anchor: anchor.to_owned(), text });
        }
    }
    let places: Vec<(i32, i32)> = columns
        .iter()
        .zip(columns.iter().skip(1).map(|next| next.from).chain([reach.from + reach.seconds]))
        .map(|(column, end)| (reach.x(column.from - reach.from), reach.x(end - reach.from)))
        .collect();
    let each = || columns.iter().zip(places.iter().copied());
    picture
        .paths
        .push((Look::Paused, strips(each().filter(|(it, _)| it.is_paused).map(|(_, at)| at), FOOT - 6, 6)));
    picture.paths.push((Look::Band, band(each(), &axis)));
    let wanted = each().map(|(it, at)| (it.wanted.unwrap_or_default(), at));
    let look = if is_measured { Look::Measured } else { Look::Wanted };
    picture.paths.push((look, line(wanted, &axis)));
    picture.paths.push((Look::Plan, line(each().map(|(it, at)| (it.given.plan, at)), &axis)));
    picture.paths.push((Look::Max, format!("M{LEFT} {}H{}", axis.y(max), reach.width - RIGHT)));
    picture
        .paths
        .push((Look::Short, strips(each().filter(|(it, _)| it.is_short).map(|(_, at)| at), TOP - 10, 4)));
    let woken = each().filter(|(it, _)| it.wakes).map(|(_, (x, _))| (x, x + 2));
    picture.paths.push((Look::Resuming, strips(woken, FOOT - 12, 12)));
    picture.paths.retain(|(_, path)| !path.is_empty());
    picture
}

fn title(design: &Design, reach: &Reach, columns: &[Span]) -> String {
    let least = columns.iter().map(|it| it.given.least).min().unwrap_or_default();
    let most = columns.iter().map(|it| it.given.largest).max().unwrap_or_default();
    let short = columns.iter().filter(|it| it.is_short).count();
    let cluster = &design.cluster;
    format!(
        "Capacity from {} on: between {least} and {most} ACU in a range of {} to {} ACU, short in {short} of {} columns.",
        reach.when(reach.from),
        cluster.min_capacity,
        cluster.max_capacity,
        columns.len()
    )
}

/// The area between the edges, in steps.
fn band<'a>(columns: impl Iterator<Item = (&'a Span, (i32, i32))> + Clone, axis: &Axis) -> String {
    let mut path = String::new();
    for (place, (column, (from, to))) in columns.clone().enumerate() {
        let _ = write!(
            path,
            "{}{from} {}H{to}",
            if place == 0 { 'M' } else { 'L' },
            axis.y(column.given.largest)
        );
    }
    let back: Vec<_> = columns.collect();
    for (column, (from, to)) in back.into_iter().rev() {
        let _ = write!(path, "L{to} {}H{from}", axis.y(column.given.least));
    }
    if !path.is_empty() {
        path.push('Z');
    }
    path
}

/// A line that goes through the least and the most of each column.
fn line(columns: impl Iterator<Item = ((Acu, Acu), (i32, i32))>, axis: &Axis) -> String {
    let mut path = String::new();
    let mut last = None;
    for ((least, most), (from, to)) in columns {
        let (low, high) = (axis.y(least), axis.y(most));
        // From where the line is to the nearer end, through the column, and on from the farther.
        let (first, second) = match last {
            Some(y) if i32::abs(y - low) > i32::abs(y - high) => (high, low),
            _ => (low, high),
        };
        let _ = write!(path, "{}{from} {first}", if last.is_none() { 'M' } else { 'L' });
        if first != second {
            let _ = write!(path, "V{second}");
        }
        let _ = write!(path, "H{to}");
        last = Some(second);
    }
    path
}

/// Boxes of one height, those that touch joined.
fn strips(places: impl Iterator<Item = (i32, i32)>, y: i32, height: i32) -> String {
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (from, to) in places {
        match joined.last_mut() {
            Some((_, end)) if *end >= from => *end = to,
            _ => joined.push((from, to.max(from + 1))),
        }
    }
    joined.into_iter().fold(String::new(), |mut path, (from, to)| {
        let _ = write!(path, "M{from} {y}H{to}v{height}H{from}Z");
        path
    })
}

/// The upright axis.
struct Axis {
    top: u32,
    step: u32,
}

impl Axis {
    fn upto(most: Acu) -> Self {
        let most = most.as_halves().max(2);
        let steps = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
        let step = steps.into_iter().find(|step| most / step < 5).unwrap_or(512);
        Self { top: (most / step + 1) * step, step }
    }

    fn y(&self, acu: Acu) -> i32 {
        let height = u32::try_from(FOOT - TOP).unwrap_or(0);
        FOOT - i32::try_from(acu.as_halves().min(self.top) * height / self.top.max(1)).unwrap_or(0)
    }

    fn ticks(&self) -> Vec<Acu> {
        (0..=self.top / self.step).map(|nth| Acu::halves(nth * self.step)).collect()
    }
}
