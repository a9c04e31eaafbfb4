//! What the drawing says: engine, pause, cost, counts.

use crate::design::{Design, Engine};
use crate::estimate::{Awake, Pause, Total, pause, span};
use crate::rules::{Severity, many};

use super::model::Counts;

/// `PostgreSQL 17.7`, `MySQL 8.0 (3.10.6)`; then shorter, without Aurora's own number.
pub(super) fn engine(design: &Design) -> Vec<String> {
    let (label, version) = (design.cluster.engine.label(), design.engine_version());
    match version.split_once(".mysql_aurora.") {
        Some((major, own)) if design.cluster.engine == Engine::AuroraMysql => {
            vec![format!("{label} {major} ({own})"), format!("{label} {major}")]
        }
        _ => vec![format!("{label} {version}")],
    }
}

/// Whether the writer pauses and why not, longest first: one of them fits.
pub(super) fn pausing(design: &Design) -> Vec<String> {
    let reasons = match pause(design, 0) {
        Pause::After(seconds) => return vec![format!("Pauses after {}", span(seconds)), "Pauses".to_owned()],
        Pause::Never(reasons) => reasons,
    };
    // What the user added comes before what a number says.
    let (last, first): (Vec<_>, Vec<_>) = reasons.into_iter().partition(|reason| *reason == Awake::Minimum);
    let words: Vec<String> = first.into_iter().chain(last).map(|reason| awake(reason, design)).collect();
    let mut texts: Vec<String> = (1..=words.len())
        .rev()
        .filter_map(|kept| Some(format!("Never pauses: {}", words.get(..kept)?.join(", "))))
        .collect();
    texts.push("Never pauses".to_owned());
    texts
}

fn awake(reason: Awake, design: &Design) -> String {
    match reason {
        Awake::Minimum => format!("minimum {}", design.cluster.min_capacity),
        Awake::Version => "this version".to_owned(),
        Awake::Proxy => "RDS Proxy".to_owned(),
        Awake::GlobalDatabase => "Global Database".to_owned(),
        Awake::Replication => "replication".to_owned(),
    }
}

/// `$350.40`, `≥ $12.00` where a price is missing, `unknown` where all are.
pub(super) fn cost(total: Total) -> String {
    match total.complete {
        true => total.usd.to_string(),
        false if total.usd.cents() == 0 => "unknown".to_owned(),
        false => format!("≥ {}", total.usd),
    }
}

/// A cost as it is said.
pub(super) fn spoken(cost: &str) -> String {
    match cost.strip_prefix("≥ ") {
        _ if cost == "unknown" => "cost unknown".to_owned(),
        Some(known) => format!("at least {known} a month"),
        None => format!("{cost} a month"),
    }
}

/// `1 error, 2 notes`; empty without findings.
pub(super) fn findings(counts: Counts) -> Vec<String> {
    [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| many(number, word))
        .collect()
}

impl Counts {
    /// The worst severity there is.
    pub const fn worst(self) -> Option<Severity> {
        match self {
            Self { errors: 1.., .. } => Some(Severity::Error),
            Self { warnings: 1.., .. } => Some(Severity::Warning),
            Self { notes: 1.., .. } => Some(Severity::Note),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Proxy;
    use crate::facts::Acu;

    #[test]
    fn a_pause_is_said_with_its_reasons_as_far_as_they_fit() {
        let mut design = Design { proxy: Some(Proxy::default()), ..Design::default() };
        let texts = pausing(&design);
        assert_eq!(texts, ["Never pauses: RDS Proxy, minimum 2", "Never pauses: RDS Proxy", "Never pauses"]);
        design.proxy = None;
        design.cluster.min_capacity = Acu::ZERO;
        assert_eq!(pausing(&design)[0], "Pauses after 5 min");
    }

    #[test]
    fn costs_say_what_is_not_known() {
        let usd = crate::estimate::Usd::product(crate::facts::Decimal::whole(12), &[]);
        assert_eq!(cost(Total { usd, complete: true }), "$12.00");
        assert_eq!(spoken(&cost(Total { usd, complete: false })), "at least $12.00 a month");
        let nothing = crate::estimate::Usd::ZERO;
        assert_eq!(spoken(&cost(Total { usd: nothing, complete: false })), "cost unknown");
    }
}
