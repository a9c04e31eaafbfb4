//! A folder of files is one body: what it declares, overrides applied.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::kind::Kind;
use super::syntax::{Attribute, Block, Body, Expr, Spot};

/// What the files of one folder declare.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Its path; empty for the one that was dropped.
    pub(super) path: String,
    pub(super) variables: BTreeMap<Rc<str>, Variable>,
    pub(super) locals: BTreeMap<Rc<str>, Attribute>,
    pub(super) outputs: BTreeMap<Rc<str>, Output>,
    /// Resources and data sources, in their order.
    pub(super) resources: Vec<Declared>,
    by_name: BTreeMap<(bool, Rc<str>, Rc<str>), usize>,
    /// Calls of modules, in their order.
    pub(super) calls: Vec<Call>,
    calls_by_name: BTreeMap<Rc<str>, usize>,
    pub(super) providers: Vec<Provider>,
    /// A well-known module, which takes its places from its call.
    pub(super) is_known: bool,
}

/// `variable "name" { … }`.
#[derive(Debug)]
pub(super) struct Variable {
    pub(super) kind: Kind,
    pub(super) default: Option<Attribute>,
    pub(super) is_sensitive: bool,
    pub(super) is_nullable: bool,
}

/// `output "name" { … }`.
#[derive(Debug)]
pub(super) struct Output {
    pub(super) value: Attribute,
    pub(super) is_sensitive: bool,
}

/// `resource "kind" "label" { … }`, or `data`.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) is_data: bool,
    pub(super) kind: Rc<str>,
    pub(super) label: Rc<str>,
    pub(super) body: Body,
    pub(super) at: Spot,
}

impl Declared {
    /// `aws_rds_cluster.main`, `data.aws_vpc.main`.
    pub(super) fn name(&self) -> String {
        let data = if self.is_data { "data." } else { "" };
        format!("{data}{}.{}", self.kind, self.label)
    }
}

/// `module "name" { … }`.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) name: Rc<str>,
    pub(super) body: Body,
    pub(super) at: Spot,
    /// What its source leads to.
    pub(super) target: Target,
}

/// What the source of a module leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// A folder that is read, by its number; or a well-known module, with its major version.
    Folder(usize, Option<u8>),
    /// A path to a folder that is not among the files.
    Missing,
    /// A registry's or a repository's module that is not known here.
    Unknown,
}

/// `provider "aws" { … }`.
#[derive(Debug)]
pub(super) struct Provider {
    pub(super) alias: Option<Rc<str>>,
    pub(super) body: Body,
    pub(super) at: Spot,
}

impl Folder {
    /// The resource of this name, by its number.
    pub(super) fn resource(&self, is_data: bool, kind: &str, label: &str) -> Option<usize> {
        self.by_name.get(&(is_data, kind.into(), label.into())).copied()
    }

    /// The call of this name, by its number.
    pub(super) fn call(&self, name: &str) -> Option<usize> {
        self.calls_by_name.get(name).copied()
    }

    /// What these blocks declare; those of override files come last and change what stands.
    pub(super) fn of(path: String, blocks: Vec<Block>, overrides: Vec<Block>) -> Self {
        let mut folder = Self { path, ..Self::default() };
        for block in overridden(blocks, overrides) {
            folder.declare(block);
        }
        folder
    }

    fn declare(&mut self, block: Block) {
        let Block { kind, labels, body, at } = block;
        match (&*kind, labels.as_slice()) {
            ("variable", [name]) => {
                self.variables.entry(name.clone()).or_insert_with(|| variable(body));
            }
            ("locals", []) => {
                for local in body.attributes {
                    self.locals.insert(local.name.clone(), local);
                }
            }
            ("output", [name]) => {
                let is_sensitive = is_true(&body, "sensitive");
                if let Some(value) = body.attribute("value").cloned() {
                    self.outputs.insert(name.clone(), Output { value, is_sensitive });
                }
            }
            ("resource" | "data", [kind_name, label]) => {
                let is_data = &*kind == "data";
                let place = self.resources.len();
                let key = (is_data, kind_name.clone(), label.clone());
                // Terraform refuses a second one of the same name; the first counts here.
                if self.by_name.contains_key(&key) {
                    return;
                }
                self.by_name.insert(key, place);
                let (kind, label) = (kind_name.clone(), label.clone());
                self.resources.push(Declared { is_data, kind, label, body, at });
            }
            ("module", [name]) => {
                self.calls_by_name.entry(name.clone()).or_insert(self.calls.len());
                self.calls.push(Call { name: name.clone(), body, at, target: Target::Unknown });
            }
            ("provider", [name]) if &**name == "aws" => {
                let alias = body.literal("alias").cloned();
                self.providers.push(Provider { alias, body, at });
            }
            // `moved`, `removed`, `import`, `check`, `terraform` and whatever comes: nothing that is there.
            _ => {}
        }
    }

    /// Two providers that are both the default, or have one alias: Terraform refuses them.
    pub(super) fn second_provider(&self) -> Option<&Provider> {
        let mut seen = BTreeSet::new();
        self.providers.iter().find(|provider| !seen.insert(&provider.alias))
    }
}

fn overridden(mut blocks: Vec<Block>, overrides: Vec<Block>) -> Vec<Block> {
    let name =
        |block: &Block| (block.kind.clone(), block.labels.clone(), block.body.literal("alias").cloned());
    let mut places = BTreeMap::new();
    if !overrides.is_empty() {
        for (place, block) in blocks.iter().enumerate() {
            places.entry(name(block)).or_insert(place);
        }
    }
    let mut changes: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
    for block in overrides {
        match places.get(&name(&block)) {
            Some(place) if &*block.kind != "locals" => changes.entry(*place).or_default().push(block),
            Some(_) => blocks.push(block),
            None => {
                places.insert(name(&block), blocks.len());
                blocks.push(block);
            }
        }
    }
    for (place, changes) in changes {
        if let Some(mine) = blocks.get_mut(place) {
            mine.override_by(changes);
        }
    }
    blocks
}

fn variable(body: Body) -> Variable {
    Variable {
        kind: body.attribute("type").map_or(Kind::Any, |attribute| kind_of(&attribute.expr)),
        is_sensitive: is_true(&body, "sensitive"),
        is_nullable: !body.attribute("nullable").is_some_and(|it| matches!(it.expr, Expr::Bool(false))),
        default: body.attributes.into_iter().find(|attribute| &*attribute.name == "default"),
    }
}

/// In JSON, and before 0.12, a type stands in quotes.
fn kind_of(expr: &Expr) -> Kind {
    let quoted = expr.text().and_then(|text| super::syntax::hcl::read_expr(text));
    Kind::read(quoted.as_ref().unwrap_or(expr))
}

fn is_true(body: &Body, name: &str) -> bool {
    body.attribute(name).is_some_and(|attribute| match &attribute.expr {
        Expr::Bool(value) => *value,
        Expr::Text(text) => &**text == "true",
        _ => false,
    })
}
