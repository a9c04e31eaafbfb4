//! What shapes stand for: the classes of the page's style sheet, and what a file takes its colors from.

use crate::design::Word as _;
use crate::rules::Severity;

use super::model::{Align, Flow, Style};

/// What a shape stands for, from which a painter takes its colors and strokes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Look {
    /// The outline of a Region.
    Region,
    /// The dotted outline of the VPC.
    Vpc,
    /// Where that outline makes room for its name.
    VpcGap,
    /// The ground of a zone.
    Zone,
    /// The dashed place of what is missing.
    EmptySlot,
    /// A line at rest.
    Line(Flow),
    /// The short way from a gutter to a card.
    Stub,
    /// The ground that interrupts a read where a write crosses it.
    Halo,
    /// An arrowhead at rest.
    Arrow,
    /// A line of what is selected.
    Lit(Flow),
    /// Its arrowhead.
    LitArrow,
    /// The ground of a card.
    Card,
    /// An icon on a card.
    Glyph,
    /// The icon in a circle on a line.
    Sign,
    /// All of a gauge's scale.
    GaugeTrack,
    /// From minimum to maximum.
    GaugeBand,
    /// The typical capacity.
    GaugeTick,
    /// The line that joins the copies of a volume.
    CopiesLine,
    /// A copy of a volume.
    Copy,
    /// Its upper edge.
    CopyLid,
    /// Where lines leave the proxy.
    Port,
    /// The sign of the worst finding.
    Badge(Severity),
    /// The filled shape of a severity.
    BadgeBody(Severity),
    /// The sign on it.
    BadgeSign,
    /// The outer edge of a tie.
    TieOuter,
    /// Its inside.
    TieCore,
    /// The circle on a tie, and on the way to other Regions.
    TieLink,
    /// Where a button of the page can be hit.
    Hit,
    /// What is seen of it.
    Button,
    /// The sign on it.
    Plus,
}

impl Look {
    /// The class that the page's style sheet knows it by.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Vpc => "vpc",
            Self::VpcGap => "vpc-gap",
            Self::Zone => "zone",
            Self::EmptySlot => "empty-slot",
            Self::Line(_) | Self::Stub | Self::Lit(_) => "edge",
            Self::Halo => "edge-halo",
            Self::Arrow => "arrow",
            Self::LitArrow => "arrow-hot",
            Self::Card => "card",
            Self::Glyph | Self::Sign => "glyph",
            Self::GaugeTrack => "gauge-track",
            Self::GaugeBand => "gauge-band",
            Self::GaugeTick => "gauge-tick",
            Self::CopiesLine => "copies-line",
            Self::Copy => "copy",
            Self::CopyLid => "copy-lid",
            Self::Port => "port",
            Self::Badge(_) => "badge",
            Self::BadgeBody(_) => "badge-body",
            Self::BadgeSign => "badge-sign",
            Self::TieOuter => "tie-outer",
            Self::TieCore => "tie-core",
            Self::TieLink => "tie-link",
            Self::Hit => "hit",
            Self::Button => "button-frame",
            Self::Plus => "plus",
        }
    }

    /// Value of `data-kind`: what flows along a line.
    pub const fn kind(self) -> Option<&'static str> {
        match self {
            Self::Line(flow) | Self::Lit(flow) => Some(match flow {
                Flow::Read => "read",
                Flow::Write => "write",
                Flow::Storage => "storage",
                Flow::Replication => "replicate",
            }),
            Self::Stub => Some("stub"),
            _ => None,
        }
    }

    /// Value of `data-severity`.
    pub fn severity(self) -> Option<&'static str> {
        match self {
            Self::Badge(severity) => Some(severity.word()),
            _ => None,
        }
    }

    /// Value of `data-hot`: whether it belongs to what is selected.
    pub fn hot(self) -> Option<&'static str> {
        matches!(self, Self::Lit(_)).then_some("true")
    }
}

impl Style {
    /// The class that the page's style sheet knows it by.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Title => "dt-title",
            Self::Name => "dt-name",
            Self::Figure => "dt-figure",
            Self::Meta => "dt-meta",
            Self::Caption => "dt-cap",
        }
    }
}

impl Align {
    /// Value of `text-anchor`; none where a text begins at its place, as texts do.
    pub const fn anchor(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Middle => Some("middle"),
            Self::End => Some("end"),
        }
    }
}
