//! A line's markup: escaped, and colored by a few lexical signs that HCL and YAML share.

use super::Block;

/// Which file a block belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// Terraform.
    Hcl,
    /// The spec.
    Yaml,
}

/// The markup of a block, one element a line.
pub fn highlighted(block: &Block, language: Language) -> String {
    let mut html = String::new();
    for (at, (line, mark)) in block.lines.iter().enumerate() {
        html.push_str(r#"<span class="line""#);
        if let Some(mark) = mark {
            html.push_str(r#" data-mark=""#);
            html.push(mark.sign());
            html.push('"');
        }
        if block.fresh.get(at) == Some(&true) {
            html.push_str(" data-fresh");
        }
        html.push('>');
        color(&mut html, line, language);
        html.push_str("\n</span>");
    }
    html
}

fn color(html: &mut String, line: &str, language: Language) {
    let mut rest = line;
    let mut first = true;
    while let Some(letter) = rest.chars().next() {
        let (length, class) = token(rest, letter, first, language);
        let (token, after) = rest.split_at_checked(length.max(letter.len_utf8())).unwrap_or((rest, ""));
        if class.is_empty() {
            escape(html, token);
        } else {
            html.push_str(r#"<span class=""#);
            html.push_str(class);
            html.push_str(r#"">"#);
            escape(html, token);
            html.push_str("</span>");
        }
        first = first && token.trim().is_empty();
        rest = after;
    }
}

/// The length of the next token in bytes and its class: comment, text, value, keyword or nothing.
fn token(rest: &str, letter: char, first: bool, language: Language) -> (usize, &'static str) {
    let run = |more: fn(char) -> bool| rest.find(|c| !more(c)).unwrap_or(rest.len());
    match letter {
        '#' => (rest.len(), "c"),
        '"' | '\'' => (quoted(rest, letter), "s"),
        _ if letter.is_ascii_digit() => {
            let length = run(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '_'));
            let number =
                rest.get(..length).is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
            (length, if number { "v" } else { "" })
        }
        _ if letter.is_alphabetic() || letter == '_' => {
            let length = run(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
            (length, word(rest.get(..length).unwrap_or_default(), rest.get(length..), first, language))
        }
        _ => (run(|c| !c.is_alphanumeric() && !matches!(c, '_' | '"' | '\'' | '#')), ""),
    }
}

fn word(word: &str, after: Option<&str>, first: bool, language: Language) -> &'static str {
    match (word, language) {
        ("true" | "false" | "null", _) => "v",
        (
            "resource" | "data" | "locals" | "variable" | "output" | "terraform" | "provider" | "module"
            | "moved",
            Language::Hcl,
        ) if first => "k",
        (_, Language::Yaml) if after.is_some_and(|after| after.starts_with(':')) => "k",
        _ => "",
    }
}

/// The length of a quoted text, with its quotes; to the line's end if it is not closed.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}
