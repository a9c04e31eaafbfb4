//! Terraform's functions: those that configurations of a database use. All others, and those that read files, clocks or
//! chance, are unresolved.

mod collections;
mod encoding;
mod format;
mod network;
mod numbers;
mod sets;
mod text;

use super::super::syntax::{Call, Expr};
use super::super::value::Val;
use super::names::secret;
use super::{Context, Evaluator, STEPS, WORK};

/// What a function gives: its value; an error where its arguments don't fit.
type Answer = Result<Val, Fault>;

/// Why a function has no value.
#[derive(Debug)]
enum Fault {
    /// There is none by this name here.
    NoFunction,
    /// The arguments don't fit.
    Misfit,
    /// An argument, or a member of one, is not known.
    Unknown(Val),
}

/// The known value of an argument, or why there is none.
fn known<T>(value: &Val, of: Option<T>) -> Result<T, Fault> {
    of.ok_or_else(|| value.unknown().map_or(Fault::Misfit, Fault::Unknown))
}

impl Evaluator<'_> {
    /// A function's value.
    pub(super) fn function(&mut self, call: &Call, cx: &mut Context) -> Val {
        match &*call.name {
            "try" => return self.first_resolved(&call.arguments, cx),
            "can" => return self.can(&call.arguments, cx),
            _ => {}
        }
        let mut arguments: Vec<Val> = Vec::new();
        for argument in &call.arguments {
            let value = self.eval(argument, cx);
            arguments.push(self.all_of(value));
        }
        if call.spread {
            let Some(last) = arguments.pop() else { return Val::wrong(call.name.clone()) };
            match last.items() {
                Some(items) => arguments.extend(items.iter().cloned()),
                None => return last.unknown().unwrap_or_else(|| Val::wrong(call.name.clone())),
            }
        }
        match (&*call.name, arguments.as_slice()) {
            ("sensitive", [value]) => return secret(value.clone()),
            // What was covered stays so: nothing can be shown that is not known.
            ("nonsensitive", [value]) => return value.clone(),
            _ => {}
        }
        if text::NAMES.contains(&&*call.name) {
            for argument in &mut arguments {
                *argument = self.named_text(argument);
            }
        }
        if let Err(over) = self.look_through(&arguments) {
            return over;
        }
        if !self.charge(extra(&call.name, &arguments)) {
            return self.over_limit(WORK, STEPS);
        }
        match apply(&call.name, &arguments) {
            Ok(value) => self.bounded(value),
            Err(Fault::Unknown(unknown)) => unknown,
            Err(Fault::Misfit) => arguments
                .iter()
                .find_map(Val::unknown)
                .unwrap_or_else(|| Val::wrong(format!("{}(…)", call.name))),
            Err(Fault::NoFunction) => Val::unresolved(format!("{}(…)", call.name)),
        }
    }

    /// `try`: the first argument that is resolved; where none is, what the first one waits for.
    fn first_resolved(&mut self, arguments: &[Expr], cx: &mut Context) -> Val {
        let mut first = None;
        for argument in arguments {
            let value = self.eval(argument, cx);
            if !matches!(value, Val::Unresolved(_) | Val::Wrong(_)) {
                return value;
            }
            // What waits tells more than what is wrong.
            if matches!(first, None | Some(Val::Wrong(_))) {
                first = Some(value);
            }
        }
        first.unwrap_or_else(|| Val::wrong("try(…)"))
    }

    fn can(&mut self, arguments: &[Expr], cx: &mut Context) -> Val {
        let [argument] = arguments else { return Val::wrong("can(…)") };
        match self.eval(argument, cx) {
            Val::Wrong(_) => Val::Bool(false),
            unresolved @ Val::Unresolved(_) => unresolved,
            _ => Val::Bool(true),
        }
    }
}

/// Steps of a function that takes more than its arguments' size.
fn extra(name: &str, arguments: &[Val]) -> usize {
    let length = |value: &Val| value.items().map_or(0, <[Val]>::len);
    match (name, arguments) {
        ("regex" | "regexall", [pattern, value]) | ("replace", [value, pattern, _]) => {
            text::steps(pattern, value)
        }
        ("chunklist", [list, _]) => length(list),
        ("distinct", [list]) => collections::steps_of_distinct(list),
        ("setsubtract" | "setintersection", [first, others @ ..]) => {
            length(first).saturating_mul(others.iter().map(length).sum()) / 8
        }
        _ => 0,
    }
}

/// Asks every kind of function in turn.
fn apply(name: &str, arguments: &[Val]) -> Answer {
    let kinds = [
        numbers::call,
        text::call,
        format::call,
        collections::call,
        sets::call,
        encoding::call,
        network::call,
    ];
    for call in kinds {
        match call(name, arguments) {
            Err(Fault::NoFunction) => {}
            answer => return answer,
        }
    }
    Err(Fault::NoFunction)
}

/// One argument's text.
fn text_of(value: &Val) -> Result<std::rc::Rc<str>, Fault> {
    known(value, value.to_text())
}

/// One argument's number.
fn number_of(value: &Val) -> Result<super::super::number::Number, Fault> {
    known(value, value.to_number())
}

/// One argument's place or length.
fn index_of(value: &Val) -> Result<usize, Fault> {
    known(value, value.to_number().and_then(super::super::number::Number::as_index))
}

/// One argument's items.
fn items_of(value: &Val) -> Result<&[Val], Fault> {
    known(value, value.items())
}

/// One argument's members.
fn map_of(value: &Val) -> Result<&super::super::value::Map, Fault> {
    match value {
        Val::Map(map) => Ok(map),
        other => Err(other.unknown().map_or(Fault::Misfit, Fault::Unknown)),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::formats::import::terraform::evaluate::tests::{evaluated, printed};

    /// What an expression without any reference comes to, as text.
    pub(super) fn value(expr: &str) -> String {
        printed(&evaluated("", expr))
    }

    #[test]
    fn try_takes_the_first_that_is_resolved() {
        assert_eq!(value("try({}.a, 2)"), "2");
        assert_eq!(value("try(file(\"x\"), 2)"), "2");
        assert_eq!(value("try(1, 2)"), "1");
        assert_eq!(value("try({}.a, file(\"x\"))"), "?file(…)");
        assert_eq!(value("try(null, 2)"), "null");
    }

    #[test]
    fn can_tells_errors_from_what_is_only_unknown() {
        assert_eq!(value("can({}.a)"), "false");
        assert_eq!(value("can({ a = 1 }.a)"), "true");
        assert_eq!(value("can(file(\"x\"))"), "?file(…)");
    }

    #[test]
    fn the_last_argument_may_be_spread() {
        assert_eq!(value("max([1, 7, 3]...)"), "7");
        assert_eq!(value("merge([{ a = 1 }, { b = 2 }]...)"), "{a=1,b=2}");
        assert_eq!(value("max(1...)"), "!max");
    }

    #[test]
    fn what_is_covered_stays_covered() {
        assert_eq!(value("sensitive(\"x\")"), "***");
        assert_eq!(value("nonsensitive(sensitive(\"x\"))"), "***");
        assert_eq!(value("upper(sensitive(\"x\"))"), "***");
        assert_eq!(value("sensitive(null)"), "null");
    }

    #[test]
    fn files_clocks_and_chance_are_unresolved() {
        for call in [
            "file(\"a\")",
            "templatefile(\"a\", {})",
            "timestamp()",
            "uuid()",
            "provider::aws::arn_parse(\"a\")",
        ] {
            assert!(value(call).starts_with('?'), "{call}");
        }
    }
}
