//! What there is to look up about rules: the search over all of them, and what a rule's own examples show.

use crate::design::Positions;
use crate::formats::changes::{Change, changes};
use crate::rules::{ALL, Finding, Rule};

/// Ids of the rules of a topic, or of all where it is empty, that hold every word typed.
pub fn found(typed: &str, topic: &str) -> Vec<&'static str> {
    let typed = typed.to_lowercase();
    let of_topic = |rule: &&&Rule| topic.is_empty() || rule.topic() == topic;
    ALL.iter().filter(of_topic).filter(|rule| holds(rule, &typed)).map(|rule| rule.id).collect()
}

/// Every topic, in the order of the rules.
pub fn topics() -> Vec<&'static str> {
    let mut topics: Vec<&str> = ALL.iter().map(|rule| rule.topic()).collect();
    topics.dedup();
    topics
}

/// Whether everything typed stands somewhere in what there is to read about a rule.
fn holds(rule: &Rule, wanted: &str) -> bool {
    let text = format!("{} {} {} {}", rule.id, rule.title, rule.why, rule.facts.join(" ")).to_lowercase();
    wanted.split_whitespace().all(|word| text.contains(word))
}

/// What a rule says of its bad example.
pub fn said(rule: &'static Rule) -> Vec<String> {
    found_in_bad(rule).into_iter().map(|finding| finding.message).collect()
}

fn found_in_bad(rule: &'static Rule) -> Vec<Finding> {
    rule.demonstrated()
}

/// What to do about a rule's findings: a sentence, and what parts its bad example from its good one.
pub fn remedy(rule: &'static Rule) -> (String, Vec<Change>) {
    let fix = found_in_bad(rule).into_iter().find_map(|finding| finding.fix);
    let (bad, good) = ((rule.bad)(), (rule.good)());
    let rows = changes(&bad, &good, &Positions::canonical(&bad));
    let sentence = match fix {
        Some(fix) => format!("There is a safe fix; in the bad example: {}.", fix.title),
        None if rows.is_empty() => {
            "There is no safe fix: only you know what is right. The examples below show both.".to_owned()
        }
        None => "There is no safe fix: only you know what is right. The good example differs in:".to_owned(),
    };
    (sentence, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::find;

    #[test]
    fn rules_are_found_by_words_fact_and_topic() {
        assert_eq!(found("", "").len(), ALL.len());
        assert!(found("performance INSIGHTS", "").contains(&"capacity/min-low-for-insights"));
        assert!(found("acu-34", "").contains(&"capacity/min-low-for-insights"));
        assert!(found("", "capacity").iter().all(|id| id.starts_with("capacity/")));
        assert!(found("no such words", "").is_empty());
        assert!(topics().contains(&"proxy"));
    }

    #[test]
    fn the_remedy_names_the_fix_or_says_that_there_is_none() {
        let (fix, _) = remedy(find("capacity/max-below-min").unwrap());
        assert!(fix.starts_with("There is a safe fix"), "{fix}");
        let without = ALL.iter().find(|rule| !rule.has_fix()).unwrap();
        let (sentence, _) = remedy(without);
        assert!(sentence.starts_with("There is no safe fix"), "{sentence}");
    }

    #[test]
    fn every_rule_says_something_of_its_bad_example() {
        for rule in ALL {
            assert!(!said(rule).is_empty(), "{}", rule.id);
        }
    }
}
