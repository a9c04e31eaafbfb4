//! Objects of the API, and how their members become arguments.

use std::collections::BTreeMap;

use super::names::Name;
use super::tree::Tree;
use crate::formats::import::{Argument, Block, Place, Resource, Source, Value};

/// What an object is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Global,
    Cluster,
    Instance,
    SubnetGroup,
    Proxy,
    TargetGroup,
    Target,
    ProxyEndpoint,
    ClusterEndpoint,
    Parameter,
}

impl Kind {
    /// By the members that an object has.
    pub(super) fn of(tree: &Tree) -> Option<Self> {
        let has = |name: &str| tree.get(name).is_some();
        [
            ("DBInstanceIdentifier", Self::Instance),
            ("DBProxyEndpointName", Self::ProxyEndpoint),
            ("TargetGroupName", Self::TargetGroup),
            ("DBProxyName", Self::Proxy),
            ("DBClusterEndpointIdentifier", Self::ClusterEndpoint),
            ("EndpointType", Self::ClusterEndpoint),
            ("DBClusterIdentifier", Self::Cluster),
            ("GlobalClusterIdentifier", Self::Global),
            ("ParameterName", Self::Parameter),
            ("TrackedClusterId", Self::Target),
            ("RdsResourceId", Self::Target),
            ("DBSubnetGroupName", Self::SubnetGroup),
        ]
        .into_iter()
        .find(|(name, _)| has(name))
        .map(|(_, kind)| kind)
    }
}

/// An object and the file it stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Object {
    pub(super) kind: Kind,
    pub(super) tree: Tree,
    pub(super) file: String,
}

/// All objects of all files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Answers {
    pub(super) objects: Vec<Object>,
    /// Where clusters and instances stand, by their names.
    pub(super) places: BTreeMap<(Kind, String), Vec<usize>>,
}

impl Answers {
    /// The clusters or instances of a name.
    pub(super) fn named(&self, kind: Kind, name: &str) -> impl Iterator<Item = &Object> {
        let places = self.places.get(&(kind, name.to_owned()));
        places.into_iter().flatten().filter_map(|place| self.objects.get(*place))
    }

    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Object> {
        self.objects.iter().filter(move |object| object.kind == kind)
    }
}

impl Object {
    /// A resource with what stands in the table.
    pub(super) fn plain(&self, kind: &str, name: &str, arn: Option<&str>, table: &[Name]) -> Resource {
        let body = block(&self.tree, table, &Place::address(&self.file, name));
        resource(kind, name, arn, body)
    }

    fn region(&self) -> Option<&str> {
        let arn = ["DBClusterArn", "DBInstanceArn"].into_iter().find_map(|it| self.tree.text(it));
        arn.and_then(region)
    }
}

pub(super) fn share_region(one: &Object, other: &Object) -> bool {
    match (one.region(), other.region()) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// The fourth part of an ARN.
pub(super) fn region(arn: &str) -> Option<&str> {
    arn.split(':').nth(3).filter(|it| !it.is_empty())
}

pub(super) fn resource(kind: &str, name: &str, arn: Option<&str>, body: Block) -> Resource {
    Resource {
        source: Source::Describe,
        data: false,
        kind: kind.to_owned(),
        address: name.to_owned(),
        module: String::new(),
        label: name.to_owned(),
        key: None,
        region: arn.and_then(region).map(|region| Value::Text(region.to_owned())),
        default_tags: BTreeMap::new(),
        body,
    }
}

pub(super) fn set(body: &mut Block, argument: &str, value: Value, written: &str) {
    let place = body.place.clone();
    body.arguments.insert(argument.to_owned(), Argument { value, place, written: Some(written.to_owned()) });
}

pub(super) fn block(tree: &Tree, table: &[Name], place: &Place) -> Block {
    let mut body = Block::at(place.clone());
    for (member, argument) in table {
        if let Some(value) = tree.get(member) {
            set(&mut body, argument, of_tree(value), member);
        }
    }
    body
}

pub(super) fn of_tree(tree: &Tree) -> Value {
    match tree {
        Tree::Null | Tree::Present => Value::Null,
        Tree::Bool(value) => Value::Bool(*value),
        Tree::Number(text) => Value::Number(text.clone()),
        Tree::Text(text) => Value::Text(text.clone()),
        Tree::List(elements) => Value::List(elements.iter().map(of_tree).collect()),
        // An object where a scalar belongs, as the subnet group of an instance.
        Tree::Object(_) => Value::Null,
    }
}

pub(super) fn as_text(tree: &Tree) -> Option<&str> {
    if let Tree::Text(text) = tree { Some(text) } else { None }
}
