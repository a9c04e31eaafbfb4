//! A terminal, and the log of a CI job.

/// A user's text on one line, in which no letter moves the cursor, colors what follows or turns the direction of reading.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        let turns =
            matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if letter.is_control() || turns {
            line.extend(letter.escape_default());
        } else {
            line.push(letter);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_its_line_and_commands_nothing() {
        assert_eq!(line("a\u{1b}[31mb\nc\r"), "a\\u{1b}[31mb\\nc\\r");
        assert_eq!(line("\u{202e}abc"), "\\u{202e}abc");
        assert_eq!(line("d'été \"🦀\" \\ مرحبا"), "d'été \"🦀\" \\ مرحبا");
    }
}
