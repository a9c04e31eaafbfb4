//! Cluster parameters, and among them whether the server forces TLS.

use std::collections::BTreeMap;

use super::super::{NoticeKind, Resource, Value};
use super::candidates::Member;
use super::{Got, Mapper, Unknown, written};
use crate::design::{Engine, Field, read};

const NAME: &str = "db_cluster_parameter_group_name";

impl<'a> Mapper<'a> {
    pub(super) fn parameters(&mut self, member: &Member<'a>) {
        self.design.cluster.force_tls = self.forces_tls_by_version();
        let Some(group) = self.parameter_group(member) else { return };
        let mut parameters = BTreeMap::new();
        let blocks = group.body.blocks.get("parameter").into_iter().flatten();
        for block in blocks {
            let Some(name) = block.arguments.get("name").and_then(|it| self.world.text(&it.value)) else {
                let text =
                    format!("the name of a parameter of {} can't be resolved; it is left out", group.address);
                self.say(NoticeKind::NotUnderstood, &block.place, text);
                continue;
            };
            let forces = matches!(
                (self.design.cluster.engine, name.as_str()),
                (Engine::AuroraPostgresql, "rds.force_ssl")
                    | (Engine::AuroraMysql, "require_secure_transport")
            );
            let Some(value) = block.arguments.get("value") else { continue };
            match (self.world.text(&value.value), forces) {
                (Some(text), true) => {
                    self.design.cluster.force_tls =
                        matches!(text.to_ascii_lowercase().as_str(), "1" | "on" | "true");
                    self.took(Field::ForceTls, &value.place);
                }
                (Some(_), false) if read::name(&name).is_err() => {
                    let text = format!(
                        "a parameter of {} has a name too long to be written; it is left out",
                        group.address
                    );
                    self.say(NoticeKind::Dropped, &block.place, text);
                }
                (Some(text), false) => {
                    self.took(Field::Parameter(name.clone()), &value.place);
                    parameters.insert(name, text);
                }
                (None, _) => {
                    let waits = self.world.waits(&value.value).unwrap_or_else(|| "nothing".to_owned());
                    let unknown = Unknown { argument: value, resource: group, waits };
                    let instead = if forces {
                        format!("force_tls is {} by the version", self.design.cluster.force_tls)
                    } else {
                        "the parameter is left out".to_owned()
                    };
                    self.unresolved(&unknown, &format!("the parameter {name}"), &instead);
                }
            }
        }
        self.design.cluster.parameters = parameters;
    }

    /// The cluster's parameter group, where it is in the input; says where it is not.
    fn parameter_group(&mut self, member: &Member<'a>) -> Option<&'a Resource> {
        let found = member.layers.iter().find_map(|layer| {
            let argument = layer.body.arguments.get(NAME)?;
            self.world.target(&argument.value, "aws_rds_cluster_parameter_group", layer)
        });
        // Describe output tells the parameters of a group without its name.
        let nameless = || {
            self.world
                .of("aws_rds_cluster_parameter_group")
                .find(|it| !it.body.arguments.contains_key("name") && it.source == super::Source::Describe)
        };
        if let Some(group) = found.or_else(nameless) {
            return Some(group);
        }
        let instead =
            format!("force_tls is {} by the version, parameters are none", self.design.cluster.force_tls);
        match self.world.get(&member.layers, NAME) {
            Got::Known(known) => {
                let name = self.world.text(known.value).unwrap_or_default();
                if !name.starts_with("default.") {
                    let attribute = written(known.argument, known.resource, NAME);
                    let text = format!(
                        "{attribute} of {} is {}, which is not in the input; {instead}",
                        known.resource.address,
                        super::shown(&name)
                    );
                    self.say(NoticeKind::NotHere, &known.argument.place, text);
                }
            }
            Got::Unknown(unknown) => self.unresolved(&unknown, NAME, &instead),
            Got::Left => {}
        }
        None
    }

    /// Whether the version's default group forces TLS.
    fn forces_tls_by_version(&self) -> bool {
        let version = self.design.engine_version();
        let major = version.split('.').next().and_then(|it| it.parse::<u32>().ok()).unwrap_or_default();
        match self.design.cluster.engine {
            Engine::AuroraPostgresql => major >= 17,
            Engine::AuroraMysql => version.starts_with("8.4") || major > 8,
        }
    }

    /// Instance parameter groups have no key: names what would be lost.
    pub(super) fn instance_parameters(&mut self, member: &Member<'a>, instances: &[&'a Resource]) {
        let of_instances = instances.iter().map(|it| (*it, "db_parameter_group_name"));
        let of_cluster = member.layers.iter().map(|it| (*it, "db_instance_parameter_group_name"));
        let mut said: Vec<String> = Vec::new();
        for (resource, attribute) in of_instances.chain(of_cluster) {
            let Some((argument, _)) = self.world.argument(&[resource], attribute) else { continue };
            let group = self.world.target(&argument.value, "aws_db_parameter_group", resource);
            let what = match (group, self.world.text(&argument.value)) {
                (Some(group), _) => {
                    let names: Vec<String> = group
                        .body
                        .blocks
                        .get("parameter")
                        .into_iter()
                        .flatten()
                        .filter_map(|it| self.world.text(&it.arguments.get("name")?.value))
                        .collect();
                    let names = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
                    format!("{} sets {}", super::stem(group), super::shown(&names))
                }
                (None, Some(name)) if name.starts_with("default.") || name.starts_with("default:") => {
                    continue;
                }
                (None, Some(name)) => format!("{} is not in the input", super::shown(&name)),
                (None, None) => {
                    if *self.world.follow(&argument.value) == Value::Null {
                        continue;
                    }
                    "it can't be resolved".to_owned()
                }
            };
            if said.contains(&what) {
                continue;
            }
            let name = written(argument, resource, attribute);
            let text = format!(
                "{name} of {} is an instance parameter group: {what}; a design has cluster parameters only, so it is left out",
                super::stem(resource)
            );
            self.say(NoticeKind::Dropped, &argument.place, text);
            said.push(what);
        }
    }
}
