//! The findings as a page of Markdown, for a pull request or a ticket.

use std::fmt::Write as _;

use crate::design::{Design, Word as _};
use crate::rules::{Finding, OWN_ADVICE};

use super::escape::markdown_text;

/// A list of findings, worst first as they come: what is so, why it matters, where that is written and what mends it.
pub fn markdown(design: &Design, findings: &[&Finding]) -> String {
    let mut text = format!("# Findings of {}\n\n", markdown_text(&design.project_name));
    if findings.is_empty() {
        text.push_str("Nothing is found.\n");
    }
    for finding in findings {
        let severity = finding.severity.word();
        // Writing to a String can't fail, here and below.
        let _ = write!(
            text,
            "- **{severity}: {}** (`{}`). {} {}",
            markdown_text(finding.rule.title),
            finding.rule.id,
            markdown_text(&finding.message),
            markdown_text(finding.rule.why)
        );
        if let Some(fix) = &finding.fix {
            let _ = write!(text, " Fix: {}.", markdown_text(fix.title.trim_end_matches('.')));
        }
        if finding.rule.source != OWN_ADVICE {
            let _ = write!(text, " [Source](<{}>)", finding.rule.source);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::estimate::bill;
    use crate::facts::prices::PRICE_DATE;
    use crate::rules::check;

    #[test]
    fn every_finding_is_an_item_with_its_words_and_source() {
        let design = Design::default().with(&Edit::set(Field::BackupRetention, 99)).unwrap();
        let found = check(&design, &bill(&design, PRICE_DATE), PRICE_DATE);
        let text = markdown(&design, &found.iter().collect::<Vec<_>>());
        assert_eq!(text.lines().filter(|line| line.starts_with("- **")).count(), found.len());
        let first = text.lines().nth(2).unwrap();
        assert!(
            first.starts_with("- **error: ") && first.contains("`backup/retention-out-of-range`"),
            "{first}"
        );
        assert!(first.contains("[Source](<https://"), "{first}");
        assert_eq!(text.lines().count(), found.len() + 2, "one line each");
    }

    #[test]
    fn what_somebody_wrote_is_text_and_nothing_is_said() {
        let design = Design { project_name: "a*b".to_owned(), ..Design::default() };
        assert_eq!(markdown(&design, &[]), "# Findings of a\\*b\n\nNothing is found.\n");
    }
}
