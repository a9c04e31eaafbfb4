//! A template as a tree that knows its lines. JSON is read by the same parser, as YAML contains it, so both have lines.
//!
//! saphyr-parser gives each event its place and its tag; `yaml_serde`, which reads our specs, keeps no line of what it
//! has read.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};

/// Maps and lists inside each other.
const MOST_DEPTH: usize = 128;
/// Nodes of a template, those of anchors and aliases counted as often as they are kept.
const MOST_NODES: usize = 400_000;
/// So many bytes of a text count as one node more.
const BYTES_OF_A_NODE: usize = 64;
/// Bytes of one text.
const MOST_TEXT: usize = 1 << 20;

/// A value and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Node {
    /// The line, from 1.
    pub(super) line: usize,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a node is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A text, a number, a switch or nothing.
    Scalar {
        /// As written, without quotes.
        text: String,
        /// Whether it stood in quotes or in a block, so that it is a text whatever it looks like.
        is_text: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in its order.
    Map(Vec<Entry>),
    /// A function: `!Sub x`, `{Fn::Sub: x}` and `{Ref: x}` alike, by its name without `Fn::`.
    Call(String, Box<Node>),
}

/// A key with its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// The key.
    pub(super) key: String,
    /// Its line.
    pub(super) line: usize,
    /// Its value.
    pub(super) value: Node,
}

/// Why a text is no template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wrong {
    /// The line, from 1.
    pub(super) line: usize,
    /// What is wrong, without any text of the file.
    pub(super) reason: &'static str,
}

const TOO_DEEP: Wrong = Wrong { line: 1, reason: "it is nested deeper than 128 levels" };

impl Wrong {
    const fn at(self, line: usize) -> Self {
        Self { line, ..self }
    }
}

impl Node {
    /// The value of a key of a map.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// A key of a map with its value.
    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The entries of a map; none for anything else.
    pub(super) fn entries(&self) -> &[Entry] {
        if let Kind::Map(entries) = &self.kind { entries } else { &[] }
    }

    /// The elements of a list; none for anything else.
    pub(super) fn elements(&self) -> &[Self] {
        if let Kind::List(elements) = &self.kind { elements } else { &[] }
    }

    /// The text of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        if let Kind::Scalar { text, .. } = &self.kind { Some(text) } else { None }
    }
}

/// Reads the first document of a text.
///
/// # Errors
/// Where it does not parse, or is deeper or larger than any template.
pub(super) fn parse(text: &str) -> Result<Node, Wrong> {
    parse_from(text, 0)
}

/// The same for a piece of a text, with so many lines before it.
///
/// # Errors
/// As [`parse`] does.
pub(super) fn parse_from(text: &str, before: usize) -> Result<Node, Wrong> {
    let mut builder = Builder { before, ..Builder::default() };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Wrong {
            line: before + error.marker().line().max(1),
            reason: "this is neither YAML nor JSON from here on; mend this line",
        })?;
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        builder.take(event, span)?;
    }
    builder.root.ok_or(Wrong { line: 1, reason: "there is nothing in the file" })
}

/// A map or list that is being read.
struct Open {
    line: usize,
    anchor: usize,
    call: Option<String>,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<(String, usize)> },
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    /// Each with the count of its nodes and its depth.
    anchors: BTreeMap<usize, (Node, usize, usize)>,
    nodes: usize,
    /// Lines before the text.
    before: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Wrong> {
        let line = self.before + span.start.line().max(1);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if text.len() > MOST_TEXT {
                    return Err(Wrong { line, reason: "a text is longer than 1 MiB" });
                }
                let is_text = style != ScalarStyle::Plain || tag.as_deref().is_some_and(is_string);
                let kind = Kind::Scalar { text: text.into_owned(), is_text };
                self.put(called(tag.as_deref(), Node { line, kind }), anchor)
            }
            Event::SequenceStart(anchor, tag) => {
                self.push(line, anchor, tag.as_deref(), OpenKind::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                self.push(line, anchor, tag.as_deref(), OpenKind::Map { entries: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(()) };
                let node = match open.kind {
                    OpenKind::List(elements) => Node { line: open.line, kind: Kind::List(elements) },
                    OpenKind::Map { entries, .. } => long_form(open.line, entries),
                };
                let node = match open.call {
                    Some(name) => Node { line: open.line, kind: Kind::Call(name, Box::new(node)) },
                    None => node,
                };
                self.put(node, open.anchor)
            }
            Event::Alias(anchor) => {
                let Some((node, size, depth)) = self.anchors.get(&anchor) else {
                    return Err(Wrong { line, reason: "an alias names nothing that stands before it" });
                };
                if self.open.len() + depth > MOST_DEPTH {
                    return Err(TOO_DEEP.at(line));
                }
                let (node, size) = (node.clone(), *size);
                self.count(size, line)?;
                self.place(node);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn push(&mut self, line: usize, anchor: usize, tag: Option<&Tag>, kind: OpenKind) -> Result<(), Wrong> {
        if self.open.len() >= MOST_DEPTH {
            return Err(TOO_DEEP.at(line));
        }
        self.open.push(Open { line, anchor, call: tag.and_then(function), kind });
        Ok(())
    }

    fn count(&mut self, more: usize, line: usize) -> Result<(), Wrong> {
        self.nodes = self.nodes.saturating_add(more);
        if self.nodes > MOST_NODES {
            return Err(Wrong { line, reason: "it has more parts than any template" });
        }
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result<(), Wrong> {
        self.count(weight(&node), node.line)?;
        if anchor > 0 {
            let (size, depth) = size(&node);
            self.count(size, node.line)?;
            self.anchors.insert(anchor, (node.clone(), size, depth));
        }
        self.place(node);
        Ok(())
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(node),
            Some(OpenKind::List(elements)) => elements.push(node),
            Some(OpenKind::Map { entries, key }) => match key.take() {
                None => *key = Some((node.text().unwrap_or_default().to_owned(), node.line)),
                Some((key, line)) => entries.push(Entry { key, line, value: node }),
            },
        }
    }
}

/// What a node counts without those in it.
fn weight(node: &Node) -> usize {
    1 + node.text().map_or(0, |text| text.len() / BYTES_OF_A_NODE)
}

/// How many nodes it has, and how deep it is.
fn size(node: &Node) -> (usize, usize) {
    let over = |inner: &mut dyn Iterator<Item = &Node>| {
        inner.map(size).fold((1, 1), |(count, deepest), (more, depth)| (count + more, deepest.max(depth + 1)))
    };
    match &node.kind {
        Kind::Scalar { .. } => (weight(node), 1),
        Kind::List(elements) => over(&mut elements.iter()),
        Kind::Map(entries) => over(&mut entries.iter().map(|entry| &entry.value)),
        Kind::Call(_, argument) => over(&mut std::iter::once(argument.as_ref())),
    }
}

/// The function that a short tag names.
fn function(tag: &Tag) -> Option<String> {
    (tag.handle == "!").then(|| tag.suffix.clone()).filter(|name| !name.is_empty())
}

fn is_string(tag: &Tag) -> bool {
    tag.suffix == "str"
}

fn called(tag: Option<&Tag>, node: Node) -> Node {
    match tag.and_then(function) {
        Some(name) => Node { line: node.line, kind: Kind::Call(name, Box::new(node)) },
        None => node,
    }
}

/// `{Ref: x}` and `{Fn::Sub: x}` are functions; other maps are maps.
fn long_form(line: usize, mut entries: Vec<Entry>) -> Node {
    if let [entry] = entries.as_slice() {
        let name = if entry.key == "Ref" { Some("Ref") } else { entry.key.strip_prefix("Fn::") };
        if let Some(name) = name.map(str::to_owned)
            && let Some(entry) = entries.pop()
        {
            return Node { line, kind: Kind::Call(name, Box::new(entry.value)) };
        }
    }
    Node { line, kind: Kind::Map(entries) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_tags_and_long_forms_are_the_same() {
        let short = parse("a: !Sub 'x'\nb: !If [C, 1, !Ref D]\n").unwrap();
        let long =
            parse("{\"a\": {\"Fn::Sub\": \"x\"},\n\t\"b\": {\"Fn::If\": [\"C\", 1, {\"Ref\": \"D\"}]}}")
                .unwrap();
        assert_eq!(short.get("a").map(|it| &it.kind), long.get("a").map(|it| &it.kind));
        let Some(Kind::Call(name, argument)) = short.get("b").map(|it| &it.kind) else { panic!("no call") };
        assert_eq!((name.as_str(), argument.elements().len()), ("If", 3));
        assert!(
            matches!(long.get("b").map(|it| &it.kind), Some(Kind::Call(name, it)) if name == "If" && it.elements().len() == 3)
        );
    }

    #[test]
    fn keys_have_their_lines_in_yaml_and_json() {
        let yaml =
            parse("Resources:\r\n  A:\r\n    Type: x\r\n    # no\r\n    Properties:\r\n      B: c\r\n")
                .unwrap();
        let a = yaml.get("Resources").and_then(|it| it.entry("A")).unwrap();
        assert_eq!((a.line, a.value.entry("Properties").map(|it| it.line)), (2, Some(5)));
        let json = parse("{\n \"Resources\": {\n  \"A\": {\n   \"Type\": \"x\\/y\"\n  }\n }\n}\n").unwrap();
        let a = json.get("Resources").and_then(|it| it.entry("A")).unwrap();
        assert_eq!((a.line, a.value.get("Type").and_then(Node::text)), (3, Some("x/y")));
    }

    #[test]
    fn an_alias_is_what_it_names_and_cannot_grow_without_end() {
        let node = parse("a: &x {b: 1}\nc: *x\n").unwrap();
        assert_eq!(node.get("a").map(|it| &it.kind), node.get("c").map(|it| &it.kind));
        let bomb: String = (1..20).fold("a0: &a0 [x]\n".to_owned(), |text, it| {
            let each = vec![format!("*a{}", it - 1); 10].join(", ");
            format!("{text}a{it}: &a{it} [{each}]\n")
        });
        assert_eq!(parse(&bomb).unwrap_err().reason, "it has more parts than any template");
    }

    #[test]
    fn what_does_not_parse_or_is_too_deep_has_a_line() {
        assert_eq!(parse("a: b\nc: [d\ne: f: g\n").unwrap_err().line, 3);
        let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
        assert!(parse(&deep).is_err());
        assert_eq!(parse("").unwrap_err().line, 1);
    }
}
