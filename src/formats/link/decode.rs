//! Reads a link: the best design it holds, and a notice for each part that was not understood. Never fails.

use std::collections::BTreeMap;

use std::fmt::Display;

use crate::design::fields::{acu, decimal, number, region, word};
use crate::design::{
    Cidr, Design, Edit, Instance, KmsKey, Network, Proxy, SETTINGS, Secondary, Suppression, ValueError, Zone,
};
use crate::facts::Day;
use crate::facts::prices::PriceField;

use super::text::{checksum, unescape};
use super::{LONGEST, MOST, Notice, VERSION, keys};

/// More notices than these help nobody.
const MOST_NOTICES: usize = 20;

/// The design of a whole address, or of a fragment with or without `#`; an empty text is the default design.
pub fn decode(text: &str) -> (Design, Vec<Notice>) {
    let mut notices = Notices::default();
    let design = match fragment(text.trim()) {
        None => {
            notices.say("The address has no part after #, so the default design is shown.");
            Design::default()
        }
        Some("") => Design::default(),
        Some(fragment) if fragment.len() > LONGEST => {
            notices.say(format!(
                "The link is longer than {LONGEST} characters and is not read; the default design is shown. Ask for the file."
            ));
            Design::default()
        }
        Some(fragment) => {
            check_whole(fragment, &mut notices);
            Link::parse(fragment, &mut notices).design(&mut notices)
        }
    };
    (design, notices.finish())
}

/// What stands after `#`; `None` for an address without one.
fn fragment(text: &str) -> Option<&str> {
    if let Some((_, fragment)) = text.split_once('#') {
        return Some(fragment);
    }
    // A value may hold an address too, but it stands behind its key.
    let start = text.split('=').next().unwrap_or("");
    (!start.contains("://")).then_some(text)
}

fn check_whole(fragment: &str, notices: &mut Notices) {
    let end = format!("&{}=", keys::CHECKSUM);
    match fragment.rsplit_once(&end) {
        Some((before, sum)) if sum == checksum(before) => {}
        Some(_) => {
            notices.say("The link was edited or damaged after it was made; what can be read of it is shown.");
        }
        None => notices.say("The end of the link is missing; what can be read of it is shown."),
    }
}

#[derive(Default)]
struct Notices {
    said: Vec<Notice>,
    unsaid: usize,
}

impl Notices {
    fn say(&mut self, message: impl Into<String>) {
        if self.said.len() < MOST_NOTICES {
            self.said.push(Notice { message: message.into() });
        } else {
            self.unsaid += 1;
        }
    }

    /// A value that can't be read, and why.
    fn unread(&mut self, key: &str, value: &str, why: impl Display) {
        self.say(format!(
            "{}={} in the link can't be read ({why}); it is left out.",
            shown(key),
            shown(value)
        ));
    }

    fn finish(mut self) -> Vec<Notice> {
        if self.unsaid > 0 {
            let message = format!("{} more parts of the link can't be read.", self.unsaid);
            self.said.push(Notice { message });
        }
        self.said
    }
}

/// A piece of a link as a notice may show it: short, and without control characters.
fn shown(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    let mut short: String = text.chars().take(40).map(plain).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

/// The values of each key, still escaped, in the link's order.
struct Link<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Link<'a> {
    fn parse(fragment: &'a str, notices: &mut Notices) -> Self {
        let mut link = Self(BTreeMap::new());
        for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            link.0.entry(key).or_default().push(value);
        }
        link.read_version(notices);
        link
    }

    fn read_version(&mut self, notices: &mut Notices) {
        match self.one(keys::VERSION, notices).map(|text| (text, number(text))) {
            Some((_, Ok(VERSION))) => {}
            Some((text, Ok(version))) if version > VERSION => notices.say(format!(
                "The link was made by a newer version of this tool (v={}); what this one understands is shown.",
                shown(text)
            )),
            Some((text, _)) => notices.unread(keys::VERSION, text, "expected 1"),
            None => notices.say("The link does not say which version made it; it is read as version 1."),
        }
        if let Some(text) = self.one(keys::PRICES_OF, notices)
            && Day::parse(&format!("{text}-01")).is_none()
        {
            notices.unread(keys::PRICES_OF, text, "expected a month such as 2026-10");
        }
        self.0.remove(keys::CHECKSUM);
    }

    /// The value of a key that stands once.
    fn one(&mut self, key: &str, notices: &mut Notices) -> Option<&'a str> {
        let values = self.0.remove(key)?;
        if values.len() > 1 {
            notices.say(format!("{key} stands in the link more than once; the first one counts."));
        }
        values.first().copied()
    }

    /// Every value of a key that may stand several times.
    fn all(&mut self, key: &str) -> Vec<&'a str> {
        self.0.remove(key).unwrap_or_default()
    }

    fn design(mut self, notices: &mut Notices) -> Design {
        let mut design = Design::default();
        self.parts(&mut design, notices);
        for (field, key) in SETTINGS {
            if let Some(value) = self.one(key, notices) {
                match plain(value).and_then(|text| design.with(&Edit::Set(field.clone(), text))) {
                    Ok(changed) => design = changed,
                    Err(why) => notices.unread(key, value, why),
                }
            }
        }
        self.lists(&mut design, notices);
        for (key, values) in self.0 {
            let value = values.first().copied().unwrap_or("");
            notices.say(format!(
                "{}={} in the link means nothing to this version; it is left out.",
                shown(key),
                shown(value)
            ));
        }
        design.normalized()
    }

    /// The parts that settings belong to.
    fn parts(&mut self, design: &mut Design, notices: &mut Notices) {
        let mut present = |key: &str, notices: &mut Notices| match self.one(key, notices) {
            None => false,
            Some("1") => true,
            Some(value) => {
                notices.unread(key, value, "expected 1");
                false
            }
        };
        design.proxy = present(keys::PROXY, notices).then(Proxy::default);
        let global = present(keys::GLOBAL, notices) || self.0.contains_key(keys::SECONDARY);
        design.global = global.then(Default::default);
    }

    /// What is neither a part nor one setting. Last, because every edit before it settles the whole design.
    fn lists(&mut self, design: &mut Design, notices: &mut Notices) {
        self.nodes(design, notices);
        self.secondaries(design, notices);
        if let Some(value) = self.one(keys::KMS, notices) {
            put(&mut design.cluster.kms_key, keys::KMS, value, KmsKey::parse, notices);
        }
        for key in NETWORK {
            if let Some(value) = self.one(key, notices) {
                set_network(&mut design.cluster.network, key, value, ',', notices);
            }
        }
        for (key, to) in [(keys::TAG, &mut design.tags), (keys::PARAMETER, &mut design.cluster.parameters)] {
            for value in self.all(key) {
                match name_and_text(value) {
                    Ok((name, _)) if to.contains_key(&name) => {
                        notices.unread(key, value, "it stands there twice");
                    }
                    Ok((name, text)) => drop(to.insert(name, text)),
                    Err(why) => notices.unread(key, value, why),
                }
            }
        }
        for value in self.all(keys::PRICE) {
            match name_and_text(value).and_then(|(name, text)| Ok((price_field(&name)?, decimal(&text)?))) {
                Ok((field, _)) if design.prices.contains_key(&field) => {
                    notices.unread(keys::PRICE, value, "it stands there twice");
                }
                Ok((field, price)) => drop(design.prices.insert(field, price)),
                Err(why) => notices.unread(keys::PRICE, value, why),
            }
        }
        for value in self.all(keys::SUPPRESS) {
            match suppression(value) {
                Ok(it) => design.suppress.push(it),
                Err(why) => notices.unread(keys::SUPPRESS, value, why),
            }
        }
    }

    fn nodes(&mut self, design: &mut Design, notices: &mut Notices) {
        let Some(value) = self.one(keys::NODES, notices) else { return };
        let mut instances = Vec::new();
        for (place, text) in value.split(',').take(MOST).enumerate() {
            instances.push(node(text).unwrap_or_else(|why| {
                notices.unread(keys::NODES, text, why);
                Instance::in_tier(u32::from(place > 0))
            }));
        }
        if value.split(',').nth(MOST).is_some() {
            notices.say(format!("The link holds more than {MOST} instances; the first {MOST} are shown."));
        }
        if let Some((writer, readers)) = instances.split_first() {
            design.cluster.writer = *writer;
            design.cluster.readers = readers.to_vec();
        }
    }

    fn secondaries(&mut self, design: &mut Design, notices: &mut Notices) {
        let values = self.all(keys::SECONDARY);
        let Some(global) = &mut design.global else { return };
        global.secondaries = values.iter().take(MOST).filter_map(|value| secondary(value, notices)).collect();
        if values.len() > MOST {
            notices.say(format!("The link holds more than {MOST} secondaries; the first {MOST} are shown."));
        }
    }
}

const NETWORK: [&str; 5] = [keys::NETWORK, keys::CIDR, keys::VPC, keys::SUBNETS, keys::CLIENT_GROUPS];

fn plain(value: &str) -> Result<String, ValueError> {
    unescape(value).ok_or_else(|| ValueError::expected("whole %-escapes of UTF-8"))
}

/// Reads a value into its place, or leaves the place as it is.
fn put<T>(
    place: &mut T,
    key: &str,
    value: &str,
    read: impl Fn(&str) -> Result<T, ValueError>,
    notices: &mut Notices,
) {
    match plain(value).and_then(|text| read(&text)) {
        Ok(found) => *place = found,
        Err(why) => notices.unread(key, value, why),
    }
}

/// `b1`: a zone where one was chosen, and a tier.
fn node(text: &str) -> Result<Instance, ValueError> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let zone = text.strip_suffix(digits).filter(|zone| !zone.is_empty()).map(Zone::parse).transpose()?;
    Ok(Instance { availability_zone: zone, promotion_tier: number(digits)? })
}

/// `eu-west-1,readers:2,max:8`
fn secondary(value: &str, notices: &mut Notices) -> Option<Secondary> {
    let mut parts = value.split(',');
    let mut it = match plain(parts.next().unwrap_or("")).and_then(|code| region(&code)) {
        Ok(region) => Secondary::in_region(region),
        Err(why) => {
            notices.unread(keys::SECONDARY, value, why);
            return None;
        }
    };
    for part in parts {
        let (key, text) = part.split_once(':').unwrap_or((part, ""));
        match key {
            keys::READERS => put(&mut it.readers, key, text, number, notices),
            keys::FORWARD => put(&mut it.write_forwarding, key, text, word, notices),
            keys::MIN => put(&mut it.min_capacity, key, text, |text| acu(text).map(Some), notices),
            keys::MAX => put(&mut it.max_capacity, key, text, |text| acu(text).map(Some), notices),
            keys::KMS => put(&mut it.kms_key, key, text, KmsKey::parse, notices),
            _ if NETWORK.contains(&key) => set_network(&mut it.network, key, text, ':', notices),
            _ => notices.unread(keys::SECONDARY, part, "it means nothing to this version"),
        }
    }
    Some(it)
}

fn set_network(network: &mut Network, key: &str, value: &str, between: char, notices: &mut Notices) {
    let mut list = |place: &mut Vec<String>| match value.split(between).map(plain).collect() {
        Ok(items) => *place = items,
        Err(why) => notices.unread(key, value, why),
    };
    match key {
        keys::SUBNETS => list(&mut network.subnet_ids),
        keys::CLIENT_GROUPS => list(&mut network.client_security_group_ids),
        keys::CIDR => put(&mut network.cidr, key, value, |text| Cidr::parse(text).map(Some), notices),
        keys::VPC => put(&mut network.vpc_id, key, value, |text| Ok(Some(text.to_owned())), notices),
        _ => put(&mut network.vpc, key, value, word, notices),
    }
}

/// `team:payments`; the name's own colons are escaped.
fn name_and_text(value: &str) -> Result<(String, String), ValueError> {
    let (name, text) =
        value.split_once(':').ok_or_else(|| ValueError::expected("a name, a colon and a value"))?;
    Ok((plain(name)?, plain(text)?))
}

fn price_field(name: &str) -> Result<PriceField, ValueError> {
    PriceField::find(name).ok_or_else(|| ValueError::expected("the name of a price"))
}

/// `pause/proxy-keeps-awake:worth it here:2027-01-31`
fn suppression(value: &str) -> Result<Suppression, ValueError> {
    let mut parts = value.splitn(3, ':');
    let mut next = || parts.next().map(plain).transpose();
    let (Some(rule), Some(reason), until) = (next()?, next()?, next()?) else {
        return Err(ValueError::expected("a rule, a colon and a reason"));
    };
    let day =
        |text: String| Day::parse(&text).ok_or_else(|| ValueError::expected("a day such as 2027-01-31"));
    Ok(Suppression { rule, reason, until: until.map(day).transpose()? })
}
