//! Literals, operators, conditionals, templates and `for`.

use std::rc::Rc;

use super::super::syntax::{Attribute, BinaryOperator, Expr, For, Item, Part, UnaryOperator};
use super::super::value::{Map, TEXT, Val};
use super::{Context, Evaluator, NESTING, STEPS, WORK};

/// What a round of `for` gives: a value, with its key where a map is made.
type Made = (Option<Rc<str>>, Val);

impl Evaluator<'_> {
    /// What an argument comes to; what is said on the way is said of its line.
    pub(in super::super) fn eval_at(&mut self, attribute: &Attribute, cx: &mut Context) -> Val {
        let before = std::mem::replace(&mut self.at, attribute.at);
        let value = self.eval(&attribute.expr, cx);
        let value = self.bounded(value);
        self.at = before;
        value
    }

    /// What an expression comes to.
    pub(in super::super) fn eval(&mut self, expr: &Expr, cx: &mut Context) -> Val {
        if !self.charge(1) {
            return self.over_limit(WORK, STEPS);
        }
        if self.nesting >= NESTING {
            return self.over_limit("expressions in each other", NESTING);
        }
        self.nesting += 1;
        let value = match expr {
            Expr::Null => Val::Null,
            Expr::Bool(value) => Val::Bool(*value),
            Expr::Number(number) => Val::Number(*number),
            Expr::Text(text) => Val::Text(text.clone()),
            Expr::List(items) => Val::list(items.iter().map(|item| self.eval(item, cx)).collect()),
            Expr::Object(items) => self.object(items, cx),
            Expr::Template(parts) => self.template(parts, cx),
            Expr::Name(_) => self.named(expr, &[], cx),
            Expr::Traverse(head, steps) => self.named(head, steps, cx),
            Expr::Call(call) => self.function(call, cx),
            Expr::Conditional(sides) => self.conditional(sides, cx),
            Expr::Unary(operator, operand) => self.unary(*operator, operand, cx),
            Expr::Binary(operator, sides) => self.binary(*operator, sides, cx),
            Expr::For(each) => self.for_each(each, cx),
            Expr::Wrong => Val::wrong("a value that can't be read"),
        };
        self.nesting -= 1;
        value
    }

    fn object(&mut self, items: &[Item], cx: &mut Context) -> Val {
        let mut map = Map::new();
        for item in items {
            let key = self.eval(&item.key, cx);
            let key = self.named_text(&key);
            let Some(name) = key.to_text() else {
                return key.unknown().unwrap_or_else(|| Val::wrong("a key of an object"));
            };
            let value = self.eval(&item.value, cx);
            let value = self.covered(&name, value);
            map.insert(name, value);
        }
        Val::map(map)
    }

    fn conditional(&mut self, sides: &[Expr; 3], cx: &mut Context) -> Val {
        let [condition, then, otherwise] = sides;
        let condition = self.eval(condition, cx);
        match condition.to_bool() {
            Some(true) => self.eval(then, cx),
            Some(false) => self.eval(otherwise, cx),
            None => {
                // The same on both sides is so whatever the condition is.
                let sides = [self.eval(then, cx), self.eval(otherwise, cx)];
                if let Err(over) = self.look_through(&sides) {
                    return over;
                }
                let [then, otherwise] = sides;
                if then == otherwise && then.unknown_within().is_none() {
                    return then;
                }
                condition.unknown().unwrap_or_else(|| Val::wrong("a condition"))
            }
        }
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &Expr, cx: &mut Context) -> Val {
        let value = self.eval(operand, cx);
        let result = match operator {
            UnaryOperator::Neg => value.to_number().map(|number| Val::Number(number.negated())),
            UnaryOperator::Not => value.to_bool().map(|value| Val::Bool(!value)),
        };
        result.or_else(|| value.unknown()).unwrap_or_else(|| Val::wrong("an operand"))
    }

    fn binary(&mut self, operator: BinaryOperator, sides: &[Expr; 2], cx: &mut Context) -> Val {
        let [left, right] = sides;
        let left = self.eval(left, cx);
        // What decides on its own needs no second side.
        match (operator, left.to_bool()) {
            (BinaryOperator::And, Some(false)) => return Val::Bool(false),
            (BinaryOperator::Or, Some(true)) => return Val::Bool(true),
            _ => {}
        }
        let right = self.eval(right, cx);
        match (operator, right.to_bool()) {
            (BinaryOperator::And, Some(false)) => return Val::Bool(false),
            (BinaryOperator::Or, Some(true)) => return Val::Bool(true),
            (BinaryOperator::Eq | BinaryOperator::NotEq, _) => {
                let sides = [left, right];
                let looked = self.look_through(&sides);
                let [left, right] = sides;
                return looked
                    .map_or_else(|over| over, |()| equal(&left, &right, operator == BinaryOperator::Eq));
            }
            _ => {}
        }
        if let Some(unknown) = left.unknown().or_else(|| right.unknown()) {
            return unknown;
        }
        let result = if matches!(operator, BinaryOperator::And | BinaryOperator::Or) {
            left.to_bool().zip(right.to_bool()).map(|(left, right)| {
                Val::Bool(if operator == BinaryOperator::And { left && right } else { left || right })
            })
        } else {
            left.to_number().zip(right.to_number()).and_then(|(left, right)| match operator {
                BinaryOperator::Plus => left.plus(right).map(Val::Number),
                BinaryOperator::Minus => left.minus(right).map(Val::Number),
                BinaryOperator::Mul => left.times(right).map(Val::Number),
                BinaryOperator::Div => left.over(right).map(Val::Number),
                BinaryOperator::Mod => left.modulo(right).map(Val::Number),
                BinaryOperator::Less => Some(Val::Bool(left < right)),
                BinaryOperator::LessEq => Some(Val::Bool(left <= right)),
                BinaryOperator::Greater => Some(Val::Bool(left > right)),
                BinaryOperator::GreaterEq => Some(Val::Bool(left >= right)),
                _ => None,
            })
        };
        result.unwrap_or_else(|| Val::wrong("an operand"))
    }

    fn template(&mut self, parts: &[Part], cx: &mut Context) -> Val {
        let mut text = String::new();
        match self.parts(parts, &mut text, cx) {
            Ok(()) => Val::text(text),
            Err(unknown) => unknown,
        }
    }

    fn parts(&mut self, parts: &[Part], into: &mut String, cx: &mut Context) -> Result<(), Val> {
        for part in parts {
            match part {
                Part::Text(text) => into.push_str(text),
                Part::Expr(expr) => {
                    let value = self.eval(expr, cx);
                    let value = self.named_text(&value);
                    match value.to_text() {
                        Some(text) => into.push_str(&text),
                        None => {
                            return Err(value
                                .unknown_within()
                                .unwrap_or_else(|| Val::wrong("a part of a text")));
                        }
                    }
                }
                Part::If(it) => {
                    let condition = self.eval(&it.condition, cx);
                    match condition.to_bool() {
                        Some(true) => self.parts(&it.then, into, cx)?,
                        Some(false) => self.parts(&it.otherwise, into, cx)?,
                        None => return Err(condition.unknown().unwrap_or_else(|| Val::wrong("a condition"))),
                    }
                }
                Part::For(it) => {
                    let collection = self.eval(&it.collection, cx);
                    let collection = self.all_of(collection);
                    let Some(entries) = self.entries(&collection) else {
                        return Err(collection.unknown().unwrap_or_else(|| Val::wrong("a collection")));
                    };
                    for (key, value) in entries {
                        self.with_entry(it.key_name.as_ref(), &it.value_name, key, value, cx, |this, cx| {
                            this.parts(&it.body, into, cx)
                        })?;
                    }
                }
            }
            if into.len() > TEXT || !self.charge(1 + into.len() / 1024) {
                return Err(self.over_limit("bytes in one text", TEXT));
            }
        }
        Ok(())
    }

    fn for_each(&mut self, each: &For, cx: &mut Context) -> Val {
        let collection = self.eval(&each.collection, cx);
        let collection = self.all_of(collection);
        let Some(entries) = self.entries(&collection) else {
            return collection.unknown().unwrap_or_else(|| Val::wrong("a collection"));
        };
        let mut list = Vec::new();
        let mut map = Map::new();
        for (key, value) in entries {
            let made =
                self.with_entry(each.key_name.as_ref(), &each.value_name, key, value, cx, |this, cx| {
                    this.for_entry(each, cx)
                });
            match made {
                Ok(None) => {}
                Ok(Some((None, value))) => list.push(value),
                Ok(Some((Some(name), value))) if each.grouping => {
                    let group = map.entry(name).or_insert_with(|| Val::list(Vec::new()));
                    if let Val::List(items) = group {
                        Rc::make_mut(items).push(value);
                    }
                }
                Ok(Some((Some(name), value))) => {
                    map.insert(name, value);
                }
                Err(unknown) => return unknown,
            }
        }
        if each.key.is_some() { Val::map(map) } else { Val::list(list) }
    }

    /// One round: nothing where the condition leaves it out.
    fn for_entry(&mut self, each: &For, cx: &mut Context) -> Result<Option<Made>, Val> {
        if let Some(condition) = &each.condition {
            let condition = self.eval(condition, cx);
            match condition.to_bool() {
                Some(true) => {}
                Some(false) => return Ok(None),
                None => return Err(condition.unknown().unwrap_or_else(|| Val::wrong("a condition"))),
            }
        }
        let Some(key) = &each.key else {
            return Ok(Some((None, self.eval(&each.value, cx))));
        };
        let key = self.eval(key, cx);
        let key = self.named_text(&key);
        let Some(name) = key.to_text() else {
            return Err(key.unknown().unwrap_or_else(|| Val::wrong("a key")));
        };
        let value = self.eval(&each.value, cx);
        let value = self.covered(&name, value);
        Ok(Some((Some(name), value)))
    }

    /// Members with their keys, each of them a step.
    pub(super) fn entries(&self, collection: &Val) -> Option<Vec<(Val, Val)>> {
        let count = match collection {
            Val::Map(map) => map.len(),
            other => other.items()?.len(),
        };
        self.charge(count).then(|| collection.entries()).flatten()
    }

    fn with_entry<T>(
        &mut self,
        key_name: Option<&Rc<str>>,
        value_name: &Rc<str>,
        key: Val,
        value: Val,
        cx: &mut Context,
        work: impl FnOnce(&mut Self, &mut Context) -> T,
    ) -> T {
        if let Some(name) = key_name {
            cx.push(name, key);
        }
        cx.push(value_name, value);
        let result = work(self, cx);
        cx.pop();
        if key_name.is_some() {
            cx.pop();
        }
        result
    }
}

/// Whether both are the same. What is there but not known is no `null`.
fn equal(left: &Val, right: &Val, wanted: bool) -> Val {
    let there = |value: &Val| matches!(value, Val::Edge(_) | Val::Secret | Val::Resource(_) | Val::Module(_));
    if (there(left) && *right == Val::Null) || (there(right) && *left == Val::Null) {
        return Val::Bool(!wanted);
    }
    // Whatever AWS calls it, it is called something.
    let is_named = |value: &Val| matches!(value, Val::Edge(edge) if matches!(&*edge.attribute, "arn" | "id"));
    let is_empty = |value: &Val| matches!(value, Val::Text(text) if text.is_empty());
    if (is_named(left) && is_empty(right)) || (is_named(right) && is_empty(left)) {
        return Val::Bool(!wanted);
    }
    if let Some(unknown) = left.unknown_within().or_else(|| right.unknown_within()) {
        return unknown;
    }
    let same = match (left, right) {
        (Val::List(one), Val::Set(other)) | (Val::Set(one), Val::List(other)) => one == other,
        _ => left == right,
    };
    Val::Bool(same == wanted)
}
