//! Small cards below the phone's drawing, for what has findings and no card above.

use crate::design::Part;

use super::access::describe;
use super::metrics::start;
use super::model::{Badge, NodeKind, Rect, Style};
use super::sheet::Sheet;

/// What the phone's drawing may leave out, and its words.
const PARTS: [(Part, &str, &str); 9] = [
    (Part::Design, "region", "Region"),
    (Part::Vpc, "vpc", "Network"),
    (Part::Cluster, "cluster", "Cluster"),
    (Part::ReaderEndpoint, "reader-endpoint", "Reader endpoint"),
    (Part::Secret, "secret", "Secret"),
    (Part::Kms, "kms", "KMS key"),
    (Part::Monitoring, "monitoring", "CloudWatch"),
    (Part::Backups, "backups", "Backups"),
    (Part::Usage, "usage", "Usage"),
];
const HEIGHT: i32 = 32;
const GAP: i32 = 8;

/// Draws them, two in a row.
pub(super) fn draw(sheet: &mut Sheet<'_>) {
    let drawn = |part| sheet.diagram.nodes.iter().any(|node| node.part == part);
    let missing: Vec<_> = PARTS
        .into_iter()
        .filter(|(part, ..)| sheet.counts(*part).worst().is_some() && !drawn(*part))
        .collect();
    // Replication runs down the left edge.
    let left = if sheet.design.secondaries().is_empty() { 0 } else { 32 };
    let width = (sheet.metrics.width - left - GAP) / 2;
    let mut bottom = sheet.rows.bottom;
    for ((part, key, name), place) in missing.into_iter().zip(0..) {
        let x = left + place % 2 * (width + GAP);
        let y = sheet.rows.bottom + 12 + place / 2 * (HEIGHT + GAP);
        let rect = Rect::new(x, y, width, HEIGHT);
        let mut node = sheet.node(key, part, NodeKind::Service, rect, name);
        node.texts.push(start(x + 12, y + 21, Style::Name, name));
        node.badge =
            node.worst.map(|severity| Badge { severity, rect: Rect::new(rect.right() - 28, y + 8, 16, 16) });
        describe(&mut node, &[]);
        sheet.push(node);
        bottom = rect.bottom();
    }
    sheet.rows.bottom = bottom;
    sheet.diagram.height = bottom;
}
