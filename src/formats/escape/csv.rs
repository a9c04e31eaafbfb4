//! CSV by RFC 4180, for people who open it in a spreadsheet.

/// A row of cells, each written by [`text`] or [`number`], with its end.
pub fn row<const N: usize>(cells: &[String; N]) -> String {
    cells.join(",") + "\r\n"
}

/// A cell of text. What a spreadsheet would take for a formula begins with an apostrophe, which keeps it text.
pub fn text(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    quoted(if formula { format!("'{text}") } else { text.to_owned() })
}

/// A cell with a number, below zero or not, or nothing.
pub fn number(number: String) -> String {
    quoted(number)
}

fn quoted(text: String) -> String {
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        let cells = ["a", "1,000", "say \"so\"", "two\nlines", ""].map(text);
        assert_eq!(row(&cells), "a,\"1,000\",\"say \"\"so\"\"\",\"two\nlines\",\r\n");
    }

    #[test]
    fn a_text_is_no_formula_and_a_number_stays_one() {
        assert_eq!(text("=cmd()"), "'=cmd()");
        assert_eq!(
            text("=HYPERLINK(\"http://evil\",\"x\")"),
            "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\""
        );
        assert_eq!(["+1", "-1", "@a", "\ta"].map(text), ["'+1", "'-1", "'@a", "'\ta"]);
        assert_eq!(number("-12.50".to_owned()), "-12.50");
    }
}
