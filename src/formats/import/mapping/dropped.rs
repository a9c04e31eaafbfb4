//! What stands in the source and has no place in a design: said by its name. What is no choice of a design, such as
//! `apply_immediately`, is dropped in silence.

use super::super::{NoticeKind, Resource, Source, Value};
use super::candidates::{Candidate, Member};
use super::{Got, Mapper, shown, spelled, stem, truth, written};

/// Attributes of a cluster that a design can't say, as soon as they say anything.
const OF_CLUSTER: [&str; 4] = ["snapshot_identifier", "iam_roles", "domain", "cluster_identifier_prefix"];

/// Blocks of the same kind.
const BLOCKS: [&str; 2] = ["restore_to_point_in_time", "s3_import"];

/// The certificate authority that new instances get (TLS-01).
const USUAL_CA: &str = "rds-ca-rsa2048-g1";

impl<'a> Mapper<'a> {
    pub(super) fn dropped(&mut self, candidate: &Candidate<'a>, instances: &[&'a Resource]) {
        let primary = &candidate.primary;
        let Some(top) = primary.top() else { return };
        for attribute in OF_CLUSTER {
            if let Some((argument, resource)) = self.world.argument(&primary.layers, attribute) {
                let name = written(argument, resource, attribute);
                self.drop_it(resource, &argument.place, &name, "");
            }
        }
        for name in BLOCKS {
            if let Some(block) = top.body.blocks.get(name).and_then(|it| it.first()) {
                self.drop_it(top, &block.place, &spelled(name, top), "");
            }
        }
        if candidate.global.is_empty() && candidate.secondaries.is_empty() {
            for attribute in ["replication_source_identifier"] {
                if let Some((argument, resource)) = self.world.argument(&primary.layers, attribute) {
                    let name = written(argument, resource, attribute);
                    self.drop_it(resource, &argument.place, &name, "");
                }
            }
        }
        self.values(primary);
        self.instance_parameters(primary, instances);
        self.certificates(instances);
        self.statuses(primary, instances);
        self.beside(primary);
    }

    fn drop_it(&mut self, resource: &Resource, place: &super::Place, name: &str, value: &str) {
        let text = format!("{name}{value} of {} has no place in a design; it is left out", resource.address);
        self.say(NoticeKind::Dropped, place, text);
    }

    /// Attributes of which one value alone is worth a word.
    fn values(&mut self, member: &Member<'a>) {
        let text = |got: Got<'a>, world: &super::World<'a>| match got {
            Got::Known(known) => world.text(known.value).map(|text| (text, known)),
            _ => None,
        };
        if let Some((value, known)) = text(self.world.get(&member.layers, "network_type"), &self.world)
            && value.eq_ignore_ascii_case("dual")
        {
            let name = written(known.argument, known.resource, "network_type");
            self.drop_it(known.resource, &known.argument.place, &name, " DUAL");
        }
        for (attribute, odd) in [("enable_local_write_forwarding", true), ("vpc_networking_enabled", false)] {
            if let Got::Known(known) = self.world.get(&member.layers, attribute)
                && truth(&self.world, known.value) == Some(odd)
            {
                let name = written(known.argument, known.resource, attribute);
                self.drop_it(known.resource, &known.argument.place, &name, if odd { "" } else { " false" });
            }
        }
        if let Some((argument, resource)) = self.world.argument(&member.layers, "pending_modified_values") {
            let empty = matches!(self.world.follow(&argument.value), Value::Map(map) if map.is_empty())
                || matches!(argument.value, Value::Bool(false));
            if !empty {
                let name = written(argument, resource, "pending_modified_values");
                let text = format!(
                    "{name} of {}: changes wait to be applied; the present values are taken",
                    resource.address
                );
                self.say(NoticeKind::Taken, &argument.place, text);
            }
        }
    }

    fn certificates(&mut self, instances: &[&'a Resource]) {
        const NAME: &str = "ca_cert_identifier";
        let mut said: Vec<String> = Vec::new();
        for it in instances {
            let Got::Known(known) = self.world.get(&[it], NAME) else { continue };
            let Some(authority) = self.world.text(known.value) else { continue };
            if authority == USUAL_CA || said.contains(&authority) {
                continue;
            }
            let name = written(known.argument, it, NAME);
            let text = format!(
                "{name} {} of {} has no place in a design; it is left out",
                shown(&authority),
                stem(it)
            );
            self.say(NoticeKind::Dropped, &known.argument.place, text);
            said.push(authority);
        }
    }

    /// Clusters and instances that were not available when they were described.
    fn statuses(&mut self, member: &Member<'a>, instances: &[&'a Resource]) {
        for it in member.layers.iter().chain(instances) {
            let Got::Known(known) = self.world.get(&[*it], "status") else { continue };
            let Some(status) = self.world.text(known.value) else { continue };
            if it.source == Source::Describe && status != "available" {
                let text = format!(
                    "{} is {}, not available; it is taken as it is described",
                    it.address,
                    shown(&status)
                );
                self.say(NoticeKind::Taken, &known.argument.place, text);
            }
        }
    }

    /// Resources beside the cluster that a design can't say.
    fn beside(&mut self, member: &Member<'a>) {
        for (kind, attribute) in [
            ("aws_rds_cluster_role_association", "db_cluster_identifier"),
            ("aws_rds_cluster_endpoint", "cluster_identifier"),
            ("aws_rds_cluster_activity_stream", "resource_arn"),
        ] {
            let all: Vec<&'a Resource> = self
                .world
                .of(kind)
                .filter(|it| {
                    let argument = it.body.arguments.get(attribute);
                    argument.is_some_and(|argument| member.is_named(&self.world, &argument.value, it))
                })
                .collect();
            for it in all {
                let text = format!("{} ({kind}) has no place in a design; it is left out", it.address);
                self.say(NoticeKind::Dropped, &it.body.place, text);
            }
        }
        let scaled: Vec<&'a Resource> = ["aws_appautoscaling_target", "aws_appautoscaling_policy"]
            .into_iter()
            .flat_map(|kind| self.world.of(kind))
            .filter(|it| self.scales(it, member))
            .collect();
        for it in scaled {
            let text = format!(
                "{} adds and removes readers; a design has a fixed count, so it is left out",
                it.address
            );
            self.say(NoticeKind::Dropped, &it.body.place, text);
        }
    }

    /// Whether an auto scaling resource is about the cluster.
    fn scales(&self, it: &Resource, member: &Member<'a>) -> bool {
        let Some(argument) = it.body.arguments.get("resource_id") else { return false };
        match (self.world.text(&argument.value), self.world.follow(&argument.value)) {
            (Some(id), _) => {
                let name = id.strip_prefix("cluster:").map(str::to_ascii_lowercase);
                let own = self
                    .world
                    .text_of(&member.layers, "cluster_identifier")
                    .map(|it| it.to_ascii_lowercase());
                name.is_some() && name == own
            }
            (None, Value::Unresolved(waits)) => member.layers.iter().any(|layer| {
                super::parts::mentions(waits, &layer.address) || super::parts::mentions(waits, stem(layer))
            }),
            // A policy names its target's resource_id.
            (None, Value::Edge(edge)) => edge.address.contains("aws_appautoscaling_target"),
            _ => false,
        }
    }
}
