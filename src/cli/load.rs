//! A load as an argument: a preset between two capacities, or a file.

use std::ffi::OsString;

use aurora_designer::design::{LoadPreset, read};
use aurora_designer::facts::Acu;
use aurora_designer::formats::series::{SeriesError, read_load};
use aurora_designer::simulate::load::{Load, preset};

use super::answer::{Answer, Failure};
use super::files::Input;
use super::globals::Globals;

/// More of a load or of measured series than this is refused.
pub(crate) const SERIES_LIMIT: u64 = 64 * 1024 * 1024;

/// What `--load` names.
#[derive(Clone, Debug)]
pub(crate) enum LoadArgument {
    Preset(LoadPreset, Acu, Acu),
    File(Input),
}

/// Reads `PRESET:BASE:PEAK`, or the name of a file.
pub(crate) fn load_argument(text: &str) -> Result<LoadArgument, String> {
    let Some((name, range)) = text.split_once(':') else {
        return Ok(LoadArgument::File(Input::from(OsString::from(text))));
    };
    let shape = read::word::<LoadPreset>(name).map_err(|error| error.to_string())?;
    let (base, peak) = range.split_once(':').ok_or("expected PRESET:BASE:PEAK, such as office_hours:2:16")?;
    let acu = |text: &str| read::acu(text).map_err(|error| error.to_string());
    Ok(LoadArgument::Preset(shape, acu(base)?, acu(peak)?))
}

/// What a verb says where no number may be given.
pub(crate) enum Stop {
    /// The file can't be read at all.
    Failure(Failure),
    /// It can, and what it says is refused: where, and why.
    Refused { place: String, reason: String },
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl Stop {
    /// About a place in a file.
    pub(crate) fn at(name: &str, error: &SeriesError) -> Self {
        let place = format!("{name}:{}:{}", error.line, error.column);
        Self::Refused { place, reason: error.message.clone() }
    }

    /// About a whole file.
    pub(crate) fn of(name: &str, why: impl std::fmt::Display) -> Self {
        Self::Refused { place: format!("{name}:1:1"), reason: why.to_string() }
    }

    /// The answer: exit code 1 without a number.
    pub(crate) fn answer(self) -> Result<Answer, Failure> {
        match self {
            Self::Failure(failure) => Err(failure),
            Self::Refused { place, reason } => Ok(Answer::refused(vec![format!("{place}: {reason}")])),
        }
    }
}

impl LoadArgument {
    /// The load.
    pub(crate) fn open(&self, globals: &Globals) -> Result<Load, Stop> {
        match self {
            Self::Preset(shape, base, peak) => {
                preset(*shape, *base, *peak).map_err(|why| Stop::of("--load", why))
            }
            Self::File(input) => {
                let name = input.name();
                let text = series_text(input, globals)?;
                read_load(&text).map_err(|error| Stop::at(&name, &error))
            }
        }
    }
}

/// The text of a file of series.
pub(crate) fn series_text(input: &Input, globals: &Globals) -> Result<String, Stop> {
    let text = input.text(globals, SERIES_LIMIT + 1)?;
    if text.len() as u64 > SERIES_LIMIT {
        return Err(Stop::of(&input.name(), "more than 64 MiB; cut the file, or fetch a longer period"));
    }
    Ok(text)
}
