//! The diagram as a standalone SVG: text as text, its own colors, nothing fetched.

use std::fmt::Write;

use crate::rules::Severity;

use super::diagram::{Align, Diagram, Flow, Look, Node, Place, Point, Rect, Shape, Style, Text, outline};
use super::escape::xml_text;

/// Which palette to draw with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// That of a dark page, or of a light one.
    pub const fn of(dark: bool) -> Self {
        if dark { Self::Dark } else { Self::Light }
    }
}

/// What a drawing says of a card beside another drawing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Only this drawing has it, and it comes.
    New,
    /// Only this drawing has it, and it goes.
    Gone,
    /// Both have it, with other settings.
    Changed,
}

impl Mark {
    /// The word that stands for it in the file and in front of the card's label.
    const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }

    /// Its sign, so that color is not all that tells them apart: a plus, a minus, an unequal.
    const fn sign(self) -> &'static str {
        match self {
            Self::New => "M-4 0H4M0 -4V4",
            Self::Gone => "M-4 0H4",
            Self::Changed => "M-4 -2H4M-4 2H4M2.5 -5L-2.5 5",
        }
    }

    /// How its ring is dashed.
    const fn dashes(self) -> &'static str {
        match self {
            Self::New => "",
            Self::Gone => r#" stroke-dasharray="6 4""#,
            Self::Changed => r#" stroke-dasharray="2 3""#,
        }
    }
}

/// The colors of a theme. A file that travels alone can't read the app's design tokens, so their values stand here.
pub(super) struct Palette {
    canvas: &'static str,
    pub(super) panel: &'static str,
    raised: &'static str,
    zone: &'static str,
    line: &'static str,
    line_soft: &'static str,
    line_control: &'static str,
    pub(super) edge: &'static str,
    pub(super) text: [&'static str; 3],
    pub(super) track: &'static str,
    band: &'static str,
    pub(super) accent: &'static str,
    pub(super) error: &'static str,
    pub(super) warning: &'static str,
    pub(super) note: &'static str,
    on_severity: &'static str,
}

const LIGHT: Palette = Palette {
    canvas: "#f5f6f7",
    panel: "#ffffff",
    raised: "#ffffff",
    zone: "#eceff0",
    line: "#dfe3e5",
    line_soft: "#c3cacd",
    line_control: "#7e898f",
    edge: "#7b868c",
    text: ["#14181a", "#424c52", "#5a656b"],
    track: "#dce1e3",
    band: "#6d9b9b",
    accent: "#0a6a6a",
    error: "#b0231a",
    warning: "#875000",
    note: "#2a5ca3",
    on_severity: "#ffffff",
};

const DARK: Palette = Palette {
    canvas: "#0e1112",
    panel: "#15191b",
    raised: "#1c2123",
    zone: "#0d1113",
    line: "#2a3134",
    line_soft: "#3d464a",
    line_control: "#717d83",
    edge: "#78848a",
    text: ["#eef1f2", "#b9c2c6", "#98a3a9"],
    track: "#2c3437",
    band: "#3f7f7b",
    accent: "#52cabf",
    error: "#ff8f80",
    warning: "#f0b357",
    note: "#93bbf4",
    on_severity: "#101314",
};

pub(super) const FONTS: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/// Around the drawing, in pixels.
const MARGIN: i32 = 16;

/// The drawing as a file of its own.
pub fn svg(diagram: &Diagram, theme: Theme) -> String {
    svg_marked(diagram, theme, |_| None)
}

/// The same, with the marks of a comparison at its cards.
pub fn svg_marked(diagram: &Diagram, theme: Theme, mark: impl Fn(&Node) -> Option<Mark>) -> String {
    let palette = palette(theme);
    let mut pen = Pen { out: String::new(), palette };
    let (width, height) = size(diagram);
    pen.line(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{0} {0} {width} {height}" width="{width}" height="{height}" font-family="{FONTS}" font-size="12" style="font-variant-numeric: tabular-nums" role="img" aria-labelledby="title desc">"#,
        -MARGIN
    ));
    pen.line(format_args!(r#"<title id="title">{}</title>"#, xml_text(&diagram.title)));
    pen.line(format_args!(r#"<desc id="desc">{}</desc>"#, xml_text(&diagram.description)));
    pen.line(format_args!(
        r#"<rect x="{0}" y="{0}" width="{width}" height="{height}" fill="{1}"/>"#,
        -MARGIN, palette.canvas
    ));
    pen.draw(diagram, mark);
    pen.line(format_args!("</svg>"));
    pen.out
}

/// Width and height of the file, in pixels.
const fn size(diagram: &Diagram) -> (i32, i32) {
    (diagram.width + 2 * MARGIN, diagram.height + 2 * MARGIN)
}

/// The colors of a theme.
pub(super) const fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

struct Pen {
    out: String,
    palette: &'static Palette,
}

impl Pen {
    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        self.write(text);
        self.out.push('\n');
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a string can't fail.
        let _ = self.out.write_fmt(text);
    }

    fn draw(&mut self, diagram: &Diagram, mark: impl Fn(&Node) -> Option<Mark>) {
        diagram.frames.iter().for_each(|frame| self.shapes(&frame.shapes()));
        diagram.zones.iter().for_each(|zone| self.shapes(&zone.shapes()));
        diagram.slots.iter().for_each(|slot| self.shapes(&slot.shapes(false)));
        self.shapes(&diagram.line_shapes());
        for node in &diagram.nodes {
            let mark = mark(node);
            let word = mark.map(|mark| format!("{}: ", mark.word())).unwrap_or_default();
            self.line(format_args!(r#"<g role="img" aria-label="{word}{}">"#, xml_text(&node.label)));
            self.shapes(&node.shapes());
            if let Some(mark) = mark {
                self.mark(node.rect, mark);
            }
            self.line(format_args!("</g>"));
        }
        self.shapes(&diagram.tie_shapes());
    }

    /// A ring around a card, and a sign on its upper right corner.
    fn mark(&mut self, card: Rect, mark: Mark) {
        let color = match mark {
            Mark::New => self.palette.accent,
            Mark::Gone => self.palette.error,
            Mark::Changed => self.palette.warning,
        };
        let Rect { x, y, width, height } = card;
        let (word, dashes, sign, on) = (mark.word(), mark.dashes(), mark.sign(), self.palette.on_severity);
        self.line(format_args!(
            r#"<g data-mark="{word}"><rect x="{}" y="{}" width="{}" height="{}" rx="8" fill="none" stroke="{color}" stroke-width="2.5"{dashes}/><g transform="translate({} {y})"><circle r="9" fill="{color}"/><path d="{sign}" stroke="{on}" stroke-width="1.75" stroke-linecap="round"/></g></g>"#,
            x - 2,
            y - 2,
            width + 4,
            height + 4,
            x + width,
        ));
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
            self.out.push('\n');
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { look, rect: Rect { x, y, width, height }, radius } => {
                let paint = self.paint(*look);
                self.write(format_args!(
                    r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" {paint}/>"#
                ));
            }
            Shape::Outline { look, rect, radius } => {
                let (paint, [x, y, width, height]) = (self.paint(*look), outline(*rect));
                self.write(format_args!(
                    r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" {paint}/>"#
                ));
            }
            Shape::Circle { look, center: Point { x, y }, radius } => {
                let paint = self.paint(*look);
                self.write(format_args!(r#"<circle cx="{x}" cy="{y}" r="{radius}" {paint}/>"#));
            }
            Shape::Path { look, data, place } => {
                let (paint, moved) = (self.paint(*look), transform(*place));
                // In the order in which files have had them from the first.
                let (before, after) = if matches!(place, Place::Square(_)) {
                    (moved.as_str(), "")
                } else {
                    ("", moved.as_str())
                };
                self.write(format_args!(r#"<path{before} d="{data}" {paint}{after}/>"#));
            }
            Shape::Text(text) => self.out.push_str(&styled(text, self.palette)),
            Shape::Group { place, shapes, .. } => {
                self.write(format_args!("<g{}>", transform(*place)));
                for shape in shapes {
                    self.shape(shape);
                }
                self.out.push_str("</g>");
            }
        }
    }

    /// Fill and stroke of what a shape stands for.
    fn paint(&self, look: Look) -> String {
        let palette = self.palette;
        let [first, second, third] = palette.text;
        let fill = |color: &str| format!(r#"fill="{color}""#);
        let stroke = |color: &str, more: &str| format!(r#"fill="none" stroke="{color}" {more}"#);
        let both = |fill: &str, color: &str, width: &str| format!(r#"fill="{fill}" stroke="{color}"{width}"#);
        match look {
            Look::Region => both(palette.panel, palette.line, ""),
            Look::Vpc => stroke(palette.line_control, r#"stroke-dasharray="2 4""#),
            Look::VpcGap => fill(palette.panel),
            Look::Zone => fill(palette.zone),
            Look::EmptySlot => stroke(palette.line_control, r#"stroke-dasharray="4 4""#),
            Look::Line(flow) => stroke(palette.edge, dashes(flow)),
            Look::Stub => stroke(palette.edge, dashes(Flow::Storage)),
            Look::Halo => stroke(palette.panel, r#"stroke-width="7""#),
            Look::Arrow => fill(palette.edge),
            Look::Lit(_) => stroke(palette.accent, r#"stroke-width="2.5""#),
            Look::LitArrow => fill(palette.accent),
            Look::Card => both(palette.raised, palette.line_soft, ""),
            Look::Glyph => stroke(second, ROUND),
            Look::Sign => stroke(first, ROUND),
            Look::GaugeTrack => fill(palette.track),
            Look::GaugeBand => fill(palette.band),
            Look::GaugeTick => fill(first),
            Look::CopiesLine => stroke(palette.edge, r#"stroke-width="1.25""#),
            Look::Copy => both(palette.zone, third, r#" stroke-width="1.25""#),
            Look::CopyLid => stroke(third, r#"stroke-width="1.25""#),
            Look::Port => both(palette.raised, palette.edge, r#" stroke-width="1.5""#),
            Look::Badge(severity) | Look::BadgeBody(severity) => fill(match severity {
                Severity::Error => palette.error,
                Severity::Warning => palette.warning,
                Severity::Note => palette.note,
            }),
            Look::BadgeSign => stroke(palette.on_severity, r#"stroke-width="1.75" stroke-linecap="round""#),
            Look::TieOuter => stroke(second, r#"stroke-width="5""#),
            Look::TieCore => stroke(palette.zone, r#"stroke-width="2.5""#),
            Look::TieLink => both(palette.raised, second, r#" stroke-width="1.25""#),
            Look::Hit => fill("none"),
            Look::Button => both(palette.raised, palette.line_soft, ""),
            Look::Plus => stroke(second, r#"stroke-width="1.5" stroke-linecap="round""#),
        }
    }
}

const ROUND: &str = r#"stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round""#;

/// Width, ends and dashes of a line at rest.
const fn dashes(flow: Flow) -> &'static str {
    match flow {
        Flow::Read => r#"stroke-width="1.5" stroke-dasharray="5 3""#,
        Flow::Write => r#"stroke-width="1.5" stroke-linecap="square""#,
        Flow::Storage => r#"stroke-width="1" stroke-linecap="square""#,
        Flow::Replication => r#"stroke-width="2" stroke-linecap="round" stroke-dasharray="0.1 4.9""#,
    }
}

/// Where a shape is put, as an attribute.
fn transform(place: Place) -> String {
    place.transform().map(|it| format!(r#" transform="{it}""#)).unwrap_or_default()
}

/// A text as an element.
pub(super) fn styled(text: &Text, palette: &Palette) -> String {
    let [first, second, third] = palette.text;
    let look = match text.style {
        Style::Title => format!(r#"font-size="13" font-weight="600" fill="{first}""#),
        Style::Name => format!(r#"font-weight="500" fill="{first}""#),
        Style::Figure => format!(r#"fill="{first}""#),
        Style::Meta => format!(r#"fill="{second}""#),
        Style::Caption => format!(r#"font-size="11" fill="{third}""#),
    };
    let anchor = match text.align {
        Align::Start => "",
        Align::Middle => r#" text-anchor="middle""#,
        Align::End => r#" text-anchor="end""#,
    };
    let Point { x, y } = text.at;
    format!(r#"<text x="{x}" y="{y}" {look}{anchor}>{}</text>"#, xml_text(&text.text))
}
