//! What differs between two designs, setting by setting: the before and after of a fix.

use std::collections::BTreeSet;

use crate::design::{Design, Field, Member, Positions};

/// One setting that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its place in the spec.
    pub path: String,
    /// The effective text before, `None` where there was none.
    pub from: Option<String>,
    /// The effective text after, `None` where there is none.
    pub to: Option<String>,
}

/// Every setting whose effective value differs, in the spec's order.
pub fn changes(before: &Design, after: &Design, positions: &Positions) -> Vec<Change> {
    let mut seen = BTreeSet::new();
    let fields = fields(before).into_iter().chain(fields(after)).filter(|field| seen.insert(field.clone()));
    let text = |field: &Field, design: &Design| {
        let text = field.text(design);
        (!text.is_empty()).then_some(text)
    };
    fields
        .filter_map(|field| {
            let (from, to) = (text(&field, before), text(&field, after));
            (from != to).then(|| Change { path: field.path(positions), from, to })
        })
        .collect()
}

/// Every setting a design has.
pub fn fields(design: &Design) -> Vec<Field> {
    let mut fields: Vec<Field> = Field::settings().cloned().collect();
    fields.extend(design.tags.keys().cloned().map(Field::Tag));
    fields.extend(design.prices.keys().copied().map(Field::Price));
    fields.extend(design.cluster.parameters.keys().cloned().map(Field::Parameter));
    for index in 0..=design.cluster.readers.len() {
        fields.extend([Field::InstanceZone(index), Field::InstanceTier(index)]);
    }
    let members = (0..design.secondaries().len()).map(Member::Secondary);
    for member in std::iter::once(Member::Primary).chain(members) {
        fields.extend([
            Field::Vpc(member),
            Field::Cidr(member),
            Field::VpcId(member),
            Field::SubnetIds(member),
            Field::ClientSecurityGroupIds(member),
            Field::KmsKey(member),
        ]);
    }
    fields.extend([Field::Proxy, Field::Global]);
    for index in 0..design.secondaries().len() {
        fields.extend([
            Field::SecondaryRegion(index),
            Field::SecondaryReaders(index),
            Field::WriteForwarding(index),
            Field::SecondaryMinCapacity(index),
            Field::SecondaryMaxCapacity(index),
        ]);
    }
    fields
}
