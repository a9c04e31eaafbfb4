//! How values lie on their lines, as `terraform fmt` leaves them. hcl-rs prints what stands on one line; it has no columns
//! for the `=` signs and breaks every list, so what takes several lines is laid out here.

use std::borrow::Cow;
use std::io;

use hcl::Expression;
use hcl::expr::ObjectKey;
use hcl::format::{Format as _, Formatter};

/// The longest list that stays on one line, in columns.
const LIST_WIDTH: usize = 100;

/// The most entries of an object inside another that stays on one line.
const INLINE_ENTRIES: usize = 2;

/// Where a value stands, for what fits a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Behind an attribute's name, in a list or alone in a call: its objects have a line for each entry.
    Open,
    /// In an object: a small object stays on the line.
    Inside,
}

/// Writes `key = value` lines with the signs under each other, keys as wide as `columns` says; a value of several lines
/// ends the run, as in `fmt`.
pub(super) fn aligned<'a>(
    mut entries: impl Iterator<Item = (&'a str, &'a Expression)> + Clone,
    columns: fn(&str) -> usize,
    place: Place,
    out: &mut Vec<u8>,
    depth: usize,
) {
    loop {
        // The run, and what ends it.
        let (mut widest, mut run) = (0, 0);
        for (key, value) in entries.clone() {
            if !is_line(value, place) {
                break;
            }
            widest = widest.max(columns(key));
            run += 1;
        }
        for (key, value) in entries.by_ref().take(run) {
            indent(out, depth);
            out.extend_from_slice(key.as_bytes());
            spaces(widest - columns(key), out);
            out.extend_from_slice(b" = ");
            write_line(value, out);
            out.push(b'\n');
        }
        let Some((key, value)) = entries.next() else { return };
        indent(out, depth);
        out.extend_from_slice(key.as_bytes());
        out.extend_from_slice(b" = ");
        write_lines(value, out, depth);
        out.push(b'\n');
    }
}

pub(super) fn indent(out: &mut Vec<u8>, depth: usize) {
    spaces(2 * depth, out);
}

fn is_line(value: &Expression, place: Place) -> bool {
    match value {
        Expression::Array(items) => {
            items.iter().all(|item| is_line(item, Place::Open)) && {
                let mut width = Width(0);
                // Counting can't fail.
                let _ = value.format(&mut Formatter::builder().compact(true).build(&mut width));
                width.0 <= LIST_WIDTH
            }
        }
        Expression::Object(entries) => {
            let most = if place == Place::Inside { INLINE_ENTRIES } else { 0 };
            entries.len() <= most && entries.values().all(|value| is_line(value, Place::Inside))
        }
        Expression::FuncCall(call) => match call.args.as_slice() {
            [argument] => is_line(argument, Place::Open),
            _ => true,
        },
        _ => true,
    }
}

fn write_line(value: &Expression, out: &mut Vec<u8>) {
    // Writing to bytes can't fail.
    let _ = value.format(&mut Formatter::builder().compact(true).build(out));
}

fn write_lines(value: &Expression, out: &mut Vec<u8>, depth: usize) {
    match value {
        Expression::Array(items) => {
            out.extend_from_slice(b"[\n");
            for item in items {
                indent(out, depth + 1);
                if is_line(item, Place::Open) {
                    write_line(item, out);
                } else {
                    write_lines(item, out, depth + 1);
                }
                out.extend_from_slice(b",\n");
            }
            indent(out, depth);
            out.push(b']');
        }
        Expression::Object(entries) => {
            let keys: Vec<(Cow<'_, str>, &Expression)> =
                entries.iter().map(|(name, value)| (key(name), value)).collect();
            out.extend_from_slice(b"{\n");
            let entries = keys.iter().map(|(key, value)| (&**key, *value));
            aligned(entries, columns, Place::Inside, out, depth + 1);
            indent(out, depth);
            out.push(b'}');
        }
        Expression::FuncCall(call) if let [argument] = call.args.as_slice() => {
            out.extend_from_slice(call.name.name.as_bytes());
            out.push(b'(');
            write_lines(argument, out, depth);
            out.push(b')');
        }
        _ => write_line(value, out),
    }
}

fn key(key: &ObjectKey) -> Cow<'_, str> {
    if let ObjectKey::Identifier(name) = key {
        return Cow::Borrowed(name.as_str());
    }
    let mut out = Vec::new();
    let _ = key.format(&mut Formatter::builder().compact(true).build(&mut out));
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// How many columns a text takes as hcl-rs writes it: as many as letters begin in it.
struct Width(usize);

impl io::Write for Width {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

fn spaces(count: usize, out: &mut Vec<u8>) {
    out.resize(out.len() + count, b' ');
}
