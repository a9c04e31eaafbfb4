//! One design, one value: what a choice says that would follow anyway is taken back.

use super::{Design, Setting};

impl Design {
    /// The same design with every choice that would follow anyway turned back into `None`.
    #[must_use]
    pub fn normalized(mut self) -> Self {
        self.unpin_zones();
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
}
