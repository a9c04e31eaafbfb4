//! What the page of a rule shows of the rule's examples. The worker makes it: the app has no examples.

use serde::{Deserialize, Serialize};

use super::listing::{Block, blocks};
use crate::design::{Design, Positions};
use crate::formats::changes::{Change, changes};
use crate::formats::yaml;
use crate::rules::Examples;

/// What a rule's examples show.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RulePage {
    /// What to do about the rule's findings, a sentence.
    pub remedy: String,
    /// What the rule says of the bad example.
    pub said: Vec<String>,
    /// The example in which it is found.
    pub bad: Example,
    /// The example in which it is not.
    pub good: Example,
}

/// One of the two examples.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Example {
    /// The design.
    pub design: Box<Design>,
    /// Its canonical spec.
    pub listing: Vec<Block>,
}

impl RulePage {
    /// That of the rule of that id; `None` where there is no such rule.
    pub fn of(id: &str) -> Option<Self> {
        let examples = Examples::of(id)?;
        let found = examples.demonstrated();
        let (bad, good) = (Example::of((examples.bad)()), Example::of((examples.good)()));
        let fix = found.iter().find_map(|finding| finding.fix.as_ref());
        let remedy = match fix {
            Some(fix) => format!("There is a safe fix; in the bad example: {}.", fix.title),
            None if parted(&bad, &good).is_empty() => {
                "There is no safe fix: only you know what is right. The examples below show both.".to_owned()
            }
            None => {
                "There is no safe fix: only you know what is right. The good example differs in:".to_owned()
            }
        };
        Some(Self { remedy, said: found.into_iter().map(|finding| finding.message).collect(), bad, good })
    }

    /// What parts the bad example from the good one.
    pub fn rows(&self) -> Vec<Change> {
        parted(&self.bad, &self.good)
    }
}

impl Example {
    fn of(design: Design) -> Self {
        Self { listing: blocks(&yaml::write(&design)), design: Box::new(design) }
    }
}

fn parted(bad: &Example, good: &Example) -> Vec<Change> {
    changes(&bad.design, &good.design, &Positions::canonical(&bad.design))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{ALL, EXAMPLES};

    #[test]
    fn the_remedy_names_the_fix_or_says_that_there_is_none() {
        let fix = RulePage::of("capacity/max-below-min").unwrap().remedy;
        assert!(fix.starts_with("There is a safe fix"), "{fix}");
        let without = EXAMPLES.iter().find(|it| !it.has_fix()).unwrap();
        let sentence = RulePage::of(without.rule.id).unwrap().remedy;
        assert!(sentence.starts_with("There is no safe fix"), "{sentence}");
    }

    #[test]
    fn every_rule_says_something_of_its_bad_example() {
        for rule in ALL {
            assert!(!RulePage::of(rule.id).unwrap().said.is_empty(), "{}", rule.id);
        }
        assert_eq!(RulePage::of("no/such-rule"), None);
    }

    #[test]
    fn both_examples_are_shown_as_they_open() {
        let page = RulePage::of("engine/retired-version").unwrap();
        for Example { design, listing } in [&page.bad, &page.good] {
            let lines: Vec<&str> =
                listing.iter().flat_map(|block| &block.lines).map(|it| it.text.as_str()).collect();
            assert_eq!(yaml::read(&lines.join("\n")).unwrap().design, **design);
        }
        assert!(page.rows().iter().any(|row| row.path.ends_with("engine_version")), "{:?}", page.rows());
    }
}
