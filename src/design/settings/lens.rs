//! How a setting is read from a design and written into it: one value of one part.

use std::sync::LazyLock;

use super::options::Options;
use super::value::{Control, Kind, Value};
use crate::design::part::{Member, Place};
use crate::design::values::ValueError;
use crate::design::{Cluster, Design, GlobalCluster, Instance, KmsKey, Network, Proxy, Secondary};
use crate::facts::regions::US_EAST_1;

/// What can be done with a setting, whatever its type.
pub(super) trait Access: Sync {
    /// How it stands in a file.
    fn kind(&self) -> Kind;

    /// What edits it.
    fn control(&self) -> Control;

    /// What its list offers, where it has one.
    fn options(&self) -> Option<Options> {
        None
    }

    /// Its effective value as text; `None` where the part it belongs to is not there.
    fn text(&self, design: &Design, place: Place<'_>) -> Option<String>;

    /// What its text would be had nobody chosen.
    fn default_text(&self, _: &Design, _: Place<'_>) -> String {
        String::new()
    }

    /// Reads a text into the design.
    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError>;

    /// Takes the choice back.
    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError>;

    /// Whether somebody chose.
    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool;

    /// Takes back a choice that says what would follow anyway.
    fn forget(&self, _: &mut Design, _: Place<'_>) {}

    /// The items of a list of free texts.
    fn items<'d>(&self, _: &'d Design, _: Place<'_>) -> Option<&'d [String]> {
        None
    }

    /// Writes a list of free texts, as it stands.
    fn set_items(&self, _: &mut Design, _: Place<'_>, _: &[String]) -> Result<(), ValueError> {
        Err(ValueError::expected("one value"))
    }

    /// The user's own names, where the row stands for one setting a name.
    fn names(&self, _: &Design) -> Vec<String> {
        Vec::new()
    }
}

/// What settings belong to: a struct of the design.
pub(super) trait Owner: Sized + 'static {
    /// The one at that place, if it is there.
    fn of<'d>(design: &'d Design, place: Place<'_>) -> Option<&'d Self>;

    /// The one at that place, or what is missing.
    fn of_mut<'d>(design: &'d mut Design, place: Place<'_>) -> Result<&'d mut Self, ValueError>;

    /// One in which nobody chose anything.
    fn usual(place: Place<'_>) -> Option<&'static Self> {
        Self::of(&USUAL, first(place))
    }
}

/// A design that has every part, each as it is when it is new.
static USUAL: LazyLock<Design> = LazyLock::new(|| Design {
    proxy: Some(Proxy::default()),
    global: Some(GlobalCluster {
        secondaries: vec![Secondary::in_region(&US_EAST_1)],
        ..GlobalCluster::default()
    }),
    ..Design::default()
});

/// The first place of the same kind: every reader is new in the same way, and every secondary.
fn first(place: Place<'_>) -> Place<'_> {
    match place {
        Place::Instance(index) => Place::Instance(index.min(1)),
        Place::Secondary(_) => Place::Secondary(0),
        Place::Member(Member::Secondary(_)) => Place::Member(Member::Secondary(0)),
        other => other,
    }
}

impl Owner for Design {
    fn of<'d>(design: &'d Design, _: Place<'_>) -> Option<&'d Self> {
        Some(design)
    }

    fn of_mut<'d>(design: &'d mut Design, _: Place<'_>) -> Result<&'d mut Self, ValueError> {
        Ok(design)
    }
}

impl Owner for Cluster {
    fn of<'d>(design: &'d Design, _: Place<'_>) -> Option<&'d Self> {
        Some(&design.cluster)
    }

    fn of_mut<'d>(design: &'d mut Design, _: Place<'_>) -> Result<&'d mut Self, ValueError> {
        Ok(&mut design.cluster)
    }
}

impl Owner for Proxy {
    fn of<'d>(design: &'d Design, _: Place<'_>) -> Option<&'d Self> {
        design.proxy.as_ref()
    }

    fn of_mut<'d>(design: &'d mut Design, _: Place<'_>) -> Result<&'d mut Self, ValueError> {
        design.proxy.as_mut().ok_or_else(|| ValueError::expected("a design with RDS Proxy"))
    }
}

impl Owner for GlobalCluster {
    fn of<'d>(design: &'d Design, _: Place<'_>) -> Option<&'d Self> {
        design.global.as_ref()
    }

    fn of_mut<'d>(design: &'d mut Design, _: Place<'_>) -> Result<&'d mut Self, ValueError> {
        design.global.as_mut().ok_or_else(|| ValueError::expected("a design with a Global Database"))
    }
}

impl Owner for Instance {
    fn of<'d>(design: &'d Design, place: Place<'_>) -> Option<&'d Self> {
        let Place::Instance(index) = place else { return None };
        design.instances().nth(index)
    }

    fn of_mut<'d>(design: &'d mut Design, place: Place<'_>) -> Result<&'d mut Self, ValueError> {
        let instance = match place {
            Place::Instance(index) => design.instances_mut().nth(index),
            _ => None,
        };
        instance.ok_or_else(|| ValueError::expected("an instance that exists"))
    }
}

impl Owner for Secondary {
    fn of<'d>(design: &'d Design, place: Place<'_>) -> Option<&'d Self> {
        design.secondaries().get(secondary(place)?)
    }

    fn of_mut<'d>(design: &'d mut Design, place: Place<'_>) -> Result<&'d mut Self, ValueError> {
        let all = design.global.as_mut().map(|global| &mut global.secondaries);
        let one = all.zip(secondary(place)).and_then(|(all, index)| all.get_mut(index));
        one.ok_or_else(|| ValueError::expected("a secondary that exists"))
    }
}

/// The place of the secondary that a setting belongs to.
const fn secondary(place: Place<'_>) -> Option<usize> {
    match place {
        Place::Secondary(index) | Place::Member(Member::Secondary(index)) => Some(index),
        _ => None,
    }
}

impl Owner for Network {
    fn of<'d>(design: &'d Design, place: Place<'_>) -> Option<&'d Self> {
        match secondary(place) {
            None => Some(&design.cluster.network),
            Some(_) => Secondary::of(design, place).map(|it| &it.network),
        }
    }

    fn of_mut<'d>(design: &'d mut Design, place: Place<'_>) -> Result<&'d mut Self, ValueError> {
        match secondary(place) {
            None => Ok(&mut design.cluster.network),
            Some(_) => Secondary::of_mut(design, place).map(|it| &mut it.network),
        }
    }
}

impl Owner for KmsKey {
    fn of<'d>(design: &'d Design, place: Place<'_>) -> Option<&'d Self> {
        match secondary(place) {
            None => Some(&design.cluster.kms_key),
            Some(_) => Secondary::of(design, place).map(|it| &it.kms_key),
        }
    }

    fn of_mut<'d>(design: &'d mut Design, place: Place<'_>) -> Result<&'d mut Self, ValueError> {
        match secondary(place) {
            None => Ok(&mut design.cluster.kms_key),
            Some(_) => Secondary::of_mut(design, place).map(|it| &mut it.kms_key),
        }
    }
}

/// A value that always stands in its part; its default is what a new part has.
pub(super) struct Fixed<O, T> {
    pub(super) get: fn(&O) -> &T,
    pub(super) get_mut: fn(&mut O) -> &mut T,
}

impl<O: Owner, T: Value> Access for Fixed<O, T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn control(&self) -> Control {
        T::CONTROL
    }

    fn options(&self) -> Option<Options> {
        T::OPTIONS
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        O::of(design, place).map(|owner| (self.get)(owner).text())
    }

    fn default_text(&self, _: &Design, place: Place<'_>) -> String {
        O::usual(place).map(|owner| (self.get)(owner).text()).unwrap_or_default()
    }

    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError> {
        let value = T::read(text)?;
        *(self.get_mut)(O::of_mut(design, place)?) = value;
        Ok(())
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        let owner = O::of_mut(design, place)?;
        if let Some(usual) = O::usual(place) {
            (self.get_mut)(owner).clone_from((self.get)(usual));
        }
        Ok(())
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        let value = O::of(design, place).map(self.get);
        value.is_some() && value != O::usual(place).map(self.get)
    }

    fn items<'d>(&self, design: &'d Design, place: Place<'_>) -> Option<&'d [String]> {
        O::of(design, place).and_then(|owner| (self.get)(owner).items())
    }

    fn set_items(&self, design: &mut Design, place: Place<'_>, items: &[String]) -> Result<(), ValueError> {
        let value = T::of_items(items).ok_or_else(|| ValueError::expected("one value"))?;
        *(self.get_mut)(O::of_mut(design, place)?) = value;
        Ok(())
    }
}

/// A value that follows from the rest of the design, or is none, until somebody chooses.
pub(super) struct Chosen<O, T> {
    pub(super) get: fn(&O) -> &Option<T>,
    pub(super) get_mut: fn(&mut O) -> &mut Option<T>,
    /// Reads a choice.
    pub(super) read: fn(&str) -> Result<T, ValueError>,
    /// Whether an empty text takes the choice back; else it is read as any other.
    pub(super) empty_is_none: bool,
    /// What it is where nobody chose.
    pub(super) follows: fn(&Design, Place<'_>) -> Option<T>,
}

impl<O: Owner, T: Value> Chosen<O, T> {
    fn says(value: Option<&T>) -> String {
        value.map(T::text).unwrap_or_default()
    }
}

impl<O: Owner, T: Value> Access for Chosen<O, T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn control(&self) -> Control {
        // On and off are two answers; this has a third.
        if self.empty_is_none && T::CONTROL == Control::Switch { Control::Choice } else { T::CONTROL }
    }

    fn options(&self) -> Option<Options> {
        T::OPTIONS
    }

    fn text(&self, design: &Design, place: Place<'_>) -> Option<String> {
        let owner = O::of(design, place)?;
        Some(match (self.get)(owner) {
            None => self.default_text(design, place),
            chosen => Self::says(chosen.as_ref()),
        })
    }

    fn default_text(&self, design: &Design, place: Place<'_>) -> String {
        Self::says((self.follows)(design, place).as_ref())
    }

    fn set(&self, design: &mut Design, place: Place<'_>, text: &str) -> Result<(), ValueError> {
        let value = if self.empty_is_none && text.is_empty() { None } else { Some((self.read)(text)?) };
        *(self.get_mut)(O::of_mut(design, place)?) = value;
        Ok(())
    }

    fn reset(&self, design: &mut Design, place: Place<'_>) -> Result<(), ValueError> {
        *(self.get_mut)(O::of_mut(design, place)?) = None;
        Ok(())
    }

    fn is_chosen(&self, design: &Design, place: Place<'_>) -> bool {
        O::of(design, place).is_some_and(|owner| (self.get)(owner).is_some())
    }

    fn forget(&self, design: &mut Design, place: Place<'_>) {
        let taken = O::of_mut(design, place).ok().and_then(|owner| (self.get_mut)(owner).take());
        let Some(chosen) = taken else { return };
        // What follows must not depend on the choice itself, so it is asked for after that was taken.
        let is_said = (self.follows)(design, place).as_ref() != Some(&chosen)
            && !(self.empty_is_none && chosen.text().is_empty());
        if let Ok(owner) = O::of_mut(design, place)
            && is_said
        {
            *(self.get_mut)(owner) = Some(chosen);
        }
    }
}

/// The value of that field of that part.
macro_rules! fixed {
    ($owner:ident $(. $field:ident)*) => {
        &lens::Fixed {
            get: |it: &$owner| &(*it)$(. $field)*,
            get_mut: |it: &mut $owner| &mut (*it)$(. $field)*,
        }
    };
}

/// The choice in that field of that part; without one it is what the function says. An empty text is no choice.
macro_rules! follows {
    ($owner:ident $(. $field:ident)+, $follows:expr) => {
        &lens::Chosen {
            get: |it: &$owner| &it$(. $field)+,
            get_mut: |it: &mut $owner| &mut it$(. $field)+,
            read: value::Value::read,
            empty_is_none: false,
            follows: $follows,
        }
    };
}

/// The choice in that field of that part, which an empty text takes back; without one there is no value, or what the
/// function says.
macro_rules! optional {
    ($owner:ident $(. $field:ident)+) => { optional!($owner $(. $field)+, reads value::Value::read) };
    ($owner:ident $(. $field:ident)+, reads $read:expr) => {
        &lens::Chosen {
            get: |it: &$owner| &it$(. $field)+,
            get_mut: |it: &mut $owner| &mut it$(. $field)+,
            read: $read,
            empty_is_none: true,
            follows: |_, _| None,
        }
    };
    ($owner:ident $(. $field:ident)+, $follows:expr) => {
        &lens::Chosen {
            get: |it: &$owner| &it$(. $field)+,
            get_mut: |it: &mut $owner| &mut it$(. $field)+,
            read: value::Value::read,
            empty_is_none: true,
            follows: $follows,
        }
    };
}

pub(super) use {fixed, follows, optional};
