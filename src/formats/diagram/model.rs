//! What a drawing is made of: cards, frames, zones and lines, each with its place.

use serde::{Deserialize, Serialize};

use crate::design::{Part, Zone};
use crate::rules::Severity;

use super::glyphs::Glyph;

/// Which surface the drawing is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// 840 px, and every export.
    Wide,
    /// 660 px, for a laptop.
    Narrow,
    /// 358 px: instances, access and storage only.
    Phone,
}

impl Form {
    /// Every form, widest first.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Narrow, Self::Phone];
}

/// A place, in pixels from the left and from the top.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Point {
    /// Pixels from the left.
    pub x: i32,
    /// Pixels from the top.
    pub y: i32,
}

/// A rectangle in pixels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Rect {
    /// From its place and size.
    pub const fn new(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    pub const fn right(self) -> i32 {
        self.x + self.width
    }

    /// The bottom edge.
    pub const fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// The middle.
    pub const fn center(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Whether the two share more than an edge.
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies inside or on the edges.
    pub const fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }
}

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Style {
    /// 13 px, bold: titles and money.
    Title,
    /// 12 px, medium: names of small cards.
    Name,
    /// 12 px: figures.
    Figure,
    /// 12 px, second color.
    Meta,
    /// 11 px, third color.
    Caption,
}

/// Which end of a text stands at its `x`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Align {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A line of text; `at.y` is its baseline.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Text {
    /// Where it stands.
    pub at: Point,
    /// Which end stands there.
    pub align: Align,
    /// How it looks.
    pub style: Style,
    /// What it says, unescaped.
    pub text: String,
}

/// What a card shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NodeKind {
    /// What connects.
    Client,
    /// Cluster or reader endpoint.
    Endpoint,
    /// RDS Proxy.
    Proxy,
    /// The writer.
    Writer,
    /// A reader.
    Reader,
    /// A volume.
    Storage,
    /// Secret, key, monitoring or backups.
    Service,
}

/// Findings at a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

/// The sign of a card's worst finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Badge {
    /// How bad.
    pub severity: Severity,
    /// A square of 14 or 16 px.
    pub rect: Rect,
}

/// A capacity range on the scale every gauge shares ([`STOPS`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gauge {
    /// The track.
    pub track: Rect,
    /// Left end of the band, in pixels from the track's left end.
    pub min: i32,
    /// Right end of the band.
    pub max: i32,
    /// Middle of the tick that marks the typical capacity.
    pub typical: i32,
}

/// The cards that the arrow keys reach, as places in [`Diagram::nodes`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Neighbors {
    /// To the left.
    pub left: Option<usize>,
    /// To the right.
    pub right: Option<usize>,
    /// Above.
    pub up: Option<usize>,
    /// Below.
    pub down: Option<usize>,
}

/// A card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// Unique in the drawing: `writer`, `reader-1`, `secondary-0-storage`.
    pub key: String,
    /// The part that is selected with it.
    pub part: Part,
    /// What it shows.
    pub kind: NodeKind,
    /// Its outline.
    pub rect: Rect,
    /// Its name: `Reader 1`.
    pub name: String,
    /// Its icons and their squares.
    pub glyphs: Vec<(Glyph, Rect)>,
    /// Every text on it, its name and its cost among them.
    pub texts: Vec<Text>,
    /// A typical month: `$350.40`, `≥ $12.00` or `unknown`; `None` where nothing is charged for it.
    pub cost: Option<String>,
    /// The worst finding at it.
    pub worst: Option<Severity>,
    /// How many findings.
    pub counts: Counts,
    /// The sign of the worst finding.
    pub badge: Option<Badge>,
    /// The capacity range of an instance.
    pub gauge: Option<Gauge>,
    /// The middles of the proxy's ports.
    pub ports: Vec<Point>,
    /// The copies of a volume, each a cylinder of 18 × 22 px; one line joins them.
    pub copies: Vec<Rect>,
    /// Whether it is one of the small cards of a full zone.
    pub dense: bool,
    /// What a screen reader says.
    pub label: String,
    /// Where the arrow keys lead.
    pub neighbors: Neighbors,
}

/// The outline of a Region or of the VPC.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The part that is selected with it.
    pub part: Part,
    /// Its outline.
    pub rect: Rect,
    /// Whether it is the dotted line of the VPC.
    pub dotted: bool,
    /// Where the line makes room for its name.
    pub opening: Option<Rect>,
    /// Its texts.
    pub texts: Vec<Text>,
    /// The sign of the worst finding.
    pub badge: Option<Badge>,
    /// How many findings.
    pub counts: Counts,
    /// What a screen reader says.
    pub label: String,
}

/// The column of an Availability Zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneColumn {
    /// The zone.
    pub zone: Zone,
    /// The ground; the storage band covers its lower end.
    pub rect: Rect,
    /// Its name.
    pub title: Text,
    /// The button that adds a reader, 24 × 24 px.
    pub add: Rect,
    /// Its instances from the top, as places in [`Diagram::nodes`].
    pub nodes: Vec<usize>,
}

/// The dashed place of what is missing: a secondary without instances.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Slot {
    /// The part it belongs to.
    pub part: Part,
    /// Its outline.
    pub rect: Rect,
    /// What is missing.
    pub title: String,
    /// What that means.
    pub sentence: String,
    /// The button that fills it.
    pub action: Rect,
}

/// What flows along a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flow {
    /// Reads: dashed 5 3.
    Read,
    /// Writes: solid.
    Write,
    /// Between an instance and its volume: thin.
    Storage,
    /// Between Regions: dotted.
    Replication,
}

/// A flow from one card to another, at right angles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edge {
    /// What flows.
    pub flow: Flow,
    /// Its corners, from start to end.
    pub points: Vec<Point>,
    /// Place of the card it leaves, in [`Diagram::nodes`].
    pub from: usize,
    /// Place of the card it enters.
    pub to: usize,
    /// The parts whose selection lights it.
    pub parts: Vec<Part>,
    /// Whether an arrowhead marks the end.
    pub arrow: bool,
    /// Whether it enters from the gutter, where the arrowhead shows only while it is lit.
    pub gutter: bool,
}

/// A stretch of line at rest: shared stretches appear once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Line {
    /// What flows.
    pub flow: Flow,
    /// Its left or upper end.
    pub from: Point,
    /// Its right or lower end.
    pub to: Point,
    /// Whether it is the short way from a gutter to a card: thin and solid.
    pub stub: bool,
}

/// An arrowhead of 8 px at rest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Arrow {
    /// Its point.
    pub tip: Point,
    /// Whether it points right; else down.
    pub right: bool,
}

/// Joins instances that scale together: two parallel lines 4 px apart along `points`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tie {
    /// The corners of the way between the two lines.
    pub points: Vec<Point>,
    /// The circle of 20 px with the link; none inside a column.
    pub link: Option<Rect>,
}

/// A whole drawing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagram {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// What it is.
    pub title: String,
    /// What it shows, in sentences.
    pub description: String,
    /// Regions and VPC, outer ones first.
    pub frames: Vec<Frame>,
    /// Zone columns, left to right.
    pub zones: Vec<ZoneColumn>,
    /// Missing cards.
    pub slots: Vec<Slot>,
    /// Cards, in the order in which Tab and screen readers meet them.
    pub nodes: Vec<Node>,
    /// Flows from card to card, for lighting a path.
    pub edges: Vec<Edge>,
    /// The same flows at rest.
    pub lines: Vec<Line>,
    /// Stretches of 12 px of a write across a read line, which is interrupted there.
    pub crossings: Vec<Line>,
    /// Arrowheads at rest.
    pub arrows: Vec<Arrow>,
    /// What scales together.
    pub ties: Vec<Tie>,
    /// The circle of 28 px on the way to other Regions.
    pub globe: Option<Rect>,
}
