//! Everything to hand over: five files and the bill's charts, and the archive of them.

use crate::design::Design;
use crate::estimate::{Bill, bill};
use crate::facts::prices::PRICE_DATE;
use crate::rules;

use super::diagram::{Form, layout};
use super::svg::{Theme, svg};
use super::{bill as written, charts, record, terraform, yaml, zip};

/// The files of a design, by name. Figures and findings are those of the price book's day, so that the bytes follow from
/// the design alone. Whoever calls it has made sure that no error stands.
pub fn files(design: &Design) -> Vec<(String, String)> {
    let bill = bill(design, PRICE_DATE);
    let five = [
        ("README.md", record::readme(design, &bill)),
        ("main.tf", terraform::main_tf(design)),
        ("aurora.yaml", yaml::write(design)),
        ("diagram.svg", picture(design, &bill)),
        ("cost.csv", written::csv(&bill)),
    ];
    let five = five.into_iter().map(|(name, text)| (name.to_owned(), text));
    five.chain(charts::chart_files(design, &bill, PRICE_DATE)).collect()
}

/// The archive of these files.
pub fn bundle(design: &Design) -> Vec<u8> {
    zip::zip(&files(design))
}

/// The diagram as a file: light, and in its wide form.
pub fn picture(design: &Design, bill: &Bill) -> String {
    let findings = rules::check(design, bill, PRICE_DATE);
    svg(&layout(design, bill, &findings, Form::Wide), Theme::Light)
}
