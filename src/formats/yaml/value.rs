//! Single values: of their setting's type or refused, and how a refusal is worded.

use std::borrow::Cow;

use crate::design::values::nearest_word;
use crate::design::{Design, Field, Kind, ValueError, Word};
use crate::facts::Decimal;

use super::keys::Key;
use super::place::Step;
use super::tree::Node;
use super::{At, Fault};

/// Reads one setting.
pub(super) fn setting(design: &mut Design, field: &Field, kind: Kind, node: &Node) -> Result<(), Fault> {
    let text: Cow<'_, str> = match (kind, node) {
        (Kind::Text, Node::Text(text)) => text.into(),
        // An empty text is a word of AWS' own for this one setting (STO-01).
        (Kind::Word, Node::Text(text)) if !text.is_empty() || *field == Field::StorageType => text.into(),
        (Kind::Loose, Node::Switch(..) | Node::Number { .. } | Node::Text(_)) => {
            node.written().unwrap_or_default().into()
        }
        (Kind::Whole | Kind::Exact, Node::Number { digits, written }) => {
            if Decimal::parse(written).is_some() { written } else { digits }.into()
        }
        (Kind::Exact, Node::Text(text)) if outgrows_a_float(text) => text.into(),
        (Kind::Switch, Node::Switch(value, _)) => value.word().into(),
        (Kind::List, Node::List(list)) => joined(design, field, list)?.into(),
        _ => return Err(refusal(&expectation(design, field, kind, node), node)),
    };
    field.set(design, &text).map_err(|error| {
        let too_large = kind == Kind::Whole && text.bytes().all(|it| it.is_ascii_digit());
        let error = if too_large {
            ValueError::expected(format!("a whole number of at most {}", u32::MAX))
        } else {
            error
        };
        refusal(&error, node)
    })
}

/// Whether a number has more digits than the floating point of YAML readers keeps; only then it stands in quotes.
pub(super) fn outgrows_a_float(text: &str) -> bool {
    let exact = Decimal::parse(text);
    exact.is_some() && exact != text.parse::<f64>().ok().and_then(|float| Decimal::parse(&float.to_string()))
}

/// The items of a list as one text, each of them known to be right.
fn joined(design: &mut Design, field: &Field, list: &[Node]) -> Result<String, Fault> {
    let mut texts = Vec::new();
    for (place, item) in list.iter().enumerate() {
        let within = |fault: Fault| fault.within(Step::Item(place));
        let word = text(item, "a text").map_err(within)?;
        if word.is_empty() || word.contains(',') || word.trim() != word {
            return Err(within(refusal(&ValueError::expected("one word an item"), item)));
        }
        field.set(design, word).map_err(|error| within(refusal(&error, item)))?;
        texts.push(word);
    }
    Ok(texts.join(","))
}

/// What a setting would have taken instead of a value of another type.
fn expectation(design: &mut Design, field: &Field, kind: Kind, node: &Node) -> ValueError {
    match kind {
        // No setting of a known shape takes a question mark, so it answers with what it does take.
        Kind::Word => field.set(design, "?").err().unwrap_or_else(|| ValueError::expected("a word")),
        Kind::Text if matches!(node, Node::Number { .. } | Node::Switch(..)) => {
            ValueError::expected("a text, in quotes")
        }
        Kind::Text | Kind::Loose => ValueError::expected("a text"),
        Kind::Whole => ValueError::expected("a whole number").nearest(without_quotes(node)),
        Kind::Exact => ValueError::expected("a number").nearest(without_quotes(node)),
        Kind::List => ValueError::expected("a list"),
        Kind::Switch => ValueError::expected("true or false").nearest(match node {
            Node::Text(text) => truth(text).map(str::to_owned),
            _ => None,
        }),
    }
}

/// The number that a text says; zeros before it make a text of it, in YAML 1.1 a number to the base of eight.
fn without_quotes(node: &Node) -> Option<String> {
    let text = node.written().filter(|text| Decimal::parse(text).is_some())?;
    let bare = text.trim_start_matches('0');
    let needs_zero = !bare.starts_with(|letter: char| letter.is_ascii_digit());
    Some(if needs_zero { format!("0{bare}") } else { bare.to_owned() })
}

/// What YAML 1.1 took for a truth value.
fn truth(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "on" | "y" | "true" => Some("true"),
        "no" | "off" | "n" | "false" => Some("false"),
        _ => None,
    }
}

pub(super) fn fixed(word: &str, node: &Node) -> Result<(), Fault> {
    match node {
        Node::Text(text) if text == word => Ok(()),
        other => Err(refusal(&ValueError::expected(word), other)),
    }
}

pub(super) fn text<'a>(node: &'a Node, expected: &str) -> Result<&'a str, Fault> {
    match node {
        Node::Text(text) => Ok(text),
        other => Err(refusal(&ValueError::expected(expected), other)),
    }
}

pub(super) fn entries(node: &Node) -> Result<&[(String, Node)], Fault> {
    match node {
        Node::Map(entries) => Ok(entries),
        other => Err(refusal(&ValueError::expected("a map of settings"), other)),
    }
}

pub(super) fn items(node: &Node) -> Result<&[Node], Fault> {
    match node {
        Node::List(items) => Ok(items),
        other => Err(refusal(&ValueError::expected("a list"), other)),
    }
}

pub(super) fn missing(name: &str) -> Fault {
    Fault::at(At::Parent, format!("{name} is missing. Add it here.")).within(Step::Key(name.to_owned()))
}

pub(super) fn unknown(name: &str, keys: &[Key]) -> Fault {
    unknown_of(name, keys.iter().map(|key| key.name))
}

pub(super) fn unknown_of<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Fault {
    let known: Vec<&str> = known.into_iter().collect();
    let advice = match nearest_word(name, known.iter().copied()) {
        Some(nearest) => format!("The nearest is {nearest}."),
        None if known.len() > 8 => "Take it out.".to_owned(),
        None => format!("Known here: {}.", known.join(", ")),
    };
    Fault::at(At::Key, format!("{} is not a setting. {advice}", shown(name)))
}

pub(super) fn refusal(error: &ValueError, node: &Node) -> Fault {
    let nearest = error.nearest.as_ref().map(|word| format!(" The nearest is {word}."));
    Fault::value(format!(
        "Expected {}, found {}.{}",
        error.expected,
        found(node),
        nearest.unwrap_or_default()
    ))
}

pub(super) fn found(node: &Node) -> String {
    match node {
        Node::Null(_) => "nothing".to_owned(),
        Node::Switch(_, written) | Node::Number { written, .. } => shown(written),
        Node::Text(text) => format!("\"{}\"", shown(text)),
        Node::List(_) => "a list".to_owned(),
        Node::Map(_) => "a map".to_owned(),
    }
}

/// A text of the file inside a message: short, and on one line.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(40).flat_map(char::escape_debug).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}
