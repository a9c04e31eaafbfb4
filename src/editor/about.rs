//! What is known of a setting: the facts of the rules that find something at it. So it needs no list of its own, and a
//! new rule tells of its setting by itself.

use serde::{Deserialize, Serialize};

use crate::design::{Field, Setting};
use crate::facts::find;
use crate::rules::{EXAMPLES, Examples};

/// A fact as the settings show it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Known {
    /// One to three plain sentences.
    pub sentence: String,
    /// Where it was read: an address, or a document by name.
    pub source: String,
}

/// What a setting is called between the page and its worker: the place of its row. That of one instance is that of all.
pub fn row_of(field: &Field) -> Option<usize> {
    Setting::all().position(|row| std::ptr::eq(row, field.row()))
}

/// The facts about the setting of that row, each once, in the order of the rules; none where no rule looks at it.
pub fn about(setting: Option<usize>) -> Vec<Known> {
    let shown = EXAMPLES.iter().filter(|it| !it.rule.facts.is_empty() && looks_at(it, setting));
    let mut ids: Vec<&str> = Vec::new();
    for id in shown.flat_map(|it| it.rule.facts) {
        if !ids.contains(id) {
            ids.push(id);
        }
    }
    let known = |fact: &crate::facts::Fact| Known {
        sentence: fact.sentence.to_owned(),
        source: fact.sources.first().copied().unwrap_or_default().to_owned(),
    };
    ids.into_iter().filter_map(find).map(known).collect()
}

/// Whether a rule finds something at the setting in its own bad example.
fn looks_at(examples: &Examples, setting: Option<usize>) -> bool {
    examples.demonstrated().iter().any(|finding| row_of(&finding.field) == setting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Member;

    #[test]
    fn a_setting_tells_what_its_rules_rest_on() {
        let retention = about(row_of(&Field::BackupRetention));
        assert!(retention.iter().any(|it| it.sentence.contains("35")), "{retention:?}");
        assert!(retention.iter().all(|it| !it.source.is_empty()));
        assert_eq!(about(None), []);
    }

    #[test]
    fn most_settings_have_facts_and_none_is_told_twice() {
        let mut told = 0;
        let rows = 0..Setting::all().count();
        for setting in rows.clone().map(Some) {
            let facts = about(setting);
            told += usize::from(!facts.is_empty());
            for (at, fact) in facts.iter().enumerate() {
                assert!(!facts[..at].contains(fact), "{setting:?}: {}", fact.sentence);
            }
        }
        assert!(told * 2 > rows.len(), "{told} of {}", rows.len());
    }

    #[test]
    fn one_of_several_has_the_row_of_its_kind() {
        assert_eq!(row_of(&Field::InstanceTier(3)), row_of(&Field::InstanceTier(0)));
        assert_eq!(
            row_of(&Field::SubnetIds(Member::Primary)),
            row_of(&Field::SubnetIds(Member::Secondary(0)))
        );
        assert!(row_of(&Field::InstanceTier(0)).is_some());
    }
}
