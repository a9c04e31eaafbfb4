//! The volume under the zones, and the services below the VPC.

use crate::design::{Credentials, Design, KmsKey, Part, StorageType};
use crate::estimate::alarms;
use crate::rules::many;

use super::access::{corner_badge, describe};
use super::glyphs::Glyph;
use super::metrics::{end, first_fit, fit, middle, start, text_width};
use super::model::{Badge, Node, NodeKind, Rect, Style};
use super::sheet::Sheet;

/// Draws the volume, says its place, and draws the services.
pub(super) fn draw(sheet: &mut Sheet<'_>) -> usize {
    let storage = storage(sheet);
    if !sheet.metrics.phone() {
        services(sheet);
    }
    storage
}

fn storage(sheet: &mut Sheet<'_>) -> usize {
    let (design, metrics, rows) = (sheet.design, sheet.metrics, sheet.rows);
    let rect = Rect::new(metrics.left, rows.storage, metrics.inner(), rows.storage_height);
    let name = match design.cluster.storage_type {
        StorageType::Aurora => "Aurora Standard",
        StorageType::AuroraIopt1 => "Aurora I/O-Optimized",
    };
    let mut node = sheet.node("storage", Part::Storage, NodeKind::Storage, rect, name);
    let limit = design.version_facts().and_then(|version| version.max_storage_tib);
    let size = format!("six copies, {} GB", design.storage_gb());
    let said = limit.map_or(size.clone(), |limit| format!("{size} of at most {limit} TiB"));
    storage_texts(&mut node);
    // Around the middle, as far as name and cost leave room on both sides.
    let taken = text_width(name, Style::Title).max(24 + text_width("$100,000.00", Style::Title)) + 44;
    let room = rect.width - 2 * taken;
    let text = first_fit(&[said.clone(), size, "six copies".to_owned()], Style::Meta, room);
    node.texts.extend(text.map(|text| middle(rect.center().x, rect.y + 23, Style::Meta, text)));
    let columns: Vec<i32> = (0..3).map(|column| metrics.column_x(column) + metrics.column / 2).collect();
    let sixth = rect.width / 6;
    let thirds = [rect.x + sixth, rect.center().x, rect.right() - sixth];
    let three = sheet.metrics.inner() == 3 * metrics.column + 2 * metrics.gap;
    let (spread, top) = if metrics.phone() { (5, 36) } else { (7, 38) };
    copies(&mut node, if three { &columns } else { &thirds }, spread, top);
    describe(&mut node, &[&said]);
    sheet.push(node)
}

/// Icon, name, cost and badge in the head of a volume's card.
pub(super) fn storage_texts(node: &mut Node) {
    let rect = node.rect;
    node.glyphs.push((Glyph::Storage, Rect::new(rect.x + 12, rect.y + 10, 16, 16)));
    node.texts.push(start(rect.x + 36, rect.y + 23, Style::Title, node.name.clone()));
    let sign = if node.worst.is_some() { 24 } else { 0 };
    node.badge = node
        .worst
        .map(|severity| Badge { severity, rect: Rect::new(rect.right() - 28, rect.y + 10, 16, 16) });
    node.texts
        .extend(node.cost.clone().map(|cost| end(rect.right() - 12 - sign, rect.y + 23, Style::Title, cost)));
}

/// Two copies around each of three places.
pub(super) fn copies(node: &mut Node, centers: &[i32], spread: i32, top: i32) {
    let y = node.rect.y + top;
    node.copies = centers
        .iter()
        .flat_map(|x| [Rect::new(x - spread - 18, y, 18, 22), Rect::new(x + spread, y, 18, 22)])
        .collect();
}

fn services(sheet: &mut Sheet<'_>) {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let left = metrics.region;
    let inner = metrics.width - 2 * left;
    let width = (inner - 24) / 4;
    let cards = [secret(sheet.design), kms(sheet.design), monitoring(sheet.design), backups(sheet.design)];
    for ((part, key, name, glyph, caption), place) in cards.into_iter().zip(0..) {
        let x = if place == 3 { left + inner - width } else { left + place * (width + 8) };
        let rect = Rect::new(x, rows.services, width, 44);
        let mut node = sheet.node(key, part, NodeKind::Service, rect, name);
        corner_badge(&mut node);
        describe(&mut node, &[&caption]);
        let roomy = width >= 190;
        let text_x = x + if width >= 150 { 34 } else { 10 };
        if width >= 150 {
            node.glyphs.push((glyph, Rect::new(x + 10, rect.y + 10, 16, 16)));
        }
        node.texts.push(start(text_x, rect.y + 17, Style::Name, name));
        let below = match (roomy, node.cost.clone()) {
            (false, Some(cost)) => Some((Style::Meta, cost)),
            (true, cost) => {
                node.texts.extend(cost.map(|cost| end(rect.right() - 10, rect.y + 17, Style::Meta, cost)));
                None
            }
            (false, None) => None,
        };
        let room = rect.right() - 8 - text_x;
        let (style, text) = below.unwrap_or_else(|| (Style::Caption, fit(&caption, Style::Caption, room)));
        node.texts.push(start(text_x, rect.y + 33, style, text));
        sheet.push(node);
    }
}

type Service = (Part, &'static str, &'static str, Glyph, String);

fn secret(design: &Design) -> Service {
    // RDS rotates a managed secret every seven days (SEC-02).
    let (name, caption) = match (design.cluster.credentials, design.cluster.rotation_days) {
        (Credentials::Managed, _) => ("Managed secret", "rotates every 7 days".to_owned()),
        (Credentials::SecretsManager, Some(days)) => {
            ("Own secret", format!("rotates every {days} {}", if days == 1 { "day" } else { "days" }))
        }
        (Credentials::SecretsManager, None) => ("Own secret", "never rotates".to_owned()),
    };
    (Part::Secret, "secret", name, Glyph::Lock, caption)
}

fn kms(design: &Design) -> Service {
    let caption = match &design.cluster.kms_key {
        _ if !design.cluster.encryption => "storage not encrypted",
        KmsKey::Create => "made with the cluster",
        KmsKey::AwsManaged => "aws/rds, run by AWS",
        KmsKey::Arn(_) => "an existing key",
    };
    (Part::Kms, "kms", "KMS key", Glyph::Key, caption.to_owned())
}

fn monitoring(design: &Design) -> Service {
    let alarms = alarms(design).len();
    let logs = !design.log_exports().is_empty();
    let caption = match (alarms, logs) {
        (0, false) => "metrics only".to_owned(),
        (0, true) => "logs, no alarms".to_owned(),
        (_, false) => many(alarms, "alarm"),
        (_, true) => format!("{}, logs", many(alarms, "alarm")),
    };
    (Part::Monitoring, "monitoring", "CloudWatch", Glyph::Pulse, caption)
}

fn backups(design: &Design) -> Service {
    let days = usize::try_from(design.cluster.backup_retention).unwrap_or(usize::MAX);
    let window = design.cluster.backup_window.to_string();
    let opens = window.split('-').next().unwrap_or_default();
    let caption = format!("{}, {opens} UTC", many(days, "day"));
    (Part::Backups, "backups", "Backups", Glyph::Archive, caption)
}
