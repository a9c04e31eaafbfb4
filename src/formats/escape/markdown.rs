//! Markdown as GitHub reads it: `CommonMark` with tables, autolinks, strikethrough and mathematics.

use std::fmt::Write as _;

/// A text on one line, in which no letter means anything to Markdown or HTML, and no address becomes a link. For the
/// inside of a paragraph, a heading, a list's item or a table's cell.
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let behind = rest.as_str();
        let marks = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '!' | '@' => true,
            // Before a digit it can't close a formula, so that amounts stay as they are.
            '$' => !behind.starts_with(|next: char| next.is_ascii_digit()),
            ':' => behind.starts_with("//"),
            '.' => out.len() >= 3 && ends_with_www(&out),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    text.as_bytes().last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}

/// A block of code; its fence is longer than any run of its own letters inside, and so ends where it shall.
pub fn fenced(kind: &str, text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let mut out = String::new();
    // Writing to a String can't fail.
    let _ = write!(out, "{fence}{kind}\n{text}{fence}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_neither_link_nor_image_nor_element() {
        assert_eq!(inline("[x](http://evil)"), "\\[x\\](http\\://evil)");
        assert_eq!(inline("<img onerror=alert(1)>"), "\\<img onerror=alert(1)\\>");
        assert_eq!(inline("![a](b) WWW.evil.example"), "\\!\\[a\\](b) WWW\\.evil.example");
        assert_eq!(inline("a@evil.example"), "a\\@evil.example");
        assert_eq!(inline("a|b\n# c `d`\u{0}"), "a\\|b \\# c \\`d\\` ");
        assert_eq!(inline("&lt;b&gt;"), "\\&lt;b\\&gt;");
    }

    #[test]
    fn an_amount_stays_as_it_is_and_a_formula_is_none() {
        assert_eq!(inline("5.5 ACU × 730 h × $0.12, 80%: free"), "5.5 ACU × 730 h × $0.12, 80%: free");
        assert_eq!(inline("$x$0"), "\\$x$0");
        assert_eq!(inline("$0$"), "$0\\$");
    }

    #[test]
    fn a_block_of_code_ends_where_it_shall() {
        assert_eq!(fenced("sh", "ls\n"), "```sh\nls\n```\n");
        assert_eq!(fenced("", "````\n"), "`````\n````\n`````\n");
    }
}
