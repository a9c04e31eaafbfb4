//! The options that every verb takes.

use aurora_designer::facts::Day;
use clap::Args;

use super::today;

/// The day and how much is said.
#[derive(Args, Debug)]
pub(crate) struct Globals {
    /// The day that ages versions, suppressions and prices [default: the system's]
    #[arg(long, global = true, display_order = 100, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Day>,
    /// Say on standard error what is read and written
    #[arg(short, long, global = true, display_order = 101)]
    verbose: bool,
}

impl Globals {
    /// The day that was asked for, or the system's.
    pub(crate) fn today(&self) -> Day {
        self.today.unwrap_or_else(today::today)
    }

    /// Says what goes on, where that was asked for.
    #[expect(clippy::print_stderr, reason = "the command line speaks")]
    pub(crate) fn note(&self, message: impl std::fmt::Display) {
        if self.verbose {
            eprintln!("{message}");
        }
    }
}

fn day(text: &str) -> Result<Day, &'static str> {
    Day::parse(text).ok_or("it takes a day such as 2027-01-31")
}
