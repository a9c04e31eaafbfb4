//! What the design leaves open to choose from.

use super::Design;
use crate::facts::regions::{REGIONS, Region};

impl Design {
    /// Regions that the design can move to: with Serverless v2 and none of its members; those that an account has from the
    /// start come first.
    pub fn regions_on_offer(&self) -> Vec<&'static Region> {
        let taken = |region: &Region| {
            region.code == self.region.code
                || self.secondaries().iter().any(|it| it.region.code == region.code)
        };
        let offered = |region: &&Region| region.serverless_v2 && !taken(region);
        let (opt_in, open): (Vec<_>, Vec<_>) =
            REGIONS.iter().copied().filter(offered).partition(|region| region.opt_in);
        [open, opt_in].concat()
    }

    /// Regions that a further secondary can have, in the table's order: with Serverless v2, in the primary's partition
    /// (a Global Database never leaves it), and with no member of this design yet.
    pub fn regions_on_offer_for_secondary(&self) -> Vec<&'static Region> {
        let taken = |region: &Region| {
            region.code == self.region.code
                || self.secondaries().iter().any(|it| it.region.code == region.code)
        };
        let offered = |region: &Region| region.serverless_v2 && region.partition == self.region.partition;
        REGIONS.iter().copied().filter(|region| offered(region) && !taken(region)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Edit;
    use crate::facts::regions::{EU_WEST_1, Partition};

    #[test]
    fn a_region_is_offered_in_its_partition_and_once() {
        let codes = |design: &Design| -> Vec<&str> {
            design.regions_on_offer_for_secondary().into_iter().map(|region| region.code).collect()
        };
        let design = Design::default();
        let moves = design.regions_on_offer();
        assert!(moves.iter().any(|region| region.code == "cn-north-1") && moves[0].code != "us-east-1");
        assert!(moves.is_sorted_by_key(|region| region.opt_in));
        assert!(codes(&design).contains(&"eu-west-1") && codes(&design).len() > 20);
        for code in ["us-east-1", "cn-north-1", "us-gov-west-1"] {
            assert!(Region::find(code).is_some() && !codes(&design).contains(&code), "{code}");
        }
        let more = design.with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
        assert!(!codes(&more).contains(&"eu-west-1"));
        assert_eq!(codes(&more).len() + 1, codes(&design).len());
        let china = Design { region: Region::find("cn-north-1").unwrap(), ..design };
        let offered = china.regions_on_offer_for_secondary();
        assert!(!offered.is_empty() && offered.iter().all(|it| it.partition == Partition::AwsCn));
    }
}
