//! The shelf as a list: what answers to a search, in which order, and names that tell copies apart.

use crate::facts::Day;
use crate::formats::bill::page::day_words;
use crate::formats::link;

use super::{Head, Unread};

/// A place of the shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A design.
    Head(Box<Head>),
    /// A record that can't be read. It is left as it is.
    Unread {
        /// What it is kept under.
        id: String,
        /// Why.
        why: Unread,
    },
}

/// The designs that answer to every word that was typed, the one touched last first; those deleted where that is asked.
pub fn found<'a>(shelf: &'a [Head], typed: &str, deleted: bool) -> Vec<&'a Head> {
    let typed = typed.to_lowercase();
    let answers = |head: &&Head| {
        let text = format!("{} {} {}", head.title(), head.project, head.text).to_lowercase();
        head.deleted.is_some() == deleted && typed.split_whitespace().all(|word| text.contains(word))
    };
    let mut found: Vec<&Head> = shelf.iter().filter(answers).collect();
    found.sort_unstable_by(|one, two| two.touched().cmp(&one.touched()).then_with(|| one.id.cmp(&two.id)));
    found
}

/// A name for a copy: `orders copy`, `orders copy 2`.
pub fn copy_name(title: &str, shelf: &[Head]) -> String {
    free(shelf, |nth| if nth == 1 { format!("{title} copy") } else { format!("{title} copy {nth}") })
}

/// A name for what parted from a design: `orders (2)`.
pub fn part_name(title: &str, shelf: &[Head]) -> String {
    free(shelf, |nth| format!("{title} ({})", nth + 1))
}

/// The first of the names that nothing on the shelf has.
fn free(shelf: &[Head], name: impl Fn(usize) -> String) -> String {
    // One of so many is free.
    (1..=shelf.len() + 1)
        .map(&name)
        .find(|name| shelf.iter().all(|head| head.title() != name))
        .unwrap_or_else(|| name(1))
}

/// What a design is, in a few words: `PostgreSQL 17.7 in us-east-1, 2 to 16 ACU`.
pub fn facts(head: &Head) -> String {
    let (design, _) = link::kept(&head.text);
    let cluster = &design.cluster;
    format!(
        "{} {} in {}, {} to {} ACU",
        cluster.engine.label(),
        design.engine_version(),
        design.region.code,
        cluster.min_capacity,
        cluster.max_capacity
    )
}

/// When something was, for people: `14:05` today, `27 November 2026, 14:05` on another day.
pub fn when((day, hour, minute): (Day, u32, u32), today: Day) -> String {
    let clock = format!("{hour:02}:{minute:02}");
    if day == today { clock } else { format!("{}, {clock}", day_words(day)) }
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::head;
    use super::*;

    fn shelf() -> Vec<Head> {
        let mut gone = head("gone", 20, "v=1&name=gone");
        gone.deleted = Some(30);
        let mut named = head("b", 9, "v=1&name=orders&region=eu-west-1");
        named.name = Some("Orders, second try".to_owned());
        vec![head("a", 5, "v=1&name=shop"), named, gone]
    }

    fn ids(typed: &str, deleted: bool) -> Vec<String> {
        found(&shelf(), typed, deleted).into_iter().map(|head| head.id.clone()).collect()
    }

    #[test]
    fn the_last_one_stands_first_and_deleted_ones_apart() {
        assert_eq!(ids("", false), ["b", "a"]);
        assert_eq!(ids("", true), ["gone"]);
    }

    #[test]
    fn every_word_must_be_in_the_name_or_the_design() {
        assert_eq!(ids("SECOND try", false), ["b"]);
        assert_eq!(ids("eu-west", false), ["b"]);
        assert_eq!(ids("second nothing", false), Vec::<String>::new());
    }

    #[test]
    fn copies_and_parts_have_names_of_their_own() {
        let mut shelf = shelf();
        assert_eq!(copy_name("x", &shelf), "x copy");
        shelf[0].name = Some("x copy".to_owned());
        assert_eq!(copy_name("x", &shelf), "x copy 2");
        assert_eq!(part_name("x", &shelf), "x (2)");
        shelf[1].name = Some("x (2)".to_owned());
        assert_eq!(part_name("x", &shelf), "x (3)");
    }

    #[test]
    fn a_row_says_what_the_design_is() {
        assert_eq!(facts(&head("a", 1, "v=1&name=a&max=32")), "PostgreSQL 17.7 in us-east-1, 2 to 32 ACU");
    }

    #[test]
    fn a_time_names_its_day_where_that_is_another() {
        let today = Day::parse("2026-11-28").unwrap();
        assert_eq!(when((today, 9, 5), today), "09:05");
        let before = Day::parse("2026-11-27").unwrap();
        assert_eq!(when((before, 14, 5), today), "27 November 2026, 14:05");
    }
}
