//! Writes a link.

use std::borrow::Cow;

use crate::design::{Design, Field, KmsKey, Network, SETTINGS, Secondary, Vpc, Word};
use crate::facts::prices::PRICE_DATE;

use super::text::{checksum, escape};
use super::{LONGEST, MOST, TooLong, VERSION, keys};

/// What stays readable in a value: lists and pairs use these, and none of them ends a link in a chat.
const READABLE: &str = ":,/";

/// The fragment of a design, without `#`; equal designs give equal fragments.
///
/// # Errors
/// Where it would be longer than [`LONGEST`], or hold more than [`MOST`] instances or secondaries.
pub fn encode(design: &Design) -> Result<String, TooLong> {
    let too_many = 1 + design.cluster.readers.len() > MOST || design.secondaries().len() > MOST;
    if too_many {
        return Err(TooLong { length: 0 });
    }
    let design = design.clone().normalized();
    let mut link = Pairs(format!("{}={VERSION}", keys::VERSION));
    link.add(keys::PRICES_OF, &format!("{:04}-{:02}", PRICE_DATE.year(), PRICE_DATE.month()));
    for (field, key) in SETTINGS {
        // A part stands before its own settings, so that a cut link has the part at least.
        match field {
            Field::ProxyId if design.proxy.is_some() => link.add(keys::PROXY, "1"),
            Field::GlobalId => link.global(&design),
            _ => {}
        }
        if field.is_changed(&design) {
            link.add(key, &escape(&field.text(&design), READABLE));
        }
        if *field == Field::MaxCapacity {
            link.nodes(&design);
        }
    }
    link.lists(&design);
    let sum = checksum(&link.0);
    link.add(keys::CHECKSUM, &sum);
    if link.0.len() > LONGEST { Err(TooLong { length: link.0.len() }) } else { Ok(link.0) }
}

/// The fragment so far.
struct Pairs(String);

impl Pairs {
    /// Adds a key with a value that is escaped already.
    fn add(&mut self, key: &str, value: &str) {
        self.0.extend(["&", key, "=", value]);
    }

    fn nodes(&mut self, design: &Design) {
        let usual = Design::default().cluster;
        if design.cluster.writer == usual.writer && design.cluster.readers == usual.readers {
            return;
        }
        let node = |instance: &crate::design::Instance| {
            let zone = instance.availability_zone.map(|zone| zone.to_string()).unwrap_or_default();
            format!("{zone}{}", instance.promotion_tier)
        };
        let nodes: Vec<String> = design.instances().map(node).collect();
        self.add(keys::NODES, &nodes.join(","));
    }

    fn global(&mut self, design: &Design) {
        if design.global.is_some() && design.secondaries().is_empty() {
            self.add(keys::GLOBAL, "1");
        }
        for it in design.secondaries() {
            self.add(keys::SECONDARY, &secondary(it));
        }
    }

    fn lists(&mut self, design: &Design) {
        if design.cluster.kms_key != KmsKey::Create {
            self.add(keys::KMS, &escape(&design.cluster.kms_key.to_string(), READABLE));
        }
        for (key, value) in network(&design.cluster.network, ",") {
            self.add(key, &value);
        }
        let pair = |name: &str, value: &str| [&*escape(name, "/"), ":", &*escape(value, READABLE)].concat();
        for (name, value) in &design.tags {
            self.add(keys::TAG, &pair(name, value));
        }
        for (name, value) in &design.cluster.parameters {
            self.add(keys::PARAMETER, &pair(name, value));
        }
        for (field, price) in &design.prices {
            self.add(keys::PRICE, &pair(field.name(), &price.to_string()));
        }
        for it in &design.suppress {
            let until = it.until.map(|day| format!(":{day}")).unwrap_or_default();
            let value = format!("{}:{}{until}", escape(&it.rule, "/"), escape(&it.reason, ",/"));
            self.add(keys::SUPPRESS, &value);
        }
    }
}

/// `eu-west-1,readers:2,max:8`: commas part the settings, colons a setting from its value and items of a list.
fn secondary(it: &Secondary) -> String {
    let mut parts = it.region.code.to_owned();
    let mut add = |key: &str, value: &str| parts.extend([",", key, ":", value]);
    if it.readers != 1 {
        add(keys::READERS, &it.readers.to_string());
    }
    if it.write_forwarding {
        add(keys::FORWARD, it.write_forwarding.word());
    }
    if let Some(min) = it.min_capacity {
        add(keys::MIN, &min.to_string());
    }
    if let Some(max) = it.max_capacity {
        add(keys::MAX, &max.to_string());
    }
    if it.kms_key != KmsKey::Create {
        add(keys::KMS, &escape(&it.kms_key.to_string(), ":/"));
    }
    for (key, value) in network(&it.network, ":") {
        add(key, &value);
    }
    parts
}

/// The settings of a network that differ from "make one", with the sign that parts the items of its lists.
fn network<'a>(network: &'a Network, between: &str) -> Vec<(&'static str, Cow<'a, str>)> {
    let list =
        |items: &[String]| items.iter().map(|item| escape(item, "/")).collect::<Vec<_>>().join(between);
    let mut parts = Vec::new();
    if network.vpc != Vpc::Create {
        parts.push((keys::NETWORK, network.vpc.word().into()));
    }
    if let Some(cidr) = network.cidr {
        parts.push((keys::CIDR, cidr.to_string().into()));
    }
    if let Some(id) = &network.vpc_id {
        parts.push((keys::VPC, escape(id, "/")));
    }
    if !network.subnet_ids.is_empty() {
        parts.push((keys::SUBNETS, list(&network.subnet_ids).into()));
    }
    if !network.client_security_group_ids.is_empty() {
        parts.push((keys::CLIENT_GROUPS, list(&network.client_security_group_ids).into()));
    }
    parts
}
