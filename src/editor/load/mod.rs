//! The panel of the load: what is asked of the worker, and what it answers, as words and shapes that a page only has to
//! place.

mod day;
mod pages;
mod picture;
mod sheet;
mod size;

use serde::{Deserialize, Serialize};

use crate::design::{Design, LoadPreset, PlatformVersion, read};
use crate::facts::{Acu, Decimal};
use crate::formats::document::Block;
use crate::formats::series::{SeriesError, read_load, read_series};
use crate::simulate::load::{HOURS, drawn_day, preset};
use crate::simulate::measured::{Measured, Origin, measured};
use crate::simulate::{Asked, Class, Load, month_edits, simulate};

pub use day::{Day, Hand};
pub use sheet::{Figure, Play, Sheet};
pub use size::{Limit, Progress, Sized, SizedSheet};

/// Days that a drawn day is played for.
const DAYS: u32 = 30;

/// The load that the panel shows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Given {
    /// The design's own; office hours over its range where it has none.
    #[default]
    Own,
    /// A day that was drawn by hand.
    Drawn([Acu; HOURS]),
    /// A file that the worker read.
    File(Kept),
}

/// A series that was read. It stays on the page and enters no spec and no link.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The file's name.
    pub name: String,
    /// What was read, packed for the way back.
    packed: Vec<u8>,
}

/// What a [`Kept`] holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Unpacked {
    Made(Load),
    Measured(Box<Measured>, Origin),
}

impl Kept {
    fn of(name: &str, what: &Unpacked) -> Option<Self> {
        Some(Self { name: name.to_owned(), packed: postcard::to_allocvec(what).ok()? })
    }

    fn unpacked(&self) -> Result<Unpacked, String> {
        postcard::from_bytes(&self.packed).map_err(|_| "the series is cut; read the file again".to_owned())
    }
}

/// How much of the load is in the picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Zoom {
    /// All of it.
    All,
    /// Seven days.
    #[default]
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// Ten minutes.
    Minutes,
}

impl Zoom {
    /// From far to near.
    pub const ALL: [Self; 5] = [Self::All, Self::Week, Self::Day, Self::Hour, Self::Minutes];

    /// The word on its button.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Week => "Week",
            Self::Day => "Day",
            Self::Hour => "Hour",
            Self::Minutes => "10 min",
        }
    }

    /// How long the picture is, in seconds; `None` for all.
    pub const fn seconds(self) -> Option<u64> {
        match self {
            Self::All => None,
            Self::Week => Some(7 * 86_400),
            Self::Day => Some(86_400),
            Self::Hour => Some(3600),
            Self::Minutes => Some(600),
        }
    }
}

/// What part of a load is drawn, and how wide.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Window {
    /// How much of it.
    pub zoom: Zoom,
    /// Where it begins, in seconds from the load's beginning; later than fits is as late as fits.
    pub from: u64,
    /// Width of the picture, in pixels.
    pub width: i32,
    /// The instance, writer 0.
    pub instance: usize,
}

/// A question about a load.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LoadJob {
    /// Read a file: its name, its text, and the maximum or class that it was measured on.
    Read(String, String, String),
    /// Play the load on the design.
    Play(Box<Design>, Given, Window),
    /// The design whose typical month is that of the load.
    Month(Box<Design>, Given),
    /// The picture as SVG.
    Svg(Box<Design>, Given, Window),
    /// The capacity over time as CSV.
    Csv(Box<Design>, Given),
    /// Search the range, from where it was left.
    Size(Box<Design>, Given, Box<Limit>, Option<Box<Progress>>),
    /// AWS' figures alone: class, 95th percentile, maximum and mean of CPU, connections.
    Aws([String; 5]),
    /// What a figure that people know wants: which, and the figure.
    Convert(Unit, String, Box<Design>),
    /// The constants of a platform with their sources, and what may be promised.
    Evidence(PlatformVersion),
    /// How far everything carries.
    Accuracy,
}

/// A figure that people know of a load.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Unit {
    /// Busy vCPUs.
    Vcpu,
    /// CPU in percent of the design's maximum.
    Cpu,
    /// A working set in GiB.
    WorkingSet,
    /// Connections.
    Connections,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Vcpu, Self::Cpu, Self::WorkingSet, Self::Connections];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vcpu => "busy vCPUs",
            Self::Cpu => "% CPU of the maximum",
            Self::WorkingSet => "GiB working set",
            Self::Connections => "connections",
        }
    }
}

/// What came of a [`LoadJob`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LoadAnswer {
    /// A file that was read, or why there is no number.
    Kept(Result<Kept, String>),
    /// The load played, or why there is no number.
    Sheet(Result<Box<Sheet>, String>),
    /// A design, or why there is none.
    Design(Result<Box<Design>, String>),
    /// A text, or why there is none.
    Text(Result<String, String>),
    /// A search on its way, or at its end.
    Sized(Box<Sized>),
    /// A page of prose and tables, or why there is none.
    Page(Result<Vec<Block>, String>),
}

impl LoadJob {
    /// Does it.
    pub fn done(&self) -> LoadAnswer {
        match self {
            Self::Read(name, text, measured_on) => LoadAnswer::Kept(kept(name, text, measured_on)),
            Self::Play(design, given, window) => {
                LoadAnswer::Sheet(Played::of(design, given).map(|played| Box::new(played.sheet(*window))))
            }
            Self::Month(design, given) => LoadAnswer::Design(month(design, given)),
            Self::Svg(design, given, window) => {
                LoadAnswer::Text(Played::of(design, given).map(|played| played.svg(*window)))
            }
            Self::Csv(design, given) => {
                LoadAnswer::Text(Played::of(design, given).map(|played| played.csv()))
            }
            Self::Size(design, given, limit, from) => {
                LoadAnswer::Sized(Box::new(size::step(design, given, limit, from.as_deref())))
            }
            Self::Aws(figures) => LoadAnswer::Page(size::aws(figures)),
            Self::Convert(unit, figure, design) => LoadAnswer::Text(converted(*unit, figure, design)),
            Self::Evidence(version) => LoadAnswer::Page(Ok(pages::evidence((*version).into()))),
            Self::Accuracy => LoadAnswer::Page(Ok(pages::accuracy())),
        }
    }
}

/// A load with its name, and how it may be drawn.
struct Loaded {
    load: Load,
    name: String,
    /// What was measured, and on what.
    measured: Option<(Box<Measured>, Origin)>,
    /// The peak of a preset's shape: its noise is ours, and nobody's peak.
    peak: Option<Acu>,
}

impl Loaded {
    fn of(design: &Design, given: &Given) -> Result<Self, String> {
        let refused = |why: crate::simulate::Refused| why.to_string();
        match given {
            Given::Own => {
                let (shape, base, peak) = own(design);
                let load = preset(shape, base, peak).map_err(refused)?;
                let name = format!("{}, {base} to {peak} ACU", shape_name(shape));
                Ok(Self { load, name, measured: None, peak: Some(peak) })
            }
            Given::Drawn(hours) => {
                let load = drawn_day(*hours, DAYS).map_err(refused)?;
                Ok(Self { load, name: "The drawn day".to_owned(), measured: None, peak: None })
            }
            Given::File(kept) => match kept.unpacked()? {
                Unpacked::Made(load) => {
                    Ok(Self { load, name: kept.name.clone(), measured: None, peak: None })
                }
                Unpacked::Measured(measured, origin) => Ok(Self {
                    load: measured.load.clone(),
                    name: kept.name.clone(),
                    measured: Some((measured, origin)),
                    peak: None,
                }),
            },
        }
    }
}

/// The design's load, or office hours over its range.
pub fn own(design: &Design) -> (LoadPreset, Acu, Acu) {
    design.load().unwrap_or_else(|| {
        let base = design.cluster.min_capacity.max(Acu::HALF);
        (LoadPreset::OfficeHours, base, design.cluster.max_capacity.max(base))
    })
}

/// What people call a preset.
pub const fn shape_name(shape: LoadPreset) -> &'static str {
    match shape {
        LoadPreset::OfficeHours => "Office hours",
        LoadPreset::NightlyBatch => "Nightly batch",
        LoadPreset::SpikyApi => "Spiky API",
        LoadPreset::Weekly => "Weekly",
        LoadPreset::SleepingDev => "Sleeping dev database",
        LoadPreset::LaunchDay => "Launch day",
    }
}

/// A load played on a design.
struct Played<'a> {
    design: &'a Design,
    loaded: Loaded,
    instances: Vec<crate::simulate::Simulated>,
}

impl<'a> Played<'a> {
    fn of(design: &'a Design, given: &Given) -> Result<Self, String> {
        let loaded = Loaded::of(design, given)?;
        let setup = crate::simulate::Setup::of(design).map_err(|why| why.to_string())?;
        let platform = design.usage.platform_version.into();
        let instances = simulate(&setup, &loaded.load, platform).map_err(|why| why.to_string())?;
        Ok(Self { design, loaded, instances })
    }

    /// What rules judge the design by under it.
    fn asked(&self) -> Option<Asked> {
        let mut asked = Asked::of_played(self.design, &self.loaded.load, &self.instances).ok()?;
        if let Some(peak) = self.loaded.peak {
            (asked.highest, asked.over_max) = (peak, None);
        }
        if let Some((measured, _)) = &self.loaded.measured {
            asked.is_clipped = measured.is_clipped;
            asked.highest = asked.highest.max(measured.highest);
        }
        Some(asked)
    }
}

fn month(design: &Design, given: &Given) -> Result<Box<Design>, String> {
    let played = Played::of(design, given)?;
    let edits = month_edits(design, &played.instances, played.loaded.load.span());
    design.with_all(&edits).map(Box::new).map_err(|error| error.to_string())
}

/// Reads a file by its content: a load that was made, or what CloudWatch measured.
fn kept(name: &str, text: &str, measured_on: &str) -> Result<Kept, String> {
    let cut = || "the series is too large to be kept".to_owned();
    let placed =
        |error: SeriesError| format!("line {}, column {}: {}", error.line, error.column, error.message);
    let head = text.get(..400).unwrap_or(text);
    if head.contains("point_seconds") || head.contains("wanted_acu") {
        let load = read_load(text).map_err(placed)?;
        return Kept::of(name, &Unpacked::Made(load)).ok_or_else(cut);
    }
    let origin = origin(measured_on)?;
    let series = read_series(text, name).map_err(placed)?;
    let mut measured = measured(&series.series, origin).map_err(|why| why.to_string())?;
    measured.reasons.extend(series.notices);
    Kept::of(name, &Unpacked::Measured(Box::new(measured), origin)).ok_or_else(cut)
}

/// What a series was measured on, as typed: a capacity or a class.
fn origin(typed: &str) -> Result<Origin, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Origin::Unknown);
    }
    if let Some(class) = Class::parse(typed) {
        return Ok(Origin::Provisioned(class));
    }
    let max = read::acu(typed).map_err(|error| error.to_string())?;
    let fits = (Acu::whole(1)..=Acu::whole(256)).contains(&max);
    fits.then_some(Origin::Serverless(max))
        .ok_or_else(|| "expected a maximum of 1 to 256 ACU, or a class such as db.r6g.xlarge".to_owned())
}

fn converted(unit: Unit, figure: &str, design: &Design) -> Result<String, String> {
    use crate::simulate::convert;
    let figure: Decimal = read::decimal(figure).map_err(|error| error.to_string())?;
    let acu = match unit {
        Unit::Vcpu => convert::of_busy_vcpu(figure),
        Unit::Cpu => convert::of_serverless_cpu(figure, design.cluster.max_capacity),
        Unit::WorkingSet => convert::of_working_set(figure),
        Unit::Connections => {
            let count = figure.as_micros().div_ceil(1_000_000);
            convert::of_connections(u32::try_from(count).unwrap_or(u32::MAX))
        }
    };
    Ok(acu.to_string())
}
