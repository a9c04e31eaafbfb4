//! `format` and `formatlist`: the verbs that names are made with.

use super::super::super::number::Number;
use super::super::super::value::{TEXT, Val};
use super::{Answer, Fault, known, number_of, text_of};

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("format", [pattern, values @ ..]) => {
            let values: Vec<&Val> = values.iter().collect();
            format(&text_of(pattern)?, &values).map(Val::text)
        }
        ("formatlist", [pattern, values @ ..]) => format_list(&text_of(pattern)?, values),
        _ => Err(Fault::NoFunction),
    }
}

/// One text for each item; what is no list is the same in all.
fn format_list(pattern: &str, values: &[Val]) -> Answer {
    let mut length = None;
    for value in values {
        if let Some(items) = value.items() {
            if length.is_some_and(|length| length != items.len()) {
                return Err(Fault::Misfit);
            }
            length = Some(items.len());
        }
    }
    let mut together = 0_usize;
    let texts = (0..length.unwrap_or(1)).map(|place| {
        let row = values.iter().map(|value| match value.items() {
            Some(items) => items.get(place).ok_or(Fault::Misfit),
            None => Ok(value),
        });
        let text = format(pattern, &row.collect::<Result<Vec<&Val>, Fault>>()?)?;
        together = together.saturating_add(text.len());
        if together > TEXT { Err(Fault::Misfit) } else { Ok(Val::text(text)) }
    });
    Ok(Val::list(texts.collect::<Result<_, _>>()?))
}

/// A verb as it stands in a pattern: `%-08.2f`, `%[2]s`.
#[derive(Default)]
struct Verb {
    left: bool,
    zeros: bool,
    plus: bool,
    width: usize,
    precision: Option<usize>,
    /// Which argument, from 1.
    argument: Option<usize>,
}

fn format(pattern: &str, values: &[&Val]) -> Result<String, Fault> {
    let mut out = String::new();
    let mut letters = pattern.chars().peekable();
    let mut next = 0;
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        let mut verb = Verb::default();
        let kind = read_verb(&mut letters, &mut verb)?;
        if kind == '%' {
            out.push('%');
            continue;
        }
        let place = verb.argument.map_or(next, |number| number.saturating_sub(1));
        next = place + 1;
        let value = values.get(place).ok_or(Fault::Misfit)?;
        pad(&written(kind, value, &verb)?, &verb, &mut out)?;
    }
    Ok(out)
}

fn read_verb(letters: &mut std::iter::Peekable<std::str::Chars<'_>>, verb: &mut Verb) -> Result<char, Fault> {
    let mut in_precision = false;
    loop {
        let letter = letters.next().ok_or(Fault::Misfit)?;
        match letter {
            '-' => verb.left = true,
            '+' => verb.plus = true,
            ' ' | '#' => {}
            '0' if verb.width == 0 && !in_precision => verb.zeros = true,
            '0'..='9' => {
                let digit = usize::try_from(letter.to_digit(10).unwrap_or(0)).unwrap_or(0);
                let number = if in_precision { verb.precision.get_or_insert(0) } else { &mut verb.width };
                *number = number.saturating_mul(10).saturating_add(digit);
                if *number > TEXT {
                    return Err(Fault::Misfit);
                }
            }
            '.' => {
                in_precision = true;
                verb.precision = Some(0);
            }
            '[' => {
                let mut number = 0_usize;
                loop {
                    match letters.next().ok_or(Fault::Misfit)? {
                        ']' => break,
                        digit => {
                            let digit = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                            number = number.saturating_mul(10).saturating_add(digit.ok_or(Fault::Misfit)?);
                        }
                    }
                }
                verb.argument = Some(number);
            }
            kind => return Ok(kind),
        }
    }
}

fn written(kind: char, value: &Val, verb: &Verb) -> Result<String, Fault> {
    let signed = |text: String| if verb.plus && !text.starts_with('-') { format!("+{text}") } else { text };
    match kind {
        'v' if value.to_text().is_none() => super::encoding::json(value).map(|json| json.to_string()),
        's' | 'v' => {
            let text = text_of(value)?;
            Ok(match verb.precision {
                Some(precision) => text.chars().take(precision).collect(),
                None => text.to_string(),
            })
        }
        'q' => Ok(format!("{:?}", &*text_of(value)?)),
        'd' => Ok(signed(known(value, number_of(value)?.truncated())?.to_string())),
        'x' => Ok(format!("{:x}", known(value, number_of(value)?.truncated())?)),
        'X' => Ok(format!("{:X}", known(value, number_of(value)?.truncated())?)),
        'o' => Ok(format!("{:o}", known(value, number_of(value)?.truncated())?)),
        'b' => Ok(format!("{:b}", known(value, number_of(value)?.truncated())?)),
        'f' => fixed(number_of(value)?, verb.precision.unwrap_or(6)).map(signed),
        'g' => Ok(signed(number_of(value)?.to_string())),
        't' => Ok(known(value, value.to_bool())?.to_string()),
        _ => Err(Fault::Misfit),
    }
}

/// A number with so many places, rounded half away from zero.
fn fixed(number: Number, places: usize) -> Result<String, Fault> {
    let places = places.min(12);
    let mut unit = Number::whole(1);
    for _ in 0..places {
        unit = unit.times(Number::whole(10)).ok_or(Fault::Misfit)?;
    }
    let half = Number::parse("0.5").ok_or(Fault::Misfit)?;
    let scaled = number.abs().times(unit).and_then(|scaled| scaled.plus(half)).ok_or(Fault::Misfit)?.floor();
    let digits = format!("{:0>width$}", scaled.to_string(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if number < Number::default() { "-" } else { "" };
    Ok(if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

fn pad(text: &str, verb: &Verb, out: &mut String) -> Result<(), Fault> {
    let missing = verb.width.saturating_sub(text.chars().count());
    if out.len() + text.len() + missing > TEXT {
        return Err(Fault::Misfit);
    }
    if verb.left {
        out.push_str(text);
        out.extend(std::iter::repeat_n(' ', missing));
    } else if verb.zeros {
        let (sign, digits) = text.split_at(usize::from(text.starts_with(['-', '+'])));
        out.push_str(sign);
        out.extend(std::iter::repeat_n('0', missing));
        out.push_str(digits);
    } else {
        out.extend(std::iter::repeat_n(' ', missing));
        out.push_str(text);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn verbs() {
        for (expr, expected) in [
            ("format(\"%s-%d\", \"a\", 3)", "\"a-3\""),
            ("format(\"cc-%04d\", 42)", "\"cc-0042\""),
            ("format(\"%5s|%-5s|\", \"a\", \"b\")", "\"    a|b    |\""),
            ("format(\"%.2f\", 1.005)", "\"1.01\""),
            ("format(\"%f\", 2)", "\"2.000000\""),
            ("format(\"%05.1f\", -2.25)", "\"-02.3\""),
            ("format(\"%x %X %b %o\", 255, 255, 5, 8)", "\"ff FF 101 10\""),
            ("format(\"%q\", \"a\")", "\"\\\"a\\\"\""),
            ("format(\"%v %v\", true, [1, \"a\"])", "\"true [1,\\\"a\\\"]\""),
            ("format(\"%[2]s-%[1]s\", \"a\", \"b\")", "\"b-a\""),
            ("format(\"100%%\")", "\"100%\""),
            ("format(\"%t\", \"true\")", "\"true\""),
            ("format(\"%+d\", 3)", "\"+3\""),
            ("format(\"%.2s\", \"abc\")", "\"ab\""),
            ("format(\"%s\")", "!format(…)"),
            ("format(\"%\", 1)", "!format(…)"),
            ("format(\"%99999999999d\", 1)", "!format(…)"),
            ("formatlist(\"%s-%s\", [\"a\", \"b\"], \"x\")", "[\"a-x\",\"b-x\"]"),
            ("formatlist(\"%s%s\", [\"a\"], [\"b\", \"c\"])", "!formatlist(…)"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
