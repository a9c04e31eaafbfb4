//! The diagram as a standalone SVG: text as text, its own colors, nothing fetched.

use std::fmt::Write;

use crate::rules::Severity;

use super::diagram::{
    Align, Arrow, Badge, Diagram, Flow, Frame, Gauge, Glyph, Line, Node, Point, Rect, Slot, Style, Text, Tie,
    badge_body, badge_sign,
};
use super::escape::xml_text;

/// Which palette to draw with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
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
    text: [&'static str; 3],
    pub(super) track: &'static str,
    band: &'static str,
    pub(super) accent: &'static str,
    error: &'static str,
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
    pen.draw(diagram);
    pen.line(format_args!("</svg>"));
    pen.out
}

/// Width and height of the file, in pixels.
pub const fn size(diagram: &Diagram) -> (i32, i32) {
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
        // Writing into a string can't fail.
        let _ = self.out.write_fmt(text);
        self.out.push('\n');
    }

    fn draw(&mut self, diagram: &Diagram) {
        for frame in &diagram.frames {
            self.frame(frame);
        }
        for zone in &diagram.zones {
            self.plain(zone.rect, 8, self.palette.zone);
            self.text(&zone.title);
        }
        for slot in &diagram.slots {
            self.slot(slot);
        }
        for line in diagram.lines.iter().filter(|line| line.flow == Flow::Read) {
            self.edge(line);
        }
        for Line { from, to, .. } in &diagram.crossings {
            self.path(&[*from, *to], format_args!(r#"stroke="{}" stroke-width="7""#, self.palette.panel));
        }
        for line in diagram.lines.iter().filter(|line| line.flow != Flow::Read) {
            self.edge(line);
        }
        for arrow in &diagram.arrows {
            self.arrow(*arrow);
        }
        for node in &diagram.nodes {
            self.node(node);
        }
        for tie in &diagram.ties {
            self.tie(tie);
        }
        if let Some(globe) = diagram.globe {
            self.pill(globe, Glyph::Globe, 16);
        }
    }

    fn frame(&mut self, frame: &Frame) {
        let palette = self.palette;
        if frame.dotted {
            let look =
                format_args!(r#"fill="none" stroke="{}" stroke-dasharray="2 4""#, palette.line_control);
            self.outline(frame.rect, 8, look);
        } else {
            let look = format_args!(r#"fill="{}" stroke="{}""#, palette.panel, palette.line);
            self.outline(frame.rect, 10, look);
        }
        if let Some(opening) = frame.opening {
            self.plain(opening, 0, palette.panel);
        }
        for text in &frame.texts {
            self.text(text);
        }
        self.badge(frame.badge);
    }

    fn slot(&mut self, slot: &Slot) {
        let (rect, center) = (slot.rect, slot.rect.center());
        let look =
            format_args!(r#"fill="none" stroke="{}" stroke-dasharray="4 4""#, self.palette.line_control);
        self.outline(rect, 6, look);
        for (text, y, style) in [(&slot.title, -4, Style::Name), (&slot.sentence, 13, Style::Meta)] {
            let at = Point { x: center.x, y: center.y + y };
            self.text(&Text { at, align: Align::Middle, style, text: text.clone() });
        }
    }

    fn edge(&mut self, line: &Line) {
        let look = match (line.flow, line.stub) {
            (Flow::Read, false) => r#"stroke-width="1.5" stroke-dasharray="5 3""#,
            (Flow::Write, false) => r#"stroke-width="1.5" stroke-linecap="square""#,
            (Flow::Storage, _) | (_, true) => r#"stroke-width="1" stroke-linecap="square""#,
            (Flow::Replication, false) => {
                r#"stroke-width="2" stroke-linecap="round" stroke-dasharray="0.1 4.9""#
            }
        };
        // A line of one pixel is sharp between the pixels' edges.
        let sharp =
            if line.stub || line.flow == Flow::Storage { r#" transform="translate(.5 .5)""# } else { "" };
        self.path(&[line.from, line.to], format_args!(r#"stroke="{}" {look}{sharp}"#, self.palette.edge));
    }

    fn arrow(&mut self, Arrow { tip, right }: Arrow) {
        let Point { x, y } = tip;
        let shape = if right {
            format!("M{} {}v8l7-4z", x - 8, y - 4)
        } else {
            format!("M{} {}h8l-4 7z", x - 4, y - 8)
        };
        self.line(format_args!(r#"<path d="{shape}" fill="{}"/>"#, self.palette.edge));
    }

    fn node(&mut self, node: &Node) {
        let palette = self.palette;
        self.line(format_args!(r#"<g role="img" aria-label="{}">"#, xml_text(&node.label)));
        self.outline(
            node.rect,
            6,
            format_args!(r#"fill="{}" stroke="{}""#, palette.raised, palette.line_soft),
        );
        for (glyph, rect) in &node.glyphs {
            self.glyph(*glyph, *rect, palette.text[1]);
        }
        for text in &node.texts {
            self.text(text);
        }
        if let Some(gauge) = node.gauge {
            self.gauge(gauge);
        }
        self.copies(&node.copies);
        for port in &node.ports {
            self.line(format_args!(
                r#"<circle cx="{}" cy="{}" r="3" fill="{}" stroke="{}" stroke-width="1.5"/>"#,
                port.x, port.y, palette.raised, palette.edge
            ));
        }
        self.badge(node.badge);
        self.line(format_args!("</g>"));
    }

    fn gauge(&mut self, gauge: Gauge) {
        let (track, palette) = (gauge.track, self.palette);
        let radius = track.height / 2;
        self.plain(track, radius, palette.track);
        // A range of one capacity still shows.
        let width = (gauge.max - gauge.min).max(track.height);
        let start = gauge.min.min(track.width - width);
        self.plain(Rect { x: track.x + start, width, ..track }, radius, palette.band);
        let tick = Rect::new(track.x + gauge.typical - 1, track.y - 3, 2, track.height + 6);
        self.plain(tick, 0, palette.text[0]);
    }

    fn copies(&mut self, copies: &[Rect]) {
        let (Some(first), Some(last)) = (copies.first(), copies.last()) else { return };
        let palette = self.palette;
        let line = [first.center(), last.center()];
        self.path(&line, format_args!(r#"stroke="{}" stroke-width="1.25""#, palette.edge));
        for Rect { x, y, .. } in copies {
            let look = format_args!(r#"stroke="{}" stroke-width="1.25""#, palette.text[2]);
            self.line(format_args!(
                r#"<path d="M{x} {y}m0 3.5a9 3.5 0 0 1 18 0v15a9 3.5 0 0 1-18 0z" fill="{}" {look}/>"#,
                palette.zone
            ));
            self.line(format_args!(r#"<path d="M{x} {y}m0 3.5a9 3.5 0 0 0 18 0" fill="none" {look}/>"#));
        }
    }

    fn tie(&mut self, tie: &Tie) {
        let palette = self.palette;
        let (outer, inner) = (palette.text[1], palette.zone);
        self.path(&tie.points, format_args!(r#"stroke="{outer}" stroke-width="5""#));
        self.path(&tie.points, format_args!(r#"stroke="{inner}" stroke-width="2.5""#));
        if let Some(link) = tie.link {
            self.pill(link, Glyph::Link, 12);
        }
    }

    fn pill(&mut self, rect: Rect, glyph: Glyph, size: i32) {
        let (palette, center) = (self.palette, rect.center());
        self.line(format_args!(
            r#"<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.25"/>"#,
            center.x,
            center.y,
            rect.width / 2,
            palette.raised,
            palette.text[1]
        ));
        let inside = Rect::new(center.x - size / 2, center.y - size / 2, size, size);
        self.glyph(glyph, inside, palette.text[0]);
    }

    fn badge(&mut self, badge: Option<Badge>) {
        let Some(Badge { severity, rect }) = badge else { return };
        let palette = self.palette;
        let color = match severity {
            Severity::Error => palette.error,
            Severity::Warning => palette.warning,
            Severity::Note => palette.note,
        };
        let (body, sign) = (badge_body(severity), badge_sign(severity));
        self.line(format_args!(
            r#"<g transform="{}"><path d="{body}" fill="{color}"/><path d="{sign}" fill="none" stroke="{}" stroke-width="1.75" stroke-linecap="round"/></g>"#,
            place(rect),
            palette.on_severity
        ));
    }

    fn glyph(&mut self, glyph: Glyph, rect: Rect, color: &str) {
        self.line(format_args!(
            r#"<path transform="{}" d="{}" fill="none" stroke="{color}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>"#,
            place(rect),
            glyph.path()
        ));
    }

    fn text(&mut self, text: &Text) {
        self.out.push_str(&styled(text, self.palette));
        self.out.push('\n');
    }

    /// A rectangle without an outline.
    fn plain(&mut self, Rect { x, y, width, height }: Rect, radius: i32, fill: &str) {
        self.line(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>"#
        ));
    }

    /// A rectangle whose outline lies inside it, on whole pixels.
    fn outline(&mut self, Rect { x, y, width, height }: Rect, radius: i32, look: std::fmt::Arguments<'_>) {
        let (width, height) = (width - 1, height - 1);
        self.line(format_args!(
            r#"<rect x="{x}.5" y="{y}.5" width="{width}" height="{height}" rx="{radius}" {look}/>"#
        ));
    }

    fn path(&mut self, points: &[Point], look: std::fmt::Arguments<'_>) {
        let mut shape = String::new();
        for (Point { x, y }, place) in points.iter().zip(0..) {
            let _ = write!(shape, "{}{x} {y}", if place == 0 { 'M' } else { 'L' });
        }
        self.line(format_args!(r#"<path d="{shape}" fill="none" {look}/>"#));
    }
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

/// Puts a drawing of 16 × 16 px into a square.
fn place(rect: Rect) -> String {
    let Rect { x, y, width, .. } = rect;
    match width {
        16 => format!("translate({x} {y})"),
        _ => format!("translate({x} {y}) scale({}.{:04})", width / 16, width % 16 * 625),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_of_another_size_scales_exactly() {
        assert_eq!(place(Rect::new(1, 2, 16, 16)), "translate(1 2)");
        assert_eq!(place(Rect::new(1, 2, 12, 12)), "translate(1 2) scale(0.7500)");
        assert_eq!(place(Rect::new(1, 2, 14, 14)), "translate(1 2) scale(0.8750)");
    }
}
