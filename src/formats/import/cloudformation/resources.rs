//! Resources of a template become resources under Terraform's names.

use std::collections::BTreeMap;

use super::eval::Chosen;
use super::names::{Name, Type, type_of};
use super::node::{Entry, Kind, Node};
use super::scope::{Scope, plain};
use super::template::Template;
use super::user::user_name;
use crate::facts::regions::Region;
use crate::formats::import::shapes::is_secret_name;
use crate::formats::import::{Argument, Block, Found, Notice, NoticeKind, Place, Resource, Source, Value};

/// A template that is being read.
pub(super) struct Reader<'t> {
    pub(super) template: &'t Template,
    pub(super) scope: Scope<'t>,
    pub(super) module: String,
}

impl Reader<'_> {
    /// Adds what the template makes.
    pub(super) fn read(mut self, found: &mut Found) {
        let resources = self.template.root.get("Resources").map_or(&[][..], Node::entries);
        if let Some(region) = self.region(resources) {
            self.scope.set_region(region);
        }
        for entry in resources {
            if entry.key.starts_with("Fn::") {
                let text = format!(
                    "{} makes resources in a loop, which is not understood; they are left out",
                    entry.key
                );
                found.notices.push(Notice::new(NoticeKind::NotUnderstood, self.place(entry.line), text));
                continue;
            }
            let kind = entry.value.get("Type").and_then(Node::text).and_then(type_of);
            let Some(kind) = kind else { continue };
            if let Some(name) = entry.value.get("Condition").and_then(Node::text) {
                match self.scope.condition(name, 0) {
                    Some(true) => {}
                    Some(false) => {
                        let text = format!(
                            "{} is not made, as its condition {name} is false; it is left out",
                            entry.key
                        );
                        found.notices.push(Notice::new(NoticeKind::Dropped, self.place(entry.line), text));
                        continue;
                    }
                    None => {
                        let text = format!(
                            "{} of {} can't be resolved; it is taken",
                            self.scope.unknown_condition(name),
                            entry.key
                        );
                        found.notices.push(Notice::new(
                            NoticeKind::NotUnderstood,
                            self.place(entry.line),
                            text,
                        ));
                    }
                }
            }
            self.resource(entry, kind, found);
        }
    }

    pub(super) fn place(&self, line: usize) -> Place {
        Place::line(&self.template.file, u32::try_from(line).unwrap_or(u32::MAX))
    }

    /// The Region that a zone or an ARN of the template tells.
    fn region(&self, resources: &[Entry]) -> Option<String> {
        let all = |key: &'static str| {
            let properties = resources.iter().filter_map(|it| it.value.get("Properties")?.get(key));
            properties.filter_map(|it| self.scope.value(it, 0))
        };
        let mut zones =
            all("AvailabilityZone").chain(all("AvailabilityZones")).flat_map(|value| match value {
                Value::List(elements) => elements,
                single => vec![single],
            });
        let of_zone = |value: Value| {
            let text = plain(&value)?;
            let code = text.strip_suffix(|letter: char| letter.is_ascii_lowercase())?;
            Region::find(code).map(|region| region.code.to_owned())
        };
        let of_arn = |value: Value| {
            let text = plain(&value)?;
            let code = text.strip_prefix("arn:")?.split(':').nth(2)?;
            Region::find(code).map(|region| region.code.to_owned())
        };
        let named =
            self.template.region.as_deref().and_then(Region::find).map(|region| region.code.to_owned());
        named.or_else(|| zones.find_map(of_zone)).or_else(|| all("KmsKeyId").find_map(of_arn))
    }

    fn resource(&self, entry: &Entry, kind: &'static Type, found: &mut Found) {
        let place = self.place(entry.line);
        let mut resource = self.empty(&entry.key, kind.kind, place.clone());
        let mut properties = &[][..];
        match entry.value.get("Properties").map(|it| self.scope.chosen(it)) {
            Some(Chosen::Node(node)) => properties = node.entries(),
            Some(Chosen::Unresolved(what)) => {
                let text = format!("the properties of {} wait for {what}; they are left out", entry.key);
                found.notices.push(Notice::new(NoticeKind::NotUnderstood, place.clone(), text));
            }
            Some(Chosen::Nothing) | None => {}
        }
        self.fill(&mut resource.body, properties, kind.properties, kind.secrets);
        for inner in kind.blocks {
            let Some(property) = properties.iter().find(|it| it.key == inner.property) else { continue };
            let mut blocks = Vec::new();
            for (line, node) in self.objects(property, &entry.key, found) {
                let mut block = Block::at(self.place(line));
                self.fill(&mut block, node.entries(), inner.properties, inner.secrets);
                blocks.push(block);
            }
            resource.body.blocks.insert(inner.block.to_owned(), blocks);
        }
        let property = |name: &str| properties.iter().find(|it| it.key == name);
        match kind.name {
            "AWS::RDS::DBCluster" => self.cluster(&mut resource.body, entry, properties, found),
            "AWS::RDS::DBInstance" if property("DBClusterIdentifier").is_none() => return,
            "AWS::EC2::SecurityGroup" => ingress(&mut resource.body),
            "AWS::RDS::DBClusterParameterGroup" | "AWS::RDS::DBParameterGroup" => {
                let parameters = property("Parameters").map(|it| self.scope.chosen(&it.value));
                if let Some(Chosen::Node(node)) = parameters {
                    let with_values = kind.name == "AWS::RDS::DBClusterParameterGroup";
                    let blocks = node.entries().iter().map(|it| self.parameter(it, with_values)).collect();
                    resource.body.blocks.insert("parameter".to_owned(), blocks);
                }
            }
            "AWS::RDS::DBProxyTargetGroup" => {
                self.targets(&resource, properties, found);
                if let Some(wrong) = property("ConnectionPoolConfig") {
                    let text = format!(
                        "ConnectionPoolConfig of {} is no property of CloudFormation, which knows ConnectionPoolConfigurationInfo; it is left out",
                        entry.key
                    );
                    found.notices.push(Notice::new(NoticeKind::NotUnderstood, self.place(wrong.line), text));
                }
            }
            "AWS::SecretsManager::RotationSchedule" => self.rotated(&mut resource.body, property("SecretId")),
            "AWS::CloudWatch::Alarm" => {
                self.alarm(&mut resource.body, property("Dimensions"), property("Metrics"), found);
            }
            "AWS::SNS::Topic" => {
                if let Some(inside) = property("Subscription") {
                    self.subscriptions(&entry.key, inside, found);
                }
            }
            "AWS::Backup::BackupSelection" => {
                if let Some(Chosen::Node(node)) =
                    property("BackupSelection").map(|it| self.scope.chosen(&it.value))
                {
                    self.selection(&mut resource.body, node, &entry.key, found);
                }
            }
            _ => {}
        }
        found.resources.push(resource);
    }

    pub(super) fn empty(&self, id: &str, kind: &str, place: Place) -> Resource {
        Resource {
            source: Source::CloudFormation,
            data: false,
            kind: kind.to_owned(),
            address: self.scope.address(id),
            module: self.module.clone(),
            label: id.to_owned(),
            key: None,
            region: self.scope.region.clone().map(Value::Text),
            default_tags: BTreeMap::new(),
            body: Block::at(place),
        }
    }

    /// Sets what a table names.
    pub(super) fn fill(&self, body: &mut Block, properties: &[Entry], names: &[Name], secrets: &[Name]) {
        for entry in properties {
            let of = |table: &[Name]| {
                table.iter().find(|(name, _)| *name == entry.key).map(|(_, argument)| *argument)
            };
            let value = if let Some(argument) = of(secrets) {
                // Whether it stands there is all that is read of it.
                match self.scope.chosen(&entry.value) {
                    Chosen::Nothing => None,
                    _ => Some((argument, Value::Secret)),
                }
            } else {
                of(names).and_then(|argument| Some((argument, self.scope.value(&entry.value, 0)?)))
            };
            if let Some((argument, value)) = value {
                self.set(body, argument, value, entry);
            }
        }
    }

    pub(super) fn set(&self, body: &mut Block, argument: &str, value: Value, entry: &Entry) {
        let place = self.place(entry.line);
        let argument_of = Argument { value, place, written: Some(entry.key.clone()) };
        body.arguments.insert(argument.to_owned(), argument_of);
    }

    /// The objects of a property: itself, or the elements of its list; with the line of each.
    pub(super) fn objects<'n>(
        &self,
        property: &'n Entry,
        of: &str,
        found: &mut Found,
    ) -> Vec<(usize, &'n Node)> {
        let mut objects = Vec::new();
        let mut say = |what: &str, line: usize| {
            let text = format!("{} of {of} waits for {what}; it is left out", property.key);
            found.notices.push(Notice::new(NoticeKind::NotUnderstood, self.place(line), text));
        };
        match self.scope.chosen(&property.value) {
            Chosen::Node(node) => match &node.kind {
                Kind::List(elements) => {
                    for element in elements {
                        match self.scope.chosen(element) {
                            Chosen::Node(node) => objects.push((element.line, node)),
                            Chosen::Unresolved(what) => say(&what, element.line),
                            Chosen::Nothing => {}
                        }
                    }
                }
                Kind::Map(_) => objects.push((property.line, node)),
                _ => match self.scope.value(node, 0) {
                    Some(Value::Unresolved(what)) => say(&what, property.line),
                    Some(Value::Null) | None => {}
                    Some(_) => say("an object", property.line),
                },
            },
            Chosen::Unresolved(what) => say(&what, property.line),
            Chosen::Nothing => {}
        }
        objects
    }

    fn cluster(&self, body: &mut Block, entry: &Entry, properties: &[Entry], found: &mut Found) {
        let property = |name: &str| properties.iter().find(|it| it.key == name);
        if let Some(user) = property("MasterUsername")
            && let Some(value) = user_name(&self.scope, &user.value)
        {
            self.set(body, "master_username", value, user);
        }
        if let Some(tags) = property("Tags")
            && let Some(value) = self.scope.value(&tags.value, 0)
        {
            self.set(body, "tags", tags_of(value), tags);
        }
        if let Some(roles) = property("AssociatedRoles") {
            let each = self.objects(roles, &entry.key, found);
            let name = |node: &Node| node.get("FeatureName").and_then(|it| self.scope.value(it, 0));
            let names: Vec<Value> = each.iter().map(|(_, node)| name(node).unwrap_or(Value::Null)).collect();
            if !names.is_empty() {
                self.set(body, "iam_roles", Value::List(names), roles);
            }
        }
        if let Some(source) = property("SourceDBClusterIdentifier")
            && !matches!(self.scope.chosen(&source.value), Chosen::Nothing)
        {
            let block = Block::at(self.place(source.line));
            body.blocks.insert("restore_to_point_in_time".to_owned(), vec![block]);
        }
        let Some(policy) = entry.value.entry("DeletionPolicy") else { return };
        let word = self.scope.value(&policy.value, 0).and_then(|it| plain(&it)).unwrap_or_default();
        let skips = match word.as_str() {
            "Delete" => true,
            "Snapshot" => false,
            "Retain" | "RetainExceptOnCreate" => {
                let text = format!(
                    "DeletionPolicy of {} keeps the cluster when its stack goes; a design can only say that a final snapshot is taken",
                    entry.key
                );
                found.notices.push(Notice::new(NoticeKind::Dropped, self.place(policy.line), text));
                false
            }
            _ => {
                let text =
                    format!("DeletionPolicy of {} can't be resolved; final_snapshot stays true", entry.key);
                found.notices.push(Notice::new(NoticeKind::NotUnderstood, self.place(policy.line), text));
                return;
            }
        };
        self.set(body, "skip_final_snapshot", Value::Bool(skips), policy);
    }

    fn parameter(&self, entry: &Entry, with_value: bool) -> Block {
        let mut block = Block::at(self.place(entry.line));
        self.set(&mut block, "name", Value::Text(entry.key.clone()), entry);
        if with_value {
            let value = if is_secret_name(&entry.key) {
                Some(Value::Secret)
            } else {
                self.scope.value(&entry.value, 0)
            };
            if let Some(value) = value {
                self.set(&mut block, "value", value, entry);
            }
        }
        block
    }
}

/// CloudFormation has one source a rule where Terraform has lists of them.
fn ingress(body: &mut Block) {
    for block in body.blocks.get_mut("ingress").into_iter().flatten() {
        for list in ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"] {
            if let Some(argument) = block.arguments.get_mut(list) {
                let single = std::mem::replace(&mut argument.value, Value::Null);
                argument.value = Value::List(vec![single]);
            }
        }
    }
}

/// Tags as a list of pairs, or as the map that some properties take.
fn tags_of(value: Value) -> Value {
    match value {
        Value::List(_) => pairs(value, "Key", "Value"),
        other => other,
    }
}

/// A list of pairs as a map.
pub(super) fn pairs(value: Value, key: &str, of: &str) -> Value {
    let Value::List(elements) = value else { return value };
    let pair = |it: Value| {
        let Value::Map(mut pair) = it else { return None };
        Some((plain(pair.get(key)?)?, pair.remove(of).unwrap_or(Value::Null)))
    };
    Value::Map(elements.into_iter().filter_map(pair).collect())
}
