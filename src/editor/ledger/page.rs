//! A page of the ledger under way: what it says, and beside it what its buttons do.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Edit};
#[cfg(test)]
use crate::formats::document::Table;
use crate::formats::document::{Act, Block};

/// A page with what its acts do. The app gets the blocks alone, and says which act was chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Page {
    /// What it says.
    pub blocks: Vec<Block>,
    deeds: Vec<Deed>,
}

/// What an act does, and what is told then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Deed {
    /// Changes the design.
    Change(Vec<Edit>, String),
    /// Puts another in its place.
    Open(Box<Design>, String),
}

/// What came of an act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Acted {
    /// The design after it.
    pub design: Box<Design>,
    /// What is told: a sentence where another design is opened, else its beginning.
    pub told: String,
    /// Whether it is another design in place of the one that the page was made for.
    pub opens: bool,
}

impl Page {
    /// A page of words alone.
    pub(super) fn says(words: &str) -> Self {
        Self { blocks: vec![Block::Text(words.to_owned())], deeds: Vec::new() }
    }

    /// Takes what an act does; returns the act, to be named.
    pub(super) fn act(&mut self, deed: Deed) -> Act {
        self.deeds.push(deed);
        Act { place: self.deeds.len() - 1, ..Act::default() }
    }

    /// Does an act with the design that the page was made for.
    ///
    /// # Errors
    /// Where it can't be done: why, to go on after "Nothing changed: ".
    pub fn done(self, place: usize, design: &Design) -> Result<Acted, String> {
        match self.deeds.into_iter().nth(place) {
            Some(Deed::Change(edits, told)) => {
                let after = design.with_all(&edits).map_err(|error| error.to_string())?;
                Ok(Acted { design: Box::new(after), told, opens: false })
            }
            Some(Deed::Open(design, told)) => Ok(Acted { design, told, opens: true }),
            None => Err("the page has no such button".to_owned()),
        }
    }
}

/// What the unit tests of the pages read of them.
#[cfg(test)]
impl Page {
    /// Its tables of figures by caption, also those within its parts.
    pub(super) fn table(&self, caption: &str) -> Option<&Table> {
        all(&self.blocks).into_iter().find_map(|block| match block {
            Block::Figures(table) if table.caption == caption => Some(table),
            _ => None,
        })
    }

    /// What stands in one of its parts.
    pub(super) fn part(&self, title: &str) -> Option<&[Block]> {
        self.blocks.iter().find_map(|block| match block {
            Block::Part(it, blocks) if it == title => Some(blocks.as_slice()),
            _ => None,
        })
    }

    /// Its acts, in the order of the page.
    pub(super) fn acts(&self) -> Vec<&Act> {
        let mut acts = Vec::new();
        for block in all(&self.blocks) {
            match block {
                Block::Act(act) => acts.push(act),
                Block::Changes(all) => acts.extend(all.iter().filter_map(|it| it.act.as_ref())),
                Block::Figures(table) => {
                    acts.extend(table.rows.iter().flatten().filter_map(|it| it.act.as_ref()));
                }
                _ => {}
            }
        }
        acts
    }
}

#[cfg(test)]
fn all(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Part(_, blocks) => found.extend(all(blocks)),
            other => found.push(other),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Field;

    #[test]
    fn an_act_is_done_by_its_place_alone() {
        let design = Design::default();
        let mut page = Page::default();
        let other = Design { project_name: "other".to_owned(), ..Design::default() };
        let larger = Edit::set(Field::MaxCapacity, "32");
        assert_eq!(page.act(Deed::Change(vec![larger], "Made it larger".to_owned())).place, 0);
        assert_eq!(page.act(Deed::Open(Box::new(other.clone()), "Opened it.".to_owned())).place, 1);
        let changed = page.clone().done(0, &design).unwrap();
        assert_eq!((changed.told.as_str(), changed.opens), ("Made it larger", false));
        assert_eq!(changed.design.cluster.max_capacity, crate::facts::Acu::whole(32));
        let opened = page.clone().done(1, &design).unwrap();
        assert_eq!((*opened.design, opened.opens), (other, true));
        assert!(page.done(2, &design).is_err());
    }

    #[test]
    fn a_change_that_cannot_be_made_says_why() {
        let mut page = Page::default();
        page.act(Deed::Change(vec![Edit::RemoveReader(99)], String::new()));
        assert!(!page.done(0, &Design::default()).unwrap_err().is_empty());
    }
}
