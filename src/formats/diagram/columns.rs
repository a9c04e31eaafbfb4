//! Zone columns: which instance stands where.

use crate::design::{Design, Part, Zone, instance_name};

use super::card::{Instance, Place, Size, card, held};
use super::metrics::{Metrics, count, start};
use super::model::{NodeKind, Rect, Style, ZoneColumn};
use super::sheet::Sheet;

/// The zones with their instances from the top.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Each zone and the instances in it: the writer, what scales with it, then the others by tier and place.
    pub(super) zones: Vec<(Zone, Vec<usize>)>,
    /// How many the fullest zone holds.
    pub(super) fullest: usize,
}

impl Plan {
    pub(super) fn new(design: &Design) -> Self {
        let mut zones: Vec<(Zone, Vec<usize>)> =
            design.subnet_zones().into_iter().map(|zone| (zone, Vec::new())).collect();
        let rank = |index: usize| (index > 0, !tied(design, index), tier(design, index));
        for (index, zone) in design.zones().into_iter().enumerate() {
            if let Some((_, instances)) = zones.iter_mut().find(|(known, _)| *known == zone) {
                let place = instances.partition_point(|other| rank(*other) <= rank(index));
                instances.insert(place, index);
            }
        }
        let fullest = zones.iter().map(|(_, instances)| instances.len()).max().unwrap_or(0);
        Self { zones, fullest }
    }

    /// Whether cards are small: from three in a zone.
    pub(super) const fn crowded(&self) -> bool {
        self.fullest > 2
    }

    /// The columns whose first card scales with the writer, the writer's own among them.
    pub(super) fn tied(&self, design: &Design) -> Vec<usize> {
        let first = |instances: &Vec<usize>| instances.first().is_some_and(|index| tied(design, *index));
        let columns = self.zones.iter().enumerate();
        columns.filter(|(_, (_, instances))| first(instances)).map(|(column, _)| column).collect()
    }

    /// The writer's column.
    pub(super) fn writer(&self) -> usize {
        self.zones.iter().position(|(_, instances)| instances.contains(&0)).unwrap_or(0)
    }
}

/// Whether an instance scales with the writer, or is it (ACU-38, ACU-42).
pub(super) fn tied(design: &Design, index: usize) -> bool {
    index == 0 || tier(design, index) <= 1
}

fn tier(design: &Design, index: usize) -> u32 {
    design.instances().nth(index).map_or(0, |instance| instance.promotion_tier)
}

/// Draws the columns and their cards.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &Plan) {
    let (metrics, rows) = (sheet.metrics, sheet.rows);
    let size = Size::of(&metrics, plan.crowded(), metrics.card());
    for (place, (zone, instances)) in plan.zones.iter().enumerate() {
        let x = metrics.column_x(place);
        let rect = Rect::new(x, rows.zone, metrics.column, rows.storage + 24 - rows.zone);
        let full = format!("{}{zone}", sheet.design.region.code);
        let title = if metrics.column >= 190 { full } else { format!("Zone {zone}") };
        // On the phone the line into a lone card passes right of the name.
        let (inset, baseline, style) =
            if metrics.phone() { (8, 19, Style::Name) } else { (metrics.padding, 23, Style::Title) };
        let nodes = instances
            .iter()
            .zip(0..)
            .map(|(index, row)| {
                let y = rows.cards + row * (size.height() + size.gap());
                let rect = Rect::new(x + metrics.padding, y, metrics.card(), size.height());
                let instance = instance(sheet, *index, *zone);
                sheet.push(card(instance, rect, size))
            })
            .collect();
        sheet.diagram.zones.push(ZoneColumn {
            zone: *zone,
            rect,
            title: start(x + inset, rows.zone + baseline, style, title),
            add: add(&metrics, rect),
            nodes,
        });
    }
}

fn add(metrics: &Metrics, column: Rect) -> Rect {
    if metrics.phone() {
        return Rect::new(column.right() - 28, column.y + 2, 24, 24);
    }
    Rect::new(column.right() - metrics.padding - 20, column.y + 6, 24, 24)
}

fn instance(sheet: &Sheet<'_>, index: usize, zone: Zone) -> Instance {
    let (design, part) = (sheet.design, Part::Instance(index));
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let tied = tied(design, index);
    let typical = if tied { design.writer_acu() } else { design.readers_acu() };
    Instance {
        key: Design::instance_key(index),
        part,
        kind: if index == 0 { NodeKind::Writer } else { NodeKind::Reader },
        name: instance_name(index),
        place: Place::Zone(zone, tier(design, index)),
        tied,
        min,
        max,
        typical: held(typical, min, max),
        cost: sheet.cost(part),
        counts: sheet.counts(part),
    }
}

/// Height of the cards of the fullest zone.
pub(super) fn height(metrics: &Metrics, plan: &Plan) -> i32 {
    Size::of(metrics, plan.crowded(), metrics.card()).stack(count(plan.fullest))
}
