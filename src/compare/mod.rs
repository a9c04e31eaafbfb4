//! What a change does to what runs: two designs setting by setting, each difference with what Terraform and AWS do when
//! the second's export is applied to what the first's has made.
//!
//! `table.rs` has the verdicts and their sources, `judge.rs` says which of them a change takes, `pairs.rs` which parts
//! stand for each other.

mod judge;
mod pairs;
mod table;
mod verdict;
mod version;

use serde::{Deserialize, Serialize};

use crate::design::{Design, Field, Part, Positions, Setting, instance_at_start};

use judge::Step;
use table::Row;

pub use verdict::Verdict;

/// A design and where its settings stand in its file.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The design.
    pub design: &'a Design,
    /// Its places.
    pub positions: &'a Positions,
}

/// One setting or part that differs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Its place in the second spec; in the first of what only that one has.
    pub path: String,
    /// Effective text or part in the first, `None` where there is none.
    pub from: Option<String>,
    /// The same in the second.
    pub to: Option<String>,
    /// What the change does.
    pub verdict: Verdict,
    /// Why, in sentences.
    pub why: String,
    /// The page that says so.
    pub source: String,
}

/// Every setting and part that differs, in the spec's order; nothing where the designs export and cost the same by the
/// same choices.
pub fn compare(from: Side<'_>, to: Side<'_>) -> Vec<Change> {
    compared(from, to).into_iter().map(|(_, change)| change).collect()
}

/// The same, each with the part of the second design's diagram that it belongs to; of what is gone, of the first's.
pub fn compared(from: Side<'_>, to: Side<'_>) -> Vec<(Part, Change)> {
    let it = Comparing { from, to };
    Setting::all().flat_map(|setting| it.setting(setting)).collect()
}

/// The verdict of one setting's change, with why; `None` where nothing of it changes.
pub fn verdict_of(field: &Field, from: &Design, to: &Design) -> Option<Change> {
    let (old, new) = (Positions::canonical(from), Positions::canonical(to));
    let it =
        Comparing { from: Side { design: from, positions: &old }, to: Side { design: to, positions: &new } };
    let (old, new) = pairs::fields(field.row(), from, to).into_iter().find(|(_, new)| new == field)?;
    it.field(&old, &new).map(|(_, change)| change)
}

/// The worst of these verdicts; [`Verdict::None`] where there are none.
pub fn worst<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Verdict {
    changes.into_iter().map(|change| change.verdict).max().unwrap_or(Verdict::None)
}

struct Comparing<'a> {
    from: Side<'a>,
    to: Side<'a>,
}

impl Comparing<'_> {
    fn setting(&self, setting: &'static Setting) -> Vec<(Part, Change)> {
        let (old, new) = (self.from.design, self.to.design);
        let fields = pairs::fields(setting, old, new);
        let mut changes = match fields.first() {
            Some((Field::Instances, _)) => return self.instances(),
            Some((Field::Global, _)) if old.global.is_some() && new.global.is_some() => self.secondaries(),
            _ => Vec::new(),
        };
        changes.extend(fields.iter().filter_map(|(old, new)| self.field(old, new)));
        changes
    }

    fn field(&self, old: &Field, new: &Field) -> Option<(Part, Change)> {
        // A part that only one of them has is one change.
        let whole = matches!(new, Field::Proxy | Field::Global);
        let is_listed = new.name().is_some() || matches!(new, Field::Suppress(_));
        let both = old.is_there(self.from.design) && new.is_there(self.to.design);
        if !both && !is_listed {
            return None;
        }
        let (from, to) = (text(old, self.from.design), text(new, self.to.design));
        if same(new, &from, &to) || self.only_follows(old, new) || self.is_same_version(new) {
            return None;
        }
        let place =
            if new.is_there(self.to.design) && !(whole && to.is_none()) { self.to } else { self.from };
        let row = Step { from: self.from.design, to: self.to.design, old, new }.row();
        Some((new.part(), self.change(new.path(place.positions), from, to, row)))
    }

    /// Readers that only one of them has. Those of one position stand for each other, so the last are the ones that come
    /// or go.
    fn instances(&self) -> Vec<(Part, Change)> {
        let (old, new) = (self.from.design, self.to.design);
        let pairs = pairs::by_position(old.instances().count(), new.instances().count());
        let one_sided = pairs.into_iter().filter_map(|pair| match pair {
            (Some(index), None) => Some((index, self.from, false)),
            (None, Some(index)) => Some((index, self.to, true)),
            _ => None,
        });
        let changes = one_sided.map(|(index, side, is_new)| {
            let path = Field::InstanceTier(index).path(side.positions);
            let path = path.strip_suffix(".promotion_tier").unwrap_or(&path).to_owned();
            let (zone, tier) = (Field::InstanceZone(index), Field::InstanceTier(index));
            let name = instance_at_start(index);
            let words = format!("{name} in zone {}, tier {}", zone.text(side.design), tier.text(side.design));
            let row = if is_new { &table::READER_ADDED } else { &table::READER_REMOVED };
            (Part::Instance(index), self.one_sided(path, words, row, is_new))
        });
        changes.collect()
    }

    /// Secondaries that only one of them has.
    fn secondaries(&self) -> Vec<(Part, Change)> {
        let (old, new) = (self.from.design, self.to.design);
        let one_sided = pairs::secondaries(old, new).into_iter().filter_map(|pair| match pair {
            (Some(index), None) => Some((index, self.from, false)),
            (None, Some(index)) => Some((index, self.to, true)),
            _ => None,
        });
        let changes = one_sided.map(|(index, side, is_new)| {
            let field = Field::SecondaryRegion(index);
            let path = field.path(side.positions);
            let path = path.strip_suffix(".region").unwrap_or(&path).to_owned();
            let step = Step { from: old, to: new, old: &field, new: &field };
            let row = if is_new {
                &table::SECONDARY_ADDED
            } else {
                step.unless_protected(&table::SECONDARY_REMOVED)
            };
            let words = format!("secondary in {}", field.text(side.design));
            (Part::Secondary(index), self.one_sided(path, words, row, is_new))
        });
        changes.collect()
    }

    fn one_sided(&self, path: String, words: String, row: &Row, is_new: bool) -> Change {
        let (from, to) = if is_new { (None, Some(words)) } else { (Some(words), None) };
        self.change(path, from, to, row)
    }

    fn change(&self, path: String, from: Option<String>, to: Option<String>, row: &Row) -> Change {
        let mut why = row.why.to_owned();
        if row.verdict == Verdict::DataLoss {
            if self.from.design.cluster.deletion_protection {
                why.push_str(
                    " Deletion protection stops AWS only after the instances are gone: all is down, the data still there.",
                );
            }
            if self.from.design.global.is_some() {
                why.push_str(" In a Global Database it stops half-way, with a primary without instances.");
            }
        }
        if row.is_final {
            why.push_str(" This can't be undone.");
        }
        Change { path, from, to, verdict: row.verdict, why, source: row.source.to_owned() }
    }

    /// Figures of use that only follow from another setting are no change of their own.
    fn only_follows(&self, old: &Field, new: &Field) -> bool {
        let chosen = old.is_chosen(self.from.design) || new.is_chosen(self.to.design);
        new.row().key().starts_with("usage.") && !chosen
    }

    /// A prefix and the full version that it stands for are the same.
    fn is_same_version(&self, field: &Field) -> bool {
        *field == Field::EngineVersion
            && self.from.design.cluster.engine == self.to.design.cluster.engine
            && version::effective(self.from.design) == version::effective(self.to.design)
    }
}

/// Its text; a part by its name, a suppression with its reason.
fn text(field: &Field, design: &Design) -> Option<String> {
    match field {
        Field::Proxy => design.proxy.as_ref().map(|_| design.proxy_name()),
        Field::Global => design.global.as_ref().map(|_| design.global_name()),
        Field::Suppress(index) => design.suppress.get(*index).map(|it| {
            let until = it.until.map(|day| format!(" (until {day})")).unwrap_or_default();
            format!("{}: {}{until}", it.rule, it.reason)
        }),
        _ if field.name().is_some() => field.is_there(design).then(|| field.text(design)),
        _ => Some(field.text(design)).filter(|text| !text.is_empty()),
    }
}

/// Whether the two say the same. A part that both have is compared by its settings, and a list of ids has no order.
fn same(field: &Field, from: &Option<String>, to: &Option<String>) -> bool {
    let sorted = |text: &Option<String>| {
        let mut items: Vec<String> =
            text.iter().flat_map(|text| text.split(',')).map(|item| item.trim().to_owned()).collect();
        items.sort_unstable();
        items
    };
    match field {
        Field::Proxy | Field::Global => from.is_some() == to.is_some(),
        Field::SubnetIds(_) | Field::ClientSecurityGroupIds(_) => sorted(from) == sorted(to),
        _ => from == to,
    }
}
