//! How values lie on their lines, as `terraform fmt` leaves them. hcl-rs prints what stands on one line; it has no columns
//! for the `=` signs and breaks every list, so what takes several lines is laid out here.

use std::borrow::Cow;
use std::io;

use hcl::Expression;
use hcl::expr::{ObjectKey, TemplateExpr};
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
    out: &mut String,
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
            out.push_str(key);
            spaces(widest - columns(key), out);
            out.push_str(" = ");
            write_line(value, out);
            out.push('\n');
        }
        let Some((key, value)) = entries.next() else { return };
        indent(out, depth);
        out.push_str(key);
        out.push_str(" = ");
        write_lines(value, out, depth);
        out.push('\n');
    }
}

pub(super) fn indent(out: &mut String, depth: usize) {
    spaces(2 * depth, out);
}

fn is_line(value: &Expression, place: Place) -> bool {
    match value {
        Expression::Array(items) => {
            items.iter().all(|item| is_line(item, Place::Open)) && {
                let mut line = String::with_capacity(LIST_WIDTH);
                write_line(value, &mut line);
                columns(&line) <= LIST_WIDTH
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

fn write_line(value: &Expression, out: &mut String) {
    // Writing to a String can't fail.
    let _ = value.format(&mut Formatter::builder().compact(true).build(Line(out)));
}

fn write_lines(value: &Expression, out: &mut String, depth: usize) {
    match value {
        Expression::Array(items) => {
            out.push_str("[\n");
            for item in items {
                indent(out, depth + 1);
                if is_line(item, Place::Open) {
                    write_line(item, out);
                } else {
                    write_lines(item, out, depth + 1);
                }
                out.push_str(",\n");
            }
            indent(out, depth);
            out.push(']');
        }
        Expression::Object(entries) => {
            let keys: Vec<(Cow<'_, str>, &Expression)> =
                entries.iter().map(|(name, value)| (key(name), value)).collect();
            out.push_str("{\n");
            let entries = keys.iter().map(|(key, value)| (&**key, *value));
            aligned(entries, columns, Place::Inside, out, depth + 1);
            indent(out, depth);
            out.push('}');
        }
        Expression::FuncCall(call) if let [argument] = call.args.as_slice() => {
            out.push_str(&call.name.name);
            out.push('(');
            write_lines(argument, out, depth);
            out.push(')');
        }
        _ => write_line(value, out),
    }
}

fn key(key: &ObjectKey) -> Cow<'_, str> {
    match key {
        ObjectKey::Identifier(name) => Cow::Borrowed(name.as_str()),
        ObjectKey::Expression(Expression::TemplateExpr(quoted))
            if let TemplateExpr::QuotedString(text) = &**quoted =>
        {
            Cow::Owned(["\"", text, "\""].concat())
        }
        _ => {
            let mut out = String::new();
            let _ = key.format(&mut Formatter::builder().compact(true).build(Line(&mut out)));
            Cow::Owned(out)
        }
    }
}

/// A text as hcl-rs writes to it.
struct Line<'a>(&'a mut String);

impl io::Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        self.0.push_str(text);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

fn spaces(count: usize, out: &mut String) {
    const MANY: &str = "                                        ";
    match MANY.get(..count) {
        Some(few) => out.push_str(few),
        None => out.extend(std::iter::repeat_n(' ', count)),
    }
}
