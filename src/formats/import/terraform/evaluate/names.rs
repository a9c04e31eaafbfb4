//! What names stand for: variables, locals, modules and their outputs, and names bound by `for` and `dynamic`.

use std::rc::Rc;

use super::super::folder::Target;
use super::super::number::Number;
use super::super::syntax::{Expr, Step};
use super::super::value::Val;
use super::{Caller, Context, Evaluator, Instance, Module, Node, Owner, STEPS, WORK};
use crate::formats::import::{Key, NoticeKind};

impl Evaluator<'_> {
    /// A name with the steps that follow it.
    pub(super) fn named(&mut self, head: &Expr, steps: &[Step], cx: &mut Context) -> Val {
        let Expr::Name(name) = head else {
            let value = self.eval(head, cx);
            return self.walk(value, steps, cx);
        };
        if let Some((_, value)) = cx.names.iter().rev().find(|(bound, _)| bound == name) {
            let value = value.clone();
            return self.walk(value, steps, cx);
        }
        // A way that leads nowhere is spelled out.
        if !self.charge(steps.len() / 8) {
            return self.over_limit(WORK, STEPS);
        }
        let first = attribute(steps, 0);
        let second = attribute(steps, 1);
        let (value, taken) = match (&**name, first, second) {
            ("var", Some(name), _) => (self.variable(cx.module, name), 1),
            ("local", Some(name), _) => (self.local(cx.module, name), 1),
            ("each", Some(part), _) => (cx.instance.each(part), 1),
            ("count", Some(part), _) if &**part == "index" => (cx.instance.index(), 1),
            ("module", Some(name), _) => match self.called(cx.module, name) {
                Some(value) => (value, 1),
                None => (Val::unresolved(spelled("module", steps)), steps.len()),
            },
            ("terraform", Some(part), _) if &**part == "workspace" => (self.workspace(), 1),
            ("path" | "terraform" | "self", _, _) => (Val::unresolved(spelled(name, steps)), steps.len()),
            ("data", Some(kind), Some(label)) => match self.resource(cx.module, true, kind, label) {
                Some(value) => (value, 2),
                None => (Val::wrong(spelled("data", steps)), steps.len()),
            },
            (kind, Some(label), _) => match self.resource(cx.module, false, kind, label) {
                Some(value) => (value, 1),
                None => (Val::wrong(spelled(kind, steps)), steps.len()),
            },
            _ => (Val::wrong(name.clone()), steps.len()),
        };
        let was_wrong = matches!(value, Val::Wrong(_));
        match self.walk(value, steps.get(taken..).unwrap_or_default(), cx) {
            // A step that leads nowhere is named with the way to it.
            Val::Wrong(_) if !was_wrong => Val::wrong(spelled(name, steps)),
            value => value,
        }
    }

    fn workspace(&mut self) -> Val {
        let text = "terraform.workspace is taken as `default`; another workspace may have other values.";
        self.notice(NoticeKind::Taken, self.at, text);
        Val::text("default")
    }

    /// A variable of a module.
    pub(super) fn variable(&mut self, module: usize, name: &Rc<str>) -> Val {
        self.once(Node::Variable(module, name.clone()), |this| this.work_out_variable(module, name))
    }

    fn work_out_variable(&mut self, number: usize, name: &Rc<str>) -> Val {
        let Some(module) = self.modules.get(number) else { return Val::Null };
        let folder = module.folder;
        let Some(variable) = folder.variables.get(name) else {
            let major = module.major.filter(|_| &**name == "major");
            return major.map_or_else(
                || Val::wrong(format!("var.{name}")),
                |major| Val::Number(Number::whole(major)),
            );
        };
        let caller = module.caller.clone();
        let written = match &caller {
            Some(caller) => caller
                .call
                .body
                .attribute(name)
                .map(|attribute| (attribute, Context::of(caller.module, caller.instance.clone()))),
            None => module
                .values
                .get(&**name)
                .map(|attribute| (*attribute, Context::of(number, Instance::default()))),
        };
        let mut here = Context::of(number, Instance::default());
        let value = match written {
            Some((attribute, mut context)) => {
                self.at = attribute.at;
                Some(self.eval(&attribute.expr, &mut context))
            }
            None => None,
        };
        let value = match (value, &variable.default) {
            (Some(Val::Null), Some(default)) if !variable.is_nullable => self.eval(&default.expr, &mut here),
            (Some(value), _) => value,
            (None, Some(default)) => {
                self.at = default.at;
                self.eval(&default.expr, &mut here)
            }
            (None, None) => Val::unresolved(self.name(&Node::Variable(number, name.clone()))),
        };
        if let Err(over) = self.look_through(std::slice::from_ref(&value)) {
            return over;
        }
        let count = match &value {
            Val::Map(map) => map.len(),
            other => other.items().map_or(0, <[Val]>::len),
        };
        if !self.charge(variable.kind.width().saturating_mul(1 + count) / 8) {
            return self.over_limit(WORK, STEPS);
        }
        let value = match variable.kind.convert(&value, &mut |expr| self.eval(expr, &mut here)) {
            Val::Wrong(what) if !matches!(value, Val::Wrong(_)) => {
                Val::wrong(format!("var.{name} as {what}"))
            }
            converted => converted,
        };
        if variable.is_sensitive {
            return secret(value);
        }
        self.covered(name, value)
    }

    fn local(&mut self, module: usize, name: &Rc<str>) -> Val {
        let Some(local) = self.folder(module).and_then(|folder| folder.locals.get(name)) else {
            return Val::wrong(format!("local.{name}"));
        };
        self.once(Node::Local(module, name.clone()), |this| {
            this.at = local.at;
            let value = this.eval(&local.expr, &mut Context::of(module, Instance::default()));
            this.covered(name, value)
        })
    }

    /// An output of a module.
    pub(super) fn output(&mut self, module: usize, name: &str) -> Val {
        let Some(folder) = self.folder(module) else { return Val::Null };
        let Some(output) = folder.outputs.get(name) else {
            let name = format!("{}.{name}", self.modules.get(module).map_or("", |module| &module.address));
            return if folder.is_known { Val::unresolved(name) } else { Val::wrong(name) };
        };
        self.once(Node::Output(module, name.into()), |this| {
            this.at = output.value.at;
            let value = this.eval(&output.value.expr, &mut Context::of(module, Instance::default()));
            if output.is_sensitive {
                return secret(value);
            }
            this.covered(name, value)
        })
    }

    /// A module by the name of its call: one, a list by `count` or a map by `for_each`. None where it is not read.
    fn called(&mut self, module: usize, name: &str) -> Option<Val> {
        let folder = self.folder(module)?;
        let place = folder.call(name)?;
        let call = folder.calls.get(place)?;
        if !matches!(call.target, Target::Folder(..)) {
            return None;
        }
        let owner = Owner::Call(module, place);
        if let Some(value) = self.values.get(&owner) {
            return Some(value.clone());
        }
        let instances = self.instances_of(owner);
        let number =
            |this: &mut Self, instance: &Instance| this.enter(module, place, instance).map(Val::Module);
        let value = instances.value(|instance| number(self, instance))?;
        self.values.insert(owner, value.clone());
        Some(value)
    }

    /// The module that an instance of a call makes, by its number.
    pub(in super::super) fn enter(
        &mut self,
        module: usize,
        place: usize,
        instance: &Instance,
    ) -> Option<usize> {
        let key = (module, place, instance.key.clone());
        if let Some(number) = self.module_of.get(&key) {
            return Some(*number);
        }
        let parent = self.modules.get(module)?;
        let call = parent.folder.calls.get(place)?;
        let Target::Folder(target, major) = call.target else { return None };
        let folder = self.files.folders.get(target)?;
        let mut address = parent.address.clone();
        if !address.is_empty() {
            address.push('.');
        }
        address.push_str("module.");
        address.push_str(&call.name);
        address.push_str(&suffix(instance.key.as_ref()));
        let way = self.way_of(module, target);
        if !way.is_empty() {
            let text = format!("The module calls itself ({way} → {address}); it is not followed further.");
            self.notice(NoticeKind::NotUnderstood, call.at, text);
            return None;
        }
        let number = self.modules.len();
        let caller = Some(Caller { module, call, instance: instance.clone() });
        let values = std::collections::BTreeMap::new();
        self.modules.push(Module { folder, number: target, address, caller, values, major });
        self.module_of.insert(key, number);
        Some(number)
    }

    /// The address of the module above that is the same folder; nothing where there is none.
    fn way_of(&self, module: usize, target: usize) -> String {
        let mut current = Some(module);
        let mut depth = 0;
        while let Some(module) = current.and_then(|number| self.modules.get(number)) {
            if module.number == target || depth > super::REFERENCES {
                return if module.address.is_empty() {
                    "the root".to_owned()
                } else {
                    module.address.clone()
                };
            }
            depth += 1;
            current = module.caller.as_ref().map(|caller| caller.module);
        }
        String::new()
    }
}

/// `[0]`, `["a"]`, or nothing.
pub(super) fn suffix(key: Option<&Key>) -> String {
    match key {
        None => String::new(),
        Some(Key::Index(index)) => format!("[{index}]"),
        Some(Key::Name(name)) => format!("[{name:?}]"),
    }
}

/// What is marked sensitive, as soon as something stands there.
pub(super) fn secret(value: Val) -> Val {
    match value {
        Val::Null | Val::Unresolved(_) | Val::Wrong(_) => value,
        _ => Val::Secret,
    }
}

fn attribute(steps: &[Step], place: usize) -> Option<&Rc<str>> {
    match steps.get(place) {
        Some(Step::Attribute(name)) => Some(name),
        _ => None,
    }
}

/// A name and its attributes, as far as they are names.
pub(super) fn spelled(head: &str, steps: &[Step]) -> String {
    let mut text = head.to_owned();
    for step in steps {
        match step {
            Step::Attribute(name) => {
                text.push('.');
                text.push_str(name);
            }
            Step::Index(Expr::Number(number)) => text.extend(["[", &number.to_string(), "]"]),
            Step::Index(Expr::Text(name)) => text.extend(["[\"", name, "\"]"]),
            _ => {}
        }
    }
    text
}
