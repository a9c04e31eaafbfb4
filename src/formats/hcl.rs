//! Prints Terraform's language as `terraform fmt` leaves it.
//!
//! Nothing of the user's can become code: a [`Code`] grows out of constants of this crate alone, and every other text is
//! printed by `hcl::format`, which escapes quotes, `${` and `%{`.

use std::fmt::Write as _;

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
        Self(slots.iter().fold(template.to_owned(), |text, (slot, code)| text.replace(slot, &code.0)))
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

    fn mentions(&self, code: &str) -> bool {
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
    fn write(&self, out: &mut String, depth: usize) {
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

/// Quoted and escaped.
fn quoted(text: &str) -> String {
    hcl::format::to_string(&hcl::Expression::from(text)).unwrap_or_else(|_| "\"\"".to_owned())
}

/// The same string with every letter escaped that might join its neighbor: `fmt` counts what people see as one letter,
/// and alignment needs the same count.
fn countable(quoted: &str) -> String {
    let mut out = String::new();
    for letter in quoted.chars() {
        match u32::from(letter) {
            0..0x7f | 0xa1..=0x24f => out.push(letter),
            number @ 0..=0xffff => write!(out, "\\u{number:04x}").unwrap_or_default(),
            number => write!(out, "\\U{number:08x}").unwrap_or_default(),
        }
    }
    out
}

/// A part of a document: attributes, blocks, comments and the blank lines between.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Body(Vec<Item>);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Item {
    Attribute(&'static str, Expr),
    Block(String, Body),
    Comment(String),
    Gap,
}

impl Body {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: Expr) -> Self {
        self.0.push(Item::Attribute(name, value));
        self
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
    pub fn block<const N: usize>(mut self, kind: &'static str, labels: [&Code; N], body: Self) -> Self {
        let mut head = kind.to_owned();
        for label in labels {
            head.push_str(" \"");
            head.push_str(label.as_str());
            head.push('"');
        }
        self.0.push(Item::Block(head, body));
        self
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
    pub fn comment(mut self, text: &str) -> Self {
        self.0.push(Item::Comment(text.to_owned()));
        self
    }

    /// With a blank line.
    #[must_use]
    pub fn gap(mut self) -> Self {
        self.0.push(Item::Gap);
        self
    }

    /// With everything of another body.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Changed, if the condition holds.
    #[must_use]
    pub fn when(self, condition: bool, change: impl FnOnce(Self) -> Self) -> Self {
        if condition { change(self) } else { self }
    }

    /// Whether an expression anywhere in it speaks of this.
    pub fn mentions(&self, code: &str) -> bool {
        self.0.iter().any(|item| match item {
            Item::Attribute(_, value) => value.mentions(code),
            Item::Block(_, body) => body.mentions(code),
            Item::Comment(_) | Item::Gap => false,
        })
    }

    /// The document, `\n` at every line's end.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let mut items = self.0.iter().peekable();
        let mut previous: Option<&Item> = None;
        while let Some(item) = items.next() {
            if previous.is_some_and(|previous| parted(previous, item)) {
                out.push('\n');
            }
            previous = Some(item);
            match item {
                Item::Attribute(name, value) => {
                    let mut run = vec![(*name, value)];
                    while let Some(Item::Attribute(name, value)) = items.peek() {
                        run.push((*name, value));
                        items.next();
                    }
                    aligned(run.into_iter(), out, depth);
                }
                Item::Block(head, body) => {
                    indent(out, depth);
                    out.push_str(head);
                    if body.0.is_empty() {
                        out.push_str(" {}\n");
                    } else {
                        out.push_str(" {\n");
                        body.write(out, depth + 1);
                        indent(out, depth);
                        out.push_str("}\n");
                    }
                }
                Item::Comment(text) => comment(text, out, depth),
                Item::Gap => {}
            }
        }
    }
}

/// Whether a blank line stands between the two: around blocks, at gaps, but not under a comment.
fn parted(previous: &Item, item: &Item) -> bool {
    match (previous, item) {
        (_, Item::Gap) | (Item::Comment(_), _) => false,
        (Item::Gap | Item::Block(..), _) | (_, Item::Block(..)) => true,
        _ => false,
    }
}

fn comment(text: &str, out: &mut String, depth: usize) {
    for line in text.split(is_line_end) {
        indent(out, depth);
        out.push('#');
        let line: String = line.chars().map(|letter| if is_hidden(letter) { ' ' } else { letter }).collect();
        let line = line.trim_end();
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}

const fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control letters, and those that make a line read in another order than it is written.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Writes `key = value` lines with the signs under each other; a value of several lines ends the run, as in `fmt`.
fn aligned<'a>(entries: impl Iterator<Item = (&'a str, &'a Expr)>, out: &mut String, depth: usize) {
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

fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stand_under_each_other_in_runs() {
        let body = Body::new()
            .set("a", Expr::number(1u32))
            .set("long_name", Expr::flag(true))
            .set("list", Expr::list([Expr::object([("k", Expr::text("v")), ("key", Expr::list([]))])]))
            .set("b", Expr::code("var.b"))
            .gap()
            .set("c", Expr::texts(["x", "y"]));
        let wanted = "a         = 1\nlong_name = true\nlist = [\n  {\n    k   = \"v\"\n    key = []\n  },\n]\nb = var.b\n\nc = [\"x\", \"y\"]\n";
        assert_eq!(body.print(), wanted);
    }

    #[test]
    fn blocks_stand_apart() {
        let inner = Body::new().set("a", Expr::number(1u32)).block("lifecycle", [], Body::new());
        let body = Body::new()
            .comment("why")
            .block("resource", [&Code::new("aws_vpc"), &Code::new("this")], inner)
            .gap()
            .block("locals", [], Body::new());
        let wanted = "# why\nresource \"aws_vpc\" \"this\" {\n  a = 1\n\n  lifecycle {}\n}\n\nlocals {}\n";
        assert_eq!(body.print(), wanted);
    }

    #[test]
    fn a_text_of_the_users_stays_a_text() {
        for (text, wanted) in [
            ("${x}", r#""$${x}""#),
            ("$${x}", r#""$$${x}""#),
            ("%{ for x }", r#""%%{ for x }""#),
            ("a\"b\\c\nd\0", r#""a\"b\\c\nd\u0000""#),
            ("100% $5", r#""100% $5""#),
        ] {
            assert_eq!(Expr::text(text).line().as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_key_is_as_wide_as_it_counts() {
        let map = Expr::map([
            ("e\u{301}\u{1f469}\u{200d}\u{1f4bb}", Expr::number(1u32)),
            ("größe", Expr::number(2u32)),
        ]);
        let printed = Body::new().set("tags", map).print();
        assert!(printed.contains("\"e\\u0301\\U0001f469\\u200d\\U0001f4bb\" = 1"), "{printed}");
        assert!(printed.contains("\"größe\""), "{printed}");
    }

    #[test]
    fn a_comment_can_not_be_left() {
        let printed = Body::new().comment("a\nb\r\nc\u{2028}d\u{202e}e\0").print();
        assert!(printed.lines().all(|line| line.starts_with('#')), "{printed:?}");
        assert!(!printed.contains('\u{202e}') && !printed.contains('\0'));
    }

    #[test]
    fn a_long_list_breaks() {
        let printed =
            Body::new().set("a", Expr::texts(["x".repeat(60).as_str(), "y".repeat(60).as_str()])).print();
        assert_eq!(printed.lines().count(), 4, "{printed}");
    }
}
