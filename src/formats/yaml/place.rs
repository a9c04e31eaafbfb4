//! Where a value or a key stands in the text: found by reading again and stumbling there on purpose.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One step into the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list.
    Item(usize),
}

/// Steps as people write them: `resources[0].config.engine`.
pub(super) fn path<'a>(steps: impl IntoIterator<Item = &'a Step>) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                for letter in key.chars().take(80) {
                    if letter.is_control() { path.extend(letter.escape_default()) } else { path.push(letter) }
                }
            }
            Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
        }
    }
    path
}

/// The steps of a path. A key that holds a dot or a bracket itself leads astray, to its parent at worst.
pub(super) fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let mut parts = part.split('[');
        steps.extend(parts.next().map(|key| Step::Key(key.to_owned())));
        steps.extend(parts.filter_map(|item| item.strip_suffix(']')?.parse().ok()).map(Step::Item));
    }
    steps
}

/// Line and column of what lies behind the steps, or of the last step's key; both from 1.
pub(super) fn find(text: &str, steps: &[Step], key: bool) -> Option<(usize, usize)> {
    let document = serde_yaml::Deserializer::from_str(text).next()?;
    position(Seek { steps, key }.deserialize(document))
}

/// Line and column of the root of the second document.
pub(super) fn of_second_document(text: &str) -> (usize, usize) {
    let second = serde_yaml::Deserializer::from_str(text).nth(1);
    second.and_then(|second| position(Seek { steps: &[], key: false }.deserialize(second))).unwrap_or((1, 1))
}

fn position(stumble: Result<(), serde_yaml::Error>) -> Option<(usize, usize)> {
    let location = stumble.err()?.location()?;
    Some((location.line(), location.column()))
}

/// The place itself, or the end of the text where the parser names the line after the last.
pub(super) fn inside(text: &str, place: (usize, usize)) -> (usize, usize) {
    let (mut line, mut column, mut before) = (1, 1, '\0');
    for letter in text.chars() {
        if letter == '\n' && before == '\r' {
            // The two together break one line.
        } else if matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
        before = letter;
    }
    place.min((line, column))
}

#[derive(Clone, Copy)]
struct Seek<'a> {
    steps: &'a [Step],
    key: bool,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.steps.first() {
            Some(Step::Key(_)) => deserializer.deserialize_map(self),
            Some(Step::Item(_)) => deserializer.deserialize_seq(self),
            None => deserializer.deserialize_any(Stumble),
        }
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the way to a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((Step::Item(wanted), rest)) = self.steps.split_first() else {
            return Ok(());
        };
        for _ in 0..*wanted {
            items.next_element::<IgnoredAny>()?;
        }
        items.next_element_seed(Self { steps: rest, ..self })?;
        // Nothing was there. What is left unread would be an error of its own, in the wrong place.
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Some((Step::Key(wanted), rest)) = self.steps.split_first() else {
            return Ok(());
        };
        let stop = self.key && rest.is_empty();
        while let Some(here) = entries.next_key_seed(IsKey { wanted, stop })? {
            if here {
                entries.next_value_seed(Self { steps: rest, ..self })?;
            } else {
                entries.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct IsKey<'a> {
    wanted: &'a str,
    stop: bool,
}

impl<'de> DeserializeSeed<'de> for IsKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        if self.stop && key == self.wanted { Err(E::custom("here")) } else { Ok(key == self.wanted) }
    }
}

/// Takes no value whatever, so that the parser says where one is.
struct Stumble;

impl Visitor<'_> for Stumble {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }
}
