//! A chart as a standalone SVG in the colors of a theme.

use std::fmt::Write as _;

use crate::formats::escape::xml_text;
use crate::formats::svg::{FONTS, Palette, Theme, palette, styled};

use super::{Chart, Ink, Stroke};

/// Around the chart, in pixels.
const MARGIN: i32 = 16;

/// The chart as a file of its own; the description holds the figures of its table.
pub fn chart_svg(chart: &Chart, theme: Theme) -> String {
    let palette = palette(theme);
    let (width, height) = (chart.width + 2 * MARGIN, chart.height + 2 * MARGIN);
    let mut out = String::new();
    // Writing to a String can't fail, here and below.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{0} {0} {width} {height}" width="{width}" height="{height}" font-family="{FONTS}" font-size="12" style="font-variant-numeric: tabular-nums" role="img" aria-labelledby="title desc">"#,
        -MARGIN
    );
    let _ = writeln!(out, r#"<title id="title">{}</title>"#, xml_text(&chart.title));
    let _ = writeln!(out, r#"<desc id="desc">{}</desc>"#, xml_text(&chart.description));
    let _ = writeln!(
        out,
        r#"<rect x="{0}" y="{0}" width="{width}" height="{height}" fill="{1}"/>"#,
        -MARGIN, palette.panel
    );
    for bar in &chart.bars {
        let rect = bar.rect;
        let _ = writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="{}"/>"#,
            rect.x,
            rect.y,
            rect.width,
            rect.height,
            color(palette, bar.ink)
        );
    }
    for line in &chart.grid {
        // A line of one pixel is sharp between the pixels' edges.
        stroke(&mut out, palette, line, r#" transform="translate(.5 .5)""#);
    }
    for line in &chart.lines {
        stroke(&mut out, palette, line, r#" stroke-width="2" stroke-linejoin="round""#);
    }
    for mark in &chart.marks {
        let _ = writeln!(
            out,
            r#"<path transform="translate({} {})" d="{}" fill="{}" stroke="{}" stroke-width="1.5"/>"#,
            mark.at.x,
            mark.at.y,
            mark.shape.path(),
            color(palette, mark.ink),
            palette.panel
        );
    }
    for text in &chart.texts {
        out.push_str(&styled(text, palette));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn stroke(out: &mut String, palette: &Palette, line: &Stroke, look: &str) {
    let _ =
        write!(out, r#"<path d="{}" fill="none" stroke="{}"{look}"#, line.path(), color(palette, line.ink));
    if let Some(dashes) = line.pattern.dashes() {
        let _ = write!(out, r#" stroke-dasharray="{dashes}""#);
    }
    out.push_str("/>\n");
}

const fn color(palette: &Palette, ink: Ink) -> &'static str {
    match ink {
        Ink::First => palette.accent,
        Ink::Second => palette.note,
        Ink::Third => palette.warning,
        Ink::Fourth => palette.edge,
        Ink::Faint => palette.track,
    }
}
