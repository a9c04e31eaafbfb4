//! What aliases make of a YAML text: a few lines that name each other can stand for more than any memory holds.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser};

/// Most values, each counted as often as an alias repeats it.
const MOST: usize = 1_000_000;
/// So many bytes of a text count as one value more.
const BYTES_OF_A_VALUE: usize = 64;

/// The line, from 1, from which on a text holds more values than any answer of AWS; none where it does not, or where it
/// is no YAML, which its reader finds.
pub(super) fn too_many(text: &str) -> Option<usize> {
    // Without an anchor no alias has anything to repeat, and a text is no larger than it is.
    if !text.contains('&') {
        return None;
    }
    let mut anchors: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut all = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let (anchor, values) = match event {
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push((anchor, 0));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, within) = open.pop()?;
                (anchor, within.saturating_add(1))
            }
            Event::Scalar(text, _, anchor, _) => (anchor, 1 + text.len() / BYTES_OF_A_VALUE),
            Event::Alias(anchor) => (0, anchors.get(&anchor).copied().unwrap_or_default()),
            _ => continue,
        };
        if anchor > 0 {
            anchors.insert(anchor, values);
        }
        let whole = open.last_mut().map_or(&mut all, |(_, within)| within);
        *whole = whole.saturating_add(values);
        if *whole > MOST {
            return Some(span.start.line().max(1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_found_where_it_goes_off() {
        let each = |at: usize| format!("a{}: &a{} [{}]\n", at + 1, at + 1, format!("*a{at},").repeat(10));
        let bomb: String = (0..9).map(each).collect();
        assert_eq!(too_many(&format!("a0: &a0 [x]\n{bomb}")), Some(7));
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a,".repeat(1_000));
        assert_eq!(too_many(&long), Some(2));
    }

    #[test]
    fn what_aliases_repeat_a_little_and_what_is_no_yaml_is_left_to_its_reader() {
        for text in ["a: &a [1, 2]\nb: [*a, *a]\n", "a: &a b: c\n", "*nothing\n", "&a [\n", "a: b & c\n"] {
            assert_eq!(too_many(text), None, "{text}");
        }
    }
}
