//! Code and expressions: what stands on the right side of an attribute.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::body::{is_hidden, is_plain};

/// The longest list that stays on one line, in columns.
const LIST_WIDTH: usize = 100;

/// What the slots of a template usually add to it, in bytes.
const SLOT_WIDTH: usize = 32;

/// Source text that was never typed by a user: names, references, templates.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Code(Cow<'static, str>);

impl Code {
    /// A constant.
    pub const fn new(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// A whole number.
    pub fn number(number: u64) -> Self {
        Self(Cow::Owned(number.to_string()))
    }

    /// A constant as an identifier: `eu-west-1` as `eu_west_1`.
    pub fn identifier(text: &'static str) -> Self {
        Self(Cow::Owned(text.replace('-', "_")))
    }

    /// A constant with slots, each filled with code.
    pub fn filled(template: &'static str, slots: &[(&'static str, &Self)]) -> Self {
        if !template.bytes().any(|byte| byte == b'{') {
            return Self::new(template);
        }
        let mut out = String::with_capacity(template.len() + SLOT_WIDTH);
        let mut rest = template;
        while let Some((before, slot)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
            out.push_str(before);
            let filled = slots.iter().find_map(|(name, code)| Some((code, slot.strip_prefix(name)?)));
            rest = if let Some((code, after)) = filled {
                out.push_str(&code.0);
                after
            } else {
                out.push('{');
                slot.get(1..).unwrap_or_default()
            };
        }
        out.push_str(rest);
        Self(Cow::Owned(out))
    }

    /// One after the other.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        if other.0.is_empty() {
            return self.clone();
        }
        let mut text = String::with_capacity(self.0.len() + other.0.len());
        text.push_str(&self.0);
        text.push_str(&other.0);
        Self(Cow::Owned(text))
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
    Line(Cow<'static, str>),
    List(Vec<Expr>),
    Object(Vec<(Cow<'static, str>, Expr)>),
    Call(&'static str, Box<Expr>),
}

impl Expr {
    /// Constant source text.
    pub const fn code(text: &'static str) -> Self {
        Self(Node::Line(Cow::Borrowed(text)))
    }

    /// Source text built from constants.
    pub fn of(code: &Code) -> Self {
        Self(Node::Line(code.0.clone()))
    }

    /// Any text, quoted and escaped.
    pub fn text(text: &str) -> Self {
        Self(Node::Line(Cow::Owned(quoted(text))))
    }

    /// A number, as its own text prints it.
    pub fn number(number: impl Into<u64>) -> Self {
        Self(Node::Line(Cow::Owned(number.into().to_string())))
    }

    /// An exact decimal.
    pub fn decimal(number: crate::facts::Decimal) -> Self {
        Self(Node::Line(Cow::Owned(number.to_string())))
    }

    /// `true` or `false`.
    pub const fn flag(flag: bool) -> Self {
        Self::code(if flag { "true" } else { "false" })
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
        let entries = entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value));
        Self(Node::Object(entries.collect()))
    }

    /// An object with one entry a line; keys are any texts, quoted and escaped.
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Cow::Owned(countable(&quoted(key))), value));
        Self(Node::Object(entries.collect()))
    }

    /// An object on one line; values that need several lines are left out of it.
    pub fn inline(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let mut out = String::from("{ ");
        let mut first = true;
        for (key, value) in entries.into_iter().filter(|(_, value)| value.width().is_some()) {
            out.push_str(if first { "" } else { ", " });
            out.push_str(key);
            out.push_str(" = ");
            value.write(&mut out, 0);
            first = false;
        }
        out.push_str(" }");
        Self(Node::Line(Cow::Owned(out)))
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

    /// How many columns it takes on one line; `None` where it needs several.
    fn width(&self) -> Option<usize> {
        match &self.0 {
            Node::Line(text) => Some(columns(text)),
            Node::List(items) => {
                let parting = 2 * items.len().saturating_sub(1);
                let items = items.iter().try_fold(2 + parting, |sum, item| Some(sum + item.width()?))?;
                (items <= LIST_WIDTH).then_some(items)
            }
            Node::Object(entries) => entries.is_empty().then_some(2),
            Node::Call(function, argument) => Some(argument.width()? + function.len() + 2),
        }
    }

    fn is_line(&self) -> bool {
        matches!(self.0, Node::Line(_)) || self.width().is_some()
    }

    /// Writes it from the middle of a line on; `depth` is that line's.
    pub(super) fn write(&self, out: &mut String, depth: usize) {
        match &self.0 {
            Node::Line(text) => out.push_str(text),
            Node::List(items) if self.is_line() => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { ", " });
                    item.write(out, depth);
                }
                out.push(']');
            }
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
            Node::Object(entries) if entries.is_empty() => out.push_str("{}"),
            Node::Object(entries) => {
                out.push_str("{\n");
                aligned(entries.iter().map(|(key, value)| (&**key, value)), columns, out, depth + 1);
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
    let special = |byte: u8| matches!(byte, b'"' | b'\\' | b'$' | b'%');
    if is_plain(text) && !text.bytes().any(special) {
        out.push_str(text);
        out.push('"');
        return out;
    }
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

/// Writes `key = value` lines with the signs under each other, keys as wide as `columns` says; a value of several lines ends the run, as in `fmt`.
pub(super) fn aligned<'a>(
    mut entries: impl Iterator<Item = (&'a str, &'a Expr)> + Clone,
    columns: fn(&str) -> usize,
    out: &mut String,
    depth: usize,
) {
    loop {
        let mut widest = 0;
        for (key, _) in entries.clone().take_while(|(_, value)| value.is_line()) {
            widest = widest.max(columns(key));
        }
        // The run, and what ended it.
        loop {
            let Some((key, value)) = entries.next() else { return };
            indent(out, depth);
            out.push_str(key);
            let line = value.is_line();
            if line {
                spaces(widest - columns(key), out);
            }
            out.push_str(" = ");
            value.write(out, depth);
            out.push('\n');
            if !line {
                break;
            }
        }
    }
}

fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

pub(super) fn indent(out: &mut String, depth: usize) {
    spaces(2 * depth, out);
}

fn spaces(count: usize, out: &mut String) {
    const MANY: &str = "                                        ";
    match MANY.get(..count) {
        Some(few) => out.push_str(few),
        None => out.extend(std::iter::repeat_n(' ', count)),
    }
}
