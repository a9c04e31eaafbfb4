//! XML and HTML: SVG files and pages.

/// Text that means itself inside an element or a quoted attribute, on one line; what XML can't hold becomes a
/// replacement mark.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_user_typed_stays_text() {
        assert_eq!(text("</script>\"'&\u{0}\n🚀"), "&lt;/script&gt;&quot;&apos;&amp;\u{fffd} 🚀");
        assert_eq!(text("<img onerror=\"x\">"), "&lt;img onerror=&quot;x&quot;&gt;");
    }
}
