//! A variable under construction, and the conditions its validations are put together from.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::super::hcl::{Body, Code, Expr};
use super::site::Site;

/// One variable under construction.
pub(super) struct Variable<'a> {
    site: Option<&'a Site<'a>>,
    name: &'static str,
    body: Body,
}

impl<'a> Variable<'a> {
    /// Nothing but its name, what it is for and its type.
    pub(super) fn new(name: &'static str, description: &'static str, kind: Kind) -> Self {
        let body = Body::new().set("description", Expr::text(description)).set("type", kind.expr());
        Self { site: None, name, body }
    }

    /// In a Region, whose suffix its name ends in.
    pub(super) fn at(mut self, site: &'a Site<'a>) -> Self {
        self.site = Some(site);
        self
    }

    /// With a value of its own, and never null.
    pub(super) fn default(mut self, value: Expr) -> Self {
        self.body = self.body.set("default", value).set("nullable", Expr::flag(false));
        self
    }

    /// Without a value of its own, and never null.
    pub(super) fn required(mut self) -> Self {
        self.body = self.body.set("nullable", Expr::flag(false));
        self
    }

    /// With a value of its own or null, where nothing is set.
    pub(super) fn optional(mut self, value: Option<Expr>) -> Self {
        self.body = self.body.set("default", value.unwrap_or_else(Expr::null));
        self
    }

    /// A condition on its value, and what is said of one that breaks it.
    pub(super) fn must(
        mut self,
        condition: impl FnOnce(Expr) -> Expr,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        let value = Expr::variable(&self.full_name());
        let validation =
            Body::new().set("condition", condition(value)).set("error_message", Expr::text(message));
        self.body = self.body.block("validation", [], validation);
        self
    }

    fn full_name(&self) -> Code {
        self.site.map_or_else(|| Code::new(self.name), |site| site.named(self.name))
    }

    /// The block.
    pub(super) fn done(self) -> Body {
        Body::new().block("variable", [self.full_name()], self.body)
    }
}

/// The type of a variable.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// `string`
    Text,
    /// `number`
    Number,
    /// `bool`
    Flag,
    /// A `list`, `set` or `map` of strings.
    Texts(&'static str),
}

impl Kind {
    fn expr(self) -> Expr {
        match self {
            Self::Text => Expr::reference("string"),
            Self::Number => Expr::reference("number"),
            Self::Flag => Expr::reference("bool"),
            Self::Texts(collection) => Expr::call(collection, [Expr::reference("string")]),
        }
    }
}

/// Whether it can be worked out at all.
fn can(expr: Expr) -> Expr {
    Expr::call("can", [expr])
}

/// A text looks like the pattern.
pub(super) fn matches(value: Expr, pattern: &'static str) -> Expr {
    can(Expr::call("regex", [Expr::text(pattern), value]))
}

/// As many items or letters as it has.
pub(super) fn length(value: Expr) -> Expr {
    Expr::call("length", [value])
}

/// A number lies in the range, ends included.
pub(super) fn between<N: Into<u64>>(value: &Expr, range: RangeInclusive<N>) -> Expr {
    let (least, most) = range.into_inner();
    at_least(value.clone(), least).and(at_most(value.clone(), most))
}

/// Not below this number.
pub(super) fn at_least(value: Expr, least: impl Into<u64>) -> Expr {
    value.at_least(Expr::number(least))
}

/// Not above this number.
pub(super) fn at_most(value: Expr, most: impl Into<u64>) -> Expr {
    value.at_most(Expr::number(most))
}

/// A number has no fraction.
pub(super) fn is_whole(value: Expr) -> Expr {
    Expr::call("floor", [value.clone()]).equals(value)
}

/// Nothing stands twice in a list.
pub(super) fn is_distinct(list: &Expr) -> Expr {
    length(Expr::call("distinct", [list.clone()])).equals(length(list.clone()))
}

/// A capacity from `least` to the largest, on the half step.
pub(super) fn is_capacity(value: &Expr, least: u32) -> Expr {
    between(value, least..=256).and(is_whole(value.clone().times(Expr::number(2u32))))
}

/// The range's own address is the one that is written.
pub(super) fn is_network_address(range: Expr) -> Expr {
    let first = Expr::call("cidrhost", [range.clone(), Expr::number(0u32)]);
    let written = Expr::call("split", [Expr::text("/"), range.clone()]).at(Expr::number(0u32));
    can(Expr::call("cidrnetmask", [range])).and(holds(first.equals(written)))
}

/// False too where it can't be told.
pub(super) fn holds(condition: Expr) -> Expr {
    Expr::call("try", [condition, Expr::flag(false)])
}
