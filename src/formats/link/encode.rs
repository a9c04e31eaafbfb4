//! Writes a link.

use crate::design::{Design, Field, Instance, Member, Setting, Shape};
use crate::facts::prices::PRICE_DATE;

use super::text::{Keep, checksum, escape};
use super::{LONGEST, MOST, TooLong, VERSION, keys};

/// The fragment of a design, without `#`; equal designs give equal fragments.
///
/// # Errors
/// Where it would be longer than [`LONGEST`], or hold more than [`MOST`] instances or secondaries.
pub fn encode(design: &Design) -> Result<String, TooLong> {
    let too_many = 1 + design.cluster.readers.len() > MOST || design.secondaries().len() > MOST;
    if too_many {
        return Err(TooLong { length: 0 });
    }
    let text = keep(design);
    if text.len() > LONGEST { Err(TooLong { length: text.len() }) } else { Ok(text) }
}

/// The same text without a limit, for a shelf: no address needs to carry it.
pub fn keep(design: &Design) -> String {
    let design = design.clone().normalized();
    let mut link = Pairs(format!("{}={VERSION}", keys::VERSION));
    link.add(keys::PRICES_OF, &format!("{:04}-{:02}", PRICE_DATE.year(), PRICE_DATE.month()));
    for setting in Setting::all() {
        let Shape::Once(field) = setting.shape() else { continue };
        if !field.is_chosen(&design) {
            continue;
        }
        // A part stands before its own settings, so that a cut link has the part at least.
        match field {
            Field::Instances => link.add(setting.link(), &nodes(&design)),
            Field::Proxy => link.add(setting.link(), "1"),
            Field::Global if design.secondaries().is_empty() => link.add(setting.link(), "1"),
            Field::Global => link.secondaries(&design),
            _ => link.add(setting.link(), &escape(&field.text(&design), Keep::Readable)),
        }
    }
    link.lists(&design);
    let sum = checksum(&link.0);
    link.add(keys::CHECKSUM, &sum);
    link.0
}

/// The fragment so far.
struct Pairs(String);

impl Pairs {
    /// Adds a key with a value that is escaped already.
    fn add(&mut self, key: &str, value: &str) {
        self.0.extend(["&", key, "=", value]);
    }

    fn secondaries(&mut self, design: &Design) {
        for index in 0..design.secondaries().len() {
            let region = Field::SecondaryRegion(index);
            self.add(region.row().link(), &secondary(design, index, region.text(design)));
        }
    }

    /// What stands last: settings of the network, the user's own names, answered findings.
    fn lists(&mut self, design: &Design) {
        for setting in Setting::all() {
            if let Shape::Member(field) = setting.shape()
                && let field = field(Member::Primary)
                && field.is_chosen(design)
            {
                self.add(setting.link(), &value(design, &field, ",", Keep::Readable));
            }
        }
        let named = |shape: &Shape| matches!(shape, Shape::Named(_));
        let priced = |shape: &Shape| matches!(shape, Shape::Price(_));
        self.named(design, named);
        self.named(design, priced);
        for it in &design.suppress {
            let until = it.until.map(|day| format!(":{day}")).unwrap_or_default();
            let value = format!(
                "{}:{}{until}",
                escape(&it.rule, Keep::Slash),
                escape(&it.reason, Keep::CommaAndSlash)
            );
            self.add(Field::Suppress(0).row().link(), &value);
        }
    }

    fn named(&mut self, design: &Design, wanted: fn(&Shape) -> bool) {
        for setting in Setting::all().filter(|it| wanted(it.shape())) {
            for field in setting.fields(design) {
                let name = escape(field.name().unwrap_or_default(), Keep::Slash);
                let text = field.text(design);
                self.add(setting.link(), &[&*name, ":", &*escape(&text, Keep::Readable)].concat());
            }
        }
    }
}

/// `0,b1,15`: a zone where one was chosen, and a tier.
fn nodes(design: &Design) -> String {
    let node = |instance: &Instance| {
        let zone = instance.availability_zone.map(|zone| zone.to_string()).unwrap_or_default();
        format!("{zone}{}", instance.promotion_tier)
    };
    design.instances().map(node).collect::<Vec<_>>().join(",")
}

/// `eu-west-1,readers:2,max:8`: commas part the settings, colons a setting from its value and items of a list.
fn secondary(design: &Design, index: usize, region: String) -> String {
    let said = Field::all_of_secondary(index).skip(1).filter(|field| field.is_chosen(design));
    said.fold(region, |mut parts, field| {
        parts.extend([",", field.row().link(), ":", &value(design, &field, ":", Keep::ColonAndSlash)]);
        parts
    })
}

/// The value of a setting; items of a list of free texts are escaped one by one and parted by a sign.
fn value(design: &Design, field: &Field, between: &str, keep: Keep) -> String {
    match field.items(design) {
        Some(items) => items.iter().map(|item| escape(item, Keep::Slash)).collect::<Vec<_>>().join(between),
        None => escape(&field.text(design), keep).into_owned(),
    }
}
