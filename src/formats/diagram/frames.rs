//! The outlines of the Region and of the VPC, with what stands in their heads.

use crate::design::{Design, Part, Vpc};

use super::access::Access;
use super::metrics::{end, first_fit, fit, start, text_width};
use super::model::{Badge, Counts, Frame, Rect, Style};
use super::sheet::Sheet;
use super::words;

/// The Region's frame with what stands in its head, and the VPC's.
pub(super) fn draw(sheet: &mut Sheet<'_>, access: &Access) {
    let (design, metrics, rows) = (sheet.design, sheet.metrics, sheet.rows);
    let (left, right) = (metrics.region, metrics.width - metrics.region);
    let counts = sheet.counts(Part::Design);
    let (before, after) = (access.clients_left - left - 12, right - access.clients_right - 12);
    let code = design.region.code;
    let engines = words::engine(design);
    let engine = engines.first().cloned().unwrap_or_default();
    let shown = first_fit(&engines, Style::Title, after).unwrap_or_else(|| fit(&engine, Style::Title, after));
    let pausing = first_fit(&words::pausing(design), Style::Meta, after).unwrap_or_default();
    let rect = Rect::new(0, 0, metrics.width, rows.bottom);
    let badge = badge(counts, left + text_width(code, Style::Title) + 6, 14);
    let said = [format!("Region {code}, {}", design.region.name), engine.clone(), pausing.clone()];
    sheet.diagram.frames.push(Frame {
        part: Part::Design,
        rect,
        dotted: false,
        opening: None,
        texts: vec![
            start(left, 27, Style::Title, code),
            start(left, 44, Style::Meta, fit(design.region.place(), Style::Meta, before)),
            end(right, 27, Style::Title, shown),
            end(right, 44, Style::Meta, pausing),
        ],
        badge,
        counts,
        label: said.into_iter().chain(words::findings(counts)).collect::<Vec<_>>().join(", "),
    });
    vpc_frame(sheet, access);
}

fn vpc_frame(sheet: &mut Sheet<'_>, access: &Access) {
    let (design, metrics, rows) = (sheet.design, sheet.metrics, sheet.rows);
    let counts = sheet.counts(Part::Vpc);
    let name = vpc(design);
    let rect = Rect::new(
        metrics.region,
        rows.vpc,
        metrics.width - 2 * metrics.region,
        rows.services - 16 - rows.vpc,
    );
    // Between the way into the first cell and the way into the middle one, so that no line crosses the name.
    let x = access.first + 24;
    let room = metrics.width / 2 - x - 20;
    let sign = if counts.worst().is_some() { 20 } else { 0 };
    let text = fit(&name, Style::Caption, room - sign);
    let width = text_width(&text, Style::Caption);
    sheet.diagram.frames.push(Frame {
        part: Part::Vpc,
        rect,
        dotted: true,
        opening: Some(Rect::new(x - 6, rows.vpc - 8, width + 12 + sign, 16)),
        texts: vec![start(x, rows.vpc + 4, Style::Caption, text)],
        badge: badge(counts, x + width + 2, rows.vpc - 8),
        counts,
        label: std::iter::once(name).chain(words::findings(counts)).collect::<Vec<_>>().join(", "),
    });
}

fn badge(counts: Counts, x: i32, y: i32) -> Option<Badge> {
    counts.worst().map(|severity| Badge { severity, rect: Rect::new(x, y, 16, 16) })
}

fn vpc(design: &Design) -> String {
    let network = &design.cluster.network;
    match network.vpc {
        Vpc::Create => format!("VPC {}", design.cidr()),
        Vpc::Existing => match network.vpc_id.as_deref() {
            Some(id) if !id.is_empty() => format!("VPC {id}"),
            _ => "Existing VPC".to_owned(),
        },
    }
}
