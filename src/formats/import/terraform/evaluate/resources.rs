//! References to resources: an argument that stands in the files is its value, what AWS makes up is an edge.

use std::rc::Rc;

use super::super::syntax::Body;
use super::super::value::{Map, ResourceAt, Val, is_password_name};
use super::names::{secret, suffix};
use super::{Context, Evaluator, Node, Owner};
use crate::formats::import::{Edge, shapes};

/// Types whose every attribute is a secret, whatever it is called.
const SECRET_KINDS: [&str; 2] = ["random_password", "random_string"];

impl Evaluator<'_> {
    /// A resource by its name: one, a list by `count` or a map by `for_each`.
    pub(super) fn resource(&mut self, module: usize, is_data: bool, kind: &str, label: &str) -> Option<Val> {
        let block = self.folder(module)?.resource(is_data, kind, label)?;
        let owner = Owner::Resource(module, block);
        if let Some(value) = self.values.get(&owner) {
            return Some(value.clone());
        }
        let instances = self.instances_of(owner);
        let value = instances.value(|instance| {
            let key = instance.key.clone();
            Some(Val::Resource(Rc::new(ResourceAt { module, block, key })))
        })?;
        self.values.insert(owner, value.clone());
        Some(value)
    }

    /// The address of an instance of a resource.
    pub(in super::super) fn address(&self, at: &ResourceAt) -> String {
        let module = self.modules.get(at.module);
        let block = module.and_then(|module| module.folder.resources.get(at.block));
        let mut address = module.map(|module| module.address.clone()).unwrap_or_default();
        if !address.is_empty() {
            address.push('.');
        }
        address.push_str(&block.map(super::super::folder::Declared::name).unwrap_or_default());
        address.push_str(&suffix(at.key.as_ref()));
        address
    }

    /// Where the arguments of a resource are evaluated.
    pub(in super::super) fn context(&mut self, at: &ResourceAt) -> Context {
        let instances = self.instances_of(Owner::Resource(at.module, at.block));
        let instance = instances.of(at.key.as_ref()).cloned();
        Context::of(at.module, instance.unwrap_or_default())
    }

    /// An attribute of a resource.
    pub(super) fn argument(&mut self, at: &Rc<ResourceAt>, name: &str) -> Val {
        self.once(Node::Argument((**at).clone(), name.into()), |this| this.work_out_argument(at, name))
    }

    fn work_out_argument(&mut self, at: &Rc<ResourceAt>, name: &str) -> Val {
        let Some(declared) = self.folder(at.module).and_then(|folder| folder.resources.get(at.block)) else {
            return Val::Null;
        };
        if declared.is_data
            && let Some(value) = self.data(at, declared, name)
        {
            return value;
        }
        if SECRET_KINDS.contains(&&*declared.kind) {
            return Val::Secret;
        }
        let written = self.written(at, &declared.body, name);
        let is_secret = is_password_name(name)
            || matches!((&*declared.kind, name), ("aws_ssm_parameter", "value" | "insecure_value"));
        match written {
            Some(value) if is_secret => secret(value),
            Some(value) if value != Val::Null && value.unknown().is_none_or(|it| it == Val::Secret) => value,
            Some(Val::Edge(edge)) => Val::Edge(edge),
            _ => self.made_up(at, &declared.kind, name),
        }
    }

    /// What stands in the files under this name: an argument, or blocks as a list of objects.
    fn written(&mut self, at: &Rc<ResourceAt>, body: &Body, name: &str) -> Option<Val> {
        let mut cx = self.context(at);
        if let Some(attribute) = body.attribute(name) {
            self.at = attribute.at;
            return Some(self.eval(&attribute.expr, &mut cx));
        }
        let blocks: Vec<&super::super::syntax::Block> =
            body.blocks.iter().filter(|block| &*block.kind == name).collect();
        if blocks.is_empty() {
            return None;
        }
        let made = blocks.into_iter().map(|block| {
            let pairs = block.body.attributes.iter().map(|attribute| {
                let value = self.eval(&attribute.expr, &mut cx);
                let value = self.covered(&attribute.name, value);
                (attribute.name.clone(), value)
            });
            Val::map(pairs.collect::<Map>())
        });
        Some(Val::list(made.collect()))
    }

    /// An attribute that AWS makes up, or that is unresolved where it stands: an edge where the type is one we read.
    fn made_up(&mut self, at: &Rc<ResourceAt>, kind: &str, name: &str) -> Val {
        let address = self.address(at);
        if shapes::shape(kind).is_none() {
            return Val::unresolved(format!("{address}.{name}"));
        }
        self.edges.insert(address.clone(), at.clone());
        Val::Edge(Rc::new(Edge { address, attribute: name.to_owned() }))
    }

    /// An edge to an `id` that is a name as that name, where text is wanted: `"/aws/rds/cluster/${….id}/error"`.
    pub(super) fn named_text(&mut self, value: &Val) -> Val {
        let Val::Edge(edge) = value else { return value.clone() };
        let Some(at) = self.edges.get(&edge.address).filter(|_| edge.attribute == "id").cloned() else {
            return value.clone();
        };
        let block = self.folder(at.module).and_then(|folder| folder.resources.get(at.block));
        let name = match block.map(|block| &*block.kind) {
            Some("aws_rds_cluster" | "aws_docdb_cluster" | "aws_neptune_cluster") => "cluster_identifier",
            Some("aws_rds_cluster_instance") => "identifier",
            Some("aws_rds_global_cluster") => "global_cluster_identifier",
            Some(
                "aws_db_subnet_group"
                | "aws_rds_cluster_parameter_group"
                | "aws_db_parameter_group"
                | "aws_db_proxy",
            ) => "name",
            _ => return value.clone(),
        };
        match self.argument(&at, name) {
            Val::Text(name) => Val::Text(name),
            _ => value.clone(),
        }
    }
}
