//! What answers to the words that somebody typed.

use super::{Command, Kind};

/// So many answers are shown at once; more words find the rest.
pub const SHOWN: usize = 60;

impl Command {
    /// How well it answers what was typed, in lower case; less is better, `None` where a word of it is nowhere.
    fn rank(&self, typed: &str) -> Option<u8> {
        let label = self.label.to_lowercase();
        let (hint, title) = (self.hint.to_lowercase(), self.kind.title().to_lowercase());
        let known = |word: &str| label.contains(word) || hint.contains(word) || title.contains(word);
        if !typed.split_whitespace().all(known) {
            return None;
        }
        Some(match label.find(typed) {
            Some(0) => 0,
            Some(_) => 1,
            None if hint.contains(typed) => 2,
            None => 3,
        })
    }
}

/// The places of the commands that answer, [`SHOWN`] at most: the best kind first and in it the best command. While
/// nothing is typed, kinds come in their own order.
pub fn found(all: &[Command], typed: &str) -> Vec<usize> {
    let wanted = wanted(typed);
    let ranked: Vec<(u8, Kind, usize)> = all
        .iter()
        .enumerate()
        .filter_map(|(at, it)| it.rank(&wanted).map(|rank| (rank, it.kind, at)))
        .collect();
    let best = |kind: Kind| ranked.iter().filter(|(_, it, _)| *it == kind).map(|(rank, _, _)| *rank).min();
    // While nothing is typed every rank is the same.
    let mut hits: Vec<(Option<u8>, usize, u8, usize)> = Vec::new();
    for (place, kind) in Kind::ALL.into_iter().enumerate() {
        let of_kind = ranked.iter().filter(|(_, it, _)| *it == kind);
        let best = best(kind).filter(|_| !wanted.is_empty());
        hits.extend(of_kind.map(|(rank, _, at)| (best, place, *rank, *at)));
    }
    hits.sort_unstable();
    hits.into_iter().take(SHOWN).map(|(_, _, _, at)| at).collect()
}

/// A text cut where what was typed stands in it: before, hit, after. `None` where it stands nowhere.
pub fn marked<'a>(text: &'a str, typed: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let wanted = wanted(typed);
    if wanted.is_empty() {
        return None;
    }
    // Lower case may be longer than the text; then nothing is marked.
    let (before, rest) = text.split_at_checked(text.to_lowercase().find(&wanted)?)?;
    let (hit, after) = rest.split_at_checked(wanted.len())?;
    (hit.to_lowercase() == wanted).then_some((before, hit, after))
}

fn wanted(typed: &str) -> String {
    typed.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::{Act, Fold};
    use super::*;

    fn command(kind: Kind, label: &str, hint: &str) -> Command {
        Command::new(kind, label, Act::Fold(Fold::Dock)).hint(hint)
    }

    fn all() -> Vec<Command> {
        vec![
            command(Kind::Actions, "Show the bill", "Cost"),
            command(Kind::Actions, "Add reader", "Tier 1"),
            command(Kind::Settings, "Minimum", "serverless_v2.min_capacity"),
            command(Kind::Settings, "Tier of reader 1", "resources[0].tier"),
            command(Kind::Rules, "Reader is tied to the writer", "nodes/reader-tied-to-writer"),
        ]
    }

    #[test]
    fn without_words_everything_stands_in_its_order() {
        assert_eq!(found(&all(), "  "), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_label_that_begins_with_the_words_comes_first() {
        assert_eq!(found(&all(), "Reader"), [4, 1, 3]);
        assert_eq!(found(&all(), "min_cap"), [2]);
    }

    #[test]
    fn every_word_must_be_somewhere_the_kind_included() {
        assert_eq!(found(&all(), "settings tier"), [3]);
        assert_eq!(found(&all(), "reader nonsense"), Vec::<usize>::new());
    }

    #[test]
    fn a_long_answer_is_cut() {
        let many: Vec<Command> =
            (0..SHOWN + 5).map(|at| command(Kind::Actions, &format!("Act {at}"), "")).collect();
        assert_eq!(found(&many, "act").len(), SHOWN);
    }

    #[test]
    fn what_was_typed_is_marked_where_it_stands() {
        assert_eq!(marked("Add reader", "READ"), Some(("Add ", "read", "er")));
        assert_eq!(marked("Add reader", ""), None);
        assert_eq!(marked("Add reader", "proxy"), None);
    }

    #[test]
    fn letters_that_grow_in_lower_case_break_nothing() {
        // U+0130 is two bytes and three in lower case.
        assert_eq!(marked("\u{130}\u{130}x", "x"), None);
        assert_eq!(marked("\u{e4}x", "x"), Some(("\u{e4}", "x", "")));
    }
}
