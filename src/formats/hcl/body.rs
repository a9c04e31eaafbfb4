//! Bodies: attributes, blocks, comments and the blank lines between.

use std::borrow::Cow;

use hcl::Expression;

use super::code::Code;
use super::escape::{is_hidden, is_plain};
use super::expr::Expr;
use super::layout::{Place, aligned, indent};
use super::reads::reads_data;

/// What all but the largest blocks of a document take, in bytes, and a block's content, in items.
const USUAL_SIZE: usize = 512;
const USUAL_ITEMS: usize = 8;

/// A part of a document: attributes, blocks, comments and the blank lines between.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Body(Vec<Item>);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Item {
    Attribute(&'static str, Expr),
    Block(Box<Block>),
    Comment(Cow<'static, str>),
    Gap,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Block {
    kind: &'static str,
    labels: [Option<Code>; 2],
    body: Body,
}

impl Body {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With an attribute.
    #[must_use]
    pub fn set(self, name: &'static str, value: Expr) -> Self {
        self.and(Item::Attribute(name, value))
    }

    /// With an attribute, if there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<Expr>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// With a block: its kind, its labels, its content. Blank lines around it come by themselves.
    #[must_use]
    pub fn block<const N: usize>(self, kind: &'static str, labels: [Code; N], body: Self) -> Self {
        const { assert!(N <= 2, "no block of Terraform's has more labels") };
        let mut labels = labels.into_iter();
        let labels = [labels.next(), labels.next()];
        let block = Item::Block(Box::new(Block { kind, labels, body }));
        // Most blocks are built alone and put together later.
        if self.0.is_empty() { Self(vec![block]) } else { self.and(block) }
    }

    /// With an attribute in front of the others, but behind comments and what repeats the block.
    #[must_use]
    pub fn first(mut self, name: &'static str, value: Expr) -> Self {
        let leading = self
            .0
            .iter()
            .take_while(|item| matches!(item, Item::Comment(_) | Item::Attribute("for_each", _) | Item::Gap));
        let place = leading.count();
        self.0.insert(place, Item::Attribute(name, value));
        self
    }

    /// With a comment; each line of the text becomes one, and nothing of it can end the comment.
    #[must_use]
    pub fn comment(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.and(Item::Comment(text.into()))
    }

    /// With a blank line.
    #[must_use]
    pub fn gap(self) -> Self {
        self.and(Item::Gap)
    }

    /// With everything of another body.
    #[must_use]
    pub fn with(mut self, mut other: Self) -> Self {
        if self.0.is_empty() {
            return other;
        }
        self.0.append(&mut other.0);
        self
    }

    fn and(mut self, item: Item) -> Self {
        if self.0.is_empty() {
            self.0 = Vec::with_capacity(USUAL_ITEMS);
        }
        self.0.push(item);
        self
    }

    /// Changed, if the condition holds.
    #[must_use]
    pub fn when(self, condition: bool, change: impl FnOnce(Self) -> Self) -> Self {
        if condition { change(self) } else { self }
    }

    /// Whether an expression anywhere in it reads a data source of this kind.
    pub fn reads_data(&self, kind: &str) -> bool {
        self.0.iter().any(|item| match item {
            Item::Attribute(_, value) => reads_data(value.expression(), kind),
            Item::Block(block) => block.body.reads_data(kind),
            Item::Comment(_) | Item::Gap => false,
        })
    }

    /// The document, `\n` at every line's end.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.print_to(&mut out);
        out
    }

    /// The same behind what is there, which ends with a line's end.
    pub fn print_to(&self, out: &mut String) {
        let mut bytes = Vec::with_capacity(USUAL_SIZE * self.0.len());
        self.write(&mut bytes, 0);
        // hcl-rs writes bytes; they are texts put after each other, so nothing is lost.
        out.push_str(&String::from_utf8_lossy(&bytes));
    }

    fn write(&self, out: &mut Vec<u8>, depth: usize) {
        let mut rest = self.0.as_slice();
        let mut previous: Option<&Item> = None;
        while let Some((item, after)) = rest.split_first() {
            if previous.is_some_and(|previous| parted(previous, item)) {
                out.push(b'\n');
            }
            previous = Some(item);
            let here = std::mem::replace(&mut rest, after);
            match item {
                Item::Attribute(..) => {
                    let run = here.iter().map_while(attribute);
                    rest = here.get(run.clone().count()..).unwrap_or_default();
                    aligned(run, str::len, Place::Open, out, depth);
                }
                Item::Block(block) => {
                    let Block { kind, labels, body } = &**block;
                    indent(out, depth);
                    out.extend_from_slice(kind.as_bytes());
                    for label in labels.iter().flatten() {
                        out.extend_from_slice(b" \"");
                        out.extend_from_slice(label.as_str().as_bytes());
                        out.push(b'"');
                    }
                    if body.0.is_empty() {
                        out.extend_from_slice(b" {}\n");
                    } else {
                        out.extend_from_slice(b" {\n");
                        body.write(out, depth + 1);
                        indent(out, depth);
                        out.extend_from_slice(b"}\n");
                    }
                }
                Item::Comment(text) => comment(text, out, depth),
                Item::Gap => {}
            }
        }
    }
}

fn attribute(item: &Item) -> Option<(&str, &Expression)> {
    if let Item::Attribute(name, value) = item { Some((name, value.expression())) } else { None }
}

/// Whether a blank line stands between the two: around blocks, at gaps, but not under a comment.
fn parted(previous: &Item, item: &Item) -> bool {
    match (previous, item) {
        (_, Item::Gap) | (Item::Comment(_), _) => false,
        (Item::Gap | Item::Block(..), _) | (_, Item::Block(..)) => true,
        _ => false,
    }
}

fn comment(text: &str, out: &mut Vec<u8>, depth: usize) {
    if is_plain(text) {
        indent(out, depth);
        let text = text.trim_end_matches(' ');
        out.extend_from_slice(if text.is_empty() { b"#" } else { b"# " });
        out.extend_from_slice(text.as_bytes());
        out.push(b'\n');
        return;
    }
    for line in text.split(is_line_end) {
        indent(out, depth);
        out.push(b'#');
        let line = line.trim_end_matches(|letter: char| letter.is_whitespace() || is_hidden(letter));
        if line.is_empty() {
            out.push(b'\n');
            continue;
        }
        out.push(b' ');
        if is_plain(line) {
            out.extend_from_slice(line.as_bytes());
        } else {
            out.extend_from_slice(line.replace(is_hidden, " ").as_bytes());
        }
        out.push(b'\n');
    }
}

const fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
