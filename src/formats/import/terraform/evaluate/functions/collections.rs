//! Lists and maps.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::super::value::{Map, Val};
use super::{Answer, Fault, index_of, items_of, known, map_of, text_of};

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("length", [value]) => length(value),
        ("merge", maps) => merge(maps),
        ("lookup", [map, key]) => lookup(map, key, None),
        ("lookup", [map, key, default]) => lookup(map, key, Some(default)),
        ("concat", lists) => {
            let mut all = Vec::new();
            for list in lists {
                all.extend_from_slice(items_of(list)?);
            }
            Ok(Val::list(all))
        }
        ("coalesce", values) => coalesce(values, |value| match value {
            Val::Null => Some(false),
            Val::Text(text) => Some(!text.is_empty()),
            Val::Edge(_) | Val::Secret => Some(true),
            value => value.unknown().is_none().then_some(true),
        }),
        ("coalescelist", values) => coalesce(values, |value| match value {
            Val::Null => Some(false),
            value => value.items().map(|items| !items.is_empty()),
        }),
        ("compact", [list]) => {
            let kept = items_of(list)?.iter().filter(|item| !matches!(item, Val::Null));
            Ok(Val::list(
                kept.filter(|item| !matches!(item, Val::Text(text) if text.is_empty())).cloned().collect(),
            ))
        }
        ("distinct", [list]) => Ok(Val::list(distinct(items_of(list)?))),
        ("flatten", [list]) => {
            let mut flat = Vec::new();
            flatten(items_of(list)?, &mut flat)?;
            Ok(Val::list(flat))
        }
        ("one", [list]) => match items_of(list)? {
            [] => Ok(Val::Null),
            [only] => Ok(only.clone()),
            _ => Err(Fault::Misfit),
        },
        ("element", [list, place]) => element(list, place),
        ("slice", [list, from, to]) => slice(list, index_of(from)?, index_of(to)?),
        // Ids that AWS makes up have an order that nobody knows; which they are counts.
        ("sort", [list]) if items_of(list)?.iter().any(|item| matches!(item, Val::Edge(_))) => {
            Ok(list.clone())
        }
        ("sort", [list]) => {
            let mut texts = items_of(list)?.iter().map(text_of).collect::<Result<Vec<Rc<str>>, Fault>>()?;
            texts.sort();
            Ok(Val::list(texts.into_iter().map(Val::Text).collect()))
        }
        ("reverse", [list]) => Ok(Val::list(items_of(list)?.iter().rev().cloned().collect())),
        ("index", [list, wanted]) => {
            let items = items_of(list)?;
            let place = items.iter().position(|item| item == wanted).ok_or_else(|| misfit(list))?;
            Ok(Val::Number(super::super::super::number::Number::count(place)))
        }
        ("keys", [map]) => Ok(Val::list(map_of(map)?.keys().cloned().map(Val::Text).collect())),
        // One that stands for all has no key, but it is a value.
        ("values", [Val::List(items)])
            if items.iter().all(|item| matches!(item, Val::Resource(_) | Val::Module(_))) =>
        {
            Ok(Val::List(items.clone()))
        }
        ("values", [map]) => Ok(Val::list(map_of(map)?.values().cloned().collect())),
        ("zipmap", [keys, values]) => {
            let (keys, values) = (items_of(keys)?, items_of(values)?);
            let pairs = keys.iter().zip(values).map(|(key, value)| Ok((text_of(key)?, value.clone())));
            Ok(Val::map(pairs.collect::<Result<Map, Fault>>()?))
        }
        ("contains", [list, wanted]) => contains(list, wanted),
        ("alltrue", [list]) => truth(items_of(list)?, true),
        ("anytrue", [list]) => truth(items_of(list)?, false),
        ("chunklist", [list, size]) => {
            let (items, size) = (items_of(list)?, index_of(size)?);
            let chunks = items.chunks(if size == 0 { items.len().max(1) } else { size });
            Ok(Val::list(chunks.map(|chunk| Val::list(chunk.to_vec())).collect()))
        }
        _ => Err(Fault::NoFunction),
    }
}

fn misfit(value: &Val) -> Fault {
    value.unknown_within().map_or(Fault::Misfit, Fault::Unknown)
}

fn length(value: &Val) -> Answer {
    let count = match value {
        Val::Text(text) => text.chars().count(),
        Val::Map(map) => map.len(),
        other => items_of(other)?.len(),
    };
    Ok(Val::Number(super::super::super::number::Number::count(count)))
}

fn merge(maps: &[Val]) -> Answer {
    let mut all = Map::new();
    for map in maps {
        if *map == Val::Null {
            continue;
        }
        all.extend(map_of(map)?.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    Ok(Val::map(all))
}

fn lookup(map: &Val, key: &Val, default: Option<&Val>) -> Answer {
    let found = map_of(map)?.get(&text_of(key)?);
    found.or(default).cloned().ok_or(Fault::Misfit)
}

/// The first that counts; one of which that isn't known ends the search.
fn coalesce(values: &[Val], counts: impl Fn(&Val) -> Option<bool>) -> Answer {
    for value in values {
        match counts(value) {
            Some(true) => return Ok(value.clone()),
            Some(false) => {}
            None => return Err(value.unknown().map_or(Fault::Misfit, Fault::Unknown)),
        }
    }
    Err(Fault::Misfit)
}

fn distinct(items: &[Val]) -> Vec<Val> {
    let mut kept: Vec<Val> = Vec::new();
    let (mut texts, mut numbers, mut others) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for item in items {
        let is_new = match item {
            Val::Text(text) => texts.insert(text.clone()),
            Val::Number(number) => numbers.insert(*number),
            other if others.contains(&other) => false,
            other => {
                others.push(other);
                true
            }
        };
        if is_new {
            kept.push(item.clone());
        }
    }
    kept
}

/// Whatever is neither text nor number is compared with all such before it.
pub(super) fn steps_of_distinct(list: &Val) -> usize {
    let items = list.items().unwrap_or_default();
    let others = items.iter().filter(|item| !matches!(item, Val::Text(_) | Val::Number(_))).count();
    others.saturating_mul(others) / 8
}

fn flatten(items: &[Val], into: &mut Vec<Val>) -> Result<(), Fault> {
    for item in items {
        match item {
            Val::List(inner) | Val::Set(inner) => flatten(inner, into)?,
            // An unknown item may be a list of any length.
            Val::Unresolved(_) | Val::Wrong(_) => return Err(Fault::Unknown(item.clone())),
            other => into.push(other.clone()),
        }
        if into.len() > super::super::SIZE {
            return Err(Fault::Misfit);
        }
    }
    Ok(())
}

/// Counts on beyond the end, from the first again. The items of an unknown list are unknown too.
fn element(list: &Val, place: &Val) -> Answer {
    let items = items_of(list)?;
    let number = known(place, place.to_number().and_then(super::super::super::number::Number::as_whole))?;
    let count = i64::try_from(items.len()).map_err(|_| Fault::Misfit)?;
    let place = number.checked_rem_euclid(count).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| items.get(place)).cloned().ok_or(Fault::Misfit)
}

/// A slice of an unknown list has as many unknown items: so many zones, whichever they are.
fn slice(list: &Val, from: usize, to: usize) -> Answer {
    let count = to.checked_sub(from).ok_or(Fault::Misfit)?;
    match list {
        Val::Unresolved(_) if count <= 1024 => Ok(Val::list(vec![list.clone(); count])),
        list => items_of(list)?.get(from..to).map(|items| Val::list(items.to_vec())).ok_or(Fault::Misfit),
    }
}

fn contains(list: &Val, wanted: &Val) -> Answer {
    let items = items_of(list)?;
    if let Some(unknown) = wanted.unknown_within() {
        return Err(Fault::Unknown(unknown));
    }
    if items.contains(wanted) {
        return Ok(Val::Bool(true));
    }
    match list.unknown_within() {
        Some(unknown) => Err(Fault::Unknown(unknown)),
        None => Ok(Val::Bool(false)),
    }
}

/// Whether all, or any: one that decides is enough.
fn truth(items: &[Val], all: bool) -> Answer {
    let mut unknown = None;
    for item in items {
        match item.to_bool() {
            Some(value) if value != all => return Ok(Val::Bool(!all)),
            Some(_) => {}
            None => unknown = Some(item.unknown().map_or(Fault::Misfit, Fault::Unknown)),
        }
    }
    unknown.map_or(Ok(Val::Bool(all)), Err)
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn lists() {
        for (expr, expected) in [
            ("length([1, 2])", "2"),
            ("length({ a = 1 })", "1"),
            ("length(\"größe\")", "5"),
            ("length(5)", "!length(…)"),
            ("concat([1], [2, 3], [])", "[1,2,3]"),
            ("compact([\"a\", \"\", null, \"b\"])", "[\"a\",\"b\"]"),
            ("distinct([\"b\", \"a\", \"b\", 1, 1])", "[\"b\",\"a\",1]"),
            ("flatten([1, [2, [3]], []])", "[1,2,3]"),
            ("one([])", "null"),
            ("one([4])", "4"),
            ("one([4, 5])", "!one(…)"),
            ("element([\"a\", \"b\"], 3)", "\"b\""),
            ("element([], 0)", "!element(…)"),
            ("slice([1, 2, 3], 1, 3)", "[2,3]"),
            ("slice([1], 0, 3)", "!slice(…)"),
            ("slice(file(\"x\"), 0, 2)", "[?file(…),?file(…)]"),
            ("sort([\"b\", \"a\"])", "[\"a\",\"b\"]"),
            ("reverse([1, 2])", "[2,1]"),
            ("index([\"a\", \"b\"], \"b\")", "1"),
            ("contains([\"a\"], \"a\")", "true"),
            ("contains([\"a\"], \"b\")", "false"),
            ("contains([file(\"x\")], \"b\")", "?file(…)"),
            ("contains([file(\"x\"), \"b\"], \"b\")", "true"),
            ("alltrue([true, true])", "true"),
            ("alltrue([])", "true"),
            ("alltrue([file(\"x\"), false])", "false"),
            ("anytrue([false, true])", "true"),
            ("anytrue([])", "false"),
            ("chunklist([1, 2, 3], 2)", "[[1,2],[3]]"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }

    #[test]
    fn maps() {
        for (expr, expected) in [
            ("merge({ a = 1, b = 1 }, { b = 2 }, null)", "{a=1,b=2}"),
            ("merge({ a = 1 }, file(\"x\"))", "?file(…)"),
            ("lookup({ a = 1 }, \"a\", 2)", "1"),
            ("lookup({ a = 1 }, \"b\", 2)", "2"),
            ("lookup({ a = 1 }, \"b\")", "!lookup(…)"),
            ("keys({ b = 1, a = 2 })", "[\"a\",\"b\"]"),
            ("values({ b = 1, a = 2 })", "[2,1]"),
            ("zipmap([\"a\", \"b\"], [1, 2])", "{a=1,b=2}"),
            ("coalesce(null, \"\", \"x\")", "\"x\""),
            ("coalesce(\"\", null)", "!coalesce(…)"),
            ("coalesce(null, file(\"x\"), 2)", "?file(…)"),
            ("coalescelist([], [1])", "[1]"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
