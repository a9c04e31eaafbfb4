//! Code and expressions: what stands on the right side of an attribute.

use std::fmt::Write as _;

use super::body::is_hidden;

/// The longest list that stays on one line, in columns.
const LIST_WIDTH: usize = 100;

/// Source text that was never typed by a user: names, references, templates.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Code(String);

impl Code {
    /// A constant.
    pub fn new(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// A whole number.
    pub fn number(number: u64) -> Self {
        Self(number.to_string())
    }

    /// A constant as an identifier: `eu-west-1` as `eu_west_1`.
    pub fn identifier(text: &'static str) -> Self {
        Self(text.replace('-', "_"))
    }

    /// A constant with slots, each filled with code.
    pub fn filled(template: &'static str, slots: &[(&'static str, &Self)]) -> Self {
        if !template.contains('{') {
            return Self::new(template);
        }
        let fill = |text: String, (slot, code): &(&'static str, &Self)| {
            if text.contains(slot) { text.replace(slot, &code.0) } else { text }
        };
        Self(slots.iter().fold(template.to_owned(), fill))
    }

    /// One after the other.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        Self(format!("{}{}", self.0, other.0))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The right side of an attribute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr(Node);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Node {
    Line(String),
    List(Vec<Expr>),
    Object(Vec<(String, Expr)>),
    Call(&'static str, Box<Expr>),
}

impl Expr {
    /// Constant source text.
    pub fn code(text: &'static str) -> Self {
        Self::of(&Code::new(text))
    }

    /// Source text built from constants.
    pub fn of(code: &Code) -> Self {
        Self(Node::Line(code.0.clone()))
    }

    /// Any text, quoted and escaped.
    pub fn text(text: &str) -> Self {
        Self(Node::Line(quoted(text)))
    }

    /// A number, as its own text prints it.
    pub fn number(number: impl Into<u64>) -> Self {
        Self(Node::Line(number.into().to_string()))
    }

    /// An exact decimal.
    pub fn decimal(number: crate::facts::Decimal) -> Self {
        Self(Node::Line(number.to_string()))
    }

    /// `true` or `false`.
    pub fn flag(flag: bool) -> Self {
        Self(Node::Line(flag.to_string()))
    }

    /// A list: on one line where it is short.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Node::List(items.into_iter().collect()))
    }

    /// A list of texts, each quoted and escaped.
    pub fn texts<'a>(items: impl IntoIterator<Item = &'a str>) -> Self {
        Self::list(items.into_iter().map(Self::text))
    }

    /// An object with one entry a line; keys are code.
    pub fn object(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self(Node::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
    }

    /// An object with one entry a line; keys are any texts, quoted and escaped.
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self(Node::Object(entries.into_iter().map(|(key, value)| (countable(&quoted(key)), value)).collect()))
    }

    /// An object on one line; values that need several lines are left out of it.
    pub fn inline(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let entries: Vec<String> = entries
            .into_iter()
            .filter_map(|(key, value)| value.line().map(|value| format!("{key} = {value}")))
            .collect();
        Self(Node::Line(format!("{{ {} }}", entries.join(", "))))
    }

    /// A function of one argument: `jsonencode({ … })`.
    pub fn call(function: &'static str, argument: Self) -> Self {
        Self(Node::Call(function, Box::new(argument)))
    }

    pub(super) fn mentions(&self, code: &str) -> bool {
        match &self.0 {
            Node::Line(text) => text.contains(code),
            Node::List(items) => items.iter().any(|item| item.mentions(code)),
            Node::Object(entries) => entries.iter().any(|(_, value)| value.mentions(code)),
            Node::Call(_, argument) => argument.mentions(code),
        }
    }

    fn line(&self) -> Option<String> {
        match &self.0 {
            Node::Line(text) => Some(text.clone()),
            Node::List(items) => {
                let items: Option<Vec<String>> = items.iter().map(Self::line).collect();
                let text = format!("[{}]", items?.join(", "));
                (text.chars().count() <= LIST_WIDTH).then_some(text)
            }
            Node::Object(entries) => entries.is_empty().then(|| "{}".to_owned()),
            Node::Call(function, argument) => argument.line().map(|inner| format!("{function}({inner})")),
        }
    }

    /// Writes it from the middle of a line on; `depth` is that line's.
    pub(super) fn write(&self, out: &mut String, depth: usize) {
        if let Some(line) = self.line() {
            out.push_str(&line);
            return;
        }
        match &self.0 {
            Node::Line(text) => out.push_str(text),
            Node::List(items) => {
                out.push_str("[\n");
                for item in items {
                    indent(out, depth + 1);
                    item.write(out, depth + 1);
                    out.push_str(",\n");
                }
                indent(out, depth);
                out.push(']');
            }
            Node::Object(entries) => {
                out.push_str("{\n");
                aligned(entries.iter().map(|(key, value)| (key.as_str(), value)), out, depth + 1);
                indent(out, depth);
                out.push('}');
            }
            Node::Call(function, argument) => {
                out.push_str(function);
                out.push('(');
                argument.write(out, depth);
                out.push(')');
            }
        }
    }
}

/// Quoted and escaped: a sign that would open a template is doubled, what is not seen is written as its number.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if letters.peek() == Some(&'{') => out.extend([letter, letter]),
            _ if is_hidden(letter) => numbered(letter, &mut out),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// A letter by its number, as Terraform reads it inside quotes.
fn numbered(letter: char, out: &mut String) {
    // Writing to a String can't fail.
    let _ = match u32::from(letter) {
        number @ 0..=0xffff => write!(out, "\\u{number:04x}"),
        number => write!(out, "\\U{number:08x}"),
    };
}

/// The same string with every letter escaped that might join its neighbor: `fmt` counts what people see as one letter,
/// and alignment needs the same count.
fn countable(quoted: &str) -> String {
    let mut out = String::new();
    for letter in quoted.chars() {
        match u32::from(letter) {
            0..0x7f | 0xa1..=0x24f => out.push(letter),
            _ => numbered(letter, &mut out),
        }
    }
    out
}

/// Writes `key = value` lines with the signs under each other; a value of several lines ends the run, as in `fmt`.
pub(super) fn aligned<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Expr)>,
    out: &mut String,
    depth: usize,
) {
    let mut run: Vec<(&str, String)> = Vec::new();
    for (key, value) in entries {
        if let Some(line) = value.line() {
            run.push((key, line));
        } else {
            flush(&mut run, out, depth);
            indent(out, depth);
            out.push_str(key);
            out.push_str(" = ");
            value.write(out, depth);
            out.push('\n');
        }
    }
    flush(&mut run, out, depth);
}

fn flush(run: &mut Vec<(&str, String)>, out: &mut String, depth: usize) {
    let width = run.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0);
    for (key, value) in run.drain(..) {
        indent(out, depth);
        out.push_str(key);
        for _ in key.chars().count()..width {
            out.push(' ');
        }
        out.push_str(" = ");
        out.push_str(&value);
        out.push('\n');
    }
}

pub(super) fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}
