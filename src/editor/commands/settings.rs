//! Every setting as a command that leads to it.

use crate::design::{Design, Field, Group, Positions};
use crate::editor::inspector::{field_id, new_id};
use crate::facts::prices::FIELDS;

use super::{Act, Command, Kind};

/// Every setting that the design has, under its title and its path, with the value it has.
pub(super) fn settings(design: &Design) -> Vec<Command> {
    let positions = Positions::canonical(design);
    let of_value = |label: String, field: &Field| {
        Command::new(Kind::Settings, label, Act::Reach(field_id(field)))
            .hint(field.path(&positions))
            .end(field.text(design))
    };
    let mut all: Vec<Command> =
        shown(design).iter().map(|field| of_value(field.title(design), field)).collect();
    let addition = |label: &str, noun: &str, path: &str| {
        Command::new(Kind::Settings, label, Act::Reach(new_id(noun))).hint(path)
    };
    all.push(addition("Add a tag", "tag", "tags"));
    all.push(addition("Add a cluster parameter", "parameter", "parameters"));
    all.extend(
        FIELDS.iter().map(|(field, _, unit)| of_value(format!("Price: {unit}"), &Field::Price(*field))),
    );
    all
}

/// The settings that the inspector shows for this design, group by group, then those of secondaries.
fn shown(design: &Design) -> Vec<Field> {
    let of_groups = Group::ALL.into_iter().flat_map(|group| group.fields(design));
    let secondaries = 0..design.secondaries().len();
    of_groups.chain(secondaries.flat_map(|index| Field::of_secondary(index, design))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Member;
    use crate::design::presets::PRESETS;
    use crate::editor::inspector::way_to;

    #[test]
    fn no_setting_stands_twice_and_none_that_has_no_effect() {
        for preset in PRESETS {
            let design = (preset.design)();
            let mut fields: Vec<String> = shown(&design).iter().map(field_id).collect();
            assert!(
                !fields.contains(&field_id(&Field::VpcId(Member::Primary))),
                "{}: a new VPC has no id yet",
                preset.name
            );
            let count = fields.len();
            fields.sort_unstable();
            fields.dedup();
            for own in [Field::EngineVersion, Field::Proxy] {
                assert!(fields.contains(&field_id(&own)), "{}: {own:?}", preset.name);
            }
            assert_eq!(fields.len(), count, "{}", preset.name);
        }
    }

    #[test]
    fn every_setting_on_the_list_can_be_reached() {
        for preset in PRESETS {
            let design = (preset.design)();
            for command in settings(&design) {
                let Act::Reach(id) = &command.act else { continue };
                assert!(way_to(id, &design).is_some(), "{}: {} {id}", preset.name, command.label);
            }
        }
    }
}
