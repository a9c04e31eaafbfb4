//! The settings of a design as lists: all of them, those of a group, those of a secondary.

use super::{Control, Field, Group, Setting, Shape};
use crate::design::part::{Member, Place};
use crate::design::{Design, Vpc, Word as _};
use crate::facts::prices::FIELDS;

impl Field {
    /// Every setting a design has: those that stand once, the user's own names, instances, members, whole parts,
    /// secondaries.
    pub fn every(design: &Design) -> Vec<Self> {
        let mut fields: Vec<Self> = Self::settings().cloned().collect();
        fields.extend(of(|shape| matches!(shape, Shape::Named(_) | Shape::Price(_)), design).concat());
        fields.extend(by_place(&of(|shape| matches!(shape, Shape::Instance(_)), design)));
        fields.extend(by_place(&of(|shape| matches!(shape, Shape::Member(_)), design)));
        fields.extend([Self::Proxy, Self::Global]);
        fields.extend(by_place(&of(|shape| matches!(shape, Shape::Secondary(_)), design)));
        fields
    }

    /// Every setting that one of two designs has: those of the first, then those that the second has alone.
    pub fn every_of(one: &Design, other: &Design) -> Vec<Self> {
        let mut fields = Self::every(one);
        fields.extend(Self::every(other).into_iter().filter(|field| !field.stands_in(one)));
        fields
    }

    /// Whether the setting is among [`Self::every`] of a design that another design's list names it for.
    fn stands_in(&self, design: &Design) -> bool {
        match self.place() {
            Place::Once | Place::Member(Member::Primary) => true,
            Place::Instance(index) => index <= design.cluster.readers.len(),
            Place::Secondary(index) | Place::Member(Member::Secondary(index)) => {
                index < design.secondaries().len()
            }
            Place::Named(_) | Place::Price(_) => self.is_there(design),
            Place::Listed(_) => false,
        }
    }

    /// Every setting of a secondary: its own, the Region first, then those that the primary has as well.
    pub fn all_of_secondary(index: usize) -> impl Iterator<Item = Self> {
        let own = Setting::all().filter_map(move |it| match it.shape {
            Shape::Secondary(field) => Some(field(index)),
            _ => None,
        });
        let as_primary = Setting::all().filter_map(move |it| match it.shape {
            Shape::Member(field) => Some(field(Member::Secondary(index))),
            _ => None,
        });
        own.chain(as_primary)
    }

    /// The settings of a secondary that an inspector shows in this design.
    pub fn of_secondary(index: usize, design: &Design) -> Vec<Self> {
        Self::all_of_secondary(index)
            .filter(|field| field.is_there(design) && field.is_shown(design))
            .collect()
    }

    /// Whether the setting has an effect in this design, or was chosen anyway: a VPC is made or exists, and each has
    /// settings of its own.
    fn is_shown(&self, design: &Design) -> bool {
        let existing = |member: &Member| Self::Vpc(*member).text(design) == Vpc::Existing.word();
        match self {
            Self::Cidr(member) | Self::InterfaceEndpoints(member) => {
                !existing(member) || self.is_changed(design)
            }
            Self::VpcId(member) | Self::SubnetIds(member) => existing(member) || self.is_changed(design),
            _ => true,
        }
    }

    /// Its label, with what tells it from its like: `Zone of reader 1`, `Minimum, eu-west-1`.
    pub fn title(&self, design: &Design) -> String {
        let label = self.label();
        match self.place() {
            Place::Instance(0) => format!("{label} of writer"),
            Place::Instance(index) => format!("{label} of reader {index}"),
            Place::Secondary(index) | Place::Member(Member::Secondary(index)) => {
                let region = design.secondaries().get(index).map_or("no Region", |it| it.region.code);
                format!("{label}, {region}")
            }
            Place::Named(name) => format!("{label} {name}"),
            Place::Price(field) => {
                let unit =
                    FIELDS.iter().find(|(known, _, _)| *known == field).map_or("", |(_, _, unit)| unit);
                format!("{label}: {unit}")
            }
            Place::Once | Place::Member(Member::Primary) | Place::Listed(_) => label.to_owned(),
        }
    }
}

impl Group {
    /// The settings of the group that an inspector shows in this design, in its order. Secondaries have theirs in
    /// [`Field::of_secondary`]; tags, parameters and prices are the user's own.
    pub fn fields(self, design: &Design) -> Vec<Field> {
        let rows = Setting::all().filter(|it| it.group == self);
        let (last, first): (Vec<(bool, Field)>, Vec<_>) = rows
            .filter_map(|it| match &it.shape {
                Shape::Once(field) => Some((it.is_last, field.clone())),
                Shape::Member(field) => Some((it.is_last, field(Member::Primary))),
                _ => None,
            })
            .filter(|(_, field)| {
                field.control() != Control::Own && field.is_there(design) && field.is_shown(design)
            })
            .partition(|(is_last, _)| *is_last);
        let instances = of(|shape| matches!(shape, Shape::Instance(_)), design);
        let instances = by_place(&instances).into_iter().filter(|field| field.group() == self);
        first.into_iter().chain(last).map(|(_, field)| field).chain(instances).collect()
    }
}

/// The settings of a design, row by row, of the rows whose shape is wanted.
fn of(wanted: fn(&Shape) -> bool, design: &Design) -> Vec<Vec<Field>> {
    Setting::all().filter(|it| wanted(&it.shape)).map(|it| it.fields(design)).collect()
}

/// Place by place in place of row by row.
fn by_place(rows: &[Vec<Field>]) -> Vec<Field> {
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..most).flat_map(|place| rows.iter().filter_map(move |row| row.get(place).cloned())).collect()
}
