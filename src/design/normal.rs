//! One design, one value: what a choice says that would follow anyway is taken back.

use super::{Design, Setting, read};

impl Design {
    /// The same design with every choice that would follow anyway turned back into `None`.
    #[must_use]
    pub fn normalized(mut self) -> Self {
        self.unpin_zones();
        self.part_items();
        for setting in Setting::all() {
            for field in setting.fields(&self) {
                field.forget(&mut self);
            }
        }
        // One average serves every secondary, so it follows from a range only where there is one of them.
        if let [only] = self.secondaries()
            && self.usage.secondaries_acu == Some(self.default_secondary_average(only))
        {
            self.usage.secondaries_acu = None;
        }
        self
    }

    /// Lists of ids hold words, as their texts and the spec have them: what is empty, or holds a comma or blanks around it,
    /// comes from a link or an import alone and could not be written down.
    fn part_items(&mut self) {
        let secondaries = self.global.iter_mut().flat_map(|global| &mut global.secondaries);
        let networks = secondaries.map(|it| &mut it.network).chain([&mut self.cluster.network]);
        for network in networks {
            for ids in [&mut network.subnet_ids, &mut network.client_security_group_ids] {
                if ids.iter().any(|id| id.is_empty() || id.contains(',') || id.trim() != id) {
                    *ids = read::list(&ids.join(","));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Decimal;

    #[test]
    fn what_would_follow_anyway_is_forgotten() {
        let mut design = Design::default();
        design.cluster.port = Some(5432);
        design.cluster.engine_version = Some("17.7".to_owned());
        design.cluster.name = Some("aurora-cluster".to_owned());
        design.usage.storage_gb = Some(Decimal::whole(100));
        assert_eq!(design.normalized(), Design::default());
    }

    #[test]
    fn ids_are_words() {
        let mut design = Design::default();
        design.cluster.network.subnet_ids = ["a,b", "", " c "].map(str::to_owned).to_vec();
        design.cluster.network.client_security_group_ids = vec![String::new()];
        let network = design.normalized().cluster.network;
        assert_eq!(network.subnet_ids, ["a", "b", "c"]);
        assert!(network.client_security_group_ids.is_empty());
    }
}
