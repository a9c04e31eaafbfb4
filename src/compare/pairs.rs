//! Which part of one design stands for which part of the other: instances by position, secondaries by Region.

use crate::design::{Design, Field, Member, Setting, Shape};

/// Places of the two designs that belong together; one is missing where only the other has the part.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// Places of two lists that are paired by position.
pub(super) fn by_position(old: usize, new: usize) -> Vec<Pair> {
    let within = |index: usize, count: usize| (index < count).then_some(index);
    (0..old.max(new)).map(|index| (within(index, old), within(index, new))).collect()
}

/// Secondaries of the same Region; of the others those at one position, whose Region changes. The export names a
/// secondary by its Region.
pub(super) fn secondaries(old: &Design, new: &Design) -> Vec<Pair> {
    let region = |design: &Design, index: usize| design.secondaries().get(index).map(|it| it.region.code);
    let (olds, news) = (old.secondaries().len(), new.secondaries().len());
    let mut pairs: Vec<Pair> = Vec::with_capacity(olds.max(news));
    let mut free: Vec<usize> = (0..olds).collect();
    for at in 0..news {
        let same = free.iter().position(|from| region(old, *from) == region(new, at));
        pairs.push((same.map(|place| free.remove(place)), Some(at)));
    }
    for (from, to) in &mut pairs {
        let place = free.iter().position(|free| Some(*free) == *to);
        if let (None, Some(place)) = (&from, place) {
            *from = Some(free.remove(place));
        }
    }
    pairs.extend(free.into_iter().map(|from| (Some(from), None)));
    pairs
}

/// The settings of a row in both designs, where both have them.
pub(super) fn fields(setting: &Setting, old: &Design, new: &Design) -> Vec<(Field, Field)> {
    let both = |pairs: Vec<Pair>, field: &dyn Fn(usize) -> Field| {
        pairs.into_iter().filter_map(|(old, new)| Some((field(old?), field(new?)))).collect()
    };
    match setting.shape() {
        Shape::Once(field) => vec![(field.clone(), field.clone())],
        Shape::Instance(field) => both(by_position(old.instances().count(), new.instances().count()), field),
        Shape::Secondary(field) => both(secondaries(old, new), field),
        Shape::Member(field) => {
            let primary = (field(Member::Primary), field(Member::Primary));
            let others: Vec<_> = both(secondaries(old, new), &|index| field(Member::Secondary(index)));
            std::iter::once(primary).chain(others).collect()
        }
        Shape::Named(_) | Shape::Price(_) | Shape::Listed(_) => {
            let mut all = setting.fields(new);
            all.extend(setting.fields(old).into_iter().filter(|field| !field.is_there(new)));
            all.into_iter().map(|field| (field.clone(), field)).collect()
        }
    }
}
