//! Charts of the bill: pure geometry that a page draws with its own colors, and the same as a standalone SVG.
//!
//! Nothing is told by color alone: lines differ by their dashes, marks by their shapes, and each chart has a table as
//! its twin.

mod all;
mod break_even;
mod composition;
mod month;
mod plot;
mod scale;
mod svg;

pub use all::{chart_files, charts};
pub use break_even::{provisioned, savings_plan, storage_types};
pub use composition::composition;
pub use month::against_average;
pub use svg::chart_svg;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::formats::diagram::{Point, Rect, Text};

/// Width of an exported chart, in pixels.
pub const EXPORTED_WIDTH: i32 = 640;
/// The narrowest chart there is, in pixels.
pub const NARROWEST: i32 = 300;

/// Which color a thing has; the page maps it to its tokens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Ink {
    /// The design itself: the accent.
    First,
    /// The first alternative.
    Second,
    /// The second alternative.
    Third,
    /// What is less important than those.
    Fourth,
    /// Grid and tracks.
    Faint,
}

impl Ink {
    /// Its name in a style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Faint => "faint",
        }
    }
}

/// How a line is dashed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Pattern {
    /// Without gaps.
    Solid,
    /// Long dashes.
    Dashed,
    /// Dots.
    Dotted,
    /// A dash and a dot in turn.
    DashDot,
}

impl Pattern {
    /// The value of `stroke-dasharray`; `None` where there are no gaps.
    pub const fn dashes(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some("7 4"),
            Self::Dotted => Some("2 4"),
            Self::DashDot => Some("8 3 2 3"),
        }
    }
}

/// The shape of a mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Shape {
    /// An idle month.
    Circle,
    /// The typical month, and the design's own point.
    Diamond,
    /// The ceiling month.
    Square,
    /// Where two lines cross.
    Triangle,
}

impl Shape {
    /// Its outline around the origin, as an SVG path of 10 px.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Circle => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
            Self::Diamond => "M0-6L6 0L0 6L-6 0z",
            Self::Square => "M-4.5-4.5h9v9h-9z",
            Self::Triangle => "M0-6L5.5 4h-11z",
        }
    }
}

/// A line through points.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stroke {
    /// Its corners.
    pub points: Vec<Point>,
    /// Its color.
    pub ink: Ink,
    /// Its dashes.
    pub pattern: Pattern,
}

impl Stroke {
    /// The `d` of an SVG path through its corners.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (place, point) in self.points.iter().enumerate() {
            // Writing to a String can't fail.
            let _ = write!(path, "{}{} {}", if place == 0 { 'M' } else { 'L' }, point.x, point.y);
        }
        path
    }
}

/// A point that is named in the legend.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mark {
    /// Its middle.
    pub at: Point,
    /// Its shape.
    pub shape: Shape,
    /// Its color.
    pub ink: Ink,
}

/// A filled rectangle.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bar {
    /// Where it lies.
    pub rect: Rect,
    /// Its color.
    pub ink: Ink,
}

/// The same figures as a table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Twin {
    /// The columns' names.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A chart, ready to be drawn from back to front: bars, grid, lines, marks, texts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Chart {
    /// What it says, in one line.
    pub title: String,
    /// What it shows, for those who don't see it.
    pub description: String,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
    /// Filled rectangles.
    pub bars: Vec<Bar>,
    /// Lines of one pixel behind everything.
    pub grid: Vec<Stroke>,
    /// Lines of two pixels.
    pub lines: Vec<Stroke>,
    /// Marks.
    pub marks: Vec<Mark>,
    /// Texts.
    pub texts: Vec<Text>,
    /// The table.
    pub twin: Twin,
}

impl Chart {
    /// The `d` of an SVG path around the ground between the first line and the axis; `None` for a chart without lines.
    pub fn ground(&self) -> Option<String> {
        let (line, axis) = (self.lines.first()?, self.grid.first()?);
        let (first, last, foot) = (line.points.first()?, line.points.last()?, axis.points.first()?.y);
        Some(format!("{}L{} {foot}L{} {foot}z", line.path(), last.x, first.x))
    }
}
