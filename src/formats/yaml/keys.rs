//! Every key of a spec, in the order in which it is written. Settings bring theirs from their rows; what stands beside
//! them, and where the file's order is not that of the rows, is said here.

use std::sync::LazyLock;

use crate::design::{Field, Home, Member, Setting, Shape};

/// A key and what stands behind it.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) slot: Slot,
}

/// What stands behind a key.
pub(super) enum Slot {
    /// One setting, by the place of the instance or the secondary it belongs to.
    Setting(Box<dyn Fn(usize) -> Field + Send + Sync>),
    /// Settings under names of the user's own.
    Named(&'static Setting),
    /// A word that says what the reader knows anyway.
    Fixed(&'static str),
    /// A map of further keys.
    Map(Vec<Key>),
    /// The version of the format; this one is 1 and not written.
    Version,
    /// Cluster, proxy, Global Database.
    Resources,
    /// Writer and readers.
    Instances,
    /// What the writer is known by.
    Role,
    /// The clusters of other Regions.
    Secondaries,
    /// Findings the user has answered.
    Suppress,
}

/// The keys of each map that the file has.
pub(super) struct Keys {
    /// The file.
    pub(super) spec: Vec<Key>,
    /// The `aws_rds_aurora` resource.
    pub(super) cluster: Vec<Key>,
    /// The `aws_db_proxy` resource.
    pub(super) proxy: Vec<Key>,
    /// The `aws_rds_global_cluster` resource.
    pub(super) global: Vec<Key>,
    /// An item of `instances`, by its place with the writer first.
    pub(super) instance: Vec<Key>,
    /// An item of `secondaries`, by its place.
    pub(super) secondary: Vec<Key>,
}

/// The cluster's type.
pub(super) const CLUSTER_TYPE: &str = "aws_rds_aurora";
/// The proxy's type.
pub(super) const PROXY_TYPE: &str = "aws_db_proxy";
/// The Global Database's type.
pub(super) const GLOBAL_TYPE: &str = "aws_rds_global_cluster";

/// All of them.
pub(super) static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    spec: spec(),
    cluster: resource(CLUSTER_TYPE, cluster()),
    proxy: resource(PROXY_TYPE, of(Home::Proxy)),
    global: resource(GLOBAL_TYPE, global()),
    instance: instance(),
    secondary: secondary(),
});

impl Keys {
    /// The resource types, each with its keys.
    pub(super) fn resources(&self) -> [(&'static str, &[Key]); 3] {
        [(CLUSTER_TYPE, &self.cluster), (PROXY_TYPE, &self.proxy), (GLOBAL_TYPE, &self.global)]
    }
}

fn spec() -> Vec<Key> {
    let mut keys = of(Home::Spec);
    keys.insert(0, Key { name: "spec_version", slot: Slot::Version });
    put(&mut keys, "project_name", Key { name: "architecture_type", slot: Slot::Fixed("rds_aurora") });
    put(&mut keys, "project_name", Key { name: "provider", slot: Slot::Fixed("aws") });
    put(&mut keys, "prices", Key { name: "resources", slot: Slot::Resources });
    keys
}

fn cluster() -> Vec<Key> {
    let mut keys = of(Home::Cluster);
    if let Some(Slot::Map(config)) = keys.iter_mut().find(|key| key.name == "config").map(|key| &mut key.slot)
    {
        // The link has the range first, so that a cut one still holds it; the file has what the database is called.
        shift(config, "port", "instances");
        shift(config, "port", "serverless_v2");
    }
    keys
}

fn global() -> Vec<Key> {
    let mut keys = of(Home::Global);
    let secondaries = Key { name: "secondaries", slot: Slot::Secondaries };
    keys.push(Key { name: "config", slot: Slot::Map(vec![secondaries]) });
    keys
}

fn instance() -> Vec<Key> {
    let mut keys = of(Home::Instance);
    keys.insert(0, Key { name: "type", slot: Slot::Role });
    keys
}

fn secondary() -> Vec<Key> {
    let mut keys = of(Home::Secondary);
    shift(&mut keys, "network", "kms_key");
    keys
}

/// A resource says its type and its provider, too.
fn resource(name: &'static str, mut keys: Vec<Key>) -> Vec<Key> {
    put(&mut keys, "id", Key { name: "type", slot: Slot::Fixed(name) });
    put(&mut keys, "name", Key { name: "provider", slot: Slot::Fixed("aws") });
    keys
}

/// The keys of the settings at a place of the file, in the order of their rows.
fn of(home: Home) -> Vec<Key> {
    let mut keys = Vec::new();
    let at_home = |it: &&Setting| it.home() == home && !it.key().is_empty();
    // Settings of a secondary come before those that the primary has as well; in the cluster these stand among the others.
    let late = |it: &&Setting| it.home() == Home::Member && home == Home::Secondary;
    let among = |it: &&Setting| it.home() == Home::Member && home == Home::Cluster;
    for setting in Setting::all().filter(|it| at_home(it) || among(it)).chain(Setting::all().filter(late)) {
        let way = if among(&setting) { vec!["config"] } else { Vec::new() };
        let way: Vec<&str> = way.into_iter().chain(setting.key().split('.')).collect();
        insert(&mut keys, &way, slot(setting, home));
    }
    keys
}

/// Adds a key behind the way to it, and the maps that the way leads through.
fn insert(keys: &mut Vec<Key>, way: &[&'static str], slot: Slot) {
    let Some((name, rest)) = way.split_first() else { return };
    if rest.is_empty() {
        keys.push(Key { name, slot });
        return;
    }
    let known = keys.iter_mut().find(|key| key.name == *name).map(|key| &mut key.slot);
    if let Some(Slot::Map(inside)) = known {
        insert(inside, rest, slot);
    } else {
        let mut inside = Vec::new();
        insert(&mut inside, rest, slot);
        keys.push(Key { name, slot: Slot::Map(inside) });
    }
}

fn slot(setting: &'static Setting, home: Home) -> Slot {
    match setting.shape() {
        Shape::Once(Field::Instances) => Slot::Instances,
        Shape::Once(field) => Slot::Setting(Box::new(|_| field.clone())),
        Shape::Instance(field) | Shape::Secondary(field) => Slot::Setting(Box::new(field)),
        Shape::Member(field) if home == Home::Secondary => {
            Slot::Setting(Box::new(|index| field(Member::Secondary(index))))
        }
        Shape::Member(field) => Slot::Setting(Box::new(|_| field(Member::Primary))),
        Shape::Named(_) | Shape::Price(_) => Slot::Named(setting),
        Shape::Listed(_) => Slot::Suppress,
    }
}

/// Puts a key behind another.
fn put(keys: &mut Vec<Key>, behind: &str, key: Key) {
    let place = keys.iter().position(|it| it.name == behind).map_or(keys.len(), |place| place + 1);
    keys.insert(place, key);
}

/// Takes a key from where it stands and puts it behind another.
fn shift(keys: &mut Vec<Key>, behind: &str, name: &str) {
    if let Some(place) = keys.iter().position(|it| it.name == name) {
        let key = keys.remove(place);
        put(keys, behind, key);
    }
}
