//! Pages of prose and tables as data: the page draws them, a file has them as Markdown, and the Markdown that a test
//! printed is read back for the page.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// A part of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Sentences in a list.
    List(Vec<String>),
    /// Figures in rows.
    Table(Table),
}

/// A table; the first cell of a row says what the row is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    /// What it is, for who does not see it.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Addresses behind it, each under a name.
    pub links: Vec<(String, String)>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, links: Vec::new() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// The page as Markdown, without the captions of its tables.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    // Writing to a String can't fail, here and below.
    for block in blocks {
        match block {
            Block::Heading(words) => drop(write!(text, "## {words}\n\n")),
            Block::Text(words) => drop(write!(text, "{words}\n\n")),
            Block::List(lines) => {
                for line in lines {
                    let _ = writeln!(text, "- {line}");
                }
                text.push('\n');
            }
            Block::Table(table) => {
                row(&mut text, table.head.iter().cloned());
                row(&mut text, table.head.iter().map(|_| "---".to_owned()));
                for cells in &table.rows {
                    row(&mut text, cells.iter().map(cell));
                }
                text.push('\n');
            }
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn cell(cell: &Cell) -> String {
    let links = cell.links.iter().map(|(name, address)| format!("[{name}]({address})"));
    let parts: Vec<String> =
        std::iter::once(cell.text.replace('|', "\\|")).filter(|it| !it.is_empty()).chain(links).collect();
    parts.join(" ")
}

/// Reads what [`markdown`] wrote, a heading of the first rank included.
pub fn read(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(words) = line.strip_prefix("## ").or_else(|| line.strip_prefix("# ")) {
            blocks.push(Block::Heading(words.to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::List(lines)) => lines.push(item.to_owned()),
                _ => blocks.push(Block::List(vec![item.to_owned()])),
            }
        } else if let Some(cells) = line.strip_prefix("| ").and_then(|it| it.strip_suffix(" |")) {
            read_row(&mut blocks, cells);
        } else {
            blocks.push(Block::Text(line.to_owned()));
        }
    }
    blocks
}

fn read_row(blocks: &mut Vec<Block>, cells: &str) {
    let cells: Vec<String> = cells.split(" | ").map(|it| it.replace("\\|", "|")).collect();
    if cells.iter().all(|it| it.trim_end_matches(':') == "---") {
        return;
    }
    if let Some(Block::Table(table)) = blocks.last_mut() {
        table.rows.push(cells.into_iter().map(Cell::from).collect());
        return;
    }
    let caption = match blocks.last() {
        Some(Block::Heading(words) | Block::Text(words)) => words.clone(),
        _ => String::new(),
    };
    blocks.push(Block::Table(Table { caption, head: cells, rows: Vec::new() }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let table = Table {
            caption: "Prices".to_owned(),
            head: vec!["Region".to_owned(), "Price".to_owned()],
            rows: vec![vec!["a|b".into(), "0.12".into()], vec!["c".into(), "unknown".into()]],
        };
        let page = vec![
            Block::Heading("Prices".to_owned()),
            Block::Table(table),
            Block::Text("Two of them.".to_owned()),
            Block::List(vec!["one".to_owned(), "two".to_owned()]),
        ];
        let text = markdown(&page);
        assert!(
            text.starts_with("## Prices\n\n| Region | Price |\n| --- | --- |\n| a\\|b | 0.12 |\n"),
            "{text}"
        );
        assert_eq!(read(&text), page);
    }

    #[test]
    fn a_link_has_its_name() {
        let links = vec![("K1".to_owned(), "https://example.com".to_owned())];
        assert_eq!(cell(&Cell { text: String::new(), links }), "[K1](https://example.com)");
    }
}
