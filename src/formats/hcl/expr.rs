//! Code and expressions: what stands on the right side of an attribute.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::rc::Rc;

use super::body::is_hidden;

/// The longest list that stays on one line, in columns.
const LIST_WIDTH: usize = 100;

/// What most objects on one line fit into, in bytes.
const INLINE_WIDTH: usize = 128;

/// What most names of resources fit into, in bytes.
const LABEL_WIDTH: usize = 48;

/// Source text that was never typed by a user: names, references, templates.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Code(Source);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Source {
    Text(Cow<'static, str>),
    /// Filled when it is written: most of a large document is templates, and none of them needs a text of its own.
    Filled(&'static str, Slots),
    /// A constant with what fills the first slot behind it.
    Ending(&'static str, Slots),
}

/// What fills the slots of templates. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Slots(Rc<Vec<(&'static str, Code)>>);

impl Slots {
    /// Each slot, a letter in braces, and its code.
    pub fn new(slots: impl Into<Vec<(&'static str, Code)>>) -> Self {
        Self(Rc::new(slots.into()))
    }
}

impl Code {
    /// A constant.
    pub const fn new(text: &'static str) -> Self {
        Self(Source::Text(Cow::Borrowed(text)))
    }

    /// A whole number.
    pub fn number(number: u64) -> Self {
        Self(Source::Text(Cow::Owned(number.to_string())))
    }

    /// A constant as an identifier: `eu-west-1` as `eu_west_1`.
    pub fn identifier(text: &'static str) -> Self {
        Self(Source::Text(Cow::Owned(text.replace('-', "_"))))
    }

    /// A constant with slots, each filled with code.
    pub fn filled(template: &'static str, slots: &Slots) -> Self {
        Self(Source::Filled(template, slots.clone()))
    }

    /// A constant and behind it what fills the first slot.
    pub fn ending(text: &'static str, slots: &Slots) -> Self {
        Self(Source::Ending(text, slots.clone()))
    }

    /// One after the other.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        if matches!(&other.0, Source::Text(text) if text.is_empty()) {
            return self.clone();
        }
        let mut text = String::with_capacity(LABEL_WIDTH);
        self.pieces(&mut |piece| text.push_str(piece));
        other.pieces(&mut |piece| text.push_str(piece));
        Self(Source::Text(Cow::Owned(text)))
    }

    pub(super) fn write(&self, out: &mut String) {
        match &self.0 {
            Source::Text(text) => out.push_str(text),
            Source::Filled(..) | Source::Ending(..) => self.pieces(&mut |piece| out.push_str(piece)),
        }
    }

    /// Whether the text holds this; what begins in a template and ends in a slot is not found.
    fn contains(&self, code: &str) -> bool {
        match &self.0 {
            Source::Text(text) => text.contains(code),
            Source::Filled(template, slots) | Source::Ending(template, slots) => {
                template.contains(code) || slots.0.iter().any(|(_, filled)| filled.contains(code))
            }
        }
    }

    fn columns(&self) -> usize {
        let mut sum = 0;
        self.pieces(&mut |piece| sum += columns(piece));
        sum
    }

    /// The text from piece to piece. A brace that opens no slot stands for itself.
    fn pieces(&self, put: &mut dyn FnMut(&str)) {
        let (template, slots) = match &self.0 {
            Source::Text(text) => return put(text),
            Source::Ending(text, slots) => {
                put(text);
                if let Some((_, end)) = slots.0.first() {
                    end.pieces(put);
                }
                return;
            }
            Source::Filled(template, slots) => (*template, slots),
        };
        let mut rest = template;
        // Where to look on from: behind the braces that opened no slot.
        let mut from = 0;
        while let Some(at) = rest.get(from..).and_then(|later| later.find('{')) {
            let Some((before, slot)) = rest.split_at_checked(from + at) else { break };
            // Most braces belong to `${…}`; a slot is one letter in them.
            let is_slot = slot.as_bytes().get(2) == Some(&b'}');
            let mut slots = slots.0.iter().filter(|_| is_slot);
            match slots.find_map(|(name, code)| Some((code, slot.strip_prefix(name)?))) {
                Some((code, after)) => {
                    put(before);
                    code.pieces(put);
                    (rest, from) = (after, 0);
                }
                None => from += at + 1,
            }
        }
        put(rest);
    }
}

/// The right side of an attribute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr(Node);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Node {
    /// Source text of one line.
    Code(Code),
    /// Quoted and escaped when it is written.
    Text(Cow<'static, str>),
    Number(u64),
    List(Vec<Expr>),
    Object(Vec<(Cow<'static, str>, Expr)>),
    Call(&'static str, Box<Expr>),
}

impl Expr {
    /// Constant source text.
    pub const fn code(text: &'static str) -> Self {
        Self(Node::Code(Code::new(text)))
    }

    /// Source text built from constants.
    pub const fn of(code: Code) -> Self {
        Self(Node::Code(code))
    }

    /// Any text, quoted and escaped.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self(Node::Text(text.into()))
    }

    /// A text of the user's, quoted and escaped.
    pub fn typed(text: &str) -> Self {
        Self::text(text.to_owned())
    }

    /// A number, as its own text prints it.
    pub fn number(number: impl Into<u64>) -> Self {
        Self(Node::Number(number.into()))
    }

    /// An exact decimal.
    pub fn decimal(number: crate::facts::Decimal) -> Self {
        Self::made(number.to_string())
    }

    // Of code and quoted texts alone.
    const fn made(text: String) -> Self {
        Self(Node::Code(Code(Source::Text(Cow::Owned(text)))))
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
    pub fn texts(items: impl IntoIterator<Item = impl Into<Cow<'static, str>>>) -> Self {
        Self::list(items.into_iter().map(Self::text))
    }

    /// An object with one entry a line; keys are code.
    pub fn object(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Cow::Borrowed(key), value));
        Self(Node::Object(entries.collect()))
    }

    /// An object with one entry a line; keys are any texts, quoted and escaped.
    pub fn map(entries: impl IntoIterator<Item = (impl AsRef<str>, Self)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Cow::Owned(countable(key.as_ref())), value));
        Self(Node::Object(entries.collect()))
    }

    /// An object on one line; values that need several lines are left out of it.
    pub fn inline(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let mut out = String::with_capacity(INLINE_WIDTH);
        out.push_str("{ ");
        let mut first = true;
        for (key, value) in entries.into_iter().filter(|(_, value)| value.is_line()) {
            out.push_str(if first { "" } else { ", " });
            out.push_str(key);
            out.push_str(" = ");
            value.write_line(&mut out);
            first = false;
        }
        out.push_str(" }");
        Self::made(out)
    }

    /// A function of one argument: `jsonencode({ … })`.
    pub fn call(function: &'static str, argument: Self) -> Self {
        Self(Node::Call(function, Box::new(argument)))
    }

    pub(super) fn mentions(&self, code: &str) -> bool {
        match &self.0 {
            Node::Code(text) => text.contains(code),
            Node::Text(_) | Node::Number(_) => false,
            Node::List(items) => items.iter().any(|item| item.mentions(code)),
            Node::Object(entries) => entries.iter().any(|(_, value)| value.mentions(code)),
            Node::Call(_, argument) => argument.mentions(code),
        }
    }

    /// How many columns it takes on one line; `None` where it needs several.
    fn width(&self) -> Option<usize> {
        match &self.0 {
            Node::Code(text) => Some(text.columns()),
            Node::Text(text) if is_literal(text) => Some(text.len() + 2),
            Node::Text(text) => Some(columns(&quoted(text))),
            Node::Number(number) => Some(digits(*number)),
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
        match &self.0 {
            Node::Code(_) | Node::Text(_) | Node::Number(_) => true,
            Node::Object(entries) => entries.is_empty(),
            Node::List(_) | Node::Call(..) => self.width().is_some(),
        }
    }

    /// Writes it from the middle of a line on; `depth` is that line's.
    fn write(&self, out: &mut String, depth: usize) {
        if self.is_line() {
            self.write_line(out);
        } else {
            self.write_lines(out, depth);
        }
    }

    fn write_line(&self, out: &mut String) {
        match &self.0 {
            Node::Code(text) => text.write(out),
            Node::Text(text) => quote(text, out),
            Node::Number(number) => count(*number, out),
            Node::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { ", " });
                    item.write_line(out);
                }
                out.push(']');
            }
            // Of objects only empty ones fit.
            Node::Object(_) => out.push_str("{}"),
            Node::Call(function, argument) => {
                out.push_str(function);
                out.push('(');
                argument.write_line(out);
                out.push(')');
            }
        }
    }

    fn write_lines(&self, out: &mut String, depth: usize) {
        match &self.0 {
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
            Node::Code(_) | Node::Text(_) | Node::Number(_) => self.write_line(out),
        }
    }
}

/// Writes a number's digits: most are short, and formatting takes its time.
fn count(number: u64, out: &mut String) {
    if let Some(rest) = number.checked_div(10).filter(|rest| *rest > 0) {
        count(rest, out);
    }
    out.extend(u32::try_from(number % 10).ok().and_then(|digit| char::from_digit(digit, 10)));
}

fn digits(number: u64) -> usize {
    number.checked_ilog10().map_or(1, |tens| usize::try_from(tens).unwrap_or_default() + 1)
}

/// Whether a text stands between quotes as it is.
fn is_literal(text: &str) -> bool {
    let special = |byte: u8| matches!(byte, b'"' | b'\\' | b'$' | b'%');
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~') & !special(byte))
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

/// Quoted and escaped: a sign that would open a template is doubled, what is not seen is written as its number.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    if is_literal(text) {
        out.push_str(text);
        out.push('"');
        return;
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
            _ if is_hidden(letter) => numbered(letter, out),
            _ => out.push(letter),
        }
    }
    out.push('"');
}

/// A letter by its number, as Terraform reads it inside quotes.
fn numbered(letter: char, out: &mut String) {
    // Writing to a String can't fail.
    let _ = match u32::from(letter) {
        number @ 0..=0xffff => write!(out, "\\u{number:04x}"),
        number => write!(out, "\\U{number:08x}"),
    };
}

/// A text quoted, with every letter escaped that might join its neighbor: `fmt` counts what people see as one letter, and
/// alignment needs the same count.
fn countable(text: &str) -> String {
    let quoted = quoted(text);
    if is_literal(text) {
        return quoted;
    }
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
        // The run, and what ends it.
        let (mut widest, mut run) = (0, 0);
        for (key, value) in entries.clone() {
            if !value.is_line() {
                break;
            }
            widest = widest.max(columns(key));
            run += 1;
        }
        for (key, value) in entries.by_ref().take(run) {
            indent(out, depth);
            out.push_str(key);
            spaces(widest - columns(key), out);
            out.push_str(" = ");
            value.write_line(out);
            out.push('\n');
        }
        let Some((key, value)) = entries.next() else { return };
        indent(out, depth);
        out.push_str(key);
        out.push_str(" = ");
        value.write_lines(out, depth);
        out.push('\n');
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
