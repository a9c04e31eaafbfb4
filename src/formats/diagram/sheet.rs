//! The sheet that the parts of the drawing are laid on, row by row.

use crate::design::{Design, Part};
use crate::estimate::{Bill, Line, LineId, Month, Total};
use crate::rules::{Finding, Severity};

use super::metrics::Metrics;
use super::model::{Counts, Diagram, Neighbors, Node, NodeKind, Rect};
use super::words;

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
    pub(super) fn new(metrics: &Metrics, cards: i32, tie_above: bool) -> Self {
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
    pub(super) findings: &'a [Finding],
    pub(super) metrics: Metrics,
    pub(super) rows: Rows,
    pub(super) diagram: Diagram,
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
}
