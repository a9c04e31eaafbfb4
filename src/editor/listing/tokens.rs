//! The words of a line, told apart by a few lexical signs that HCL and YAML share.

/// Which file a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// Terraform.
    Hcl,
    /// The spec.
    Yaml,
}

/// What a word is, where that is worth a color.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `# …`.
    Comment,
    /// A quoted text.
    Text,
    /// A number, `true`, `false`, `null`.
    Value,
    /// A word of the language, or a key of YAML.
    Keyword,
}

/// A piece of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token<'a> {
    /// Its text.
    pub text: &'a str,
    /// What it is.
    pub kind: Option<Kind>,
}

/// The pieces of a line, in order; together they are the line.
pub fn tokens(line: &str, language: Language) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut rest = line;
    let mut first = true;
    while let Some(letter) = rest.chars().next() {
        let (length, kind) = token(rest, letter, first, language);
        let (text, after) = rest.split_at_checked(length.max(letter.len_utf8())).unwrap_or((rest, ""));
        all.push(Token { text, kind });
        first = first && text.trim().is_empty();
        rest = after;
    }
    all
}

/// The length of the next token in bytes and its kind.
fn token(rest: &str, letter: char, first: bool, language: Language) -> (usize, Option<Kind>) {
    let run = |more: fn(char) -> bool| rest.find(|c| !more(c)).unwrap_or(rest.len());
    match letter {
        '#' => (rest.len(), Some(Kind::Comment)),
        '"' | '\'' => (quoted(rest, letter), Some(Kind::Text)),
        _ if letter.is_ascii_digit() => {
            let length = run(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '_'));
            let number =
                rest.get(..length).is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
            (length, number.then_some(Kind::Value))
        }
        _ if letter.is_alphabetic() || letter == '_' => {
            let length = run(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
            (length, word(rest.get(..length).unwrap_or_default(), rest.get(length..), first, language))
        }
        _ => (run(|c| !c.is_alphanumeric() && !matches!(c, '_' | '"' | '\'' | '#')), None),
    }
}

fn word(word: &str, after: Option<&str>, first: bool, language: Language) -> Option<Kind> {
    match (word, language) {
        ("true" | "false" | "null", _) => Some(Kind::Value),
        (
            "resource" | "data" | "locals" | "variable" | "output" | "terraform" | "provider" | "module"
            | "moved",
            Language::Hcl,
        ) if first => Some(Kind::Keyword),
        (_, Language::Yaml) if after.is_some_and(|after| after.starts_with(':')) => Some(Kind::Keyword),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str, language: Language) -> Vec<(&str, Option<Kind>)> {
        tokens(line, language).into_iter().map(|token| (token.text, token.kind)).collect()
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(
            kinds("  port = 5432 # why", Language::Hcl),
            [
                ("  ", None),
                ("port", None),
                (" = ", None),
                ("5432", Some(Kind::Value)),
                (" ", None),
                ("# why", Some(Kind::Comment)),
            ]
        );
        assert_eq!(kinds("resource \"a\"", Language::Hcl)[0], ("resource", Some(Kind::Keyword)));
        assert_eq!(kinds("region: eu-west-1", Language::Yaml)[0], ("region", Some(Kind::Keyword)));
        assert_eq!(kinds("a = \"x\\\"y\"", Language::Hcl)[2], ("\"x\\\"y\"", Some(Kind::Text)));
    }

    #[test]
    fn the_pieces_of_any_line_are_the_line() {
        for line in ["", "é“ü” = \"größe", "name = \"</script>\" # <b> & ${}", "'a\" \u{202e}b", "1_000.5x"]
        {
            for language in [Language::Hcl, Language::Yaml] {
                let joined: String = tokens(line, language).iter().map(|token| token.text).collect();
                assert_eq!(joined, line);
            }
        }
    }
}
