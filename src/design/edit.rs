//! Every change there is. A drag, a key, a form field and a rule's fix are all one of these.

use std::fmt;

use crate::facts::regions::Region;

use super::values::{ValueError, Zone};
use super::{Client, Design, Field, Instance, Secondary, Suppression};

/// One change of a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// Reads a text into a setting, as typed.
    Set(Field, String),
    /// Takes a setting back to its default.
    Reset(Field),
    /// Adds a reader; without a zone it goes where fewest are.
    AddReader {
        /// Zone letter.
        zone: Option<Zone>,
        /// Failover tier.
        tier: u32,
    },
    /// Removes a reader, by its place among the instances (the writer is 0 and stays).
    RemoveReader(usize),
    /// Adds RDS Proxy with its defaults.
    AddProxy,
    /// Removes RDS Proxy.
    RemoveProxy,
    /// Adds a secondary Region, and the Global Database with the first.
    AddSecondary(&'static Region),
    /// Removes a secondary, and the Global Database with the last.
    RemoveSecondary(usize),
    /// Adds or removes a kind of client.
    ToggleClient(Client),
    /// Answers a finding.
    Suppress(Suppression),
}

impl Edit {
    /// A setting gets a value.
    pub fn set(field: Field, value: impl fmt::Display) -> Self {
        Self::Set(field, value.to_string())
    }
}

impl Design {
    /// The design after a change; every other instance stays in its zone.
    ///
    /// # Errors
    /// Where a text is no value of its setting, or the part the change is about is not there.
    pub fn with(&self, edit: &Edit) -> Result<Self, ValueError> {
        let mut design = self.clone();
        match edit {
            Edit::Set(field, text) => {
                // An instance that moves takes no other with it.
                if matches!(field, Field::InstanceZone(_)) {
                    design.pin_zones();
                }
                field.set(&mut design, text)?;
                design.settle(field);
            }
            Edit::Reset(field) => {
                field.reset(&mut design)?;
                design.settle(field);
            }
            Edit::AddReader { zone, tier } => {
                design.pin_zones();
                design.cluster.readers.push(Instance { availability_zone: *zone, promotion_tier: *tier });
            }
            Edit::RemoveReader(index) => {
                design.pin_zones();
                let place = index.checked_sub(1).filter(|place| *place < design.cluster.readers.len());
                design
                    .cluster
                    .readers
                    .remove(place.ok_or_else(|| ValueError::expected("a reader that exists"))?);
            }
            Edit::AddProxy => design.proxy = Some(design.proxy.take().unwrap_or_default()),
            Edit::RemoveProxy => design.proxy = None,
            Edit::AddSecondary(region) => {
                let mut global = design.global.take().unwrap_or_default();
                global.secondaries.push(Secondary::in_region(region));
                design.global = Some(global);
            }
            Edit::RemoveSecondary(index) => {
                design.pin_ranges_after(*index);
                let left = design.global.as_mut().map(|global| {
                    if *index < global.secondaries.len() {
                        global.secondaries.remove(*index);
                    }
                    global.secondaries.len()
                });
                if left == Some(0) {
                    design.global = None;
                }
            }
            Edit::ToggleClient(client) => {
                if !design.clients.remove(*client) {
                    design.clients.insert(*client);
                }
            }
            Edit::Suppress(suppression) => {
                design.suppress.retain(|known| known.rule != suppression.rule);
                design.suppress.push(suppression.clone());
            }
        }
        Ok(design.normalized())
    }

    /// The design after several changes, as one.
    ///
    /// # Errors
    /// Where one of them can't be made; then none is.
    pub fn with_all<'a>(&self, edits: impl IntoIterator<Item = &'a Edit>) -> Result<Self, ValueError> {
        edits.into_iter().try_fold(self.clone(), |design, edit| design.with(edit))
    }

    /// What must follow a setting because it means nothing else afterwards.
    fn settle(&mut self, field: &Field) {
        if *field != Field::Engine {
            return;
        }
        // A version, its logs and its parameters belong to one engine.
        self.cluster.engine_version = None;
        self.cluster.log_exports = None;
        self.cluster.parameters.clear();
        if let Some(proxy) = &mut self.proxy {
            proxy.engine_family = None;
            proxy.client_password_auth_type = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Cluster, Engine, Proxy};

    #[test]
    fn every_setting_takes_its_own_text_back_unchanged() {
        let mut design = Design { proxy: Some(Proxy::default()), ..Design::default() };
        design = design.with(&Edit::AddSecondary(&crate::facts::regions::EU_WEST_1)).unwrap();
        for field in Field::settings() {
            assert_eq!(
                design.with(&Edit::set(field.clone(), field.text(&design))).as_ref(),
                Ok(&design),
                "{field:?}"
            );
            assert_eq!(design.with(&Edit::Reset(field.clone())).as_ref(), Ok(&design), "{field:?}");
            assert_eq!(field.text(&design), field.default_text(&design), "{field:?}");
        }
    }

    #[test]
    fn nothing_is_changed_in_a_part_that_is_not_there() {
        let changed = |field: &Field| field.is_changed(&Design::default());
        assert_eq!(Field::settings().find(|field| changed(field)), None);
    }

    #[test]
    fn removing_a_reader_moves_nobody() {
        let mut design = Design::default();
        for _ in 0..2 {
            design = design.with(&Edit::AddReader { zone: None, tier: 1 }).unwrap();
        }
        let letters = |design: &Design| design.zones().into_iter().map(Zone::letter).collect::<String>();
        assert_eq!(letters(&design), "abca");
        let design = design.with(&Edit::RemoveReader(1)).unwrap();
        assert_eq!(letters(&design), "aca");
        assert!(design.with(&Edit::RemoveReader(0)).is_err());
        assert!(design.with(&Edit::RemoveReader(3)).is_err());
    }

    #[test]
    fn another_engine_brings_its_own_version_user_and_port() {
        let design = Design::default().with(&Edit::set(Field::EngineVersion, "16.8")).unwrap();
        let design = design.with(&Edit::set(Field::Engine, "aurora-mysql")).unwrap();
        let cluster = Cluster { engine: Engine::AuroraMysql, ..Cluster::default() };
        assert_eq!(design, Design { cluster, ..Design::default() });
        assert_eq!((design.port(), design.master_username()), (3306, "admin"));
    }

    #[test]
    fn what_is_no_value_changes_nothing_and_says_what_would_be_one() {
        let error = Design::default().with(&Edit::set(Field::MinCapacity, "0.3")).unwrap_err();
        assert_eq!(error.to_string(), "expected ACUs in steps of 0.5; the nearest is 0.5");
        assert!(Design::default().with(&Edit::set(Field::RequireTls, "false")).is_err());
    }
}
