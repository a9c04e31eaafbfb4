//! Evaluates what is asked for, and no more: a value is worked out when a resource that we read needs it, once.

mod data;
mod expressions;
mod functions;
mod instances;
mod names;
mod providers;
mod resources;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::files::Files;
use super::folder::{Call, Folder};
use super::syntax::{Attribute, Spot};
use super::value::{ResourceAt, Val, is_password_name};
use super::work::STEPS;
use crate::formats::import::{Key, Notice, NoticeKind, Place};

pub(super) use instances::{Instance, Instances};

/// The most instances of resources and modules.
const INSTANCES: usize = 10_000;
/// References that lead on to each other.
const REFERENCES: usize = 64;
/// Expressions in each other, over all references that lead to them.
const NESTING: usize = 400;
/// What is counted in [`super::work`].
const WORK: &str = "steps of evaluation";
/// Values in one value, and how deep.
const SIZE: usize = 100_000;
const DEPTH: usize = 64;

/// Works out values of all modules.
pub(super) struct Evaluator<'a> {
    pub(super) files: &'a Files,
    modules: Vec<Module<'a>>,
    /// What has been worked out.
    known: BTreeMap<Node, Val>,
    /// What is being worked out.
    open: Vec<Node>,
    instances: BTreeMap<Owner, Rc<Instances>>,
    /// All instances of a block as one value.
    values: BTreeMap<Owner, Val>,
    module_of: BTreeMap<(usize, usize, Option<Key>), usize>,
    /// Resources that edges lead to, by their addresses.
    edges: BTreeMap<String, Rc<ResourceAt>>,
    nesting: usize,
    expanded: usize,
    /// What is evaluated now.
    at: Spot,
    /// The call in a file that led there: a well-known module has no lines of its own.
    pub(super) called_at: Spot,
    notices: BTreeSet<Notice>,
    /// Clusters of which there is no instance.
    absent: BTreeSet<Notice>,
    /// Limits that were met: each is said once.
    met: BTreeSet<&'static str>,
}

/// One instance of a module; the root is one too.
pub(super) struct Module<'a> {
    pub(super) folder: &'a Folder,
    number: usize,
    /// `module.db["a"]`; empty for the root.
    pub(super) address: String,
    caller: Option<Caller<'a>>,
    /// Values of a root's variables.
    values: BTreeMap<&'a str, &'a Attribute>,
    /// The version of a well-known module.
    major: Option<u8>,
}

#[derive(Clone)]
struct Caller<'a> {
    module: usize,
    call: &'a Call,
    instance: Instance,
}

/// Where an expression is evaluated: the module, which instance of what, and the names of `for` and `dynamic`.
#[derive(Clone)]
pub(super) struct Context {
    module: usize,
    instance: Instance,
    names: Vec<(Rc<str>, Val)>,
}

impl Context {
    pub(super) fn of(module: usize, instance: Instance) -> Self {
        Self { module, instance, names: Vec::new() }
    }

    pub(super) fn push(&mut self, name: &Rc<str>, value: Val) {
        self.names.push((name.clone(), value));
    }

    pub(super) fn pop(&mut self) {
        self.names.pop();
    }
}

/// Something that is worked out once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Node {
    Variable(usize, Rc<str>),
    Local(usize, Rc<str>),
    Output(usize, Rc<str>),
    Argument(ResourceAt, Rc<str>),
    Count(Owner),
}

/// What `count` and `for_each` stand on: a resource or a call, by its number in a module.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Owner {
    Resource(usize, usize),
    Call(usize, usize),
}

impl<'a> Evaluator<'a> {
    /// Begins with a root, whose variables have these values.
    pub(super) fn new(
        files: &'a Files,
        root: usize,
        values: BTreeMap<&'a str, &'a Attribute>,
    ) -> Option<Self> {
        let folder = files.folders.get(root)?;
        let module =
            Module { folder, number: root, address: String::new(), caller: None, values, major: None };
        Some(Self {
            files,
            modules: vec![module],
            known: BTreeMap::new(),
            open: Vec::new(),
            instances: BTreeMap::new(),
            values: BTreeMap::new(),
            module_of: BTreeMap::new(),
            edges: BTreeMap::new(),
            nesting: 0,
            expanded: 0,
            at: Spot::default(),
            called_at: Spot::default(),
            notices: BTreeSet::new(),
            absent: BTreeSet::new(),
            met: BTreeSet::new(),
        })
    }

    /// What must be said of the evaluation, each once; and what of clusters that have no instance.
    pub(super) fn into_notices(self) -> (BTreeSet<Notice>, BTreeSet<Notice>) {
        (self.notices, self.absent)
    }

    /// The module of this number.
    pub(super) fn module(&self, number: usize) -> Option<&Module<'a>> {
        self.modules.get(number)
    }

    /// The folder of a module.
    pub(super) fn folder(&self, module: usize) -> Option<&'a Folder> {
        self.modules.get(module).map(|module| module.folder)
    }

    /// Says something about a line.
    pub(super) fn notice(&mut self, kind: NoticeKind, at: Spot, text: impl Into<String>) {
        let notice = Notice::new(kind, self.place(at), text);
        self.notices.insert(notice);
    }

    /// What is evaluated now.
    pub(super) const fn at(&self) -> Spot {
        self.at
    }

    /// Says of a cluster that there is no instance of it.
    pub(super) fn absent(&mut self, at: Spot, text: String) {
        let notice = Notice::new(NoticeKind::NotHere, self.place(at), text);
        self.absent.insert(notice);
    }

    /// A line as notices name it.
    pub(super) fn place(&self, at: Spot) -> Place {
        Place::line(self.files.names.get(at.file).cloned().unwrap_or_default(), at.line)
    }

    /// Where the call of a module stands; for the root, its first line.
    pub(super) fn call_at(&self, module: usize) -> Spot {
        self.modules
            .get(module)
            .and_then(|module| module.caller.as_ref())
            .map(|it| it.call.at)
            .unwrap_or_default()
    }

    /// The arguments of a module's call.
    pub(super) fn call_of(&self, module: usize) -> Option<&'a Call> {
        self.modules.get(module)?.caller.as_ref().map(|caller| caller.call)
    }

    /// Works something out once, and finds circles and what leads too far.
    fn once(&mut self, node: Node, work: impl FnOnce(&mut Self) -> Val) -> Val {
        if let Some(value) = self.known.get(&node) {
            return value.clone();
        }
        if let Some(start) = self.open.iter().position(|open| *open == node) {
            let way: Vec<String> =
                self.open.get(start..).unwrap_or_default().iter().map(|it| self.name(it)).collect();
            let name = self.name(&node);
            let text = format!(
                "{} → {name} waits for itself, so it has no value; take one of them out.",
                way.join(" → ")
            );
            self.notice(NoticeKind::NotUnderstood, self.at, text);
            return Val::wrong(name);
        }
        if self.open.len() >= REFERENCES {
            return self.over_limit("references that lead on to each other", REFERENCES);
        }
        self.open.push(node.clone());
        let at = self.at;
        let value = work(self);
        let value = self.bounded(value);
        self.at = at;
        self.open.pop();
        self.known.insert(node, value.clone());
        value
    }

    /// Counts steps of work, and tells when they are too many.
    fn charge(&self, steps: usize) -> bool {
        self.files.work.take(steps)
    }

    /// Counts steps of work at a place; where they are too many, it says so there.
    pub(super) fn goes_on(&mut self, steps: usize, at: Spot) -> bool {
        if self.charge(steps) {
            return true;
        }
        self.at = at;
        self.over_limit(WORK, STEPS);
        false
    }

    /// A value that is not too large.
    fn bounded(&mut self, value: Val) -> Val {
        match self.look_through(std::slice::from_ref(&value)) {
            Ok(()) => value,
            Err(over) => over,
        }
    }

    /// Counts what it takes to look through values.
    ///
    /// # Errors
    /// What stands in place of a result, where they are too large or the work too much.
    fn look_through(&mut self, values: &[Val]) -> Result<(), Val> {
        let mut left = SIZE;
        let fits = values.iter().all(|value| value.measure(DEPTH, &mut left));
        let is_affordable = self.charge((SIZE - left) / 8);
        if !fits {
            return Err(self.over_limit("values in one", SIZE));
        }
        if is_affordable { Ok(()) } else { Err(self.over_limit(WORK, STEPS)) }
    }

    /// A value under a name that may be a password's.
    fn covered(&mut self, name: &str, value: Val) -> Val {
        if !is_password_name(name) {
            return value;
        }
        if self.look_through(std::slice::from_ref(&value)).is_ok() { value.hidden() } else { Val::Secret }
    }

    fn over_limit(&mut self, what: &'static str, limit: usize) -> Val {
        // Once is enough, wherever it is met first.
        if self.met.insert(what) {
            let is_in_file = !self.place(self.at).file.is_empty();
            let at = if is_in_file { self.at } else { self.called_at };
            let text = if what == WORK {
                format!(
                    "Evaluation takes more than {limit} steps, which are used up here; what is left is not evaluated. Give the part that is about the cluster, or write out the value that takes so long."
                )
            } else {
                format!(
                    "This has more than {limit} {what}; it is not evaluated. Make it smaller, or leave it out."
                )
            };
            self.notice(NoticeKind::NotUnderstood, at, text);
        }
        Val::unresolved(format!("more than {limit} {what}"))
    }

    /// As messages call it.
    fn name(&self, node: &Node) -> String {
        let in_module = |module: usize, name: String| {
            let address = self.modules.get(module).map_or("", |module| &module.address);
            if address.is_empty() { name } else { format!("{address}.{name}") }
        };
        match node {
            Node::Variable(module, name) => in_module(*module, format!("var.{name}")),
            Node::Local(module, name) => in_module(*module, format!("local.{name}")),
            Node::Output(module, name) => in_module(*module, format!("output.{name}")),
            Node::Argument(at, name) => format!("{}.{name}", self.address(at)),
            Node::Count(Owner::Resource(module, block)) => {
                let block = self.folder(*module).and_then(|folder| folder.resources.get(*block));
                in_module(*module, block.map(super::folder::Declared::name).unwrap_or_default())
            }
            Node::Count(Owner::Call(module, call)) => {
                let call = self.folder(*module).and_then(|folder| folder.calls.get(*call));
                in_module(*module, format!("module.{}", call.map_or("", |call| &call.name)))
            }
        }
    }
}
