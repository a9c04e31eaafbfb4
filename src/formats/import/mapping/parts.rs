//! What stands beside the cluster as resources of their own: log groups, alarms, a backup selection. One that is not in
//! the input is not there; describe output alone can't tell.

use super::super::{NoticeKind, Resource, Source, Value};
use super::candidates::Member;
use super::{Got, Mapper, Unknown, whole};
use crate::design::Field;

impl<'a> Mapper<'a> {
    /// Whether no source could show a resource beside the cluster.
    fn is_blind(member: &Member<'_>) -> bool {
        member.layers.iter().all(|it| it.source == Source::Describe)
    }

    /// How long exported logs are kept: the least that a log group of the cluster says.
    pub(super) fn logs(&mut self, member: &Member<'a>) {
        let Some(top) = member.top() else { return };
        if Self::is_blind(member) || self.design.log_exports().is_empty() {
            return;
        }
        let groups: Vec<&'a Resource> =
            self.world.of("aws_cloudwatch_log_group").filter(|it| self.is_log_of(it, member)).collect();
        if groups.is_empty() {
            let text = format!(
                "no log group of {} is in the input, so RDS makes it and it never expires; log_retention_days is 0",
                top.address
            );
            self.say(NoticeKind::NotHere, &top.body.place, text);
            self.design.cluster.log_retention_days = 0;
            return;
        }
        let mut days: Vec<u32> = Vec::new();
        for group in groups {
            match self.world.get(&[group], "retention_in_days") {
                Got::Known(known) => match whole(&self.world, known.value) {
                    Some(count) => {
                        days.push(count);
                        self.took(Field::LogRetentionDays, &known.argument.place);
                    }
                    None => self.misread(&known, "retention_in_days", "log_retention_days goes without it"),
                },
                Got::Unknown(unknown) => {
                    self.unresolved(&unknown, "retention_in_days", "log_retention_days goes without it");
                }
                // CloudWatch keeps for ever what nobody limits.
                Got::Left => days.push(0),
            }
        }
        // 0 is for ever, so it is the longest.
        let Some(least) = days.iter().copied().min_by_key(|it| it.checked_sub(1).unwrap_or(u32::MAX)) else {
            return;
        };
        if days.iter().any(|it| *it != least) {
            let text = format!(
                "the log groups of {} keep their logs for different times; log_retention_days is the least, {least}",
                top.address
            );
            self.say(NoticeKind::Taken, &top.body.place, text);
        }
        self.design.cluster.log_retention_days = least;
    }

    fn is_log_of(&self, group: &Resource, member: &Member<'a>) -> bool {
        let Some(argument) = group.body.arguments.get("name") else { return false };
        let identifier = self.world.text_of(&member.layers, "cluster_identifier");
        match (self.world.text(&argument.value), self.world.follow(&argument.value)) {
            (Some(name), _) => {
                let rest = name.strip_prefix("/aws/rds/cluster/");
                let own = rest.and_then(|it| it.split_once('/')).map(|(own, _)| own);
                own.is_some()
                    && identifier.is_some_and(|it| own.is_some_and(|own| own.eq_ignore_ascii_case(&it)))
            }
            // A name made of a reference to the cluster.
            (None, Value::Unresolved(waits)) => member
                .layers
                .iter()
                .any(|it| mentions(waits, &it.address) || mentions(waits, super::stem(it))),
            _ => false,
        }
    }

    /// Alarms: on where the input has one of the cluster or an instance.
    pub(super) fn alarms(&mut self, member: &Member<'a>, instances: &[&'a Resource]) {
        let Some(top) = member.top() else { return };
        if Self::is_blind(member) {
            return;
        }
        let alarms: Vec<&'a Resource> = self
            .world
            .of("aws_cloudwatch_metric_alarm")
            .filter(|it| self.watches(it, member, instances))
            .collect();
        self.design.cluster.alarms.enabled = !alarms.is_empty();
        let Some(first) = alarms.first() else {
            let text = format!("no alarm of {} is in the input; alarms.enabled is false", top.address);
            self.say(NoticeKind::NotHere, &top.body.place, text);
            return;
        };
        self.took(Field::AlarmsEnabled, &first.body.place);
        for alarm in &alarms {
            let text = format!(
                "the threshold of the alarm {} is lost: the design's alarms have their own",
                super::stem(alarm)
            );
            self.say(NoticeKind::Dropped, &alarm.body.place, text);
        }
        self.email(&alarms);
    }

    /// Whether an alarm is about the cluster or one of its instances.
    fn watches(&self, alarm: &Resource, member: &Member<'a>, instances: &[&'a Resource]) -> bool {
        let queries = alarm.body.blocks.get("metric_query").into_iter().flatten();
        let metrics = queries.filter_map(|it| it.blocks.get("metric")).flatten();
        std::iter::once(&alarm.body).chain(metrics).any(|body| {
            let of = |name: &str| body.arguments.get(name).map(|it| self.world.follow(&it.value));
            let is_rds = of("namespace").is_some_and(|it| self.world.text(it).as_deref() == Some("AWS/RDS"));
            let Some(Value::Map(dimensions)) = of("dimensions").filter(|_| is_rds) else { return false };
            dimensions.iter().any(|(name, value)| match name.as_str() {
                "DBClusterIdentifier" => {
                    member.is_named(&self.world, value, alarm)
                        || member.is_named(&self.world, self.world.follow(value), alarm)
                }
                "DBInstanceIdentifier" => instances.iter().any(|it| self.world.names(value, it, alarm)),
                _ => false,
            })
        })
    }

    /// Who gets the mail: the subscription of a topic that an alarm tells.
    fn email(&mut self, alarms: &[&'a Resource]) {
        let mut mails: Vec<(String, &'a Resource)> = Vec::new();
        for subscription in self.world.of("aws_sns_topic_subscription") {
            let of = |name: &str| subscription.body.arguments.get(name);
            let protocol = of("protocol").and_then(|it| self.world.text(&it.value));
            if !protocol.is_some_and(|it| it.eq_ignore_ascii_case("email")) {
                continue;
            }
            let told = alarms.iter().any(|alarm| {
                let (Some(actions), Some(topic)) =
                    (alarm.body.arguments.get("alarm_actions"), of("topic_arn"))
                else {
                    return false;
                };
                self.is_topic(&actions.value, &topic.value, subscription)
            });
            if !told {
                continue;
            }
            match of("endpoint").map(|it| (self.world.text(&it.value), it)) {
                Some((Some(mail), _)) => mails.push((mail, subscription)),
                Some((None, argument)) => {
                    let waits = self.world.waits(&argument.value).unwrap_or_default();
                    let unknown = Unknown { argument, resource: subscription, waits };
                    self.unresolved(&unknown, "endpoint", "notify_email is left out");
                }
                None => {}
            }
        }
        let Some((mail, subscription)) = mails.first() else { return };
        if mails.len() > 1 {
            let text = format!(
                "several addresses get the alarms; the first, of {}, is taken as notify_email",
                subscription.address
            );
            self.say(NoticeKind::Taken, &subscription.body.place, text);
        }
        self.design.cluster.alarms.notify_email = Some(mail.clone());
        self.took(Field::NotifyEmail, &subscription.body.place);
    }

    /// Whether a list of actions holds the topic that another value names.
    fn is_topic(&self, actions: &Value, topic: &Value, from: &Resource) -> bool {
        let actions = self.world.follow(actions);
        let items = match actions {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let topics = self.world.targets(topic, "aws_sns_topic", from);
        items.iter().any(|action| {
            topics.iter().any(|it| self.world.names(action, it, from))
                || self.world.text(action).is_some_and(|text| self.world.text(topic) == Some(text))
        })
    }

    /// AWS Backup: on where a selection holds the cluster, by its ARN or by a tag.
    pub(super) fn backup(&mut self, member: &Member<'a>) {
        if Self::is_blind(member) {
            return;
        }
        let selection = self.world.of("aws_backup_selection").find(|it| self.selects(it, member));
        let Some(selection) = selection else { return };
        self.design.cluster.aws_backup = true;
        self.took(Field::AwsBackup, &selection.body.place);
        let text = format!(
            "{} holds the cluster, so aws_backup is true; its plan and vault are lost: the design's has its own",
            selection.address
        );
        self.say(NoticeKind::Dropped, &selection.body.place, text);
    }

    fn selects(&self, selection: &Resource, member: &Member<'a>) -> bool {
        let resources = selection.body.arguments.get("resources").map(|it| self.world.follow(&it.value));
        let listed = match resources {
            Some(Value::List(items)) => items.iter().any(|it| {
                member.is_named(&self.world, it, selection)
                    || self.world.text(it).is_some_and(|text| self.is_arn(&text, member))
            }),
            Some(value) => member.is_named(&self.world, value, selection),
            None => false,
        };
        let tags = selection.body.blocks.get("selection_tag").into_iter().flatten();
        let tagged = tags.into_iter().any(|tag| {
            let text = |name: &str| tag.arguments.get(name).and_then(|it| self.world.text(&it.value));
            let (Some(key), Some(value)) = (text("key"), text("value")) else { return false };
            member.layers.iter().any(|layer| {
                let own = ["tags_all", "tags"].iter().find_map(|name| {
                    match layer.body.arguments.get(*name).map(|it| &it.value) {
                        Some(Value::Map(tags)) => tags.get(&key),
                        _ => None,
                    }
                });
                own.or_else(|| layer.default_tags.get(&key))
                    .is_some_and(|it| self.world.text(it).as_ref() == Some(&value))
            })
        });
        listed || tagged
    }

    /// Whether a text is the cluster's ARN, or a pattern that ends in a star and holds it.
    fn is_arn(&self, text: &str, member: &Member<'a>) -> bool {
        let Some(name) = self.world.text_of(&member.layers, "cluster_identifier") else { return false };
        let end = format!(":cluster:{name}");
        text == "*" || text.ends_with(&end) || text.ends_with(":cluster:*")
    }
}

/// Whether a text mentions an address as a whole.
pub(super) fn mentions(text: &str, address: &str) -> bool {
    !address.is_empty()
        && text.match_indices(address).any(|(at, _)| {
            let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + address.len()..).and_then(|it| it.chars().next());
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
}
