//! A user's text between quotes: nothing in it opens a template or ends the text.
//!
//! Our own, because hcl-rs 0.20 writes `${%${1+1}` with its second template open.

use std::fmt::Write as _;

/// The text as it stands between quotes: a sign that would open a template is doubled, what is not seen is written as its
/// number.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
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
    out
}

/// The same with every letter by its number that might join its neighbor: `fmt` counts what people see as one letter, and
/// alignment needs the same count.
pub(super) fn countable(text: &str) -> String {
    let escaped = escaped(text);
    if escaped.is_ascii() {
        return escaped;
    }
    let mut out = String::with_capacity(escaped.len());
    for letter in escaped.chars() {
        match u32::from(letter) {
            0..0x7f | 0xa1..=0x24f => out.push(letter),
            _ => numbered(letter, &mut out),
        }
    }
    out
}

/// Whether every letter is seen, and takes a byte. Without a way out in the middle, so that many are looked at in one step.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
}

/// Control letters, and those that make a line read in another order than it is written.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a text stands between quotes as it is.
pub(super) fn is_literal(text: &str) -> bool {
    let special = |byte: u8| matches!(byte, b'"' | b'\\' | b'$' | b'%');
    text.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~') & !special(byte))
}

/// A letter by its number, as Terraform reads it inside quotes.
fn numbered(letter: char, out: &mut String) {
    // Writing to a String can't fail.
    let _ = match u32::from(letter) {
        number @ 0..=0xffff => write!(out, "\\u{number:04x}"),
        number => write!(out, "\\U{number:08x}"),
    };
}
