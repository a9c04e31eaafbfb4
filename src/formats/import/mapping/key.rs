//! The key of the storage.

use super::super::{NoticeKind, Resource, Value};
use super::candidates::Member;
use super::{Got, Mapper, Unknown, written};
use crate::design::{Field, KmsKey, Member as Place};

/// AWS' own key of RDS, by its alias.
const ALIAS: &str = "alias/aws/rds";

impl<'a> Mapper<'a> {
    /// The key of a cluster; `secondary` is its place where it is one.
    pub(super) fn key(&mut self, member: &Member<'a>, secondary: Option<usize>) -> KmsKey {
        let encrypted = match secondary {
            None => self.design.cluster.encryption,
            Some(_) => true,
        };
        let field = Field::KmsKey(secondary.map_or(Place::Primary, Place::Secondary));
        let Some((argument, resource)) = self.world.argument(&member.layers, "kms_key_id") else {
            return if encrypted { KmsKey::AwsManaged } else { KmsKey::Create };
        };
        if let Some(key) = self.key_of(&argument.value, resource, 0) {
            self.took(field, &argument.place);
            return key;
        }
        let instead = "the design makes a key of its own (create)";
        match self.world.get(&member.layers, "kms_key_id") {
            Got::Unknown(unknown) => self.unresolved(&unknown, "kms_key_id", instead),
            _ if self.world.waits(&argument.value).is_some() => {
                let waits = self.world.waits(&argument.value).unwrap_or_default();
                self.unresolved(&Unknown { argument, resource, waits }, "kms_key_id", instead);
            }
            _ => {
                let name = written(argument, resource, "kms_key_id");
                let id = self.world.text(&argument.value).unwrap_or_default();
                let text = format!(
                    "{name} {} of {} is not the ARN of a key; {instead}",
                    super::shown(&id),
                    resource.address
                );
                self.say(NoticeKind::NotUnderstood, &argument.place, text);
            }
        }
        KmsKey::Create
    }

    /// The key behind a value: an ARN, AWS' own, or one that the input makes.
    fn key_of(&self, value: &Value, from: &Resource, depth: usize) -> Option<KmsKey> {
        // An alias of an alias of an alias is a circle.
        if depth > 4 {
            return None;
        }
        if let Value::Edge(_) = value {
            for (kind, attributes) in
                [("aws_kms_key", ["arn", "key_id"]), ("aws_kms_alias", ["target_key_arn", "target_key_id"])]
            {
                let Some(target) = self.world.target(value, kind, from) else { continue };
                let named = |name: &str| self.world.text_of_one(target, name);
                let is_own = [named("name"), named("key_id")].iter().flatten().any(|it| it.ends_with(ALIAS));
                if target.data && is_own {
                    return Some(KmsKey::AwsManaged);
                }
                if target.kind == "aws_kms_key" && !target.data {
                    // A key that exists already has an ARN.
                    let arn = named("arn").filter(|it| it.starts_with("arn:"));
                    return Some(arn.map_or(KmsKey::Create, KmsKey::Arn));
                }
                let further = attributes.iter().find_map(|name| target.body.arguments.get(*name));
                return self.key_of(&further?.value, target, depth + 1);
            }
        }
        let text = self.world.text(value)?;
        match text.as_str() {
            _ if text == ALIAS || text.starts_with("arn:") && text.ends_with(ALIAS) => {
                Some(KmsKey::AwsManaged)
            }
            _ if text.starts_with("arn:") => KmsKey::parse(&text).ok(),
            _ => None,
        }
    }
}
