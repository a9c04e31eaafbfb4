//! The card of an instance in its four sizes.

use crate::design::{Part, Zone};
use crate::facts::{Acu, Decimal};

use super::gauge::gauge_position;
use super::glyphs::Glyph;
use super::metrics::{Metrics, end, first_fit, fit, start, text_width};
use super::model::{Badge, Counts, Gauge, Neighbors, Node, NodeKind, Rect, Style, Text};
use super::words;

/// What a card says of an instance.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    pub(super) key: String,
    pub(super) part: Part,
    pub(super) kind: NodeKind,
    pub(super) name: String,
    /// Where it is: a zone of the primary, or a Region's place.
    pub(super) place: Place,
    /// Whether it scales with the writer.
    pub(super) tied: bool,
    pub(super) min: Acu,
    pub(super) max: Acu,
    pub(super) typical: Decimal,
    pub(super) cost: Option<String>,
    pub(super) counts: Counts,
}

impl Instance {
    fn tier(&self) -> Option<String> {
        match self.place {
            Place::Zone(_, tier) => Some(format!("tier {tier}")),
            Place::Region(_) => None,
        }
    }
}

/// Where an instance is.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// In the primary: zone and promotion tier.
    Zone(Zone, u32),
    /// In a secondary.
    Region(&'static str),
}

/// How much room a card has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Size {
    /// 116 high.
    Full,
    /// 112 high, for the phone.
    Compact,
    /// 44 high.
    Dense,
    /// 44 high and narrow.
    Slim,
}

impl Size {
    /// For a card of that width in a zone that is crowded or not.
    pub(super) fn of(metrics: &Metrics, crowded: bool, width: i32) -> Self {
        match (crowded, metrics.phone()) {
            (true, _) if width >= 200 => Self::Dense,
            (true, _) => Self::Slim,
            (false, true) => Self::Compact,
            (false, false) => Self::Full,
        }
    }

    pub(super) const fn height(self) -> i32 {
        match self {
            Self::Full => 116,
            Self::Compact => 112,
            Self::Dense | Self::Slim => 44,
        }
    }

    /// Between two cards.
    pub(super) const fn gap(self) -> i32 {
        if self.dense() { 4 } else { 12 }
    }

    pub(super) const fn dense(self) -> bool {
        matches!(self, Self::Dense | Self::Slim)
    }

    /// Height of so many cards with their gaps.
    pub(super) const fn stack(self, cards: i32) -> i32 {
        if cards == 0 { 0 } else { cards * (self.height() + self.gap()) - self.gap() }
    }

    /// Where lines from the gutters meet the card, from its top.
    pub(super) const fn stub(self) -> i32 {
        match self {
            Self::Full => 88,
            Self::Compact => 84,
            Self::Dense | Self::Slim => 32,
        }
    }

    /// Where the tie meets the card, from its top.
    pub(super) const fn tie(self) -> i32 {
        match self {
            Self::Full => 60,
            Self::Compact => 54,
            Self::Dense | Self::Slim => 14,
        }
    }
}

/// The card of an instance.
pub(super) fn card(instance: Instance, rect: Rect, size: Size) -> Node {
    let worst = instance.counts.worst();
    let (right, square) = (rect.right(), if size.dense() { 14 } else { 16 });
    let (track, badge) = match size {
        Size::Full => (Rect::new(rect.x + 12, rect.y + 57, rect.width - 24, 6), (right - 28, rect.y + 11)),
        Size::Compact => (Rect::new(rect.x + 8, rect.y + 51, rect.width - 16, 6), (right - 24, rect.y + 9)),
        Size::Dense => {
            let left = if instance.tier().is_some() { 60 } else { 10 };
            let track = Rect::new(rect.x + left, rect.y + 30, rect.width - left - 34, 4);
            (track, (right - 24, rect.y + 25))
        }
        Size::Slim => (Rect::new(rect.x + 8, rect.y + 35, rect.width - 16, 4), (right - 22, rect.y + 4)),
    };
    let glyph = if instance.kind == NodeKind::Writer { Glyph::Pen } else { Glyph::Book };
    let glyphs = match size {
        Size::Full => vec![(glyph, Rect::new(rect.x + 12, rect.y + 11, 16, 16))],
        Size::Dense => vec![(glyph, Rect::new(rect.x + 10, rect.y + 8, 14, 14))],
        Size::Compact | Size::Slim => Vec::new(),
    };
    let texts = match size {
        Size::Full => full(&instance, rect),
        Size::Compact => compact(&instance, rect),
        Size::Dense => dense(&instance, rect),
        Size::Slim => slim(&instance, rect),
    };
    Node {
        label: label(&instance),
        key: instance.key,
        part: instance.part,
        kind: instance.kind,
        rect,
        name: instance.name,
        glyphs,
        texts,
        cost: instance.cost,
        worst,
        counts: instance.counts,
        badge: worst.map(|severity| Badge { severity, rect: Rect::new(badge.0, badge.1, square, square) }),
        gauge: Some(gauge(track, instance.min, instance.max, instance.typical)),
        ports: Vec::new(),
        copies: Vec::new(),
        dense: size.dense(),
        neighbors: Neighbors::default(),
    }
}

/// The typical capacity held inside the range, as the bill holds it.
pub(super) fn held(typical: Decimal, min: Acu, max: Acu) -> Decimal {
    let low = min.max(Acu::HALF).as_decimal();
    typical.max(low).min(max.as_decimal().max(low))
}

fn gauge(track: Rect, min: Acu, max: Acu, typical: Decimal) -> Gauge {
    let width = u32::try_from(track.width).unwrap_or(0);
    let place = |amount| i32::try_from(gauge_position(amount, width)).unwrap_or(0);
    let (min, max) = (place(min.min(max).as_decimal()), place(max.max(min).as_decimal()));
    Gauge { track, min, max, typical: place(typical) }
}

fn label(instance: &Instance) -> String {
    let mut said = vec![instance.name.clone()];
    match instance.place {
        Place::Zone(zone, tier) => said.extend([format!("zone {zone}"), format!("tier {tier}")]),
        Place::Region(place) => said.push(place.to_owned()),
    }
    if instance.tied && instance.kind == NodeKind::Reader {
        said.push("scales with the writer".to_owned());
    }
    said.push(format!("{} to {} ACU", instance.min, instance.max));
    said.extend(instance.cost.as_deref().map(words::spoken));
    said.extend(words::findings(instance.counts));
    said.join(", ")
}

fn ranges(instance: &Instance) -> [String; 2] {
    let bare = bare(instance);
    [format!("{bare} ACU"), bare]
}

fn bare(instance: &Instance) -> String {
    format!("{}–{}", instance.min, instance.max)
}

fn full(instance: &Instance, rect: Rect) -> Vec<Text> {
    let (x, y, right, inner) = (rect.x + 12, rect.y, rect.right() - 12, rect.width - 24);
    let place = match instance.place {
        Place::Zone(zone, tier) => format!("Zone {zone} · tier {tier}"),
        Place::Region(place) => format!("In {place}"),
    };
    let mut texts = vec![
        start(x + 24, y + 24, Style::Title, instance.name.clone()),
        start(x, y + 44, Style::Meta, fit(&place, Style::Meta, inner)),
    ];
    let cost = instance.cost.clone().unwrap_or_default();
    let money = text_width(&cost, Style::Title);
    let (range, below) = match first_fit(&ranges(instance), Style::Figure, inner - money - 8) {
        Some(range) => (range, false),
        None => (bare(instance), true),
    };
    texts.push(start(x, y + 86, Style::Figure, range));
    let typical = format!("typical {}", instance.typical);
    let follows = format!("{typical} as writer");
    let choices = if instance.tied && instance.kind == NodeKind::Reader {
        vec![follows, typical]
    } else {
        vec![typical]
    };
    // A long amount takes the line below, and the tick alone says what is typical.
    let taken = match (below, instance.cost.is_some()) {
        (true, _) => money,
        (false, true) if inner >= 160 => text_width("a month", Style::Caption),
        _ => -8,
    };
    texts.extend(
        first_fit(&choices, Style::Meta, inner - taken - 8).map(|text| start(x, y + 103, Style::Meta, text)),
    );
    if instance.cost.is_some() {
        texts.push(end(right, if below { y + 103 } else { y + 86 }, Style::Title, cost));
        if !below && inner >= 160 {
            texts.push(end(right, y + 103, Style::Caption, "a month"));
        }
    }
    texts
}

fn compact(instance: &Instance, rect: Rect) -> Vec<Text> {
    let (x, y, inner) = (rect.x + 8, rect.y, rect.width - 16);
    let range = first_fit(&ranges(instance), Style::Figure, inner);
    let mut texts = vec![start(x, y + 21, Style::Title, instance.name.clone())];
    texts.extend(instance.tier().map(|tier| start(x, y + 39, Style::Meta, tier)));
    texts.extend(range.map(|range| start(x, y + 80, Style::Figure, range)));
    texts.extend(instance.cost.clone().map(|cost| start(x, y + 99, Style::Title, cost)));
    texts
}

fn dense(instance: &Instance, rect: Rect) -> Vec<Text> {
    let mut texts = vec![start(rect.x + 30, rect.y + 19, Style::Name, instance.name.clone())];
    texts.extend(instance.tier().map(|tier| start(rect.x + 10, rect.y + 36, Style::Meta, tier)));
    texts.extend(instance.cost.clone().map(|cost| end(rect.right() - 10, rect.y + 19, Style::Title, cost)));
    texts
}

fn slim(instance: &Instance, rect: Rect) -> Vec<Text> {
    let (x, right, inner) = (rect.x + 8, rect.right() - 8, rect.width - 16);
    let cost = instance.cost.clone().unwrap_or_default();
    let room = inner - text_width(&cost, Style::Title) - 8;
    let mut texts = vec![start(x, rect.y + 14, Style::Name, instance.name.clone())];
    let beside = instance.tier().map_or_else(|| ranges(instance).to_vec(), |tier| vec![tier]);
    let beside = first_fit(&beside, Style::Meta, room);
    texts.extend(beside.map(|text| end(right, rect.y + 29, Style::Meta, text)));
    if instance.cost.is_some() {
        texts.push(start(x, rect.y + 29, Style::Title, cost));
    }
    texts
}
