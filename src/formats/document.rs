//! Pages of prose, tables and buttons as data: the page draws them, a file has them as Markdown, and the Markdown that a
//! test printed is read back for the page.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// A part of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// What everything above or below comes to, in a sentence.
    Verdict(String),
    /// What must be known beside it, in small print.
    Note(String),
    /// Sentences in a list.
    List(Vec<String>),
    /// Sentences in a list, each after the name of what it is about.
    Named(Vec<(String, String)>),
    /// Sentences in a list, each after the mark of where it comes from: `given`, `default`.
    Marked(Vec<(String, String)>),
    /// Words and figures in rows.
    Table(Table),
    /// Figures to compare, in rows; one of them may be the design as it is.
    Figures(Table),
    /// Sums against one that none should pass.
    Bars(Vec<Bar>),
    /// Changes of the design to choose from, the best first.
    Changes(Vec<Change>),
    /// A button.
    Act(Act),
    /// A part under its title.
    Part(String, Vec<Self>),
}

/// A button on a page. The page knows its place and nothing of what it does; whoever wrote the page does.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Act {
    /// Which of the page's acts it is, from 0.
    pub place: usize,
    /// The words on it; empty in a cell whose own words are the button.
    pub words: String,
    /// What it is called for who does not see what stands around it; empty where its words say it all.
    pub label: String,
    /// Its id in the page's markup; empty for none.
    pub id: String,
}

/// A sum against one that it should not pass; lengths in percent of the longest, with one place: `62.5%`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bar {
    /// What it is the sum of.
    pub name: String,
    /// The sum.
    pub total: String,
    /// What is left, or how much it is over.
    pub verdict: String,
    /// Whether it is over.
    pub over: bool,
    /// All of it.
    pub whole: String,
    /// What of it is within.
    pub paid: String,
    /// Where the end is that it should not pass.
    pub cap: String,
}

/// A change of the design that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// What to do.
    pub title: String,
    /// What comes of it.
    pub gain: String,
    /// What is lost by it, and what it will be warned of.
    pub gives_up: Vec<String>,
    /// Its button; `None` where a design can't say it.
    pub act: Option<Act>,
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
    /// Places of the columns that it can do without where there is little room.
    pub aside: Vec<usize>,
}

impl Table {
    /// A table of rows that are as long as its head.
    pub fn new(caption: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Self {
        let head = head.iter().map(|it| (*it).to_owned()).collect();
        Self { caption: caption.to_owned(), head, rows, aside: Vec::new() }
    }
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Cell {
    /// A name in AWS' spelling before its text; empty for none.
    pub code: String,
    /// What stands in it.
    pub text: String,
    /// What is said of that in small print; empty for nothing.
    pub small: String,
    /// Addresses behind it, each under a name.
    pub links: Vec<(String, String)>,
    /// Whether it tells of the design as it is.
    pub own: bool,
    /// What can be done from it.
    pub act: Option<Act>,
}

/// What a cell that is [`Cell::own`] is marked with.
pub const OWN: &str = "this design";

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// The page as Markdown, without the captions of its tables and without its buttons.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    write_blocks(&mut text, blocks);
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn write_blocks(text: &mut String, blocks: &[Block]) {
    // Writing to a String can't fail, here and below.
    for block in blocks {
        match block {
            Block::Heading(words) => drop(write!(text, "## {words}\n\n")),
            Block::Text(words) | Block::Verdict(words) | Block::Note(words) => {
                let _ = write!(text, "{words}\n\n");
            }
            Block::List(lines) => list(text, lines.iter().cloned()),
            Block::Named(lines) => list(text, lines.iter().map(|(name, it)| format!("**{name}** {it}"))),
            Block::Marked(lines) => list(text, lines.iter().map(|(mark, it)| format!("{it} ({mark})"))),
            Block::Bars(bars) => {
                list(text, bars.iter().map(|it| format!("{}: {}, {}", it.name, it.total, it.verdict)));
            }
            Block::Changes(all) => list(text, all.iter().map(change)),
            Block::Table(table) | Block::Figures(table) => {
                row(text, table.head.iter().cloned());
                row(text, table.head.iter().map(|_| "---".to_owned()));
                for cells in &table.rows {
                    row(text, cells.iter().map(cell));
                }
                text.push('\n');
            }
            Block::Act(_) => {}
            Block::Part(title, blocks) => {
                let _ = write!(text, "## {title}\n\n");
                write_blocks(text, blocks);
            }
        }
    }
}

fn list(text: &mut String, lines: impl Iterator<Item = String>) {
    for line in lines {
        let _ = writeln!(text, "- {line}");
    }
    text.push('\n');
}

fn change(it: &Change) -> String {
    format!("**{}** {}. {}", it.title, it.gain, it.gives_up.join(" "))
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn cell(cell: &Cell) -> String {
    let code = Some(&cell.code).filter(|it| !it.is_empty()).map(|it| format!("`{it}`"));
    let own = if cell.own { OWN } else { "" };
    let words = [&cell.text, own, &cell.small].into_iter().filter(|it| !it.is_empty());
    let links = cell.links.iter().map(|(name, address)| format!("[{name}]({address})"));
    let parts: Vec<String> =
        code.into_iter().chain(words.map(|it| it.replace('|', "\\|"))).chain(links).collect();
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
    blocks.push(Block::Table(Table { caption, head: cells, ..Table::default() }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let rows = vec![vec!["a|b".into(), "0.12".into()], vec!["c".into(), "unknown".into()]];
        let table = Table::new("Prices", &["Region", "Price"], rows);
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
        assert_eq!(cell(&Cell { links, ..Cell::default() }), "[K1](https://example.com)");
    }

    #[test]
    fn what_only_a_page_can_do_is_left_out_of_the_text() {
        let act = Act { words: "Use".to_owned(), ..Act::default() };
        let here =
            Cell { code: "a-1".to_owned(), own: true, small: "unknown: x".to_owned(), ..Cell::from("A") };
        let there = Cell { act: Some(act.clone()), ..Cell::from("B") };
        let table = Table::new("Places", &["Place"], vec![vec![here], vec![there]]);
        let change = Change {
            title: "Do less".to_owned(),
            gain: "Saves $2".to_owned(),
            gives_up: vec!["Speed.".to_owned()],
            act: Some(act.clone()),
        };
        let page = [
            Block::Part("Places".to_owned(), vec![Block::Figures(table), Block::Act(act)]),
            Block::Changes(vec![change]),
            Block::Marked(vec![("given".to_owned(), "80 GB".to_owned())]),
            Block::Named(vec![("Dev".to_owned(), "It sleeps.".to_owned())]),
        ];
        let text = "## Places\n\n| Place |\n| --- |\n| `a-1` A this design unknown: x |\n| B |\n\n\
                    - **Do less** Saves $2. Speed.\n\n- 80 GB (given)\n\n- **Dev** It sleeps.\n";
        assert_eq!(markdown(&page), text);
    }
}
