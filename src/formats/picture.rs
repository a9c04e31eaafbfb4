//! The picture of a load under its cluster: lines and areas that the page draws, and a standalone SVG of them.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::escape::xml_text;
use super::svg::{FONTS, Theme, palette};

/// What a line or an area of the picture is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Look {
    /// A line of the axis.
    Grid,
    /// From the least to the most of the three edges.
    Band,
    /// The plan edge, dashed.
    Plan,
    /// What is wanted, dotted, because it was made.
    Wanted,
    /// What was measured: the one solid line.
    Measured,
    /// The maximum.
    Max,
    /// Time in which less is given than wanted.
    Short,
    /// Time asleep.
    Paused,
    /// A resume.
    Resuming,
}

impl Look {
    /// The word that the style sheet knows it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Band => "band",
            Self::Plan => "plan",
            Self::Wanted => "wanted",
            Self::Measured => "measured",
            Self::Max => "max",
            Self::Short => "short",
            Self::Paused => "paused",
            Self::Resuming => "resuming",
        }
    }

    /// What the legend calls it; nothing for what needs no words.
    pub const fn legend(self) -> &'static str {
        match self {
            Self::Grid => "",
            Self::Band => "at least to at most",
            Self::Plan => "plan",
            Self::Wanted => "wanted",
            Self::Measured => "measured",
            Self::Max => "maximum",
            Self::Short => "short",
            Self::Paused => "paused",
            Self::Resuming => "resuming",
        }
    }

    /// Its dashes in SVG's words; none where it is solid.
    pub const fn dashes(self) -> &'static str {
        match self {
            Self::Plan => "5 3",
            Self::Wanted => "1 2",
            Self::Max => "8 3",
            _ => "",
        }
    }
}

/// Words in the picture.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Label {
    /// From the left, in pixels.
    pub x: i32,
    /// The base line, from the top.
    pub y: i32,
    /// `start`, `middle` or `end` in SVG's words.
    pub anchor: String,
    /// The words.
    pub text: String,
}

/// What is drawn, from back to front.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Its size, in pixels.
    pub size: (i32, i32),
    /// What it shows, in a sentence.
    pub title: String,
    /// Lines and areas, as paths.
    pub paths: Vec<(Look, String)>,
    /// Words.
    pub labels: Vec<Label>,
}

/// The picture as a file of its own, in light colors; `name` is what was played.
pub fn svg(picture: &Picture, name: &str) -> String {
    let colors = palette(Theme::Light);
    let (width, height) = picture.size;
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="{FONTS}" font-size="12" role="img" aria-labelledby="title desc">"#
    );
    // Writing to a String can't fail, here and below.
    let _ = write!(
        out,
        r#"<title id="title">{}</title><desc id="desc">{}</desc>"#,
        xml_text(name),
        xml_text(&picture.title)
    );
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{}"/>"#, colors.panel);
    for (look, path) in &picture.paths {
        let color = match look {
            Look::Grid => colors.track,
            Look::Band | Look::Plan => colors.accent,
            Look::Wanted | Look::Measured => colors.note,
            Look::Max => colors.edge,
            Look::Short => colors.error,
            Look::Paused | Look::Resuming => colors.warning,
        };
        let is_area = matches!(look, Look::Band | Look::Short | Look::Paused | Look::Resuming);
        let paint = if *look == Look::Band {
            format!(r#"fill="{color}" fill-opacity="0.2""#)
        } else if is_area {
            format!(r#"fill="{color}""#)
        } else {
            format!(r#"fill="none" stroke="{color}" stroke-dasharray="{}""#, look.dashes())
        };
        let _ = writeln!(out, r#"<path d="{path}" {paint}/>"#);
    }
    for label in &picture.labels {
        let _ = writeln!(
            out,
            r#"<text x="{}" y="{}" text-anchor="{}" fill="{}">{}</text>"#,
            label.x,
            label.y,
            label.anchor,
            colors.text[1],
            xml_text(&label.text)
        );
    }
    out.push_str("</svg>\n");
    out
}
