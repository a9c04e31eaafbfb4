//! The drawing of a design as whole pixels: every card, line and word with its place, for any surface to paint.
//!
//! [`layout`] is total and knows no state: equal designs give equal drawings. A painter walks the lists of [`Diagram`]
//! in this order, so that nothing lies under what it should lie over: `frames`, `zones`, `slots`, `lines` of kind
//! [`Flow::Read`], `crossings` (a short stroke of the panel's color that interrupts a read line where a write crosses),
//! the other `lines`, `arrows`, `nodes`, `ties`, `globe`.
//!
//! What is drawn of each of them is in `shapes`: plain rectangles, circles, paths and texts, each with its [`Look`], so
//! that the file, the page and the page's first paint show the same.
//!
//! At rest only `lines` and `arrows` are painted, where shared stretches appear once, so that dashes never overlap.
//! `edges` are the same flows whole, from card to card: a selected part lights every edge whose `parts` hold it,
//! painted over everything but the nodes. `ZoneColumn::add` and `Slot::action` are buttons of the interactive drawing;
//! the exported picture leaves them out. `Node::neighbors` are the targets of the arrow keys. A card's `key` is unique
//! in the drawing and stays with what it shows, so it serves as the id of an element.

mod about;
mod access;
mod card;
mod columns;
mod edges;
mod elsewhere;
mod frames;
mod gauge;
mod glyphs;
mod look;
mod metrics;
mod model;
mod neighbors;
mod secondaries;
mod services;
mod shapes;
mod sheet;
mod ties;
mod words;

use crate::design::Design;
use crate::estimate::Bill;
use crate::rules::Finding;

pub use access::client_name;
pub use gauge::{STOPS, gauge_acu, gauge_position};
pub use glyphs::{Glyph, badge_body, badge_sign};
pub use look::Look;
pub use metrics::text_width;
pub use model::{
    Align, Arrow, Badge, Counts, Diagram, Edge, Flow, Form, Frame, Gauge, Line, Neighbors, Node, NodeKind,
    Point, Rect, Slot, Style, Text, Tie, ZoneColumn,
};
pub use shapes::{Place, Shape, outline};

use columns::Plan;
use metrics::Metrics;
use sheet::{Rows, Sheet};

/// The drawing of a design with its costs and findings.
pub fn layout(design: &Design, bill: &Bill, findings: &[Finding], form: Form) -> Diagram {
    let plan = Plan::new(design);
    let metrics = Metrics::new(form, !design.secondaries().is_empty(), plan.zones.len());
    let tied = plan.tied(design);
    let tie_above = tied.iter().zip(tied.iter().skip(1)).any(|(from, to)| to - from > 1);
    let rows = Rows::new(&metrics, columns::height(&metrics, &plan), tie_above);
    let diagram = Diagram {
        width: metrics.width,
        height: rows.bottom,
        title: format!("Aurora cluster {}", design.cluster_name()),
        description: about::description(design, &plan),
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
        frames::draw(&mut sheet, &access);
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
