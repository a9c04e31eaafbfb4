//! Reads a link: the best design it holds, and a notice for each part that was not understood. Never fails.

use std::fmt::Display;

use litemap::LiteMap;

use crate::design::read::{number, region};
use crate::design::{
    Design, Edit, Field, Instance, Member, Proxy, Secondary, Setting, Shape, Suppression, ValueError, Zone,
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
            Link::parse(fragment, MOST, &mut notices).design(&mut notices)
        }
    };
    (design, notices.finish())
}

/// The design of a text that [`keep`](super::keep) wrote, however long; a notice for each part that is not understood.
pub fn kept(text: &str) -> (Design, Vec<Notice>) {
    let mut notices = Notices::default();
    check_whole(text, &mut notices);
    let design = Link::parse(text, usize::MAX, &mut notices).design(&mut notices);
    (design, notices.finish())
}

/// The month of the price book that the sender of a link saw, as its first day; `None` where the link does not say.
pub fn prices_of(text: &str) -> Option<Day> {
    let pairs = fragment(text.trim())?.split('&');
    let month = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == keys::PRICES_OF)?.1;
    Day::parse(&format!("{month}-01"))
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
struct Link<'a> {
    pairs: LiteMap<&'a str, Vec<&'a str>>,
    /// The most instances and the most secondaries that are read.
    most: usize,
}

impl<'a> Link<'a> {
    fn parse(fragment: &'a str, most: usize, notices: &mut Notices) -> Self {
        let mut link = Self { pairs: LiteMap::new(), most };
        for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            link.pairs.entry(key).or_default().push(value);
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
        self.pairs.remove(keys::CHECKSUM);
    }

    /// The value of a key that stands once.
    fn one(&mut self, key: &str, notices: &mut Notices) -> Option<&'a str> {
        let values = self.pairs.remove(key)?;
        if values.len() > 1 {
            notices.say(format!("{key} stands in the link more than once; the first one counts."));
        }
        values.first().copied()
    }

    /// Every value of a key that may stand several times.
    fn all(&mut self, key: &str) -> Vec<&'a str> {
        self.pairs.remove(key).unwrap_or_default()
    }

    fn design(mut self, notices: &mut Notices) -> Design {
        let mut design = Design::default();
        self.parts(&mut design, notices);
        for field in Field::settings() {
            let key = field.row().link();
            if let Some(value) = self.one(key, notices) {
                match plain(value).and_then(|text| design.with(&Edit::Set(field.clone(), text))) {
                    Ok(changed) => design = changed,
                    Err(why) => notices.unread(key, value, why),
                }
            }
        }
        self.lists(&mut design, notices);
        for (key, values) in self.pairs {
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
        let mut present = |field: &Field, notices: &mut Notices| {
            let key = field.row().link();
            match self.one(key, notices) {
                None => false,
                Some("1") => true,
                Some(value) => {
                    notices.unread(key, value, "expected 1");
                    false
                }
            }
        };
        design.proxy = present(&Field::Proxy, notices).then(Proxy::default);
        let global = present(&Field::Global, notices) || self.pairs.contains_key(secondaries_key());
        design.global = global.then(Default::default);
    }

    /// What is neither a part nor one setting. Last, because every edit before it settles the whole design.
    fn lists(&mut self, design: &mut Design, notices: &mut Notices) {
        self.nodes(design, notices);
        self.secondaries(design, notices);
        for setting in Setting::all() {
            if let Shape::Member(field) = setting.shape()
                && let Some(value) = self.one(setting.link(), notices)
            {
                put(design, &field(Member::Primary), value, ',', notices);
            }
        }
        for setting in Setting::all() {
            if let Shape::Named(field) = setting.shape() {
                self.named(design, setting.link(), |name| Ok(field(name)), notices);
            }
        }
        for setting in Setting::all() {
            if let Shape::Price(field) = setting.shape() {
                self.named(design, setting.link(), |name| price_field(&name).map(field), notices);
            }
        }
        let key = Field::Suppress(0).row().link();
        for value in self.all(key) {
            match suppression(value) {
                Ok(it) => design.suppress.push(it),
                Err(why) => notices.unread(key, value, why),
            }
        }
    }

    /// Settings under the user's own names.
    fn named(
        &mut self,
        design: &mut Design,
        key: &str,
        field: impl Fn(String) -> Result<Field, ValueError>,
        notices: &mut Notices,
    ) {
        for value in self.all(key) {
            match name_and_text(value).and_then(|(name, text)| Ok((field(name)?, text))) {
                Ok((field, _)) if field.is_chosen(design) => {
                    notices.unread(key, value, "it stands there twice");
                }
                Ok((field, text)) => {
                    if let Err(why) = field.set(design, &text) {
                        notices.unread(key, value, why);
                    }
                }
                Err(why) => notices.unread(key, value, why),
            }
        }
    }

    fn nodes(&mut self, design: &mut Design, notices: &mut Notices) {
        let key = Field::Instances.row().link();
        let Some(value) = self.one(key, notices) else { return };
        let mut instances = Vec::new();
        for (place, text) in value.split(',').take(self.most).enumerate() {
            instances.push(node(text).unwrap_or_else(|why| {
                notices.unread(key, text, why);
                Instance::in_tier(u32::from(place > 0))
            }));
        }
        if value.split(',').nth(self.most).is_some() {
            notices
                .say(format!("The link holds more than {0} instances; the first {0} are shown.", self.most));
        }
        if let Some((writer, readers)) = instances.split_first() {
            design.cluster.writer = *writer;
            design.cluster.readers = readers.to_vec();
        }
    }

    fn secondaries(&mut self, design: &mut Design, notices: &mut Notices) {
        let values = self.all(secondaries_key());
        for value in values.iter().take(self.most) {
            secondary(design, value, notices);
        }
        if values.len() > self.most {
            notices.say(format!(
                "The link holds more than {0} secondaries; the first {0} are shown.",
                self.most
            ));
        }
    }
}

/// The key of a secondary, whose value begins with its Region.
fn secondaries_key() -> &'static str {
    Field::SecondaryRegion(0).row().link()
}

fn plain(value: &str) -> Result<String, ValueError> {
    unescape(value).ok_or_else(|| ValueError::expected("whole %-escapes of UTF-8"))
}

/// Reads a value into its setting, or leaves the setting as it is; a sign parts the items of a list of free texts.
fn put(design: &mut Design, field: &Field, value: &str, between: char, notices: &mut Notices) {
    let read = if field.items(design).is_some() {
        let items = value.split(between).map(plain).collect::<Result<Vec<_>, _>>();
        items.and_then(|items| field.set_items(design, &items))
    } else {
        plain(value).and_then(|text| field.set(design, &text))
    };
    if let Err(why) = read {
        notices.unread(field.row().link(), value, why);
    }
}

/// `b1`: a zone where one was chosen, and a tier.
fn node(text: &str) -> Result<Instance, ValueError> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let zone = text.strip_suffix(digits).filter(|zone| !zone.is_empty()).map(Zone::parse).transpose()?;
    Ok(Instance { availability_zone: zone, promotion_tier: number(digits)? })
}

/// `eu-west-1,readers:2,max:8`
fn secondary(design: &mut Design, value: &str, notices: &mut Notices) {
    let mut parts = value.split(',');
    let region = plain(parts.next().unwrap_or("")).and_then(|code| region(&code));
    let (global, region) = match (&mut design.global, region) {
        (Some(global), Ok(region)) => (global, region),
        (None, _) => return,
        (_, Err(why)) => return notices.unread(secondaries_key(), value, why),
    };
    let index = global.secondaries.len();
    global.secondaries.push(Secondary::in_region(region));
    for part in parts {
        let (key, text) = part.split_once(':').unwrap_or((part, ""));
        // Its Region stands in front, without a key.
        match Field::all_of_secondary(index).skip(1).find(|field| field.row().link() == key) {
            Some(field) => put(design, &field, text, ':', notices),
            None => notices.unread(secondaries_key(), part, "it means nothing to this version"),
        }
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
