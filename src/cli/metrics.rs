//! Measured series as arguments: files of CloudWatch's figures, read together, with what they were measured on.

use aurora_designer::design::read;
use aurora_designer::facts::Acu;
use aurora_designer::formats::series::read_series;
use aurora_designer::simulate::Class;
use aurora_designer::simulate::measured::{Measured, Origin, measured};

use super::files::Input;
use super::globals::Globals;
use super::load::{Stop, series_text};

/// Reads a capacity for clap.
pub(crate) fn acu(text: &str) -> Result<Acu, String> {
    read::acu(text).map_err(|error| error.to_string())
}

/// Reads a maximum for clap.
pub(crate) fn maximum(text: &str) -> Result<Acu, String> {
    let max = acu(text)?;
    let fits = (Acu::whole(1)..=Acu::whole(256)).contains(&max);
    fits.then_some(max).ok_or_else(|| "expected 1 to 256 ACU".to_owned())
}

/// Reads a provisioned class for clap.
pub(crate) fn class(text: &str) -> Result<Class, String> {
    Class::parse(text).ok_or_else(|| "expected a provisioned class such as db.r6g.xlarge".to_owned())
}

/// The load in these files, and the notices of reading them.
pub(crate) fn open(
    inputs: &[Input],
    origin: Origin,
    globals: &Globals,
) -> Result<(Measured, Vec<String>), Stop> {
    let mut all = Vec::new();
    let mut notices = Vec::new();
    for input in inputs {
        let name = input.name();
        let text = series_text(input, globals)?;
        let read = read_series(&text, &name).map_err(|error| Stop::at(&name, &error))?;
        all.extend(read.series);
        notices.extend(read.notices.into_iter().map(|notice| format!("{name}: {notice}")));
    }
    let name = inputs.first().map(Input::name).unwrap_or_default();
    let measured = measured(&all, origin).map_err(|why| Stop::of(&name, why))?;
    Ok((measured, notices))
}
