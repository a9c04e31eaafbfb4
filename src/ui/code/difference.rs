//! A file against what it was when opened or last shared, as a unified diff.

use crate::formats::diff::unified;
use crate::formats::svg::escaped;

use super::super::browser::{El, either, el};
use super::super::erase::Memo;

/// The diff, as `git apply` reads it; nothing where nothing changed.
pub(super) fn difference(name: &str, opened: &str, text: &str) -> String {
    unified((&format!("a/{name}"), opened), (&format!("b/{name}"), text))
}

/// The diff on the page.
pub(super) fn view(difference: Memo<String>) -> El {
    let none = || {
        el("p")
            .set("class", "empty")
            .child(el("strong").child("Nothing has changed"))
            .child(el("span").child("The file is as it was when the design was opened or last shared."))
    };
    let lines = move || {
        let code = el("code").set("class", "diff").live_markup(move || difference.with(|diff| markup(diff)));
        el("pre").child(code)
    };
    either(move || difference.with(String::is_empty), none, lines)
}

/// One element a line, by its sign; the two names stand like any line of the file.
fn markup(diff: &str) -> String {
    let mut html = String::with_capacity(2 * diff.len());
    for (at, line) in diff.lines().enumerate() {
        let sign = line.chars().next().filter(|sign| at > 1 && "+-@".contains(*sign));
        html.push_str("<span");
        if let Some(sign) = sign {
            html.push_str(" data-sign=\"");
            html.push(sign);
            html.push('"');
        }
        html.push('>');
        html.push_str(&escaped(line));
        html.push_str("\n</span>");
    }
    html
}
