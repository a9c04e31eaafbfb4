//! `check`: findings as text and as JSON, and what else there is to say of the design.

use std::fmt::Write as _;

use aurora_designer::design::{Design, Edit, Field, Word};
use aurora_designer::estimate::bill;
use aurora_designer::formats::changes::changes;
use aurora_designer::formats::yaml::Spec;
use aurora_designer::rules::{self, Finding, Severity};
use serde::Serialize;
use serde_json::json;

use super::about::About;
use super::args::Request;
use super::files::{self, Opened};
use super::sarif::sarif;
use super::{Answer, Failure};

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: &'a str,
    path: String,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixEntry<'a>>,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    edits: Vec<EditEntry>,
}

#[derive(Serialize)]
struct EditEntry {
    path: String,
    from: Option<String>,
    to: Option<String>,
}

/// Checks a spec.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let opened = files::open(request, request.operand())?;
    let spec = &opened.spec;
    request.note(format!("checked for {}", request.today));
    let bill = bill(&spec.design, request.today);
    let findings = rules::check(&spec.design, &bill, request.today);
    let about = || About::new(&spec.design, &bill, request.today);
    let text = match request.format.as_deref() {
        Some("json") if request.full => {
            let mut all = about().json();
            if let Some(all) = all.as_object_mut() {
                all.insert("findings".to_owned(), json!(entries(spec, &findings)));
            }
            lines(&all)
        }
        Some("json") => lines(&entries(spec, &findings)),
        Some("sarif") => lines(&sarif(&opened, &findings, &files::name(request.operand()))),
        _ => format!("{}\n{}", plain(&opened, &findings), about().text()),
    };
    let code = u8::from(findings.iter().any(|finding| finding.severity == Severity::Error));
    Ok(Answer { text, code, ..Answer::default() })
}

/// A value as indented JSON.
pub(super) fn lines(value: &impl Serialize) -> String {
    // Maps have text keys here and numbers are finite, so there is nothing that could fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn entries<'a>(spec: &Spec, findings: &'a [Finding]) -> Vec<Entry<'a>> {
    let entry = |finding: &'a Finding| Entry {
        rule: finding.rule.id,
        severity: finding.severity.word(),
        path: finding.field.path(&spec.positions),
        message: &finding.message,
        fix: finding
            .fix
            .as_ref()
            .map(|fix| FixEntry { title: &fix.title, edits: edits(spec, fix.edits.as_slice()) }),
    };
    findings.iter().map(entry).collect()
}

/// What somebody would have to write: settings that only follow from others, before and after, are left out.
fn edits(spec: &Spec, edits: &[Edit]) -> Vec<EditEntry> {
    let Ok(mended) = spec.design.with_all(edits) else { return Vec::new() };
    let chosen = |design: &Design| {
        let changed = Field::every(design).into_iter().filter(|field| field.is_changed(design));
        changed.map(|field| field.path(&spec.positions)).collect::<Vec<_>>()
    };
    let (before, after) = (chosen(&spec.design), chosen(&mended));
    changes(&spec.design, &mended, &spec.positions)
        .into_iter()
        .filter(|change| before.contains(&change.path) || after.contains(&change.path))
        .map(|it| EditEntry { path: it.path, from: it.from, to: it.to })
        .collect()
}

fn plain(opened: &Opened, findings: &[Finding]) -> String {
    let mut text = String::new();
    for it in findings {
        // Writing to a String can't fail, here and below.
        let (severity, path) = (it.severity.word(), it.field.path(&opened.spec.positions));
        let _ = writeln!(text, "{}: {severity}: {} [{}]", opened.place(&path), it.message, it.rule.id);
        let _ = writeln!(text, "  {path}");
        if let Some(fix) = &it.fix {
            let _ = writeln!(text, "  fix: {}", fix.title);
        }
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counted =
        |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    let _ = writeln!(
        text,
        "{}, {}, {}",
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(count(Severity::Note), "note")
    );
    text
}
