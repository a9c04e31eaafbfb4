//! Style sheets: their values, and what in them is a color.

pub(crate) fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

pub(crate) fn css_without_comments(text: &str) -> String {
    let mut pieces = text.split("/*");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (comment, rest) = piece.split_once("*/").unwrap_or((piece, ""));
        plain.push_str(&"\n".repeat(comment.matches('\n').count()));
        plain.push_str(rest);
    }
    plain
}

/// The values of all declarations with their lines; what stands before an opening brace is none.
pub(crate) fn declarations(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut line = 1;
    for piece in css.split_inclusive(['{', '}', ';']) {
        if let Some((_, value)) = piece.split_once(':').filter(|_| !piece.ends_with('{')) {
            found.push((
                line + piece.len().min(piece[..piece.len() - value.len()].matches('\n').count()),
                value.to_owned(),
            ));
        }
        line += piece.matches('\n').count();
    }
    found
}

/// `#rgb`, `#rrggbb`, with or without opacity, or a function of numbers.
pub(crate) fn has_color_literal(text: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let by_function =
        functions.iter().any(|it| text.match_indices(it).any(|(at, _)| !text[..at].ends_with(is_word)));
    let by_number = text.match_indices('#').any(|(at, _)| {
        let digits = text[at + 1..].chars().take_while(|it| is_word(*it) || *it == '-').collect::<String>();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|it| it.is_ascii_hexdigit())
    });
    by_function || by_number
}

pub(crate) fn names_a_color(value: &str) -> bool {
    let names = [
        "white", "black", "gray", "grey", "silver", "red", "maroon", "orange", "gold", "yellow", "olive",
        "lime", "green", "teal", "aqua", "cyan", "blue", "navy", "purple", "fuchsia", "magenta", "pink",
        "brown", "tomato", "crimson",
    ];
    let words =
        value.split(|it: char| !is_word(it) && it != '-').map(str::to_ascii_lowercase).collect::<Vec<_>>();
    has_color_literal(value) || words.iter().any(|word| names.contains(&word.as_str()))
}

#[test]
fn a_color_is_known() {
    let colors = ["#fff", "1px solid #0a6a6a80", "rgb(0 0 0 / 8%)", "oklch(1 0 0)", "white", "1px solid Red"];
    let none = [
        "var(--red)",
        "transparent",
        "currentColor",
        "color-mix(in srgb, var(--a), var(--b))",
        "url(#arrow)",
        "Highlight",
    ];
    assert!(colors.iter().all(|it| names_a_color(it)));
    assert!(!none.iter().any(|it| names_a_color(it)));
}
