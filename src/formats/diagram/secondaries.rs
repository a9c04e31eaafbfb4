//! The secondaries of a Global Database, and what is replicated to them.

use crate::design::{Part, Secondary, instance_name};
use crate::estimate::LineId;
use crate::rules::many;

use super::access::{describe, endpoint_texts};
use super::card::{Instance, Place, Size, card, held};
use super::edges::corners;
use super::metrics::{count, end, first_fit, start, text_width};
use super::model::{Badge, Counts, Edge, Flow, Frame, NodeKind, Point, Rect, Slot, Style};
use super::services::{copies, storage_texts};
use super::sheet::Sheet;
use super::words;

/// Width of a secondary beside the primary.
const WIDTH: i32 = 236;
/// From the primary to the secondaries, and between their columns.
const GUTTER: i32 = 42;
/// Between two secondaries.
const GAP: i32 = 16;
/// From a secondary's cards to the line beside them.
const LANE: i32 = 6;
/// Height of the place of readers that are missing.
const EMPTY: i32 = 88;
/// From this many on they show their head and their volume only.
const FOLDED: usize = 4;
/// From this many on they stand in two columns, and so do fewer that would stand much higher than the primary.
const TWO_COLUMNS: usize = 6;

/// Draws the secondaries: right of the primary, on the phone below it.
pub(super) fn draw(sheet: &mut Sheet<'_>, storage: usize) {
    let secondaries = sheet.design.secondaries();
    if secondaries.is_empty() {
        return;
    }
    let Some(source) = sheet.diagram.nodes.get(storage).map(|node| node.rect) else { return };
    let (phone, primary, bottom) = (sheet.metrics.phone(), sheet.metrics.width, sheet.rows.bottom);
    let folded = phone || secondaries.len() >= FOLDED;
    let in_first = if phone { secondaries.len() } else { in_first_column(sheet, folded) };
    let (mut y, mut first_gap) = (if phone { bottom + 36 } else { 0 }, 0);
    let top = y;
    for (index, secondary) in secondaries.iter().enumerate() {
        let column = usize::from(index >= in_first);
        if index == in_first {
            y = top;
        }
        let x = if phone { 32 } else { primary + GUTTER + count(column) * (WIDTH + GUTTER) };
        let width = if phone { primary - x } else { WIDTH };
        let (height, target) = region(sheet, index, secondary, Point { x, y }, width, folded);
        if index == 0 {
            first_gap = y + height + GAP / 2;
        }
        let way = if phone {
            vec![(14, source.bottom()), (14, target.1)]
        } else {
            let (lane, from) = (primary + GUTTER / 2, source.center().y);
            let mut way = vec![(source.right(), from), (lane, from)];
            if column > 0 {
                let second = x - GUTTER / 2;
                way.extend([(lane, first_gap), (second, first_gap), (second, target.1)]);
                // The first may stand alone in its column, and then the way ends the drawing.
                sheet.diagram.height = sheet.diagram.height.max(first_gap + GAP / 2);
            } else {
                way.push((lane, target.1));
            }
            way
        };
        let points: Vec<(i32, i32)> = way.into_iter().chain([(x + 12, target.1)]).collect();
        sheet.diagram.edges.push(Edge {
            flow: Flow::Replication,
            points: corners(&points),
            from: storage,
            to: target.0,
            parts: vec![Part::Storage, Part::Secondary(index)],
            arrow: true,
            gutter: false,
        });
        sheet.diagram.height = sheet.diagram.height.max(y + height);
        sheet.diagram.width = sheet.diagram.width.max(x + width);
        y += height + GAP;
    }
    let center = if phone {
        Point { x: 14, y: bottom + 18 }
    } else {
        Point { x: primary + GUTTER / 2, y: source.center().y }
    };
    sheet.diagram.globe = Some(Rect::new(center.x - 14, center.y - 14, 28, 28));
}

/// How many secondaries stand in the first of two columns; all of them while one is not much higher than the primary.
fn in_first_column(sheet: &Sheet<'_>, folded: bool) -> usize {
    let secondaries = sheet.design.secondaries();
    let heights: Vec<i32> = secondaries.iter().map(|it| height(sheet, it, folded)).collect();
    let stack = |heights: &[i32]| heights.iter().map(|it| it + GAP).sum::<i32>();
    let all = heights.len();
    if all < TWO_COLUMNS && (folded || 5 * stack(&heights) <= 7 * sheet.rows.bottom) {
        return all;
    }
    // The split that leaves the higher of both columns lowest; of equals the last, so that the first is no shorter.
    let higher = |at: &usize| heights.split_at_checked(*at).map(|(one, two)| stack(one).max(stack(two)));
    (1..all).rev().min_by_key(higher).unwrap_or(all)
}

/// One secondary; says how high it is, which card is its volume and where replication enters.
fn region(
    sheet: &mut Sheet<'_>,
    index: usize,
    secondary: &Secondary,
    at: Point,
    width: i32,
    folded: bool,
) -> (i32, (usize, i32)) {
    let inner = Rect::new(at.x + 12, at.y + 60, width - 24, 0);
    let first = sheet.diagram.nodes.len();
    let storage_y = match (folded, secondary.readers) {
        (true, _) => at.y + 72,
        (false, 0) => headless(sheet, index, secondary, inner),
        (false, _) => readers(sheet, index, secondary, inner),
    };
    let storage = storage(sheet, index, Rect::new(inner.x, storage_y, inner.width, 76));
    if !folded {
        to_storage(sheet, first..storage, storage, storage_y, index);
    }
    let rect = Rect::new(at.x, at.y, width, storage_y + 88 - at.y);
    debug_assert_eq!(rect.height, height(sheet, secondary, folded), "the columns are chosen by it");
    frame(sheet, index, secondary, rect, folded);
    (rect.height, (storage, storage_y + 38))
}

fn frame(sheet: &mut Sheet<'_>, index: usize, secondary: &Secondary, rect: Rect, folded: bool) {
    let part = Part::Secondary(index);
    let (left, right) = (rect.x + 16, rect.right() - 16);
    let counts = sheet.counts(part);
    let role = if secondary.readers == 0 { "Headless" } else { "Secondary" };
    let code = secondary.region.code;
    let cost = sheet.cost(part);
    let mut texts = vec![
        start(left, rect.y + 27, Style::Title, code),
        start(left, rect.y + 44, Style::Meta, secondary.region.place()),
    ];
    // A sum that leaves no room beside the code takes the place of the role, which the frame's name says too.
    let money = text_width(cost.as_deref().unwrap_or_default(), Style::Title);
    let sign = if counts.worst().is_some() { 22 } else { 0 };
    let beside = left + text_width(code, Style::Title) + sign + 8 + money <= right;
    if beside {
        texts.push(end(right, rect.y + 44, Style::Meta, role));
    }
    let cost_y = rect.y + if beside { 27 } else { 44 };
    texts.extend(cost.clone().map(|cost| end(right, cost_y, Style::Title, cost)));
    let readers = many(secondary.readers, "reader");
    let (min, max) = (sheet.design.secondary_min(secondary), sheet.design.secondary_max(secondary));
    if folded && secondary.readers > 0 {
        let said = format!("{readers}, {min}–{max} ACU");
        let mut choices = vec![said.clone()];
        if secondary.write_forwarding {
            choices.insert(0, format!("{said}, forwards writes"));
        }
        let said = first_fit(&choices, Style::Meta, right - left);
        texts.extend(said.map(|said| start(left, rect.y + 62, Style::Meta, said)));
    }
    let badge_x = left + text_width(code, Style::Title) + 6;
    let mut said = vec![format!("{role} {code}, {}", secondary.region.name)];
    if secondary.readers > 0 {
        said.push(format!("{readers}, {min} to {max} ACU"));
    }
    if secondary.write_forwarding {
        said.push("forwards writes".to_owned());
    }
    said.extend(cost.as_deref().map(words::spoken));
    said.extend(words::findings(counts));
    sheet.diagram.frames.push(Frame {
        part,
        rect,
        dotted: false,
        opening: None,
        texts,
        badge: counts
            .worst()
            .map(|severity| Badge { severity, rect: Rect::new(badge_x, rect.y + 14, 16, 16) }),
        counts,
        label: said.join(", "),
    });
}

/// How high a secondary is drawn.
fn height(sheet: &Sheet<'_>, secondary: &Secondary, folded: bool) -> i32 {
    let storage_y = match (folded, drawn(secondary)) {
        (true, _) => 72,
        (false, 0) => 60 + EMPTY + 24,
        (false, readers) => 60 + 40 + 20 + reader_size(sheet, readers, WIDTH - 24).stack(count(readers)) + 24,
    };
    storage_y + 88
}

/// So many readers are drawn.
fn drawn(secondary: &Secondary) -> usize {
    usize::try_from(secondary.readers).unwrap_or(usize::MAX).min(16)
}

/// Several cards leave a lane on both sides, above the volume's straight edge.
fn reader_size(sheet: &Sheet<'_>, readers: usize, width: i32) -> Size {
    Size::of(&sheet.metrics, readers > 2, width - if readers == 1 { 0 } else { 4 * LANE })
}

/// The empty place of the readers; says where the volume begins.
fn headless(sheet: &mut Sheet<'_>, index: usize, _secondary: &Secondary, inner: Rect) -> i32 {
    let rect = Rect::new(inner.x, inner.y, inner.width, EMPTY);
    sheet.diagram.slots.push(Slot {
        part: Part::Secondary(index),
        rect,
        title: "No instances, data only".to_owned(),
        sentence: "Add one before failing over.".to_owned(),
        action: Rect::new(rect.center().x - 46, rect.y + 54, 92, 24),
    });
    rect.bottom() + 24
}

/// Reader endpoint and readers; says where the volume begins.
fn readers(sheet: &mut Sheet<'_>, index: usize, secondary: &Secondary, inner: Rect) -> i32 {
    let part = Part::Secondary(index);
    let readers = drawn(secondary);
    let said = many(secondary.readers, "reader");
    let rect = Rect::new(inner.x, inner.y, inner.width, 40);
    let key = format!("secondary-{index}-endpoint");
    let mut endpoint = sheet.node(key, part, NodeKind::Endpoint, rect, "Reader endpoint");
    // The head of the Region carries its findings and its sum.
    (endpoint.worst, endpoint.cost) = (None, None);
    let captions = if secondary.write_forwarding {
        [format!("{said}, forwards writes"), "forwards writes".to_owned()]
    } else {
        [format!("routes to {said}"), said]
    };
    endpoint_texts(&mut endpoint, &captions);
    describe(&mut endpoint, &[secondary.region.place(), captions.first().map_or("", String::as_str)]);
    let endpoint = sheet.push(endpoint);
    let single = readers == 1;
    let inset = if single { 0 } else { 2 * LANE };
    let size = reader_size(sheet, readers, inner.width);
    for place in 0..readers {
        let y = rect.bottom() + 20 + count(place) * (size.height() + size.gap());
        let at = Rect::new(inner.x + inset, y, inner.width - 2 * inset, size.height());
        let reader = reader(sheet, index, secondary, place + 1);
        let node = sheet.push(card(reader, at, size));
        let (x, bottom) = (rect.center().x, rect.bottom());
        let (lane, stub) = (inner.x + LANE, y + size.stub());
        let points = if single {
            corners(&[(x, bottom), (x, y)])
        } else {
            corners(&[(lane, bottom), (lane, stub), (at.x, stub)])
        };
        sheet.diagram.edges.push(Edge {
            flow: Flow::Read,
            points,
            from: endpoint,
            to: node,
            parts: vec![part],
            arrow: true,
            gutter: !single,
        });
    }
    rect.bottom() + 20 + size.stack(count(readers)) + 24
}

fn reader(sheet: &Sheet<'_>, index: usize, secondary: &Secondary, number: usize) -> Instance {
    let (min, max) = (sheet.design.secondary_min(secondary), sheet.design.secondary_max(secondary));
    Instance {
        key: format!("secondary-{index}-reader-{number}"),
        part: Part::Secondary(index),
        kind: NodeKind::Reader,
        name: instance_name(number),
        place: Place::Region(secondary.region.place()),
        tied: false,
        min,
        max,
        typical: held(sheet.design.secondary_acu(secondary), min, max),
        cost: sheet.cost_of(Part::Secondary(index), LineId::SecondaryAcu, secondary.readers),
        counts: Counts::default(),
    }
}

fn storage(sheet: &mut Sheet<'_>, index: usize, rect: Rect) -> usize {
    let part = Part::Secondary(index);
    let key = format!("secondary-{index}-storage");
    let mut node = sheet.node(key, part, NodeKind::Storage, rect, "Storage");
    node.worst = None;
    node.cost = sheet.cost_of(part, LineId::SecondaryStorage, 1);
    storage_texts(&mut node);
    let center = rect.center().x;
    copies(&mut node, &[center - 62, center, center + 62], 3, 38);
    let place = sheet.design.secondaries().get(index).map_or("", |secondary| secondary.region.place());
    describe(&mut node, &[place, "six copies"]);
    sheet.push(node)
}

/// From the readers among those cards to the volume.
fn to_storage(sheet: &mut Sheet<'_>, cards: std::ops::Range<usize>, storage: usize, top: i32, index: usize) {
    let instances: Vec<(usize, Rect, bool)> = cards
        .filter_map(|place| sheet.diagram.nodes.get(place).map(|node| (place, node)))
        .filter(|(_, node)| node.kind == NodeKind::Reader)
        .map(|(place, node)| (place, node.rect, node.dense))
        .collect();
    let single = instances.len() == 1;
    for (place, rect, dense) in instances {
        let stub = rect.y + if dense { Size::Dense.stub() } else { Size::Full.stub() };
        let (x, lane) = (rect.center().x, rect.right() + LANE);
        let points = if single {
            corners(&[(x, rect.bottom()), (x, top)])
        } else {
            corners(&[(rect.right(), stub), (lane, stub), (lane, top)])
        };
        sheet.diagram.edges.push(Edge {
            flow: Flow::Storage,
            points,
            from: place,
            to: storage,
            parts: vec![Part::Secondary(index)],
            arrow: false,
            gutter: false,
        });
    }
}
