//! Who keeps the master password, which itself is never read; and how often it changes.

use super::super::{NoticeKind, Resource, Source, Value};
use super::candidates::Member;
use super::{Got, Mapper, spelled, truth, whole, written};
use crate::design::{Credentials, Field};

impl<'a> Mapper<'a> {
    pub(super) fn credentials(&mut self, member: &Member<'a>) {
        const MANAGED: &str = "manage_master_user_password";
        let Some(top) = member.top() else { return };
        let managed = match self.world.get(&member.layers, MANAGED) {
            Got::Known(known) => truth(&self.world, known.value).map(|truth| (truth, known.argument)),
            _ => None,
        };
        let secret = self.world.argument(&member.layers, "master_user_secret");
        let password = ["master_password", "master_password_wo"]
            .into_iter()
            .find_map(|name| self.world.argument(&member.layers, name).map(|it| (name, it)));
        if let Some((true, argument)) = managed {
            self.took(Field::Credentials, &argument.place);
        } else if let Some((argument, _)) = secret {
            self.took(Field::Credentials, &argument.place);
        } else if let Some((name, (argument, resource))) = password {
            self.design.cluster.credentials = Credentials::SecretsManager;
            self.took(Field::Credentials, &argument.place);
            let text = format!(
                "{} of {} is never read; credentials is secrets_manager, and the export makes a new password",
                written(argument, resource, name),
                resource.address
            );
            self.say(NoticeKind::Taken, &argument.place, text);
            self.rotation(top);
        } else if let Got::Unknown(unknown) = self.world.get(&member.layers, MANAGED) {
            self.unresolved(&unknown, MANAGED, "credentials stays managed");
        } else if member.layers.iter().all(|it| it.source == Source::Describe) {
            self.design.cluster.credentials = Credentials::SecretsManager;
            let text = format!(
                "{} has no {}, so its password is not kept by RDS; credentials is secrets_manager",
                top.address,
                spelled("master_user_secret", top)
            );
            self.say(NoticeKind::Taken, &top.body.place, text);
        }
    }

    /// The rotation of the cluster's own secret.
    fn rotation(&mut self, top: &'a Resource) {
        let mut all: Vec<&'a Resource> = self.world.of("aws_secretsmanager_secret_rotation").collect();
        let near: Vec<&'a Resource> = all.iter().copied().filter(|it| it.module == top.module).collect();
        if !near.is_empty() {
            all = near;
        }
        let Some(rotation) = all.first() else { return };
        if all.len() > 1 {
            let text = format!("several secrets are rotated; {} is taken as the cluster's", rotation.address);
            self.say(NoticeKind::Taken, &rotation.body.place, text);
        }
        let Some(rules) = rotation.body.blocks.get("rotation_rules").and_then(|it| it.first()) else {
            return;
        };
        let says = |name: &str| rules.arguments.get(name).filter(|it| it.value != Value::Null);
        if let Some(argument) = says("automatically_after_days") {
            if let Some(days) = whole(&self.world, &argument.value) {
                self.design.cluster.rotation_days = Some(days);
                self.took(Field::RotationDays, &argument.place);
            } else {
                let waits = self.world.waits(&argument.value).unwrap_or_else(|| "a number".to_owned());
                let unknown = super::Unknown { argument, resource: rotation, waits };
                self.unresolved(&unknown, "automatically_after_days", "rotation_days is left out");
            }
            return;
        }
        let Some(argument) = says("schedule_expression") else { return };
        let schedule = self.world.text(&argument.value);
        if let Some(days) = schedule.as_deref().and_then(days_of) {
            self.design.cluster.rotation_days = Some(days);
            self.took(Field::RotationDays, &argument.place);
        } else {
            let name = written(argument, rotation, "schedule_expression");
            let text =
                format!("{name} of {} is no rate in days; rotation_days is left out", rotation.address);
            self.say(NoticeKind::Dropped, &argument.place, text);
        }
    }
}

/// The days of `rate(30 days)`.
fn days_of(schedule: &str) -> Option<u32> {
    let inside = schedule.trim().strip_prefix("rate(")?.strip_suffix(')')?;
    let (count, unit) = inside.trim().split_once(' ')?;
    matches!(unit.trim(), "day" | "days").then(|| count.trim().parse().ok()).flatten()
}
