//! Designs that rules show as good or bad: the default design with one thing changed.

use crate::design::{Cluster, Credentials, Design, GlobalCluster, Proxy, Secondary};
use crate::facts::Acu;
use crate::facts::regions::EU_WEST_1;

/// The default design, changed.
pub(super) fn design(change: impl FnOnce(&mut Design)) -> Design {
    let mut design = Design::default();
    change(&mut design);
    design.normalized()
}

/// The default design with another cluster.
pub(super) fn cluster(change: impl FnOnce(&mut Cluster)) -> Design {
    design(|it| change(&mut it.cluster))
}

/// The default design with RDS Proxy.
pub(super) fn proxy(change: impl FnOnce(&mut Proxy)) -> Design {
    let mut proxy = Proxy::default();
    change(&mut proxy);
    design(|it| it.proxy = Some(proxy))
}

/// A sound Global Database: 8 to 16 ACU, a secret of one's own, a secondary in `eu-west-1`.
pub(super) fn global(change: impl FnOnce(&mut GlobalCluster)) -> Design {
    let mut global =
        GlobalCluster { secondaries: vec![Secondary::in_region(&EU_WEST_1)], ..GlobalCluster::default() };
    change(&mut global);
    design(|it| {
        it.cluster.credentials = Credentials::SecretsManager;
        it.cluster.min_capacity = Acu::whole(8);
        it.global = Some(global);
    })
}

/// The same with one change to its secondary.
pub(super) fn secondary(change: impl FnOnce(&mut Secondary)) -> Design {
    let mut secondary = Secondary::in_region(&EU_WEST_1);
    change(&mut secondary);
    global(|it| it.secondaries = vec![secondary])
}
