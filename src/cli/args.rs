//! What the user asked for.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;

use aurora_designer::design::values::nearest_word;
use aurora_designer::facts::Day;
use lexopt::Arg::{Long, Short, Value};

use super::verbs::{HELP, VERBS, VERSION, Verb};
use super::{Failure, today};

/// A command with its options; what a command does not take has been refused.
pub(super) struct Request {
    pub(super) verb: &'static Verb,
    /// FILE, LINK or ID.
    pub(super) operand: Option<OsString>,
    pub(super) format: Option<String>,
    pub(super) compare: Option<OsString>,
    pub(super) out: Option<OsString>,
    pub(super) rule: Option<String>,
    pub(super) force: bool,
    pub(super) full: bool,
    pub(super) today: Day,
    pub(super) verbose: bool,
}

impl Request {
    /// Says what goes on, where that was asked for.
    #[expect(clippy::print_stderr, reason = "the command line speaks")]
    pub(super) fn note(&self, message: impl std::fmt::Display) {
        if self.verbose {
            eprintln!("{message}");
        }
    }

    /// The operand of a verb that needs one.
    pub(super) fn operand(&self) -> &OsStr {
        self.operand.as_deref().unwrap_or_default()
    }
}

/// Reads the arguments, the program's name first.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, Failure> {
    let mut parser = lexopt::Parser::from_iter(arguments);
    let mut request = Request {
        verb: &HELP,
        operand: None,
        format: None,
        compare: None,
        out: None,
        rule: None,
        force: false,
        full: false,
        today: today::today(),
        verbose: false,
    };
    let mut named = None;
    let mut help = false;
    let mut used: Vec<&'static str> = Vec::new();
    while let Some(argument) = parser.next().map_err(Failure::arguments)? {
        match argument {
            Long("help") | Short('h') => help = true,
            Long("version") | Short('V') => named = Some(&VERSION),
            Long("verbose") | Short('v') => request.verbose = true,
            Long("today") => {
                let text = word(parser.value())?;
                request.today = Day::parse(&text).ok_or_else(|| {
                    Failure::arguments(format!("--today takes a day such as 2027-01-31, not {text}"))
                })?;
            }
            Long("force") => {
                used.push("--force");
                request.force = true;
            }
            Long("full") => {
                used.push("--full");
                request.full = true;
            }
            Long("format") => {
                used.push("--format");
                request.format = Some(word(parser.value())?);
            }
            Long("rule") => {
                used.push("--rule");
                request.rule = Some(word(parser.value())?);
            }
            Long("compare") => {
                used.push("--compare");
                request.compare = Some(parser.value().map_err(Failure::arguments)?);
            }
            Long("out") => {
                used.push("--out");
                request.out = Some(parser.value().map_err(Failure::arguments)?);
            }
            Value(value) if named.is_none() => named = Some(verb(&value)?),
            Value(value) if request.operand.is_none() => request.operand = Some(value),
            Value(value) => {
                return Err(Failure::arguments(format!("{} is one argument too many", value.display())));
            }
            Long(_) | Short(_) => return Err(Failure::arguments(argument.unexpected())),
        }
    }
    let verb = named.unwrap_or(&HELP);
    if help || std::ptr::eq(verb, &raw const HELP) {
        if named.is_none() && !help {
            return Err(Failure::arguments("a command is missing"));
        }
        request.operand = named.map(|verb| verb.name.into());
        request.verb = &HELP;
        return Ok(request);
    }
    request.verb = verb;
    check(&request, &used)?;
    Ok(request)
}

fn word(value: Result<OsString, lexopt::Error>) -> Result<String, Failure> {
    let text = value.map_err(Failure::arguments)?.into_string();
    text.map_err(|text| Failure::arguments(format!("{} is not UTF-8", text.display())))
}

fn verb(name: &OsStr) -> Result<&'static Verb, Failure> {
    let name = name.to_string_lossy();
    VERBS.iter().find(|verb| verb.name == name).ok_or_else(|| {
        let mut message = format!("{name} is no command");
        if let Some(nearest) = nearest_word(&name, VERBS.iter().map(|verb| verb.name)) {
            // Writing to a String can't fail.
            let _ = write!(message, "; the nearest is {nearest}");
        }
        Failure::arguments(message)
    })
}

fn check(request: &Request, used: &[&str]) -> Result<(), Failure> {
    let verb = request.verb;
    if let Some(option) = used.iter().find(|option| !verb.takes(option)) {
        return Err(Failure::arguments(format!("{} takes no {option}", verb.name)));
    }
    if verb.operand_is_required() && request.operand.is_none() {
        return Err(Failure::arguments(format!("{} needs {}", verb.name, verb.operand)));
    }
    if verb.operand.is_empty() && request.operand.is_some() {
        return Err(Failure::arguments(format!("{} takes no argument", verb.name)));
    }
    match &request.format {
        Some(format) if !verb.formats.contains(&format.as_str()) => {
            let all = verb.formats.join(", ");
            Err(Failure::arguments(format!("--format of {} is one of {all}, not {format}", verb.name)))
        }
        _ => Ok(()),
    }
}
