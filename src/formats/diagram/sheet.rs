//! The sheet that the parts of the drawing are laid on, row by row.

use crate::design::{Design, Part, Word, instance_name};
use crate::estimate::{Bill, Line, LineId, Month, Total};
use crate::rules::{Finding, Severity};

use super::columns::Plan;
use super::metrics::{Metrics, end, first_fit, fit, start};
use super::{
    Badge, Counts, Diagram, Form, Frame, Neighbors, Node, NodeKind, Rect, Style, access, columns, edges,
    elsewhere, neighbors, secondaries, services, text_width, ties, words,
};

/// Where the rows of the primary stand, from the top.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    /// Clients, and how high they are.
    pub(super) clients: i32,
    pub(super) clients_height: i32,
    /// The VPC's upper edge.
    pub(super) vpc: i32,
    /// Proxy and endpoints, and how high the row is.
    pub(super) access: i32,
    pub(super) access_height: i32,
    /// The level on which writes run to their column, and reads.
    pub(super) writes: i32,
    pub(super) reads: i32,
    /// Columns and their cards.
    pub(super) zone: i32,
    pub(super) cards: i32,
    /// The volume, and how high it is.
    pub(super) storage: i32,
    pub(super) storage_height: i32,
    /// Services.
    pub(super) services: i32,
    /// Where the primary ends.
    pub(super) bottom: i32,
}

impl Rows {
    /// A tie that passes above a column needs room under the zones' names.
    fn new(metrics: &Metrics, cards: i32, tie_above: bool) -> Self {
        let (phone, lift) = (metrics.phone(), if tie_above { 12 } else { 0 });
        let (zone, header, below) = if phone { (120, 28, 24) } else { (192, 36, 28) };
        let storage = zone + header + lift + cards + below;
        let storage_height = if phone { 68 } else { 76 };
        let services = storage + storage_height + 28;
        Self {
            clients: if phone { 0 } else { 12 },
            clients_height: if phone { 32 } else { 36 },
            vpc: 76,
            access: if phone { 52 } else { 92 },
            access_height: if phone { 40 } else { 56 },
            writes: if phone { 100 } else { 164 },
            reads: if phone { 109 } else { 178 },
            zone,
            cards: zone + header + lift,
            storage,
            storage_height,
            services,
            bottom: if phone { storage + storage_height } else { services + 60 },
        }
    }
}

/// The drawing in the making.
pub(super) struct Sheet<'a> {
    pub(super) design: &'a Design,
    pub(super) bill: &'a Bill,
    findings: &'a [Finding],
    pub(super) metrics: Metrics,
    pub(super) rows: Rows,
    pub(super) diagram: Diagram,
}

/// Draws everything.
pub(super) fn draw(design: &Design, bill: &Bill, findings: &[Finding], form: Form) -> Diagram {
    let plan = Plan::new(design);
    let metrics = Metrics::new(form, !design.secondaries().is_empty(), plan.zones.len());
    let tied = plan.tied(design);
    let tie_above = tied.iter().zip(tied.iter().skip(1)).any(|(from, to)| to - from > 1);
    let rows = Rows::new(&metrics, columns::height(&metrics, &plan), tie_above);
    let diagram = Diagram {
        width: metrics.width,
        height: rows.bottom,
        title: format!("Aurora cluster {}", design.cluster_name()),
        description: description(design, &plan),
        frames: Vec::new(),
        zones: Vec::new(),
        slots: Vec::new(),
        nodes: Vec::new(),
        edges: Vec::new(),
        lines: Vec::new(),
        crossings: Vec::new(),
        arrows: Vec::new(),
        ties: Vec::new(),
        globe: None,
    };
    let mut sheet = Sheet { design, bill, findings, metrics, rows, diagram };
    let access = access::draw(&mut sheet, &plan);
    if !metrics.phone() {
        sheet.frames(&access);
    }
    columns::draw(&mut sheet, &plan);
    let storage = services::draw(&mut sheet);
    edges::draw(&mut sheet, &plan, &access, storage);
    ties::draw(&mut sheet, &plan);
    if metrics.phone() {
        elsewhere::draw(&mut sheet);
    }
    secondaries::draw(&mut sheet, storage);
    edges::settle(&mut sheet.diagram);
    neighbors::draw(&mut sheet.diagram);
    sheet.diagram
}

impl Sheet<'_> {
    /// Lays a card down and says its place.
    pub(super) fn push(&mut self, mut node: Node) -> usize {
        // The phone's cards reach its edges; a badge on a corner stays inside.
        if let (true, Some(badge)) = (self.metrics.phone(), &mut node.badge) {
            badge.rect.x = badge.rect.x.min(self.metrics.width - badge.rect.width);
        }
        self.diagram.nodes.push(node);
        self.diagram.nodes.len() - 1
    }

    /// How many findings a part has.
    pub(super) fn counts(&self, part: Part) -> Counts {
        let mut counts = Counts::default();
        for finding in self.findings.iter().filter(|finding| finding.part() == part) {
            match finding.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// What a part costs in a typical month; `None` where the bill has no line for it.
    pub(super) fn cost(&self, part: Part) -> Option<String> {
        self.bill
            .lines
            .iter()
            .any(|line| line.part == part)
            .then(|| words::cost(self.bill.of(part, Month::Typical)))
    }

    /// What the lines of one kind cost a part, divided among so many.
    pub(super) fn cost_of(&self, part: Part, id: LineId, among: u32) -> Option<String> {
        let lines: Vec<&Line> =
            self.bill.lines.iter().filter(|line| line.part == part && line.id == id).collect();
        let usd = lines
            .iter()
            .filter_map(|line| line.monthly.map(|band| band.typical))
            .sum::<crate::estimate::Usd>();
        let complete = lines.iter().all(|line| line.monthly.is_some());
        let total = Total { usd: usd.times(1, u64::from(among)), complete };
        (!lines.is_empty()).then(|| words::cost(total))
    }

    /// A card without texts, with the findings and the cost of its part.
    pub(super) fn node(
        &self,
        key: impl Into<String>,
        part: Part,
        kind: NodeKind,
        rect: Rect,
        name: &str,
    ) -> Node {
        let counts = self.counts(part);
        Node {
            key: key.into(),
            part,
            kind,
            rect,
            name: name.to_owned(),
            glyphs: Vec::new(),
            texts: Vec::new(),
            cost: self.cost(part),
            worst: counts.worst(),
            counts,
            badge: None,
            gauge: None,
            ports: Vec::new(),
            copies: Vec::new(),
            dense: false,
            label: String::new(),
            neighbors: Neighbors::default(),
        }
    }

    /// The Region's frame with what stands in its head, and the VPC's.
    fn frames(&mut self, access: &access::Access) {
        let (design, metrics, rows) = (self.design, self.metrics, self.rows);
        let (left, right) = (metrics.region, metrics.width - metrics.region);
        let counts = self.counts(Part::Design);
        let (before, after) = (access.clients_left - left - 12, right - access.clients_right - 12);
        let code = design.region.code;
        let engines = words::engine(design);
        let engine = engines.first().cloned().unwrap_or_default();
        let shown =
            first_fit(&engines, Style::Title, after).unwrap_or_else(|| fit(&engine, Style::Title, after));
        let pausing = first_fit(&words::pausing(design), Style::Meta, after).unwrap_or_default();
        let rect = Rect::new(0, 0, metrics.width, rows.bottom);
        let badge = badge(counts, left + text_width(code, Style::Title) + 6, 14);
        let said = [format!("Region {code}, {}", design.region.name), engine.clone(), pausing.clone()];
        self.diagram.frames.push(Frame {
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
        self.vpc_frame(access);
    }

    fn vpc_frame(&mut self, access: &access::Access) {
        let (design, metrics, rows) = (self.design, self.metrics, self.rows);
        let counts = self.counts(Part::Vpc);
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
        self.diagram.frames.push(Frame {
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
}

fn badge(counts: Counts, x: i32, y: i32) -> Option<Badge> {
    counts.worst().map(|severity| Badge { severity, rect: Rect::new(x, y, 16, 16) })
}

fn vpc(design: &Design) -> String {
    let network = &design.cluster.network;
    match network.vpc {
        crate::design::Vpc::Create => format!("VPC {}", design.cidr()),
        crate::design::Vpc::Existing => match network.vpc_id.as_deref() {
            Some(id) if !id.is_empty() => format!("VPC {id}"),
            _ => "Existing VPC".to_owned(),
        },
    }
}

fn description(design: &Design, plan: &Plan) -> String {
    let cluster = &design.cluster;
    let instances =
        plan.zones.iter().filter(|(_, instances)| !instances.is_empty()).map(|(zone, instances)| {
            let names: Vec<String> = instances.iter().map(|index| instance_name(*index)).collect();
            format!("{} in zone {zone}", names.join(", "))
        });
    let mut said = vec![
        format!(
            "Aurora {} in {}, {} to {} ACU",
            words::engine(design).first().map_or("", String::as_str),
            design.region.code,
            cluster.min_capacity,
            cluster.max_capacity
        ),
        instances.collect::<Vec<_>>().join("; "),
        format!("Six copies of the data, {} environment", design.environment.word()),
    ];
    if design.proxy.is_some() {
        said.push("Clients connect through RDS Proxy".to_owned());
    }
    if !design.secondaries().is_empty() {
        let codes: Vec<&str> = design.secondaries().iter().map(|secondary| secondary.region.code).collect();
        said.push(format!("Replicated to {}", codes.join(", ")));
    }
    said.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
}
