//! Which settings of two designs belong together, and which of them differ.

use std::collections::BTreeSet;

use super::Side;
use crate::design::read::list;
use crate::design::{Control, Design, Field, Group, Member, Positions, Setting, Shape, Vpc, Word as _, Zone};
use crate::formats::terraform::{own_parameters, set_parameter};

/// A setting or a part that differs.
pub(super) struct Pair {
    pub(super) field: Field,
    pub(super) path: String,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
}

/// All that differ, in the order of the spec.
pub(super) fn differing(a: Side<'_>, b: Side<'_>) -> Vec<Pair> {
    let mut all = Vec::new();
    for field in Field::settings() {
        let proxy = field.group() == Group::Proxy;
        let global = matches!(field, Field::GlobalId | Field::GlobalName);
        // What a part that comes or goes says is told with the part.
        let there = |design: &Design| !(proxy && design.proxy.is_none() || global && design.global.is_none());
        if there(a.design) && there(b.design) {
            all.extend(setting(a, b, field, field));
        }
    }
    all.extend(named(a, b));
    all.extend(instances(a, b));
    all.extend(suppressions(a, b));
    for field in members(Member::Primary) {
        all.extend(setting(a, b, &field, &field));
    }
    all.extend(part(a, b, &Field::Proxy, [a.design.proxy.is_some(), b.design.proxy.is_some()]));
    all.extend(part(a, b, &Field::Global, [a.design.global.is_some(), b.design.global.is_some()]));
    if a.design.global.is_some() && b.design.global.is_some() {
        all.extend(secondaries(a, b));
    }
    all
}

fn members(member: Member) -> impl Iterator<Item = Field> {
    Setting::all().filter_map(move |row| match row.shape() {
        Shape::Member(field) => Some(field(member)),
        _ => None,
    })
}

/// What a setting says, as `main.tf` has it; a list whose order means nothing in a fixed one.
fn effective(design: &Design, field: &Field) -> Option<String> {
    if let Field::Cidr(member) = field
        && Field::Vpc(*member).text(design) == Vpc::Existing.word()
        && !field.is_changed(design)
    {
        return None;
    }
    let text = field.text(design);
    (!text.is_empty()).then_some(text)
}

fn same(field: &Field, from: Option<&str>, to: Option<&str>) -> bool {
    let is_list = matches!(field, Field::SubnetIds(_) | Field::ClientSecurityGroupIds(_))
        || field.control() == Control::Several;
    if !is_list {
        return from == to;
    }
    let set = |text: Option<&str>| BTreeSet::from_iter(list(text.unwrap_or_default()));
    set(from) == set(to)
}

/// A setting that both designs have, under the name that each has for it.
fn setting(a: Side<'_>, b: Side<'_>, of_a: &Field, of_b: &Field) -> Option<Pair> {
    let (from, to) = (effective(a.design, of_a), effective(b.design, of_b));
    let is_no_choice = only_follows(a.design, b.design, of_a, of_b)
        || *of_b == Field::EngineVersion && same_version(a.design, b.design)
        || matches!(of_b, Field::Parameter(name) if same_parameter(a.design, b.design, name));
    if is_no_choice || same(of_b, from.as_deref(), to.as_deref()) {
        return None;
    }
    // The range of a VPC that nobody chose goes with the VPC.
    if matches!(of_b, Field::Cidr(_)) && (from.is_none() || to.is_none()) {
        let chosen = of_a.is_changed(a.design) || of_b.is_changed(b.design);
        if !chosen {
            return None;
        }
    }
    Some(Pair { field: of_b.clone(), path: of_b.path(b.positions), from, to })
}

/// Whether the two export the same version: a prefix stands for the one that AWS would choose (ENG-19).
fn same_version(a: &Design, b: &Design) -> bool {
    a.cluster.engine == b.cluster.engine && a.exported_version() == b.exported_version()
}

/// Whether one says by itself what `main.tf` sets in the other anyway.
fn same_parameter(a: &Design, b: &Design, name: &str) -> bool {
    let own = |design: &Design| own_parameters(design).contains(&name);
    own(a) && own(b) && set_parameter(a, name) == set_parameter(b, name)
}

/// Figures of use that only follow from the rest are guesses, not choices.
fn only_follows(a: &Design, b: &Design, of_a: &Field, of_b: &Field) -> bool {
    let path = of_b.row().key();
    path.starts_with("usage.") && !of_a.is_changed(a) && !of_b.is_changed(b)
}

/// Tags, parameters and prices, name by name.
fn named(a: Side<'_>, b: Side<'_>) -> Vec<Pair> {
    let mut all = Vec::new();
    for row in Setting::all().filter(|row| matches!(row.shape(), Shape::Named(_) | Shape::Price(_))) {
        let fields: BTreeSet<Field> = row.fields(a.design).into_iter().chain(row.fields(b.design)).collect();
        all.extend(fields.iter().filter_map(|field| {
            let mut pair = setting(a, b, field, field)?;
            let side = if pair.to.is_none() { a } else { b };
            pair.path = field.path(side.positions);
            Some(pair)
        }));
    }
    all
}

fn instances(a: Side<'_>, b: Side<'_>) -> Vec<Pair> {
    let count = |side: Side<'_>| 1 + side.design.cluster.readers.len();
    let mut all = Vec::new();
    for place in 0..count(a).max(count(b)) {
        if place < count(a) && place < count(b) {
            for field in [Field::InstanceZone(place), Field::InstanceTier(place)] {
                all.extend(setting(a, b, &field, &field));
            }
            continue;
        }
        let side = if place < count(b) { b } else { a };
        let words = instance_words(side.design, place);
        let path = whole(&Field::InstanceZone(place), side.positions);
        let (from, to) = if place < count(b) { (None, Some(words)) } else { (Some(words), None) };
        all.push(Pair { field: Field::Instances, path, from, to });
    }
    all
}

fn instance_words(design: &Design, place: usize) -> String {
    let zone = Field::InstanceZone(place).text(design);
    let tier = Field::InstanceTier(place).text(design);
    format!("{READER}{zone}, tier {tier}")
}

const READER: &str = "reader in zone ";

/// The zone that a whole instance, or the setting of its zone, says.
pub(super) fn zone_of(text: &str) -> Option<Zone> {
    let zone = text.strip_prefix(READER).and_then(|rest| rest.split(',').next()).unwrap_or(text);
    Zone::parse(zone).ok()
}

/// The path of the item that a setting belongs to.
fn whole(field: &Field, positions: &Positions) -> String {
    let path = field.path(positions);
    path.rsplit_once('.').map_or_else(|| path.clone(), |(item, _)| item.to_owned())
}

fn suppressions(a: Side<'_>, b: Side<'_>) -> Vec<Pair> {
    let words = |side: Side<'_>, place: usize| {
        side.design.suppress.get(place).map(|it| {
            let until = it.until.map(|day| format!(", until {day}")).unwrap_or_default();
            format!("{}: {}{until}", it.rule, it.reason)
        })
    };
    let most = a.design.suppress.len().max(b.design.suppress.len());
    (0..most)
        .filter_map(|place| {
            let (from, to) = (words(a, place), words(b, place));
            let field = Field::Suppress(place);
            (from != to).then(|| Pair { path: field.path(b.positions), field, from, to })
        })
        .collect()
}

/// A part that one of the designs has alone.
fn part(a: Side<'_>, b: Side<'_>, field: &Field, [in_a, in_b]: [bool; 2]) -> Option<Pair> {
    if in_a == in_b {
        return None;
    }
    let side = if in_b { b } else { a };
    let told = |there: bool| there.then(|| "true".to_owned());
    Some(Pair { field: field.clone(), path: field.path(side.positions), from: told(in_a), to: told(in_b) })
}

/// Secondaries by Region; two that are left over at one place are a change of its Region.
fn secondaries(a: Side<'_>, b: Side<'_>) -> Vec<Pair> {
    // A Region that a design names twice, which AWS refuses, is told by which time it is named.
    let codes = |design: &Design| {
        let codes: Vec<&str> = design.secondaries().iter().map(|it| it.region.code).collect();
        let times =
            |place: usize, code: &str| codes.iter().take(place).filter(|other| **other == code).count();
        codes.iter().enumerate().map(|(place, code)| (*code, times(place, code))).collect::<Vec<_>>()
    };
    let (regions_a, regions_b) = (codes(a.design), codes(b.design));
    let alone = |regions: &[(&str, usize)], others: &[(&str, usize)], place: usize| {
        regions.get(place).is_some_and(|region| !others.contains(region))
    };
    let mut all = Vec::new();
    for place in 0..regions_a.len().max(regions_b.len()) {
        let field = Field::SecondaryRegion(place);
        match (alone(&regions_a, &regions_b, place), alone(&regions_b, &regions_a, place)) {
            (true, true) => all.extend(setting(a, b, &field, &field)),
            (true, false) => all.push(Pair {
                path: whole(&field, a.positions),
                from: regions_a.get(place).map(|(code, _)| (*code).to_owned()),
                to: None,
                field,
            }),
            (false, true) => all.push(Pair {
                path: whole(&field, b.positions),
                from: None,
                to: regions_b.get(place).map(|(code, _)| (*code).to_owned()),
                field,
            }),
            (false, false) => {}
        }
        let Some(of_b) = regions_b.get(place) else { continue };
        let Some(of_a) = regions_a.iter().position(|region| region == of_b) else { continue };
        for (one, other) in Field::all_of_secondary(of_a).zip(Field::all_of_secondary(place)) {
            if !matches!(other, Field::SecondaryRegion(_)) {
                all.extend(setting(a, b, &one, &other));
            }
        }
    }
    all
}
