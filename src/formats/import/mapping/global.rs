//! The Global Database and its secondaries.

use super::super::{NoticeKind, Resource};
use super::candidates::{Candidate, Member, region};
use super::{Got, Known, Mapper, Unknown, spelled, truth};
use crate::design::{Field, GlobalCluster, Secondary};
use crate::facts::Acu;
use crate::facts::regions::US_EAST_1;

impl<'a> Mapper<'a> {
    pub(super) fn global(&mut self, candidate: &Candidate<'a>) {
        let Some(top) = candidate.primary.top() else { return };
        if candidate.secondaries.is_empty() {
            return self.lonely(candidate, top);
        }
        let name = self.global_name(candidate, top);
        let mut secondaries = Vec::new();
        for (index, member) in candidate.secondaries.iter().enumerate() {
            secondaries.extend(self.secondary(member, index));
        }
        self.design.global = Some(GlobalCluster { name, secondaries, ..GlobalCluster::default() });
    }

    /// A Global Database whose secondaries are not in the input.
    fn lonely(&mut self, candidate: &Candidate<'a>, top: &'a Resource) {
        const NAME: &str = "global_cluster_identifier";
        let said = "it is a member of a Global Database whose other clusters are not in the input; the design has none";
        if let Some((argument, resource)) = self.world.argument(&candidate.primary.layers, NAME) {
            let text =
                format!("{} of {}: {said}", super::written(argument, resource, NAME), resource.address);
            self.say(NoticeKind::NotHere, &argument.place, text);
        } else if let Some(global) = candidate.global.first() {
            let text = format!("{} holds {}: {said}", global.address, top.address);
            self.say(NoticeKind::NotHere, &global.body.place, text);
        }
    }

    fn global_name(&mut self, candidate: &Candidate<'a>, top: &'a Resource) -> Option<String> {
        const NAME: &str = "global_cluster_identifier";
        let mut got = self.world.get(&candidate.global, NAME);
        if matches!(got, Got::Left) {
            got = self.world.get(&candidate.primary.layers, NAME);
        }
        match got {
            Got::Known(known) => {
                self.took(Field::GlobalName, &known.argument.place);
                self.world.text(known.value).map(|it| it.to_lowercase())
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, NAME, "the Global Database takes its usual name");
                None
            }
            Got::Left => {
                let place = candidate.global.first().map_or(&top.body.place, |it| &it.body.place);
                let text =
                    format!("{} is left out; the Global Database takes its usual name", spelled(NAME, top));
                self.say(NoticeKind::NotHere, &place.clone(), text);
                None
            }
        }
    }

    fn secondary(&mut self, member: &Member<'a>, index: usize) -> Option<Secondary> {
        let top = member.top()?;
        let told = region(&self.world, member);
        if told.is_none() {
            let text = format!(
                "the input does not tell the region of the secondary {}; us-east-1 is assumed",
                top.address
            );
            self.say(NoticeKind::NotHere, &top.body.place, text);
        }
        let mut secondary = Secondary::in_region(told.unwrap_or(&US_EAST_1));
        let code = secondary.region.code;
        self.took(Field::SecondaryRegion(index), &top.body.place);
        let instances = self.instances_of(member);
        secondary.readers = u32::try_from(instances.len()).unwrap_or(u32::MAX);
        let classes: Vec<String> = instances
            .iter()
            .filter_map(|it| self.world.text_of_one(it, "instance_class"))
            .filter(|class| class != "db.serverless")
            .collect();
        if let Some(class) = classes.first() {
            let text = format!(
                "{} of the {} instances of {} in {code} are provisioned ({}); in the design they are serverless instances",
                classes.len(),
                instances.len(),
                top.address,
                super::shown(class)
            );
            self.say(NoticeKind::Taken, &top.body.place, text);
        }
        match self.world.get(&member.layers, "enable_global_write_forwarding") {
            Got::Known(known) => {
                secondary.write_forwarding = truth(&self.world, known.value).unwrap_or(false);
                self.took(Field::WriteForwarding(index), &known.argument.place);
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "enable_global_write_forwarding", "write forwarding stays off");
            }
            Got::Left => {}
        }
        secondary.min_capacity = self.capacity_of(member, "min_capacity");
        secondary.max_capacity = self.capacity_of(member, "max_capacity");
        secondary.network = self.network(member, Some(index));
        secondary.kms_key = self.key(member, Some(index));
        Some(secondary)
    }

    fn capacity_of(&mut self, member: &Member<'a>, attribute: &str) -> Option<Acu> {
        let (block, resource) = self.in_block(&member.layers, attribute)?;
        let argument = block.arguments.get(attribute)?;
        let value = self.world.follow(&argument.value);
        if let Some(waits) = self.world.waits(value) {
            self.unresolved(&Unknown { argument, resource, waits }, attribute, "the primary's is taken");
            return None;
        }
        let known = Known { value, argument, resource };
        let acu = self.acu(value, &known, attribute);
        if acu.is_none() {
            self.misread(&known, attribute, "the primary's is taken");
        }
        acu
    }
}
