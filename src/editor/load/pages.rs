//! What the model rests on: its constants with their sources, what may be promised, and how far everything carries.

use crate::facts::catalog;
use crate::formats::document::{Block, Cell, Table, read};
use crate::simulate::evidence::{CONSTANTS, PROMISES, SOURCES, Source};
use crate::simulate::{Constants, Edge, Platform};

/// The page that a test prints from the tests' own data.
static ACCURACY: &str = include_str!("../../../tests/golden/accuracy.md");

/// How far everything carries.
pub(super) fn accuracy() -> Vec<Block> {
    read(ACCURACY)
}

/// The constants of a platform, each with its sources, and what may be promised.
pub(super) fn evidence(platform: Platform) -> Vec<Block> {
    let rows = CONSTANTS.iter().map(|row| {
        let figures = Edge::ALL.map(|edge| (row.figure)(Constants::of(platform, edge)).to_string());
        let sources =
            Cell { links: row.sources.iter().filter_map(|id| opened(id)).collect(), ..Cell::default() };
        let named = Cell::from(format!("{} ({})", row.what, row.name));
        let [low, plan, high] = figures.map(Cell::from);
        vec![named, low, plan, high, Cell::from(row.unit), sources]
    });
    let promises = PROMISES.iter().map(|row| {
        let says = match platform {
            Platform::V1To2 => row.v1_to_2,
            Platform::V3To4 => row.v3_to_4,
        };
        vec![Cell::from(row.about), Cell::from(says)]
    });
    let sources = SOURCES.iter().map(|source| {
        let links = vec![(source.title.to_owned(), source.url.to_owned())];
        vec![source.id.into(), Cell { links, ..Cell::default() }, source.kind.into(), source.published.into()]
    });
    vec![
        Block::Heading("Constants of the model".to_owned()),
        Block::Table(Table::new(
            "Constants of the model",
            &["What", "Low", "Plan", "High", "Unit", "From"],
            rows.collect(),
        )),
        Block::Heading("What may be promised".to_owned()),
        Block::Table(Table::new(
            "What may be promised",
            &["About", "In these words or weaker"],
            promises.collect(),
        )),
        Block::Heading("Sources".to_owned()),
        Block::Table(Table::new("Sources", &["Id", "Title", "Kind", "Published"], sources.collect())),
    ]
}

/// A source's name with its address.
fn opened(id: &str) -> Option<(String, String)> {
    let trace = Source::find(id).map(|source| source.url.to_owned());
    let page =
        || catalog::find(id)?.sources.iter().find(|it| it.starts_with("https://")).map(|it| (*it).to_owned());
    trace.or_else(page).map(|address| (id.to_owned(), address))
}
