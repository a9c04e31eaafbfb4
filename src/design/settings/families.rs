//! Settings that are more than one value of one part: names of the user's own, zones that move together, whole parts.

use std::collections::BTreeMap;

use super::lens::Access;
use super::options::{self, Options};
use super::value::{Control, Kind, Value};
use crate::design::part::Place;
use crate::design::values::{ValueError, Zone};
use crate::design::{Design, GlobalCluster, Proxy, read, spread};
use crate::facts::Decimal;

/// Texts under names of the user's own.
pub(super) struct Named {
    pub(super) get: fn(&Design) -> &BTreeMap<String, String>,
    pub(super) get_mut: fn(&mut Design) -> &mut BTreeMap<String, String>,
}

impl Access for Named {
    fn kind(&self) -> Kind {
        Kind::Loose
    }

    fn control(&self) -> Control {
        Control::Text
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        let Place::Named(name) = place else { return None };
        (self.get)(design).get(name).cloned()
    }

    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError> {
        if let Place::Named(name) = place {
            read::name(name)?;
            (self.get_mut)(design).insert(name.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        if let Place::Named(name) = place {
            (self.get_mut)(design).remove(name);
        }
        Ok(())
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        self.text(design, place).is_some()
    }

    fn names(&self, design: &Design) -> Vec<String> {
        (self.get)(design).keys().cloned().collect()
    }
}

/// The user's own prices.
pub(super) struct Prices;

impl Access for Prices {
    fn kind(&self) -> Kind {
        Kind::Exact
    }

    fn control(&self) -> Control {
        Control::Number
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        let Place::Price(field) = place else { return None };
        design.prices.get(&field).map(Decimal::to_string)
    }

    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError> {
        let price = read::decimal(text)?;
        if let Place::Price(field) = place {
            design.prices.insert(field, price);
        }
        Ok(())
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        if let Place::Price(field) = place {
            design.prices.remove(&field);
        }
        Ok(())
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        self.text(design, place).is_some()
    }
}

/// Findings the user has answered, by the rules' ids.
pub(super) struct Suppressions;

impl Access for Suppressions {
    fn kind(&self) -> Kind {
        Kind::Text
    }

    fn control(&self) -> Control {
        Control::Own
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        let Place::Listed(index) = place else { return None };
        design.suppress.get(index).map(|it| it.rule.clone())
    }

    fn set(&self, _: &mut Design, _: Place<'_>, _: &str) -> Result<(), ValueError> {
        Err(ValueError::expected("one of its own settings"))
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        if let Place::Listed(index) = place
            && index < design.suppress.len()
        {
            design.suppress.remove(index);
        }
        Ok(())
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        self.text(design, place).is_some()
    }
}

/// How many instances there are.
pub(super) struct Instances;

impl Access for Instances {
    fn kind(&self) -> Kind {
        Kind::List
    }

    fn control(&self) -> Control {
        Control::Own
    }

    fn text(&self, design: &Design, _: Place<'_>) -> Option<String> {
        Some(design.instances().count().to_string())
    }

    fn default_text(&self, _: &Design, _: Place<'_>) -> String {
        Design::default().instances().count().to_string()
    }

    fn set(&self, _: &mut Design, _: Place<'_>, _: &str) -> Result<(), ValueError> {
        Err(ValueError::expected("one of its own settings"))
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        self.set(design, place, "")
    }

    fn is_chosen(&self, design: &Design, _: Place<'_>) -> bool {
        let usual = Design::default().cluster;
        design.cluster.writer != usual.writer || design.cluster.readers != usual.readers
    }
}

/// The zone of an instance, as chosen or as it is spread.
pub(super) struct InstanceZone;

impl InstanceZone {
    fn chosen(design: &Design) -> Vec<Option<Zone>> {
        design.instances().map(|instance| instance.availability_zone).collect()
    }
}

impl Access for InstanceZone {
    fn kind(&self) -> Kind {
        Zone::KIND
    }

    fn control(&self) -> Control {
        Zone::CONTROL
    }

    fn options(&self) -> Option<Options> {
        Some(options::zones)
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        let Place::Instance(index) = place else { return None };
        design.zones().get(index).map(Zone::to_string)
    }

    fn default_text(&self, design: &Design, place: Place<'_>) -> String {
        let mut zones = Self::chosen(design);
        let Place::Instance(index) = place else { return String::new() };
        if let Some(zone) = zones.get_mut(index) {
            *zone = None;
        }
        spread(design.region.zones, &zones).get(index).map(Zone::to_string).unwrap_or_default()
    }

    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError> {
        // AWS prints a zone with its Region in front: us-east-1a.
        let zone = Zone::parse(text.strip_prefix(design.region.code).unwrap_or(text))?;
        let instance = match place {
            Place::Instance(index) => design.instances_mut().nth(index),
            _ => None,
        };
        let instance = instance.ok_or_else(|| ValueError::expected("an instance that exists"))?;
        instance.availability_zone = Some(zone);
        Ok(())
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        let text = self.default_text(design, place);
        design.pin_zones();
        self.set(design, place, &text)
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        let Place::Instance(index) = place else { return false };
        design.instances().nth(index).is_some_and(|instance| instance.availability_zone.is_some())
    }
}

/// A part that is there or not.
pub(super) struct Presence<T> {
    pub(super) get: fn(&Design) -> &Option<T>,
    pub(super) get_mut: fn(&mut Design) -> &mut Option<T>,
    pub(super) control: Control,
    /// Whether a part that is there stays there when it is reset, as new.
    pub(super) stays: bool,
}

impl<T: Default + 'static> Access for Presence<T> {
    fn kind(&self) -> Kind {
        Kind::Switch
    }

    fn control(&self) -> Control {
        self.control
    }

    fn text(&self, design: &Design, _: Place<'_>) -> Option<String> {
        Some((self.get)(design).is_some().text())
    }

    fn default_text(&self, _: &Design, _: Place<'_>) -> String {
        false.text()
    }

    fn set(&self, design: &mut Design, _: Place<'_>, text: &str) -> Result<(), ValueError> {
        let on: bool = read::word(text)?;
        let part = (self.get_mut)(design);
        *part = on.then(|| part.take().unwrap_or_default());
        Ok(())
    }

    fn reset(&self, design: &mut Design, _: Place<'_>) -> Result<(), ValueError> {
        let part = (self.get_mut)(design);
        *part = part.take().filter(|_| self.stays).map(|_| T::default());
        Ok(())
    }

    fn is_chosen(&self, design: &Design, _: Place<'_>) -> bool {
        (self.get)(design).is_some()
    }
}

/// The user's tags.
pub(super) static TAGS: Named = Named { get: |it| &it.tags, get_mut: |it| &mut it.tags };

/// The user's cluster parameters.
pub(super) static PARAMETERS: Named =
    Named { get: |it| &it.cluster.parameters, get_mut: |it| &mut it.cluster.parameters };

/// RDS Proxy.
pub(super) static PROXY: Presence<Proxy> =
    Presence { get: |it| &it.proxy, get_mut: |it| &mut it.proxy, control: Control::Switch, stays: true };

/// The Global Database, which comes and goes with its secondaries.
pub(super) static GLOBAL: Presence<GlobalCluster> =
    Presence { get: |it| &it.global, get_mut: |it| &mut it.global, control: Control::Own, stays: false };
