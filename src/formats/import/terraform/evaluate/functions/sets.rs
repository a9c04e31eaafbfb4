//! Sets.

use super::super::super::value::Val;
use super::{Answer, Fault, items_of};

/// The most combinations that `setproduct` makes, and of how many sets.
const PRODUCT: usize = 10_000;
const SETS: usize = 16;

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("setunion", sets) => {
            let mut all = Vec::new();
            for set in sets {
                all.extend_from_slice(items_of(set)?);
            }
            Ok(Val::set(all))
        }
        ("setintersection", [first, others @ ..]) => {
            let mut kept = known_items(first)?;
            for other in others {
                let other = known_items(other)?;
                kept.retain(|item| other.contains(item));
            }
            Ok(Val::set(kept))
        }
        ("setsubtract", [from, without]) => {
            let without = known_items(without)?;
            let mut kept = known_items(from)?;
            kept.retain(|item| !without.contains(item));
            Ok(Val::set(kept))
        }
        ("setproduct", sets) => product(sets),
        _ => Err(Fault::NoFunction),
    }
}

/// Whether an item is in a set can't be said of one that is unknown.
fn known_items(set: &Val) -> Result<Vec<Val>, Fault> {
    match set.unknown_within() {
        Some(unknown) => Err(Fault::Unknown(unknown)),
        None => Ok(items_of(set)?.to_vec()),
    }
}

fn product(sets: &[Val]) -> Answer {
    if sets.len() > SETS {
        return Err(Fault::Misfit);
    }
    let mut rows: Vec<Vec<Val>> = vec![Vec::new()];
    for set in sets {
        let items = items_of(set)?;
        if rows.len().saturating_mul(items.len()) > PRODUCT {
            return Err(Fault::Misfit);
        }
        let longer = rows.iter().flat_map(|row| {
            items.iter().map(move |item| row.iter().cloned().chain(std::iter::once(item.clone())).collect())
        });
        rows = longer.collect();
    }
    Ok(Val::list(rows.into_iter().map(Val::list).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn sets() {
        for (expr, expected) in [
            ("setunion([\"b\"], [\"a\", \"b\"])", "[\"a\",\"b\"]"),
            ("setintersection([\"a\", \"b\"], [\"b\", \"c\"])", "[\"b\"]"),
            ("setsubtract([\"a\", \"b\"], [\"b\"])", "[\"a\"]"),
            ("setsubtract([\"a\"], [file(\"x\")])", "?file(…)"),
            ("setproduct([\"a\", \"b\"], [1])", "[[\"a\",1],[\"b\",1]]"),
            ("length(setproduct(range(1000), range(1000)))", "!setproduct(…)"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
