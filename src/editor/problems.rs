//! The list of findings: its orders, the way from one to the next, and what suppressions do.

use crate::design::{Design, Field, Part, Suppression, Word as _, ordered};
use crate::estimate::Bill;
use crate::facts::Day;
use crate::formats::changes::Change;
use crate::rules::{Finding, Severity, find, quieted};

/// Notes on what is so in most designs that are as they should be, and what pausing means for everybody. They say nothing
/// of this design that must be looked at, so they stand at their settings and below the list, and no badge counts them.
const STANDING: &[&str] = &[
    "network/open-to-whole-vpc",
    "backup/backups-with-the-cluster-only",
    "monitoring/alarms-unheard",
    "monitoring/silent-while-paused",
    "pause/slow-resume",
    "pause/open-connection-keeps-awake",
];

/// Whether a finding is one of the notes that most designs have.
pub fn is_standing(finding: &Finding) -> bool {
    finding.severity == Severity::Note && STANDING.contains(&finding.rule.id)
}

/// The findings that lists, badges and figures tell: all but those that most designs have.
pub fn listed(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().filter(|it| !is_standing(it)).cloned().collect()
}

/// Which severities a list leaves out.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Filter(Vec<Severity>);

impl Filter {
    /// Whether findings of that severity are left out.
    pub fn hides(&self, severity: Severity) -> bool {
        self.0.contains(&severity)
    }

    /// Leaves out what was shown, or shows what was left out.
    pub fn toggle(&mut self, severity: Severity) {
        if self.hides(severity) {
            self.0.retain(|it| *it != severity);
        } else {
            self.0.push(severity);
        }
    }
}

/// Why a thing matters, where the finding's own sentence does not say it already: most of the longer words of a sentence
/// that repeats another are in it too.
pub fn adds<'a>(message: &str, title: &str, why: &'a str) -> &'a str {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 3);
        words.map(|word| word.chars().take(5).collect()).collect()
    };
    let said = words(&format!("{message} {title}"));
    let new = words(why);
    let repeated = new.iter().filter(|word| said.contains(word)).count();
    if repeated * 2 > new.len() { "" } else { why }
}

/// What tells findings apart: rule, and setting.
pub type Key = (&'static str, Field);

/// What tells a finding apart.
pub fn key(finding: &Finding) -> Key {
    (finding.rule.id, finding.field.clone())
}

/// How many there are of each severity that there is, worst first.
pub fn tally(findings: &[Finding]) -> Vec<(Severity, usize)> {
    Severity::WORDS
        .iter()
        .map(|(_, severity)| (*severity, findings.iter().filter(|it| it.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The severity as people read it: `Error`.
pub const fn severity_title(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// `1 warning`, `2 notes`.
pub fn counted(count: usize, severity: Severity) -> String {
    format!("{count} {}{}", severity.word(), if count == 1 { "" } else { "s" })
}

/// The parts that have findings, each once, in the order of the diagram.
pub fn parts(of_findings: impl Iterator<Item = Part>) -> Vec<Part> {
    let mut parts = Vec::new();
    of_findings.for_each(|part| ordered::put(&mut parts, part));
    parts
}

/// The place of the problem after or before the one at a place, around the ends, as the list has them: worst first or
/// part by part, without what it leaves out. `None` where there is none.
pub fn next(
    findings: &[Finding],
    filter: &Filter,
    by_severity: bool,
    now: Option<usize>,
    forward: bool,
) -> Option<usize> {
    let shown = |finding: &Finding| !is_standing(finding) && !filter.hides(finding.severity);
    let listed = || findings.iter().enumerate().filter(|(_, it)| shown(it));
    let of = |part: Part| listed().filter(move |(_, it)| it.part() == part).map(|(at, _)| at);
    let order: Vec<usize> = if by_severity {
        listed().map(|(at, _)| at).collect()
    } else {
        parts(findings.iter().map(Finding::part)).into_iter().flat_map(of).collect()
    };
    let now = now.and_then(|now| order.iter().position(|at| *at == now));
    let next = match (now, forward) {
        (None, true) => order.first(),
        (None, false) => order.last(),
        (Some(at), true) => order.get(at + 1).or(order.first()),
        (Some(at), false) => at.checked_sub(1).and_then(|at| order.get(at)).or(order.last()),
    };
    next.copied()
}

/// A suppression and what it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// As the spec has it.
    pub suppression: Suppression,
    /// What it does to this design on this day.
    pub does: Does,
}

/// What a suppression does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Does {
    /// It keeps these findings quiet.
    Quiets(Vec<String>),
    /// Its last day is over: the finding is back.
    Ended(Day),
    /// It names no rule.
    NoRule,
    /// Errors stay.
    Error,
    /// It has no reason, so it holds nothing back.
    NoReason,
    /// Its rule finds nothing here.
    Unused,
}

/// Every suppression with what it does, in the order of the spec.
pub fn suppressed(design: &Design, bill: &Bill, today: Day) -> Vec<Row> {
    if design.suppress.is_empty() {
        return Vec::new();
    }
    let quiet = quieted(design, bill, today);
    let does = |it: &Suppression| {
        let held: Vec<String> = quiet
            .iter()
            .filter(|(_, by)| std::ptr::eq(*by, it))
            .map(|(finding, _)| finding.message.clone())
            .collect();
        let rule = find(&it.rule);
        match it.until {
            _ if !held.is_empty() => Does::Quiets(held),
            _ if rule.is_none() => Does::NoRule,
            _ if rule.is_some_and(|rule| rule.severity == Severity::Error) => Does::Error,
            _ if it.reason.trim().is_empty() => Does::NoReason,
            Some(day) if today > day => Does::Ended(day),
            _ => Does::Unused,
        }
    };
    design.suppress.iter().map(|it| Row { suppression: it.clone(), does: does(it) }).collect()
}

impl Does {
    /// One word for the chip, and the sentence beside it.
    pub fn says(&self) -> (&'static str, String) {
        match self {
            Self::Quiets(held) => ("quiet", held.join(" ")),
            Self::Ended(day) => ("ended", format!("Its last day was {day}, so the finding is back.")),
            Self::NoRule => ("unused", "No rule has this name, so it suppresses nothing.".to_owned()),
            Self::Error => ("unused", "Errors stay, whatever anybody writes.".to_owned()),
            Self::NoReason => ("unused", "It has no reason, so it suppresses nothing.".to_owned()),
            Self::Unused => ("unused", "Its rule finds nothing here, so it can go.".to_owned()),
        }
    }
}

/// Without what lies within a part that comes or goes: of that the part alone is told.
pub fn told(rows: Vec<Change>) -> Vec<Change> {
    // A whole part is an entry of a list; whether it is there is its own setting.
    let whole = |row: &&Change| row.path.ends_with(']');
    let parts: Vec<String> = rows.iter().filter(whole).map(|row| format!("{}.", row.path)).collect();
    let said = |text: Option<String>| {
        text.map(|text| match text.as_str() {
            "true" => "present".to_owned(),
            "false" => "absent".to_owned(),
            _ => text,
        })
    };
    rows.into_iter()
        .filter(|row| !parts.iter().any(|part| row.path.starts_with(part.as_str())))
        .map(|row| {
            if row.path.ends_with(']') {
                Change { path: row.path, from: said(row.from), to: said(row.to) }
            } else {
                row
            }
        })
        .collect()
}

/// The sentence's first letter small: it follows a colon. Names such as RDS stay.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Edit;
    use crate::estimate::bill;
    use crate::facts::prices::PRICE_DATE;
    use crate::rules::check;

    fn found(design: &Design) -> Vec<Finding> {
        listed(&check(design, &bill(design, PRICE_DATE), PRICE_DATE))
    }

    #[test]
    fn the_default_design_opens_without_a_note_and_nothing_is_lost() {
        let design = Design::default();
        assert_eq!(found(&design), []);
        let all = check(&design, &bill(&design, PRICE_DATE), PRICE_DATE);
        assert!(!all.is_empty() && all.iter().all(is_standing));
        for id in STANDING {
            assert!(find(id).is_some_and(|rule| rule.severity == Severity::Note), "{id}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_stepped_to() {
        let all = found(&faulty());
        let mut filter = Filter::default();
        filter.toggle(Severity::Error);
        let first = next(&all, &filter, true, None, true);
        assert!(first.is_none_or(|at| all[at].severity != Severity::Error));
        for (severity, _) in tally(&all) {
            if severity != Severity::Error {
                filter.toggle(severity);
            }
        }
        assert_eq!(next(&all, &filter, true, None, true), None);
        filter.toggle(Severity::Error);
        assert_eq!(next(&all, &filter, true, None, true), Some(0));
    }

    #[test]
    fn no_sentence_is_said_twice() {
        let twice = "Deletion protection is off: one command deletes the cluster.";
        assert_eq!(adds(twice, "", "One command deletes the cluster and its backups."), "");
        let why = "Above it AWS refuses the cluster.";
        assert_eq!(adds("The maximum is 300 ACU.", "", why), why);
    }

    fn faulty() -> Design {
        Design::default()
            .with_all(&[
                Edit::set(Field::BackupRetention, 99),
                Edit::set(Field::MaxCapacity, 1),
                Edit::set(Field::Port, 80),
            ])
            .unwrap()
    }

    #[test]
    fn stepping_goes_around_both_ends() {
        let all = found(&faulty());
        assert!(all.len() > 2);
        let last = all.len() - 1;
        assert_eq!(next(&all, &Filter::default(), true, None, true), Some(0));
        assert_eq!(next(&all, &Filter::default(), true, None, false), Some(last));
        assert_eq!(next(&all, &Filter::default(), true, Some(last), true), Some(0));
        assert_eq!(next(&all, &Filter::default(), true, Some(0), false), Some(last));
        assert_eq!(next(&[], &Filter::default(), true, None, true), None);
    }

    #[test]
    fn by_part_every_problem_comes_once_and_parts_in_order() {
        let all = found(&faulty());
        let mut seen = Vec::new();
        let mut now = None;
        for _ in &all {
            now = next(&all, &Filter::default(), false, now, true);
            seen.push(now.unwrap());
        }
        let order: Vec<Part> = seen.iter().map(|at| all[*at].part()).collect();
        assert!(order.is_sorted());
        seen.sort_unstable();
        assert_eq!(seen, (0..all.len()).collect::<Vec<_>>());
        let mut parts_in_order = order;
        parts_in_order.dedup();
        assert_eq!(parts_in_order, parts(all.iter().map(Finding::part)));
    }

    #[test]
    fn the_tally_is_worst_first_and_leaves_out_what_is_not_there() {
        let all = found(&faulty());
        let tally = tally(&all);
        assert_eq!(tally[0].0, Severity::Error);
        assert_eq!(tally.iter().map(|(_, count)| count).sum::<usize>(), all.len());
        assert!(super::tally(&[]).is_empty());
    }

    #[test]
    fn a_suppression_says_what_it_does() {
        let suppression = |rule: &str, reason: &str, until: Option<Day>| Suppression {
            rule: rule.to_owned(),
            reason: reason.to_owned(),
            until,
        };
        let mut design = faulty();
        design.suppress = vec![
            suppression("no/such-rule", "x", None),
            suppression("backup/retention-out-of-range", "x", None),
            suppression("nodes/single-zone", "", None),
            suppression("nodes/single-zone", "x", Day::parse("2020-01-01")),
            suppression("nodes/single-zone", "x", None),
        ];
        let does: Vec<Does> = suppressed(&design, &bill(&design, PRICE_DATE), PRICE_DATE)
            .into_iter()
            .map(|row| row.does)
            .collect();
        let ended = Does::Ended(Day::parse("2020-01-01").unwrap());
        assert_eq!(does, [Does::NoRule, Does::Error, Does::NoReason, ended, Does::Unused]);
    }

    #[test]
    fn of_a_part_that_comes_the_part_alone_is_told() {
        let row =
            |path: &str, to: &str| Change { path: path.to_owned(), from: None, to: Some(to.to_owned()) };
        let rows =
            told(vec![row("resources[1]", "true"), row("resources[1].name", "x"), row("tags.a", "true")]);
        let told: Vec<(&str, Option<&str>)> =
            rows.iter().map(|it| (it.path.as_str(), it.to.as_deref())).collect();
        assert_eq!(told, [("resources[1]", Some("present")), ("tags.a", Some("true"))]);
    }

    #[test]
    fn names_keep_their_capitals_after_a_colon() {
        assert_eq!(lower_first("Raise the maximum"), "raise the maximum");
        assert_eq!(lower_first("RDS Proxy off"), "RDS Proxy off");
    }
}
