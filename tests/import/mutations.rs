//! Mutations of the cases: whatever is cut, doubled or swapped, an import ends soon and without a panic.

use std::time::{Duration, Instant};

use super::chance::Chance;
use super::common::{case, folder};
use aurora_designer::formats::import::{Options, import};
use aurora_designer::formats::yaml;

/// What is put in the place of something else.
const PIECES: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "${",
    "%{",
    "(",
    ")",
    "\\",
    "\n",
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "99999999999999999999",
    "\u{0}",
    "ü",
    "aws_rds_cluster.a.id",
    "each.value",
    "!Ref ",
    "{{resolve:",
    "<<-E\n",
];

fn mutate(text: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(text.len());
    let to = (at + chance.below(40)).min(text.len());
    match chance.below(5) {
        0 => drop(text.drain(at..to)),
        1 => {
            let piece = PIECES[chance.below(PIECES.len())];
            drop(text.splice(at..at, piece.bytes()));
        }
        2 => {
            let copy = text[at..to].to_vec();
            let there = chance.below(text.len());
            drop(text.splice(there..there, copy));
        }
        3 => text.truncate(at),
        _ => {
            let piece = PIECES[chance.below(PIECES.len())];
            drop(text.splice(at..to, piece.bytes()));
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a figure is measured")]
fn no_mutation_of_a_case_panics_or_hangs() {
    let mut chance = Chance(20261128);
    for name in [
        "tf-variables",
        "tf-local-module",
        "tf-module-rds-aurora",
        "tf-proxy",
        "tf-global",
        "tf-state",
        "tf-plan",
        "cfn-yaml",
        "cfn-cdk-json",
        "describe-clusters-instances",
        "describe-global-proxy",
        "metrics-statistics-csv",
    ] {
        for round in 0..40 {
            let mut inputs = folder(&case(name));
            for _ in 0..=chance.below(4) {
                let which = chance.below(inputs.len());
                mutate(&mut inputs[which].bytes, &mut chance);
            }
            let started = Instant::now();
            if let Ok(import) = import(&inputs, &Options::default()) {
                let read = yaml::read(&yaml::write(&import.design)).map(|it| it.design);
                assert_eq!(read.as_ref(), Ok(&import.design), "{name} {round}");
            }
            // A second optimised, more without.
            assert!(started.elapsed() < Duration::from_secs(5), "{name} {round}: {:?}", started.elapsed());
        }
    }
}
