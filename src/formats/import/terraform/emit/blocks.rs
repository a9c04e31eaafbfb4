//! Arguments and nested blocks of one instance: written ones, dynamic ones, and objects in their place.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::evaluate::{Context, Evaluator};
use super::super::syntax::{Attribute, Block, Body, Expr, Spot};
use super::super::value::Val;
use super::{exported, written_in_call};
use crate::formats::import::shapes::Shape;
use crate::formats::import::{self, Argument, NoticeKind, Value};

/// Reads one instance of a resource.
pub(super) struct Reader<'r, 'a> {
    pub(super) evaluator: &'r mut Evaluator<'a>,
    pub(super) cx: Context,
    /// The module.
    pub(super) number: usize,
    /// Variables that `each`, or the iterator of a dynamic block, stand for.
    pub(super) fallback: Vec<Rc<str>>,
}

impl Reader<'_, '_> {
    /// What a block says, as far as its shape lists it.
    pub(super) fn block(&mut self, shape: &Shape, body: &Body, at: Spot) -> import::Block {
        let mut block = import::Block::at(self.evaluator.place(at));
        // Every name of the shape is looked for among all that stand there.
        let names = shape.arguments.len() + shape.secrets.len() + shape.blocks.len();
        if !self.evaluator.goes_on(names * (1 + body.attributes.len() / 64), at) {
            return block;
        }
        for name in shape.arguments {
            if let Some(attribute) = body.attribute(name) {
                let value = self.value(attribute);
                self.set(&mut block, attribute, value, at);
            }
        }
        for name in shape.secrets {
            let Some(attribute) = body.attribute(name) else { continue };
            let value = match self.value(attribute) {
                Value::Null => Value::Null,
                _ => Value::Secret,
            };
            self.set(&mut block, attribute, value, at);
        }
        for inner in shape.blocks {
            let blocks = self.blocks(inner, body, at);
            if !blocks.is_empty() {
                block.blocks.insert(inner.name.to_owned(), blocks);
            }
        }
        block
    }

    fn value(&mut self, attribute: &Attribute) -> Value {
        let value = self.evaluator.eval_at(attribute, &mut self.cx);
        exported(self.evaluator, &value)
    }

    fn set(&mut self, block: &mut import::Block, attribute: &Attribute, value: Value, at: Spot) {
        let is_known = self.evaluator.folder(self.number).is_some_and(|folder| folder.is_known);
        let name = attribute.name.to_string();
        if !is_known {
            let place = self.evaluator.place(attribute.at);
            block.arguments.insert(name, Argument { value, place, written: None });
            return;
        }
        // A well-known module says nothing where it passes nothing on.
        if value == Value::Null {
            return;
        }
        let mut names = Vec::new();
        attribute.expr.variables(&mut names);
        if names.is_empty() && !matches!(attribute.expr, Expr::Text(_) | Expr::Bool(_) | Expr::Number(_)) {
            names.clone_from(&self.fallback);
        }
        let written = written_in_call(self.evaluator, self.number, &names);
        let place = self.evaluator.place(written.map_or(at, |written| written.at));
        let written = written.map(|written| written.name.to_string()).filter(|written| *written != name);
        block.arguments.insert(name, Argument { value, place, written });
    }

    /// The blocks of a kind: written ones, dynamic ones, and a list of objects in their place.
    fn blocks(&mut self, shape: &Shape, body: &Body, at: Spot) -> Vec<import::Block> {
        let mut blocks = Vec::new();
        for block in &body.blocks {
            if &*block.kind == shape.name {
                let at = if self.is_known() { at } else { block.at };
                blocks.push(self.block(shape, &block.body, at));
            } else if &*block.kind == "dynamic"
                && block.labels.first().is_some_and(|label| &**label == shape.name)
            {
                self.dynamic(shape, block, at, &mut blocks);
            }
        }
        if let Some(attribute) = body.attribute(shape.name) {
            let at = if self.is_known() { at } else { attribute.at };
            let value = self.value(attribute);
            self.objects(shape, attribute, value, at, &mut blocks);
        }
        blocks
    }

    fn is_known(&self) -> bool {
        self.evaluator.folder(self.number).is_some_and(|folder| folder.is_known)
    }

    fn dynamic(&mut self, shape: &Shape, block: &Block, at: Spot, into: &mut Vec<import::Block>) {
        let Some(each) = block.body.attribute("for_each") else { return };
        let Some(content) = block.body.blocks.iter().find(|inner| &*inner.kind == "content") else { return };
        let iterator = block.body.attribute("iterator").and_then(|it| it.expr.as_reference());
        let iterator = iterator.and_then(|path| path.into_iter().next()).unwrap_or_else(|| shape.name.into());
        let mut names = Vec::new();
        each.expr.variables(&mut names);
        let at = if self.is_known() {
            written_in_call(self.evaluator, self.number, &names).map_or(at, |written| written.at)
        } else {
            block.at
        };
        let outer = std::mem::replace(&mut self.fallback, names);
        let value = self.evaluator.eval_at(each, &mut self.cx);
        match value.entries() {
            Some(entries) => {
                for (key, value) in entries {
                    self.content(shape, &iterator, key, value, content, at, into);
                }
            }
            None if value == Val::Null => {}
            None => {
                let waits = match exported(self.evaluator, &value) {
                    Value::Unresolved(what) => what,
                    _ => "a value that is not read".to_owned(),
                };
                let text = format!(
                    "The for_each of dynamic \"{}\" waits for {waits}; one block is taken.",
                    shape.name
                );
                self.evaluator.notice(NoticeKind::NotUnderstood, at, text);
                let unknown = Val::unresolved(waits);
                self.content(shape, &iterator, unknown.clone(), unknown, content, at, into);
            }
        }
        self.fallback = outer;
    }

    #[expect(clippy::too_many_arguments, reason = "what a dynamic block binds")]
    fn content(
        &mut self,
        shape: &Shape,
        iterator: &Rc<str>,
        key: Val,
        value: Val,
        content: &Block,
        at: Spot,
        into: &mut Vec<import::Block>,
    ) {
        let pair = Val::map(BTreeMap::from([("key".into(), key), ("value".into(), value)]));
        self.cx.push(iterator, pair);
        let block = self.block(shape, &content.body, at);
        self.cx.pop();
        into.push(block);
    }

    /// `ingress = [{ … }]`, and every block in JSON.
    fn objects(
        &mut self,
        shape: &Shape,
        attribute: &Attribute,
        value: Value,
        at: Spot,
        into: &mut Vec<import::Block>,
    ) {
        match value {
            Value::List(items) => {
                for item in items {
                    self.objects(shape, attribute, item, at, into);
                }
            }
            Value::Map(mut map) => {
                let mut block = import::Block::at(self.evaluator.place(at));
                for name in shape.arguments {
                    if let Some(value) = map.remove(*name) {
                        block.set(*name, value, self.evaluator.place(at));
                    }
                }
                for name in shape.secrets {
                    if map.remove(*name).is_some_and(|value| value != Value::Null) {
                        block.set(*name, Value::Secret, self.evaluator.place(at));
                    }
                }
                for inner in shape.blocks {
                    let mut blocks = Vec::new();
                    if let Some(value) = map.remove(inner.name) {
                        self.objects(inner, attribute, value, at, &mut blocks);
                    }
                    if !blocks.is_empty() {
                        block.blocks.insert(inner.name.to_owned(), blocks);
                    }
                }
                into.push(block);
            }
            Value::Unresolved(what) => {
                let text = format!("{} waits for {what}; it is not read.", attribute.name);
                self.evaluator.notice(NoticeKind::NotUnderstood, at, text);
            }
            _ => {}
        }
    }
}
