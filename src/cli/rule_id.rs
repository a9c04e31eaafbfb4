//! The id of a rule as an argument: completed by the shell, and told with the nearest one where there is none.

use std::ffi::OsStr;

use aurora_designer::design::values::nearest_word;
use aurora_designer::rules::{self, ALL, Rule};
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

/// Reads the id of a rule. Clap's own list of values would print every rule there is with an error.
#[derive(Clone, Copy)]
pub(crate) struct RuleId;

impl TypedValueParser for RuleId {
    type Value = &'static Rule;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Self::Value, Error> {
        let id = value.to_string_lossy();
        rules::find(&id).ok_or_else(|| {
            let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
            let named = arg.map(ToString::to_string).unwrap_or_default();
            error.insert(ContextKind::InvalidArg, ContextValue::String(named));
            if let Some(nearest) = nearest_word(&id, ALL.iter().map(|rule| rule.id)) {
                error.insert(ContextKind::SuggestedValue, ContextValue::String(nearest.to_owned()));
            }
            error.insert(ContextKind::InvalidValue, ContextValue::String(id.into_owned()));
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(ALL.iter().map(|rule| PossibleValue::new(rule.id).help(rule.title))))
    }
}
