//! What a list offers: the text of each value, and what people read.

use crate::design::part::Place;
use crate::design::words::{PlatformVersion, Word};
use crate::design::{Design, Zone};
use crate::facts::limits::{ENHANCED_MONITORING_SECONDS, LOG_RETENTION_DAYS};
use crate::facts::regions::{REGIONS, Region};

/// A value's text, and its label.
pub type Choice = (String, String);

/// What can be chosen in a design, at a place.
pub(super) type Options = fn(&Design, Place<'_>) -> Vec<Choice>;

fn plain<T: ToString>(text: &T) -> Choice {
    (text.to_string(), text.to_string())
}

fn named(region: &Region) -> Choice {
    (region.code.to_owned(), format!("{} · {}", region.code, region.place()))
}

/// Every word of a set.
pub(super) fn words<T: Word>(_: &Design, _: Place<'_>) -> Vec<Choice> {
    T::WORDS.iter().map(|(word, _)| plain(word)).collect()
}

/// Every word of a set, or none: then AWS chooses.
pub(super) fn words_or_aws<T: Word>(design: &Design, place: Place<'_>) -> Vec<Choice> {
    std::iter::once((String::new(), "AWS' default".to_owned())).chain(words::<T>(design, place)).collect()
}

/// Every word of a set, or none: a question that need not be answered.
pub(super) fn words_or_unsaid<T: Word>(design: &Design, place: Place<'_>) -> Vec<Choice> {
    std::iter::once((String::new(), "not said".to_owned())).chain(words::<T>(design, place)).collect()
}

/// Every Region.
pub(super) fn regions(_: &Design, _: Place<'_>) -> Vec<Choice> {
    REGIONS.iter().map(|region| named(region)).collect()
}

/// The Region that a secondary has, and those it could have.
pub(super) fn secondary_regions(design: &Design, place: Place<'_>) -> Vec<Choice> {
    let own = match place {
        Place::Secondary(index) => design.secondaries().get(index).map(|it| it.region),
        _ => None,
    };
    own.into_iter().chain(design.regions_on_offer_for_secondary()).map(named).collect()
}

/// The Region's zones, and the instance's own where a file brought another.
pub(super) fn zones(design: &Design, place: Place<'_>) -> Vec<Choice> {
    let mut zones: Vec<Zone> = Zone::all(design.region.zones).collect();
    let own = match place {
        Place::Instance(index) => design.zones().get(index).copied(),
        _ => None,
    };
    zones.extend(own.filter(|zone| !zones.contains(zone)));
    zones.iter().map(plain).collect()
}

/// The tiers there are (ACU-42), and the instance's own where a file brought one beyond.
pub(super) fn tiers(design: &Design, place: Place<'_>) -> Vec<Choice> {
    let own = match place {
        Place::Instance(index) => design.instances().nth(index).map(|it| it.promotion_tier),
        _ => None,
    };
    (0..=15).chain(own.filter(|tier| *tier > 15)).map(|tier| plain(&tier)).collect()
}

/// Days that CloudWatch keeps a log (LOG-02).
pub(super) fn log_retention(_: &Design, _: Place<'_>) -> Vec<Choice> {
    numbers(LOG_RETENTION_DAYS, "for ever")
}

/// The platform versions there are (ACU-07).
pub(super) fn platform_versions(_: &Design, _: Place<'_>) -> Vec<Choice> {
    PlatformVersion::ALL.iter().map(plain).collect()
}

/// Seconds between two measurements of Enhanced Monitoring (MON-04).
pub(super) fn monitoring_intervals(_: &Design, _: Place<'_>) -> Vec<Choice> {
    numbers(ENHANCED_MONITORING_SECONDS, "off")
}

fn numbers(values: &[u32], zero: &str) -> Vec<Choice> {
    let label = |value: &u32| if *value == 0 { zero.to_owned() } else { value.to_string() };
    values.iter().map(|value| (value.to_string(), label(value))).collect()
}
