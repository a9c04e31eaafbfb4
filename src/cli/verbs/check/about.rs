//! What `check` says besides findings: what pauses, what the version is good for, whether serverless fits, what is
//! suppressed.

use std::fmt::Write as _;

use aurora_designer::design::{Design, Suppression};
use aurora_designer::estimate::{Bill, Fit, Rest, Verdict, VersionLine, fit, needs, rests, version_line};
use aurora_designer::facts::Day;
use aurora_designer::facts::engines::EngineVersion;
use aurora_designer::formats::bill::plain;
use aurora_designer::rules::{Finding, better_version, quieted};
use serde_json::{Number, Value, json};

/// The answers of one design.
pub(super) struct About<'a> {
    design: &'a Design,
    rests: Vec<Rest>,
    needs: Vec<String>,
    version: Option<VersionLine>,
    better: Option<&'static EngineVersion>,
    fit: Fit,
    quiet: Vec<(Finding, &'a Suppression)>,
}

impl<'a> About<'a> {
    pub(super) fn new(design: &'a Design, bill: &Bill, today: Day) -> Self {
        let rests = rests(design, bill);
        Self {
            design,
            needs: needs(design, &rests),
            rests,
            version: version_line(design.cluster.engine, design.engine_version(), design.region, today),
            better: better_version(design, bill, today),
            fit: fit(design),
            quiet: quieted(design, bill, today),
        }
    }

    /// A section each, for people.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a String can't fail, here and below.
        let _ = writeln!(text, "Pausing");
        for rest in &self.rests {
            let together = if rest.count > 1 { "together " } else { "" };
            let missed = match (&rest.verdict, rest.idle) {
                (Verdict::Never(_), Some(usd)) => format!("; {together}{usd} in an idle month"),
                (Verdict::Never(_), None) => "; an unknown price in an idle month".to_owned(),
                _ => String::new(),
            };
            let _ = writeln!(text, "  {}: {}{missed}", rest.name, rest.says(self.design));
        }
        for need in &self.needs {
            let _ = writeln!(text, "  {need}");
        }
        self.version_text(&mut text);
        let _ = writeln!(text, "Fit\n  {}", self.fit.verdict.says());
        for signal in &self.fit.signals {
            let _ = writeln!(text, "  {:<7} {}: {}", signal.answer.word(), signal.signal, signal.because);
        }
        for instead in &self.fit.instead {
            let _ = writeln!(text, "  {:<7} {instead}", "instead");
        }
        if !self.quiet.is_empty() {
            let _ = writeln!(text, "Suppressed");
        }
        for (finding, answer) in &self.quiet {
            let until = answer.until.map(|day| format!(", until {day}")).unwrap_or_default();
            let _ = writeln!(text, "  {}{until}: {}", finding.rule.id, answer.reason);
        }
        text
    }

    fn version_text(&self, text: &mut String) {
        let typed = self.design.engine_version();
        let Some(line) = &self.version else {
            let _ = writeln!(text, "Version {typed}\n  not known here; nothing of it can be checked");
            return;
        };
        let meant = if line.prefix { format!(" ({})", line.version.version) } else { String::new() };
        let _ = writeln!(text, "Version {typed}{meant}");
        for fact in line.says() {
            let _ = writeln!(text, "  {fact}");
        }
        if let Some(better) = self.better {
            let lts = if better.lts { ", long-term support" } else { "" };
            let _ = writeln!(text, "  nearest better version: {}{lts}", better.version);
        }
    }

    /// The same as JSON.
    pub(super) fn json(&self) -> Value {
        json!({
            "pause": {
                "instances": self.rests.iter().map(|rest| self.rest(rest)).collect::<Vec<_>>(),
                "needs": self.needs,
            },
            "version": self.version.as_ref().map(|line| version(line, self.better)),
            "fit": {
                "verdict": self.fit.verdict.word(),
                "says": self.fit.verdict.says(),
                "signals": self.fit.signals.iter().map(|it| json!({
                    "signal": it.signal, "answer": it.answer.word(), "because": it.because,
                })).collect::<Vec<_>>(),
                "instead": self.fit.instead,
            },
            "suppressed": self.quiet.iter().map(|(finding, answer)| json!({
                "rule": finding.rule.id, "message": finding.message, "reason": answer.reason,
                "until": answer.until.map(|day| day.to_string()),
            })).collect::<Vec<_>>(),
        })
    }

    fn rest(&self, rest: &Rest) -> Value {
        let (pauses, seconds) = match rest.verdict {
            Verdict::Pauses(seconds) => ("yes", Some(seconds)),
            Verdict::OnlyIf(seconds, _) => ("only_if", Some(seconds)),
            Verdict::Never(_) => ("never", None),
        };
        json!({
            "instance": rest.name,
            "count": rest.count,
            "pauses": pauses,
            "after_seconds": seconds,
            "says": rest.says(self.design),
            "idle_month": rest.idle.map(exact),
        })
    }
}

fn version(line: &VersionLine, better: Option<&EngineVersion>) -> Value {
    let known = line.version;
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    json!({
        "version": known.version,
        "major": known.major,
        "prefix": line.prefix,
        "creatable": line.creatable,
        "offered": line.offered,
        "zero_acu": known.zero_acu,
        "max_acu": if line.max_acu == aurora_designer::facts::Acu::whole(256) { 256 } else { 128 },
        "max_storage_tib": known.max_storage_tib,
        "lts": known.lts,
        "end_of_standard_support": day(known.end_of_standard_support),
        "major_end_of_standard_support": day(known.major_end_of_standard_support),
        "extended_support": line.extended_support,
        "extended_support_usd_per_acu_hour": line.surcharge.map(|usd| usd.to_string()),
        "recommended": line.recommended,
        "better": better.map(|it| it.version),
    })
}

/// Dollars and cents as a number of JSON; its digits stay as they are.
fn exact(usd: aurora_designer::estimate::Usd) -> Option<Number> {
    plain(usd).parse().ok()
}
