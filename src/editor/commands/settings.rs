//! Every setting as a command that leads to it.

use crate::design::{Design, Field, Positions};
use crate::facts::prices::FIELDS;

use super::{Act, Command, Kind};

/// The id of a setting's field on the page: `field-MaxCapacity`, `field-InstanceZone-1`.
fn field_id(field: &Field) -> String {
    let name = format!("{field:?}");
    let safe = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("field-{}", safe.collect::<String>().trim_end_matches('-'))
}

/// Every setting that the design has, under its title and its path, with the value it has.
pub(super) fn settings(design: &Design) -> Vec<Command> {
    let positions = Positions::canonical(design);
    let of_value = |label: String, field: &Field, id: String| {
        Command::new(Kind::Settings, label, Act::Reach(id))
            .hint(field.path(&positions))
            .end(field.text(design))
    };
    // Prices come below, all of them and not only those that somebody entered.
    let wanted = |field: &Field| field.is_there(design) && !matches!(field, Field::Price(_));
    let mut all: Vec<Command> = Field::every(design)
        .iter()
        .filter(|field| wanted(field))
        .map(|field| of_value(field.title(design), field, field_id(field)))
        .collect();
    let named = |label: &str, id: &str, path: &str| {
        Command::new(Kind::Settings, label, Act::Reach(id.to_owned())).hint(path)
    };
    all.push(named("Add a tag", "new-tag", "tags"));
    all.push(named("Add a cluster parameter", "new-parameter", "parameters"));
    all.extend(FIELDS.iter().map(|(field, name, unit)| {
        of_value(format!("Price: {unit}"), &Field::Price(*field), format!("price-{name}"))
    }));
    all
}
