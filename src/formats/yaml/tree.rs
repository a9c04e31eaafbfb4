//! YAML text as a tree of values, refused before it is read where it is too large, too deep or too wide.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::place::{self, Step};
use super::{Fault, SpecError};

/// Largest file in bytes.
const MAX_BYTES: usize = 256 * 1024;
/// Deepest nesting of lists and maps.
const MAX_DEPTH: usize = 32;
/// Most values, each counted as often as an alias repeats it.
const MAX_NODES: usize = 100_000;
/// So many bytes of a text count as one value more: an alias may repeat a long text, too.
const BYTES_OF_A_NODE: usize = 64;

/// A value of the file.
#[derive(Debug)]
pub(super) enum Node {
    /// `null`, `~` or nothing at all, as written.
    Null(String),
    /// `true` or `false`, as written.
    Switch(bool, String),
    /// A number.
    Number {
        /// Its digits, `0.5` for `.5` and `16` for `0x10`.
        digits: String,
        /// As written.
        written: String,
    },
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// A map, in the file's order.
    Map(Vec<(String, Self)>),
}

impl Node {
    /// What the value of a key is, in a map that has it.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A single value as its author wrote it, without quotes.
    pub(super) fn written(&self) -> Option<&str> {
        match self {
            Self::Null(text) | Self::Switch(_, text) | Self::Text(text) => Some(text),
            Self::Number { written, .. } => Some(written),
            Self::List(_) | Self::Map(_) => None,
        }
    }
}

/// Reads the one document of a file.
pub(super) fn parse(text: &str) -> Result<Node, SpecError> {
    refuse_by_bytes(text)?;
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let guard = RefCell::new(Guard::default());
    let parsed = documents.next().map(|document| Walk { guard: &guard, depth: 0 }.deserialize(document));
    let mut node = match parsed {
        Some(Ok(node)) => node,
        Some(Err(error)) => return Err(guard.into_inner().explain(text, &error)),
        None => Node::Null(String::new()),
    };
    if let Some(second) = documents.next() {
        // What follows may be no document at all, only the rest of a broken one. What is refused in it is one.
        let guard = RefCell::new(Guard::default());
        let walked = Walk { guard: &guard, depth: 0 }.deserialize(second);
        if let Err(error) = walked
            && guard.borrow().refusal.is_none()
            && !error.to_string().contains(A_KEY)
        {
            return Err(guard.into_inner().explain(text, &error));
        }
        let (line, column) = place::of_second_document(text);
        let message = "The file holds a second document. Keep one spec in a file.".to_owned();
        return Err(SpecError { line, column, path: String::new(), message });
    }
    if matches!(node, Node::Null(_)) {
        return Ok(node);
    }
    if let Some(document) = serde_yaml::Deserializer::from_str(text).next() {
        // Numbers lose digits on their way through a float, so a second pass fetches what was written.
        let guard = RefCell::new(Guard::default());
        Write { node: &mut node, guard: &guard }
            .deserialize(document)
            .map_err(|error| guard.into_inner().explain(text, &error))?;
    }
    Ok(node)
}

/// Refuses what the parser would take too long over or would name no place for.
fn refuse_by_bytes(text: &str) -> Result<(), SpecError> {
    if text.len() > MAX_BYTES {
        let message = format!("The file has {} bytes. A spec has at most {MAX_BYTES} (256 KiB).", text.len());
        return Err(SpecError { line: 1, column: 1, path: String::new(), message });
    }
    let (mut line, mut column, mut open) = (1, 1, 0_usize);
    for letter in text.chars() {
        match letter {
            '\n' => (line, column) = (line + 1, 0),
            '[' | '{' => open += 1,
            ']' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        let message = if is_forbidden(letter) {
            format!("The character U+{:04X} is not allowed in YAML. Take it out.", u32::from(letter))
        } else if open > MAX_BRACKETS {
            format!("Lists and maps are nested deeper than {MAX_DEPTH} levels.")
        } else {
            column += 1;
            continue;
        };
        return Err(SpecError { line, column, path: String::new(), message });
    }
    Ok(())
}

/// More open brackets than this are refused even before it is known which of them are text: the parser's time grows
/// with the square of them.
const MAX_BRACKETS: usize = 1000;

const fn is_forbidden(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}'
        | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

/// What the walk has seen, and where it stopped.
#[derive(Default)]
struct Guard {
    nodes: usize,
    refusal: Option<String>,
    /// The way back from where it stopped, innermost first.
    way: Vec<Step>,
}

impl Guard {
    fn refuse<E: Error>(&mut self, message: String) -> E {
        let error = E::custom(&message);
        self.refusal = Some(message);
        error
    }

    /// Counts one more value and says whether it is one too many.
    fn overflows(&mut self) -> bool {
        self.grows(1)
    }

    /// Counts the bytes of a text and says whether they are too many.
    fn overflows_by(&mut self, text: &str) -> bool {
        self.grows(text.len() / BYTES_OF_A_NODE)
    }

    fn grows(&mut self, more: usize) -> bool {
        self.nodes += more;
        let over = self.nodes > MAX_NODES;
        if over {
            self.refusal = Some(too_many());
        }
        over
    }

    fn explain(self, text: &str, error: &serde_yaml::Error) -> SpecError {
        let Some(location) = error.location() else {
            let message = self.refusal.unwrap_or_else(|| sentence(&error.to_string()));
            let fault = Fault { way: self.way, at: super::At::Value, message };
            return fault.placed(text);
        };
        let (line, column) = (location.line(), location.column());
        let path = place::path(self.way.iter().rev());
        let message = self.refusal.unwrap_or_else(|| {
            // The place is said already.
            let said = error.to_string().replacen(&format!(" at line {line} column {column}"), "", 1);
            sentence(said.strip_prefix(&format!("{path}: ")).unwrap_or(&said))
        });
        SpecError { line, column, path, message }
    }
}

fn sentence(problem: &str) -> String {
    if problem.starts_with("repetition limit") {
        return too_many();
    }
    if problem.contains(A_KEY) {
        return "A key is a name, not a list or a map.".to_owned();
    }
    format!("This is not valid YAML: {problem}.")
}

fn too_many() -> String {
    format!("The file expands to more than {MAX_NODES} values.")
}

/// What the parser says it expected where a key is no name.
const A_KEY: &str = "a name of a setting";

/// Builds a node and counts.
#[derive(Clone, Copy)]
struct Walk<'a> {
    guard: &'a RefCell<Guard>,
    depth: usize,
}

impl Walk<'_> {
    fn enter<E: Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            let message = format!("Lists and maps are nested deeper than {MAX_DEPTH} levels.");
            return Err(self.guard.borrow_mut().refuse(message));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn back<E>(self, step: impl FnOnce() -> Step) -> impl FnOnce(E) -> E {
        move |error| {
            self.guard.borrow_mut().way.push(step());
            error
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        if self.guard.borrow_mut().overflows() {
            return deserializer.deserialize_any(Refuse);
        }
        deserializer.deserialize_any(self)
    }
}

const fn number(digits: String) -> Node {
    Node::Number { digits, written: String::new() }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without a tag")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Switch(value, String::new()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(number(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(number(value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        Ok(number(value.to_string()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(number(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(number(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        if self.guard.borrow_mut().overflows_by(value) {
            return Err(E::custom(too_many()));
        }
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null(String::new()))
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null(String::new()))
    }

    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(self.guard.borrow_mut().refuse("A YAML tag such as !this means nothing in a spec.".to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let inner = self.enter()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner).map_err(self.back(|| Step::Item(list.len())))? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let inner = self.enter()?;
        let mut seen = BTreeSet::new();
        let mut map = Vec::new();
        while let Some(key) = entries.next_key_seed(NewKey { guard: self.guard, seen: &mut seen })? {
            let value = entries.next_value_seed(inner).map_err(self.back(|| Step::Key(key.clone())))?;
            map.push((key, value));
        }
        Ok(Node::Map(map))
    }
}

/// Takes no value whatever, so that the parser names the place.
struct Refuse;

impl Visitor<'_> for Refuse {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fewer values")
    }
}

/// Reads a key that its map does not have yet.
struct NewKey<'a> {
    guard: &'a RefCell<Guard>,
    seen: &'a mut BTreeSet<String>,
}

impl<'de> DeserializeSeed<'de> for NewKey<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        self.guard.borrow_mut().nodes += 1;
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for NewKey<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(A_KEY)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<String, E> {
        if self.seen.insert(key.to_owned()) {
            return Ok(key.to_owned());
        }
        let mut guard = self.guard.borrow_mut();
        guard.way.push(Step::Key(key.to_owned()));
        Err(guard.refuse("The key stands here a second time. Keep one of the two.".to_owned()))
    }
}

/// Fills in how single values are written.
struct Write<'a> {
    node: &'a mut Node,
    guard: &'a RefCell<Guard>,
}

impl<'de> DeserializeSeed<'de> for Write<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.node {
            Node::List(_) => deserializer.deserialize_seq(self),
            Node::Map(_) => deserializer.deserialize_map(self),
            _ => deserializer.deserialize_str(self),
        }
    }
}

impl<'de> Visitor<'de> for Write<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same value again")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if self.guard.borrow_mut().overflows_by(text) {
            return Err(E::custom(too_many()));
        }
        if let Node::Null(written) | Node::Switch(_, written) | Node::Number { written, .. } = self.node {
            text.clone_into(written);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if let Node::List(list) = self.node {
            for item in list {
                items.next_element_seed(Write { node: item, guard: self.guard })?;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        if let Node::Map(map) = self.node {
            for (_, value) in map {
                entries.next_key::<IgnoredAny>()?;
                entries.next_value_seed(Write { node: value, guard: self.guard })?;
            }
        }
        Ok(())
    }
}
