//! What a member of the design is called inside a sentence.

use crate::design::{Design, Part, instance_within};

/// An instance of the primary, or a secondary by its Region: `reader 2`, `eu-west-1`.
pub fn member_name(design: &Design, part: Part) -> String {
    match part {
        Part::Instance(place) => instance_within(place),
        Part::Secondary(index) => {
            design.secondaries().get(index).map_or_else(String::new, |it| it.region.code.to_owned())
        }
        _ => String::new(),
    }
}

/// Names one after the other: `reader 1, reader 2 and reader 3`.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}
