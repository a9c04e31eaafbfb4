//! Texts.

use std::rc::Rc;

use regex_lite::{Regex, RegexBuilder};

use super::super::super::number::Number;
use super::super::super::value::{Map, TEXT, Val};
use super::{Answer, Fault, items_of, number_of, text_of};

/// Functions in which a reference to a name is that name.
pub(super) const NAMES: [&str; 22] = [
    "chomp",
    "endswith",
    "format",
    "formatlist",
    "join",
    "lower",
    "regex",
    "regexall",
    "replace",
    "split",
    "startswith",
    "strcontains",
    "strrev",
    "substr",
    "title",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "upper",
    "jsonencode",
    "tostring",
];

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("lower", [value]) => Ok(Val::text(text_of(value)?.to_lowercase())),
        ("upper", [value]) => Ok(Val::text(text_of(value)?.to_uppercase())),
        ("title", [value]) => Ok(Val::text(title(&text_of(value)?))),
        ("trimspace", [value]) => Ok(Val::text(text_of(value)?.trim())),
        ("chomp", [value]) => Ok(Val::text(text_of(value)?.trim_end_matches(['\n', '\r']))),
        ("strrev", [value]) => Ok(Val::text(text_of(value)?.chars().rev().collect::<String>())),
        ("trim", [value, set]) => {
            let (value, set) = (text_of(value)?, text_of(set)?);
            Ok(Val::text(value.trim_matches(|letter| set.contains(letter))))
        }
        ("trimprefix", [value, prefix]) => {
            let (value, prefix) = (text_of(value)?, text_of(prefix)?);
            Ok(Val::text(value.strip_prefix(&*prefix).unwrap_or(&value)))
        }
        ("trimsuffix", [value, suffix]) => {
            let (value, suffix) = (text_of(value)?, text_of(suffix)?);
            Ok(Val::text(value.strip_suffix(&*suffix).unwrap_or(&value)))
        }
        ("startswith", [value, prefix]) => Ok(Val::Bool(text_of(value)?.starts_with(&*text_of(prefix)?))),
        ("endswith", [value, suffix]) => Ok(Val::Bool(text_of(value)?.ends_with(&*text_of(suffix)?))),
        ("strcontains", [value, part]) => Ok(Val::Bool(text_of(value)?.contains(&*text_of(part)?))),
        ("substr", [value, offset, length]) => {
            substr(&text_of(value)?, number_of(offset)?, number_of(length)?)
        }
        ("join", [separator, lists @ ..]) => join(&text_of(separator)?, lists),
        ("split", [separator, value]) => Ok(split(&text_of(separator)?, &text_of(value)?)),
        ("replace", [value, find, with]) => replace(&text_of(value)?, &text_of(find)?, &text_of(with)?),
        ("regex", [pattern, value]) => {
            let (regex, value) = (pattern_of(&text_of(pattern)?)?, text_of(value)?);
            let found = regex.captures(&value).ok_or(Fault::Misfit)?;
            Ok(captured(&regex, &found))
        }
        ("regexall", [pattern, value]) => {
            let (regex, value) = (pattern_of(&text_of(pattern)?)?, text_of(value)?);
            Ok(Val::list(regex.captures_iter(&value).map(|found| captured(&regex, &found)).collect()))
        }
        _ => Err(Fault::NoFunction),
    }
}

fn title(text: &str) -> String {
    let mut begins = true;
    let letters = text.chars().map(|letter| {
        let first =
            std::mem::replace(&mut begins, !(letter.is_alphanumeric() || letter == '_' || letter == '\''));
        if first { letter.to_uppercase().collect::<String>() } else { letter.to_string() }
    });
    letters.collect()
}

/// By letters; a negative offset counts from the end, a negative length takes all.
fn substr(text: &str, offset: Number, length: Number) -> Answer {
    let (offset, length) = (offset.as_whole().ok_or(Fault::Misfit)?, length.as_whole().ok_or(Fault::Misfit)?);
    let count = text.chars().count();
    let from_end = || count.saturating_sub(usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX));
    let start = usize::try_from(offset).unwrap_or_else(|_| from_end());
    let taken = usize::try_from(length).unwrap_or(usize::MAX);
    Ok(Val::text(text.chars().skip(start).take(taken).collect::<String>()))
}

fn join(separator: &str, lists: &[Val]) -> Answer {
    let mut items = Vec::new();
    for list in lists {
        items.extend(items_of(list)?);
    }
    // One alone needs no text: `join("", aws_x.y[*].id)` is how older configurations take the only one.
    if let [only @ Val::Edge(_)] = items.as_slice() {
        return Ok((*only).clone());
    }
    let texts = items.iter().map(|item| text_of(item)).collect::<Result<Vec<Rc<str>>, Fault>>()?;
    let length: usize = texts.iter().map(|text| text.len() + separator.len()).sum();
    if length > TEXT {
        return Err(Fault::Misfit);
    }
    Ok(Val::text(texts.join(separator)))
}

fn split(separator: &str, value: &str) -> Val {
    if separator.is_empty() {
        return Val::list(value.chars().map(|letter| Val::text(letter.to_string())).collect());
    }
    if value.is_empty() {
        return Val::list(Vec::new());
    }
    Val::list(value.split(separator).map(Val::text).collect())
}

/// A pattern between slashes is a regular expression, as Terraform has it.
fn replace(value: &str, find: &str, with: &str) -> Answer {
    let pattern = find.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|_| find.len() > 1);
    let result = match pattern {
        Some(pattern) => replaced(&pattern_of(pattern)?, value, with)?,
        None if find.is_empty() => return Err(Fault::Misfit),
        None => {
            let count = value.matches(find).count();
            if value.len().saturating_add(count.saturating_mul(with.len())) > TEXT {
                return Err(Fault::Misfit);
            }
            value.replace(find, with)
        }
    };
    if result.len() > TEXT { Err(Fault::Misfit) } else { Ok(Val::text(result)) }
}

/// Every match with what stands in its place, in which `$1` is what the first group found.
fn replaced(regex: &Regex, value: &str, with: &str) -> Result<String, Fault> {
    if with.len() > WITH {
        return Err(Fault::Misfit);
    }
    let mut out = String::new();
    let mut end = 0;
    for found in regex.captures_iter(value) {
        let Some(whole) = found.get(0) else { continue };
        if with.matches('$').count().saturating_mul(whole.as_str().len()) > TEXT {
            return Err(Fault::Misfit);
        }
        out.push_str(value.get(end..whole.start()).unwrap_or_default());
        found.expand(with, &mut out);
        end = whole.end();
        if out.len() > TEXT {
            return Err(Fault::Misfit);
        }
    }
    out.push_str(value.get(end..).unwrap_or_default());
    Ok(out)
}

/// What stands in place of a match is no longer than this, in bytes.
const WITH: usize = 1024;
/// The largest regular expression, in bytes of what it becomes, and in states that are tried at every letter.
const PATTERN: usize = 1 << 16;
const STATES: usize = 2_000;

fn pattern_of(pattern: &str) -> Result<Regex, Fault> {
    RegexBuilder::new(pattern).size_limit(PATTERN).build().map_err(|_| Fault::Misfit)
}

/// Steps of a search: every letter of a text is tried with every state of the expression, as many as its letters, each
/// as often as `{…}` repeats it. None where the pattern is a plain text.
pub(super) fn steps(pattern: &Val, value: &Val) -> usize {
    let (Val::Text(pattern), Val::Text(value)) = (pattern, value) else { return 0 };
    let mut states = pattern.len().max(1);
    for part in pattern.split('{').skip(1) {
        let numbers = part.split('}').next().unwrap_or_default().split(',');
        let most = numbers.filter_map(|number| number.trim().parse::<usize>().ok()).max();
        states = states.saturating_mul(most.unwrap_or(1).max(1));
    }
    pattern.len() + value.len().saturating_mul(states.min(STATES)) / 8
}

/// The whole match; where the pattern has groups, their texts as a list, or as a map by their names.
fn captured(regex: &Regex, found: &regex_lite::Captures<'_>) -> Val {
    let text = |part: Option<regex_lite::Match<'_>>| part.map_or(Val::Null, |part| Val::text(part.as_str()));
    if regex.captures_len() == 1 {
        return text(found.get(0));
    }
    let names: Vec<&str> = regex.capture_names().flatten().collect();
    if names.is_empty() {
        return Val::list((1..regex.captures_len()).map(|place| text(found.get(place))).collect());
    }
    Val::map(names.into_iter().map(|name| (Rc::from(name), text(found.name(name)))).collect::<Map>())
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn texts() {
        for (expr, expected) in [
            ("lower(\"AbC\")", "\"abc\""),
            ("upper(\"abc\")", "\"ABC\""),
            ("title(\"hello big-world\")", "\"Hello Big-World\""),
            ("trimspace(\"  a \\n\")", "\"a\""),
            ("chomp(\"a\\r\\n\")", "\"a\""),
            ("trim(\"--a--\", \"-\")", "\"a\""),
            ("trimprefix(\"ab\", \"a\")", "\"b\""),
            ("trimsuffix(\"ab\", \"x\")", "\"ab\""),
            ("startswith(\"ab\", \"a\")", "true"),
            ("endswith(\"ab\", \"a\")", "false"),
            ("strcontains(\"abc\", \"b\")", "true"),
            ("strrev(\"abc\")", "\"cba\""),
            ("substr(\"hello\", 1, 3)", "\"ell\""),
            ("substr(\"hello\", -2, -1)", "\"lo\""),
            ("substr(\"größe\", 2, 2)", "\"öß\""),
            ("join(\"-\", [\"a\", 1], [true])", "\"a-1-true\""),
            ("split(\",\", \"a,b\")", "[\"a\",\"b\"]"),
            ("split(\",\", \"\")", "[]"),
            ("replace(\"a-b-c\", \"-\", \"_\")", "\"a_b_c\""),
            ("replace(\"a1b22\", \"/[0-9]+/\", \"x\")", "\"axbx\""),
            ("replace(\"ab\", \"/(a)(b)/\", \"$2$1\")", "\"ba\""),
            ("regex(\"[0-9]+\", \"a12b\")", "\"12\""),
            ("regex(\"([a-z])([0-9])\", \"x1\")", "[\"x\",\"1\"]"),
            ("regex(\"(?P<letter>[a-z])\", \"x1\").letter", "\"x\""),
            ("regex(\"z\", \"a\")", "!regex(…)"),
            ("regexall(\"[0-9]\", \"1a2\")", "[\"1\",\"2\"]"),
            ("regex(\"(\", \"a\")", "!regex(…)"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }

    #[test]
    fn texts_do_not_grow_without_end() {
        let long = format!("replace(\"{}\", \"a\", \"{}\")", "a".repeat(3000), "b".repeat(3000));
        assert_eq!(value(&long), "!replace(…)");
    }
}
