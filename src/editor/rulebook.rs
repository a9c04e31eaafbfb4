//! What there is to look up about rules: the search over all of them.

use crate::rules::{ALL, Rule};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_words_fact_and_topic() {
        assert_eq!(found("", "").len(), ALL.len());
        assert!(found("performance INSIGHTS", "").contains(&"capacity/min-low-for-insights"));
        assert!(found("acu-34", "").contains(&"capacity/min-low-for-insights"));
        assert!(found("", "capacity").iter().all(|id| id.starts_with("capacity/")));
        assert!(found("no such words", "").is_empty());
        assert!(topics().contains(&"proxy"));
    }
}
