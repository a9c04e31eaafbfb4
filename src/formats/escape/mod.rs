//! Text of a user's inside another language, so that it stays text: one escape for each language that has no module of
//! its own here. HCL, YAML and the link keep theirs beside what they write.

mod csv;
mod markdown;
mod shell;
mod terminal;
mod xml;

pub use csv::{number as csv_number, row as csv_row, text as csv_text};
pub use markdown::{fenced as markdown_code, inline as markdown_text};
pub use shell::{url_part, word as shell_word};
pub use terminal::line as terminal_line;
pub use xml::text as xml_text;
