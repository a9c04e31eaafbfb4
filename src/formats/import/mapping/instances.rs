//! The instances: who writes, in which order the readers stand, and what all of them share.

use super::super::{Argument, NoticeKind, Resource, Source, Value};
use super::candidates::Member;
use super::world::zone_region;
use super::{Got, Instance, Mapper, shown, spelled, stem, truth, whole, written};
use crate::design::{Field, InsightsMode, Word, Zone};

/// The most instances of a cluster that become a design: more than AWS takes, and few enough to be drawn.
const MOST: usize = 100;

/// Whether a cluster's own list of members is all that tells of an instance: then nothing of it is off, but unknown.
fn is_unseen(it: &Resource) -> bool {
    it.source == Source::Describe
        && it.kind == "aws_rds_cluster_instance"
        && !it.body.arguments.contains_key("instance_class")
}

impl<'a> Mapper<'a> {
    /// The instances of a cluster in the order of its best source.
    pub(super) fn instances_of(&self, member: &Member<'a>) -> Vec<&'a Resource> {
        let all: Vec<&'a Resource> = self
            .world
            .of("aws_rds_cluster_instance")
            .filter(|it| {
                let cluster = it.body.arguments.get("cluster_identifier");
                cluster.is_some_and(|argument| member.is_named(&self.world, &argument.value, it))
            })
            .collect();
        let best = all.iter().map(|it| it.source).max();
        let mut best: Vec<&'a Resource> = all.into_iter().filter(|it| Some(it.source) == best).collect();
        if best.first().is_some_and(|it| matches!(it.source, Source::State | Source::Describe)) {
            best.sort_by_key(|it| self.world.text_of_one(it, "identifier"));
        }
        best
    }

    /// Maps the primary's instances; gives them, writer first.
    pub(super) fn instances(&mut self, member: &Member<'a>) -> Vec<&'a Resource> {
        let Some(top) = member.top() else { return Vec::new() };
        let mut all = self.instances_of(member);
        if all.is_empty() {
            let loose: Vec<&'a Resource> =
                self.world.of("aws_rds_cluster_instance").filter(|it| self.is_loose(it)).collect();
            if let Some(first) = loose.first() {
                let text = format!(
                    "{} does not tell its cluster; it is taken as an instance of {}",
                    stem(first),
                    top.address
                );
                self.say(NoticeKind::Taken, &first.body.place, text);
            }
            all = loose;
        }
        if all.is_empty() {
            let text = format!("the input has no instance of {}; the design has a writer alone", top.address);
            self.say(NoticeKind::NotHere, &top.body.place, text);
            self.design.cluster.readers.clear();
            return all;
        }
        if let Some(first) = all.get(MOST) {
            let text = format!(
                "{} has {} instances; AWS takes 16, and the design the first {MOST}",
                top.address,
                all.len()
            );
            self.say(NoticeKind::Dropped, &first.body.place, text);
            all.truncate(MOST);
        }
        let writer = self.writer(&all, top);
        let first = if writer < all.len() { all.remove(writer) } else { return all };
        all.insert(0, first);
        let read: Vec<Instance> =
            all.iter().enumerate().map(|(index, it)| self.instance(index, it)).collect();
        if let Some((writer, readers)) = read.split_first() {
            self.design.cluster.writer = *writer;
            self.design.cluster.readers = readers.to_vec();
        }
        self.classes(&all, top);
        self.upgrades(&all);
        self.publicity(&all);
        all
    }

    /// Whether an instance's cluster can't be told from the input.
    fn is_loose(&self, instance: &Resource) -> bool {
        match instance.body.arguments.get("cluster_identifier") {
            Some(it) => matches!(self.world.follow(&it.value), Value::Unresolved(_) | Value::Secret),
            // A plan leaves out what isn't known yet.
            None => instance.source == Source::Plan,
        }
    }

    /// The place of the writer among the instances.
    fn writer(&mut self, all: &[&'a Resource], top: &Resource) -> usize {
        let says = |it: &Resource| match self.world.get(&[it], "writer") {
            Got::Known(known) => truth(&self.world, known.value),
            _ => None,
        };
        if let Some(place) = all.iter().position(|it| says(it) == Some(true)) {
            return place;
        }
        let named = |it: &Resource| {
            let key = match &it.key {
                Some(super::super::Key::Name(key)) => key.as_str(),
                _ => "",
            };
            let identifier = self.world.text_of_one(it, "identifier").unwrap_or_default();
            [key, &it.label, &identifier].iter().any(|name| {
                let name = name.to_ascii_lowercase();
                name.contains("writer") || name.contains("primary")
            })
        };
        let mut pool: Vec<usize> =
            all.iter().enumerate().filter(|(_, it)| named(it)).map(|(place, _)| place).collect();
        if let [only] = pool.as_slice() {
            return *only;
        }
        if pool.is_empty() {
            pool = (0..all.len()).collect();
        }
        let tier = |place: usize| all.get(place).map_or(u32::MAX, |it| self.tier_of(it));
        let lowest = pool.iter().map(|place| tier(*place)).min().unwrap_or_default();
        let mut low = pool.iter().copied().filter(|place| tier(*place) == lowest);
        match (low.next(), low.next()) {
            (Some(only), None) => only,
            (first, _) => {
                let first = first.unwrap_or_default();
                if all.len() > 1
                    && let Some(it) = all.get(first)
                {
                    let text = format!(
                        "the input does not tell which instance of {} is the writer; {} is taken",
                        top.address, it.address
                    );
                    self.say(NoticeKind::Taken, &it.body.place, text);
                }
                first
            }
        }
    }

    /// What AWS or the provider makes of a tier that is left out.
    const fn tier_left_out(source: Source) -> u32 {
        match source {
            Source::Terraform | Source::Plan | Source::State => 0,
            Source::CloudFormation | Source::Describe => 1,
        }
    }

    fn tier_of(&self, instance: &Resource) -> u32 {
        match self.world.get(&[instance], "promotion_tier") {
            Got::Known(known) => whole(&self.world, known.value),
            _ => None,
        }
        .unwrap_or_else(|| Self::tier_left_out(instance.source))
    }

    fn instance(&mut self, index: usize, it: &'a Resource) -> Instance {
        let left = Self::tier_left_out(it.source);
        let promotion_tier = match self.world.get(&[it], "promotion_tier") {
            Got::Known(known) => {
                self.took(Field::InstanceTier(index), &known.argument.place);
                whole(&self.world, known.value).unwrap_or_else(|| {
                    self.misread(&known, "promotion_tier", "the design keeps its own");
                    u32::from(index > 0)
                })
            }
            Got::Unknown(unknown) => {
                let ours = u32::from(index > 0);
                self.unresolved(&unknown, "promotion_tier", &format!("the design takes {ours}"));
                ours
            }
            Got::Left => left,
        };
        let availability_zone = match self.world.get(&[it], "availability_zone") {
            Got::Known(known) => {
                let text = self.world.text(known.value).unwrap_or_default();
                let letter = zone_region(&text)
                    .filter(|region| self.region.is_none_or(|own| own == *region))
                    .and_then(|_| Zone::parse(text.get(text.len() - 1..)?).ok());
                if letter.is_some() {
                    self.took(Field::InstanceZone(index), &known.argument.place);
                } else {
                    let text = format!(
                        "{} of {} is {}, which has no letter of a zone of the Region; the design spreads the instance",
                        written(known.argument, it, "availability_zone"),
                        it.address,
                        shown(&text)
                    );
                    self.say(NoticeKind::Dropped, &known.argument.place, text);
                }
                letter
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "availability_zone", "the design spreads the instance");
                None
            }
            Got::Left => None,
        };
        Instance { availability_zone, promotion_tier }
    }

    /// Every instance of a design is serverless: says which were not.
    fn classes(&mut self, all: &[&'a Resource], top: &'a Resource) {
        let mut provisioned = 0;
        for it in all {
            match self.world.get(&[it], "instance_class") {
                Got::Known(known) => {
                    let class = self.world.text(known.value).unwrap_or_default();
                    if class != "db.serverless" {
                        provisioned += 1;
                        let text = format!(
                            "{} is of {} {}; in the design it is a serverless instance",
                            it.address,
                            written(known.argument, it, "instance_class"),
                            shown(&class)
                        );
                        self.say(NoticeKind::Taken, &known.argument.place, text);
                    }
                }
                Got::Unknown(unknown) => {
                    self.unresolved(&unknown, "instance_class", "db.serverless is taken");
                }
                Got::Left => {}
            }
        }
        if provisioned == all.len() && super::cluster::scaling(top).is_some() {
            let place = super::cluster::scaling(top).map_or(&top.body.place, |it| &it.place);
            let name = spelled("serverlessv2_scaling_configuration", top);
            let text = format!(
                "{name} of {} has no effect now: none of its instances is db.serverless",
                top.address
            );
            self.say(NoticeKind::Taken, &place.clone(), text);
        }
    }

    /// Automatic minor upgrades: on only where they are on for all.
    fn upgrades(&mut self, all: &[&'a Resource]) {
        const NAME: &str = "auto_minor_version_upgrade";
        let mut on = Vec::new();
        for it in all {
            match self.world.get(&[it], NAME) {
                Got::Known(known) => {
                    match truth(&self.world, known.value) {
                        Some(truth) => on.push(truth),
                        None => self.misread(&known, NAME, "the design keeps its own"),
                    }
                    self.took(Field::AutoMinorVersionUpgrade, &known.argument.place);
                }
                Got::Unknown(unknown) => self.unresolved(&unknown, NAME, "the design keeps its own"),
                Got::Left if is_unseen(it) => {}
                // AWS upgrades unless told otherwise.
                Got::Left => on.push(true),
            }
        }
        if on.is_empty() {
            return;
        }
        let all_on = on.iter().all(|it| *it);
        if !all_on
            && on.contains(&true)
            && let Some(first) = all.first()
        {
            let text = format!(
                "{} differs between the instances of {}; the design has it off",
                spelled(NAME, first),
                stem(first)
            );
            self.say(NoticeKind::Taken, &first.body.place, text);
        }
        self.design.cluster.auto_minor_version_upgrade = Some(all_on);
    }

    /// Public addresses: the writer's.
    fn publicity(&mut self, all: &[&'a Resource]) {
        const NAME: &str = "publicly_accessible";
        let Some(writer) = all.first() else { return };
        match self.world.get(&[writer], NAME) {
            Got::Known(known) => match truth(&self.world, known.value) {
                Some(public) => {
                    self.design.cluster.publicly_accessible = public;
                    self.took(Field::PubliclyAccessible, &known.argument.place);
                }
                None => self.misread(&known, NAME, "the design has no public addresses"),
            },
            Got::Unknown(unknown) => self.unresolved(&unknown, NAME, "the design has no public addresses"),
            Got::Left => {}
        }
        self.differing(all, NAME, "false");
    }

    /// Says which instances have another value than the writer, whose counts.
    fn differing(&mut self, all: &[&'a Resource], attribute: &str, left: &str) {
        let Some((writer, readers)) = all.split_first() else { return };
        let text = |it: &Resource| match self.world.get(&[it], attribute) {
            Got::Known(known) => self.world.text(known.value).map(|text| super::cluster::plain_number(&text)),
            Got::Unknown(_) => None,
            Got::Left if is_unseen(it) => None,
            Got::Left => Some(left.to_owned()),
        };
        let Some(own) = text(writer) else { return };
        let others: Vec<&Resource> =
            readers.iter().copied().filter(|it| text(it).is_some_and(|it| it != own)).collect();
        for it in others {
            let place = it.body.arguments.get(attribute).map_or(&it.body.place, |it| &it.place);
            let name = it.body.arguments.get(attribute).map_or_else(
                || spelled(attribute, it),
                |argument: &Argument| written(argument, it, attribute),
            );
            let text = format!(
                "{name} of {} is not the writer's ({}); the writer's is taken for all",
                it.address,
                shown(&own)
            );
            self.say(NoticeKind::Taken, &place.clone(), text);
        }
    }

    /// Performance Insights: on where the cluster or the writer says so.
    pub(super) fn insights(&mut self, member: &Member<'a>, all: &[&'a Resource]) {
        const NAME: &str = "performance_insights_enabled";
        const DAYS: &str = "performance_insights_retention_period";
        let writer: Vec<&'a Resource> = all.first().copied().into_iter().collect();
        let cluster_on = self.switch(&member.layers, NAME);
        let writer_on = self.switch(&writer, NAME);
        let (enabled, from) = match (cluster_on, writer_on) {
            (Some(true), _) => (true, &member.layers),
            (_, Some(true)) => (true, &writer),
            // Something stands there and can't be known: the spec's default.
            (None, _) | (_, None) => (true, &member.layers),
            _ => (false, &member.layers),
        };
        let insights = &mut self.design.cluster.performance_insights;
        insights.enabled = enabled;
        if let Some((argument, _)) = self.world.argument(from, NAME) {
            self.took(Field::InsightsEnabled, &argument.place);
        }
        if cluster_on != Some(true) {
            self.differing(all, NAME, "false");
        }
        if enabled {
            for layers in [&member.layers, &writer] {
                match self.world.get(layers, DAYS) {
                    Got::Known(known) => match whole(&self.world, known.value) {
                        // Where insights are off AWS gives 0, which is no number of days.
                        Some(0) => continue,
                        Some(days) => {
                            self.design.cluster.performance_insights.retention_days = days;
                            self.took(Field::InsightsRetentionDays, &known.argument.place);
                        }
                        None => self.misread(&known, DAYS, "the design keeps 7 days"),
                    },
                    Got::Unknown(unknown) => self.unresolved(&unknown, DAYS, "the design keeps 7 days"),
                    Got::Left => continue,
                }
                break;
            }
        }
        match self.world.get(&member.layers, "database_insights_mode") {
            Got::Known(known) => {
                let text = self.world.text(known.value).unwrap_or_default().to_ascii_lowercase();
                match InsightsMode::from_word(&text) {
                    Some(mode) => {
                        self.design.cluster.performance_insights.mode = mode;
                        self.took(Field::InsightsMode, &known.argument.place);
                    }
                    None => self.misread(&known, "database_insights_mode", "the design keeps standard"),
                }
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "database_insights_mode", "the design keeps standard");
            }
            Got::Left => {}
        }
    }

    /// A switch: off where it is left out, none where it can't be known, which is said.
    fn switch(&mut self, layers: &[&'a Resource], attribute: &str) -> Option<bool> {
        match self.world.get(layers, attribute) {
            Got::Known(known) => {
                let truth = truth(&self.world, known.value);
                if truth.is_none() {
                    self.misread(&known, attribute, "the spec's default stands");
                }
                truth
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, attribute, "the spec's default stands");
                None
            }
            Got::Left if layers.iter().all(|it| is_unseen(it)) => None,
            Got::Left => Some(false),
        }
    }

    /// Enhanced Monitoring: the cluster's where it is on there, else the writer's.
    pub(super) fn monitoring(&mut self, member: &Member<'a>, all: &[&'a Resource]) {
        const NAME: &str = "monitoring_interval";
        let writer: Vec<&'a Resource> = all.first().copied().into_iter().collect();
        let mut seconds = Some(0);
        for (layers, of_cluster) in [(&member.layers, true), (&writer, false)] {
            match self.world.get(layers, NAME) {
                Got::Known(known) => match whole(&self.world, known.value) {
                    Some(0) => continue,
                    Some(interval) => {
                        seconds = Some(interval);
                        self.took(Field::EnhancedMonitoringSeconds, &known.argument.place);
                    }
                    None => {
                        self.misread(&known, NAME, "the design keeps 60 seconds");
                        seconds = None;
                    }
                },
                Got::Unknown(unknown) => {
                    self.unresolved(&unknown, NAME, "the design keeps 60 seconds");
                    seconds = None;
                }
                Got::Left if !layers.is_empty() && layers.iter().all(|it| is_unseen(it)) => seconds = None,
                Got::Left => continue,
            }
            if !of_cluster {
                self.differing(all, NAME, "0");
            }
            break;
        }
        if seconds == Some(0) {
            self.differing(all, NAME, "0");
        }
        if let Some(seconds) = seconds {
            self.design.cluster.enhanced_monitoring_seconds = seconds;
        }
    }
}
