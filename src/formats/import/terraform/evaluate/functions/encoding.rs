//! JSON.

use std::rc::Rc;

use serde_json::Value as Json;

use super::super::super::number::Number;
use super::super::super::value::{Map, Val, is_password_name};
use super::{Answer, Fault, text_of};

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("jsonencode", [value]) => json(value).map(|json| Val::text(json.to_string())),
        ("jsondecode", [value]) => {
            let json: Json = serde_json::from_str(&text_of(value)?).map_err(|_| Fault::Misfit)?;
            Ok(from_json(&json))
        }
        _ => Err(Fault::NoFunction),
    }
}

/// As JSON; a part that is not known leaves the whole so.
pub(super) fn json(value: &Val) -> Result<Json, Fault> {
    Ok(match value {
        Val::Null => Json::Null,
        Val::Bool(value) => Json::Bool(*value),
        Val::Number(number) => serde_json::from_str(&number.to_string()).map_err(|_| Fault::Misfit)?,
        Val::Text(text) => Json::String(text.to_string()),
        Val::List(items) | Val::Set(items) => Json::Array(items.iter().map(json).collect::<Result<_, _>>()?),
        Val::Map(map) => {
            let pairs = map.iter().map(|(key, value)| Ok((key.to_string(), json(value)?)));
            Json::Object(pairs.collect::<Result<_, _>>()?)
        }
        other => return Err(other.unknown().map_or(Fault::Misfit, Fault::Unknown)),
    })
}

fn from_json(json: &Json) -> Val {
    match json {
        Json::Null => Val::Null,
        Json::Bool(value) => Val::Bool(*value),
        Json::Number(number) => {
            Number::parse(&number.to_string()).map_or_else(|| Val::wrong("a number"), Val::Number)
        }
        Json::String(text) => Val::text(text.as_str()),
        Json::Array(items) => Val::list(items.iter().map(from_json).collect()),
        Json::Object(map) => {
            let pairs = map.iter().map(|(key, value)| {
                let value = from_json(value);
                let value = if is_password_name(key) { value.hidden() } else { value };
                (Rc::from(key.as_str()), value)
            });
            Val::map(pairs.collect::<Map>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn json_goes_out_and_in() {
        for (expr, expected) in [
            ("jsonencode({ b = [1.50, null], a = \"x\" })", r#""{\"a\":\"x\",\"b\":[1.5,null]}""#),
            ("jsondecode(\"{\\\"a\\\": [1.50, true]}\").a", "[1.5,true]"),
            ("jsondecode(\"{\")", "!jsondecode(…)"),
            ("jsonencode([file(\"x\")])", "?file(…)"),
            ("jsondecode(jsonencode({ username = \"u\", password = \"p\" }))", "***"),
            (
                "jsondecode(\"{\\\"password\\\": \\\"p\\\", \\\"user\\\": \\\"u\\\"}\")",
                "{password=***,user=\"u\"}",
            ),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
