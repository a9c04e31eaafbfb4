//! What is wrong with a design. One file per rule, by topic; [`ALL`] is the registry.
//!
//! A rule is a value: its texts and its check. A second one has its bad and its good example, so that the app, which
//! only checks, carries none of them: [`EXAMPLES`] is for the worker, the command line and `tests/rules/`, which prove
//! over the registry that the bad example is found, the good one is not, and that a fix mends what it fixes.

mod backup;
mod capacity;
mod credentials;
mod engine;
mod examples;
mod global;
mod load;
pub mod lower;
mod members;
mod money;
mod monitoring;
mod names;
mod network;
mod nodes;
mod pause;
mod proxy;
mod registry;
mod storage;
mod suppress;

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use crate::design::{Design, Edit, Environment, Field, Part, Suppression, Word};
use crate::estimate::{Bill, Month, Usd, bill};
use crate::facts::engines::EngineVersion;
use crate::facts::{Day, FACTS_DATE, Fact};
use crate::simulate::Asked;

pub use crate::facts::catalog::OWN_ADVICE;
pub use registry::{ALL, EXAMPLES};

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// AWS or Terraform refuses it.
    Error,
    /// It is accepted, and will hurt or has no effect.
    Warning,
    /// Worth knowing.
    Note,
}

impl Word for Severity {
    const WORDS: &'static [(&'static str, Self)] =
        &[("error", Self::Error), ("warning", Self::Warning), ("note", Self::Note)];
}

/// A rule: what it looks for, and what there is to read about it.
#[derive(Debug)]
pub struct Rule {
    /// `topic/name`; the name says what is wrong. Never given a second meaning.
    pub id: &'static str,
    /// Severity in production.
    pub severity: Severity,
    /// One line, a plain sentence without a full stop.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The AWS page, or [`OWN_ADVICE`] where the severity is our own.
    pub source: &'static str,
    /// Ids of the facts it rests on, each a [`Fact`]; none where all is [`OWN_ADVICE`].
    pub facts: &'static [&'static str],
    /// Finds it.
    pub check: fn(&Context<'_>) -> Vec<Finding>,
}

/// The examples that prove a rule.
#[derive(Debug)]
pub struct Examples {
    /// The rule.
    pub rule: &'static Rule,
    /// A design in which it is found.
    pub bad: fn() -> Design,
    /// A design in which it is not.
    pub good: fn() -> Design,
}

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The design.
    pub design: &'a Design,
    /// Its bill.
    pub bill: &'a Bill,
    /// The day of the check; the core has no clock.
    pub today: Day,
    /// What a load asks of it, where one was played; else what the design's own says by its shape.
    pub asked: Option<&'a Asked>,
}

impl Context<'_> {
    /// What the load asks, as far as it is known.
    fn asked(&self) -> Option<Asked> {
        self.asked.cloned().or_else(|| Asked::by_shape(self.design))
    }

    /// Whether the design is meant for production.
    fn production(&self) -> bool {
        self.design.environment == Environment::Production
    }

    /// What edits add to an idle month, else to a typical one, as a title's end: ` (idle month +$87.60)`; empty where they
    /// add nothing.
    fn cost(&self, edits: &[Edit]) -> String {
        let Ok(changed) = self.design.with_all(edits) else { return String::new() };
        let changed = bill(&changed, self.today);
        let more = |month| changed.total(month).usd.minus(self.bill.total(month).usd);
        let (idle, typical) = (more(Month::Idle), more(Month::Typical));
        if idle > Usd::ZERO {
            format!(" (idle month +{idle})")
        } else if typical > Usd::ZERO {
            format!(" (typical month +{typical})")
        } else {
            String::new()
        }
    }

    /// A finding whose remedies say what they cost.
    fn priced(&self, mut finding: Finding) -> Finding {
        for fix in finding.fix.iter_mut().chain(&mut finding.others) {
            let cost = self.cost(&fix.edits);
            fix.is_dearer = !cost.is_empty();
            fix.title.push_str(&cost);
        }
        finding
    }
}

/// One thing a rule found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Severity here; a warning about production is a note elsewhere.
    pub severity: Severity,
    /// What is so, with the numbers of this design.
    pub message: String,
    /// The setting it is about.
    pub field: Field,
    /// A safe remedy.
    pub fix: Option<Fix>,
    /// Further remedies, each to be chosen by itself: they give something up or cost more.
    pub others: Vec<Fix>,
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.rule.id == other.rule.id
            && self.severity == other.severity
            && self.message == other.message
            && self.field == other.field
            && self.fix == other.fix
            && self.others == other.others
    }
}

/// A change that mends a finding and raises no new error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does: `Raise the maximum to 2 ACU`.
    pub title: String,
    /// The changes, made as one.
    pub edits: Vec<Edit>,
    /// Whether a month gets dearer by it, as the title then says.
    pub is_dearer: bool,
}

impl Fix {
    fn new(title: impl Into<String>, edits: impl IntoIterator<Item = Edit>) -> Self {
        Self { title: title.into(), edits: edits.into_iter().collect(), is_dearer: false }
    }
}

impl Rule {
    /// A finding of this rule at a setting.
    pub fn finding(&'static self, field: Field, message: impl Into<String>) -> Finding {
        Finding {
            rule: self,
            severity: self.severity,
            message: message.into(),
            field,
            fix: None,
            others: Vec::new(),
        }
    }

    /// Whether it finds anything.
    fn finds(&self, context: &Context<'_>) -> bool {
        !(self.check)(context).is_empty()
    }

    /// The topic: what stands before the slash.
    pub fn topic(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(topic, _)| topic)
    }

    /// The facts it rests on, with their sentences.
    pub fn cited(&self) -> impl Iterator<Item = &'static Fact> {
        self.facts.iter().filter_map(|id| crate::facts::find(id))
    }
}

impl Examples {
    /// Those of the rule of that id.
    pub fn of(id: &str) -> Option<&'static Self> {
        EXAMPLES.iter().copied().find(|it| it.rule.id == id)
    }

    /// Whether the rule offers a fix, as its bad example shows.
    pub fn has_fix(&self) -> bool {
        self.demonstrated().iter().any(|finding| finding.fix.is_some())
    }

    /// What the rule finds in its bad example; where it needs a load, under one that it would be found under.
    pub fn demonstrated(&self) -> Vec<Finding> {
        let (design, today) = ((self.bad)(), FACTS_DATE);
        let bill = bill(&design, today);
        let asked = load::example(self.rule);
        let context = Context { design: &design, bill: &bill, today, asked: asked.as_ref() };
        (self.rule.check)(&context).into_iter().map(|finding| context.priced(finding)).collect()
    }
}

impl Finding {
    /// With another severity than the rule's own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// A warning about production is a note elsewhere.
    #[must_use]
    fn softened(self, context: &Context<'_>) -> Self {
        if context.production() { self } else { self.severity(Severity::Note) }
    }

    /// With a remedy.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.fix = Some(Fix::new(title, edits));
        self
    }

    /// With a further remedy.
    #[must_use]
    pub fn other(mut self, title: impl Into<String>, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.others.push(Fix::new(title, edits));
        self
    }

    /// Whether its fix may be made together with all others: it costs nothing, or mends an error.
    pub fn is_mended_in_bulk(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| self.severity == Severity::Error || !fix.is_dearer)
    }

    /// The part of the diagram it is shown at.
    pub fn part(&self) -> Part {
        self.field.part()
    }
}

/// `1 day`, `2 days`.
pub(crate) fn many(number: impl Display, thing: &str) -> String {
    let number = number.to_string();
    let end = if number == "1" { "" } else { "s" };
    format!("{number} {thing}{end}")
}

/// When a day comes: `today`, `in 1 day`.
fn soon(days: i64) -> String {
    if days == 0 { "today".to_owned() } else { format!("in {}", many(days, "day")) }
}

/// The rule of that id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// Every finding that is not suppressed: errors first, then warnings, then notes, each in the registry's order.
pub fn check(design: &Design, bill: &Bill, today: Day) -> Vec<Finding> {
    check_under(design, bill, today, None)
}

/// The same with what a load asks, where one was played on the design.
pub fn check_under(design: &Design, bill: &Bill, today: Day, asked: Option<&Asked>) -> Vec<Finding> {
    let context = Context { design, bill, today, asked };
    unpriced(&context).into_iter().map(|finding| context.priced(finding)).collect()
}

/// Every finding that is not suppressed, in the order of [`check`], with remedies that do not say what they cost.
fn unpriced(context: &Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|rule| (rule.check)(context)).collect();
    findings.retain(|finding| answer(context.design, finding, context.today).is_none());
    let mut of = |severity| findings.extract_if(.., |it| it.severity == severity).collect::<Vec<_>>();
    [of(Severity::Error), of(Severity::Warning), of(Severity::Note)].into_iter().flatten().collect()
}

/// The suppression that answers a finding: it has a reason, its day has not passed, and no error can be suppressed.
fn answer<'a>(design: &'a Design, finding: &Finding, today: Day) -> Option<&'a Suppression> {
    let answers = |it: &&Suppression| {
        let open = it.until.is_none_or(|day| today <= day);
        it.rule == finding.rule.id && open && !it.reason.trim().is_empty()
    };
    design.suppress.iter().find(answers).filter(|_| finding.severity != Severity::Error)
}

/// Every finding that a suppression keeps quiet, with the suppression.
pub fn quieted<'a>(design: &'a Design, bill: &Bill, today: Day) -> Vec<(Finding, &'a Suppression)> {
    let context = Context { design, bill, today, asked: None };
    let found = ALL.iter().flat_map(|rule| (rule.check)(&context));
    found.filter_map(|it| answer(design, &it, today).map(|answer| (context.priced(it), answer))).collect()
}

/// The nearest version that lacks less than the design's own and takes what the design asks of it, in every Region.
pub fn better_version(design: &Design, bill: &Bill, today: Day) -> Option<&'static EngineVersion> {
    engine::better(&Context { design, bill, today, asked: None }, design.engine_version())
}

/// Whether a fix gives nothing up that anybody would miss: no month gets dearer, no instance comes and no other finding is
/// raised. Where the bill knew every price, it still does.
fn is_free(before: &Context<'_>, findings: &[Finding], after: &Design) -> bool {
    let bill = bill(after, before.today);
    let no_dearer = [Month::Idle, Month::Typical].into_iter().all(|month| {
        let (now, then) = (before.bill.total(month), bill.total(month));
        then.usd <= now.usd && then.complete >= now.complete
    });
    let known =
        |it: &Finding| findings.iter().any(|known| (known.rule.id, &known.field) == (it.rule.id, &it.field));
    no_dearer
        && after.count_of_instances() <= before.design.count_of_instances()
        && unpriced(&Context { design: after, bill: &bill, ..*before }).iter().all(known)
}

/// The design with every safe fix applied, repeated until none is left that changes anything.
///
/// An error is mended whatever that costs. Any other finding is mended only where no month gets dearer, no instance comes
/// and no other finding is raised, or where its rule is asked for by name.
pub fn fixed(design: &Design, only: Option<&str>, today: Day) -> Design {
    let mut design = design.clone();
    // Every round mends at least one finding; the bound only guards against two rules that undo each other.
    for _ in 0..ALL.len() * 2 {
        let bill = bill(&design, today);
        let context = Context { design: &design, bill: &bill, today, asked: None };
        let findings = unpriced(&context);
        let next = findings.iter().filter(|finding| only.is_none_or(|id| finding.rule.id == id)).find_map(
            |finding| {
                let changed = design.with_all(&finding.fix.as_ref()?.edits).ok()?;
                let meant = only.is_some() || finding.severity == Severity::Error;
                (changed != design && (meant || is_free(&context, &findings, &changed))).then_some(changed)
            },
        );
        match next {
            Some(changed) => design = changed,
            None => break,
        }
    }
    design
}
