//! Proxies: what they are, their pool, and whom they reach.

use std::collections::BTreeSet;

use super::names::{AUTH, POOL, PROXY, TARGET_GROUP};
use super::objects::{Answers, Kind, Object, block, set};
use crate::formats::import::{Block, Found, Value};

impl Answers {
    pub(super) fn target(&self, object: &Object, found: &mut Found) {
        let tree = &object.tree;
        let kind = tree.text("Type");
        let id = tree.text("RdsResourceId").unwrap_or_default();
        let (name, argument, member) = match kind {
            Some("TRACKED_CLUSTER") => {
                (tree.text("TrackedClusterId").unwrap_or(id), "db_cluster_identifier", "TrackedClusterId")
            }
            // The instances of a tracked cluster are listed beside it.
            _ if tree.text("TrackedClusterId").is_some() => return,
            _ => (id, "db_instance_identifier", "RdsResourceId"),
        };
        let mut resource = object.plain("aws_db_proxy_target", name, None, &[]);
        set(&mut resource.body, argument, Value::Text(name.to_owned()), member);
        let proxies: BTreeSet<&str> =
            self.of(Kind::Proxy).filter_map(|it| it.tree.text("DBProxyName")).collect();
        let in_name = proxies.iter().copied().find(|it| object.file.contains(it));
        let only = proxies.first().copied().filter(|_| proxies.len() == 1);
        // A target does not tell its proxy: the only one, or the one that the file is called after.
        let proxy = only.or(in_name).map_or_else(
            || {
                Value::Unresolved(
                    "the name of its proxy, which describe-db-proxy-targets leaves out".to_owned(),
                )
            },
            |proxy| Value::Text(proxy.to_owned()),
        );
        set(&mut resource.body, "db_proxy_name", proxy, "DBProxyName");
        found.resources.push(resource);
    }
}

pub(super) fn proxy(object: &Object, found: &mut Found) {
    let tree = &object.tree;
    let Some(name) = tree.text("DBProxyName") else { return };
    let mut resource = object.plain("aws_db_proxy", name, tree.text("DBProxyArn"), PROXY);
    let place = resource.body.place.clone();
    let auth: Vec<Block> = tree.list("Auth").iter().map(|it| block(it, AUTH, &place)).collect();
    if !auth.is_empty() {
        resource.body.blocks.insert("auth".to_owned(), auth);
    }
    found.resources.push(resource);
}

pub(super) fn target_group(object: &Object, found: &mut Found) {
    let tree = &object.tree;
    // Another group than the default one belongs to nothing that a design says.
    let Some(name) = tree.text("DBProxyName") else { return };
    let arn = tree.text("TargetGroupArn");
    let mut resource = object.plain("aws_db_proxy_default_target_group", name, arn, TARGET_GROUP);
    if let Some(pool) = tree.get("ConnectionPoolConfig") {
        let mut block = block(pool, POOL, &resource.body.place);
        if pool.get("InitQuery").is_some() {
            set(&mut block, "init_query", Value::Secret, "InitQuery");
        }
        resource.body.blocks.insert("connection_pool_config".to_owned(), vec![block]);
    }
    found.resources.push(resource);
}
