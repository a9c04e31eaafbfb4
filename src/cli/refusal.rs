//! Why a design is not exported: the errors that `check` finds.

use aurora_designer::estimate::bill;
use aurora_designer::rules::{self, Severity};

use super::answer::Answer;
use super::files::Opened;
use super::globals::Globals;

/// The answer that refuses an export: its errors on the day that was asked for; nothing where there are none.
pub(crate) fn refusal(globals: &Globals, opened: &Opened) -> Option<Answer> {
    let (spec, today) = (&opened.spec, globals.today());
    let mut findings = rules::check(&spec.design, &bill(&spec.design, today), today);
    findings.retain(|finding| finding.severity == Severity::Error);
    let lines = findings.iter().map(|it| {
        let path = it.field.path(&spec.positions);
        format!("{}: {path}: {} [{}]", opened.place(&path), it.message, it.rule.id)
    });
    (!findings.is_empty()).then(|| Answer::refused(lines.collect()))
}
