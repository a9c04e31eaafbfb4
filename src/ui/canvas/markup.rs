//! What is only looked at, as markup: lines, marks and what stands on a card. One string is far quicker to put on the
//! page than its elements one by one, and nothing in it takes an event.

use std::fmt::Write as _;

use crate::design::Word as _;
use crate::formats::diagram::{
    Align, Badge, Diagram, Edge, Flow, Frame, Gauge, Glyph, Line, Node, Point, Rect, Style, Text, Tie,
    badge_body, badge_sign,
};
use crate::formats::svg::escaped;
use crate::ui::browser::Piece;

/// Adds to markup. Writing to a String cannot fail.
macro_rules! add {
    ($out:expr, $($piece:tt)*) => {
        let _ = write!($out, $($piece)*);
    };
}

/// The lines under the cards, reads first, so that a write that crosses them lies on clean ground.
pub(super) fn lines(diagram: &Diagram) -> String {
    let mut out = String::new();
    let reads = |line: &&Line| line.flow == Flow::Read;
    for line in diagram.lines.iter().filter(reads) {
        plain(&mut out, line);
    }
    for Line { from, to, .. } in &diagram.crossings {
        add!(out, r#"<path class="edge-halo" d="M{} {}L{} {}"/>"#, from.x, from.y, to.x, to.y);
    }
    for line in diagram.lines.iter().filter(|line| !reads(line)) {
        plain(&mut out, line);
    }
    for arrow in &diagram.arrows {
        add!(out, r#"<path class="arrow" d="{}"/>"#, head(arrow.tip, arrow.right));
    }
    out
}

fn plain(out: &mut String, line: &Line) {
    let kind = if line.stub { "stub" } else { kind(line.flow) };
    let (from, to) = (line.from, line.to);
    add!(out, r#"<path class="edge" data-kind="{kind}" d="M{} {}L{} {}"/>"#, from.x, from.y, to.x, to.y);
}

const fn kind(flow: Flow) -> &'static str {
    match flow {
        Flow::Read => "read",
        Flow::Write => "write",
        Flow::Storage => "storage",
        Flow::Replication => "replicate",
    }
}

fn head(tip: Point, right: bool) -> String {
    if right { format!("M{} {}l-8 -4v8z", tip.x, tip.y) } else { format!("M{} {}l-4 -8h8z", tip.x, tip.y) }
}

fn way(points: &[Point]) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        add!(path, "{}{} {}", if place == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
    path
}

/// A flow of the selected part, over everything but the cards.
pub(super) fn lit(out: &mut String, edge: &Edge) {
    let path = way(&edge.points);
    add!(out, r#"<path class="edge" data-hot="true" data-kind="{}" d="{path}"/>"#, kind(edge.flow));
    if let Some(tip) = edge.points.last().copied().filter(|_| edge.arrow) {
        let before = edge.points.iter().rev().nth(1).copied().unwrap_or(tip);
        add!(out, r#"<path class="arrow-hot" d="{}"/>"#, head(tip, before.y == tip.y));
    }
}

/// What lies over the cards: the ties of those that scale with the writer, and the mark of a Global Database.
pub(super) fn ties(diagram: &Diagram) -> String {
    let mut out = String::new();
    for tie in &diagram.ties {
        tied(&mut out, tie);
    }
    if let Some(rect) = diagram.globe {
        let center = rect.center();
        let inner = Rect::new(center.x - 8, center.y - 8, 16, 16);
        mark(&mut out, rect, rect.width / 2, Glyph::Globe, inner);
    }
    out
}

fn tied(out: &mut String, tie: &Tie) {
    let path = way(&tie.points);
    add!(out, r#"<path class="tie-outer" d="{path}"/><path class="tie-core" d="{path}"/>"#);
    if let Some(rect) = tie.link {
        let center = rect.center();
        mark(out, rect, 10, Glyph::Link, Rect::new(center.x - 6, center.y - 6, 12, 12));
    }
}

fn mark(out: &mut String, rect: Rect, radius: i32, sign: Glyph, inner: Rect) {
    let center = rect.center();
    add!(out, r#"<circle class="tie-link" cx="{}" cy="{}" r="{radius}"/>"#, center.x, center.y);
    glyph(out, sign, inner);
}

/// What is drawn of a frame.
pub(super) fn frame(frame: &Frame) -> String {
    let mut out = String::new();
    let (class, radius) = if frame.dotted { ("vpc", 8) } else { ("region", 10) };
    rect(&mut out, class, frame.rect, radius);
    if let Some(gap) = frame.opening {
        rect(&mut out, "vpc-gap", gap, 0);
    }
    for one in &frame.texts {
        text(&mut out, one);
    }
    if let Some(found) = frame.badge {
        badge(&mut out, found);
    }
    out
}

fn rect(out: &mut String, class: &str, Rect { x, y, width, height }: Rect, radius: i32) {
    add!(out, r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>"#);
}

/// A button with a plus sign: a place to hit, its frame, the sign.
pub(super) fn plus(at: Rect) -> String {
    let mut out = String::new();
    let center = at.center();
    rect(&mut out, "hit", Rect::new(center.x - 16, center.y - 16, 32, 32), 0);
    rect(&mut out, "", at, 4);
    add!(out, r#"<path d="M{} {}v10M{} {}h10"/>"#, center.x, center.y - 5, center.x - 5, center.y);
    out
}

/// What stands on a card.
pub(super) fn card(node: &Node) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = |draw: &dyn Fn(&mut String)| {
        let mut piece = Piece::default();
        draw(&mut piece.open);
        pieces.push(piece);
    };
    piece(&|out| rect(out, "card", node.rect, 6));
    for (sign, place) in &node.glyphs {
        piece(&|out| glyph(out, *sign, *place));
    }
    if let Some(Gauge { track, min, max, typical }) = node.gauge {
        let band = Rect { x: track.x + min, width: (max - min).max(2), ..track };
        piece(&|out| rect(out, "gauge-track", track, track.height / 2));
        piece(&|out| rect(out, "gauge-band", band, 2));
        let tick = Rect::new(track.x + typical - 1, track.y - 3, 2, track.height + 6);
        piece(&|out| rect(out, "gauge-tick", tick, 0));
    }
    if !node.copies.is_empty() {
        piece(&|out| copies(out, &node.copies));
    }
    for at in &node.ports {
        piece(&|out| {
            add!(out, r#"<circle class="port" cx="{}" cy="{}" r="4"/>"#, at.x, at.y);
        });
    }
    if let Some(found) = node.badge {
        piece(&|out| badge(out, found));
    }
    // Last, because nothing of a card lies on its words.
    pieces.extend(node.texts.iter().map(text_piece));
    pieces
}

/// The six copies of a volume on the line that joins them.
fn copies(out: &mut String, copies: &[Rect]) {
    let (Some(first), Some(last)) = (copies.first(), copies.last()) else { return };
    let (start, end) = (first.center(), last.center());
    add!(out, r#"<g><path class="copies-line" d="M{} {}H{}"/>"#, start.x, start.y, end.x);
    for copy in copies {
        let (x, y, bottom) = (copy.x, copy.y + 4, copy.bottom() - 4);
        let (half, width) = (copy.width / 2, copy.right() - x);
        add!(
            out,
            r#"<path class="copy" d="M{x} {y}a{half} 4 0 0 1 {width} 0V{bottom}a{half} 4 0 0 1 -{width} 0z"/>"#
        );
        add!(out, r#"<path class="copy-lid" d="M{x} {y}a{half} 4 0 0 0 {width} 0"/>"#);
    }
    out.push_str("</g>");
}

/// A width in units of the 16 px in which glyphs are drawn, exactly. Printing a float would add 20 KB to the app.
fn sixteenths(width: i32) -> String {
    format!("{}.{:04}", width / 16, width % 16 * 625)
}

fn glyph(out: &mut String, glyph: Glyph, rect: Rect) {
    let scale = sixteenths(rect.width);
    let path = glyph.path();
    add!(
        out,
        r#"<path class="glyph" d="{path}" transform="translate({} {}) scale({scale})"/>"#,
        rect.x,
        rect.y
    );
}

/// A text of a drawing.
pub(in crate::ui) fn text(out: &mut String, text: &Text) {
    let Piece { open, text, close } = text_piece(text);
    add!(out, "{open}{}{close}", escaped(&text));
}

fn text_piece(text: &Text) -> Piece {
    let class = match text.style {
        Style::Title => "dt-title",
        Style::Name => "dt-name",
        Style::Figure => "dt-figure",
        Style::Meta => "dt-meta",
        Style::Caption => "dt-cap",
    };
    let anchor = match text.align {
        Align::Start => "",
        Align::Middle => r#" text-anchor="middle""#,
        Align::End => r#" text-anchor="end""#,
    };
    let (x, y) = (text.at.x, text.at.y);
    let open = format!(r#"<text class="{class}" x="{x}" y="{y}"{anchor}>"#);
    Piece { open, text: text.text.clone(), close: "</text>" }
}

fn badge(out: &mut String, badge: Badge) {
    let Rect { x, y, width, .. } = badge.rect;
    let (word, body, sign) = (badge.severity.word(), badge_body(badge.severity), badge_sign(badge.severity));
    let scale = sixteenths(width);
    add!(
        out,
        r#"<g class="badge" data-severity="{word}" transform="translate({x} {y}) scale({scale})"><path class="badge-body" d="{body}"/><path class="badge-sign" d="{sign}"/></g>"#
    );
}
