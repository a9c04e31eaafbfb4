//! Who points at whom: resources of every source beside each other, joined by reference or by name.

use std::collections::BTreeMap;

use crate::facts::regions::Region;

use super::super::{Argument, Edge, Resource, Source, Value};

/// Everything that was found.
pub(super) struct World<'a> {
    resources: &'a [Resource],
    /// Their places by type, and by address without and with what is in the last brackets: a state has tens of thousands.
    by_kind: BTreeMap<&'a str, Vec<usize>>,
    by_address: BTreeMap<&'a str, Vec<usize>>,
}

/// What an argument says, over all the sources that know its resource.
pub(super) enum Got<'a> {
    /// The source leaves it out.
    Left,
    /// It is known.
    Known(Known<'a>),
    /// It is there and can't be known.
    Unknown(Unknown<'a>),
}

/// A known value and the argument it stands in.
pub(super) struct Known<'a> {
    pub(super) value: &'a Value,
    pub(super) argument: &'a Argument,
    pub(super) resource: &'a Resource,
}

/// An argument that is there and can't be known.
pub(super) struct Unknown<'a> {
    pub(super) argument: &'a Argument,
    pub(super) resource: &'a Resource,
    /// What it waits for.
    pub(super) waits: String,
}

/// Attributes by which other resources name one.
const NAMES: [&str; 8] = [
    "id",
    "arn",
    "name",
    "identifier",
    "cluster_identifier",
    "global_cluster_identifier",
    "key_id",
    "target_key_arn",
];

impl<'a> World<'a> {
    pub(super) fn new(resources: &'a [Resource]) -> Self {
        let mut by_kind: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_address: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, resource) in resources.iter().enumerate() {
            by_kind.entry(&resource.kind).or_default().push(place);
            let address = resource.address.as_str();
            // Its own key and those of its modules.
            let brackets = address.rmatch_indices('[').take(8).filter_map(|(at, _)| address.get(..at));
            for stem in brackets.chain([address]) {
                by_address.entry(stem).or_default().push(place);
            }
        }
        Self { resources, by_kind, by_address }
    }

    /// Those of one entry of an index, in the order of the input.
    fn listed(&self, places: Option<&Vec<usize>>) -> impl DoubleEndedIterator<Item = &'a Resource> + use<'a> {
        let places = places.cloned().unwrap_or_default();
        let resources = self.resources;
        places.into_iter().filter_map(move |place| resources.get(place))
    }

    /// Resources of a type that the input makes, in its order.
    pub(super) fn of(&self, kind: &'static str) -> impl Iterator<Item = &'a Resource> + use<'a> {
        self.listed(self.by_kind.get(kind)).filter(|it| !it.data)
    }

    /// Whether an edge leads to a resource.
    fn leads(edge: &Edge, resource: &Resource) -> bool {
        let rest = resource.address.strip_prefix(edge.address.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
    }

    /// The resources that an edge leads to.
    fn led_to(&self, edge: &Edge) -> impl DoubleEndedIterator<Item = &'a Resource> + use<'a> {
        self.listed(self.by_address.get(edge.address.as_str()))
    }

    /// Whether a value names a resource: an edge to it, or the text of one of its names in the same Region.
    pub(super) fn names(&self, value: &Value, resource: &Resource, from: &Resource) -> bool {
        match value {
            Value::Edge(edge) => Self::leads(edge, resource),
            Value::Text(text) => {
                !text.is_empty() && self.is_called(resource, text) && self.may_share_region(resource, from)
            }
            _ => false,
        }
    }

    /// Whether one of a resource's names is that text.
    pub(super) fn is_called(&self, resource: &Resource, text: &str) -> bool {
        let named = |name: &str| {
            let argument = resource.body.arguments.get(name);
            argument.and_then(|it| self.text(&it.value)).is_some_and(|it| it.eq_ignore_ascii_case(text))
        };
        NAMES.iter().any(|name| named(name))
    }

    fn may_share_region(&self, one: &Resource, other: &Resource) -> bool {
        match (self.own_region(one), self.own_region(other)) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        }
    }

    /// The resource of a type that a value names; of several the one nearest to where it is named.
    pub(super) fn target(&self, value: &Value, kind: &str, from: &Resource) -> Option<&'a Resource> {
        let near = |it: &&Resource| (it.source == from.source, it.module == from.module, !it.data);
        // The first of the nearest.
        if let Value::Edge(edge) = value {
            return self.led_to(edge).filter(|it| it.kind == kind).rev().max_by_key(near);
        }
        let all = self.listed(self.by_kind.get(kind));
        all.filter(|it| self.names(value, it, from)).rev().max_by_key(near)
    }

    /// The resources that the edges of a value lead to, lists included.
    pub(super) fn targets(&self, value: &Value, kind: &str, from: &Resource) -> Vec<&'a Resource> {
        match value {
            Value::List(items) => items.iter().flat_map(|item| self.targets(item, kind, from)).collect(),
            Value::Edge(edge) => self.led_to(edge).filter(|it| it.kind == kind).collect(),
            Value::Text(_) => self.target(value, kind, from).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The value behind edges: an argument of the resource that an edge leads to.
    pub(super) fn follow<'v>(&self, value: &'v Value) -> &'v Value
    where
        'a: 'v,
    {
        let mut value = value;
        // A chain longer than this is a circle.
        for _ in 0..16 {
            let Value::Edge(edge) = value else { break };
            let mut hits = self.led_to(edge);
            let attribute =
                match (edge.attribute.as_str(), self.led_to(edge).next().map(|it| it.kind.as_str())) {
                    // For these AWS' id is the name.
                    ("id", Some("aws_rds_cluster")) => "cluster_identifier",
                    ("id", Some("aws_rds_global_cluster")) => "global_cluster_identifier",
                    ("id", Some("aws_rds_cluster_instance")) => "identifier",
                    ("id", Some("aws_db_subnet_group" | "aws_rds_cluster_parameter_group")) => "name",
                    (attribute, _) => attribute,
                };
            match hits.find_map(|it| it.body.arguments.get(attribute)) {
                Some(argument) if argument.value != Value::Null => value = &argument.value,
                _ => break,
            }
        }
        value
    }

    /// A value as text, where it is known to be one.
    pub(super) fn text(&self, value: &Value) -> Option<String> {
        match self.follow(value) {
            Value::Text(text) => Some(text.clone()),
            Value::Number(number) => Some(number.clone()),
            Value::Bool(truth) => Some(truth.to_string()),
            _ => None,
        }
    }

    /// What a value waits for, as a name that may be shown.
    pub(super) fn waits(&self, value: &Value) -> Option<String> {
        match self.follow(value) {
            Value::Unresolved(what) => Some(what.clone()),
            Value::Edge(edge) => Some(format!("{}.{}", edge.address, edge.attribute)),
            Value::Secret => Some("a value that is marked sensitive".to_owned()),
            Value::List(items) => items.iter().find_map(|item| self.waits(item)),
            _ => None,
        }
    }

    /// What an argument says, by the sources of its resource, the one that wins first.
    pub(super) fn get<'r>(&self, layers: &[&'r Resource], attribute: &str) -> Got<'r>
    where
        'a: 'r,
    {
        let mut unknown = None;
        for resource in layers {
            let Some(argument) = resource.body.arguments.get(attribute) else {
                // What describe output leaves out its version of the API didn't know; a plan leaves out what isn't known yet.
                if resource.source >= Source::Plan && resource.source != Source::State {
                    continue;
                }
                break;
            };
            let value = self.follow(&argument.value);
            match value {
                Value::Null if resource.source == Source::Describe => {}
                Value::Null => break,
                Value::Text(text) if text.is_empty() => break,
                Value::Unresolved(_) | Value::Edge(_) | Value::Secret => {
                    let waits = self.waits(value).unwrap_or_default();
                    unknown.get_or_insert(Unknown { argument, resource, waits });
                }
                _ => return Got::Known(Known { value, argument, resource }),
            }
        }
        unknown.map_or(Got::Left, Got::Unknown)
    }

    /// The argument that stands there, whatever its value.
    pub(super) fn argument<'r>(
        &self,
        layers: &[&'r Resource],
        attribute: &str,
    ) -> Option<(&'r Argument, &'r Resource)>
    where
        'a: 'r,
    {
        layers.iter().find_map(|resource| {
            let argument = resource.body.arguments.get(attribute)?;
            let says = match self.follow(&argument.value) {
                Value::Null => false,
                Value::Text(text) => !text.is_empty(),
                Value::List(items) => !items.is_empty(),
                _ => true,
            };
            says.then_some((argument, *resource))
        })
    }

    /// A text argument of the first source that knows it.
    pub(super) fn text_of(&self, layers: &[&Resource], attribute: &str) -> Option<String> {
        match self.get(layers, attribute) {
            Got::Known(known) => self.text(known.value),
            _ => None,
        }
    }

    /// A text argument of one resource.
    pub(super) fn text_of_one(&self, resource: &Resource, attribute: &str) -> Option<String> {
        self.text_of(&[resource], attribute)
    }

    /// The Region that a resource itself tells: its argument, its ARN, its provider, its zones.
    pub(super) fn own_region(&self, resource: &Resource) -> Option<&'static Region> {
        let of = |name: &str| resource.body.arguments.get(name).map(|it| self.follow(&it.value));
        let argument = of("region").and_then(|it| self.text(it)).and_then(|code| Region::find(&code));
        argument
            .or_else(|| of("arn").and_then(|it| self.text(it)).and_then(|arn| arn_region(&arn)))
            .or_else(|| {
                resource.region.as_ref().and_then(|it| self.text(it)).and_then(|code| Region::find(&code))
            })
            .or_else(|| {
                of("availability_zone").and_then(|it| self.text(it)).and_then(|zone| zone_region(&zone))
            })
            .or_else(|| match of("availability_zones") {
                Some(Value::List(zones)) => {
                    zones.iter().find_map(|zone| self.text(zone).and_then(|zone| zone_region(&zone)))
                }
                _ => None,
            })
    }
}

/// The Region in an ARN, its fourth part.
pub(super) fn arn_region(arn: &str) -> Option<&'static Region> {
    let mut parts = arn.split(':');
    (parts.next() == Some("arn")).then(|| parts.nth(2).and_then(Region::find)).flatten()
}

/// The Region of a zone's name: `eu-west-2c`.
pub(super) fn zone_region(zone: &str) -> Option<&'static Region> {
    let letter = zone.chars().next_back().filter(char::is_ascii_lowercase)?;
    zone.strip_suffix(letter).and_then(Region::find)
}
