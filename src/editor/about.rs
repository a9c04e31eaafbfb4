//! What is known of a setting: the facts of the rules that find something at it. So it needs no list of its own, and a
//! new rule tells of its setting by itself.

use serde::{Deserialize, Serialize};

use crate::design::Field;
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

/// What a setting is called between the page and its worker. That of one instance is that of all.
pub fn name(field: &Field) -> String {
    let text = format!("{field:?}");
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// The facts about the setting of that [`name`], each once, in the order of the rules; none where no rule looks at it.
pub fn about(setting: &str) -> Vec<Known> {
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
fn looks_at(examples: &Examples, setting: &str) -> bool {
    examples.demonstrated().iter().any(|finding| name(&finding.field) == setting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Member;

    #[test]
    fn a_setting_tells_what_its_rules_rest_on() {
        let retention = about(&name(&Field::BackupRetention));
        assert!(retention.iter().any(|it| it.sentence.contains("35")), "{retention:?}");
        assert!(retention.iter().all(|it| !it.source.is_empty()));
        assert_eq!(about("NoSuchSetting"), []);
    }

    #[test]
    fn most_settings_have_facts_and_none_is_told_twice() {
        let mut told = 0;
        let mut names: Vec<String> = Field::settings().map(name).collect();
        names.dedup();
        for setting in &names {
            let facts = about(setting);
            told += usize::from(!facts.is_empty());
            for (at, fact) in facts.iter().enumerate() {
                assert!(!facts[..at].contains(fact), "{setting}: {}", fact.sentence);
            }
        }
        assert!(told * 2 > names.len(), "{told} of {}", names.len());
    }

    #[test]
    fn one_of_several_has_the_name_of_its_kind() {
        assert_eq!(name(&Field::InstanceTier(3)), "InstanceTier");
        assert_eq!(name(&Field::SubnetIds(Member::Primary)), "SubnetIds");
    }
}
