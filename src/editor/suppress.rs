//! What somebody says to a finding that is fine where it is.

use crate::design::Suppression;
use crate::facts::Day;

/// The suppression of a rule, from a reason and a last quiet day as typed; no day is for good.
///
/// # Errors
/// A sentence to show where there is no reason, or the day is no date.
pub fn suppression(rule: &str, reason: &str, until: &str) -> Result<Suppression, &'static str> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err("A reason is needed. It is kept in the spec for whoever reads it next.");
    }
    let day = Day::parse(until);
    if !until.is_empty() && day.is_none() {
        return Err("The day is not a date such as 2027-01-31.");
    }
    Ok(Suppression { rule: rule.to_owned(), reason: reason.to_owned(), until: day })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "nodes/single-instance";

    #[test]
    fn a_reason_is_enough() {
        let made = suppression(RULE, " a test cluster ", "");
        let made = made.map(|it| (it.rule, it.reason, it.until));
        assert_eq!(made, Ok((RULE.to_owned(), "a test cluster".to_owned(), None)));
    }

    #[test]
    fn without_a_reason_or_with_a_wrong_day_it_says_what_is_missing() {
        assert!(suppression(RULE, "  ", "").is_err_and(|it| it.starts_with("A reason")));
        assert!(suppression(RULE, "why", "2027-02-30").is_err_and(|it| it.contains("not a date")));
    }

    #[test]
    fn the_last_quiet_day_is_kept() {
        let made = suppression(RULE, "why", "2027-01-31");
        assert_eq!(made.map(|it| it.until), Ok(Day::parse("2027-01-31")));
    }
}
