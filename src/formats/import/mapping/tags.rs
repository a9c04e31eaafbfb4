//! Tags, and the environment that one of them names.

use std::collections::BTreeMap;

use super::super::{Argument, NoticeKind, Place, Resource, Value};
use super::candidates::Member;
use super::{Got, Mapper, shown, spelled, written};
use crate::design::{Environment, Field, read};

/// Tags that name the environment, the one that counts first.
const STAGES: [&str; 3] = ["environment", "env", "stage"];

impl<'a> Mapper<'a> {
    pub(super) fn tags(&mut self, member: &Member<'a>) {
        let Some(top) = member.top() else { return };
        let (values, place, name) = self.tag_values(member, top);
        let mut tags = BTreeMap::new();
        for (key, value) in values {
            match self.world.text(&value) {
                Some(_) if read::name(&key).is_err() => {
                    let text = format!(
                        "the tag {} of {} has a name too long to be written; it is left out",
                        shown(&key),
                        top.address
                    );
                    self.say(NoticeKind::Dropped, &place, text);
                }
                Some(text) => {
                    tags.insert(key, text);
                }
                None if value == Value::Null => {}
                None => {
                    let waits = self.world.waits(&value).unwrap_or_default();
                    let text = format!(
                        "{name} of {} can't be resolved: the tag {} waits for {}; it is left out",
                        top.address,
                        shown(&key),
                        shown(&waits)
                    );
                    self.say(NoticeKind::NotUnderstood, &place, text);
                    if STAGES.contains(&key.to_ascii_lowercase().as_str()) {
                        self.say(
                            NoticeKind::NotUnderstood,
                            &place,
                            format!(
                                "the tag {} waits for {}, so environment is production",
                                shown(&key),
                                shown(&waits)
                            ),
                        );
                    }
                }
            }
        }
        self.environment(&mut tags, &place);
        tags.retain(|key, _| {
            !["Name", "Project", "ManagedBy"].contains(&key.as_str())
                && !key.starts_with("aws:")
                && !key.starts_with("rds:")
        });
        for key in tags.keys() {
            self.taken.push((Field::Tag(key.clone()), place.clone()));
        }
        self.design.tags = tags;
    }

    /// Every tag with its value, the argument's place and its name.
    fn tag_values(
        &mut self,
        member: &Member<'a>,
        top: &'a Resource,
    ) -> (BTreeMap<String, Value>, Place, String) {
        if let Got::Known(known) = self.world.get(&member.layers, "tags_all")
            && let Value::Map(tags) = known.value
        {
            return (tags.clone(), known.argument.place.clone(), spelled("tags", top));
        }
        let mut tags: BTreeMap<String, Value> = top.default_tags.clone();
        let tagged = |argument: &Argument| (argument.place.clone(), written(argument, top, "tags"));
        let (place, name) = match self.world.get(&member.layers, "tags") {
            Got::Known(known) => {
                if let Value::Map(own) = known.value {
                    tags.extend(own.clone());
                }
                tagged(known.argument)
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "tags", "the cluster's own tags are left out");
                tagged(unknown.argument)
            }
            Got::Left => (top.body.place.clone(), spelled("tags", top)),
        };
        (tags, place, name)
    }

    fn environment(&mut self, tags: &mut BTreeMap<String, String>, place: &Place) {
        let of = |stage: &str| tags.keys().find(|key| key.eq_ignore_ascii_case(stage)).cloned();
        let Some(key) = STAGES.iter().find_map(|stage| of(stage)) else { return };
        let Some(value) = tags.remove(&key) else { return };
        let environment = match value.trim().to_ascii_lowercase().as_str() {
            "dev" | "development" | "test" => Environment::Development,
            "staging" | "stage" | "stg" | "uat" | "qa" => Environment::Staging,
            "prod" | "production" | "prd" | "live" => Environment::Production,
            _ => {
                let text = format!(
                    "the tag {key} says {}, which is no environment of a design; production is taken",
                    shown(&value)
                );
                self.say(NoticeKind::Taken, place, text);
                Environment::Production
            }
        };
        self.design.environment = environment;
        self.took(Field::Environment, place);
    }
}
