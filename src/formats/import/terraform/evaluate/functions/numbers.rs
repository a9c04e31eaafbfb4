//! Numbers, and turning values into other types.

use super::super::super::number::Number;
use super::super::super::value::Val;
use super::{Answer, Fault, items_of, known, map_of, number_of, text_of};

/// The longest list that `range` makes, as Terraform has it.
const RANGE: usize = 1024;

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("abs", [value]) => Ok(Val::Number(number_of(value)?.abs())),
        ("ceil", [value]) => Ok(Val::Number(number_of(value)?.ceil())),
        ("floor", [value]) => Ok(Val::Number(number_of(value)?.floor())),
        ("min", all) => least(all, |one, other| one < other),
        ("max", all) => least(all, |one, other| one > other),
        ("sum", [list]) => {
            let mut total = Number::default();
            for item in items_of(list)? {
                total = total.plus(number_of(item)?).ok_or(Fault::Misfit)?;
            }
            Ok(Val::Number(total))
        }
        ("range", bounds) => range(bounds),
        ("tostring", [value]) => convert(value, || text_of(value).map(Val::Text)),
        ("tonumber", [value]) => convert(value, || number_of(value).map(Val::Number)),
        ("tobool", [value]) => convert(value, || known(value, value.to_bool()).map(Val::Bool)),
        ("tolist", [value]) => convert(value, || Ok(Val::list(items_of(value)?.to_vec()))),
        ("toset", [value]) => convert(value, || Ok(Val::set(items_of(value)?.to_vec()))),
        ("tomap", [value]) => convert(value, || map_of(value).map(|_| value.clone())),
        _ => Err(Fault::NoFunction),
    }
}

/// A conversion leaves null, and what AWS makes up, as they are.
fn convert(value: &Val, to: impl FnOnce() -> Answer) -> Answer {
    match value {
        Val::Null | Val::Edge(_) => Ok(value.clone()),
        _ => to(),
    }
}

fn least(all: &[Val], wins: impl Fn(Number, Number) -> bool) -> Answer {
    let mut best = None;
    for value in all {
        let number = number_of(value)?;
        if best.is_none_or(|best| wins(number, best)) {
            best = Some(number);
        }
    }
    best.map(Val::Number).ok_or(Fault::Misfit)
}

fn range(bounds: &[Val]) -> Answer {
    let zero = Number::default();
    let one = Number::whole(1);
    let down = |start: Number, end: Number| if end < start { one.negated() } else { one };
    let (mut at, end, step) = match bounds {
        [end] => (zero, number_of(end)?, down(zero, number_of(end)?)),
        [start, end] => {
            let (start, end) = (number_of(start)?, number_of(end)?);
            (start, end, down(start, end))
        }
        [start, end, step] => (number_of(start)?, number_of(end)?, number_of(step)?),
        _ => return Err(Fault::Misfit),
    };
    let mut items = Vec::new();
    while (step > zero && at < end) || (step < zero && at > end) {
        if items.len() == RANGE {
            return Err(Fault::Misfit);
        }
        items.push(Val::Number(at));
        at = at.plus(step).ok_or(Fault::Misfit)?;
    }
    Ok(Val::list(items))
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn numbers() {
        for (expr, expected) in [
            ("abs(-3)", "3"),
            ("ceil(1.2)", "2"),
            ("floor(-1.2)", "-2"),
            ("min(3, 1, 2)", "1"),
            ("max(3, \"12\", 2)", "12"),
            ("max()", "!max(…)"),
            ("sum([1, 2.5])", "3.5"),
            ("range(3)", "[0,1,2]"),
            ("range(1, 4)", "[1,2,3]"),
            ("range(4, 1)", "[4,3,2]"),
            ("range(1, 8, 2.5)", "[1,3.5,6]"),
            ("range(1025)", "!range(…)"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }

    #[test]
    fn conversions() {
        for (expr, expected) in [
            ("tostring(15.10)", "\"15.1\""),
            ("tonumber(\"2\")", "2"),
            ("tonumber(\"two\")", "!tonumber(…)"),
            ("tobool(\"true\")", "true"),
            ("tolist(toset([\"b\", \"a\", \"b\"]))", "[\"a\",\"b\"]"),
            ("toset([\"b\", \"a\"])", "[\"a\",\"b\"]"),
            ("tomap({ a = 1 })", "{a=1}"),
            ("tonumber(null)", "null"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
