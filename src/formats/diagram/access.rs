//! How clients get in: themselves, the proxy and the two endpoints.

use crate::design::{Client, Part, Word};
use crate::rules::many;

use super::columns::Plan;
use super::glyphs::Glyph;
use super::metrics::{end, first_fit, middle, start, text_width};
use super::model::{Badge, Form, Node, NodeKind, Point, Rect, Style};
use super::sheet::Sheet;
use super::words;

/// A card from which queries go on to instances.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Its place among the cards.
    pub(super) node: usize,
    pub(super) part: Part,
    /// Where the line leaves it.
    pub(super) port: Point,
    /// Whether the line may leave it anywhere along its lower edge, straight above where it goes.
    pub(super) anywhere: bool,
}

/// The rows above the zones, as the edges need them.
#[derive(Clone, Debug)]
pub(super) struct Access {
    pub(super) clients: Vec<usize>,
    pub(super) clients_left: i32,
    pub(super) clients_right: i32,
    /// Middle of the first cell of the access row.
    pub(super) first: i32,
    /// What reaches the writer, the way clients take first.
    pub(super) writes: Vec<Source>,
    /// What reaches the readers, the way clients take first.
    pub(super) reads: Vec<Source>,
    /// Whether reads enter by another door than writes.
    pub(super) own_door: bool,
}

/// Draws both rows. What leads to the writer stands on the writer's side, so that the ways cross as little as they can.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &Plan) -> Access {
    let metrics = sheet.metrics;
    let clients = if metrics.phone() { vec![together(sheet)] } else { apart(sheet) };
    let rects = clients.iter().filter_map(|node| sheet.diagram.nodes.get(*node)).map(|node| node.rect);
    let clients_left = rects.clone().map(|rect| rect.x).min().unwrap_or(0);
    let clients_right = rects.map(Rect::right).max().unwrap_or(0);
    let writer = metrics.column_x(plan.writer()) + metrics.column / 2;
    let mirrored = 2 * writer > metrics.width;
    let mut access = Access {
        clients,
        clients_left,
        clients_right,
        first: metrics.left + cell(sheet) / 2,
        writes: Vec::new(),
        reads: Vec::new(),
        own_door: sheet.design.proxy.as_ref().is_none_or(|proxy| !proxy.read_only_endpoint),
    };
    if metrics.phone() {
        phone(sheet, &mut access, mirrored);
    } else {
        wide(sheet, &mut access, mirrored);
    }
    access
}

/// Width of a third of the access row.
fn cell(sheet: &Sheet<'_>) -> i32 {
    (sheet.metrics.inner() - 2 * sheet.metrics.gap) / 3
}

/// A kind of client as AWS writes it.
pub const fn client_name(client: Client) -> &'static str {
    match client {
        Client::Lambda => "Lambda",
        Client::Ecs => "ECS",
        Client::Eks => "EKS",
        Client::Ec2 => "EC2",
    }
}

/// A card for each client, in the middle of the head.
fn apart(sheet: &mut Sheet<'_>) -> Vec<usize> {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let chosen: Vec<Client> = sheet.design.clients.iter().collect();
    let names: Vec<(String, &str, Glyph)> = if chosen.is_empty() {
        vec![("clients".to_owned(), "Your application", Glyph::Box)]
    } else {
        chosen
            .iter()
            .map(|it| (format!("client-{}", it.word()), client_name(*it), Glyph::of_client(*it)))
            .collect()
    };
    let wide = metrics.form == Form::Wide && !metrics.small;
    // Equal cards with icons where there is room for them, otherwise names alone.
    let (equal, gap) = match chosen.len() {
        0 => (Some(148), 0),
        1 | 2 if metrics.small => (Some(94), 8),
        1 | 2 => (Some(116), 12),
        _ if wide => (Some(88), 8),
        _ => (None, 6),
    };
    let width = |name: &str| equal.unwrap_or(text_width(name, Style::Name) + 16);
    let widths: i32 = names.iter().map(|(_, name, _)| width(name) + gap).sum();
    let mut x = (metrics.width - (widths - gap)) / 2;
    let mut cards = Vec::new();
    for (key, name, glyph) in names {
        let rect = Rect::new(x, rows.clients, width(name), rows.clients_height);
        let mut node = sheet.node(key, Part::Clients, NodeKind::Client, rect, name);
        if equal.is_some() {
            let (icon, text) = if rect.width > 90 { (10, 34) } else { (8, 29) };
            node.glyphs.push((glyph, Rect::new(x + icon, rect.y + 10, 16, 16)));
            node.texts.push(start(x + text, rect.y + 23, Style::Name, name));
        } else {
            node.texts.push(middle(rect.center().x, rect.y + 23, Style::Name, name));
        }
        // One badge for the part is enough.
        if !cards.is_empty() {
            node.worst = None;
        }
        corner_badge(&mut node);
        describe(&mut node, &[if chosen.is_empty() { "clients not chosen" } else { "client" }]);
        cards.push(sheet.push(node));
        x += rect.width + gap;
    }
    cards
}

/// One card for all of them.
fn together(sheet: &mut Sheet<'_>) -> usize {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let chosen: Vec<Client> = sheet.design.clients.iter().collect();
    let items: Vec<(&str, Glyph)> = if chosen.is_empty() {
        vec![("Your application", Glyph::Box)]
    } else {
        chosen.iter().map(|it| (client_name(*it), Glyph::of_client(*it))).collect()
    };
    let widths: i32 = items.iter().map(|(name, _)| 22 + text_width(name, Style::Name) + 16).sum();
    // An even width keeps its middle on the middle of the row below.
    let width = (widths - 16 + 28 + 1) / 2 * 2;
    let left = (metrics.width - width) / 2;
    let rect = Rect::new(left, rows.clients, width, rows.clients_height);
    let mut node = sheet.node("clients", Part::Clients, NodeKind::Client, rect, "Clients");
    let mut x = left + 14;
    for (name, glyph) in &items {
        node.glyphs.push((*glyph, Rect::new(x, rect.y + 8, 16, 16)));
        node.texts.push(start(x + 22, rect.y + 21, Style::Name, *name));
        x += 38 + text_width(name, Style::Name);
    }
    corner_badge(&mut node);
    let names: Vec<&str> = items.iter().map(|(name, _)| *name).collect();
    describe(&mut node, &names);
    sheet.push(node)
}

fn wide(sheet: &mut Sheet<'_>, access: &mut Access, mirrored: bool) {
    let (metrics, rows, cell) = (sheet.metrics, sheet.rows, cell(sheet));
    let (left, right) = (metrics.left + cell / 2, metrics.width - metrics.left - cell / 2);
    let (to_writer, to_readers) = if mirrored { (right, left) } else { (left, right) };
    let width = (cell - 16).min(212);
    let at = |center: i32| Rect::new(center - width / 2, rows.access + 8, width, 40);
    if sheet.design.proxy.is_some() {
        let width = if metrics.small { 182 } else { cell.min(252) };
        let rect = Rect::new((metrics.width - width) / 2, rows.access, width, rows.access_height);
        proxy(sheet, access, rect, mirrored);
    }
    endpoint(sheet, access, at(to_writer), true);
    endpoint(sheet, access, at(to_readers), false);
}

/// On the phone a proxy with both doors takes the whole row, otherwise writes and reads have a half each.
fn phone(sheet: &mut Sheet<'_>, access: &mut Access, mirrored: bool) {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    if !access.own_door {
        proxy(sheet, access, Rect::new(0, rows.access, metrics.width, rows.access_height), mirrored);
        return;
    }
    let width = (metrics.width - metrics.gap) / 2;
    let (left, right) = (0, metrics.width - width);
    let (to_writer, to_readers) = if mirrored { (right, left) } else { (left, right) };
    let at = |x: i32| Rect::new(x, rows.access, width, rows.access_height);
    if sheet.design.proxy.is_some() {
        proxy(sheet, access, at(to_writer), mirrored);
    } else {
        endpoint(sheet, access, at(to_writer), true);
    }
    endpoint(sheet, access, at(to_readers), false);
}

fn endpoint(sheet: &mut Sheet<'_>, access: &mut Access, rect: Rect, writes: bool) {
    let (part, key, name) = if writes {
        (Part::Cluster, "cluster-endpoint", "Cluster endpoint")
    } else {
        (Part::ReaderEndpoint, "reader-endpoint", "Reader endpoint")
    };
    let captions = match sheet.design.cluster.readers.len() {
        _ if writes => ["routes to the writer".to_owned(), "to the writer".to_owned()],
        0 => ["routes to the writer too".to_owned(), "to the writer too".to_owned()],
        readers => [format!("routes to {}", many(readers, "reader")), many(readers, "reader")],
    };
    let mut node = sheet.node(key, part, NodeKind::Endpoint, rect, name);
    endpoint_texts(&mut node, &captions);
    describe(&mut node, &[captions.first().map_or("", String::as_str)]);
    let node = sheet.push(node);
    let source = Source { node, part, port: Point { x: rect.center().x, y: rect.bottom() }, anywhere: false };
    if writes { access.writes.push(source) } else { access.reads.push(source) }
}

/// Icon, name and the first caption that fits.
pub(super) fn endpoint_texts(node: &mut Node, captions: &[String]) {
    let rect = node.rect;
    node.glyphs.push((Glyph::Endpoint, Rect::new(rect.x + 10, rect.y + 12, 16, 16)));
    node.texts.push(start(rect.x + 34, rect.y + 17, Style::Name, node.name.clone()));
    let caption = first_fit(captions, Style::Caption, rect.width - 42);
    node.texts.extend(caption.map(|text| start(rect.x + 34, rect.y + 32, Style::Caption, text)));
    corner_badge(node);
}

fn proxy(sheet: &mut Sheet<'_>, access: &mut Access, rect: Rect, mirrored: bool) {
    let mut node = sheet.node("proxy", Part::Proxy, NodeKind::Proxy, rect, "RDS Proxy");
    let (phone, both) = (sheet.metrics.phone(), !access.own_door);
    let baseline = rect.y + if phone { 25 } else { 23 };
    let roomy = rect.width >= 240;
    if roomy {
        node.glyphs.push((Glyph::Gate, Rect::new(rect.x + 12, baseline - 13, 16, 16)));
    }
    let name_x = rect.x + if roomy { 36 } else { 12 };
    let money = text_width(node.cost.as_deref().unwrap_or_default(), Style::Title);
    let fits = |right: i32| name_x + text_width("RDS Proxy", Style::Title) + 8 + money <= right;
    let inline = node.worst.is_some() && fits(rect.right() - 36);
    if let (true, Some(severity)) = (inline, node.worst) {
        node.badge = Some(Badge { severity, rect: Rect::new(rect.right() - 28, baseline - 13, 16, 16) });
    } else {
        corner_badge(&mut node);
    }
    let cost_x = rect.right() - if inline { 36 } else { 12 };
    let short = if fits(cost_x) { "RDS Proxy" } else { "Proxy" };
    node.texts.push(start(name_x, baseline, Style::Title, short));
    node.texts.extend(node.cost.clone().map(|cost| end(cost_x, baseline, Style::Title, cost)));
    let x = name_x + text_width(short, Style::Title) + 12;
    if phone && x + text_width("never pauses", Style::Meta) + 12 + money <= cost_x {
        node.texts.push(start(x, baseline, Style::Meta, "never pauses"));
    }
    describe(
        &mut node,
        if both { &["read/write and read-only endpoints"] } else { &["read/write endpoint"] },
    );
    let (quarter, center) = (rect.width / 4, rect.center().x);
    let (writes_x, reads_x) = match (both, mirrored) {
        (false, _) => (center, center),
        (true, false) => (rect.x + quarter, rect.right() - quarter),
        (true, true) => (rect.right() - quarter, rect.x + quarter),
    };
    let at = |x: i32| Point { x, y: rect.bottom() };
    if !phone {
        node.texts.push(middle(writes_x, rect.y + 45, Style::Meta, "read/write"));
        node.ports.push(at(writes_x));
        if both {
            node.texts.push(middle(reads_x, rect.y + 45, Style::Meta, "read-only"));
            node.ports.push(at(reads_x));
        }
    }
    let node = sheet.push(node);
    let whole_row = phone && both;
    let source = |x: i32| Source { node, part: Part::Proxy, port: at(x), anywhere: whole_row };
    access.writes.push(source(writes_x));
    if both {
        access.reads.push(source(reads_x));
    }
}

/// The worst finding on the upper right corner of a card that has no room for it inside.
pub(super) fn corner_badge(node: &mut Node) {
    let rect = node.rect;
    // At the top of the phone's drawing there is nothing above the card.
    let top = (rect.y - 8).max(0);
    node.badge =
        node.worst.map(|severity| Badge { severity, rect: Rect::new(rect.right() - 14, top, 16, 16) });
}

/// What a screen reader says: name, details, cost, findings.
pub(super) fn describe(node: &mut Node, details: &[&str]) {
    let mut said = vec![node.name.clone()];
    said.extend(details.iter().filter(|detail| !detail.is_empty()).map(|detail| (*detail).to_owned()));
    said.extend(node.cost.as_deref().map(words::spoken));
    if node.worst.is_some() {
        said.extend(words::findings(node.counts));
    }
    node.label = said.join(", ");
}
