//! `.tf.json` and `.tfvars.json`: the same blocks written as objects. What is a nested block and what an argument only
//! its type tells, so both stay arguments here, but for `dynamic`.

use std::fmt;
use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::crowded::Budget;
use super::{Attribute, Block, Body, Expr, Item, Lines, Spot, Unread, hcl};
use crate::formats::import::terraform::number::Number;

/// Objects and lists in each other; deeper ones are refused.
const DEPTH: usize = 128;

/// Reads a file.
///
/// # Errors
/// Where it is no JSON object, or nested too deep.
pub(in super::super) fn read(text: &str, file: usize, budget: &Budget) -> Result<Body, Unread> {
    let reader = Reader { text, lines: Lines::of(text, file), budget };
    let wrong = |error: &serde_json::Error| {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Unread::Syntax { line: number(error.line()), column: number(error.column()).max(1) }
    };
    let top: Pairs<'_> = serde_json::from_str(text).map_err(|error| wrong(&error))?;
    let mut body = Body::default();
    for (name, value) in &top.0 {
        match name.as_str() {
            "resource" | "data" => {
                for (kind, value) in pairs(value) {
                    for (label, value) in pairs(value) {
                        reader.blocks(name, &[&kind, &label], value, &mut body)?;
                    }
                }
            }
            "variable" | "output" | "module" | "provider" => {
                for (label, value) in pairs(value) {
                    reader.blocks(name, &[&label], value, &mut body)?;
                }
            }
            "locals" | "terraform" => reader.blocks(name, &[], value, &mut body)?,
            // Variables' values, and whatever else stands at the top.
            _ => reader.argument(name, value, &mut body, 0)?,
        }
    }
    Ok(body)
}

/// An object in its own order, its values unread.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    // The comment of Terraform's JSON.
                    if key != "//" {
                        pairs.push((key, value));
                    }
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

type Named<'a> = (String, &'a RawValue);

/// The members of an object, or of each object of a list: Terraform takes both.
fn pairs(value: &RawValue) -> Vec<Named<'_>> {
    each(value).into_iter().flat_map(members).collect()
}

fn members(value: &RawValue) -> Vec<Named<'_>> {
    serde_json::from_str::<Pairs<'_>>(value.get()).map(|pairs| pairs.0).unwrap_or_default()
}

fn each(value: &RawValue) -> Vec<&RawValue> {
    if value.get().starts_with('[') {
        return serde_json::from_str(value.get()).unwrap_or_default();
    }
    vec![value]
}

struct Reader<'a> {
    text: &'a str,
    lines: Lines,
    budget: &'a Budget,
}

impl<'a> Reader<'a> {
    fn spot(&self, value: &RawValue) -> Spot {
        let start = value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        self.lines.spot(start)
    }

    fn blocks(
        &self,
        kind: &str,
        labels: &[&str],
        value: &'a RawValue,
        into: &mut Body,
    ) -> Result<(), Unread> {
        for one in each(value) {
            let mut body = Body::default();
            for (name, value) in members(one) {
                self.argument(&name, value, &mut body, 0)?;
            }
            let labels = labels.iter().map(|label| Rc::from(*label)).collect();
            into.blocks.push(Block { kind: kind.into(), labels, body, at: self.spot(one) });
        }
        Ok(())
    }

    fn argument(&self, name: &str, value: &'a RawValue, into: &mut Body, depth: usize) -> Result<(), Unread> {
        let at = self.spot(value);
        if name == "dynamic" {
            for (label, value) in pairs(value) {
                self.dynamic(&label, value, into, depth + 1)?;
            }
            return Ok(());
        }
        into.attributes.push(Attribute { name: name.into(), expr: self.expr(value, depth)?, at });
        Ok(())
    }

    fn dynamic(&self, label: &str, value: &'a RawValue, into: &mut Body, depth: usize) -> Result<(), Unread> {
        if depth > DEPTH {
            return Err(self.too_deep(value));
        }
        for one in each(value) {
            let mut body = Body::default();
            for (name, value) in members(one) {
                if name != "content" {
                    self.argument(&name, value, &mut body, depth + 1)?;
                    continue;
                }
                let mut content = Body::default();
                for (name, value) in members(value) {
                    self.argument(&name, value, &mut content, depth + 1)?;
                }
                let at = self.spot(value);
                body.blocks.push(Block { kind: "content".into(), labels: Vec::new(), body: content, at });
            }
            let labels = vec![label.into()];
            into.blocks.push(Block { kind: "dynamic".into(), labels, body, at: self.spot(one) });
        }
        Ok(())
    }

    fn expr(&self, value: &'a RawValue, depth: usize) -> Result<Expr, Unread> {
        let text = value.get();
        if depth > DEPTH {
            return Err(self.too_deep(value));
        }
        if text.starts_with(['{', '[']) && !self.budget.read_again(text.len()) {
            return Err(Unread::Nested { line: self.spot(value).line });
        }
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let items = members(value).into_iter().map(|(key, value)| {
                    let key = hcl::read_template(&key, self.budget).unwrap_or(Expr::Wrong);
                    Ok(Item { key, value: self.expr(value, depth + 1)? })
                });
                Expr::Object(items.collect::<Result<_, _>>()?)
            }
            Some(b'[') => {
                let items = each(value).into_iter().map(|item| self.expr(item, depth + 1));
                Expr::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => {
                let text: String = serde_json::from_str(text).unwrap_or_default();
                hcl::read_template(&text, self.budget).unwrap_or(Expr::Wrong)
            }
            Some(b't') => Expr::Bool(true),
            Some(b'f') => Expr::Bool(false),
            Some(b'n') => Expr::Null,
            _ => Number::parse(text).map_or(Expr::Wrong, Expr::Number),
        })
    }

    fn too_deep(&self, value: &RawValue) -> Unread {
        Unread::Syntax { line: self.spot(value).line, column: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, file: usize) -> Result<Body, Unread> {
        super::read(text, file, &Budget::of_all())
    }

    #[test]
    fn objects_become_blocks_with_lines() {
        let text = r#"{
  "//": "a note",
  "resource": {
    "aws_rds_cluster": {
      "main": {
        "engine": "aurora-mysql",
        "name": "${var.a}-x",
        "dynamic": {"x": {"for_each": [1], "content": {"y": "${x.value}"}}}
      }
    }
  },
  "locals": [{"a": 1.50}]
}"#;
        let body = read(text, 1).unwrap();
        let block = &body.blocks[0];
        assert_eq!(
            (&*block.kind, &*block.labels[0], &*block.labels[1]),
            ("resource", "aws_rds_cluster", "main")
        );
        assert_eq!(block.body.attributes[0].at, Spot { file: 1, line: 6 });
        assert!(matches!(block.body.attributes[1].expr, Expr::Template(_)));
        let dynamic = &block.body.blocks[0];
        assert_eq!((&*dynamic.kind, &*dynamic.labels[0]), ("dynamic", "x"));
        assert_eq!(&*dynamic.body.blocks[0].kind, "content");
        assert_eq!(&*body.blocks[1].kind, "locals");
    }

    #[test]
    fn what_is_no_json_says_where_and_what_is_deep_is_refused() {
        assert_eq!(read("{\n  \"a\": ]\n}", 0).unwrap_err(), Unread::Syntax { line: 2, column: 8 });
        assert!(read("[]", 0).is_err());
        let deep = format!("{{\"a\": {}1{}}}", "[".repeat(1000), "]".repeat(1000));
        assert!(read(&deep, 0).is_err());
    }
}
