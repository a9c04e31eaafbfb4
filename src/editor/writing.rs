//! A spec that somebody writes: the text, the design it means, and what is wrong with it.

use crate::design::Design;
use crate::formats::yaml::SpecError;

/// The text in the editor, and what is known of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Writing {
    text: String,
    /// What it means, where it means something.
    design: Option<Box<Design>>,
    error: Option<SpecError>,
    /// Whether it is somebody's own text, which may hold comments.
    own: bool,
    /// Whether somebody's own text was replaced by the design's.
    replaced: bool,
    /// Whether the design went on while the text could not be read.
    behind: bool,
}

/// A place in the text where something is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what is near.
    pub message: String,
}

impl Mark {
    /// As the editor takes it: line, column and message, parted by blanks.
    pub fn text(&self) -> String {
        format!("{} {} {}", self.line, self.column, self.message)
    }
}

impl Writing {
    /// Somebody typed a text that means a design.
    pub fn means(&mut self, text: String, design: Design) {
        *self = Self { text, design: Some(Box::new(design)), own: true, ..Self::default() };
    }

    /// Somebody typed a text that can't be read.
    pub fn wrong(&mut self, text: String, error: SpecError) {
        self.text = text;
        self.error = Some(error);
        self.own = true;
        self.replaced = false;
    }

    /// The design stands as that text. Returns whether the editor has to show it: not where its own text means the same
    /// design, and not over a text that somebody is still in the middle of.
    pub fn follow(&mut self, text: &str, design: &Design) -> bool {
        let same = self.design.as_deref() == Some(design);
        if self.error.is_some() {
            self.behind |= !same;
            return false;
        }
        if same {
            return false;
        }
        let replaced = self.own && has_comment(&self.text);
        *self = Self {
            text: text.to_owned(),
            design: Some(Box::new(design.clone())),
            replaced,
            ..Self::default()
        };
        true
    }

    /// The text is given up: the design's own shall stand again.
    pub fn give_up(&mut self) {
        *self = Self::default();
    }

    /// Where something is wrong.
    pub fn mark(&self) -> Option<Mark> {
        let error = self.error.as_ref()?;
        Some(Mark { line: error.line, column: error.column, message: error.message.clone() })
    }

    /// What is wrong, in a sentence.
    pub fn problem(&self) -> Option<String> {
        let error = self.error.as_ref()?;
        let stop = if error.message.ends_with('.') { "" } else { "." };
        let design = if self.behind {
            "The design has gone on meanwhile; this text is not in it."
        } else {
            "The design stays as it was."
        };
        Some(format!("Line {}, column {}: {}{stop} {design}", error.line, error.column, error.message))
    }

    /// What else must be said.
    pub fn note(&self) -> Option<&'static str> {
        if self.replaced {
            Some(
                "The design was changed elsewhere, so the text was written anew, without your comments. Ctrl+Z in it brings them back.",
            )
        } else if self.own && self.error.is_none() && has_comment(&self.text) {
            Some(
                "Comments stay in this text until the design is changed elsewhere; a file, a link and a download don\u{2019}t hold them.",
            )
        } else {
            None
        }
    }
}

/// Whether a line of the text has a comment; a `#` inside a word or quotes is none.
fn has_comment(text: &str) -> bool {
    text.lines().any(|line| {
        let mut before = ' ';
        let mut quote = None;
        for letter in line.chars() {
            match quote {
                Some(end) if letter == end => quote = None,
                Some(_) => {}
                None if matches!(letter, '"' | '\'') => quote = Some(letter),
                None if letter == '#' && before == ' ' => return true,
                None => {}
            }
            before = letter;
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::yaml;

    fn other() -> Design {
        Design { project_name: "orders".to_owned(), ..Design::default() }
    }

    fn error() -> SpecError {
        yaml::read("project_nam: x\n").unwrap_err()
    }

    #[test]
    fn a_text_that_means_the_design_is_left_as_it_was_typed() {
        let mut writing = Writing::default();
        assert!(
            writing.follow(&yaml::write(&Design::default()), &Design::default()),
            "it begins with the design"
        );
        writing.means("# ours\nproject_name: orders".to_owned(), other());
        assert!(writing.note().is_some_and(|note| note.starts_with("Comments stay")));
        assert!(!writing.follow(&yaml::write(&other()), &other()));
        assert!(writing.follow(&yaml::write(&Design::default()), &Design::default()));
        assert!(writing.note().is_some_and(|note| note.contains("without your comments")));
        assert!(writing.follow(&yaml::write(&other()), &other()));
        assert_eq!(writing.note(), None, "the text before was not somebody's own");
    }

    #[test]
    fn a_text_with_a_mistake_is_never_written_over_unasked() {
        let mut writing = Writing::default();
        writing.wrong("project_nam: x\n".to_owned(), error());
        assert!(writing.mark().unwrap().text().starts_with("1 1 "));
        let words = writing.problem().unwrap();
        assert!(words.contains("project_name") && words.ends_with("The design stays as it was."), "{words}");
        assert!(!writing.follow("x", &other()));
        assert!(writing.problem().unwrap().ends_with("this text is not in it."));
        writing.give_up();
        assert!(writing.follow("x", &other()));
        assert_eq!((writing.problem(), writing.note()), (None, None));
    }

    #[test]
    fn a_sign_inside_a_word_or_quotes_is_no_comment() {
        assert!(has_comment("a: b # c"));
        assert!(has_comment("# c"));
        assert!(!has_comment("a: b#c\nd: \"e # f\"\ng: '# h'"));
    }
}
